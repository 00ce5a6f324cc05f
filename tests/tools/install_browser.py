"""Makes sure that the browser tests have a browser; prints its path as the last line."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from tests.support.browser import find_browser
from tests.tools.installing import Way, by_apt, installed


def ways() -> Iterator[Way]:
    """The ways to get a browser on this machine, each a list of commands, the best first.

    None where `$CHROME` names one: what somebody chose is not replaced.
    """
    if os.environ.get("CHROME"):
        return
    if apt := by_apt("chromium"):
        yield apt
        yield [[sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]]
    yield [[sys.executable, "-m", "playwright", "install", "chromium"]]


def main() -> int:
    """Find a browser or install one; 0 if there is one in the end."""
    return installed("a browser", find_browser, ways)


if __name__ == "__main__":
    sys.exit(main())
