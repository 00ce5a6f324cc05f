"""What was proved is there at the next start, and nothing that was spoilt is believed."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from facts import load as loading
from facts.cache import Cache
from facts.check_submission import Proof, prove
from facts.corpus import Sub
from facts.disk import Disk
from facts.load import Memory, load
from facts.parse import Parsed
from facts.record import KeptSub
from facts.store import Snapshot, Store
from tests.facts.folder import DataFolder
from tests.facts.test_load import second
from tests.support.real import DATA

ROOT = Path(__file__).parents[2]

OTHER = """- id: other
  label: {en: Other}
  unit: {one: {en: other}, many: {en: others}}
  kind: flow
  group: network
  description: {en: No fact rests on it.}
  wordings: {others: same}
"""
LONG_AGO = 1_000_000_000


def aged(folder: Path) -> None:
    """Give every file a change of long ago: one of a moment ago is not relied on."""
    for path in (*folder.rglob("*"), folder):
        os.utime(path, (LONG_AGO, LONG_AGO))


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of submissions that are checked anew."""
    names: list[str] = []

    def counted(parsed: Parsed, *rest: Any) -> Proof:
        names.append(parsed.head.item.id)
        return prove(parsed, *rest)

    monkeypatch.setattr("facts.check_submission.prove", counted)
    return names


def start(data: Path, place: Path) -> tuple[Store, Snapshot]:
    """A new process: a store with the cache of this place, asked once, and kept."""
    store = Store(data, "data", cache=Cache(place))
    found = store.snapshot()
    store.keep()
    return store, found


def same(one: Snapshot, other: Snapshot) -> None:
    """Both hold the same, down to the last part."""
    pd.testing.assert_frame_equal(one.frame, other.frame)
    assert (one.problems, one.version) == (other.problems, other.version)
    assert [whole(sub) for sub in one.corpus.submissions] == [
        whole(sub) for sub in other.corpus.submissions
    ]
    assert one.corpus.left_out == other.corpus.left_out


def whole(sub: Sub) -> list[object]:
    return [getattr(sub, name) for name in Sub.__dataclass_fields__]


def test_a_second_start_checks_nothing_and_holds_the_same(tmp_path: Path, checked: list[str]):
    data = DataFolder(tmp_path / "data")
    second(data)
    aged(data.path)
    _store, first = start(data.path, tmp_path / "cache")
    assert checked == ["first", "second"]
    _store, again = start(data.path, tmp_path / "cache")
    assert checked == ["first", "second"]
    assert [type(sub) for sub in again.corpus.submissions] == [KeptSub, KeptSub]
    same(first, again)


def test_the_five_submissions_come_back_as_they_were(tmp_path: Path):
    _store, first = start(DATA, tmp_path / "cache")
    _store, again = start(DATA, tmp_path / "cache")
    same(first, again)
    same(Store(DATA, "data").snapshot(), again)


def test_one_edited_file_costs_one_file(tmp_path: Path, checked: list[str]):
    data = DataFolder(tmp_path / "data")
    second(data)
    aged(data.path)
    start(data.path, tmp_path / "cache")
    data.edit("name: First 2024", "name: First of 2024")
    checked.clear()
    _store, found = start(data.path, tmp_path / "cache")
    assert checked == ["first"]
    assert list(found.frame["submission_name"].unique()) == ["First of 2024", "First 2024"]
    same(found, Store(data.path, "data").snapshot())


def test_only_what_uses_a_changed_indicator_is_checked_again(tmp_path: Path, checked: list[str]):
    data = DataFolder(tmp_path / "data")
    second(data)
    aged(data.path)
    start(data.path, tmp_path / "cache")
    checked.clear()
    with (data.path / "indicators.yaml").open("a", encoding="utf-8") as file:
        file.write(OTHER)
    _store, found = start(data.path, tmp_path / "cache")
    assert (checked, "other" in found.corpus.indicators) == ([], True)
    data.edit("workshops: same", "workshops: differs", "indicators.yaml")
    _store, found = start(data.path, tmp_path / "cache")
    assert checked == ["first", "second"]
    assert set(found.frame.loc[found.frame["indicator"] == "workshops", "comparable"]) == {False}


def test_a_file_of_equal_size_and_date_but_other_words_is_read(tmp_path: Path):
    data = DataFolder(tmp_path / "data")
    _store, first = start(data.path, tmp_path / "cache")  # changed a moment ago: not relied on
    stamp = data.yaml.stat()
    data.edit("  value: 12\n", "  value: 21\n")
    os.utime(data.yaml, ns=(stamp.st_mtime_ns, stamp.st_mtime_ns))
    _store, found = start(data.path, tmp_path / "cache")
    assert (first.problems, len(found.problems)) == ((), 1)


def file_in(place: Path) -> Path:
    (file,) = place.glob("*.sqlite")
    return file


def spoil_rows(place: Path, asked: str) -> None:
    with sqlite3.connect(file_in(place)) as db:
        db.execute(asked)


def fill(place: Path, data: bytes) -> None:
    file_in(place).write_bytes(data)


