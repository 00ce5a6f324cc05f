"""Decisions go in, a line each, safe on the disk before the call returns; all of them come out."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from curate.disk import as_json, said
from curate.errors import Elsewhere, NotSaved
from curate.lock import locked

Line = dict[str, Any]


@dataclass(frozen=True)
class Journal:
    """The lines of a journal, the bytes that they take, and what is to be said of it."""

    lines: tuple[Line, ...]
    size: int
    notes: tuple[str, ...]


def read(path: Path) -> Journal:
    """Every whole line; a last line that was cut off is passed over. Raises NotSaved."""
    with said():
        data = path.read_bytes()
    size = data.rfind(b"\n") + 1
    lines: list[Line] = []
    unread = 0
    for piece in data[:size].split(b"\n")[:-1]:
        line = _line(piece)
        if line is None:
            unread += 1
        else:
            lines.append(line)
    notes = []
    if size < len(data):
        notes.append("The last step was cut off while it was written; it is to be done again.")
    if unread:
        notes.append(f"{unread} {'step' if unread == 1 else 'steps'} could not be read again.")
    return Journal(tuple(lines), size, tuple(notes))


def _line(piece: bytes) -> Line | None:
    try:
        line = json.loads(piece)
    except (ValueError, RecursionError):
        return None
    return line if isinstance(line, dict) else None


def append(path: Path, line: Line, size: int) -> int:
    """Write one line behind `size` bytes and wait for the disk; gives the new size.

    Raises Elsewhere where the journal has grown meanwhile, NotSaved where it is gone or the disk
    refuses; then it is as it was.
    """
    if not path.parent.is_dir():
        raise NotSaved("This draft was saved or thrown away in another window.", "Go to the list.")
    data = as_json(line)
    with locked(path.with_name("lock")), said():
        number = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
        try:
            if _whole(path) != size:
                raise Elsewhere
            try:
                os.ftruncate(number, size)  # a line that a crash cut off
                os.lseek(number, size, os.SEEK_SET)
                _write(number, data)
            except OSError:
                with contextlib.suppress(OSError):
                    os.ftruncate(number, size)
                raise
        finally:
            os.close(number)
    return size + len(data)


def _whole(path: Path) -> int:
    return path.read_bytes().rfind(b"\n") + 1


def _write(number: int, data: bytes) -> None:
    while data:
        data = data[os.write(number, data) :]
    os.fsync(number)
