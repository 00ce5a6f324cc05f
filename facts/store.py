"""A data folder goes in; its newest snapshot comes out, nothing read again unless it changed."""

from __future__ import annotations

import hashlib
import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import pandas as pd

from facts.cache import Cache
from facts.check_submission import Checked
from facts.corpus import Corpus, Sub
from facts.disk import Disk, Stamp, are_same, settled, stamps
from facts.frame import reached
from facts.keep import restore, save
from facts.load import Memory, load
from facts.problems import Problem
from facts.rows import Rows

LOOK_EVERY = 0.5  # seconds
UNKNOWN: Stamp = (-2, -2, -2)  # of a file that was changed so lately that it is looked at again


@dataclass(frozen=True)
class Snapshot:
    """What one look at the data folder gave; its frames must not be changed in place.

    `every` has a row for each proved fact; `frame` leaves out targets and plans, so that nothing
    that is drawn, said or compared from it can take one for a size. `version` is another whenever
    anything that was read is another.
    """

    corpus: Corpus
    every: pd.DataFrame
    problems: tuple[Problem, ...]
    version: str

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The facts that are reached."""
        return reached(self.every)


class Store:
    """Keeps one data folder in memory. Safe to ask from several threads."""

    def __init__(
        self,
        folder: Path,
        shown: str | None = None,
        clock: Callable[[], float] = time.monotonic,
        cache: Cache | None = None,
        told: Callable[[int, int], None] = lambda _read, _all: None,
        today: Callable[[], date] = date.today,
    ) -> None:
        """`shown` is how problems name the folder (as given, when left out).

        `cache` is where an earlier process left what it proved; `told` is called while submissions
        are read, with how many are, and of how many. `today` says by which year a date is too late.
        """
        self._folder = folder
        self._shown = folder.as_posix() if shown is None else shown
        self._clock = clock
        self._lock = threading.Lock()
        self._memory = Memory(
            Disk(folder), cache=cache or Cache(), told=told, wants_rows=True, today=today
        )
        self._year = 0  # in which the folder was last read
        self._rows = Rows()
        self._snapshot: Snapshot | None = None
        self._stamps: dict[str, Stamp] = {}
        self._looked_at = 0.0
        self.took = 0.0  # seconds that the last look took
        self.is_new = False  # whether something was read since `keep`

    @property
    def is_read(self) -> bool:
        """Whether the folder was read at all: then `snapshot` answers without waiting."""
        return self._snapshot is not None

    def snapshot(self) -> Snapshot:
        """The folder as it was at most half a second ago; the same object while no file changes.

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

    def refresh(self) -> Snapshot:
        """The folder as it is now, after a change of one's own: looked at anew, and waited for."""
        with self._lock:
            self._looked_at = -math.inf
            return self._look()

    def keep(self) -> bool:
        """Leave what is new in the cache for the next start; whether anything was written."""
        with self._lock:
            self.is_new = False
            return self._snapshot is not None and save(self._memory, self._shown, self._rows)

    def _look(self) -> Snapshot:
        now = self._clock()
        if self._snapshot and now - self._looked_at < LOOK_EVERY:
            return self._snapshot
        if self._snapshot is None:
            restore(self._memory, self._shown)
            self._rows.restore(self._memory.cache.frame())
        year = self._memory.today().year
        if self._snapshot is None or self._year != year or not are_same(self._stamps):
            self._year = year
            looked = time.time_ns()
            seen = stamps(self._folder)
            self._memory.seen = seen
            read = self._read()
            if self._snapshot is None or read.version != self._snapshot.version:
                self._snapshot = read
            unsettled = [path for path, stamp in seen.items() if not settled(stamp, looked)]
            self._stamps = seen | dict.fromkeys(unsettled, UNKNOWN)
            self.is_new = True
        self.took = self._clock() - now
        self._looked_at = now
        return self._snapshot

    def _read(self) -> Snapshot:
        memory = self._memory
        corpus = load(self._folder, self._shown, memory)
        subs = {sub.head.id: sub for sub in corpus.submissions}
        keys = {name: _key(sub, memory.proofs[name]) for name, sub in subs.items()}
        rows = self._rows.of(subs, keys, memory.fresh, corpus.indicators)
        memory.fresh.clear()
        catalogue = memory.catalogue.sha256s if memory.catalogue else ()
        told = (sorted(keys.items()), catalogue, corpus.problems, corpus.left_out)
        version = hashlib.sha256(repr(told).encode()).hexdigest()[:12]
        return Snapshot(corpus, rows, corpus.problems, version)


def _key(sub: Sub, kept: Checked) -> str:
    """What the rows of a submission are made from: its files, less what refers to nothing."""
    return kept.key if sub is kept.proof.sub else f"{kept.key} without {sub.left_out}"
