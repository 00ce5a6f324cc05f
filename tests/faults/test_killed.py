"""kill -9 in the middle of every kind of write: the old or the new is there, whole, at any time."""

from __future__ import annotations

import os
import shutil
import signal
import time
from pathlib import Path
from random import Random

import pytest

from curate import whole_save
from facts.cache import Cache
from facts.load import load
from facts.store import Store
from tests.curate.helping import whole
from tests.faults.tripwire import in_child
from tests.faults.writes import SHOWN, WRITES, Write, small
from tests.faults.writes import shown as write_shown

MOST = 400


@pytest.mark.broad
@pytest.mark.parametrize("write", WRITES, ids=lambda write: write.name)
def test_killed_at_every_touch_of_the_disk(tmp_path: Path, write: Write) -> None:
    before, after = states(tmp_path, write)
    assert before != after
    seen, number = set(), 0
    for number in range(1, MOST):
        folder = tmp_path / str(number)
        shutil.copytree(tmp_path / "before", folder, symlinks=True)
        ended = in_child(lambda: write.do(folder), folder, number)  # noqa: B023
        assert ended.killed or ended.status == 0, ended.said
        seen.add(judged(write, folder, before, after))
        shutil.rmtree(folder)
        if ended.status == 0:
            break
    print(f"\n{write.name}: killed at {number - 1} touches of the disk")
    assert number < MOST and number > 1
    assert seen == {"before", "after"}


def states(folder: Path, write: Write) -> tuple[object, object]:
    """What is there before the write and after it; the folder as before is kept."""
    write.prepare(folder / "before")
    shutil.copytree(folder / "before", folder / "after", symlinks=True)
    before = write.state(folder / "before")
    write.do(folder / "after")
    return before, write.state(folder / "after")


def judged(write: Write, folder: Path, before: object, after: object) -> str:
    """Whether it is before or after; then it is mended, and tried again where nothing was done."""
    passes(write, folder)
    now = write.state(folder)
    if write.name == "facts package" and now != after and now != before:
        now = moved_aside(folder, before)  # type: ignore[arg-type]
    mixed = write.name == "export figure" and each_whole(now, before, after)
    assert now in (before, after) or mixed, "half of it is there"
    if write.data:
        whole_save.recover(folder / SHOWN)
        passes(write, folder)
    found = write.state(folder)
    if found != after:
        assert found == before or mixed or write.name == "facts package"
        write.do(folder)
    assert write.state(folder) == after
    passes(write, folder)
    return "before" if now == before else "after"


def passes(write: Write, folder: Path) -> None:
    """The checker finds nothing in the data."""
    if write.data:
        assert load(folder / SHOWN, SHOWN).problems == ()


def moved_aside(folder: Path, before: dict[str, bytes]) -> object:
    """A package cannot be replaced in one step: between two names the old one lies hidden."""
    [hidden] = (folder / "out").glob(".package.*/old")
    assert not (folder / "out" / "package").exists()
    old = {f"package/{path}": data for path, data in whole(hidden).items()}
    return before if before == write_shown(folder) | old else None


def each_whole(now: object, before: object, after: object) -> bool:
    """Of several files that are made by one command each is the old one or the new one."""
    if not (isinstance(now, dict) and isinstance(before, dict) and isinstance(after, dict)):
        return False
    return now.keys() == after.keys() and all(
        data in (before.get(path), after[path]) for path, data in now.items()
    )


@pytest.mark.broad
def test_killed_while_the_cache_is_written(tmp_path: Path) -> None:
    """SQLite writes by itself, so the moment is one of the clock; the facts are the same."""
    data, chance = small(tmp_path), Random(5)
    wanted = Store(data, SHOWN).snapshot()
    killed = 0
    for number in range(60):
        folder = tmp_path / "cache" / str(number // 10)  # a cache is killed ten times
        child = os.fork()
        if child == 0:
            held = Store(data, SHOWN, cache=Cache(folder))
            held.snapshot()
            held.keep()
            os._exit(0)
        time.sleep(chance.random() * 0.4)
        os.kill(child, signal.SIGKILL)
        killed += os.waitpid(child, 0)[1] == signal.SIGKILL
        kept = Cache(folder)
        found = Store(data, SHOWN, cache=kept).snapshot()
        assert found.frame.equals(wanted.frame) and found.problems == wanted.problems
        for sub, other in zip(found.corpus.submissions, wanted.corpus.submissions, strict=True):
            assert (sub.facts, sub.source_text) == (other.facts, other.source_text)
        kept.close()
    print(f"\ncache: killed {killed} of 60 times")
    assert killed > 5
