"""A data folder goes in; the whole `Corpus` comes out, with every problem of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from facts.catalogue import Catalogue, read_catalogue
from facts.corpus import Corpus, Reference, Sub
from facts.dates import first_day
from facts.disk import LARGEST_SOURCE, Blob, Disk
from facts.parse import parse_submission
from facts.problems import Problem, show
from facts.prove import Proof, prove


@dataclass
class Memory:
    """What was found out at the last look, so that only what changed is parsed and proved again."""

    disk: Disk
    catalogue: Catalogue | None = None
    proofs: dict[str, _Kept] = field(default_factory=dict)


@dataclass(frozen=True)
class _Kept:
    proof: Proof
    yaml: str
    source_name: str
    source: str
    catalogue: tuple[str, ...]


def load(folder: Path, shown: str | None = None, memory: Memory | None = None) -> Corpus:
    """Reads and proves a whole data folder; never raises for what is wrong in it.

    `shown` is how problems name the folder (as given, when left out). With the `memory` of an
    earlier call only changed files are read, and only changed submissions proved.
    """
    memory = memory or Memory(Disk(folder))
    shown = folder.as_posix() if shown is None else shown
    catalogue = read_catalogue(memory.disk, shown, memory.catalogue)
    memory.catalogue = catalogue
    names, problems = _names(folder, shown)
    proofs = {name: _proof(memory, name, f"{shown}/submissions/{name}") for name in names}
    problems += [problem for proof in proofs.values() for problem in proof.problems]
    for gone in memory.proofs.keys() - proofs.keys():
        del memory.proofs[gone]
    submissions = [proof.sub for proof in proofs.values() if proof.sub]
    submissions, dangling = _resolved(submissions, proofs)
    known = _known(submissions, proofs)
    lost = [one for one in catalogue.references if not _stands(one, known)]
    cut = {one.entry.removeprefix("questions.") for one in lost}
    problems += [*catalogue.problems, *dangling, *(one.problem for one in lost)]
    return Corpus(
        catalogue.organisation,
        catalogue.groups,
        catalogue.indicators,
        tuple(one for one in catalogue.questions if one.id not in cut),
        tuple(
            sorted(submissions, key=lambda sub: (first_day(sub.head.plot_at.value), sub.head.id))
        ),
        tuple(sorted(set(problems))),
        tuple(name for name, proof in proofs.items() if proof.sub is None),
    )


def _names(folder: Path, shown: str) -> tuple[list[str], list[Problem]]:
    """The names of the submission folders; a problem where there is none."""
    here = folder / "submissions"
    fix = "add submissions/<id>/submission.yaml and its source.txt."
    try:
        names = sorted(p.name for p in here.iterdir() if p.is_dir() and not p.name.startswith("."))
    except OSError:
        what = (
            "this data folder has no folder submissions."
            if folder.is_dir()
            else ("there is no such data folder.")
        )
        return [], [Problem(shown, 1, 1, "submissions", what, fix)]
    if not names:
        what = "no submission stands in this data folder."
        return [], [Problem(f"{shown}/submissions", 1, 1, "submissions", what, fix)]
    return names, []


def _proof(memory: Memory, name: str, shown: str) -> Proof:
    """The proof of one submission folder, from memory where neither file nor catalogue changed."""
    catalogue = memory.catalogue
    assert catalogue is not None
    folder = memory.disk.folder / "submissions" / name
    file = f"{shown}/submission.yaml"
    blob = memory.disk.read(folder / "submission.yaml", file)
    if isinstance(blob, Problem):
        return Proof(None, (blob,))
    kept = memory.proofs.get(name)
    if kept and (kept.yaml, kept.catalogue) == (blob.sha256, catalogue.sha256s):
        source = memory.disk.read(folder / kept.source_name, shown, LARGEST_SOURCE)
        if isinstance(source, Blob) and source.sha256 == kept.source:
            return kept.proof
    parsed, problems = parse_submission(blob.data, file)
    if parsed is None:
        return Proof(None, tuple(sorted(set(problems))))
    head = parsed.head
    source_name = head.item.source.file
    if head.item.id != name:
        what = f"the id {show(head.item.id)} is not the name of its folder, {show(name)}."
        problems.append(head.problem(("id",), what, "give both the same name."))
    source = _source(memory.disk, folder, shown, source_name)
    if isinstance(source, Problem):
        fix = source.fix
        problems.append(
            head.problem(("source", "file"), f"{show(source_name)}: {source.what}", fix)
        )
        return Proof(None, tuple(sorted(set(problems))))
    proof = prove(
        parsed,
        problems,
        source.data,
        f"{shown}/{source_name}",
        catalogue.indicators,
        catalogue.unread,
    )
    memory.proofs[name] = _Kept(proof, blob.sha256, source_name, source.sha256, catalogue.sha256s)
    return proof


def _source(disk: Disk, folder: Path, shown: str, name: str) -> Blob | Problem:
    if "/" in name or "\\" in name or name in ("..", ".") or ":" in name or "\n" in name:
        what = "only a plain file name in the same folder is read."
        return Problem(shown, 1, 1, "source", what, "write, for example, source.txt.")
    return disk.read(folder / name, f"{shown}/{name}", LARGEST_SOURCE)


def _known(submissions: Iterable[Sub], proofs: dict[str, Proof]) -> set[str]:
    """Every submission and fact that stands in the files, the ones left out included."""
    known = set(proofs)
    for sub in submissions:
        known |= {placed.ref for placed in sub.facts}
        known |= {f"{sub.head.id}/{name.removeprefix('facts.')}" for name in sub.left_out}
    return known | {f"{name}/*" for name, proof in proofs.items() if proof.sub is None}


def _stands(reference: Reference, known: set[str]) -> bool:
    return reference.target in known or f"{reference.target.partition('/')[0]}/*" in known


def _resolved(submissions: list[Sub], proofs: dict[str, Proof]) -> tuple[list[Sub], list[Problem]]:
    """Leaves out the entries that refer to what is not there, and says so."""
    known = _known(submissions, proofs)
    problems: list[Problem] = []
    resolved: list[Sub] = []
    for sub in submissions:
        lost = [one for one in sub.references if not _stands(one, known)]
        gone = {one.target for one in lost}  # of a missing submission no fact is missing too
        lost = [one for one in lost if one.target.rpartition("/")[0] not in gone]
        problems += [one.problem for one in lost]
        resolved.append(_without(sub, {one.entry for one in lost}, lost))
    return resolved, problems


def _without(sub: Sub, names: set[str], lost: Iterable[Reference]) -> Sub:
    if not names:
        return sub
    return replace(
        sub,
        facts=tuple(f for f in sub.facts if f"facts.{f.fact.id}" not in names),
        activities=tuple(a for a in sub.activities if f"activities.{a.activity.id}" not in names),
        problems=tuple(sorted({*sub.problems, *(one.problem for one in lost)})),
        left_out=(*sub.left_out, *sorted(names)),
    )
