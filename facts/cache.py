"""Proved submissions go in as bytes, and come out again at the next start: one SQLite file.

What stands here is only ever a copy: whatever cannot be read, written or trusted is proved again
from the data folder. See docs/decisions/0010-cache.md for the format and the reasons.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import threading
import time
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from facts.cache_file import code, connected, forget, forget_others
from facts.model import SubmissionHead
from facts.record import Record, digest, open_part

HELD = 256  # opened parts in memory
ORPHANS = 86_400.0  # seconds that a record is kept after a newer one took its place

LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Look:
    """What was found at a look at one submission; `key` names its record, the last two are JSON."""

    name: str
    key: str
    yaml: str
    source_name: str
    source: str
    catalogue: str
    used: str
    stamps: str


class Cache:
    """The records of one data folder. Safe to ask from several threads and processes.

    Without a folder, or where it cannot be used, records are held in memory for this process.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._lock = threading.RLock()
        self._pending: dict[str, Record] = {}
        self._opened: OrderedDict[tuple[str, str], object] = OrderedDict()
        self._db: sqlite3.Connection | None = None
        self._file = folder / f"checked-{code()}.sqlite" if folder else None
        if folder is not None:
            self._open(folder)

    @property
    def lasts(self) -> bool:
        """Whether what is saved is there at the next start."""
        return self._db is not None

    def put(self, record: Record) -> None:
        """Take a record; it stays in memory until it is saved."""
        with self._lock:
            self._pending[record.key] = record

    def part(self, key: str, head: SubmissionHead, name: str) -> object | None:
        """One part of a submission, opened; None where it is lost or was changed on the disk."""
        with self._lock:
            if (key, name) in self._opened:
                self._opened.move_to_end((key, name))
                return self._opened[key, name]
            packed = self._packed(key, name)
        if packed is None:
            return None
        try:
            found = open_part(head, name, packed)
        except ValueError:
            return None
        with self._lock:
            self._opened[key, name] = found
            while len(self._opened) > HELD:
                self._opened.popitem(last=False)
        return found

    def looks(self) -> list[tuple[Look, bytes]]:
        """Every look that was saved, with the lean bytes of its record."""
        asked = "SELECT l.*, r.lean, r.sha FROM looks l JOIN records r ON r.key = l.key"
        rows = self._ask(asked)
        return [(Look(*row[:8]), row[8]) for row in rows if _is_whole(row[8], row[9])]

    def frame(self) -> tuple[bytes, bytes] | None:
        """The saved rows of all facts, and the keys of the submissions that they belong to."""
        rows = self._ask("SELECT keys, data, sha FROM frame")
        if not rows or not isinstance(rows[0][0], bytes):
            return None
        keys, data, sha = rows[0]
        return (keys, data) if _is_whole(data, sha, keys) else None

    def save(
        self, looks: Sequence[Look], gone: Iterable[str], frame: tuple[bytes, bytes] | None
    ) -> bool:
        """Write the looks and their records, and the frame, all or nothing; False where it fails.

        `gone` names the submissions that are there no more.
        """
        with self._lock:
            if self._db is None:
                return False
            pending = dict(self._pending)
            try:
                self._db.execute("BEGIN IMMEDIATE")
                self._write(looks, list(gone), pending, frame)
                self._db.execute("COMMIT")
            except (sqlite3.Error, OSError) as error:
                self._give_up(error)
                return False
            for key in pending:
                del self._pending[key]
        return True

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            if self._db is not None:
                self._db.close()
                self._db = None

    def _write(
        self,
        looks: Sequence[Look],
        gone: list[str],
        pending: dict[str, Record],
        frame: tuple[bytes, bytes] | None,
    ) -> None:
        assert self._db is not None
        run, many = self._db.execute, self._db.executemany
        now = time.time()
        many("DELETE FROM looks WHERE name = ?", [(name,) for name in gone])
        many(
            "INSERT OR REPLACE INTO records VALUES(?, ?, ?, NULL)",
            [(one.key, one.lean, digest(one.lean)) for one in pending.values()],
        )
        many(
            "INSERT OR REPLACE INTO parts VALUES(?, ?, ?, ?)",
            [
                (one.key, part, data, digest(data))
                for one in pending.values()
                for part, data in one.parts.items()
            ],
        )
        many(
            "INSERT OR REPLACE INTO looks VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
            [tuple(vars(look).values()) for look in looks],
        )
        named = "SELECT key FROM looks"
        run(f"UPDATE records SET orphaned = NULL WHERE key IN ({named})")
        run(f"UPDATE records SET orphaned = ? WHERE orphaned IS NULL AND key NOT IN ({named})",
            (now,))  # fmt: skip
        run("DELETE FROM records WHERE orphaned < ?", (now - ORPHANS,))
        run("DELETE FROM parts WHERE key NOT IN (SELECT key FROM records)")
        if frame is not None:
            sha = digest(frame[0] + frame[1])
            run("INSERT OR REPLACE INTO frame VALUES(1, ?, ?, ?)", (*frame, sha))

    def _packed(self, key: str, name: str) -> bytes | None:
        if key in self._pending:
            return self._pending[key].parts.get(name)
        rows = self._ask("SELECT data, sha FROM parts WHERE key = ? AND part = ?", (key, name))
        return rows[0][0] if rows and _is_whole(*rows[0]) else None

    def _ask(self, asked: str, values: tuple[str, ...] = ()) -> list[tuple]:  # type: ignore[type-arg]
        with self._lock:
            if self._db is None:
                return []
            try:
                return self._db.execute(asked, values).fetchall()
            except (sqlite3.Error, UnicodeDecodeError) as error:
                self._give_up(error)
                return []

    def _open(self, folder: Path) -> None:
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if hasattr(os, "getuid") and folder.stat().st_uid != os.getuid():
                LOG.warning("The cache %s belongs to someone else and is not used.", folder)
                return
            self._db = connected(folder / f"checked-{code()}.sqlite")
            forget_others(folder, ORPHANS)
        except (sqlite3.Error, OSError) as error:
            self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        """Go on without the file: what it holds can be proved again."""
        LOG.warning("The cache of checked data cannot be used, and is done without: %s", error)
        db, self._db = self._db, None
        if db is not None:
            with suppress(sqlite3.Error):
                db.close()
        harmless = not isinstance(error, sqlite3.DatabaseError)
        if self._file and not (harmless or isinstance(error, sqlite3.OperationalError)):
            forget(self._file)  # damaged: the next start makes it anew


def _is_whole(data: object, sha: object, before: bytes = b"") -> bool:
    return isinstance(data, bytes) and digest(before + data) == sha
