"""Proves that each correction is of a slip of typing in the source.

Until another proof is known, a number is read otherwise only where its digits show why: one too
many (or doubled), one missing, or two neighbours exchanged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from facts.check_context import Case, Found, plain
from facts.model import Activity, Corrected, Fact, Mention
from facts.problems import Problem, show
from facts.vocabulary import Span
from language.numbers import NumberToken

_CURE = "write the value that the source states, or set its number aside."


def check(case: Case) -> Iterator[Problem]:
    """Each corrected field is one of the entry's own, and a corrected value a slip of typing."""
    for found in case.telling():
        corrected = found.entry.item.corrected
        if corrected and corrected.field not in type(found.entry.item).model_fields:
            kind = {Fact: "a fact", Activity: "an activity", Mention: "a mention"}
            what = f"{kind[type(found.entry.item)]} has no {corrected.field}."
            fix = "name the field that is read otherwise, or delete corrected."
            yield found.entry.problem(("corrected", "field"), what, fix)
    for fact in case.facts:
        corrected = fact.entry.item.corrected
        if corrected and corrected.field == "value" and fact.passage:
            yield from _value(fact, corrected)


def is_slip(wrong: str, right: str) -> bool:
    """Whether one is the other with a digit too many, missing, or exchanged with its neighbour."""
    if len(wrong) < len(right):
        wrong, right = right, wrong
    places = range(len(wrong))
    if len(wrong) == len(right) + 1:
        return any(wrong[n].isdigit() and wrong[:n] + wrong[n + 1 :] == right for n in places)
    differ = [n for n in places if len(wrong) == len(right) and wrong[n] != right[n]]
    if len(differ) != 2 or differ[1] != differ[0] + 1:
        return False
    pair = wrong[differ[0] : differ[1] + 1]
    return pair.isdigit() and pair[::-1] == right[differ[0] : differ[1] + 1]


def is_slip_of_year(words: str, year: str) -> bool:
    """Whether a number in these words of the source is a slip of typing for a year."""
    return any(is_slip(number, year) for number in re.findall(r"\d+", words))


def _value(found: Found[Fact], corrected: Corrected) -> Iterator[Problem]:
    fact, token = found.entry.item, found.token
    if token is None:
        if fact.counted is not None:
            what = "a count made by us has no number in the source to be corrected."
            yield found.entry.problem(("corrected", "field"), what, "delete corrected.")
        return  # else told once, about the value
    if plain(corrected.source_says) != token.text:
        what = f"{show(corrected.source_says)} is not the number that the quote states."
        fix = f"write source_says: {show(token.text)}."
        yield found.entry.problem(("corrected", "source_says"), what, fix)
    wrong, value = _digits(token), fact.value
    if wrong is None or isinstance(value, Span):
        what = "only a single number written in digits can be corrected."
        yield found.entry.problem(("value",), what, _CURE)
    elif wrong == str(value):
        what = f"the source says {wrong} too, so nothing is corrected."
        yield found.entry.problem(("value",), what, "delete corrected.")
    elif not is_slip(wrong, str(value)):
        what = (
            f"{value} is no slip of typing of {show(token.text)}: one digit too many, one missing, "
            "or two neighbours exchanged."
        )
        yield found.entry.problem(("value",), what, _CURE)


def _digits(token: NumberToken) -> str | None:
    """The number as plain digits; None where words are a part of it (26 million, twelve)."""
    said = "" if token.value is None else str(token.value)
    same = re.sub(r"\D", "", said) == re.sub(r"\D", "", token.text)
    return said if same and not re.search(r"[^\W\d_]", token.text) else None
