"""What to look for and ways to install it go in; whether it is there in the end comes out."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from typing import TypeAlias

Command: TypeAlias = list[str]
Way: TypeAlias = list[Command]


def by_apt(*packages: str) -> Way | None:
    """The commands that install these with apt; None where it is missing or may not be used."""
    if not shutil.which("apt-get"):
        return None
    if os.name == "posix" and os.geteuid() == 0:
        root: list[str] = []
    elif shutil.which("sudo") and succeeds(["sudo", "-n", "true"], quiet=True):
        root = ["sudo", "-n"]
    else:
        return None
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    install = [*apt, "install", "--yes", "--no-install-recommends", *packages]
    return [[*apt, "update"], install]


def installed(what: str, find: Callable[[], str], ways: Callable[[], Iterable[Way]]) -> int:
    """Print what `find` gives, after trying one way after the other; 0 if it is there in the end.

    `find` raises RuntimeError where it is not there.
    """
    why = _missing(find)
    if why is None:
        return 0
    for way in ways():
        for command in way:
            print(f"Installing {what}:", " ".join(command), flush=True)
            if not succeeds(command):
                break
        why = _missing(find)
        if why is None:
            return 0
    print(why, file=sys.stderr)
    return 1


def succeeds(command: Command, *, quiet: bool = False) -> bool:
    """Whether a command can be run and ends with 0."""
    try:
        output = subprocess.DEVNULL if quiet else None
        return subprocess.run(command, stdout=output, stderr=output, check=False).returncode == 0
    except OSError:
        return False


def _missing(find: Callable[[], str]) -> str | None:
    """Why it is not there; None, and its place printed, where it is."""
    try:
        print(find())
    except RuntimeError as error:
        return str(error)
    return None
