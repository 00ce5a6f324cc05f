"""A snapshot and a function go in, what it makes comes out: made once while the data stays."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

import settings
from charts.spec import ChartSpec
from export.figures import FIGURES
from facts.store import Snapshot

Made = TypeVar("Made")

_newest: tuple[Snapshot | None, dict[Hashable, Any]] = (None, {})


def figure(held: Snapshot, name: str, *choices: tuple[str, str]) -> ChartSpec | None:
    """A figure of this name with these choices; for `made`."""
    return FIGURES[name](held, dict(choices))


def made(held: Snapshot, make: Callable[..., Made], *asked: Hashable) -> Made:
    """`make(held, *asked)`, kept until the data or the reader's language changes.

    `make` must stand in a module (one defined in a page is a new function on every run), must use
    nothing but what goes in, and what it makes must not be changed in place. `asked` must be one
    of a closed list, never what a reader typed, because every answer is kept.
    """
    global _newest
    of, kept = _newest
    if of is not held:
        kept = {}
        _newest = (held, kept)
    key = (make, settings.language(), *asked)
    if key not in kept:
        kept[key] = make(held, *asked)
    answer: Made = kept[key]
    return answer
