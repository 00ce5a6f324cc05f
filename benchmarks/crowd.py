"""A server goes in; how much longer a choice takes when a hundred sessions choose comes out.

Both sides have the same server, settings and pages: one session after the other alone, and all of
them at once, each changing its choice every five seconds. `python -m benchmarks.crowd` runs it
alone.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from statistics import quantiles
from time import perf_counter

from benchmarks.pairs import Row, as_table
from benchmarks.servers import Server, dashboard, serving
from benchmarks.visitor import Choice, Visitor

CHOICES = (
    Choice("network", "show"),
    Choice("reach", "whose"),
    Choice("places", "role"),
    Choice("submissions", "indicator"),
    Choice("facts", "about"),
)
AT_ONCE = 100
EVERY = 5.0  # seconds between two choices of a session
LASTS = 60.0  # seconds of one measurement with the crowd
ALONE = 60  # choices of the single session, all pages in turns
PAUSE = 0.1  # seconds between them
PAIRS = 3
MOST = 2.0
WARM = 2  # choices of each session before anything is measured, so that every figure is made


@dataclass(frozen=True)
class Taken:
    """Seconds that choices took, and how many of those planned were begun late."""

    seconds: tuple[float, ...]
    late: int

    @property
    def slowest_twentieth(self) -> float:
        """The time that only one of twenty choices exceeds, in ms."""
        return 1000 * quantiles(self.seconds, n=20, method="inclusive")[-1]

    @property
    def middle(self) -> float:
        """The median, in ms."""
        return 1000 * quantiles(self.seconds, n=2, method="inclusive")[0]


async def alone(server: Server) -> Taken:
    """One session at a time chooses: each page in turns, the others closed."""
    seconds: list[float] = []
    for choice in CHOICES:
        visitor = Visitor(server.address, choice)
        await visitor.open()
        for _each in range(WARM):
            await visitor.change()
        for _each in range(ALONE // len(CHOICES)):
            await asyncio.sleep(PAUSE)
            seconds.append(await visitor.change())
        await visitor.close()
    return Taken(tuple(seconds), 0)


async def together(visitors: list[Visitor], lasts: float = LASTS) -> Taken:
    """All choose, each every five seconds, their moments spread by chance."""
    chance = Random(7)
    begun = perf_counter() + 0.5
    moments = [begun + chance.uniform(0, EVERY) for _each in visitors]
    late = 0

    async def one(visitor: Visitor, first: float) -> list[float]:
        nonlocal late
        taken: list[float] = []
        moment = first
        while moment < begun + lasts:
            wait = moment - perf_counter()
            late += wait < 0
            await asyncio.sleep(max(wait, 0))
            taken.append(await visitor.change())
            moment += EVERY
        return taken

    ways = zip(visitors, moments, strict=True)
    found = await asyncio.gather(*(one(visitor, first) for visitor, first in ways))
    return Taken(tuple(second for taken in found for second in taken), late)


async def crowd(address: str, size: int = AT_ONCE) -> list[Visitor]:
    """So many sessions, opened one after the other, the pages in turns."""
    visitors = [Visitor(address, CHOICES[number % len(CHOICES)]) for number in range(size)]
    for visitor in visitors:
        await visitor.open()
        for _each in range(WARM):
            await visitor.change()
    return visitors


async def measured(server: Server, pairs: int = PAIRS) -> list[tuple[Taken, Taken]]:
    """Crowd and single session, in turns; the crowd leaves while the single one is measured."""
    found = []
    await alone(server)  # a warm-up
    for _pair in range(pairs):
        visitors = await crowd(server.address)
        many = await together(visitors)
        await asyncio.gather(*(visitor.close() for visitor in visitors))
        found.append((many, await alone(server)))
    return found


def rows(server: Server) -> Iterator[Row]:
    """The slowest twentieth and the middle of the choices of the crowd, beside a single session."""
    found = asyncio.run(measured(server))
    late = sum(many.late for many, _one in found)
    count = sum(len(many.seconds) for many, _one in found)
    print(f"{AT_ONCE} sessions: {count} choices, {late} begun late", file=sys.stderr)
    what = f"A choice of {AT_ONCE} sessions, one every {EVERY:.0f} s each, floor: a single session"
    yield Row(
        f"{what}, slowest twentieth",
        "ms",
        tuple(many.slowest_twentieth for many, _one in found),
        tuple(one.slowest_twentieth for _many, one in found),
        MOST,
    )
    yield Row(
        f"{what}, median",
        "ms",
        tuple(many.middle for many, _one in found),
        tuple(one.middle for _many, one in found),
    )


def main() -> int:
    """Measure and print the rows; 1 where the ratio that is wanted is missed."""
    with serving(dashboard()) as server:
        found = list(rows(server))
    print(as_table(found))
    return int(any(row.met is False for row in found))


if __name__ == "__main__":
    sys.exit(main())
