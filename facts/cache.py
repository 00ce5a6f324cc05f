"""Keeps what was proved for the next start, in one SQLite file.

What stands here is only ever a copy: whatever cannot be read, written or trusted is proved again
from the data folder. See docs/decisions/0010-cache.md for the format and the reasons.
"""

from __future__ import annotations

import hashlib
import logging
import os
import sqlite3
import sys
import threading
import time
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

import pydantic

from facts.model import SubmissionHead
from facts.record import PARTS, Record, open_part

HELD = 256  # opened parts in memory
REPLACED = 86_400.0  # seconds that a record is kept after a newer one took its place
WAIT = 5.0  # seconds for another process that is writing
TABLES = (
    f"CREATE TABLE IF NOT EXISTS proofs(key TEXT PRIMARY KEY, name TEXT, replaced REAL, lean BLOB, "
    f"{', '.join(f'{part} BLOB' for part in PARTS)})",
    "CREATE INDEX IF NOT EXISTS names ON proofs(name)",
    "CREATE TABLE IF NOT EXISTS frame(one INTEGER PRIMARY KEY CHECK(one = 1), data BLOB)",
)

LOG = logging.getLogger(__name__)


@cache
def code() -> str:
    """A fingerprint of all that decides what is proved: another one, another file."""
    root = Path(__file__).parents[1]
    code = [file for part in ("facts", "language") for file in (root / part).rglob("*.py")]
    files = sorted([*code, root / "reference" / "countries.csv"])
    found = hashlib.sha256(f"{pydantic.VERSION} {sys.version_info[:2]}".encode())
    for file in files:
        found.update(file.read_bytes())
    return found.hexdigest()[:16]


class Cache:
    """The records of one data folder. Safe to ask from several threads and processes.

    Without a folder, or where it cannot be used, records are held in memory for this process. All
    bytes stand in the file behind a SHA-256; others are not believed.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._lock = threading.RLock()
        self._pending: dict[str, Record] = {}
        self._opened: OrderedDict[tuple[str, str], object] = OrderedDict()
        self._db: sqlite3.Connection | None = None
        self._file = folder / f"checked-{code()}.sqlite" if folder else None
        if self._file is not None:
            self._open(self._file)

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
            if key in self._pending:
                packed = self._pending[key].parts.get(name)
            else:
                rows = self._ask(f"SELECT {name} FROM proofs WHERE key = ?", key)
                packed = _unsealed(rows[0][0], key, name) if rows else None
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

    def records(self) -> list[Record]:
        """The newest record of every submission, without its parts."""
        rows = self._ask("SELECT name, key, lean FROM proofs WHERE replaced IS NULL")
        sound = ((name, key, _unsealed(lean, key, "lean")) for name, key, lean in rows)
        return [Record(name, key, lean, {}) for name, key, lean in sound if lean is not None]

    def frame(self) -> bytes | None:
        """The saved rows of all facts."""
        rows = self._ask("SELECT data FROM frame")
        return _unsealed(rows[0][0], "frame") if rows else None

    def save(self, records: Sequence[Record], gone: Iterable[str], frame: bytes) -> bool:
        """Write the newest records and the frame, all or nothing; False where it fails.

        Of a record without parts these stand here already. `gone` names the submissions that are
        there no more.
        """
        with self._lock:
            if self._db is None:
                return False
            pending = list(self._pending.values())
            whole = {one.key: one for one in (*pending, *records) if one.parts}
            newest = [*((name, "") for name in gone), *((one.name, one.key) for one in records)]
            try:
                self._db.execute("BEGIN IMMEDIATE")
                self._write(whole.values(), records, newest, frame)
                self._db.execute("COMMIT")
            except (sqlite3.Error, OSError) as error:
                self._give_up(error)
                return False
            self._pending.clear()
        return True

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            if self._db is not None:
                self._db.close()
                self._db = None

    def _write(
        self,
        whole: Iterable[Record],
        records: Iterable[Record],
        newest: Iterable[tuple[str, str]],
        frame: bytes,
    ) -> None:
        assert self._db is not None
        run, many = self._db.execute, self._db.executemany
        now = time.time()
        many(
            f"INSERT OR REPLACE INTO proofs VALUES(?, ?, NULL, ?{', ?' * len(PARTS)})",
            [
                (one.key, one.name, *(_sealed(data, one.key, at) for at, data in _bytes_of(one)))
                for one in whole
            ],
        )
        leans = [(_sealed(one.lean, one.key, "lean"), one.key) for one in records]
        many("UPDATE proofs SET lean = ? WHERE key = ?", leans)
        many(
            "UPDATE proofs SET replaced = CASE WHEN key = ? THEN NULL ELSE ifnull(replaced, ?) END "
            "WHERE name = ?",
            [(key, now, name) for name, key in newest],
        )
        run("DELETE FROM proofs WHERE replaced < ?", (now - REPLACED,))
        run("INSERT OR REPLACE INTO frame VALUES(1, ?)", (_sealed(frame, "frame"),))

    def _ask(self, asked: str, *values: str) -> list[tuple]:  # type: ignore[type-arg]
        with self._lock:
            if self._db is None:
                return []
            try:
                return self._db.execute(asked, values).fetchall()
            except (sqlite3.Error, UnicodeDecodeError) as error:
                self._give_up(error)
                return []

    def _open(self, file: Path) -> None:
        folder = file.parent
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if hasattr(os, "getuid") and folder.stat().st_uid != os.getuid():
                LOG.warning("The cache %s belongs to someone else and is not used.", folder)
                return
            self._db = _connected(file)
            for other in folder.glob("checked-*.sqlite*"):  # of another program, long unused
                with suppress(OSError):
                    old = time.time() - other.stat().st_mtime > REPLACED
                    if old and code() not in other.name:
                        other.unlink()
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
            _forget(self._file)  # damaged: the next start makes it anew


def _connected(file: Path) -> sqlite3.Connection:
    """The open file, made anew where it is none of SQLite's."""
    for again in (False, True):
        db = sqlite3.connect(file, timeout=WAIT, check_same_thread=False, isolation_level=None)
        try:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            db.execute("BEGIN IMMEDIATE")
            for table in TABLES:
                db.execute(table)
            db.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            db.close()
            if again or isinstance(error, sqlite3.OperationalError):
                raise
            _forget(file)
            continue
        return db
    raise sqlite3.DatabaseError("the file cannot be made")


def _forget(file: Path) -> None:
    """Delete a damaged file and what SQLite put beside it."""
    for name in (file, *(file.with_name(file.name + end) for end in ("-wal", "-shm"))):
        with suppress(OSError):
            name.unlink(missing_ok=True)


def _bytes_of(record: Record) -> list[tuple[str, bytes]]:
    """What is kept of a record, in the order of its columns."""
    return [("lean", record.lean), *((part, record.parts[part]) for part in PARTS)]


def _sealed(data: bytes, *place: str) -> bytes:
    """The bytes behind a SHA-256 of them and of where they belong."""
    return hashlib.sha256("\n".join(place).encode() + data).digest() + data


def _unsealed(sealed: object, *place: object) -> bytes | None:
    """The sealed bytes; None where they were changed on the disk, or are those of another place."""
    if not isinstance(sealed, bytes):
        return None
    data = sealed[32:]
    return data if _sealed(data, *map(str, place)) == sealed else None
