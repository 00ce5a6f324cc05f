"""Makes sure that the slide tests can see slides; prints the paths of what draws them."""

from __future__ import annotations

import shutil
import sys

from tests.support.office import find_office
from tests.tools.installing import Way, by_apt, installed


def ways() -> list[Way]:
    """The ways to get them on this machine, each a list of commands, the best first."""
    apt = by_apt("libreoffice-impress", "poppler-utils")
    found = [apt] if apt else []
    if shutil.which("brew"):
        found.append([["brew", "install", "--cask", "libreoffice"], ["brew", "install", "poppler"]])
    return found


def main() -> int:
    """Find the programs or install them; 0 if they are there in the end."""
    return installed("what draws slides", lambda: " ".join(find_office()), ways)


if __name__ == "__main__":
    sys.exit(main())
