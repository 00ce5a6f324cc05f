"""Makes sure that the slide tests can see slides; prints the paths of what draws them."""

from __future__ import annotations

import shutil
import subprocess
import sys

from tests.support.office import find_office
from tests.tools.installing import Way, by_apt, installed


def ways() -> list[Way]:
    """The ways to get them on this machine, each a list of commands, the best first."""
    apt = by_apt("libreoffice-impress", "poppler-utils", "fonts-liberation", "fontconfig")
    found = [apt] if apt else []
    if shutil.which("brew"):
        found.append([["brew", "install", "--cask", "libreoffice"], ["brew", "install", "poppler"]])
    return found


def find() -> str:
    """The paths of what draws slides. Raises RuntimeError where they or a font like Arial lack.

    Another font is wider, so that words of a slide would lie on one another in the tests alone.
    """
    paths = " ".join(find_office())
    matched = shutil.which("fc-match")
    if matched:
        said = subprocess.run([matched, "Arial"], capture_output=True, text=True, check=False)
        if not any(name in said.stdout for name in ("Arial", "Liberation", "Arimo")):
            raise RuntimeError("Install a font as wide as Arial (on Debian: fonts-liberation).")
    return paths


def main() -> int:
    """Find the programs or install them; 0 if they are there in the end."""
    return installed("what draws slides", find, ways)


if __name__ == "__main__":
    sys.exit(main())
