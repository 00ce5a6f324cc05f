"""How rows are shared out over pages, and names over a map, so that nothing meets or is cut."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from drawing.scene import Box

TURNS = 12  # of halving the room between too little and enough
STEPS, STEP = 24, 0.4  # how far a name may go from its dot, in steps of this share of its height


def share_out(count: int, needs: Callable[[int, int], float]) -> list[tuple[int, int]]:
    """From which to which row each page goes: as few pages as can be, all about as full.

    `needs` is the share of a page that the rows from the first to before the last take; a row that
    takes more than a page has one of its own.
    """
    known = cache(needs)

    def filled(most: float) -> list[tuple[int, int]]:
        found, start = [], 0
        while start < count:
            ends = range(start + 1, count + 1)
            rows = bisect_right(ends, most, key=lambda end: known(start, end))
            found.append((start, start + max(rows, 1)))
            start = found[-1][1]
        return found

    best = filled(1.0)
    low, high = 1 / max(len(best), 1) / 2, 1.0
    for _turn in range(TURNS if len(best) > 1 else 0):
        middle = (low + high) / 2
        tried = filled(middle)
        if len(tried) == len(best):
            best, high = tried, middle
        else:
            low = middle
    return best


def place_names(
    dots: Iterable[tuple[float, float, float]], height: float, dot: float, room: Box
) -> list[tuple[Box, bool]]:
    """A box for the name of each dot, and whether it stands so far off that it needs a line.

    `dots` are x, y and the width of the name, `dot` is the size of a dot. A name stands beside,
    over or under its dot, as near as it can without meeting a dot or a name.
    """
    dots = list(dots)
    taken = [Box(x - dot / 2, y - dot / 2, dot, dot) for x, y, _width in dots]
    near = dot * 0.75  # from the middle of a dot to its name
    found = []
    for x, y, width in dots:
        places = list(_places(x, y, width, height, near, room))
        inside = [at for at in places if room.y <= at.y and at.bottom <= room.bottom] or places
        free = (at for at in inside if not any(map(at.meets, taken)))
        at = next(free, places[0])
        taken.append(at)
        found.append((at, abs(at.y + height / 2 - y) > near + height / 2 + 1))
    return found


def _places(
    x: float, y: float, width: float, height: float, near: float, room: Box
) -> Iterator[Box]:
    """Where a name may stand, the best place first."""
    last = max(room.right - width, room.x)
    for left in (x + near, x - near - width):
        if room.x <= left <= last:
            yield Box(left, y - height / 2, width, height)
    for step in range(STEPS):
        away = near + step * height * STEP
        for shift in (-width / 2, -near, near - width):
            left = min(max(x + shift, room.x), last)
            yield Box(left, y - away - height, width, height)
            yield Box(left, y + away, width, height)
