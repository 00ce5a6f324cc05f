"""Keeps the newest snapshot of a data folder in memory, and reads only what changed."""

from __future__ import annotations

import hashlib
import io
import json
import math
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from facts.cache import Cache
from facts.check_submission import Checked
from facts.corpus import Corpus, Sub
from facts.disk import Disk, Stamp, are_same, settled, stamps
from facts.frame import COLUMNS, reached, rows_of
from facts.load import Memory, load, restore, save
from facts.problems import Problem
from facts.vocabulary import Indicator

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


class Rows:
    """The rows of all facts as they were last, and what those of each submission were made from."""

    def __init__(self) -> None:
        self._keys: dict[str, str] = {}
        self._frame = rows_of((), {})

    def restore(self, packed: bytes | None) -> None:
        """Begin with what was packed; with nothing where it cannot be read."""
        if packed is None:
            return
        try:
            table = pq.read_table(io.BytesIO(packed))
            keys, frame = json.loads((table.schema.metadata or {})[b"keys"]), table.to_pandas()
        except (KeyError, ValueError, OSError, pa.ArrowException):
            return
        if list(frame.columns) == list(COLUMNS) and isinstance(keys, dict):
            self._keys, self._frame = keys, frame.astype(COLUMNS)

    def packed(self) -> bytes:
        """The rows as a Parquet file, the keys in its head."""
        table = pa.Table.from_pandas(self._frame, preserve_index=False)
        keys = {b"keys": json.dumps(self._keys).encode()}
        out = io.BytesIO()
        pq.write_table(
            table.replace_schema_metadata({**(table.schema.metadata or {}), **keys}), out
        )
        return out.getvalue()

    def of(
        self,
        subs: Mapping[str, Sub],
        keys: dict[str, str],
        indicators: Mapping[str, Indicator],
    ) -> pd.DataFrame:
        """The rows of these submissions, in their order.

        `keys` says of each submission what its rows are made from: the same, the same rows.
        """
        if list(keys.items()) == list(self._keys.items()):
            return self._frame
        same = {name for name, key in keys.items() if self._keys.get(name) == key}
        new = rows_of(
            (one for name in keys if name not in same for one in subs[name].facts), indicators
        )
        old = self._frame[self._frame["submission"].isin(same)]
        rows = pd.concat([old, new], ignore_index=True)
        rank = rows["submission"].map({name: place for place, name in enumerate(keys)})
        rows = rows.take(rank.to_numpy().argsort(kind="stable")).reset_index(drop=True)
        self._keys, self._frame = dict(keys), rows.astype(COLUMNS)
        return self._frame


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
        self._memory = Memory(Disk(folder), cache=cache or Cache(), told=told, today=today)
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
            return self._snapshot is not None and save(self._memory, self._shown, self._rows.packed)

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
        rows = self._rows.of(subs, keys, corpus.indicators)
        catalogue = memory.catalogue.sha256s if memory.catalogue else ()
        told = (sorted(keys.items()), catalogue, corpus.problems, corpus.left_out)
        version = hashlib.sha256(repr(told).encode()).hexdigest()[:12]
        return Snapshot(corpus, rows, corpus.problems, version)


def _key(sub: Sub, kept: Checked) -> str:
    """What the rows of a submission are made from: its files, less what refers to nothing."""
    return kept.key if sub is kept.proof.sub else f"{kept.key} without {sub.left_out}"
