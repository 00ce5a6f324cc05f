"""A folder and a number go in; a child process is ended, or refused, at that touch of the disk.

Each touch below the folder counts: a file opened to be written, bytes written (once before, once
with half of them written), a wait for the disk, a name put, taken away or changed.
"""

from __future__ import annotations

import errno
import io
import os
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NAMED = {
    "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.link", "os.symlink",
    "os.chmod", "shutil.rmtree",
}  # fmt: skip
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@dataclass(frozen=True)
class Ended:
    """How a child ended: its exit status, or minus the signal; what it did, and what it said."""

    status: int
    said: str

    @property
    def killed(self) -> bool:
        """Whether it was ended at the touch."""
        return self.status == -signal.SIGKILL


class Tripwire:
    """Counts the touches of a folder in this process, and acts at one of them."""

    def __init__(
        self, folder: Path, number: int, act: Callable[[], None], *, room_only: bool = False
    ) -> None:
        """With `room_only` only what takes room on the disk counts, and all behind is refused."""
        self._room_only = room_only
        self._folder, self._left, self._act = os.path.realpath(folder), number, act
        self._real_open, self._real_write = io.open, os.write
        self._real_fsync = os.fsync

    def touch(self, *, room: bool = True) -> None:
        """One more touch; `room` says whether it takes room on the disk."""
        if self._room_only and not room:
            return
        self._left -= 1
        if self._left == 0 or (self._room_only and self._left < 0):
            self._act()

    def ours(self, path: Any) -> bool:
        """Whether a path lies in the folder, or a number is that of a file in it."""
        if isinstance(path, int):
            try:
                path = Path(f"/proc/self/fd/{path}").readlink()
            except OSError:
                return False
        try:
            return os.path.abspath(os.fsdecode(path)).startswith(self._folder)  # noqa: PTH100
        except (TypeError, ValueError):
            return False

    def set(self) -> None:
        """Watch from now on, until the process ends."""
        sys.addaudithook(self._hear)
        os.write = self._write
        os.fsync = self._fsync  # type: ignore[assignment]
        io.open = self._open
        import builtins

        builtins.open = self._open

    def _hear(self, event: str, given: tuple[Any, ...]) -> None:
        if event in NAMED and given and self.ours(given[0]):
            self.touch(room=event == "os.mkdir")
        flags = given[2] if event == "open" and isinstance(given[2], int) else 0
        if flags & WRITING and self.ours(given[0]):
            self.touch(room=bool(flags & os.O_CREAT))

    def _write(self, number: int, data: Any) -> int:
        if self.ours(number):
            self.touch()
            half = bytes(data)[: len(data) // 2]
            if half and self._left == 1:
                self._real_write(number, half)
                os.lseek(number, -len(half), os.SEEK_CUR)
            self.touch()
        return self._real_write(number, data)

    def _fsync(self, number: int) -> None:
        if self.ours(number):
            self.touch(room=False)
        self._real_fsync(number)

    def _open(self, file: Any, mode: str = "r", *rest: Any, **named: Any) -> Any:
        """A file whose bytes are written through at once, and in two halves."""
        made = self._real_open(file, mode, *rest, **named)
        if set(mode) & set("wax+") and self.ours(file):
            return _Watched(made, self)
        return made


class _Watched:
    """A file that tells the wire of what is written into it."""

    def __init__(self, file: Any, wire: Tripwire) -> None:
        self._file, self._wire = file, wire

    def write(self, data: Any) -> Any:
        """Half of it, a touch, and the rest."""
        self._wire.touch()
        half = len(data) // 2
        self._file.write(data[:half])
        self._file.flush()
        self._wire.touch()
        self._file.write(data[half:])
        return len(data)

    def __enter__(self) -> _Watched:
        self._file.__enter__()
        return self

    def __exit__(self, *given: Any) -> Any:
        return self._file.__exit__(*given)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def killed() -> None:
    """End this process as kill -9 does."""
    os.kill(os.getpid(), signal.SIGKILL)


def full() -> None:
    """The disk has no room left."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def in_child(
    act: Callable[[], object], folder: Path, number: int, what: Callable[[], None] = killed
) -> Ended:
    """Does something in a process of its own, in which `what` happens at a touch of the folder.

    Status 0 is done, 1 that it raised what `said` holds; a number beyond the last touch does it.
    """
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        status = 1
        try:
            Tripwire(folder, number, what, room_only=what is full).set()
            act()
            status = 0
        except BaseException:
            os.write(theirs, traceback.format_exc().encode("utf-8", "replace")[-4000:])
        finally:
            os._exit(status)
    os.close(theirs)
    with os.fdopen(ours, "rb") as told:
        said = told.read().decode("utf-8", "replace")
    _, status = os.waitpid(child, 0)
    return Ended(os.waitstatus_to_exitcode(status), said)
