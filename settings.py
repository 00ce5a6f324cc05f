"""The environment goes in, read once; the settings of this program come out."""

from __future__ import annotations

import hashlib
import os
import re
import sys
import tempfile
from functools import cache
from pathlib import Path


@cache
def data_folder() -> Path:
    """The folder with the data: `FACTS_DATA` where it is set, else `data` beside this file."""
    named = os.environ.get("FACTS_DATA", "").strip()
    return Path(named) if named else Path(__file__).resolve().parent / "data"


def cache_folder(data: Path) -> Path | None:
    """Where what was checked of a data folder is kept for the next start; None for nowhere.

    `FACTS_CACHE` names a folder, or says `off`; else it is where this system keeps caches.
    """
    named = os.environ.get("FACTS_CACHE", "").strip()
    if named.lower() == "off":
        return None
    of_data = hashlib.sha256(str(data.resolve()).encode()).hexdigest()[:16]
    return (Path(named) if named else _caches() / "facts-dashboard") / of_data


def _caches() -> Path:
    """The folder for caches of this system and user; one in the temporary folder at worst."""
    if sys.platform == "win32" and os.environ.get("LOCALAPPDATA"):
        return Path(os.environ["LOCALAPPDATA"])
    if sys.platform != "win32" and os.environ.get("XDG_CACHE_HOME"):
        return Path(os.environ["XDG_CACHE_HOME"])
    try:
        home = Path.home()
    except RuntimeError:  # a user without a home
        return Path(tempfile.gettempdir())
    return home / ("Library/Caches" if sys.platform == "darwin" else ".cache")


@cache
def language() -> str:
    """The language of the screens, two letters: `DASHBOARD_LANGUAGE`, else English."""
    asked = os.environ.get("DASHBOARD_LANGUAGE", "en").strip()
    return asked if re.fullmatch("[a-z]{2}", asked) else "en"


@cache
def dashboard_url() -> str:
    """Where readers reach this dashboard, for the links in exported files; empty where unset."""
    return os.environ.get("DASHBOARD_URL", "").strip()


@cache
def editing() -> str:
    """`FACTS_EDITING`: `on` lets who sits at this machine edit; `off`, or empty, nobody.

    Where a login is set up, curators edit, unless it is `off`.
    """
    return os.environ.get("FACTS_EDITING", "").strip().lower()


@cache
def reading() -> str:
    """`DASHBOARD_READING`: `login` shows nothing before a login; empty or `open`: all may read."""
    return os.environ.get("DASHBOARD_READING", "").strip().lower()


@cache
def roles_file() -> Path | None:
    """`DASHBOARD_ROLES`: the file that says who may read and who may edit; None where unset."""
    named = os.environ.get("DASHBOARD_ROLES", "").strip()
    return Path(named) if named else None
