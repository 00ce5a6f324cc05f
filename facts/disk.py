"""Reads the files of a data folder, or says why one is not read."""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from facts.problems import Problem
from facts.yaml_tree import LARGEST, too_large

LARGEST_SOURCE = 5_000_000

Stamp: TypeAlias = tuple[int, int, int]


MISSING = "the file is missing."
SETTLED = 2_000_000_000  # nanoseconds after which a change can no longer have an equal stamp


@dataclass(frozen=True)
class Blob:
    """The bytes of a file, their SHA-256, and the stamp that the file had before it was read.

    `stamp` is None where the file was changed so short a time before that another change could
    bear the same one: then only its bytes tell whether it is the same.
    """

    data: bytes
    sha256: str
    stamp: Stamp | None = None


class Disk:
    """Reads the files of one data folder, none from outside of it.

    `instead` are files as they would be, by their path below the folder; None: without this file,
    or without the folder of this path. They are read in place of those on the disk.
    """

    def __init__(self, folder: Path, instead: Mapping[str, bytes | None] | None = None) -> None:
        self.folder = folder
        self._instead = dict(instead or {})

    def names(self) -> list[str]:
        """The names of the submission folders, sorted. Raises OSError where they cannot be read."""
        with os.scandir(self.folder / "submissions") as found:
            names = {one.name for one in found if one.name[0] != "." and one.is_dir()}
        for path, data in self._instead.items():
            top, _slash, rest = path.partition("/")
            name, below, _file = rest.partition("/")
            if top == "submissions" and data is None and not below:
                names.discard(name)
            elif top == "submissions" and data is not None and below:
                names.add(name)
        return sorted(names)

    def is_there(self, path: Path) -> bool:
        """Whether a file, or a link, stands at this path."""
        instead = self._in_place_of(path)
        return instead is not None or (not self.is_other(path) and os.path.lexists(path))

    def is_other(self, path: Path) -> bool:
        """Whether something is read, or missed, in place of what the disk has at this path."""
        below = path.relative_to(self.folder)
        return any(one.as_posix() in self._instead for one in (below, *below.parents))

    def changes(self, name: str) -> bool:
        """Whether anything of a submission is read in place of what the disk has."""
        here = f"submissions/{name}"
        return any(path == here or path.startswith(f"{here}/") for path in self._instead)

    def _in_place_of(self, path: Path) -> bytes | None:
        return self._instead.get(path.relative_to(self.folder).as_posix())

    def read(self, path: Path, shown: str, largest: int = LARGEST) -> Blob | Problem:
        """The bytes of a file, or why they are not read; `shown` is the path that problems name."""
        if self.is_other(path):
            data = self._in_place_of(path)
            if data is None:
                return Problem(shown, 1, 1, "file", MISSING, f"put {path.name} there.")
            if len(data) > largest:
                return Problem(shown, 1, 1, "file", *too_large(len(data), largest))
            return Blob(data, hashlib.sha256(data).hexdigest())
        problem = self._refused(path, shown, largest)
        if problem:
            return problem
        try:
            now = time.time_ns()
            stamp = _stamp(path.stat())
            data = path.read_bytes()
        except OSError as error:
            what = f"the file cannot be read: {error.strerror}."
            return Problem(shown, 1, 1, "file", what, "look at its permissions.")
        return Blob(data, hashlib.sha256(data).hexdigest(), settled(stamp, now))

    def _refused(self, path: Path, shown: str, largest: int) -> Problem | None:
        try:
            found = path.stat()
            inside = self._is_inside(path)
        except (OSError, RuntimeError, ValueError):
            what = "this link leads nowhere." if os.path.islink(path) else MISSING  # noqa: PTH114
            return Problem(shown, 1, 1, "file", what, f"put {path.name} there.")
        if not inside:
            what = "this is a link that leads out of the data folder; it is not followed."
            return Problem(shown, 1, 1, "file", what, f"put the file {path.name} itself there.")
        if not stat.S_ISREG(found.st_mode):
            what = "this is not a file."
            return Problem(shown, 1, 1, "file", what, f"put the file {path.name} there.")
        if found.st_size > largest:
            return Problem(shown, 1, 1, "file", *too_large(found.st_size, largest))
        return None

    def _is_inside(self, path: Path) -> bool:
        """Whether a file lies in the folder, wherever links below the folder lead."""
        steps = path.relative_to(self.folder).parts
        here = str(self.folder)
        for step in steps:
            here = f"{here}/{step}"
            if step == ".." or stat.S_ISLNK(os.lstat(here).st_mode):
                return path.resolve().is_relative_to(self.folder.resolve())
        return True


def settled(stamp: Stamp, now: int) -> Stamp | None:
    """The stamp, or None where it was younger than two seconds when it was looked at: `now`.

    By the clock after a long reading it would look old, and a change during the reading be missed.
    """
    return None if abs(now - stamp[1]) < SETTLED else stamp


def stamps(folder: Path) -> dict[str, Stamp]:
    """The stamp of every file that may be read: size, time of change, number on the disk.

    Folders are there too: their stamps tell of files that came, went or changed places.
    """
    found: dict[str, Stamp] = {}
    with suppress(OSError):
        found[str(folder)] = _stamp(folder.stat())
    waiting = [(folder, 0)]
    while waiting:
        here, depth = waiting.pop()
        try:
            with os.scandir(here) as entries:
                for entry in entries:
                    try:
                        if entry.name.startswith(".") and entry.is_dir():
                            continue  # drafts and the like; no fact is read from there
                        found[entry.path] = _stamp(entry.stat())
                        if depth < 2 and entry.is_dir(follow_symlinks=False):
                            waiting.append((Path(entry.path), depth + 1))
                    except OSError:
                        found[entry.path] = (-1, -1, -1)
        except OSError:
            continue
    return found


def are_same(known: Mapping[str, Stamp]) -> bool:
    """Whether every file and folder still bears the stamp that `stamps` gave."""
    stat_ = os.stat
    try:
        for path, stamp in known.items():
            found = stat_(path)
            if (found.st_size, found.st_mtime_ns, found.st_ino) != stamp:
                return False
    except OSError:
        return False
    return bool(known)


def _stamp(found: os.stat_result) -> Stamp:
    return found.st_size, found.st_mtime_ns, found.st_ino
