"""Proves that each value is the number that its quote states, or the count of its items."""

from __future__ import annotations

from collections.abc import Iterator

from facts.check_context import Case, Found, Passage, stating
from facts.checks.quote import stands_in
from facts.model import Fact
from facts.problems import Problem, show
from facts.vocabulary import Indicator, Span
from language import numbers
from language.numbers import NumberToken


def check(case: Case) -> Iterator[Problem]:
    """Each value reads as one whole number of the quote, or is the count of items named there."""
    for found in case.facts:
        if not found.passage:
            continue
        indicator = case.indicators.get(found.entry.item.indicator)
        if found.entry.item.counted is not None:
            yield from _counted(found, found.passage)
        elif found.token:
            yield from _read(found, found.token, indicator)
        else:
            yield _no_token(found, found.passage)


def same_value(value: float | Span, token: NumberToken) -> bool:
    """Whether a number in the text reads as this value; a range reads as its two ends."""
    if isinstance(value, Span):
        return token.kind == "range" and (token.low, token.high) == (value.low, value.high)
    return numbers.same_value(value, token)


def same_reading(token: NumberToken, other: NumberToken) -> bool:
    """Whether two numbers of a text read alike."""
    return (token.low, token.high, token.value) == (other.low, other.high, other.value)


def _read(found: Found[Fact], token: NumberToken, indicator: Indicator | None) -> Iterator[Problem]:
    fact = found.entry.item
    corrected = fact.corrected is not None and fact.corrected.field == "value"
    if not corrected and not same_value(fact.value, token):
        yield found.entry.problem(
            ("value",),
            f"the value is {_say(fact.value)}, but {show(token.text)} in the quote reads as "
            f"{_reading(token)}.",
            f"write value: {_yaml(token)}, or name another number of the quote in value_text."
            if token.kind != "ordinal"
            else "name another number of the quote in value_text.",
        )
    if token.percent and indicator and indicator.kind != "share":
        yield found.entry.problem(
            ("indicator",),
            f"{show(token.text)} is a share, and {show(indicator.id)} does not measure a share.",
            "choose an indicator of the kind share.",
        )


def _no_token(found: Found[Fact], passage: Passage) -> Problem:
    fact = found.entry.item
    names = ", ".join(show(token.text) for token in passage.tokens)
    if not passage.tokens:
        return found.entry.problem(
            ("quote",),
            "no number stands in these words.",
            "quote the words that state the number, or list what was counted under counted.",
        )
    if fact.value_text is None:
        return found.entry.problem(
            ("value",),
            f"the quote holds several numbers: {names}.",
            "say in value_text, in quotes, which of them states the value.",
        )
    if stating(passage.tokens, fact.value_text):
        return found.entry.problem(
            ("value_text",),
            f"{show(fact.value_text)} stands in the quote more than once.",
            "shorten the quote until it stands there once.",
        )
    return found.entry.problem(
        ("value_text",),
        f"{show(fact.value_text)} is not a whole number of the quote; its numbers are {names}.",
        "copy one of these, whole.",
    )


def _counted(found: Found[Fact], passage: Passage) -> Iterator[Problem]:
    fact = found.entry.item
    items = fact.counted or ()
    for index, item in enumerate(items):
        if not stands_in(item, found.whole):
            yield found.entry.problem(
                ("counted", index),
                f"{show(item)} is not in the quote.",
                "copy the item from the quote, or lengthen the quote.",
            )
        elif item in items[:index]:
            yield found.entry.problem(
                ("counted", index), f"{show(item)} is listed twice.", "delete one of the two."
            )
    if fact.value != len(items):
        yield found.entry.problem(
            ("value",),
            f"the value is {_say(fact.value)}, but {len(items)} are listed under counted.",
            f"write value: {len(items)}, or mend the list.",
        )


def _say(value: float | Span) -> str:
    return f"{value.low} to {value.high}" if isinstance(value, Span) else str(value)


def _reading(token: NumberToken) -> str:
    if token.kind == "range":
        return f"{token.low} to {token.high}"
    if token.readings:
        return _two(token)
    return "a place in an order, not a count" if token.kind == "ordinal" else str(token.value)


def _yaml(token: NumberToken) -> str:
    if token.kind == "range":
        return f"{{low: {token.low}, high: {token.high}}}"
    return _two(token) if token.readings else str(token.value)


def _two(token: NumberToken) -> str:
    """Both readings of what can be read in two ways."""
    return " or ".join(str(one) for one in token.readings)
