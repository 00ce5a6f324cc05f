"""Finds the exact words of a quote in a source, or says why they are not there.

The proof is exact. Only typography is evened out first, on both sides (see language.plain_text).
What may have been meant is suggested, and a suggestion is never a proof.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from rapidfuzz import fuzz

from language.detect import language_of
from language.numbers import NumberToken
from language.passages import Passages
from language.plain_text import (
    GROUP_SPACE,
    Hyphens,
    Normal,
    has_broken_words,
    normalise,
    plain_text,
)

_WORD = re.compile(r"\w+")
_LONGEST = 1_000  # letters of a quote that is not there, for which something like it is looked for
_REACH = 40  # letters beside it in which its first and last word begin and end
_ENOUGH = 65  # likeness, 100 is the same

# Marks beside a place where nothing may be cut. A dash between two words without spaces parts them.
_IN_WORDS = frozenset("-\u2010\u2011'&")
_IN_NUMBERS = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2212/.,:")
_SIGNS = frozenset("+-\u2013\u2212")
_BEFORE_DIGITS = frozenset("$€£<>≤≥~")

Reason = Literal["empty", "absent", "repeated", "no_such_occurrence", "cut"]


@dataclass(frozen=True, order=True)
class Match:
    """Where a quote stands: code points [start, end) of the source as decoded."""

    start: int
    end: int


@dataclass(frozen=True)
class Miss:
    """Why a quote proves nothing, and what may have been meant.

    `count` is how often the quote stands in the source; for `cut`, how often it stands inside
    longer words or numbers. `closest` is a suggestion in plain text, `closest_at` where it stands.
    """

    reason: Reason
    count: int
    closest: str | None
    closest_at: Match | None
    detail: str


class SourceText:
    """A source as decoded, with its plain text and its numbers worked out once and kept.

    `language` is that of the document; a passage may be in another.
    """

    def __init__(self, raw: str, language: str = "") -> None:
        self.raw = raw
        self._broken = has_broken_words(raw)
        self._language = language
        self._passages: dict[Hyphens, Passages] = {}
        self._number_starts: dict[tuple[Hyphens, str], list[int]] = {}

    @cached_property
    def language(self) -> str:
        """The language of the document: as given, else guessed; English where none is told."""
        return self._language or language_of(self.normal().text) or "en"

    def _read(self, hyphens: Hyphens) -> Passages:
        known = self._passages.get(hyphens)
        if known is None:
            same = hyphens != "keep" and not self._broken
            known = self.passages if same else Passages(self.raw, normalise(self.raw, hyphens))
            self._passages[hyphens] = known
        return known

    def normal(self, hyphens: Hyphens = "keep") -> Normal:
        """Give the plain text with its map; see language.plain_text for what becomes of hyphens."""
        return self._read(hyphens).normal

    @property
    def passages(self) -> Passages:
        """The blocks and sentences of the text."""
        return self._read("keep")

    def lines(self, hyphens: Hyphens = "keep") -> str:
        """Give the plain text with a line feed where a block ends; numbers are read in it."""
        return self._read(hyphens).lines

    def numbers(self, hyphens: Hyphens = "keep", language: str = "") -> tuple[NumberToken, ...]:
        """Give the numbers of the plain text, with their places in it.

        They are read in the language of the document, unless another is named.
        """
        return self._read(hyphens).numbers(language or self.language)

    def number_starts(self, hyphens: Hyphens = "keep", language: str = "") -> list[int]:
        """Give where the numbers of the plain text begin, in order."""
        key = hyphens, language or self.language
        known = self._number_starts.get(key)
        if known is None:
            known = [token.start for token in self.numbers(hyphens, key[1])]
            self._number_starts[key] = known
        return known

    @cached_property
    def searched(self) -> tuple[tuple[str, Normal], ...]:
        """Give the different texts that quotes are looked for in, each with its map."""
        texts: dict[str, Normal] = {}
        variants: tuple[Hyphens, ...] = ("keep", "glue", "drop")
        for hyphens in variants:
            normal = self.normal(hyphens)
            texts.setdefault(normal.text.replace(GROUP_SPACE, " "), normal)
        return tuple(texts.items())


def find(source: SourceText, quote: str, occurrence: int | None = None) -> Match | Miss:
    """Find the one place where `quote` stands, or the one that `occurrence` names (1 is the first).

    A place does not count where the quote would begin or end inside a word, a number or a range.
    """
    plain = plain_text(quote)
    if not plain:
        return Miss("empty", 0, None, None, "the quote has no text")
    whole, cut = _places(source, plain)
    if not whole:
        return _cut_miss(source, cut) if cut else _absent_miss(source, plain)
    wanted = 1 if occurrence is None else occurrence
    times = f"the quote stands {len(whole)} {'time' if len(whole) == 1 else 'times'}"
    if occurrence is None and len(whole) > 1:
        return Miss("repeated", len(whole), None, whole[0], times)
    if not 1 <= wanted <= len(whole):
        detail = f"{times}, so there is no occurrence {wanted}"
        return Miss("no_such_occurrence", len(whole), None, whole[0], detail)
    return whole[wanted - 1]


def find_all(source: SourceText, quote: str) -> list[Match]:
    """Find every place where `quote` stands whole, in order; places do not overlap."""
    plain = plain_text(quote)
    return _places(source, plain)[0] if plain else []


def _places(source: SourceText, plain: str) -> tuple[list[Match], list[Match]]:
    """Find where a text stands whole, and where only inside longer words or numbers."""
    whole: list[Match] = []
    cut: list[Match] = []
    places = {
        place for text, normal in source.searched for place in _in(source, text, normal, plain)
    }
    for match, is_cut in sorted(places):
        if is_cut:
            cut.append(match)
        elif not whole or match.start >= whole[-1].end:
            whole.append(match)
    return whole, cut


def _in(source: SourceText, text: str, normal: Normal, plain: str) -> Iterator[tuple[Match, bool]]:
    """Find where `plain` stands in one text of the source, and whether something is cut there."""
    offsets = normal.offsets
    is_glued = normal is source.normal("glue")
    at = text.find(plain)
    while at >= 0:
        end = at + len(plain)
        match = Match(*normal.span(at, end))
        splits = offsets[end] == offsets[end - 1] or (at > 0 and offsets[at] == offsets[at - 1])
        ends = (at, end) if is_glued else _in_glued(source, match)
        # What splits a ligature cuts a word.
        is_cut = splits or any(_is_inside(source, one) for one in ends)
        yield match, is_cut
        at = text.find(plain, at + 1 if is_cut else end)


def _in_glued(source: SourceText, match: Match) -> tuple[int, int]:
    """Say where a match begins and ends in the text in which what a line end broke is glued.

    What is cut is seen there, so that half of a broken word is not a word.
    """
    offsets = source.normal("glue").offsets
    return bisect_left(offsets, match.start), bisect_left(offsets, match.end)


def _is_inside(source: SourceText, at: int) -> bool:
    """Say whether the place before character `at` is inside a word, a number or a range."""
    normal = source.normal("glue")
    if not 0 < at < len(normal.text):
        return False
    nearest = bisect_left(source.number_starts("glue"), at) - 1
    if nearest >= 0 and at < source.numbers("glue")[nearest].end:
        return True
    if normal.text[at - 1] == " " or normal.text[at] == " ":
        return False
    around = normal.text[at - 2 : at + 2]
    if len(around) < 4 or "-" in around:
        before, left, right, after = (_character(normal, place) for place in range(at - 2, at + 2))
    else:
        before, left, right, after = tuple(around)
    return (
        (_is_word(left) and _is_word(right))
        or _joins(before, left, right)
        or _joins(left, right, after)
        or (left in _BEFORE_DIGITS and right.isdigit())
        or (left in _SIGNS and right.isdigit() and not before.strip(" ("))
        or (left.isdigit() and right == "+")
    )


def _character(normal: Normal, place: int) -> str:
    """Give one character of a plain text, a dash as the source has it; nothing beyond its ends."""
    character = normal.text[place : place + 1] if place >= 0 else ""
    return normal.raw[normal.offsets[place]] if character == "-" else character


def _is_word(character: str) -> bool:
    """Say whether a character belongs to words and numbers; accents typed apart belong to them."""
    return character.isalnum() or character == "_" or unicodedata.combining(character) > 0


def _joins(before: str, mark: str, after: str) -> bool:
    """Say whether a mark makes one of what stands beside it: co-operate, don't, 5-year, 2006/46."""
    if before.isdigit() and after.isdigit():
        return mark in _IN_NUMBERS
    return before.isalnum() and after.isalnum() and mark in _IN_WORDS


