"""The path of a lock file goes in; only one at a time, of all processes, goes on behind it."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from curate.disk import said
from curate.errors import NotSaved

WAIT = 10.0  # seconds
_AGAIN = 0.02


@contextlib.contextmanager
def locked(path: Path, wait: float = WAIT) -> Iterator[None]:
    """Hold the lock until the block ends. Raises NotSaved where another holds it for too long.

    The system holds the lock for the open file: it is free again when its holder ends in whatever
    way, so nothing has to be told stale by a clock or a process number.
    """
    with said():
        number = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _wait_for(number, wait)
        try:
            yield
        finally:
            _release(number)
    finally:
        os.close(number)


def _wait_for(number: int, wait: float) -> None:
    until = time.monotonic() + wait
    while True:
        try:
            _take(number)
            return
        except (BlockingIOError, PermissionError):
            if time.monotonic() >= until:
                raise NotSaved(
                    "Someone else is saving at this moment.", "Wait a little and try again."
                ) from None
            time.sleep(_AGAIN)
        except OSError as error:
            raise NotSaved(
                f"This disk does not let a file be locked: {error.strerror}.",
                "Put the data folder on a disk of this computer.",
            ) from error


if sys.platform == "win32":
    import msvcrt

    def _take(number: int) -> None:
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)

    def _release(number: int) -> None:
        os.lseek(number, 0, os.SEEK_SET)
        msvcrt.locking(number, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(number: int) -> None:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _release(number: int) -> None:
        fcntl.flock(number, fcntl.LOCK_UN)
