"""What the typed words of a deck say otherwise than the facts.

Looked at is every number in a title, subtitle, note or step that someone typed: it has to be a
number that a fact states, with the bound that the fact has. Numbers in words up to ten are passed
over unless a unit follows ("two stages" and "ten years" are prose, "seven workshops" a claim)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

import pandas as pd

import settings
from charts import captions
from decks.deck import Deck, Slide
from decks.resolve import ResolvedDeck, ResolvedSlide
from facts.corpus import Corpus
from facts.format_value import say_number
from facts.newest_and_changes import changes
from facts.partial_dates import say
from facts.store import Snapshot
from language.bounds import stated_bound
from language.detect import language_of_passage
from language.numbers import NumberToken, same_value
from language.quotes import SourceText
from words import _, pick

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class Stated(NamedTuple):
    """One value of a fact: `low` and `high` are set for a range, `value` for all else; NaN else."""

    ref: str
    indicator: str
    label: str
    document: str
    says: str
    bound: str
    share: bool
    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Known:
    """All that a snapshot states.

    `values` is a row for each of the `facts`, in the columns of `Stated`; `units` are the words of
    each indicator, lower case.
    """

    facts: pd.DataFrame
    values: pd.DataFrame
    years: frozenset[str]
    dates: frozenset[str]  # "15 November 2024", "November 2024"
    units: dict[str, tuple[str, ...]]

    def of(self, refs: tuple[str, ...]) -> list[Stated]:
        """The facts named."""
        return self._at(self.values["ref"].isin(list(refs))) if refs else []

    def stating(self, *, share: bool, **value: float | None) -> list[Stated]:
        """The facts that state this `value`, or `low` and `high`, of shares or of all else."""
        mask = self.values["share"] == share
        for name, wanted in value.items():
            mask &= self.values[name] == wanted
        return self._at(mask)

    def ending(self, end: float, *, share: bool) -> list[Stated]:
        """The facts that state a range with this end, of shares or of all else."""
        held = self.values
        ends = (held["low"] == end) | (held["high"] == end)
        return self._at(ends & (held["share"] == share))

    def changes(self, indicator: str) -> tuple[float, ...]:
        """By how much the newest fact of an indicator differs from those it is compared with."""
        return tuple(abs(one.difference) for one in changes(self.facts, indicator))

    def _at(self, mask: pd.Series) -> list[Stated]:
        return [Stated(*row) for row in self.values[mask].itertuples(index=False)]


def known_of(snapshot: Snapshot) -> Known:
    """Everything of a snapshot that typed words are compared with."""
    dates = frozenset(date for date in _dates(snapshot.frame, snapshot.corpus) if date)
    quotes = " ".join((*dates, *snapshot.frame["quote"], *_citations(snapshot.corpus)))
    return Known(
        facts=snapshot.frame,
        values=_values(snapshot.frame, snapshot.corpus),
        years=frozenset(_YEAR.findall(quotes)),
        dates=frozenset(said for date in dates for said in _said(date)),
        units=_units(snapshot.corpus),
    )


def _values(frame: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    ranged = frame["bound"] == "range"
    shares = [name for name, one in corpus.indicators.items() if one.kind == "share"]
    columns = {
        "document": frame["submission_name"],
        "share": frame["indicator"].isin(shares),
        "low": frame["value_low"].where(ranged),
        "high": frame["value_high"].where(ranged),
    }
    return frame.assign(**columns)[list(Stated._fields)]


def _dates(frame: pd.DataFrame, corpus: Corpus) -> Iterator[str]:
    """Every date of a fact, an activity or a document, as precise as it is written."""
    for column in ("time_start", "time_end", "written_start", "written_end"):
        yield from frame[column].unique()
    for sub in corpus.submissions:
        yield from (sub.head.reports_on.start, sub.head.reports_on.end, sub.head.plot_at.value)
        for placed in sub.activities:
            yield from captions.span(placed.activity.time) or ()


def _citations(corpus: Corpus) -> Iterator[str]:
    for sub in corpus.submissions:
        yield from (sub.head.name, sub.head.title, sub.head.citation)
        yield from (placed.activity.title for placed in sub.activities)


def _said(date: str) -> Iterator[str]:
    """A date in words, and its month, where it has one."""
    for length in (7, 10):
        if len(date) >= length:
            yield say(date[:length])


def _units(corpus: Corpus) -> dict[str, tuple[str, ...]]:
    """The units of each indicator, and of its wordings those that name no other indicator."""
    units = {
        name: tuple(pick(by_language).lower() for by_language in (one.unit.one, one.unit.many))
        for name, one in corpus.indicators.items()
    }
    times = Counter(word.lower() for one in corpus.indicators.values() for word in one.wordings)
    times.update(word for words in units.values() for word in words)
    return {
        name: (*units[name], *(w.lower() for w in one.wordings if times[w.lower()] == 1))
        for name, one in corpus.indicators.items()
    }


Field = Literal["title", "subtitle", "notes", "steps"]
PROSE = 10  # number words up to this one count nothing unless a unit follows
_MONTHS = "|".join(say(f"2000-{month:02}").split()[0] for month in range(1, 13))
_DATE = re.compile(rf"\b(?:\d{{1,2}} )?(?:{_MONTHS}) (?:19|20)\d\d\b")
_DAY = re.compile(rf"\b\d{{1,2}} (?:{_MONTHS})\b")
_YEARS = re.compile(r"(?:19|20)\d\d(?:(?: ?- ?| to | and )(?:(?:19|20)\d\d|\d\d))?")
_STOP = re.compile(
    r"[.,;:!?()\d]|\b(?:in|from|of|and|or|with|to|across|at|by|as|are|is|was|were)\b"
)
_TIME = re.compile(r"(?:year|month|week|day|hour|minute|decade)s?")
_NEAR_WORDS = 3  # a unit may stand this many words behind its number


@dataclass(frozen=True)
class Flag:
    """One doubt about typed words, in a sentence; `words` is the number as it was typed."""

    field: Field
    words: str
    sentence: str


def check_deck(deck: Deck, shown: ResolvedDeck, known: Known) -> dict[int, tuple[Flag, ...]]:
    """The flags of each slide of the file that has some, by its place among the slides."""
    slides = ((one.title, one.subtitle, one.notes, *one.steps) for one in deck.slides)
    words = (deck.title, deck.subtitle, *(text for one in slides for text in one))
    language = language_of_passage(" ".join(filter(None, words)), settings.language())
    flags = {
        slide.at: check_slide(deck.slides[slide.at], slide, known, language)
        for slide in shown.slides
        if slide.at is not None
    }
    return {at: found for at, found in flags.items() if found}


def check_slide(
    slide: Slide, shown: ResolvedSlide, known: Known, language: str
) -> tuple[Flag, ...]:
    """The flags of one slide; `shown` is the slide with today's numbers.

    Words that tell no language are read in that of the deck.
    """
    typed: list[tuple[Field, str]] = [
        ("title", slide.title or (shown.title if shown.typed else "")),
        ("subtitle", slide.subtitle or (shown.subtitle if slide.kind == "title" else "")),
        ("notes", slide.notes or ""),
        *(("steps", step) for step in slide.steps),
    ]
    return tuple(
        flag
        for field, text in typed
        for flag in _flags(
            field, SourceText(text, language_of_passage(text, language)), shown, known
        )
    )


def _flags(field: Field, text: SourceText, shown: ResolvedSlide, known: Known) -> Iterator[Flag]:
    plain = text.lines()
    for found in _DATE.finditer(plain):
        if found.group() not in known.dates:
            yield Flag(field, found.group(), _not_stated(found.group(), _("date")))
    dated = [found.span() for found in (*_DATE.finditer(plain), *_DAY.finditer(plain))]
    for token in text.numbers():
        if any(start <= token.start < end for start, end in dated):
            continue
        if _YEARS.fullmatch(token.text):
            wrong = [year for year in re.findall(r"\d{4}", token.text) if year not in known.years]
            sentence = _not_stated(wrong[0], _("year")) if wrong else ""
        else:
            sentence = _doubt(text, token, shown, known)
        if sentence:
            yield Flag(field, token.text, sentence)


def _doubt(typed: SourceText, token: NumberToken, shown: ResolvedSlide, known: Known) -> str:
    """Why this number must not be said so; empty where it may."""
    text = typed.lines()
    if token.readings:
        first, second = (say_number(one) for one in token.readings[:2])
        return _(
            "“{typed}” can be read as {first} or as {second}: write it so that it reads one way.",
            typed=token.text,
            first=first,
            second=second,
        )
    if token.value is None and token.kind != "range":
        return ""  # an ordinal, or what has no exact reading
    noun, named = _unit(text, token, known)
    counts = noun and not _TIME.fullmatch(noun)
    if token.kind == "words" and not token.percent and (token.value or 0) <= PROSE and not counts:
        return ""
    bound = stated_bound(text, token, language=typed.language)
    here = known.of(shown.refs)
    same = [one for one in here if _same(token, one)] or _stating(token, known)
    same = [one for one in same if one.indicator in named] or same
    if not same:
        return "" if _made(token, bound, shown, known) else _unknown(token, here, known)
    if named and not named & {one.indicator for one in same}:
        meant = [one for one in here if one.indicator in named]
        if meant:  # the unit is that of another number on the slide: 108 members, where 129 are
            return _swapped(token, noun, [one for one in same if one in here], meant)
    if any(_fits(bound, one.bound) for one in same):
        return ""
    return _says_otherwise(_as_typed(text, token, bound), same[0])


def _same(token: NumberToken, one: Stated) -> bool:
    if token.percent != one.share:
        return False
    if token.kind == "range":
        return (token.low, token.high) == (one.low, one.high)
    return same_value(one.value, token)


def _stating(token: NumberToken, known: Known) -> list[Stated]:
    """Every fact that states this number."""
    if token.kind == "range":
        return known.stating(low=token.low, high=token.high, share=token.percent)
    values = {token.value, *(round(float(token.share), n) for n in range(3) if token.share)}
    return [one for value in values for one in known.stating(value=value, share=token.percent)]


def _fits(typed: str, fact: str) -> bool:
    """Whether a typed bound says no more than the fact: "at least 551" may stand for "over 551"."""
    return typed == fact or (typed, fact) == ("at_least", "more_than")


def _unit(text: str, token: NumberToken, known: Known) -> tuple[str, set[str]]:
    """The unit behind a number, and the indicators that are measured in it."""
    behind = text[token.end : token.end + 80].partition("\n")[0].lower()
    stop = _STOP.search(behind)
    behind = behind[: stop.start()] if stop else behind
    found: dict[str, set[str]] = {}
    for indicator, units in known.units.items():
        for unit in units:
            at = re.search(rf"\b{re.escape(unit)}\b", behind)
            if at and len(behind[: at.start()].split()) < _NEAR_WORDS:
                found.setdefault(unit, set()).add(indicator)
    if not found:
        return "", set()
    longest = max(found, key=len)
    return longest, set().union(*found.values())


def _swapped(token: NumberToken, noun: str, same: list[Stated], meant: list[Stated]) -> str:
    """A number with the unit of another: of what it is stated on this slide, else what is right."""
    typed = f"{token.text} {noun}"
    if not same:
        return _says_otherwise(typed, meant[0])
    return _(
        "“{typed}”: {number} is stated of “{label}” ({document}).",
        typed=typed,
        number=token.text,
        label=same[0].label,
        document=same[0].document,
    )


def _made(token: NumberToken, bound: str, shown: ResolvedSlide, known: Known) -> bool:
    """Whether the program itself says this number on the slide, or computes it as a change."""
    spec = shown.spec
    made = (spec.title, spec.subtitle, spec.note, spec.alt) if spec else (shown.note,)
    for text in made:
        said = SourceText(text, settings.language())
        for other in said.numbers():
            if (other.value, other.low, other.high, other.percent) == (
                token.value,
                token.low,
                token.high,
                token.percent,
            ) and stated_bound(said.lines(), other, language=said.language) == bound:
                return True
    indicators = {one.indicator for one in known.of(shown.refs)}
    changed = {value for name in indicators for value in known.changes(name)}
    return bound == "exact" and not token.percent and token.value in changed


def _unknown(token: NumberToken, here: list[Stated], known: Known) -> str:
    """No fact has this value; where it is one end of a stated range, the range is named."""
    if token.value is not None:
        for one in (*here, *known.ending(token.value, share=token.percent)):
            if token.value in (one.low, one.high) and token.percent == one.share:
                return _says_otherwise(token.text, one)
    return _not_stated(token.text, _("number"))


def _as_typed(text: str, token: NumberToken, bound: str) -> str:
    """The number with the words of its bound before it."""
    before = text[: token.start].split()[-2:] if bound not in ("exact", "range") else []
    return " ".join((*before, token.text))


def _says_otherwise(typed: str, one: Stated) -> str:
    return _(
        "“{typed}”: the fact says “{says}” ({label}, {document}).",
        typed=typed,
        says=one.says,
        label=one.label,
        document=one.document,
    )


def _not_stated(typed: str, what: str) -> str:
    return _("“{typed}”: no fact states this {what}.", typed=typed, what=what)
