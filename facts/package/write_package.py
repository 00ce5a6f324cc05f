"""Writes the whole package into a folder, or nothing."""

from __future__ import annotations

import io
import json
import math
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from facts.catalogue import UNNAMED
from facts.corpus import Corpus
from facts.disk import LARGEST_SOURCE, Disk
from facts.package.descriptor import GENERATOR, datapackage, dataset, quoted
from facts.package.package_rows import rows, source_path
from facts.package.tables import TABLES, Cell, Row, Table
from facts.problems import Problem, show

_QUOTED = frozenset(',"\r\n')


def package_csv(table: Table, rows: Iterable[Row]) -> bytes:
    """A header, then a line per row, lines ending in a line feed; missing cells are empty.

    Text is exact: what a spreadsheet would take for a formula is not changed.
    """
    names = [column.name for column in table.columns]
    lines = [names, *([_text(row[name]) for name in names] for row in rows)]
    return "".join(",".join(map(_quoted, line)) + "\n" for line in lines).encode()


def package_parquet(table: Table, rows: list[Row]) -> bytes:
    """The same rows with the types of their columns, missing cells null; lists stay JSON."""
    kinds = {"number": pa.float64(), "integer": pa.int64(), "boolean": pa.bool_()}
    columns = [
        pa.array([_missing(row[one.name]) for row in rows], kinds.get(one.type, pa.string()))
        for one in table.columns
    ]
    out = io.BytesIO()
    pq.write_table(pa.table(columns, [one.name for one in table.columns]), out)
    return out.getvalue()


def package_json(value: dict[str, Any]) -> bytes:
    """Readable JSON in UTF-8, keys in the order given."""
    return (json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def _missing(cell: Cell) -> Cell:
    is_missing = cell == "" or (isinstance(cell, float) and math.isnan(cell))
    return None if is_missing else cell


def _text(cell: Cell) -> str:
    if _missing(cell) is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else format(Decimal(repr(cell)), "f")
    return str(cell)


def _quoted(text: str) -> str:
    if _QUOTED.isdisjoint(text) and text == text.strip():
        return text
    return '"' + text.replace('"', '""') + '"'


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
    files = {table.path: package_csv(table, made[table.name]) for table in TABLES}
    files |= {table.parquet: package_parquet(table, made[table.name]) for table in TABLES}
    files["annotations.json"] = package_json(quoted(corpus))
    files |= {source_path(name): source for name, source in sources.items()}
    files["dataset.jsonld"] = package_json(dataset(corpus, files, made["facts"]))
    files[DESCRIPTOR] = package_json(datapackage(corpus, files))
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
        paths += [Path(table.parquet) for table in TABLES]
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
