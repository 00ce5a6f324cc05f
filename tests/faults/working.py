"""A door, a seed and how many go in; they are tried in a process of their own, and counted."""

from __future__ import annotations

import multiprocessing
import resource
import time
import warnings
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from tests.faults.doors import BY_NAME
from tests.faults.trying import Failure, drawn, kept, tried

ENOUGH = 20  # failures of one door, after which it is left alone
MEMORY = 6_000_000_000  # bytes that a door may ask for


@dataclass
class Line:
    """One line of the table."""

    door: str
    tries: int = 0
    failed: int = 0
    bytes: int = 0
    cpu: float = 0.0


def in_child(name: str, seed: int, tries: int, seconds: float, keep: Path) -> Line:
    """Tries a door in a process of its own, begun again behind an input that ended it."""
    line, first = Line(name), 0
    until = time.monotonic() + seconds
    while first < tries and line.failed < ENOUGH and time.monotonic() < until:
        ours, theirs = multiprocessing.Pipe(duplex=False)
        made = multiprocessing.get_context("spawn").Process(
            target=_work, args=(name, seed, first, tries, until, keep, theirs)
        )
        made.start()
        theirs.close()
        first = _told(ours, line, first)
        made.join()
        if made.exitcode:
            given = drawn(BY_NAME[name], seed, first)
            why = f"the process ended with {made.exitcode}"
            _tell(Failure(name, seed, first, given.what, why), keep)
            line.failed += 1
            line.tries += 1
            first += 1
    return line


def _told(ours: Connection, line: Line, first: int) -> int:
    """Adds what the child tells to the line; gives the number of the input it is at."""
    while True:
        try:
            first, failed, size, cpu = ours.recv()
        except EOFError:
            return first
        if size >= 0:
            line.tries += 1
            line.failed += failed
            line.bytes += size
            line.cpu += cpu


def _work(
    name: str, seed: int, first: int, tries: int, until: float, keep: Path, theirs: Connection
) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    warnings.simplefilter("ignore")
    door, failed = BY_NAME[name], 0
    for at in range(first, tries):
        if time.monotonic() >= until or failed >= ENOUGH:
            break
        theirs.send((at, 0, -1, 0.0))
        before = time.process_time()
        given = drawn(door, seed, at)
        found = tried(door, seed, at, given)
        if found:
            _tell(found, keep)
            failed += 1
        theirs.send((at, int(bool(found)), given.size, time.process_time() - before))
    theirs.send((tries, 0, -1, 0.0))


def _tell(found: Failure, keep: Path) -> None:
    kept(found, drawn(BY_NAME[found.door], found.seed, found.at), keep)
    last = found.why.strip().splitlines()[-1][:200]
    print(f"{found.again}   # {found.what[:80]!r}: {last}", flush=True)
