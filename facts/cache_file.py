"""A path goes in; an open SQLite file with the tables of the cache comes out, made if need be."""

from __future__ import annotations

import hashlib
import sqlite3
import sys
import time
from contextlib import suppress
from functools import cache
from pathlib import Path

import pydantic

WAIT = 5.0  # seconds for another process that is writing
TABLES = """
CREATE TABLE IF NOT EXISTS looks(
    name TEXT PRIMARY KEY, key TEXT, yaml TEXT, source_name TEXT, source TEXT, catalogue TEXT,
    used TEXT, stamps TEXT);
CREATE TABLE IF NOT EXISTS records(key TEXT PRIMARY KEY, lean BLOB, sha TEXT, orphaned REAL);
CREATE TABLE IF NOT EXISTS parts(key TEXT, part TEXT, data BLOB, sha TEXT, PRIMARY KEY(key, part));
CREATE TABLE IF NOT EXISTS frame(
    one INTEGER PRIMARY KEY CHECK(one = 1), keys BLOB, data BLOB, sha TEXT);
"""


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


def connected(file: Path) -> sqlite3.Connection:
    """The open file, made anew where it is none of SQLite's or has other tables."""
    for again in (False, True):
        db = sqlite3.connect(file, timeout=WAIT, check_same_thread=False, isolation_level=None)
        try:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            db.execute("BEGIN IMMEDIATE")
            for table in TABLES.split(";"):
                db.execute(table)
            db.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            db.close()
            if again or isinstance(error, sqlite3.OperationalError):
                raise
            forget(file)
            continue
        return db
    raise sqlite3.DatabaseError("the file cannot be made")


def forget(file: Path) -> None:
    """Delete a damaged file and what SQLite put beside it."""
    for name in (file, *(file.with_name(file.name + end) for end in ("-wal", "-shm"))):
        with suppress(OSError):
            name.unlink(missing_ok=True)


def forget_others(folder: Path, after: float) -> None:
    """Delete what another program kept and has not changed for so many seconds."""
    for file in folder.glob("checked-*.sqlite*"):
        with suppress(OSError):
            if code() not in file.name and time.time() - file.stat().st_mtime > after:
                file.unlink()
