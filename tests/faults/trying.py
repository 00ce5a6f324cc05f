"""A door, a seed and a number go in; one bad input, tried, and what came of it, come out."""

from __future__ import annotations

import signal
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from types import FrameType
from typing import NoReturn

from tests.faults.door import Bad, Door

SLOWEST = 60.0  # seconds of CPU for one input


class TooSlow(AssertionError):
    """One input took longer than any may."""


@dataclass(frozen=True)
class Failure:
    """An input that broke a promise: its number, what was done to it, and why it failed."""

    door: str
    seed: int
    at: int
    what: str
    why: str

    @property
    def again(self) -> str:
        """The command line that tries this very input again."""
        return f"python -m tests.faults --door {self.door} --seed {self.seed} --at {self.at}"


def drawn(door: Door, seed: int, at: int) -> Bad:
    """The input of this number: each depends on its own number only."""
    return next(iter(door.inputs(Random(f"{door.NAME} {seed} {at}"))))


def tried(door: Door, seed: int, at: int, given: Bad | None = None) -> Failure | None:
    """Tries one input; None where every promise was kept."""
    given = given or drawn(door, seed, at)
    try:
        with within(SLOWEST):
            door.try_one(given)
    except KeyboardInterrupt:
        raise
    except BaseException:
        why = traceback.format_exc(limit=-12)
        return Failure(door.NAME, seed, at, given.what, why)
    return None


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raises TooSlow in the block once it has used this much CPU; nothing on Windows."""
    if sys.platform == "win32":
        yield
        return

    def late(_number: int, _frame: FrameType | None) -> NoReturn:
        raise TooSlow(f"more than {seconds:.0f} s of CPU")

    before = signal.signal(signal.SIGVTALRM, late)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def kept(failure: Failure, given: Bad, folder: Path) -> Path:
    """Writes the files, the words and the reason of a failure into a folder of its own."""
    here = folder / f"{failure.door}-{failure.seed}-{failure.at}"
    here.mkdir(parents=True, exist_ok=True)
    for number, (name, data) in enumerate(given.files.items()):
        (here / f"{number}-{Path(name).name[-80:]}").write_bytes(data)
    words = "\n".join(map(repr, given.words))
    said = f"{failure.again}\n{given.what}\n{words}\n{given.more!r}\n\n{failure.why}"
    (here / "why.txt").write_text(said, "utf-8", "backslashreplace")
    return here
