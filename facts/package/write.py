"""A `Corpus` and its data folder go in; a folder with the whole package, or an error, comes out."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from facts.catalogue import UNNAMED
from facts.corpus import Corpus
from facts.disk import LARGEST_SOURCE, Disk
from facts.package.columns import TABLES
from facts.package.descriptor import GENERATOR, datapackage, dataset
from facts.package.quoted import quoted
from facts.package.rows import rows, source_path
from facts.package.texts import as_csv, as_json
from facts.problems import Problem, show

DESCRIPTOR = "datapackage.json"
_CHECK = "Fix: run python -m facts check, and mend what it tells."
_ELSEWHERE = "name a new or an empty folder."


class Refused(Exception):
    """Why no package was written, and the cure. What stood on the disk before still stands."""


def write_package(corpus: Corpus, data: Path, out: Path) -> tuple[str, ...]:
    """Writes the whole package into the folder `out`, or nothing; gives the paths of its files.

    `data` is the folder that `corpus` was loaded from. `out` may be missing, empty, or hold an
    earlier package of ours, which is replaced. Raises Refused.
    """
    if not corpus.submissions:
        what = f"no submission in {data} could be read, so there is nothing to package."
        raise Refused(f"{what} {_CHECK}")
    if corpus.organisation == UNNAMED:
        raise Refused(f"{data}/organisation.yaml could not be read. {_CHECK}")
    try:
        target = out.resolve()
        _refuse(target, out, data.resolve())
        files = package_files(corpus, data)
        _replace(target, files)
    except (OSError, RuntimeError) as error:  # the second: links in a ring
        reason = getattr(error, "strerror", None) or error
        what = f"{out} cannot be written: {reason}. Nothing was changed."
        raise Refused(f"{what} Fix: look at its permissions, or {_ELSEWHERE}") from error
    return tuple(files)


def package_files(corpus: Corpus, data: Path) -> dict[str, bytes]:
    """Every file of the package by its path, the descriptor last. Raises Refused."""
    sources = {
        sub.head.id: _source(data, sub.head.id, sub.head.source.file, sub.head.source.sha256)
        for sub in corpus.submissions
    }
    made = rows(corpus, {name: len(source) for name, source in sources.items()})
    files = {table.path: as_csv(table, made[table.name]) for table in TABLES}
    files["annotations.json"] = as_json(quoted(corpus))
    files |= {source_path(name): source for name, source in sources.items()}
    files["dataset.jsonld"] = as_json(dataset(corpus, files, made["facts"]))
    files[DESCRIPTOR] = as_json(datapackage(corpus, files))
    return files


def _source(data: Path, name: str, file: str, sha256: str) -> bytes:
    """The bytes of a source, the very ones that its quotes were proved against."""
    shown = f"submissions/{name}/{file}"
    blob = Disk(data).read(data / "submissions" / name / file, shown, LARGEST_SOURCE)
    if isinstance(blob, Problem):
        raise Refused(f"{shown}: {blob.what} Fix: {blob.fix}")
    if blob.sha256 != sha256:
        raise Refused(f"{shown} was changed while it was read. Fix: run the command again.")
    return blob.data


def _refuse(target: Path, out: Path, data: Path) -> None:
    """Raises Refused where `target` is no place for a package."""
    if target.is_relative_to(data) or data.is_relative_to(target):
        what = f"{out} and the data folder lie one in the other, and data is not written over."
        raise Refused(f"{what} Fix: name a folder outside the data.")
    if not target.exists():
        if not target.parent.is_dir():
            raise Refused(f"there is no folder to put {out} in. Fix: make {out.parent} first.")
        return
    if not target.is_dir():
        raise Refused(f"{out} is a file, and is not written over. Fix: {_ELSEWHERE}")
    found = {path.relative_to(target).as_posix() for path in target.rglob("*")}
    foreign = sorted(found - _ours(target))
    if foreign:
        what = f"{out} holds {show(foreign[0])}, which is not of a package written by this command;"
        raise Refused(f"{what} nothing was changed. Fix: {_ELSEWHERE}")


def _ours(folder: Path) -> set[str]:
    """The files and folders that an earlier run wrote into a folder; none if it did not."""
    try:
        found: Any = json.loads((folder / DESCRIPTOR).read_bytes())
        if found["generator"] != GENERATOR:
            return set()
        paths = [Path(str(resource["path"])) for resource in found["resources"]]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return set()
    inner = {parent.as_posix() for path in paths for parent in path.parents}
    return {DESCRIPTOR, *(path.as_posix() for path in paths), *inner}


def _replace(target: Path, files: Mapping[str, bytes]) -> None:
    """Writes beside `target`, then puts the whole in its place; the old comes back on failure."""
    beside = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
    new, old = beside / "new", beside / "old"
    try:
        for path, data in files.items():
            (new / path).parent.mkdir(parents=True, exist_ok=True)
            (new / path).write_bytes(data)
        if target.exists():
            target.rename(old)
        try:
            new.rename(target)
        except BaseException:
            if old.exists():
                old.rename(target)
            raise
    finally:
        if target.exists() or not old.exists():  # never the last copy
            shutil.rmtree(beside, ignore_errors=True)
