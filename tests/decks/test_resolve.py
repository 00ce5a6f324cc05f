"""Decks with today's numbers: each kind of slide, what is gone, and the deck that is shipped."""

from __future__ import annotations

from dataclasses import replace

import pytest

from charts.network import network
from charts.registry import CHARTS
from charts.spec import ChartSpec
from decks.check import check_deck, known_of
from decks.deck import Deck, Slide, read_deck, read_folder
from decks.resolve import BigNumber, Cited, Defined, Dot, ResolvedSlide, resolve
from facts.model import Activity
from facts.store import Snapshot
from tests.support.real import DATA, real
from tests.support.small import LIKE_THE_REAL_ONES, countries, members, snapshot
from tests.support.small import corpus as small
from tests.support.small import submission as told

HELD = snapshot(LIKE_THE_REAL_ONES)


def size(held: Snapshot, name: str, choices: dict[str, str]) -> ChartSpec | None:
    """The chart of the network's size, of one indicator where one is chosen."""
    shown = choices.get("show")
    rows = held.frame
    return network(rows if shown is None else rows[rows["indicator"] == shown], held.corpus)


def slides(*chosen: Slide, held: Snapshot = HELD) -> tuple[ResolvedSlide, ...]:
    """The slides of a deck as they are shown."""
    deck = Deck(title="A deck", subtitle="Of two", slides=chosen)
    return resolve(deck, held, size).slides


def test_numbers_are_the_newest_facts_and_the_title_says_when():
    (slide, _last) = slides(Slide(kind="numbers", indicators=("members", "countries")))
    assert slide.title == "129 members in 108 countries (15 November 2024)"
    assert not slide.typed and slide.missing == () and slide.note == ""
    assert slide.refs == ("fifth-2025/members", "fifth-2025/countries")
    assert slide.source == "Source: The Network, submission Fifth 2025."
    assert slide.numbers == (
        BigNumber(
            ref="fifth-2025/members",
            says="129",
            before="",
            after="members",
            label="Members",
            bound="exact",
            wording="members",
            as_of="15 November 2024",
            document="Fifth 2025",
        ),
        BigNumber(
            ref="fifth-2025/countries",
            says="108",
            before="in",
            after="countries",
            label="Countries",
            bound="exact",
            wording="members",
            as_of="15 November 2024",
            document="Fifth 2025",
        ),
    )


def test_a_bound_and_another_wording_stand_in_title_and_note():
    facts = ("third-2022/countries", "fourth-2024/members")
    (slide, _last) = slides(Slide(kind="numbers", facts=facts))
    assert slide.title == (
        "In over 100 countries (October 2021 to March 2022, inferred), 126 members (13 May 2024)"
    )
    assert [number.says for number in slide.numbers] == ["over 100", "126"]
    assert slide.note == (
        "A lower limit: “over 100”. over 100: Third 2022 counts “members and partners”."
    )


def test_a_fact_is_shown_once():
    fact = "fifth-2025/members"
    (slide, _last) = slides(Slide(kind="numbers", indicators=("members",), facts=(fact, fact)))
    assert slide.refs == (fact,)


def test_what_is_gone_is_told_and_the_rest_is_shown():
    asked = Slide(
        kind="numbers", indicators=("members", "lost"), facts=("gone/gone",), map="gone/walk"
    )
    (slide, _last) = slides(asked)
    assert [number.ref for number in slide.numbers] == ["fifth-2025/members"]
    assert slide.missing == (
        "No document states a number for “lost”.",
        "There is no fact “gone/gone” any more.",
        "There is no activity “gone/walk”: no dots are drawn.",
    )


def test_a_slide_whose_numbers_are_all_gone():
    (slide, _last) = slides(Slide(kind="numbers", indicators=("lost",)))
    assert (slide.title, slide.numbers, slide.source, slide.refs) == ("No number", (), "", ())


def test_a_figure_is_its_chart():
    (slide, _last) = slides(
        Slide(kind="figure", figure="network", choices={"show": "members"}, notes="N", steps=("S",))
    )
    spec = size(HELD, "network", {"show": "members"})
    assert spec is not None and slide.spec == spec
    assert slide == ResolvedSlide(
        at=0,
        kind="figure",
        title=spec.title,
        typed=False,
        subtitle=spec.subtitle,
        notes="N",
        steps=("S",),
        note=spec.note,
        source=spec.source,
        refs=spec.refs,
        figure="network",
        choices=(("show", "members"),),
        spec=spec,
    )


def test_typed_words_stand_in_place_of_those_that_are_made():
    (slide, _last) = slides(Slide(kind="figure", figure="network", title="T", subtitle="S"))
    assert (slide.title, slide.subtitle, slide.typed) == ("T", "S", True)


@pytest.mark.parametrize(
    ("figure", "choices", "sentence"),
    [
        ("pie", {}, f"There is no figure “pie”. Known: {', '.join(CHARTS)}."),
        ("network", {"show": "lost"}, "Nothing is left to draw for the figure “network”."),
    ],
)
def test_a_figure_that_is_gone(figure: str, choices: dict[str, str], sentence: str):
    (slide, _last) = slides(Slide(kind="figure", figure=figure, choices=choices))
    assert slide.missing == (sentence,)
    assert (slide.spec, slide.title, slide.refs) == (None, figure, ())


def test_the_title_slide_has_the_words_of_the_deck_or_its_own():
    first, second, _last = slides(Slide(kind="title"), Slide(kind="title", title="T", subtitle="S"))
    assert (first.title, first.subtitle) == ("A deck", "Of two")
    assert (second.title, second.subtitle) == ("T", "S")
    deck = Deck(title="A deck", slides=(Slide(kind="title"),))
    assert resolve(deck, HELD).slides[0].subtitle == "The Network"


