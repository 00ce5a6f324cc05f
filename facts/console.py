"""Runs the `main` of a command with UTF-8 streams, and ends the program with its exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

CLOSED = 141  # what a shell says of a program whose reader went away: 128 + SIGPIPE


def speak_utf8() -> None:
    """Both streams write UTF-8 and plain line ends, whatever the machine is set to; what UTF-8
    cannot hold (the name of a file that is none) is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


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
