"""A source as HTML with pressable numbers; of one as long as a book, the parts that are sent.

What was sent stays on the page; what is scrolled to, or asked for, is sent and put beside it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress, pairwise

import numpy as np
import numpy.typing as npt

from facts.corpus import PlacedFact, Sub
from language.plain_text import normalise
from ui.widgets import html
from words import _

BLANK = re.compile(r"\n[ \t\r]*\n\s*")
ITEM = re.compile(r"\n(?=[ \t]*(?:[-*•]|\d{1,2}\.|[a-z]\)|\([a-z]\))\s)")
RULE = re.compile(r"\s*(?:-{3,}|\*{3,}|_{3,})\s*")
RULE_LINE = re.compile(r"(?m)^[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t\r]*$\n?")
HEADING = re.compile(r"\s*(#{1,6}\s|\*\*[^*\n]+\*\*\s*$)")
Block = tuple[int, int]
Button = tuple[int, int, PlacedFact]
WHOLE = 60_000  # code points of a source that is sent at once
PART = 12_000  # code points of one part of a longer one: some four pages
AROUND = 1  # parts on either side that come with the one asked for
MOST = 4 * AROUND + 1  # parts that are sent at once, whatever is asked for
LONGEST = 4_000  # code points of a paragraph; a longer one is cut for the screen
CUT = re.compile(r"(?<=[.!?;:])\s+(?!\d)|(?<!\d)\s+(?!\d)")


@dataclass(frozen=True)
class Shape:
    """What is worked out once for a source: its paragraphs as offsets, and what a reader sees.

    `visible` has a byte for each code point: 1 where it is seen (tags are not).
    """

    visible: bytes
    blocks: tuple[Block, ...]


@lru_cache(maxsize=32)
def shape(source: str) -> Shape:
    """The shape of a source, remembered for those read last."""
    return Shape(_visible(source), tuple(_blocks(source)))


class Marked:
    """A source with the sentences of the facts shown marked; any paragraphs of it as HTML.

    `here` is the id of the fact that the page opens at.
    """

    def __init__(
        self, source: str, shown: Sequence[PlacedFact], here: str | None, visible: bytes
    ) -> None:
        self._source, self._visible, self._here = source, visible, here
        self._quoted = bytearray(len(source))
        for placed in shown:
            for match in (placed.match, *placed.also):
                self._quoted[match.start : match.end] = b"\x01" * (match.end - match.start)
        self._buttons = _buttons(shown)
        self._starts = [start for start, _end, _placed in self._buttons]

    def html(self, blocks: Sequence[Block]) -> str:
        """These paragraphs, each as it is drawn."""
        return "".join(self._paragraph(start, end) for start, end in blocks)

    def _paragraph(self, start: int, end: int) -> str:
        inner = self._block(start, end)
        if RULE.fullmatch(self._source, start, end):
            return "<hr>"
        if not inner.strip():
            return ""
        css = " class='f-heading'" if HEADING.match(self._source, start, end) else ""
        return f"<p{css}>{inner}</p>"

    def _block(self, start: int, end: int) -> str:
        near = self._buttons[bisect_left(self._starts, start) : bisect_left(self._starts, end + 1)]
        out, at = [], start
        for left, right, placed in near:
            if left < end or left == right:
                out.append(self._words(at, left))
                out.append(_button(self._source, left, right, placed, self._visible, self._here))
                at = max(at, right)
        out.append(self._words(at, end))
        return "".join(out)

    def _words(self, start: int, end: int) -> str:
        """A piece of text, the parts that are quotes of facts marked."""
        quoted, at = self._quoted, start
        out: list[str] = []
        while at < end:
            other = quoted.find(b"\x00" if quoted[at] else b"\x01", at, end)
            stop = end if other < 0 else other
            words = html.text(_seen(self._source, at, stop, self._visible))
            out.append(f"<mark>{words}</mark>" if quoted[at] and words.strip() else words)
            at = stop
        return "".join(out)


def whole_text(sub: Sub, shown: Sequence[PlacedFact], here: str | None, listing: str = "") -> str:
    """The whole source, its tags left out, the sentences of the facts shown marked.

    `here` is the id of the fact that the page opens at; `listing` stands beside the text.
    """
    source = sub.source_text
    known = shape(source)
    body = Marked(source, shown, here, known.visible).html(known.blocks)
    beside = f"<aside><div>{listing}</div></aside>" if listing else ""
    return f"<div class='f-reading'><div class='f-body'>{body}</div>{beside}</div>"


def contents(shown: Sequence[PlacedFact], says: dict[str, str], labels: dict[str, str]) -> str:
    """The facts of a submission as a list in the order of the text; each jumps to its sentence."""
    items = "".join(
        f"<li><a class='f-link' "
        f"href='?submission={html.text(p.submission.id)}&amp;fact={html.text(p.fact.id)}' "
        f"data-jump='at-{html.text(p.fact.id)}'>{html.text(says[p.ref])}</a> "
        f"<span class='f-quiet'>{html.text(labels[p.ref])}</span></li>"
        for p in shown
    )
    return f"<ol class='f-contents'>{items}</ol>"


def _visible(source: str) -> bytes:
    """For each code point of the source, whether a reader sees it (tags are not seen)."""
    normal = normalise(source)
    seen = np.zeros(len(source), dtype=np.uint8)
    offsets = np.array(normal.offsets[:-1], dtype=np.intp)
    seen[offsets[_letters(normal.text) != ord(" ")]] = 1  # a space may stand for tags
    spaces = [ord(letter) for letter in set(source) if letter.isspace()]
    seen[np.isin(_letters(source), spaces)] = 1
    return seen.tobytes()


def _letters(text: str) -> npt.NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _blocks(source: str) -> list[Block]:
    """The paragraphs and list items of the source, as offsets."""
    cuts = {0, len(source)}
    cuts |= {match.end() for match in BLANK.finditer(source)}
    cuts |= {match.end() for match in ITEM.finditer(source)}
    cuts |= {at for match in RULE_LINE.finditer(source) for at in match.span()}
    ordered = sorted(cuts)
    return list(pairwise(ordered))


def _buttons(shown: Sequence[PlacedFact]) -> list[Button]:
    """Where a button stands: on the number, or after the quote of what was counted here."""
    found: list[Button] = []
    taken = -1
    spots = [(*(p.number or (p.match.end, p.match.end)), p) for p in shown]
    for start, end, placed in sorted(spots, key=lambda spot: (spot[0], spot[1], spot[2].ref)):
        if start < taken:  # another fact holds this number: stand behind it
            start = end = taken
        found.append((start, end, placed))
        taken = max(taken, end)
    return found


def _button(
    source: str, start: int, end: int, placed: PlacedFact, visible: bytes, here: str | None
) -> str:
    shown = _seen(source, start, end, visible) or _("counted: {n}", n=placed.fact.value)
    attributes = " data-here" if placed.fact.id == here else ""
    label = _("{number}: show the receipt", number=shown)
    return (
        f"<button type='button' class='f-mark' id='at-{html.text(placed.fact.id)}'{attributes} "
        f"data-fact='{html.text(placed.ref)}' aria-label='{html.text(label)}'>"
        f"<span class='f-in'>{html.text(shown)}</span></button>"
    )


def _seen(source: str, start: int, end: int, visible: bytes) -> str:
    text = "".join(compress(source[start:end], visible[start:end]))
    return re.sub(r"\s+", " ", text)


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


def reading_place(placed: PlacedFact) -> int:
    """Where in the source a fact is read: at its number, or at its sentence."""
    return placed.number[0] if placed.number else placed.match.end


def nearest(ordered: Sequence[PlacedFact], at: int, most: int) -> range:
    """Which facts are listed where there are many: those around the one at this index."""
    first = max(0, min(at - most // 2, len(ordered) - most))
    return range(first, min(len(ordered), first + most))
