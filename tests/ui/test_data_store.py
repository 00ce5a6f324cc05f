"""The one store of the process: of the folder that is asked for, made once, watched by one."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

import ui.server.data_store
from curate import whole_save
from facts.store import Store
from tests.facts.folder import DataFolder

Point = Callable[[Path], None]


def test_a_store_that_is_made_late_takes_no_other_folders_place(
    folder: Point, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    late, now = DataFolder(tmp_path / "late"), DataFolder(tmp_path / "now")
    now.edit("name: First 2024", "name: First of 2024")

    def recover(data: Path) -> None:
        if data == late.path:
            folder(now.path)

    monkeypatch.setattr(whole_save, "recover", recover)
    folder(late.path)
    ui.server.data_store.store()  # while it is made, the program is pointed at the other
    assert [
        sub.head.name for sub in ui.server.data_store.current_snapshot().corpus.submissions
    ] == ["First of 2024"]


def test_who_comes_first_at_once_is_given_one_store(
    folder: Point, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder(DataFolder(tmp_path / "data").path)
    made: list[Store] = []
    second = threading.Thread(target=lambda: made.append(ui.server.data_store.store()))

    def recover(_data: Path) -> None:
        if threading.current_thread() is not second:
            second.start()
            second.join(0.2)  # the second one comes while the first is at it

    monkeypatch.setattr(whole_save, "recover", recover)
    made.append(ui.server.data_store.store())
    second.join()
    assert made[0] is made[1]


class Looked(Store):
    """A store that is slow to look at, and whose reader leaves after two looks."""

    took = 1.0

    def __init__(self, watch: ui.server.data_store._Watch) -> None:
        self.watch, self.looks, self.is_new = watch, 0, False

    def snapshot(self):
        self.looks += 1
        if self.looks == 2:
            self.watch._asked = -math.inf


def test_the_watch_looks_at_what_is_read_and_makes_no_store(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ui.server.data_store, "LOOK_EVERY", 0.0)
    monkeypatch.setattr(ui.server.data_store, "store", lambda: pytest.fail("a store was made"))
    watch = ui.server.data_store._Watch()
    before, after = Looked(watch), Looked(watch)
    watch._held, watch._asked = before, math.inf
    before.looks = 3  # its reader goes on to another folder

    def moved() -> None:
        before.looks += 1
        watch._held = after

    monkeypatch.setattr(before, "snapshot", moved)
    watch._look()
    assert (before.looks, after.looks) == (4, 2)
