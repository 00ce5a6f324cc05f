"""Makes sure that the slide tests can see slides; prints the paths of what draws them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from tests.support.office import find_office

PACKAGES = ("libreoffice-impress", "poppler-utils")


def ways() -> list[list[list[str]]]:
    """The ways to get them on this machine, each a list of commands, the best first."""
    found = []
    if shutil.which("apt-get"):
        root = None
        if os.name == "posix" and os.geteuid() == 0:
            root = []
        elif shutil.which("sudo") and _succeeds(["sudo", "-n", "true"]):
            root = ["sudo", "-n"]
        if root is not None:
            apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
            install = [*apt, "install", "--yes", "--no-install-recommends", *PACKAGES]
            found.append([[*apt, "update"], install])
    if shutil.which("brew"):
        found.append([["brew", "install", "--cask", "libreoffice"], ["brew", "install", "poppler"]])
    return found


def main() -> int:
    """Find the programs or install them; 0 if they are there in the end."""
    for commands in [[], *ways()]:
        for command in commands:
            print("Installing what draws slides:", " ".join(command), flush=True)
            if not _succeeds(command, quiet=False):
                break
        try:
            print(*find_office())
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
