"""The browser that tests drive: where it is, and how it is started."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.support.patience import WITHIN

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APPS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
)
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
CURE = (
    "Install Chromium or Google Chrome (on Debian: sudo apt-get install chromium), "
    "or set CHROME to the path of one."
)


def works(path: str) -> bool:
    """Whether the program answers; Ubuntu's `chromium-browser` may be an empty shell."""
    try:
        asked = subprocess.run(
            [path, "--version"], capture_output=True, timeout=WITHIN, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


def installed() -> Iterator[str]:
    """The browsers of this machine: those on the path, then those in macOS's folders."""
    for name in NAMES:
        if path := shutil.which(name):
            yield path
    for folder in (Path("/Applications"), Path.home() / "Applications"):
        for app in MAC_APPS:
            if (folder / app).is_file():
                yield str(folder / app)


def downloaded() -> Iterator[str]:
    """The browser that `playwright install chromium` has put on this machine, if it has."""
    # In a process of its own, because playwright refuses to start inside a running event loop.
    code = (
        "from playwright.sync_api import sync_playwright as start\n"
        "with start() as p: print(p.chromium.executable_path)"
    )
    asked = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    path = asked.stdout.strip()
    if asked.returncode == 0 and path and Path(path).is_file():
        yield path


@cache
def find_browser() -> str:
    """The path of a Chromium or Chrome that starts: `$CHROME`, an installed one, playwright's.

    Raises:
        RuntimeError: there is none; the message says how to get one.
    """
    if chosen := os.environ.get("CHROME"):
        path = shutil.which(chosen)
        if path and works(path):
            return path
        raise RuntimeError(f"CHROME is set to {chosen!r}, which is no browser that starts. {CURE}")
    for source in (installed, downloaded):
        for path in source():
            if works(path):
                return path
    raise RuntimeError(f"No Chromium or Chrome was found for the browser tests. {CURE}")
