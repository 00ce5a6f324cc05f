"""Looking only where something can begin finds the same as looking everywhere."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from random import Random

import pytest

from language import bounds, lexicon, number_words, numbers, plain_text
from language.en import ENGLISH
from language.numbers import NumberToken
from tests.facts.sources import sources

PARTS = (
    "one", "Twenty-five", "a hundred", "an dozen", "a-hundred", "several ", "many thousand",
    "tens of", "millions", "half", "HALF a million", "\u017fix", "m\u0131llion", "\u0130", "and",
    "two thirds", "12", "12,000", "1.5", "3rd", "k", " million", "%", "per cent", " ", " ", "  ",
    "\n", "\n\n", "-", "\u2013", "\u00a0", "000", "\u00ad", "\ufb01", "**", "_", "# ", "\n## ",
    "[a](http://b.c/1)", "[", "](", "http://x.y/2", "a@b.cd", "www.x.org/3", "WWW.", "<b>",
    "</p>", "<br/>", "\\*", "\\\n", "\u00b2", "<sup>1</sup>", "x", "e\u0301", "\u0663", "a\u0660",
    "'", "\u2019", ".", ",", "often", "money",
)  # fmt: skip


def drawn() -> list[str]:
    """Texts of the sources, and of parts in any order."""
    chance = Random(5)
    texts = ["".join(chance.choices(PARTS, k=chance.randrange(1, 12))) for _each in range(6_000)]
    return [*(source.raw for source in sources().values()), *texts]


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_numbers_are_found_where_one_is_looked_for_at_every_letter(language: str) -> None:
    known = number_words.patterns(language)
    anywhere = number_words.Patterns(known.words)
    anywhere.start = re.compile(r"(?<!\w)(?=.)|(?<=[a-z]\$)(?=.)", re.S)
    for one in drawn():
        small = lexicon.lower(one)
        found = list(numbers._found(one, small, known))
        assert found == list(numbers._found(one, small, anywhere)), one


def test_addresses_are_looked_for_wherever_there_is_one() -> None:
    for one in drawn():
        if numbers._ADDRESS.search(one):
            assert "@" in one or "://" in one or "www." in one.lower()


def test_markup_begins_only_where_it_is_tried() -> None:
    for one in drawn():
        starts = list(plain_text._starts(one))
        assert starts == sorted(starts)
        assert {each.start() for each in plain_text._MARKUP.finditer(one)} <= set(starts), one


def test_a_plain_text_is_what_its_normal_form_says() -> None:
    for one in drawn():
        whole = plain_text.normalise(one).text.strip().replace(plain_text.GROUP_SPACE, " ")
        assert plain_text.plain_text(one) == whole, one


PHRASES = (
    "at least", "at the very least", "minimum of", "no fewer than", "not less than", "≥", "up to",
    "as many as", "as much as", "maximum of", "no more than", "not more than", "at the most", "≤",
    "almost", "nearly", "close to", "just under", "approaching", "over", "more than",
    "in excess of", "upwards of", "upward of", "above", "beyond", "exceed", "exceeds", "exceeded",
    "exceeding", "surpasses", "surpassed", "surpassing", "greater than", "higher than", ">",
    "under", "less than", "smaller than", "below", "<", "about", "around", "approximately",
    "approx", "approx.", "roughly", "some", "circa", "ca.", "~", "lea\u017ft", "x", "the",
    "a total of", "an", "US", "$", "not", "of",
)  # fmt: skip


def slow_bound(left: str) -> str | None:
    """The first of the bounds, each looked for by itself, that the end of a text states."""
    left = left.rpartition("\n")[2]
    for bound, words in ENGLISH.left:
        found = re.search(rf"(?:^|(?<!\w))({words}) ?{ENGLISH.filler}$", left, re.I)
        if found and not re.search(ENGLISH.no_bound, f"{left[: found.end(1)]} ", re.I):
            return bound
    return None


def test_the_longest_of_the_phrases_beside_a_number_is_the_first_of_their_list() -> None:
    token = NumberToken(0, 2, "50", 50, 50, 50, False, "digits")
    chance = Random(6)
    pairs = list(itertools.product(PHRASES, repeat=2))
    for words in [*((one,) for one in PHRASES), *chance.sample(pairs, 1_500)]:
        left = chance.choice((" ", "")).join(words) + chance.choice(("", " ", " $", "$", "\n"))
        left = chance.choice((left, left.upper(), f"(word {left}"))
        moved = replace(token, start=len(left), end=len(left) + 2)
        assert bounds.stated_bound(f"{left}50 people", moved) == (slow_bound(left) or "exact"), left
