"""Makes sure that the tests of the login have a real provider; prints the path of its Node."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from tests.support.openid import HERE, find_node

# What is installed stands with its fingerprints in package-lock.json; no script of a package runs.
INSTALL = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(HERE)]


def ways() -> list[list[list[str]]]:
    """The ways to get it on this machine, each a list of commands, the best first."""
    found = [[INSTALL]] if shutil.which("npm") else []
    if shutil.which("apt-get"):
        root = None
        if os.name == "posix" and os.geteuid() == 0:
            root = []
        elif shutil.which("sudo") and _succeeds(["sudo", "-n", "true"]):
            root = ["sudo", "-n"]
        if root is not None:
            apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
            packages = [*apt, "install", "--yes", "--no-install-recommends", "nodejs", "npm"]
            found.append([[*apt, "update"], packages, INSTALL])
    if shutil.which("brew"):
        found.append([["brew", "install", "node"], INSTALL])
    return found


def main() -> int:
    """Find the provider or install it; 0 if it is there in the end."""
    for commands in [[], *ways()]:
        for command in commands:
            print("Installing an OpenID provider:", " ".join(command[:4]), flush=True)
            if not _succeeds(command, quiet=False):
                break
        try:
            print(find_node())
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
