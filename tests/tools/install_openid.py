"""Makes sure that the tests of the login have a real provider; prints the path of its Node."""

from __future__ import annotations

import shutil
import sys

from tests.support.openid import HERE, find_node
from tests.tools.installing import Way, by_apt, installed

# What is installed stands with its fingerprints in package-lock.json; no script of a package runs.
INSTALL = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(HERE)]


def ways() -> list[Way]:
    """The ways to get it on this machine, each a list of commands, the best first."""
    found = [[INSTALL]] if shutil.which("npm") else []
    if apt := by_apt("nodejs", "npm"):
        found.append([*apt, INSTALL])
    if shutil.which("brew"):
        found.append([["brew", "install", "node"], INSTALL])
    return found


def main() -> int:
    """Find the provider or install it; 0 if it is there in the end."""
    return installed("an OpenID provider", find_node, ways)


if __name__ == "__main__":
    sys.exit(main())
