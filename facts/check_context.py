"""What the checks see of a submission, with each quote placed in the source."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR
from typing import Generic, TypeVar, get_args

from pydantic import BaseModel

from facts.model import Activity, Also, Fact, Mention, SetAside
from facts.parse import Entry, Parsed
from facts.vocabulary import Indicator
from language.numbers import NumberToken
from language.plain_text import GROUP_SPACE, Hyphens, Normal, plain_text
from language.quotes import Match, Miss, SourceText, find, find_all

Model = TypeVar("Model", bound=BaseModel)
VARIANTS: tuple[Hyphens, ...] = get_args(Hyphens)
plain = plain_text  # a text as the checks compare it


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote found in a source: its place in the raw text, and in the plain text that matched.

    `tokens` are the numbers inside, read in `language`; their offsets count in `normal.text`, as do
    `start` and `end`. `lines` is that text with a line feed where a paragraph ends.
    """

    match: Match
    normal: Normal
    lines: str
    start: int
    end: int
    tokens: tuple[NumberToken, ...]
    language: str

    @property
    def text(self) -> str:
        """The quote in plain text."""
        return self.normal.text[self.start : self.end]

    def raw_span(self, token: NumberToken) -> tuple[int, int]:
        """Where a number of this passage stands in the source as decoded."""
        return self.normal.span(token.start, token.end)


@dataclass(frozen=True, slots=True)
class Found(Generic[Model]):
    """An entry with the passages that its quotes name, or why they name none.

    `token` is the number of a fact that states its value; None where that is not clear.
    """

    entry: Entry[Model]
    passages: tuple[Passage, ...]
    miss: Miss | None
    also: tuple[Passage | Miss, ...] = ()
    token: NumberToken | None = None

    @property
    def passage(self) -> Passage | None:
        """The passage of the quote, or None."""
        return self.passages[0] if self.passages else None

    @property
    def further(self) -> tuple[Passage, ...]:
        """The passages of the `also` quotes that were found."""
        return tuple(found for found in self.also if isinstance(found, Passage))

    @property
    def whole(self) -> str:
        """The quote and all `also` quotes that were found, in plain text, a line each."""
        return "\n".join(passage.text for passage in (*self.passages, *self.further))


@dataclass(frozen=True, slots=True)
class Case:
    """One submission as the checks see it. `source_file` is the path that problems name."""

    parsed: Parsed
    source: SourceText
    source_file: str
    sha256: str
    indicators: Mapping[str, Indicator]
    unread: frozenset[str]  # indicators that indicators.yaml has, and that could not be read
    latest: int  # the last year that a date may have
    facts: tuple[Found[Fact], ...]
    activities: tuple[Found[Activity], ...]
    mentions: tuple[Found[Mention], ...]
    set_aside: tuple[Found[SetAside], ...]
    own: tuple[str, ...] = ()  # the names of the organisation, in small letters

    def dated(self) -> Iterator[Found[Fact] | Found[Activity]]:
        """Every entry that has a time: facts, activities."""
        yield from self.facts
        yield from self.activities

    def telling(self) -> Iterator[Found[Fact] | Found[Activity] | Found[Mention]]:
        """Every entry that tells something: facts, activities, mentions."""
        yield from self.facts
        yield from self.activities
        yield from self.mentions


def build(
    parsed: Parsed,
    source: SourceText,
    source_file: str,
    sha256: str,
    indicators: Mapping[str, Indicator],
    unread: frozenset[str] = frozenset(),
    own: tuple[str, ...] = (),
    latest: int = MAXYEAR,
) -> Case:
    """Looks up every quote of a parsed submission in its source; `latest` is the last year."""
    return Case(
        parsed,
        source,
        source_file,
        sha256,
        indicators,
        unread,
        latest,
        tuple(_fact(source, entry) for entry in parsed.facts),
        tuple(
            Found(e, *_one(source, e.item.quote, e.item.occurrence), _also(source, e.item.also))
            for e in parsed.activities
        ),
        tuple(Found(e, *_one(source, e.item.quote, e.item.occurrence)) for e in parsed.mentions),
        tuple(_set_aside(source, entry) for entry in parsed.set_aside),
        own,
    )


def look_up(
    source: SourceText, quote: str, occurrence: int | None = None, language: str = ""
) -> Passage | Miss:
    """The passage that a quote names, or why it names none."""
    found = find(source, quote, occurrence)
    return found if isinstance(found, Miss) else passage_at(source, found, quote, language)


def passage_at(source: SourceText, match: Match, quote: str, language: str = "") -> Passage:
    """The passage of a quote that stands at this match, read in the language of the source."""
    wanted = plain(quote)
    for hyphens in VARIANTS:
        normal = source.normal(hyphens)
        start = bisect_left(normal.offsets, match.start)
        while start < len(normal.text) and normal.offsets[start] == match.start:
            here = normal.text[start : start + len(wanted)]
            if here.replace(GROUP_SPACE, " ") == wanted:
                return _passage(source, match, hyphens, start, start + len(wanted), language)
            start += 1
    raise AssertionError(f"no variant of the source holds the match {match}")


def _passage(
    source: SourceText, match: Match, hyphens: Hyphens, start: int, end: int, language: str
) -> Passage:
    tokens = source.numbers(hyphens, language)
    starts = source.number_starts(hyphens, language)
    first = bisect_left(starts, start)
    near = tokens[first : bisect_left(starts, end, first)]
    inside = tuple(token for token in near if token.end <= end)
    language = language or source.language
    return Passage(
        match, source.normal(hyphens), source.lines(hyphens), start, end, inside, language
    )


def _one(
    source: SourceText, quote: str, occurrence: int | None, language: str = ""
) -> tuple[tuple[Passage, ...], Miss | None]:
    found = look_up(source, quote, occurrence, language)
    return ((), found) if isinstance(found, Miss) else ((found,), None)


def _also(
    source: SourceText, also: tuple[Also, ...], language: str = ""
) -> tuple[Passage | Miss, ...]:
    return tuple(look_up(source, one.quote, one.occurrence, language) for one in also)


def _fact(source: SourceText, entry: Entry[Fact]) -> Found[Fact]:
    fact = entry.item
    language = fact.language or ""
    passages, miss = _one(source, fact.quote, fact.occurrence, language)
    token = None
    if passages and fact.counted is None:
        candidates = stating(passages[0].tokens, fact.value_text)
        token = candidates[0] if len(candidates) == 1 else None
    return Found(entry, passages, miss, _also(source, fact.also, language), token)


def stating(tokens: tuple[NumberToken, ...], value_text: str | None) -> list[NumberToken]:
    """The numbers that may state the value: those that `value_text` names, or all."""
    if value_text is None:
        return list(tokens)
    wanted = plain(value_text)
    return [token for token in tokens if token.text.replace(GROUP_SPACE, " ") == wanted]


def _set_aside(source: SourceText, entry: Entry[SetAside]) -> Found[SetAside]:
    item = entry.item
    if item.occurrence != "all":
        return Found(entry, *_one(source, item.quote, item.occurrence))
    matches = find_all(source, item.quote)
    if not matches:
        miss = find(source, item.quote)
        return Found(entry, (), miss if isinstance(miss, Miss) else None)
    return Found(entry, tuple(passage_at(source, match, item.quote) for match in matches), None)
