"""Makes what is derived from a whole snapshot once, and lets it go together with the snapshot."""

from __future__ import annotations

import threading
import weakref
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

Made = TypeVar("Made")


class _Shelf:
    """What was made for one owner."""

    def __init__(self, owner: object) -> None:
        self.key = id(owner)
        self.owner = weakref.ref(owner, self._clear)
        self.lock = threading.RLock()
        self.made: dict[str, Any] = {}
        self.last: dict[str, OrderedDict[Hashable, Any]] = {}

    def _clear(self, _gone: object) -> None:
        if _shelves.get(self.key) is self:
            del _shelves[self.key]


_shelves: dict[int, _Shelf] = {}
_lock = threading.Lock()


def memo(owner: object, name: str, make: Callable[[], Made]) -> Made:
    """What `make` gives, made once for this very object and this name; safe from several threads.

    The owner (a snapshot, a corpus, a frame) is told by identity and must not change. What is made
    must not hold the owner itself, or neither is ever let go.
    """
    shelf = _shelf(owner)
    if name not in shelf.made:
        with shelf.lock:
            if name not in shelf.made:
                shelf.made[name] = make()
    found: Made = shelf.made[name]
    return found


def memo_of_last(
    owner: object, name: str, key: Hashable, make: Callable[[], Made], most: int
) -> Made:
    """The same for each key of this name, of which the `most` that were asked for last are kept."""
    shelf = _shelf(owner)
    with _lock:
        kept = shelf.last.setdefault(name, OrderedDict())
        if key in kept:
            kept.move_to_end(key)
            known: Made = kept[key]
            return known
    found = make()
    with _lock:
        kept[key] = found
        while len(kept) > most:
            kept.popitem(last=False)
    return found


def _shelf(owner: object) -> _Shelf:
    with _lock:
        shelf = _shelves.get(id(owner))
        if shelf is None or shelf.owner() is not owner:  # the number of one that is gone
            shelf = _shelves[id(owner)] = _Shelf(owner)
        return shelf
