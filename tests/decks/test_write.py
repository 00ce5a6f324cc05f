"""A deck written as YAML and read again: the same deck, whatever was typed."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as some

from decks.model import Deck, Slide
from decks.read import read_deck
from decks.write import HEAD, as_yaml, clean
from tests.support.small import HOSTILE

TYPED = some.text(min_size=1, max_size=60).map(clean).filter(bool)
NAMES = some.from_regex(r"[a-z0-9]+([_-][a-z0-9]+)*", fullmatch=True).filter(lambda t: len(t) < 30)
REFS = some.builds("{}/{}".format, some.from_regex(r"[a-z0-9-]+", fullmatch=True), NAMES)
CHOICES = some.from_regex(r"[A-Za-z0-9_-]{1,20}", fullmatch=True)
WORDS = {
    "title": some.none() | TYPED,
    "subtitle": some.none() | TYPED,
    "notes": some.none() | TYPED,
    "steps": some.lists(TYPED, max_size=2).map(tuple),
}
SLIDES = some.one_of(
    some.builds(Slide, kind=some.sampled_from(["title", "sources"]), **WORDS),
    some.builds(
        Slide,
        kind=some.just("numbers"),
        indicators=some.lists(NAMES, min_size=1, max_size=3).map(tuple),
        facts=some.lists(REFS, max_size=3).map(tuple),
        map=some.none() | REFS,
        **WORDS,
    ),
    some.builds(
        Slide,
        kind=some.just("figure"),
        figure=NAMES,
        choices=some.dictionaries(CHOICES, CHOICES, max_size=2),
        **WORDS,
    ),
)
DECKS = some.builds(
    Deck,
    title=TYPED,
    subtitle=some.none() | TYPED,
    slides=some.lists(SLIDES, max_size=4).map(tuple),
)


@given(DECKS)
def test_what_is_written_is_read_back(deck: Deck):
    assert read_deck(as_yaml(deck).encode(), "d.yaml") == (deck, ())


@pytest.mark.parametrize("words", ["a\tb", "a\rb", "a\r\nb", "\t", " a "])
def test_a_tab_that_a_file_holds_stays_one(words: str):
    deck = Deck(title=words)
    assert read_deck(as_yaml(deck).encode(), "d.yaml") == (deck, ())


@given(some.text(max_size=200))
def test_cleaned_words_can_stand_in_a_file(words: str):
    kept = clean(words)
    assert clean(kept) == kept
    deck = Deck(title="x", slides=(Slide(kind="title", notes=kept or None),))
    assert read_deck(as_yaml(deck).encode(), "d.yaml") == (deck, ())


def test_the_file_as_it_looks():
    deck = Deck(
        title="=1+1",
        slides=(
            Slide(kind="figure", figure="network", choices={"show": "members"}, title=HOSTILE),
            Slide(kind="numbers", indicators=("members", "no"), notes="one\ntwo"),
        ),
    )
    said = HOSTILE.replace('"', '\\"')
    assert as_yaml(deck) == (
        f'{HEAD}deck:\n  title: "=1+1"\n\nslides:\n- kind: figure\n  title: "{said}"\n'
        "  figure: network\n  choices:\n    show: members\n"
        '- kind: numbers\n  notes: "one\\ntwo"\n  indicators:\n  - members\n  - "no"\n'
    )


def test_other_programs_read_the_same():
    deck = Deck(title="12:30", slides=(Slide(kind="figure", figure="on", choices={"y": "NO"}),))
    assert yaml.safe_load(as_yaml(deck)) == {
        "deck": {"title": "12:30"},
        "slides": [{"kind": "figure", "figure": "on", "choices": {"y": "NO"}}],
    }