def _cut_miss(source: SourceText, cut: list[Match]) -> Miss:
    """Explain a quote that is only a part of longer words or numbers."""
    start, end = cut[0].start, cut[0].end
    around = normalise(source.raw[max(0, start - 20) : end + 20]).text.strip()
    detail = f"the quote begins or ends inside a word, a number or a range: {around!r}"
    return Miss("cut", len(cut), around, cut[0], detail)


def _absent_miss(source: SourceText, plain: str) -> Miss:
    """Explain a quote that does not stand in the source, with a suggestion where one is near."""
    near = closest_words(source.normal().text, plain)
    if near is None:
        return Miss("absent", 0, None, None, "the quote does not stand in the source")
    normal = source.normal()
    text = normal.text[near[0] : near[1]]
    detail = f"the quote does not stand in the source; closest text: {text!r}"
    return Miss("absent", 0, text, Match(*normal.span(*near)), detail)


def closest_words(text: str, quote: str) -> tuple[int, int] | None:
    """Find the whole words [start, end) of a text that are most like `quote`, if any are.

    It is a hint for the person who curates, and is never used as a proof.
    """
    near = fuzz.partial_ratio_alignment(quote[:_LONGEST], text, score_cutoff=_ENOUGH)
    if near is None:
        return None
    start, end = near.dest_start, near.dest_end
    words = [found.span() for found in _WORD.finditer(text, max(0, start - _REACH), end + _REACH)]
    inside = [2 * (min(b, end) - max(a, start)) > b - a for a, b in words]
    if not any(inside):
        return None
    first, last = inside.index(True), len(inside) - 1 - inside[::-1].index(True)
    asked = _WORD.findall(quote)  # a word more where it is the first or last of the quote
    first -= first > 0 and text[slice(*words[first - 1])] == asked[0]
    last += last + 1 < len(words) and text[slice(*words[last + 1])] == asked[-1]
    return words[first][0], words[last][1]
