"""The parts of the deck page that are pure: the list, the thumbnails, the names of files."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from decks.deck import Deck, Slide
from decks.resolve import Dot, ResolvedSlide, resolve
from tests.export.made import EVERY
from tests.support.real import real
from tests.ui.test_tags import parts
from ui.deck.add_to_deck import offered_choices
from ui.deck.deck_files import lacking, slug
from ui.deck.deck_list import Asked, asked, focus_after, slides_html
from ui.deck.slide_pictures import map_of, picture, resolved, thumbnail


def shown(*chosen_: Slide) -> tuple[ResolvedSlide, ...]:
    """The slides of a deck on the real data."""
    return resolve(Deck(title="Ours", slides=chosen_), real()).slides


def words(made: str) -> str:
    """The words of some HTML, each element's apart."""
    return " ".join(word.strip() for word in parts(made).words if word.strip())


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("fact:up:0", Asked("up", 0)),
        ("fact:remove:12", Asked("remove", 12)),
        ("fact:cstd-28-2025/network-members", None),
        ("go:network", None),
        ("fact:up:-1", None),
        ("fact:delete:1", None),
        ("fact:up:99999", None),
    ],
)
def test_presses_are_told_apart(value: str, wanted: Asked | None):
    assert asked(value) == wanted


def test_the_focus_finds_a_button_that_can_be_pressed():
    assert focus_after("remove", 0, 0) is None
    assert focus_after("up", 0, 1) == Asked("edit", 0)
    assert focus_after("down", 0, 1) == Asked("edit", 0)
    assert focus_after("remove", 3, 3) == Asked("remove", 2)


def test_only_the_button_that_is_asked_for_gets_the_focus():
    made = slides_html(
        shown(Slide(kind="title"), Slide(kind="title")), {}, lambda _s: "", Asked("up", 1)
    )
    ids = [a["id"] for _tag, a in parts(made).elements if "data-here" in a]
    assert ids == ["d-up-1"]
    assert "data-here" not in slides_html(shown(Slide(kind="title")), {}, lambda _s: "")


def test_a_thumbnail_of_numbers_keeps_the_bound():
    (slide, _last) = shown(Slide(kind="numbers", indicators=("workshop_participants",)))
    made = thumbnail(slide, "")
    assert "<strong><i>over</i> 551</strong>" in made
    assert made.startswith("<div class='d-thumb d-of-numbers' aria-hidden='true'>")


def test_a_thumbnail_says_when_where_the_numbers_differ_in_it():
    facts = ("ohchr-2024/disrupting-harm-ongoing", "cstd-28-2025/legal-analyses-drafted")
    (slide, _last) = shown(Slide(kind="numbers", facts=facts, title="Two stages"))
    said = words(thumbnail(slide, ""))
    assert said == (
        "Two stages 10 Countries with research under way 15 May 2024 3 Legal and policy analyses "
        "drafted 15 November 2024 Source: ECPAT International, submissions OHCHR 2024 and "
        "CSTD 2025."
    )


def test_every_figure_has_a_picture_with_the_title_that_was_typed():
    for name in EVERY:
        (slide, _last) = shown(Slide(kind="figure", figure=name, title="Typed <here>"))
        made = picture(slide, real())
        root = ElementTree.fromstring(made)
        assert root.findtext("{http://www.w3.org/2000/svg}title") == "Typed <here>", name
        assert "@font-face" not in made, name
        assert made in thumbnail(slide, made)


def test_a_figure_that_is_gone_has_a_thumbnail_that_says_so():
    (slide, _last) = shown(Slide(kind="figure", figure="pie"))
    assert picture(slide, real()) == ""
    assert words(thumbnail(slide, "")).startswith("pie There is no figure “pie”. Known: network,")


def test_figures_are_made_once_for_a_snapshot():
    deck = Deck(title="Ours", slides=(Slide(kind="figure", figure="network"),))
    first, again = resolved(deck, real()), resolved(deck, real())
    assert first == again == resolve(deck, real())
    assert first.slides[0].spec is again.slides[0].spec


def test_a_map_of_dots_holds_each_dot_and_its_first_words():
    made = map_of((Dot("JOR", "Amman (Jordan)", 36.4, 30.8), Dot("SEN", "<b>", -15, 15.2)))
    root = ElementTree.fromstring(made)
    assert [(c.get("cx"), c.get("cy")) for c in root.iter("circle")] == [
        ("36.4", "-30.8"),
        ("-15.0", "-15.2"),
    ]
    assert [text.text for text in root.iter("text")] == ["Amman", "<b>"]
    west, north, width, height = (float(n) for n in str(root.get("viewBox")).split())
    assert west < -15 and west + width > 36.4 and north < -30.8 and north + height > -15.2


def test_the_choices_of_an_address_that_a_figure_offers_are_kept():
    assert offered_choices("network", "show=members&receipt=a/b") == {"show": "members"}
    assert offered_choices("network", "show=all") == {}
    assert offered_choices("coverage", "show=members") == {}
    assert offered_choices("places", "role=host&country=KEN") == {"role": "host"}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The network in brief", "the-network-in-brief"),
        ("../../etc/passwd", "etc-passwd"),
        ("Été: =1+1", "ete-1-1"),
        ("الشبكة", "deck"),
        ("x" * 300, "x" * 60),
    ],
)
def test_the_name_of_a_file_is_made_of_the_title(title: str, name: str):
    assert slug(title) == name


def test_what_lacks_is_named_by_its_number():
    deck = Deck(title="Ours", slides=(Slide(kind="title"), Slide(kind="figure", figure="pie")))
    assert lacking(resolve(deck, real())) == (
        "Slide 2 asks for what is not there. Remove it, then download."
    )
    assert lacking(resolve(Deck(title="Ours"), real())) == ""
