"""Makes sure that the tests of deploy/ have nginx; prints its path as the last line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from tests.support.cluster import find_nginx


def ways() -> list[list[list[str]]]:
    """The ways to get it on this machine, each a list of commands."""
    found = []
    if shutil.which("apt-get"):
        root = None
        if os.name == "posix" and os.geteuid() == 0:
            root = []
        elif shutil.which("sudo") and _succeeds(["sudo", "-n", "true"]):
            root = ["sudo", "-n"]
        if root is not None:
            apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
            install = [*apt, "install", "--yes", "--no-install-recommends", "nginx"]
            found.append([[*apt, "update"], install])
    if shutil.which("brew"):
        found.append([["brew", "install", "nginx"]])
    return found


def main() -> int:
    """Find nginx or install it; 0 if it is there in the end."""
    for commands in [[], *ways()]:
        for command in commands:
            print("Installing nginx:", " ".join(command), flush=True)
            if not _succeeds(command, quiet=False):
                break
        try:
            print(find_nginx())
            return 0
        except RuntimeError as error:
            why = str(error)
    print(why, file=sys.stderr)
    return 1


def _succeeds(command: list[str], *, quiet: bool = True) -> bool:
    try:
        output = subprocess.DEVNULL if quiet else None
        return subprocess.run(command, stdout=output, stderr=output, check=False).returncode == 0
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main())
