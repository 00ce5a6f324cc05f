"""One submission folder goes in; what is proved of it, and what it was proved from, come out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from facts.catalogue import Catalogue
from facts.disk import LARGEST_SOURCE, Blob, Disk, Stamp
from facts.parse import parse_submission
from facts.problems import Problem, show
from facts.prove import Proof, prove


@dataclass(frozen=True)
class Kept:
    """A proof and what it stands on: the SHA-256 of its two files, and of the catalogue's part.

    `used` are the indicators that the proof asked for; None where it may have asked for any.
    `stamps` are those that the two files had; None where they may not be relied on. `saved` says
    that the proof stands in a cache.
    """

    proof: Proof
    yaml: str = ""
    source_name: str = ""
    source: str = ""
    catalogue: str = ""
    used: tuple[str, ...] | None = None
    stamps: tuple[Stamp, Stamp] | None = None
    saved: bool = False

    @property
    def key(self) -> str:
        """A name for what was proved: the same for the same files, whoever reads them."""
        parts = (self.yaml, self.source_name, self.source, self.catalogue)
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def is_unchanged(
    kept: Kept, name: str, disk: Disk, catalogue: Catalogue, seen: Mapping[str, Stamp]
) -> bool:
    """Whether the files of a submission bear the stamps that they were proved with."""
    folder = f"{disk.folder}/submissions/{name}"
    return (
        kept.stamps is not None
        and not disk.changes(name)
        and kept.catalogue == catalogue.basis(kept.used)
        and seen.get(f"{folder}/submission.yaml") == kept.stamps[0]
        and seen.get(f"{folder}/{kept.source_name}") == kept.stamps[1]
    )


def check(
    name: str, disk: Disk, shown: str, catalogue: Catalogue, kept: Kept | None = None
) -> Kept:
    """The proof of the submission folder `name`; `kept` is given back where its files are the same.

    `shown` is the path of the folder as problems name it.
    """
    folder = disk.folder / "submissions" / name
    file = f"{shown}/submission.yaml"
    blob = disk.read(folder / "submission.yaml", file)
    if isinstance(blob, Problem):
        return Kept(Proof(None, (blob,)))
    if kept and (kept.yaml, kept.catalogue) == (blob.sha256, catalogue.basis(kept.used)):
        source = disk.read(folder / kept.source_name, shown, LARGEST_SOURCE)
        if isinstance(source, Blob) and source.sha256 == kept.source:
            return replace(kept, stamps=_stamps(blob, source), saved=False)
    parsed, problems = parse_submission(blob.data, file)
    if parsed is None:
        return Kept(Proof(None, tuple(sorted(set(problems)))))
    head = parsed.head
    source_name = head.item.source.file
    if head.item.id != name:
        what = f"the id {show(head.item.id)} is not the name of its folder, {show(name)}."
        problems.append(head.problem(("id",), what, "give both the same name."))
    found = _source(disk, name, shown, source_name)
    if isinstance(found, Problem):
        fix = found.fix
        problems.append(head.problem(("source", "file"), f"{show(source_name)}: {found.what}", fix))
        return Kept(Proof(None, tuple(sorted(set(problems)))))
    at = f"{shown}/{source_name}"
    known = (catalogue.indicators, catalogue.unread, catalogue.own, catalogue.latest)
    proof = prove(parsed, problems, found.data, at, *known)
    used = _used(proof)
    files = (blob.sha256, source_name, found.sha256)
    return Kept(proof, *files, catalogue.basis(used), used, _stamps(blob, found))


def _used(proof: Proof) -> tuple[str, ...] | None:
    """The indicators that a proof rests on in which nothing is left out."""
    if proof.sub is None or proof.problems or proof.sub.left_out:
        return None
    facts = {one.fact.indicator for one in proof.sub.facts}
    return tuple(sorted(facts | {one.indicator for one in proof.sub.absent}))


def _stamps(blob: Blob, source: Blob) -> tuple[Stamp, Stamp] | None:
    return (blob.stamp, source.stamp) if blob.stamp and source.stamp else None


def _source(disk: Disk, folder: str, shown: str, name: str) -> Blob | Problem:
    if "/" in name or "\\" in name or name in ("..", ".") or ":" in name or "\n" in name:
        what = "only a plain file name in the same folder is read."
        return Problem(shown, 1, 1, "source", what, "write, for example, source.txt.")
    return disk.read(disk.folder / "submissions" / folder / name, f"{shown}/{name}", LARGEST_SOURCE)
