"""The settings of this program, read from the environment once."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from functools import cache
from pathlib import Path

from platformdirs import user_cache_dir

VERSION = "1.0.0"  # of the program; pyproject.toml says the same


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
    folder = Path(named or user_cache_dir("facts-dashboard", appauthor=False, opinion=False))
    if not named and not folder.is_absolute():  # a user without a home
        folder = Path(tempfile.gettempdir()) / "facts-dashboard"
    return folder / of_data


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
