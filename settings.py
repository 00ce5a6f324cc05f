"""The environment goes in, read once; the settings of this program come out."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path


@cache
def data_folder() -> Path:
    """The folder with the data: `FACTS_DATA` where it is set, else `data` beside this file."""
    named = os.environ.get("FACTS_DATA", "").strip()
    return Path(named) if named else Path(__file__).resolve().parent / "data"


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
    """`FACTS_EDITING`: `on` lets every reader edit, `off` none; empty: who sits at this machine."""
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
