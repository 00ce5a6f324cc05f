"""A store asked by many threads while files change, and clocks that jump: no edit goes unseen."""

from __future__ import annotations

import os
import shutil
import threading
import time
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest

from curate import drafts, journal, review_session
from facts.cache import Cache
from facts.frame import frame
from facts.load import load
from facts.store import LOOK_EVERY, Snapshot, Store
from tests.faults.folders import folder as known
from tests.faults.writes import SHOWN, _desk, small
from tests.faults.yaml_text import spoiled

DAY = 86_400
YEARS = 10 * 365 * DAY


class Clock:
    """A clock of the store that is moved on by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def same(found: Snapshot, data: Path) -> bool:
    """Whether a snapshot is what a fresh reading of the folder gives."""
    fresh = load(data, SHOWN)
    return (
        found.problems == fresh.problems
        and found.corpus.left_out == fresh.left_out
        and list(found.frame["ref"]) == [one.ref for one in fresh.facts()]
        and list(found.frame["quote"]) == [one.fact.quote for one in fresh.facts()]
        and list(found.frame["value"].fillna(-1)) == list(frame(fresh)["value"].fillna(-1))
        and [one.source_text for one in found.corpus.submissions]
        == [one.source_text for one in fresh.submissions]
    )


@pytest.mark.broad
@pytest.mark.parametrize("kept", [False, True], ids=["no cache", "cache"])
def test_many_threads_while_files_change(tmp_path: Path, kept: bool) -> None:
    """Ten threads ask at each moment; each snapshot is that of one state of the folder."""
    data, states = small(tmp_path), known("small")
    cache = Cache(tmp_path / "cache") if kept else None
    held = Store(data, SHOWN, cache=cache, clock=_fast())
    failed: list[BaseException] = []
    seen: list[Snapshot] = []
    stop = threading.Event()
    possible = _possible(states.files)

    def ask() -> None:
        try:
            while not stop.is_set():
                found = held.snapshot()
                text = str([(p.file, p.what) for p in found.problems])
                rows = tuple(found.frame["ref"])
                assert (rows, text) is not None
                seen.append(found)
                for sub in found.corpus.submissions:
                    assert sub.source_text and tuple(sub.facts) is not None
                if kept:
                    held.keep()
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=ask) for _ in range(10)]
    for thread in threads:
        thread.start()
    chance = Random(1)
    names = [one for one in states.files if one.endswith(".yaml")]
    for _each in range(120):
        name = chance.choice(names)
        _replace(data / name, possible[name][chance.randrange(len(possible[name]))])
    for name in names:
        _replace(data / name, states.files[name])
    stop.set()
    for thread in threads:
        thread.join()
    assert failed == []
    versions = {one.version for one in seen}
    print(f"\n{len(seen)} snapshots of {len(versions)} versions")
    assert len(versions) > 3
    assert all(list(one.frame["ref"]) == [f.ref for f in one.corpus.facts()] for one in seen[::50])
    assert same(held.snapshot(), data)


def _fast() -> Any:
    """A clock on which each question is a second after the last."""
    lock, now = threading.Lock(), [0.0]

    def tell() -> float:
        with lock:
            now[0] += LOOK_EVERY
            return now[0]

    return tell


def _possible(files: dict[str, bytes]) -> dict[str, list[bytes]]:
    chance = Random(2)
    return {name: [old, *(spoiled(old, chance)[1][:200_000] for _ in range(6))]
            for name, old in files.items()}  # fmt: skip


def _replace(path: Path, data: bytes) -> None:
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(data)
    part.replace(path)


@pytest.mark.broad
@pytest.mark.parametrize("seed", range(4))
def test_after_any_changes_the_store_is_as_a_fresh_reading(tmp_path: Path, seed: int) -> None:
    """In place, by renaming, by removing: each next look gives what is there; also from a cache."""
    data, states, chance = small(tmp_path), known("small"), Random(seed)
    clock = Clock()
    held = Store(data, SHOWN, clock=clock, cache=Cache(tmp_path / "cache"))
    for step in range(60):
        name = chance.choice(sorted(states.files))
        path = data / name
        draw = chance.random()
        if draw < 0.1:
            path.unlink(missing_ok=True)
        elif draw < 0.5:
            path.write_bytes(spoiled(states.files[name], chance)[1])
        else:
            _replace(path, states.files[name])
        clock.now += 2
        assert same(held.snapshot(), data), (seed, step, name)
        if chance.random() < 0.3:
            held.keep()
        if chance.random() < 0.2:
            held = Store(data, SHOWN, clock=clock, cache=Cache(tmp_path / "cache"))


def digit(path: Path, old: bytes, new: bytes) -> None:
    """A change that leaves the size as it was, in the file itself."""
    text = path.read_bytes()
    assert text.count(old) == 1 and len(old) == len(new)
    with path.open("r+b") as file:
        file.write(text.replace(old, new))


@pytest.mark.parametrize("jump", [0, -2 * DAY, YEARS], ids=["now", "2 days back", "10 years on"])
def test_an_edit_of_the_same_size_is_seen_whatever_the_clock_says(
    tmp_path: Path, jump: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two edits in a row, the machine's clock before, at and after that of the files."""
    data, clock = small(tmp_path), Clock()
    path = data / "submissions" / "first" / "submission.yaml"
    real = time.time_ns
    held = Store(data, SHOWN, clock=clock, cache=Cache(tmp_path / "cache"))
    assert held.snapshot().problems == ()
    monkeypatch.setattr(time, "time_ns", lambda: real() + jump * 10**9)
    for old, new, count in ((b"  value: 12\n", b"  value: 21\n", 1), (b": 21\n", b": 12\n", 0)):
        digit(path, old, new)
        if jump:
            os.utime(path, ns=(real() + jump * 10**9,) * 2)
        clock.now += 2
        assert len(held.snapshot().problems) == count
        held.keep()
        again = Store(data, SHOWN, clock=clock, cache=Cache(tmp_path / "cache"))
        assert len(again.snapshot().problems) == count


