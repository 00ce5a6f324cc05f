"""The newest snapshot of the data folder, of one store a process, and what was made of it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

import settings
from charts.registry import make_chart
from charts.spec import ChartSpec
from curate import whole_save
from curate.errors import NotSaved
from facts.cache import Cache
from facts.memo import memo_of_last
from facts.store import LOOK_EVERY, Snapshot, Store

SLOW = 0.005  # seconds: a look that takes longer is taken beside the readers, not by one of them
IDLE = 60.0  # seconds without a reader, after which nobody looks
_making = threading.Lock()
_first = threading.Lock()
_readings: dict[Store, threading.Thread] = {}
Made = TypeVar("Made")
MOST = 200  # answers that are kept


class Progress:
    """How far the reading of the data folder is: submissions read, and of how many."""

    read = 0
    of = 0

    @classmethod
    def tell(cls, read: int, of: int) -> None:
        """Take down the newest figures."""
        cls.read, cls.of = read, of


class _Watch:
    """Looks for changed files beside the readers, as long as there are any."""

    def __init__(self) -> None:
        self._asked = 0.0
        self._held: Store | None = None  # what was read last
        self._lock = threading.Lock()
        self._runs = False

    def asked(self, held: Store) -> None:
        """Take note of a reader."""
        self._asked = time.monotonic()
        with self._lock:
            self._held = held
            if held.took <= SLOW or self._runs:
                return
            self._runs = True
        threading.Thread(target=self._look, daemon=True).start()

    def _look(self) -> None:
        while (held := self._held) and time.monotonic() - self._asked < IDLE:
            time.sleep(LOOK_EVERY)
            held.snapshot()
            _keep_cache(held)
        with self._lock:
            self._runs = False


_watch = _Watch()


def store() -> Store:
    """The one store of this process; it looks for changed files at most twice a second.

    Who comes while it is made waits for it, so that nobody is given another.
    """
    with _making:
        return store_of(settings.data_folder())


@cache
def store_of(folder: Path) -> Store:
    """The store of a data folder. A save that a crash cut off is finished first.

    What an earlier process proved is not proved again where the files are the same.
    """
    with suppress(NotSaved):  # a folder that cannot be written to can still be read
        whole_save.recover(folder)
    return Store(folder, cache=Cache(settings.cache_folder(folder)), told=Progress.tell)


def current_snapshot() -> Snapshot:
    """The facts as they are in the data folder now."""
    held = store()
    found = held.snapshot()
    _watch.asked(held)
    if held.is_new:
        threading.Thread(target=_keep_cache, args=(held,), daemon=True).start()
    return found


def changed() -> None:
    """Read what this process has just saved, so that whoever saved it sees it at once."""
    store().refresh()


def reading() -> threading.Thread | None:
    """The thread that reads the data folder for the first time; None once it is read."""
    held = store()
    with _first:
        if held.is_read:
            _readings.pop(held, None)
            return None
        if held not in _readings:
            _readings[held] = threading.Thread(target=current_snapshot, daemon=True)
            _readings[held].start()
        return _readings[held]


def _keep_cache(held: Store) -> None:
    if held.is_new:
        held.keep()


def figure_spec(snapshot: Snapshot, name: str, *choices: tuple[str, str]) -> ChartSpec | None:
    """A figure of this name with these choices; for `made`."""
    return make_chart(snapshot, name, dict(choices))


def made(snapshot: Snapshot, make: Callable[..., Made], *asked: Hashable) -> Made:
    """`make(snapshot, *asked)`, kept until the data or the reader's language changes.

    `make` must stand in a module (one defined in a page is a new function on every run), must use
    nothing but what goes in, and what it makes must not be changed in place. The `MOST` answers
    that were asked for last are kept.
    """
    key = (make, settings.language(), *asked)
    return memo_of_last(snapshot, "made", key, lambda: make(snapshot, *asked), MOST)
