"""A quote for a place of a source, as short as fits, that stands there once."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from facts.check_context import Passage, passage_at
from language.numbers import NumberToken
from language.plain_text import GROUP_SPACE
from language.quotes import SourceText, find_all

LONG = 220  # characters; a longer sentence is cut to the clauses around its numbers
_CURLY = (
    "\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
)
_LEAD = re.compile(r"(?:[-*•‣▪–—>|#]+\s+)+|\|\s*")
_CLAUSE = re.compile(r"[,;:)] | \(| [-\u2013\u2014] |\. ")
_TAIL = " .;:,|-"

Span = tuple[int, int]


@dataclass(frozen=True)
class Quote:
    """Words of the source as they are written into a quote, and where the checker finds them."""

    text: str
    occurrence: int | None
    passage: Passage


def plain_span(source: SourceText, start: int, end: int) -> Span:
    """Where a stretch of the raw source stands in its plain text."""
    normal = source.normal()
    first = bisect_left(normal.offsets, start)
    last = bisect_left(normal.offsets, end)
    return min(first, len(normal.text)), min(max(last, first), len(normal.text))


def tidy(source: SourceText, first: int, last: int) -> str:
    """plain[first:last] with quotation marks, dashes and narrow spaces as the source has them."""
    normal = source.normal()
    written: list[str] = []
    for place in range(first, last):
        sign = normal.text[place]
        raw = normal.raw[normal.offsets[place]]
        as_raw = sign == GROUP_SPACE or (sign in "'\"-" and raw in _CURLY)
        written.append(raw if as_raw else sign)
    return "".join(written).strip()


def quoted(
    source: SourceText, first: int, last: int, must: Span, language: str = ""
) -> Quote | None:
    """The quote plain[first:last] where the checker finds it around `must` (raw), or None.

    Its numbers are read in `language`, else in that of the source.
    """
    for text in dict.fromkeys((tidy(source, first, last), _raw(source, first, last))):
        found = find_all(source, text) if text else []
        for index, match in enumerate(found):
            if match.start <= must[0] and must[1] <= match.end:
                occurrence = index + 1 if len(found) > 1 else None
                return Quote(text, occurrence, passage_at(source, match, text, language))
    return None


def quote_for(
    source: SourceText, sentence: Span, must: Span, whole: bool = False, language: str = ""
) -> Quote | None:
    """A quote of a sentence (raw) that holds the words `must` (raw): the first that is found.

    A short sentence is taken whole, of a long one the clauses around the words, and more of it
    where these do not stand there as whole words. With `whole` also a long one is taken whole.
    """
    first, last = trimmed(source, *plain_span(source, *sentence))
    within = plain_span(source, *must)
    first, last = min(first, within[0]), max(last, within[1])
    windows = _windows(source.normal().text, first, last, within)
    for window in [(first, last), *windows] if whole else windows:
        found = quoted(source, *window, must, language)
        if found:
            return found
    return None


def trimmed(source: SourceText, first: int, last: int) -> Span:
    """A stretch of the plain text without list marks before it and without its full stop."""
    text = source.normal().text
    lead = _LEAD.match(text, first, last)
    first = lead.end() if lead else first
    while last > first and text[last - 1] in _TAIL:
        last -= 1
    return first, last


def number_at(passage: Passage, start: int, end: int) -> NumberToken | None:
    """The number of a passage that shares characters with a stretch of the raw source, or None."""
    for token in passage.tokens:
        low, high = passage.raw_span(token)
        if low < end and start < high:
            return token
    return None


def value_text(passage: Passage, token: NumberToken) -> str | None:
    """How the number is named where the quote holds several; None where it is the only one."""
    return None if len(passage.tokens) == 1 else token.text.replace(GROUP_SPACE, " ")


def is_clear(passage: Passage, token: NumberToken) -> bool:
    """Whether the number stands in the passage once."""
    return sum(one.text == token.text for one in passage.tokens) == 1


def _raw(source: SourceText, first: int, last: int) -> str:
    start, end = source.normal().span(first, last)
    return " ".join(source.raw[start:end].split())


def _windows(text: str, first: int, last: int, within: Span) -> Iterator[Span]:
    """Stretches to try, the best first."""
    if last - first <= LONG:
        yield first, last
    cuts = [first, *(found.end() for found in _CLAUSE.finditer(text, first, last))]
    starts = [cut for cut in cuts if cut <= within[0]][::-1] or [first]
    ends = [cut for cut in cuts if cut >= within[1]] + [last]
    for step in range(max(len(starts), len(ends))):
        start = starts[min(step, len(starts) - 1)]
        end = ends[min(step, len(ends) - 1)]
        while end > within[1] and text[end - 1] in _TAIL + "(":
            end -= 1
        if end - start >= min(60, last - first):
            yield start, end
    yield first, last
    # A word at an end that a line end may have broken is no whole word: without it.
    inner = text.find(" ", first, within[0]) + 1 or first
    shorter = max(text.rfind(" ", within[1], last), within[1])
    yield from ((first, shorter), (inner, last), (inner, shorter))
