"""Nothing goes in; the browser of this machine that draws the pictures comes out."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from words import _

NAMES = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
    "microsoft-edge", "msedge",
)  # fmt: skip
MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")


class NoBrowser(RuntimeError):
    """No browser draws pictures here; the message says why and what to do."""


def cure() -> str:
    """What a reader can do about it."""
    return _(
        "Install Chromium or Google Chrome (on Debian: sudo apt-get install chromium), or set "
        "CHROME to the path of one. SVG and all formats but PNG and PDF need no browser."
    )


def find() -> str:
    """The path of a Chrome, Chromium or Edge: `CHROME` where it is set, else an installed one.

    Raises NoBrowser where there is none.
    """
    asked = os.environ.get("CHROME", "").strip()
    if asked:
        if path := shutil.which(asked):
            return path
        said = _("CHROME is set to {path}, which is no program.", path=asked)
        raise NoBrowser(f"{said} {cure()}")
    if path := next(_installed(), None):
        return path
    raise NoBrowser(f"{_('No browser was found to draw the picture with.')} {cure()}")


def _installed() -> Iterator[str]:
    yield from filter(None, map(shutil.which, NAMES))
    if sys.platform == "darwin":
        folders = (Path("/Applications"), Path.home() / "Applications")
        names = MAC
    else:
        roots = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
        folders = tuple(Path(os.environ[root]) for root in roots if root in os.environ)
        names = WINDOWS
    for folder in folders:
        yield from (str(folder / name) for name in names if (folder / name).is_file())
