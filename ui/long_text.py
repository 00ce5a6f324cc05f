"""A source as long as a book goes in; the parts of it that are sent to a reader come out.

What was sent stays on the page; what is scrolled to, or asked for, is sent and put beside it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from facts.corpus import PlacedFact
from ui.reading import Block, shape

WHOLE = 60_000  # code points of a source that is sent at once
PART = 12_000  # code points of one part of a longer one: some four pages
AROUND = 1  # parts on either side that come with the one asked for
MOST = 4 * AROUND + 1  # parts that are sent at once, whatever is asked for
LONGEST = 4_000  # code points of a paragraph; a longer one is cut for the screen
CUT = re.compile(r"(?<=[.!?;:])\s+(?!\d)|(?<!\d)\s+(?!\d)")


@dataclass(frozen=True)
class Parts:
    """The paragraphs of each part, and where each part begins."""

    blocks: tuple[tuple[Block, ...], ...]
    starts: tuple[int, ...]

    def at(self, offset: int) -> int:
        """The part that holds a code point of the source."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def around(self, number: int) -> range:
        """The parts that are sent with one of them."""
        last = len(self.blocks) - 1
        return range(max(0, number - AROUND), min(last, number + AROUND) + 1)

    def asked(self, first: int, last: int) -> range:
        """The parts from `first` to `last`, as far as there are so many."""
        start = min(max(0, first), len(self.blocks) - 1)
        return range(start, min(max(start, last), start + MOST - 1, len(self.blocks) - 1) + 1)


@lru_cache(maxsize=32)
def parts(source: str) -> Parts:
    """The parts of a source, remembered for those read last."""
    made: list[list[Block]] = [[]]
    size = 0
    for start, end in shape(source).blocks:
        for block in _short(source, start, end):
            if size and size + block[1] - block[0] > PART:
                made.append([])
                size = 0
            made[-1].append(block)
            size += block[1] - block[0]
    kept = tuple(tuple(blocks) for blocks in made)
    return Parts(kept, tuple(blocks[0][0] if blocks else 0 for blocks in kept))


def _short(source: str, start: int, end: int) -> list[Block]:
    """A paragraph cut where a sentence or a word ends, as often as its length asks for."""
    found = []
    while end - start > LONGEST:
        cuts = [cut.end() for cut in CUT.finditer(source, start + LONGEST // 2, start + LONGEST)]
        at = next((cut for cut in reversed(cuts) if source[cut - 2 : cut - 1] in ".!?"), None)
        at = at or (cuts[-1] if cuts else start + LONGEST)
        found.append((start, at))
        start = at
    return [*found, (start, end)]


def place(placed: PlacedFact) -> int:
    """Where in the source a fact is read: at its number, or at its sentence."""
    return placed.number[0] if placed.number else placed.match.end


def nearest(ordered: Sequence[PlacedFact], at: int, most: int) -> range:
    """Which facts are listed where there are many: those around the one at this index."""
    first = max(0, min(at - most // 2, len(ordered) - most))
    return range(first, min(len(ordered), first + most))
