"""Typed words against the facts: every way in which a number can be said wrongly, and rightly."""

from __future__ import annotations

import pytest

from decks.check import Flag, check_deck, known_of
from decks.deck import Deck, Slide
from decks.resolve import resolve
from tests.support.real import real
from tests.support.small import HOSTILE

WORKSHOPS = Slide(
    kind="numbers",
    indicators=(
        "workshops",
        "workshop_participants",
        "workshop_organisations",
        "workshop_countries",
    ),
)
NETWORK = Slide(kind="figure", figure="network")
FINDINGS = Slide(kind="figure", figure="findings")
TITLE = Slide(kind="title")
KNOWN = known_of(real())


def flags(slide: Slide, **words: object) -> tuple[Flag, ...]:
    """What is doubted on a deck of this one slide with these words."""
    typed = Slide(**{**slide.model_dump(), **words})
    deck = Deck(title="A deck", slides=(typed,))
    return check_deck(deck, resolve(deck, real()), KNOWN).get(0, ())


def doubts(slide: Slide, title: str) -> list[str]:
    """What is doubted in a title."""
    return [flag.sentence for flag in flags(slide, title=title)]


@pytest.mark.parametrize(
    ("slide", "title", "sentence"),
    [
        (
            WORKSHOPS,
            "551 participants",
            "“551”: the fact says “over 551” (Workshop participants, CSTD 2025).",
        ),
        (
            TITLE,
            "551 people came",
            "“551”: the fact says “over 551” (Workshop participants, CSTD 2025).",
        ),
        (
            WORKSHOPS,
            "Almost 551 participants",
            "“Almost 551”: the fact says “over 551” (Workshop participants, CSTD 2025).",
        ),
        (
            WORKSHOPS,
            "Over 260 organisations",
            "“Over 260”: the fact says “260” (Civil society organisations at workshops, "
            "CSTD 2025).",
        ),
        (WORKSHOPS, "300 came", "“300”: no fact states this number."),
        (WORKSHOPS, "47% were organisations", "“47%”: no fact states this number."),
        (
            WORKSHOPS,
            "Seven workshops",
            "“Seven workshops”: the fact says “8” (Regional workshops, CSTD 2025).",
        ),
        (
            WORKSHOPS,
            "143 workshops",
            "“143 workshops”: 143 is stated of “Countries at workshops” (CSTD 2025).",
        ),
        (
            NETWORK,
            "108 members",
            "“108 members”: 108 is stated of “Countries with members” (CSTD 2025).",
        ),
        (
            NETWORK,
            "100 countries in 2022",
            "“100”: the fact says “over 100” (Countries with members, CSTD 2022).",
        ),
        (NETWORK, "Growth of 25%", "“25%”: no fact states this number."),
        (
            FINDINGS,
            "20% of children",
            "“20%”: the fact says “1 to 20%” (Children with at least one form of clear online "
            "sexual exploitation and abuse in the past year, CSTD 2025).",
        ),
        (NETWORK, "129 members since 1875", "“1875”: no fact states this number."),
        (NETWORK, "129 members since 1975", "“1975”: no fact states this year."),
        (NETWORK, "129 members in May 2019", "“May 2019”: no fact states this date."),
        (
            NETWORK,
            "129 members (16 November 2024)",
            "“16 November 2024”: no fact states this date.",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 40 else "",
)
def test_a_wrong_number_is_told(slide: Slide, title: str, sentence: str):
    assert doubts(slide, title) == [sentence]


@pytest.mark.parametrize(
    ("slide", "title"),
    [
        (WORKSHOPS, "Over 551 participants in 8 workshops"),
        (WORKSHOPS, "More than 551 people, 260 of them organisations"),
        (WORKSHOPS, "At least 551 participants"),  # weaker than "over 551", and true
        (WORKSHOPS, "Eight workshops in two years, in three ways"),
        (WORKSHOPS, "From March 2023 to September 2024"),
        (NETWORK, "129 members in 108 countries (15 November 2024)"),
        (NETWORK, "129 in 108"),
        (NETWORK, "Over 100 countries in 2022"),
        (NETWORK, "26 more members since 2018"),  # a change that the program computes
        (NETWORK, "From 103 members in 93 countries (2018 submission) to 129 in 108"),
        (FINDINGS, "1–20% of children"),
        (FINDINGS, "More than half of those polled"),
        (TITLE, "The 28th session, one decade, ten years on a page"),
        (TITLE, "See www.example.org/2031/page-44"),
        (TITLE, "=cmd|'/c calc'!A0"),
        (TITLE, "الشبكة بإيجاز"),
        (TITLE, "x" * 300),
        (TITLE, HOSTILE.replace("(1)", "").replace("(2)", "")),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "",
)
def test_what_the_facts_say_too_is_not_doubted(slide: Slide, title: str):
    assert doubts(slide, title) == []


def test_the_title_that_the_program_makes_may_be_typed():
    places = Slide(kind="figure", figure="places")
    for slide in (WORKSHOPS, NETWORK, FINDINGS, places):
        deck = Deck(title="A deck", slides=(slide,))
        made = resolve(deck, real()).slides[0].title
        assert doubts(slide, made) == [], made


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Les pays et les ateliers de la région: plus de 551 participants", []),
        ("Los talleres de la región y más de 551 participantes", []),
        (
            "Les pays et les ateliers de la région: près de 551 participants",
            ["“près de 551”: the fact says “over 551” (Workshop participants, CSTD 2025)."],
        ),
        (
            "Les ateliers et les cent vingt-neuf membres de la région",
            [],
        ),
        (
            "Le réseau et les cent trente membres de la région",
            ["“cent trente”: no fact states this number."],
        ),
        (
            "1.584 participants",
            ["“1.584” can be read as 1.584 or as 1,584: write it so that it reads one way."],
        ),
    ],
)
def test_typed_words_are_read_in_their_language(title: str, found: list[str]):
    assert doubts(WORKSHOPS, title) == found


def test_no_number_or_unit_goes_over_the_end_of_a_typed_line():
    typed = "Said there:\n- 129\n- 000 members\n- 8\n- participants"
    assert [flag.words for flag in flags(WORKSHOPS, notes=typed)] == ["000"]


def test_every_place_where_words_are_typed_is_looked_at():
    found = flags(
        WORKSHOPS,
        title="551 came",
        subtitle="700 came",
        notes="Say that 800 came.",
        steps=("First 900.", "Then 8."),
    )
    assert [(flag.field, flag.words) for flag in found] == [
        ("title", "551"),
        ("subtitle", "700"),
        ("notes", "800"),
        ("steps", "900"),
    ]


def test_the_title_of_the_deck_is_looked_at_on_its_title_slide():
    deck = Deck(title="551 people", subtitle="and 700", slides=(TITLE,))
    found = check_deck(deck, resolve(deck, real()), KNOWN)
    assert [(flag.field, flag.words) for flag in found[0]] == [
        ("title", "551"),
        ("subtitle", "700"),
    ]


def test_made_titles_and_a_deck_without_typed_words_are_not_doubted():
    deck = Deck(title="A deck", slides=(TITLE, WORKSHOPS, NETWORK, FINDINGS))
    assert check_deck(deck, resolve(deck, real()), KNOWN) == {}
