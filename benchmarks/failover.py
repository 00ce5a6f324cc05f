"""Two hundred readers behind nginx go in; what those of a process that is killed lose comes out.

Two processes behind nginx, as in deploy/, on a copy of the data; each reader changes a choice every
five seconds; one process is killed in the middle. `python -m benchmarks.failover` runs it; it needs
nginx.
"""

from __future__ import annotations

import asyncio
import shutil
import signal
import sys
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from websockets.exceptions import ConnectionClosed

from benchmarks.crowd import CHOICES, EVERY, WARM
from benchmarks.servers import ROOT
from benchmarks.visitor import Visitor
from tests.support.cluster import Cluster, cluster

READERS = 200
LASTS = 40.0  # seconds
KILLED_AT = 15.0  # seconds after the beginning
SETTLED = 10.0  # seconds after which the crowd counts as calm again


@dataclass
class Seen:
    """What happened: choices and reloads as (moment, seconds), and reloads that failed."""

    choices: list[tuple[float, float]] = field(default_factory=list)
    reloads: list[tuple[float, float]] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    seats: dict[str, int] = field(default_factory=dict)


async def readers(home: Cluster, seen: Seen) -> None:
    """All of them, from the first page to the end; the process of seat 1 dies in the middle."""
    visitors = [Visitor(home.address, CHOICES[n % len(CHOICES)]) for n in range(READERS)]
    for visitor in visitors:
        await visitor.open()
        seen.seats[visitor.seat] = seen.seats.get(visitor.seat, 0) + 1
        for _each in range(WARM):
            await visitor.change()
    chance = Random(7)
    begun = perf_counter() + 0.5

    async def one(visitor: Visitor) -> None:
        moment = begun + chance.uniform(0, EVERY)
        while moment < begun + LASTS:
            await asyncio.sleep(max(moment - perf_counter(), 0))
            try:
                seen.choices.append((moment - begun, await visitor.change()))
            except ConnectionClosed:
                try:
                    seen.reloads.append((moment - begun, await visitor.reload()))
                except (AssertionError, OSError, ConnectionClosed, RuntimeError) as error:
                    seen.failed.append(f"{type(error).__name__}: {error}")
                    return
            moment += EVERY

    async def kill() -> None:
        await asyncio.sleep(begun + KILLED_AT - perf_counter())
        running = home.processes["1"].running
        assert running is not None
        running.send_signal(signal.SIGKILL)

    await asyncio.gather(kill(), *(one(visitor) for visitor in visitors))
    await asyncio.gather(*(visitor.close() for visitor in visitors))


def slowest(taken: list[float]) -> str:
    """Median and slowest twentieth, in words."""
    if len(taken) < 2:
        return f"{len(taken)} only"
    cuts = quantiles([1000 * second for second in taken], n=20, method="inclusive")
    return f"{len(taken)}: median {cuts[9]:.0f} ms, slowest twentieth {cuts[-1]:.0f} ms"


def main() -> int:
    """Run it and print what was seen; 1 where a reader was not served after one reload."""
    seen = Seen()
    with TemporaryDirectory() as made:
        folder = Path(made)
        shutil.copytree(ROOT / "data", folder / "data")
        with cluster(folder, folder / "data") as home:
            asyncio.run(readers(home, seen))
    calm = KILLED_AT + SETTLED
    print(f"{READERS} readers by the cookie of their process: {seen.seats}")
    print(f"before it was killed, choices {slowest([s for m, s in seen.choices if m < KILLED_AT])}")
    print(f"reloads {slowest([seconds for _moment, seconds in seen.reloads])}")
    print(f"not served after one reload: {len(seen.failed)} {seen.failed[:3]}")
    print(f"{SETTLED:.0f} s later, choices {slowest([s for m, s in seen.choices if m > calm])}")
    return int(bool(seen.failed))


if __name__ == "__main__":
    sys.exit(main())
