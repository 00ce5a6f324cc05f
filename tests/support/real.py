"""Nothing goes in; the project's own folder and the snapshot of its real data come out."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from facts.store import Snapshot, Store

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"


@cache
def real() -> Snapshot:
    """The real submissions, read once."""
    return Store(DATA, "data").snapshot()
