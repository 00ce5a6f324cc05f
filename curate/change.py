"""Files as they shall be go in; whether they may be written at all comes out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from curate.errors import Conflict, NotSaved

_FILE = re.compile(r"indicators\.yaml|submissions/[a-z0-9][a-z0-9_-]{0,79}/submission\.yaml")
_FOLDER = re.compile(r"submissions/[a-z0-9][a-z0-9_-]{0,79}")


@dataclass(frozen=True)
class Saved:
    """What was saved: paths in the data folder, and a message that says what changed."""

    id: str
    submission: str
    files: tuple[str, ...]
    message: str


@dataclass(frozen=True)
class Change:
    """What shall be: files by their path in the data folder, folders that are new with their files
    by name. `based_on` has the bytes that each file was worked out from; a folder takes the place
    of another only where its submission.yaml is named there."""

    submission: str
    message: str
    files: Mapping[str, bytes]
    folders: Mapping[str, Mapping[str, bytes]]
    based_on: Mapping[str, bytes]
    draft: str | None = None


def paths_of(change: Change) -> dict[str, bytes]:
    """Every file of a change by its path in the data folder."""
    inside = {f"{p}/{n}": one for p, files in change.folders.items() for n, one in files.items()}
    return {**change.files, **inside}


def refuse_names(change: Change) -> None:
    """Only files that a submission is made of are written, whatever a name says."""
    for path in change.files:
        if not _FILE.fullmatch(path):
            raise NotSaved(f"'{path}' is not a file that is saved here.", "Choose another id.")
    for path in change.folders:
        if not _FOLDER.fullmatch(path):
            raise NotSaved(f"'{path}' is not a folder that is made here.", "Choose another id.")


def refuse_steps(paths: Iterable[str]) -> None:
    """Raises ValueError where a plan would write or take away what is no part of a submission."""
    for path in paths:
        if not (_FILE.fullmatch(path) or _FOLDER.fullmatch(path)):
            raise ValueError(path)


def refuse_conflicts(data: Path, change: Change) -> None:
    after = paths_of(change)
    new = [f"{path}/submission.yaml" for path in change.folders if (data / path).exists()]
    for path in dict.fromkeys([*change.based_on, *new]):
        try:
            now = (data / path).read_bytes()
        except FileNotFoundError:
            now = b""
        base = change.based_on.get(path)
        if now != base:
            raise Conflict(
                path,
                after[path].decode(),
                now.decode(errors="replace"),
                None if base is None else base.decode(errors="replace"),
            )