SPOILT: dict[str, Callable[[Path], None]] = {
    "parts": lambda place: spoil_rows(place, "UPDATE proofs SET facts = x'00'"),
    "a number in a part": lambda place: spoil_rows(
        place, "UPDATE proofs SET facts = CAST(replace(facts, x'31', x'32') AS BLOB)"
    ),
    "no parts": lambda place: spoil_rows(place, "UPDATE proofs SET facts = NULL"),
    "lean": lambda place: spoil_rows(place, "UPDATE proofs SET lean = '{}'"),
    "the head of another": lambda place: spoil_rows(
        place, "UPDATE proofs SET lean = (SELECT max(lean) FROM proofs)"
    ),
    "the facts of another": lambda place: spoil_rows(
        place, "UPDATE proofs SET facts = (SELECT max(facts) FROM proofs)"
    ),
    "rows": lambda place: spoil_rows(place, "UPDATE frame SET data = x'0102'"),
    "other tables": lambda place: spoil_rows(place, "ALTER TABLE proofs RENAME COLUMN key TO k"),
    "no table": lambda place: spoil_rows(place, "DROP TABLE proofs"),
    "no file of SQLite's": lambda place: fill(place, b"nothing of SQLite's " * 999),
    "half a file": lambda place: fill(place, file_in(place).read_bytes()[:30_000]),
    "an empty file": lambda place: fill(place, b""),
}


@pytest.mark.parametrize("what", SPOILT)
def test_a_spoilt_cache_is_done_without(tmp_path: Path, what: str):
    data = DataFolder(tmp_path / "data")
    second(data)
    aged(data.path)
    store, first = start(data.path, tmp_path / "cache")
    store._memory.cache.close()
    SPOILT[what](tmp_path / "cache")
    _store, again = start(data.path, tmp_path / "cache")
    same(first, again)
    _store, third = start(data.path, tmp_path / "cache")
    same(first, third)


def test_a_place_that_cannot_be_written_is_done_without(tmp_path: Path):
    data = DataFolder(tmp_path / "data")
    (tmp_path / "cache").write_text("a file, not a folder")
    store, found = start(data.path, tmp_path / "cache")
    assert (store.keep(), found.problems, len(found.frame)) == (False, (), 7)


def test_what_another_program_wrote_is_not_read(
    tmp_path: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch
):
    data = DataFolder(tmp_path / "data")
    aged(data.path)
    start(data.path, tmp_path / "cache")
    monkeypatch.setattr("facts.cache.code", lambda: "another")
    start(data.path, tmp_path / "cache")
    assert checked == ["first", "first"]


@pytest.mark.parametrize(
    "file", ["facts/format_value.py", "language/fr.py", "reference/countries.csv"]
)
def test_whatever_decides_what_is_proved_is_in_the_name_of_the_cache(tmp_path: Path, file: str):
    for part in ("facts", "language", "reference"):
        shutil.copytree(ROOT / part, tmp_path / part)
    ask = "import sys; sys.path[0] = '.'; from facts.cache import code; print(code())"

    def told() -> str:
        run = [sys.executable, "-c", ask]
        return subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, check=True).stdout

    before = told()
    with (tmp_path / file).open("ab") as changed:
        changed.write(b"\n")
    assert len(before) == 17 and told() != before


def test_a_snapshot_keeps_its_words_when_the_file_is_changed(tmp_path: Path):
    data = DataFolder(tmp_path / "data")
    aged(data.path)
    start(data.path, tmp_path / "cache")
    _store, old = start(data.path, tmp_path / "cache")
    data.edit("name: First 2024", "name: First of 2024")
    aged(data.path)
    _store, new = start(data.path, tmp_path / "cache")
    (before,), (after,) = old.corpus.submissions, new.corpus.submissions
    assert {placed.submission.name for placed in before.facts} == {"First 2024"}
    assert {placed.submission.name for placed in after.facts} == {"First of 2024"}


def test_two_processes_that_write_at_once_both_find_it(tmp_path: Path):
    data = DataFolder(tmp_path / "data")
    second(data)
    aged(data.path)
    stores = [Store(data.path, "data", cache=Cache(tmp_path / "cache")) for _turn in range(4)]
    first = [store.snapshot() for store in stores]
    threads = [threading.Thread(target=store.keep) for store in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    _store, again = start(data.path, tmp_path / "cache")
    assert all(isinstance(sub, KeptSub) for sub in again.corpus.submissions)
    same(first[0], again)


def ends_early(*_job: object) -> None:
    """What a process does that runs out of memory."""
    os._exit(1)


@pytest.fixture
def together(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(loading, "ENOUGH", 1)
    monkeypatch.setattr(loading, "processes", lambda: 2)
    yield


@pytest.mark.usefixtures("together")
def test_other_processes_prove_the_same(tmp_path: Path, checked: list[str]):
    read: list[tuple[int, int]] = []
    store = Store(DATA, "data", cache=Cache(tmp_path), told=lambda *told: read.append(told))
    found = store.snapshot()
    assert checked == []
    assert read[-1] == (5, 5)
    same(Store(DATA, "data").snapshot(), found)
    assert store.keep()
    _store, again = start(DATA, tmp_path)
    same(found, again)


@pytest.mark.usefixtures("together")
def test_faults_that_other_processes_find_are_told(tmp_path: Path):
    data = DataFolder(tmp_path / "data")
    second(data)
    data.edit("  value: 12\n", "  value: 13\n")
    alone = load(data.path, "data").problems
    memory = Memory(Disk(data.path))
    assert load(data.path, "data", memory).problems == alone
    data.yaml.write_text("a: [", encoding="utf-8")
    assert load(data.path, "data", memory).left_out == ("first",)


@pytest.mark.usefixtures("together")
def test_a_process_that_ends_early_leaves_its_share_to_this_one(
    tmp_path: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch
):
    data = DataFolder(tmp_path / "data")
    second(data)
    monkeypatch.setattr(loading, "prove_batch", ends_early)
    found = Store(data.path, "data").snapshot()
    assert (sorted(checked), found.problems, len(found.corpus.submissions)) == (
        ["first", "second"], (), 2,
    )  # fmt: skip
