"""What all commands do alike: UTF-8 streams, files written whole, the exit code at the end."""

from __future__ import annotations

import errno
import os
import secrets
import sys
from collections.abc import Callable
from pathlib import Path

CLOSED = 141  # what a shell says of a program whose reader went away: 128 + SIGPIPE


def speak_utf8() -> None:
    """Both streams write UTF-8 and plain line ends, whatever the machine is set to; what UTF-8
    cannot hold (the name of a file that is none) is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file whole or not at all, in place of an older one. Raises OSError."""
    if not path.name:
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    part = path.with_name(f".{path.name[:80]}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def run(main: Callable[[], int]) -> None:
    """End the program with what `main` gives; quietly where the reader of its words has left.

    `... verify FILE | head -1` closes the pipe while there is more to say.
    """
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = CLOSED
    sys.exit(code)
