"""Proves that a fact counts what it says: its wording, and the noun that its number counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from facts.check_context import Case, Found, Passage, plain
from facts.model import Fact
from facts.problems import Problem, closest, show
from facts.vocabulary import Indicator
from language.nouns import counted, unit_of
from language.numbers import NumberToken

AROUND = 60


def check(case: Case) -> Iterator[Problem]:
    """Each indicator is listed, each wording is ruled there, and the quote says it in full."""
    if not case.indicators:
        return  # said once, about indicators.yaml
    for found in case.facts:
        indicator = case.indicators.get(found.entry.item.indicator)
        if indicator:
            yield from _wording(found, indicator)
            yield from _also(found, indicator)
        elif found.entry.item.indicator not in case.unread:
            yield found.entry.problem(
                ("indicator",), *unknown(found.entry.item.indicator, case.indicators)
            )


def unknown(name: str, known: Mapping[str, Indicator]) -> tuple[str, str]:
    """What is wrong with an indicator that is not listed, and the cure."""
    close = closest(name, known)
    cure = f"did you mean {close}? Otherwise add" if close else "choose one of them, or add"
    return f"{show(name)} is not an indicator of indicators.yaml.", f"{cure} it there."


def _wording(found: Found[Fact], indicator: Indicator) -> Iterator[Problem]:
    fact = found.entry.item
    if fact.wording not in indicator.wordings:
        yield found.entry.problem(("wording",), *_not_ruled(fact.wording, indicator))
    elif found.passage and fact.counted is None:
        words = indicator.definition_words(fact.wording, found.passage.language)
        if not any(_spans(one, found.passage.text) for one in words):
            yield found.entry.problem(
                ("wording",),
                f"the quote does not say {_either(words)}.",
                "choose the wording that the quote uses, or lengthen the quote to hold it.",
            )
        longer = _longer(fact.wording, indicator, found.passage)
        if longer:
            yield found.entry.problem(
                ("wording",),
                f"the source says {show(longer)} here, not {show(fact.wording)} alone.",
                f"write wording: {longer}, and quote all of it.",
            )
        elif found.token:
            yield from _counted_noun(found, indicator, found.passage, found.token)


def _counted_noun(
    found: Found[Fact], indicator: Indicator, passage: Passage, token: NumberToken
) -> Iterator[Problem]:
    """The noun that the number itself counts is one that the indicator measures."""
    fact, language = found.entry.item, passage.language
    nouns = indicator.nouns(fact.wording, language)
    if token.percent or not nouns or counted(passage.lines, token, nouns, language):
        return
    own = unit_of(passage.lines, token, language)
    what = f"counts {show(own)}, not" if own else "does not count"
    yield found.entry.problem(
        ("indicator",),
        f"{show(token.text)} {what} {_either(nouns)}.",
        "choose the indicator that measures it, or name another number of the quote in value_text;"
        f" a new name for the same thing goes under says of the wording {show(fact.wording)}"
        " in indicators.yaml.",
    )


def _either(words: tuple[str, ...]) -> str:
    return " or ".join(show(word) for word in words)


def _also(found: Found[Fact], indicator: Indicator) -> Iterator[Problem]:
    for index, (also, passage) in enumerate(zip(found.entry.item.also, found.also, strict=True)):
        steps = ("also", index, "wording")
        if also.wording is None:
            continue
        if also.wording not in indicator.wordings:
            yield found.entry.problem(steps, *_not_ruled(also.wording, indicator))
        elif isinstance(passage, Passage):
            words = indicator.definition_words(also.wording, passage.language)
            if not any(_spans(one, passage.text) for one in words):
                what = f"this quote does not say {_either(words)}."
                yield found.entry.problem(steps, what, "choose the wording that it uses.")


def _not_ruled(wording: str, indicator: Indicator) -> tuple[str, str]:
    return (
        f"{show(wording)} is not a wording of the indicator {indicator.id}.",
        f"choose one of: {', '.join(indicator.wordings)}; or rule it in indicators.yaml as same "
        "or differs.",
    )


def _longer(wording: str, indicator: Indicator, passage: Passage) -> str | None:
    """A longer known wording that the source says where the quote stands, also beyond its ends."""
    start = max(0, passage.start - AROUND)
    text = passage.normal.text[start : passage.end + AROUND]
    for other in sorted(indicator.wordings, key=len, reverse=True):
        if len(other) <= len(wording) or not _spans(wording, other):
            continue
        for said in indicator.definition_words(other, passage.language):
            for first, last in _spans(said, text):
                if first + start < passage.end and last + start > passage.start:
                    return other
    return None


def _spans(words: str, text: str) -> list[tuple[int, int]]:
    return [found.span() for found in _pattern(words).finditer(text)]


@lru_cache(maxsize=4096)
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(plain(words))}(?!\w)", re.IGNORECASE)
