"""Cuts a text into blocks (paragraphs, list items, cells, notes) and sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal

from language.numbers import NumberToken, find_numbers
from language.plain_text import Normal, normalise

BlockKind = Literal["text", "heading", "list", "table", "note"]

_BULLET = (
    r"[ \t]*(?:[-*•‣▪–—]|\(?[a-zA-Z0-9ivx]{1,4}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?"
    r"|#{1,6}|<sup>)[ \t]*"
)
_BREAK = re.compile(
    rf"\n[ \t\r]*\n|\f|\n(?=[ \t]*\|)|\n(?={_BULLET}\S)|</?(?:p|li|tr|td|th|h\d|div|br)\b[^<>]*>",
    re.I,
)
_SHORT_LINE = 48
_GOES_ON = re.compile(  # a line that ends so goes on in the next one
    r"(?:[,\-\u2013\u2010&(/]|\b(?:of|in|on|at|by|to|for|from|with|and|or|the|an?|than|over|about|almost"
    r"|nearly|least|most|our|its|their|is|are|was|were|has|have|de|du|des|la|le|les|et|ou|en|dans|plus"
    r"|près|moins|au|aux|à|un|une|el|los|las|del|y|o|con|por|para|más|casi|unos))$",
    re.I,
)
_LONGEST_END = 8  # letters that decide about it: the longest of these words and one before it
_LONG_LINE = 130
_LONGEST_SENTENCE = 4_000
_NOTE = re.compile(
    r"(?:<sup>\s*\d{1,3}\s*</sup>|\[?\d{1,3}\]?\.?|[¹²³⁰⁴-⁹]+)[ \t]+(?=[A-Z\"“‘'<(])"
)
_STRUCK_END = re.compile(r"</(?:del|s|strike)>|~~(?=\s)")
_RULE = re.compile(r"\n[ \t]*(?:_{5,}|-{3,})[ \t]*\n")
_SENTENCE_END = re.compile(
    r"[.!?…][\"')\]»]*(?:\d{1,3}(?:, ?\d{1,3})*)?\s+(?=[\"'(«¿¡\[]*[A-ZÀ-ÖØ-Þ\d])"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(.])(?:[A-Za-z]|Nos?|no|Nov|Dec|Oct|Sept?|Aug|Jul|Jun|Apr|Mar|Feb|Jan|Mr|Mrs|Ms|Dr|St"
    r"|etc|vs|cf|pp?|paras?|arts?|sect?|Vol|vol|ed|eds|fig|approx|ca|Tel|Tél|Ext|n[.º°]|e\.g|i\.e"
    r"|Sr|Sra|M|Mme|Inc|Ltd|chap|ch|al|rev|Rev|Add|Ibid|ibid|Prof)\.$"
)


@dataclass(frozen=True)
class Block:
    """A paragraph, heading, list item, table row or footnote: plain[start:end]."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True)
class Sentence:
    """A sentence: plain[start:end], in `block`."""

    start: int
    end: int
    block: Block


