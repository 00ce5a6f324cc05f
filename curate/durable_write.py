"""Files written whole and safe on the disk, their names, and one writer at a time."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import re
import secrets
import shutil
import sys
import time
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from curate.errors import NotSaved

DRAFTS = ".drafts"  # in the data folder; whoever reads facts passes over it
_TRIES = 20  # on Windows a file that someone reads cannot be replaced at that moment
_CURES = {
    errno.ENOSPC: ("The disk is full.", "Free some space and try again."),
    errno.EDQUOT: ("Your share of the disk is used up.", "Free some space and try again."),
    errno.EROFS: ("The data folder can only be read.", "Work on a copy that may be written to."),
    errno.EACCES: (
        "The data folder may not be written to.",
        "Ask for the permission to write there, or work on a copy of it.",
    ),
    errno.ENAMETOOLONG: ("A name is too long for this disk.", "Give the submission a shorter id."),
}
_CURES[errno.EPERM] = _CURES[errno.EACCES]


def not_saved(error: OSError) -> NotSaved:
    """Say an error of the disk in words that tell what to do."""
    reason = error.strerror or type(error).__name__
    what, cure = _CURES.get(
        error.errno or 0, (f"The disk refused: {reason}.", "Look after the disk, then try again.")
    )
    return NotSaved(f"Nothing was saved. {what}", cure)


@contextlib.contextmanager
def as_not_saved() -> Iterator[None]:
    """Turn errors of the disk into `NotSaved`."""
    try:
        yield
    except OSError as error:
        raise not_saved(error) from error


def drafts_folder(data: Path) -> Path:
    """The folder for work in progress, made where it is missing. Raises NotSaved.

    It tells git to pass over it.
    """
    if not data.is_dir():
        raise NotSaved("There is no such data folder.", "Look at FACTS_DATA.")
    folder = drafts_path(data)
    with as_not_saved():
        folder.mkdir(exist_ok=True)
        ignore = folder / ".gitignore"
        if not ignore.exists():
            write_whole(ignore, b"*\n")
    return folder


def drafts_path(data: Path) -> Path:
    """The folder for work in progress, there or not. Raises NotSaved where it is a link.

    What is written and thrown away there would be so in another place, which nobody chose here.
    """
    folder = data / DRAFTS
    with as_not_saved():
        linked = folder.resolve() != data.resolve() / DRAFTS
    if linked:
        raise NotSaved(
            f"Nothing was saved. {DRAFTS} in the data folder is a link to another place.",
            "Take the link away; a folder is made in its place. What it leads to stays.",
        )
    return folder


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, and wait until it is on the disk. Raises OSError."""
    partial = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        write_new(partial, data)
        rename_over(partial, path)
    except OSError:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def write_new(path: Path, data: bytes) -> None:
    """Write the bytes of a new file and wait until they are on the disk. Raises OSError."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def rename_over(old: Path, new: Path) -> None:
    """Rename a file or a folder in one step, again where a reader is in the way on Windows."""
    for left in range(_TRIES, -1, -1):
        try:
            os.replace(old, new)  # noqa: PTH105 (one place, so that a test can break it)
            return
        except PermissionError:
            if sys.platform != "win32" or not left:
                raise
            time.sleep(0.05)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk; Windows has no such call."""
    if sys.platform == "win32":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(number)


def remove_folder(folder: Path) -> None:
    """Take a folder away with all that is in it: first out of sight, then for good."""
    gone = folder.with_name(f".gone-{folder.name.lstrip('.')}")
    with contextlib.suppress(OSError):
        shutil.rmtree(gone)
    with contextlib.suppress(FileNotFoundError):
        rename_over(folder, gone)
        shutil.rmtree(gone, ignore_errors=True)


def json_line(value: Any) -> bytes:
    """A value as one line of JSON with its line end."""
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


@contextlib.contextmanager
def locked(path: Path, wait: float = 10.0) -> Iterator[None]:
    """Hold the lock until the block ends. Raises NotSaved where another holds it for too long.

    The system holds the lock for the open file: it is free again when its holder ends in whatever
    way, so nothing has to be told stale by a clock or a process number.
    """
    lock = FileLock(path, timeout=wait, poll_interval=0.02, fallback_to_soft=False)
    try:
        lock.acquire()
    except Timeout:
        raise NotSaved(
            "Someone else is saving at this moment.", "Wait a little and try again."
        ) from None
    except OSError as error:
        if error.errno in _CURES:
            raise not_saved(error) from error
        raise NotSaved(
            f"This disk does not let a file be locked: {error.strerror}.",
            "Put the data folder on a disk of this computer.",
        ) from error
    try:
        yield
    finally:
        lock.release()


def slug(text: str, longest: int = 80) -> str:
    """Letters, digits and hyphens made of any text: what may be a file name and an id."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:longest].strip("-")


def free_name(name: str, taken: Collection[str]) -> str:
    """The name, with a number behind it where it is taken."""
    count, found = 2, name
    while found in taken:
        found, count = f"{name}-{count}", count + 1
    return found
