"""A data folder goes in; its newest snapshot comes out, nothing read again unless it changed."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from facts.corpus import Corpus
from facts.disk import Disk, Stamp, stamps
from facts.frame import data_version, frame
from facts.load import Memory, load
from facts.problems import Problem

LOOK_EVERY = 1.0  # seconds


@dataclass(frozen=True)
class Snapshot:
    """What one look at the data folder gave; `frame` must not be changed in place."""

    corpus: Corpus
    frame: pd.DataFrame
    problems: tuple[Problem, ...]
    version: str


class Store:
    """Keeps one data folder in memory. Safe to ask from several threads."""

    def __init__(
        self, folder: Path, shown: str | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`shown` is how problems name the folder (as given, when left out)."""
        self._folder = folder
        self._shown = shown
        self._clock = clock
        self._lock = threading.Lock()
        self._memory = Memory(Disk(folder))
        self._snapshot: Snapshot | None = None
        self._stamps: dict[str, Stamp] = {}
        self._looked_at = 0.0

    def snapshot(self) -> Snapshot:
        """The folder as it was at most a second ago; the same object as long as no file changes.

        Who asks while another thread is reading gets the last snapshot at once.
        """
        latest = self._snapshot
        if latest and self._clock() - self._looked_at < LOOK_EVERY:
            return latest
        if not self._lock.acquire(blocking=latest is None) and latest:
            return latest
        try:
            return self._look()
        finally:
            self._lock.release()

    def _look(self) -> Snapshot:
        now = self._clock()
        if self._snapshot and now - self._looked_at < LOOK_EVERY:
            return self._snapshot
        seen = stamps(self._folder)
        if self._snapshot is None or seen != self._stamps:
            corpus = load(self._folder, self._shown, self._memory)
            rows = frame(corpus)
            self._snapshot = Snapshot(corpus, rows, corpus.problems, data_version(rows))
            self._stamps = seen
        self._looked_at = now
        return self._snapshot
