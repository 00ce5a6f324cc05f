"""A data folder with a thousand facts in sixty-five submissions, made once for each process."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from benchmarks import corpora
from facts.store import Snapshot, Store

FACTS, SUBMISSIONS = 1_000, 60


@cache
def folder() -> Path:
    """The folder; it is not to be changed."""
    made = Path(tempfile.mkdtemp()) / "data"
    corpora.write(made, FACTS, SUBMISSIONS)
    return made


@cache
def thousand() -> Snapshot:
    """What it holds."""
    return Store(folder()).snapshot()
