"""The door of the cache: whatever stands in its file, the facts shown are those of the folder."""

from __future__ import annotations

import atexit
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from random import Random

from facts.cache import Cache, code
from facts.corpus import Corpus
from facts.store import Store
from tests.faults import proof
from tests.faults.door import Bad, must
from tests.faults.folders import SHOWN, folder
from tests.faults.mangle import mangled
from tests.faults.yaml_text import spoiled

NAME = "cache"
SHARE = 70
TABLES = {
    "proofs": ("name", "key", "replaced", "lean", "facts", "activities", "source_text"),
    "frame": ("one", "data"),
}
VALUES: tuple[object, ...] = (
    None, "", b"", 0, -1, 2**62, 1.5, "null", "[]", "{}", "[[1,2,3],[4,5,6]]", "\0", b"\xff" * 99,
    "x" * 9999, '["first"]', "first", "second", "../../etc/passwd", "[[0,0,0]]", "NaN", b"{}",
)  # fmt: skip


def inputs(chance: Random) -> Iterator[Bad]:
    """A cache that was mangled, changed in its tables, or is something else; files that changed."""
    while True:
        files = {}
        if chance.random() < 0.3:
            name = chance.choice(sorted(folder("small").files))
            files = {name: spoiled(folder("small").files[name], chance)[1][:100_000]}
        draw = chance.random()
        if draw < 0.45:
            yield Bad("bytes", files | {"cache": mangled(_sound(), chance)}, ("bytes",))
        elif draw < 0.85:
            table = chance.choice(list(TABLES))
            words = tuple(
                word
                for _each in range(chance.choice((1, 1, 3, 9)))
                for word in (chance.choice(TABLES[table]), str(chance.randrange(len(VALUES))))
            )
            yield Bad(f"table {table}", files | {"cache": _sound()}, ("table", table, *words))
        else:
            yield Bad(odd := chance.choice(list(ODD)), files | {"cache": _sound()}, ("odd", odd))


@cache
def _place() -> Path:
    made = Path(tempfile.mkdtemp(prefix="faults-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


@cache
def _sound() -> bytes:
    """The file of a cache of the sound folder, whose files are an hour old."""
    _older()
    here = _place() / "sound"
    made = Cache(here)
    held = Store(folder("small").path, SHOWN, cache=made)
    held.snapshot()
    must(held.keep(), "nothing was kept")
    made.close()
    [file] = here.glob("*.sqlite")
    return file.read_bytes()


def _older() -> None:
    at = time.time_ns() - 3600 * 10**9
    for path in folder("small").path.rglob("*"):
        os.utime(path, ns=(at, at))


def try_one(given: Bad) -> None:
    """A store with this cache shows what one without shows, twice, and never fails."""
    held, here = folder("small"), _place() / "cache"
    shutil.rmtree(here, ignore_errors=True)
    with suppress(OSError):
        here.unlink()
    here.mkdir()
    file = here / f"checked-{code()}.sqlite"
    file.write_bytes(given.files["cache"])
    changed = {name: data for name, data in given.files.items() if name != "cache"}
    kind, *words = given.words
    if kind == "table":
        _spoil(file, words[0], words[1:])
    other = ODD[words[0]](file) if kind == "odd" else None
    try:
        with held.holding(changed) as data:
            wanted = Store(data, SHOWN).snapshot()
            for _again in range(2):
                kept = Cache(here)
                store = Store(data, SHOWN, cache=kept)
                found = store.snapshot()
                must(list(found.frame["ref"]) == list(wanted.frame["ref"]), "other facts")
                must(found.frame.equals(wanted.frame), "other rows")
                must(found.problems == wanted.problems, "other problems")
                must(_parts(found.corpus) == _parts(wanted.corpus), "other parts")
                proof.proved(found.corpus, data)
                store.keep()
                must(_parts(store.snapshot().corpus) == _parts(wanted.corpus), "other when kept")
                kept.close()
    finally:
        if other is not None:
            other.close()


def _parts(corpus: Corpus) -> list[object]:
    return [
        (one.head, one.source_text, one.facts, one.activities, one.mentions, one.set_aside,
         one.absent, one.problems, one.left_out)
        for one in corpus.submissions
    ]  # fmt: skip


def _spoil(file: Path, table: str, words: list[str]) -> None:
    """Other values in some columns, each in one row or all."""
    with sqlite3.connect(file) as db:
        for column, number in zip(words[::2], words[1::2], strict=True):
            with suppress(sqlite3.Error):
                db.execute(
                    f"UPDATE {table} SET {column} = ? WHERE rowid = "
                    f"(SELECT rowid FROM {table} ORDER BY random() LIMIT 1)",
                    (VALUES[int(number)],),
                )
    db.close()


def _locked(file: Path) -> sqlite3.Connection:
    """Another program holds it, for longer than anyone waits here."""
    db = sqlite3.connect(file, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("BEGIN IMMEDIATE")
    return db


def _do(act: Callable[[Path], object]) -> Callable[[Path], None]:
    def done(file: Path) -> None:
        act(file)

    return done


def _wal(file: Path) -> None:
    for end in ("-wal", "-shm"):
        file.with_name(file.name + end).write_bytes(os.urandom(5000))


def _folder_there(file: Path) -> None:
    file.unlink()
    file.mkdir()


def _linked(file: Path) -> None:
    file.unlink()
    file.symlink_to("/no/such/file")


def _file_there(file: Path) -> None:
    shutil.rmtree(file.parent)
    file.parent.write_bytes(b"a file")


def _tables(words: str) -> Callable[[Path], None]:
    def make(file: Path) -> None:
        with sqlite3.connect(file) as db:
            for one in words.split(";"):
                db.execute(one)
        db.close()

    return make


ODD: dict[str, Callable[[Path], sqlite3.Connection | None]] = {
    "nothing": _do(lambda file: file.write_bytes(b"")),
    "half": _do(lambda file: file.write_bytes(file.read_bytes()[: len(_sound()) // 2])),
    "garbage": _do(lambda file: file.write_bytes(os.urandom(9000))),
    "a folder": _folder_there,
    "a file for the folder": _file_there,
    "garbage beside it": _wal,
    "no tables": _tables(";".join(f"DROP TABLE {name}" for name in TABLES)),
    "one table less": _tables("DROP TABLE proofs"),
    "other columns": _tables("ALTER TABLE proofs ADD COLUMN more TEXT"),
    "a column less": _tables("ALTER TABLE proofs DROP COLUMN facts"),
    "another program's": _tables("DROP TABLE proofs; CREATE TABLE proofs(a, b)"),
    "no rows": _tables("DELETE FROM proofs"),
    "no frame": _tables("DELETE FROM frame"),
    "heads exchanged": _tables("UPDATE proofs SET lean = (SELECT max(lean) FROM proofs)"),
    "facts exchanged": _tables("UPDATE proofs SET facts = (SELECT max(facts) FROM proofs)"),
    "older is newer": _tables("UPDATE proofs SET replaced = NULL"),
    "a link to nowhere": _linked,
    "may only be read": _do(lambda file: file.chmod(0o444)),
}
if os.environ.get("FAULTS_SLOW"):  # waits for as long as SQLite waits for another program
    ODD["locked"] = _locked
