"""Finds every number of a text that may be a claim, and says of the others what they are."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from extract.documents.document import Progress
from extract.indicator_guess import Guesser, IndicatorGuess, Told
from extract.non_claims import called_spans, class_of
from extract.numbering import NonClaim, NumberContext, content_pages
from extract.reused_sentences import Earlier
from facts.vocabulary import Bound, SetAsideClass
from language.attribution import said_by
from language.bounds import stated_bound
from language.clauses import NumberInSentence
from language.countries import find_named
from language.date_mentions import When, date_spans, find_dates
from language.detect import language_of, language_of_passage
from language.nouns import unit_of
from language.numbers import Number, NumberToken
from language.passages import Block, Passages

_AROUND = 90
_CLAUSE = re.compile(r"[,;:()]| and | et | y ")
_LABELS = re.compile(r" ?[:=] ?[$€£]?")
_LABELS_NUMBER = re.compile(r" ?[:=] ?[$€£]?\d")
_start = attrgetter("start")
_RAISED = re.compile(r"<sup>(?:th|st|nd|rd|er?|ème|º|o|a)</sup>")


@dataclass(frozen=True)
class Candidate:
    """A number that may be a claim.

    `start` and `end` are code points of the text as read: text[start:end] is `text`. `value` is
    None for a range; the bounds have the same meaning as in facts.frame. `left_out` is the class
    of a number that claims nothing, `why` says why. `asked` holds places inside other names.
    `dates` are partial ISO dates or spans with a slash, `places` alpha-3 codes. `said_by` is whose
    number it is where the sentence names someone else, or None.
    """

    start: int
    end: int
    text: str
    value: Number | None
    value_low: Number | None
    value_high: Number | None
    bound: Bound
    unit: str
    language: str
    sentence: str
    sentence_start: int
    sentence_end: int
    dates: tuple[str, ...]
    places: tuple[str, ...]
    asked: tuple[str, ...]
    likely: tuple[IndicatorGuess, ...]
    score: float
    carried_from: str | None
    said_by: str | None
    left_out: SetAsideClass | None
    why: str

    @property
    def indicator(self) -> str | None:
        """The likeliest indicator, or None where no words tell."""
        return self.likely[0].indicator if self.likely else None

    @property
    def is_clear(self) -> bool:
        """Whether it reads one way."""
        return self.value is not None or self.bound == "range"


@dataclass(frozen=True)
class Place:
    """A country named in the text, text[start:end]; `within` is the longer name it is part of."""

    start: int
    end: int
    text: str
    code: str
    within: str


def find_candidates(
    passages: Passages,
    guesser: Guesser,
    earlier: Earlier,
    progress: Progress | None = None,
    language: str = "",
) -> Iterator[Candidate]:
    """Give every number of a text in order, those left out with their class.

    `language` is that of the document, guessed where it is not given.
    """
    plain = passages.plain
    whole = language or language_of(plain) or "en"
    called, pages = called_spans(plain), content_pages(passages)
    for block in passages.blocks:
        text = plain[block.start : block.end]
        if progress:
            progress(block.end / len(plain))
        spoken = language_of_passage(text, whole)
        dates = date_spans(text)
        numbers = passages.numbers(spoken)
        first, last = (bisect_left(numbers, at, key=_start) for at in (block.start, block.end))
        for token in numbers[first:last]:
            inside = _is_in(token.start - block.start, dates), _is_in(token.start, called)
            setting = _setting(text, token, block, *inside, token.start in pages)
            left_out = class_of(setting) or _ordinal(passages, token)
            yield _candidate(passages, block, token, spoken, left_out, guesser, earlier)


def find_all_places(passages: Passages) -> Iterator[Place]:
    """Give every country that the text names, those inside longer names too."""
    for sentence in passages.sentences:
        for named in find_named(passages.plain[sentence.start : sentence.end]):
            start, end = passages.normal.span(
                sentence.start + named.start, sentence.start + named.end
            )
            yield Place(start, end, passages.raw[start:end], named.code, named.within)


def _ordinal(passages: Passages, token: NumberToken) -> NonClaim | None:
    """See the ordinal in 28<sup>th</sup>, which the plain text no longer shows."""
    if _RAISED.match(passages.raw, passages.normal.span(token.start, token.end)[1]):
        return "numbering", "an ordinal"
    return None


def _setting(
    text: str, token: NumberToken, block: Block, dated: bool, called: bool, listed: bool
) -> NumberContext:
    start, end = token.start - block.start, token.end - block.start
    left = text[max(0, start - _AROUND) : start]
    right = text[end : end + _AROUND]
    opens = start < _AROUND and not left.strip(" #-*([|•\u2013")
    closes = len(right) < _AROUND and not right.strip(" .)]|-\u2013*")
    return NumberContext(
        left, right, token, opens, closes, block.kind == "note", dated, called, listed
    )


def _is_in(start: int, spans: list[tuple[int, int]]) -> bool:
    index = bisect_right(spans, (start, 10**9)) - 1
    return index >= 0 and spans[index][0] <= start < spans[index][1]


def _candidate(
    passages: Passages,
    block: Block,
    token: NumberToken,
    language: str,
    left_out: NonClaim | None,
    guesser: Guesser,
    earlier: Earlier,
) -> Candidate:
    """Put together all that is said of one number."""
    plain = passages.plain
    start, end = passages.normal.span(token.start, token.end)
    sentence = passages.sentence_at(token.start)
    words = plain[sentence.start : sentence.end]
    bound = stated_bound(passages.lines, token, language=language)
    unit = unit_of(passages.lines, token, language)
    low, high = _ends(token, bound)
    named = find_named(words)
    ends = sentence.start, sentence.end
    said = said_by(NumberInSentence(passages.lines, token, language, ends, own=guesser.own))
    told = Told(passages.lines, token, language, bool(said))
    clause = _clause(words, token.start - sentence.start)
    likely = () if left_out else guesser.guess(words, clause, told)
    carried = None if left_out else earlier.carried(words)
    span = passages.normal.span(sentence.start, sentence.end)
    return Candidate(
        start, end, passages.raw[start:end], token.value, low, high, bound, unit, language,
        words, *span,
        _dates(words, token.start - sentence.start),
        tuple(dict.fromkeys(one.code for one in named if not one.within)),
        tuple(one.within for one in named if one.within),
        likely,
        0.0 if left_out else _score(token, unit, likely, bool(carried), block),
        carried.head.id if carried else None,
        said or None,
        left_out[0] if left_out else None,
        left_out[1] if left_out else (likely[0].why if likely else ""),
    )  # fmt: skip


def _ends(token: NumberToken, bound: Bound) -> tuple[Number | None, Number | None]:
    """Give the least and the most that a stated number means, as far as it says."""
    match bound:
        case "range":
            return token.low, token.high
        case "exact":
            return token.value, token.value
        case "more_than" | "at_least":
            return token.value, None
        case "almost" | "up_to" | "less_than":
            return None, token.value
        case _:
            return None, None


def _dates(words: str, at: int) -> tuple[str, ...]:
    """The dates of a sentence that may be those of its number at a place.

    A year that labels a number is of that number alone: "Members: 122 (2022: 104; 2018: 93)".
    """
    dates = find_dates(words)
    own = next((one for one in dates if one.end <= at and _LABELS.fullmatch(words, one.end, at)), 0)
    if isinstance(own, When):
        return (own.iso,)
    return tuple(one.iso for one in dates if not _LABELS_NUMBER.match(words, one.end))


def _clause(words: str, at: int) -> str:
    """Give the part of a sentence around a number, between commas and the like."""
    cuts = _cuts(words)
    index = bisect_right(cuts, at)
    return words[cuts[index - 1] if index else 0 : cuts[index] if index < len(cuts) else None]


@lru_cache(maxsize=8)
def _cuts(words: str) -> list[int]:
    return [found.end() for found in _CLAUSE.finditer(words)]


def _score(
    token: NumberToken, unit: str, likely: tuple[IndicatorGuess, ...], carried: bool, block: Block
) -> float:
    """Say how much a number looks like a claim, 0 to 1: by what it counts and how it is written."""
    score = 0.5
    score += 0.2 if unit else -0.15
    score += 0.2 * (likely[0].sure if likely else 0.0)
    score += 0.1 if token.percent or (token.value or 0) >= 10 or token.kind == "range" else 0.0
    score -= 0.15 if block.kind in ("heading", "note") else 0.0
    score -= 0.05 if token.text.lower() == "one" else 0.0
    return round(min(max(score + (0.05 if carried else 0.0), 0.05), 1.0), 2)