def test_the_sources_stand_last_with_what_was_shown_and_how_it_is_counted():
    chosen = (
        Slide(kind="sources", title="Where from", notes="N"),
        Slide(kind="numbers", facts=("fourth-2024/countries", "second-2018/members")),
    )
    numbers, last = slides(*chosen)
    assert numbers.at == 1
    assert last == ResolvedSlide(
        at=0,
        kind="sources",
        title="Where from",
        typed=True,
        notes="N",
        refs=("fourth-2024/countries", "second-2018/members"),
        source="Source: The Network, submissions Second 2018 and Fourth 2024.",
        cited=(
            Cited("Second 2018", "The Network, Second 2018."),
            Cited("Fourth 2024", "The Network, Fourth 2024."),
        ),
        defined=(
            Defined("Countries", "What countries are."),
            Defined("Members", "What members are."),
        ),
    )


def test_an_empty_deck_is_its_sources():
    (last,) = slides()
    assert (last.kind, last.at, last.cited, last.defined) == ("sources", None, (), ())
    assert last.title == "Sources and definitions" and not last.typed


def test_new_facts_change_what_is_shown_and_not_the_deck():
    chosen = Slide(kind="numbers", indicators=("members", "countries"))
    newer = small(
        *LIKE_THE_REAL_ONES.submissions,
        told("Sixth 2026", ("2026-01-02", "2026-01-02"), members(131), countries(109)),
    )
    (slide, _last) = slides(chosen, held=snapshot(newer))
    assert slide.title == "131 members in 109 countries (2 January 2026)"


def test_the_dots_of_an_activity():
    held = real()
    asked = Slide(
        kind="numbers", indicators=("workshops",), map="cstd-28-2025/collective-action-workshops"
    )
    (slide, _last) = slides(asked, held=held)
    assert [dot.label for dot in slide.dots] == [
        "Amman (Jordan)",
        "Nairobi (Kenya)",
        "Bangkok (Thailand)",
        "Dakar (Senegal)",
        "San Jose (Costa Rica)",
        "Kathmandu (Nepal)",
        "Tashkent (Uzbekistan)",
        "Vienna (Austria)",
    ]
    assert slide.dots[0] == Dot("JOR", "Amman (Jordan)", 36.4, 30.8)
    assert slide.subtitle == "Collective Action: a series of 8 regional workshops"
    assert slide.map_note.startswith("A dot marks the country, not the place in it.")
    assert slide.refs == (
        "cstd-28-2025/workshops",
        "cstd-28-2025/collective-action-workshops",
    )


def test_two_cities_of_one_country_share_a_dot():
    held = real()
    sub = held.corpus.submissions[-1]
    (first,) = [a for a in sub.activities if a.activity.id == "collective-action-workshops"]
    fields = first.activity.model_dump(by_alias=True)
    fields["places"] = ({"city": "Amman", "country": "JOR"}, {"city": "Aqaba", "country": "JOR"})
    changed = replace(first, activity=Activity.model_validate(fields))
    corpus = replace(held.corpus, submissions=(replace(sub, activities=(changed,)),))
    asked = Slide(kind="numbers", indicators=("workshops",), map=first.ref)
    (slide, _last) = slides(asked, held=replace(held, corpus=corpus))
    assert [dot.label for dot in slide.dots] == ["Amman, Aqaba (Jordan)"]


def test_the_shipped_deck():
    decks, problems = read_folder(DATA, "data")
    assert problems == ()
    deck = decks["network-in-brief"]
    shown = resolve(deck, real())
    assert [(slide.kind, slide.title) for slide in shown.slides] == [
        ("title", "The network in brief"),
        ("numbers", "129 members in 108 countries (15 November 2024)"),
        (
            "figure",
            "From 103 members in 93 countries (2018 submission) to 129 in 108 (November 2024)",
        ),
        (
            "numbers",
            "8 workshops, over 551 participants, 260 organisations from 143 countries "
            "(March 2023 to September 2024)",
        ),
        (
            "numbers",
            "Disrupting Harm, May to November 2024: two stages of the research, not growth",
        ),
        ("figure", shown.slides[5].title),
        ("figure", shown.slides[6].title),
        ("sources", "Sources and definitions"),
    ]
    assert [slide.figure for slide in shown.slides if slide.figure] == [
        "network",
        "findings",
        "coverage",
    ]
    assert [slide.missing for slide in shown.slides] == [()] * 8
    assert check_deck(deck, shown, known_of(real())) == {}
    harm = shown.slides[4]
    assert [(n.says, n.label, n.as_of) for n in harm.numbers] == [
        ("10", "Countries with research under way", "15 May 2024"),
        ("9", "Legal and policy analyses completed", "15 November 2024"),
        ("3", "Legal and policy analyses drafted", "15 November 2024"),
    ]
    assert [one.document for one in shown.slides[-1].cited] == [
        sub.head.name for sub in real().corpus.submissions
    ]


def test_the_shipped_deck_holds_no_number_of_a_fact():
    data = (DATA / "decks/network-in-brief.yaml").read_bytes()
    deck, _problems = read_deck(data, "d.yaml")
    assert deck is not None
    words = " ".join(
        text
        for slide in deck.slides
        for text in (slide.title, slide.subtitle, slide.notes, *slide.steps)
        if text
    )
    assert [word for word in words.split() if any(map(str.isdigit, word))] == ["2024:"]