def test_two_edits_in_one_tick_of_a_file_from_the_future(tmp_path: Path) -> None:
    """The same size, the same time of change, in 2036: a copy of the disk of another machine."""
    data, clock = small(tmp_path), Clock()
    path = data / "submissions" / "first" / "submission.yaml"
    at = time.time_ns() + YEARS * 10**9
    os.utime(path, ns=(at, at))
    held = Store(data, SHOWN, clock=clock)
    assert held.snapshot().problems == ()
    digit(path, b"  value: 12\n", b"  value: 21\n")
    os.utime(path, ns=(at, at))
    clock.now += 2
    assert len(held.snapshot().problems) == 1


@pytest.mark.broad
def test_the_order_of_steps_and_drafts_is_not_that_of_the_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Steps of a draft come back in the order they were done, though the clock went back."""
    small(tmp_path)
    text = "We have 31 members.\n\nWe held 4 workshops in 2024.\n\nOver 12 countries.\n"
    from tests.curate.helping import desk_of

    desk = desk_of(tmp_path / SHOWN, text, "a.txt")
    real = datetime

    class Jumping(real):  # type: ignore[misc, valid-type]
        """A clock that goes back two days with each question."""

        asked = 0

        @classmethod
        def now(cls, tz: Any = None) -> Any:
            """Two days before the last answer."""
            cls.asked += 1
            return real.fromtimestamp(real.now().timestamp() - cls.asked * 2 * DAY, tz)

    monkeypatch.setattr(drafts, "datetime", Jumping)
    names = [card.id for card in desk.cards]
    for name in names:
        desk = review_session.skip(desk, name)
    assert list(_desk(tmp_path).state.skipped) == names
    assert review_session.undo(_desk(tmp_path)).state.skipped == names[:-1]
    found = journal.read_journal(tmp_path / SHOWN / ".drafts" / desk.work.id / drafts.JOURNAL)
    times = [line["at"] for line in found.lines]
    assert times == sorted(times, reverse=True)
    shutil.rmtree(tmp_path / SHOWN / ".drafts" / desk.work.id)
    assert drafts.list_drafts(tmp_path / SHOWN) == ()
