"""The store looks at most twice a second, reads what changed, and goes on with the rest."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest

import facts.disk
import facts.store
from facts.corpus import Corpus
from facts.disk import Stamp, are_same, stamps
from facts.load import Memory, load
from facts.store import Store
from tests.facts.folder import DataFolder


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_it_looks_twice_a_second_and_keeps_what_did_not_change(
    data: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[Path] = []
    loads: list[Path] = []

    def counted_stamps(folder: Path) -> dict[str, Stamp]:
        looks.append(folder)
        return stamps(folder)

    def counted_same(known: Mapping[str, Stamp]) -> bool:
        looks.append(Path(next(iter(known))))
        return are_same(known)

    def counted() -> tuple[int, int]:
        """Of this folder: stores of tests before may still be watched."""
        return looks.count(data.path), loads.count(data.path)

    def counted_load(folder: Path, shown: str | None, memory: Memory) -> Corpus:
        loads.append(folder)
        return load(folder, shown, memory)

    monkeypatch.setattr(facts.store, "stamps", counted_stamps)
    monkeypatch.setattr(facts.store, "are_same", counted_same)
    monkeypatch.setattr(facts.store, "load", counted_load)
    for path in (*data.path.rglob("*"), data.path):
        os.utime(path, (1_000_000_000, 1_000_000_000))  # a change of a moment ago is read again
    clock = Clock()
    store = Store(data.path, "data", clock)
    first = store.snapshot()
    assert (len(first.corpus.submissions), len(first.frame), first.problems) == (1, 7, ())
    clock.now += 0.4
    assert store.snapshot() is first
    assert counted() == (1, 1)
    clock.now += 0.2
    assert store.snapshot() is first
    assert counted() == (2, 1)


def test_an_edit_shows_at_the_next_look(data: DataFolder) -> None:
    clock = Clock()
    store = Store(data.path, "data", clock)
    before = store.snapshot()
    data.edit("name: First 2024", "name: First of 2024")
    assert store.snapshot() is before
    clock.now += 1.0
    after = store.snapshot()
    assert after.corpus.submissions[0].head.name == "First of 2024"
    assert set(after.frame["submission_name"]) == {"First of 2024"}
    assert after.version != before.version


def test_who_changed_something_sees_it_at_once(data: DataFolder) -> None:
    store = Store(data.path, "data", Clock())
    before = store.snapshot()
    data.edit("name: First 2024", "name: First of 2024")
    assert store.snapshot() is before
    assert store.refresh().corpus.submissions[0].head.name == "First of 2024"
    assert store.snapshot() is store.refresh()


def test_a_broken_edit_leaves_the_rest_standing_and_is_mended(data: DataFolder) -> None:
    clock = Clock()
    store = Store(data.path, "data", clock)
    good = data.yaml.read_text("utf-8")
    version = store.snapshot().version
    data.edit("  value: 12\n", "  value: 13\n")
    clock.now += 1
    broken = store.snapshot()
    assert [problem.field for problem in broken.problems] == ["facts.network-members.value"]
    assert len(broken.frame) == 6
    data.yaml.write_text("a: [", encoding="utf-8")
    clock.now += 1
    assert store.snapshot().corpus.left_out == ("first",)
    data.yaml.write_bytes(good.encode())
    clock.now += 1
    mended = store.snapshot()
    assert (mended.problems, len(mended.frame), mended.version) == ((), 7, version)


def test_a_file_of_the_same_size_is_seen(data: DataFolder) -> None:
    clock = Clock()
    store = Store(data.path, "data", clock)
    assert store.snapshot().problems == ()
    data.edit("  value: 12\n", "  value: 21\n")
    clock.now += 1
    assert len(store.snapshot().problems) == 1


def test_a_change_during_a_long_reading_is_seen_though_its_stamp_is_the_same(
    data: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [2_000_000_000_000_000_000]
    wall = SimpleNamespace(time_ns=lambda: now[0])
    monkeypatch.setattr(facts.disk, "time", wall)
    monkeypatch.setattr(facts.store, "time", wall)
    for path in (*data.path.rglob("*"), data.path):
        os.utime(path, ns=(now[0], now[0]))

    def read(_number: int, _of: int) -> None:
        """Once the file is read: a change in the same tick of the disk's clock, then 3 seconds."""
        if "  value: 12\n" in data.yaml.read_text("utf-8"):
            data.edit("  value: 12\n", "  value: 21\n")
            os.utime(data.yaml, ns=(now[0], now[0]))
            now[0] += 3_000_000_000

    clock = Clock()
    store = Store(data.path, "data", clock, told=read)
    assert store.snapshot().problems == ()
    clock.now += 1
    assert len(store.snapshot().problems) == 1


def test_a_folder_that_comes_and_goes(tmp_path: Path) -> None:
    clock = Clock()
    store = Store(tmp_path / "data", "data", clock)
    assert "there is no such data folder." in [p.what for p in store.snapshot().problems]
    DataFolder(tmp_path / "data")
    clock.now += 1
    assert store.snapshot().problems == ()


def test_many_threads_get_the_same_snapshot(data: DataFolder) -> None:
    store = Store(data.path, "data")
    start = threading.Barrier(8)
    seen: list[object] = []

    def ask() -> None:
        start.wait()
        seen.append(store.snapshot())

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 8
    assert len({id(one) for one in seen}) == 1


def test_nothing_is_written(data: DataFolder) -> None:
    def state() -> dict[Path, tuple[int, int]]:
        return {p: (p.stat().st_size, p.stat().st_mtime_ns) for p in data.path.rglob("*")}

    before = state()
    Store(data.path, "data").snapshot()
    assert state() == before
