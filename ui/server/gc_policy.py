"""Collects garbage seldom, and never in the facts.

Python looks through everything there is when it collects garbage of all ages, and all readers wait
meanwhile: 150 ms with a hundred sessions, seconds with a hundred thousand facts. So the facts and
the program are set aside once they are read, and the rest is gone through at most twice a minute.
Closed sessions are such garbage: without it a process grows with every reader.
"""

from __future__ import annotations

import asyncio
import gc

EVERY = 30.0  # seconds
YOUNG = 5_000  # new objects after which the youngest are gone through, 0.5 ms
MIDDLE = 20  # times that, after which the next older ones are
NEVER = 1_000_000_000  # the oldest: only here


def set_aside() -> None:
    """What lives now is not looked through again; it still goes when nothing names it any more."""
    gc.freeze()


async def collect_seldom() -> None:
    """Collect from now on, until cancelled; an idle process does nothing."""
    gc.set_threshold(YOUNG, MIDDLE, NEVER)
    seen = -1
    while True:
        await asyncio.sleep(EVERY)
        done = gc.get_stats()[0]["collections"]
        if done != seen:
            gc.collect()
        seen = gc.get_stats()[0]["collections"]
