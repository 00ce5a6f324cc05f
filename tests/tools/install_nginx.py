"""Makes sure that the tests of deploy/ have nginx; prints its path as the last line."""

from __future__ import annotations

import shutil
import sys

from tests.support.cluster import find_nginx
from tests.tools.installing import Way, by_apt, installed


def ways() -> list[Way]:
    """The ways to get it on this machine, each a list of commands."""
    apt = by_apt("nginx")
    found = [apt] if apt else []
    if shutil.which("brew"):
        found.append([["brew", "install", "nginx"]])
    return found


def main() -> int:
    """Find nginx or install it; 0 if it is there in the end."""
    return installed("nginx", find_nginx, ways)


if __name__ == "__main__":
    sys.exit(main())
