"""Makes sure that the browser tests have a browser; prints its path as the last line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

from tests.support.browser import find_browser


def ways() -> Iterator[list[list[str]]]:
    """The ways to get a browser on this machine, each a list of commands, the best first."""
    if shutil.which("apt-get"):
        if os.name == "posix" and os.geteuid() == 0:
            root: list[str] | None = []
        elif shutil.which("sudo") and _succeeds(["sudo", "-n", "true"]):
            root = ["sudo", "-n"]
        else:
            root = None
        if root is not None:
            apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
            yield [
                [*apt, "update"],
                [*apt, "install", "--yes", "--no-install-recommends", "chromium"],
            ]
            yield [[sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]]
    yield [[sys.executable, "-m", "playwright", "install", "chromium"]]


def main() -> int:
    """Find a browser or install one; 0 if there is one in the end."""
    try:
        print(find_browser())
        return 0
    except RuntimeError as error:
        why = str(error)
        if os.environ.get("CHROME"):
            print(why, file=sys.stderr)
            return 1
    for commands in ways():
        for command in commands:
            print("Installing a browser:", " ".join(command), flush=True)
            if not _succeeds(command, quiet=False):
                break
        try:
            print(find_browser())
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