class Passages:
    """A text with its plain form (see language.plain_text), its blocks and its sentences."""

    def __init__(self, raw: str, normal: Normal | None = None) -> None:
        self.raw = raw
        self.normal: Normal = normal or normalise(raw)
        self._numbers: dict[str, tuple[NumberToken, ...]] = {}

    @property
    def plain(self) -> str:
        """The plain text."""
        return self.normal.text

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks, in order."""
        return tuple(self._blocks())

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, in order; none reaches over the end of its block."""
        return tuple(one for block in self.blocks for one in _sentences(self.plain, block))

    def place(self, raw: int) -> int:
        """Give the place of the plain text that a place of the raw text became."""
        return bisect_left(self.normal.offsets, raw)

    def sentence_at(self, place: int) -> Sentence:
        """Give the sentence that holds a place of the plain text."""
        index = bisect_right(self._starts, place) - 1
        return self.sentences[max(index, 0)]

    @cached_property
    def lines(self) -> str:
        """The plain text with a line feed for the space where a block ends; places stay the same.

        What is read in it (numbers, bounds, nouns) never goes over the end of a paragraph or cell.
        """
        text, offsets = list(self.plain), self.normal.offsets
        for cut in self.cuts:
            at = bisect_left(offsets, cut)
            for place in (at, at - 1):
                if 0 <= place < len(text) and text[place] == " ":
                    text[place] = "\n"
                    break
        for found in _STRUCK_END.finditer(self.raw):  # no number goes on behind struck words
            at = bisect_left(offsets, found.end())
            if at < len(text) and text[at] == " ":
                text[at] = "\t"
        return "".join(text)

    @cached_property
    def cuts(self) -> list[int]:
        """Where blocks begin and end in the raw text, in order."""
        return sorted({0, len(self.raw), *_cuts(self.raw)})

    def numbers(self, language: str) -> tuple[NumberToken, ...]:
        """Every number of the text, read in a language; places are those of the plain text."""
        known = self._numbers.get(language)
        if known is None:
            known = tuple(find_numbers(self.lines, language))
            self._numbers[language] = known
        return known

    @cached_property
    def _starts(self) -> list[int]:
        return [one.start for one in self.sentences]

    def _blocks(self) -> Iterator[Block]:
        cuts = self.cuts
        rules = [found.start() for found in _RULE.finditer(self.raw)]
        for first, last in pairwise(cuts):
            start, end = (bisect_left(self.normal.offsets, at) for at in (first, last))
            end = min(end, len(self.plain))
            while start < end and self.plain[start] == " ":
                start += 1
            while end > start and self.plain[end - 1] == " ":
                end -= 1
            if start < end:
                yield Block(
                    start, end, _kind(self.raw[first:last], bool(rules and rules[0] < first))
                )


def _cuts(raw: str) -> Iterator[int]:
    """Find where blocks begin: after empty lines, at list marks and rows, after short lines."""
    for found in _BREAK.finditer(raw):
        yield found.end()
        if found.group()[0] == "<":
            yield found.start()
    shortest = 10**9 if _has_whole_lines(raw) else _SHORT_LINE
    at = 0
    while at < len(raw):
        end = raw.find("\n", at)
        end = len(raw) if end < 0 else end
        line = raw[at:end].strip()
        last = max(0, len(line) - _LONGEST_END)
        if 0 < len(line) < shortest and not _GOES_ON.search(line, last):
            yield end
        at = end + 1


def _has_whole_lines(raw: str) -> bool:
    """Say whether each line is a paragraph: most lines are too long for a page."""
    lengths = [len(line) for line in raw.splitlines()]
    return 2 * sum(length for length in lengths if length > _LONG_LINE) > sum(lengths)


def _kind(raw: str, after_rule: bool) -> BlockKind:
    """Say what a block is, by how it begins and ends."""
    text = raw.strip()
    if text.startswith("|") or "\t" in text[1:-1] or " | " in text:
        return "table"
    if text.startswith("#"):
        return "heading"
    noted = _NOTE.match(text)
    if noted and (
        text.startswith("<sup>") or text[0] in "¹²³" or (after_rule and text[0].isdigit())
    ):
        return "note"
    if re.match(rf"{_BULLET}\S", raw.lstrip("\r\n")):
        return "list"
    if len(text) < 90 and not text.endswith((".", ":", ";", "!", "?", ",")) and "\n" not in text:
        return "heading"
    return "text"


def _sentences(plain: str, block: Block) -> Iterator[Sentence]:
    """Cut a block behind full stops that end a sentence; what never ends is cut by length."""
    start = block.start
    for found in _SENTENCE_END.finditer(plain, block.start, block.end):
        around = plain[max(start, found.start() - 8) : found.start() + 1]
        if plain[found.start()] == "." and _ABBREVIATION.search(around):
            continue
        end = found.start() + len(found.group().rstrip())
        yield from _pieces(start, end, block)
        start = found.end()
    if start < block.end:
        yield from _pieces(start, block.end, block)


def _pieces(start: int, end: int, block: Block) -> Iterator[Sentence]:
    for at in range(start, end, _LONGEST_SENTENCE):
        yield Sentence(at, min(end, at + _LONGEST_SENTENCE), block)
