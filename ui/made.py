"""A snapshot and a function go in, what it makes comes out: made once while the data stays."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

import settings
from charts.registry import make_chart
from charts.spec import ChartSpec
from facts.store import Snapshot

Made = TypeVar("Made")

MOST = 200  # answers that are kept

_newest: tuple[Snapshot | None, OrderedDict[Hashable, Any]] = (None, OrderedDict())
_lock = threading.Lock()


def figure(held: Snapshot, name: str, *choices: tuple[str, str]) -> ChartSpec | None:
    """A figure of this name with these choices; for `made`."""
    return make_chart(held, name, dict(choices))


def made(held: Snapshot, make: Callable[..., Made], *asked: Hashable) -> Made:
    """`make(held, *asked)`, kept until the data or the reader's language changes.

    `make` must stand in a module (one defined in a page is a new function on every run), must use
    nothing but what goes in, and what it makes must not be changed in place. The `MOST` answers
    that were asked for last are kept.
    """
    global _newest
    key = (make, settings.language(), *asked)
    with _lock:
        of, kept = _newest
        if of is not held:
            kept = OrderedDict()
            _newest = (held, kept)
        if key in kept:
            kept.move_to_end(key)
            known: Made = kept[key]
            return known
    answer = make(held, *asked)
    with _lock:
        kept[key] = answer
        while len(kept) > MOST:
            kept.popitem(last=False)
    return answer
