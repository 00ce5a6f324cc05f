"""How a value is said: the bound in the words of its quote, numbers as people read them."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from facts.format_value import say_number, says
from facts.model import Fact
from facts.vocabulary import Indicator

INDICATOR: dict[str, Any] = {
    "id": "x", "label": {"en": "X"}, "unit": {"one": {"en": "x"}, "many": {"en": "xs"}},
    "group": "g", "description": {"en": "d"}, "wordings": {"w": "same"},
}  # fmt: skip


def made(value: Any, bound: str, quote: str, **more: Any) -> Fact:
    return Fact.model_validate(
        {
            "id": "f", "indicator": "x", "value": value, "bound": bound, "wording": "w",
            "time": {"as_of": "document"}, "quote": quote, "scope": "own", "section": "1", **more,
        }
    )  # fmt: skip


def said(value: Any, bound: str, quote: str, kind: str = "stock", **more: Any) -> str:
    fact = made(value, bound, quote, **more)
    return says(fact, Indicator.model_validate({**INDICATOR, "kind": kind}))


TRANSLATED = {
    "fr": {"over {number}": "plus de {number}", "{low} to {high}": "de {low} à {high}",
           "{number} million": "{number} millions", "{number}%": "{number} %"},
    "es": {"over {number}": "más de {number}", "{low} to {high}": "de {low} a {high}",
           "{number} million": "{number} millones", "{number}%": "{number} %"},
}  # fmt: skip


def _translated(words: dict[str, str], text: str) -> str:
    return words.get(text, text)


@pytest.mark.parametrize(
    ("value", "bound", "kind", "french", "spanish"),
    [
        (23_090, "more_than", "stock", "plus de 23\u202f090", "más de 23.090"),
        (7.25, "exact", "share", "7,25 %", "7,25 %"),
        ({"low": 1, "high": 20}, "range", "share", "de 1 à 20 %", "de 1 a 20 %"),
        (2_500_000, "exact", "stock", "2,5 millions", "2,5 millones"),
    ],
)
def test_a_value_is_said_in_french_and_spanish(
    value: Any, bound: str, kind: str, french: str, spanish: str
):
    for language, words in (("fr", french), ("es", spanish)):
        translated = TRANSLATED[language]
        fact = made(value, bound, "q")
        indicator = Indicator.model_validate({**INDICATOR, "kind": kind})
        assert says(fact, indicator, partial(_translated, translated), language) == words


@pytest.mark.parametrize(
    ("value", "bound", "quote", "language", "words"),
    [
        (60, "more_than", "plus de 60 membres", "fr", "over 60"),
        (10_000, "more_than", "más de 10.000 miembros", "es", "over 10,000"),
        (20, "at_least", "des dizaines de membres", "fr", "at least 20"),
        (10, "about", "une dizaine de pays", "fr", "about 10"),
    ],
)
def test_a_quote_in_another_language_is_said_in_the_readers(
    value: int, bound: str, quote: str, language: str, words: str
):
    assert said(value, bound, quote, language=language) == words


@pytest.mark.parametrize(
    ("value", "bound", "quote", "words"),
    [
        (103, "exact", "103 members", "103"),
        (23090, "exact", "all 23,090 citizens", "23,090"),
        (100, "more_than", "in over 100 countries", "over 100"),
        (20, "more_than", "more than 20 bodies", "more than 20"),
        (50000, "more_than", "upwards of 50,000 people", "upwards of 50,000"),
        (20, "more_than", "exceeding 20 bodies", "over 20"),
        (300_000_000, "more_than", "more than 300 million images", "more than 300 million"),
        (26_000_000, "exact", "26 million images", "26 million"),
        (1_200_000_000, "exact", "1.2bn users", "1.2 billion"),
        (1_234_567, "exact", "1,234,567 users", "1,234,567"),
        (500, "almost", "almost 500 children", "almost 500"),
        (500, "almost", "nearly 500 children", "nearly 500"),
        (100_000, "up_to", "as many as 100,000 men", "as many as 100,000"),
        (7, "at_least", "at least seven", "at least 7"),
        (7, "about", "around seven", "around 7"),
        (7, "less_than", "under seven", "under 7"),
        (10_000_000, "at_least", "misused tens of millions of times", "tens of millions"),
        ({"low": 2, "high": 5}, "range", "2 to 5 days", "2 to 5"),
    ],
)
def test_says(value: Any, bound: str, quote: str, words: str) -> None:
    assert said(value, bound, quote) == words


def test_shares_have_their_sign() -> None:
    assert said({"low": 1, "high": 20}, "range", "1–20% of", "share") == "1 to 20%"
    assert said(50, "more_than", "more than half of", "share") == "more than 50%"
    assert said(7.25, "exact", "7.25% of", "share") == "7.25%"


def test_the_number_is_the_one_that_value_text_names() -> None:
    quote = "almost 500 children and over 6,000 caregivers"
    assert said(6000, "more_than", quote, value_text="6,000") == "over 6,000"
    assert said(500, "almost", quote, value_text="500") == "almost 500"


def test_a_count_has_no_number_in_its_quote() -> None:
    assert said(2, "at_least", "such as A and B, in 12 towns", counted=("A", "B")) == "at least 2"


def test_every_template_can_be_translated() -> None:
    words = {"over {number}": "plus de {number}", "{number} million": "{number} millions"}
    fact = Fact.model_validate(
        {
            "id": "f", "indicator": "x", "value": 2_000_000, "bound": "more_than", "wording": "w",
            "time": {"as_of": "document"}, "quote": "over 2 million", "scope": "own",
            "section": "1",
        }
    )  # fmt: skip
    indicator = Indicator.model_validate({**INDICATOR, "kind": "stock"})
    assert says(fact, indicator, lambda text: words.get(text, text)) == "plus de 2 millions"


def test_say_number() -> None:
    assert [say_number(n) for n in (0, 7.25, 999_999, 1_000_000, 1_250_000, 26_000_000.0)] == [
        "0", "7.25", "999,999", "1 million", "1,250,000", "26 million",
    ]  # fmt: skip
