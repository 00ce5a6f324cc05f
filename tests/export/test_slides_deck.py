"""A deck as slides: what was chosen, in order, each with its receipt; and what is not there."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation

from decks.model import Deck, Slide
from decks.read import read_deck
from export.slides.deck import DeckProblem, write_deck
from export.slides.number_receipt import asked, current, view_of
from export.slides.read import figures
from tests.export.templates import brand
from tests.support.real import DATA, real

WORKSHOPS = Slide(
    kind="numbers",
    indicators=("workshops", "workshop_participants"),
    map="cstd-28-2025/collective-action-workshops",
)


def shipped() -> Deck:
    found, problems = read_deck((DATA / "decks" / "network-in-brief.yaml").read_bytes(), "deck")
    assert found is not None and problems == ()
    return found


def test_the_shipped_deck_is_eight_slides_with_their_numbers():
    data = write_deck(shipped(), real())
    made = Presentation(io.BytesIO(data))
    assert len(made.slides) == 8
    found = {one.receipt.view: one.values for one in figures(data)}
    assert found["numbers?indicators=members,member_countries"] == ("129", "108")
    assert [one.receipt.figure for one in figures(data)] == [
        "numbers", "network", "numbers", "numbers", "findings", "coverage",
    ]  # fmt: skip
    assert all(slide.shapes.title.text for slide in made.slides)


def test_the_same_deck_gives_the_same_bytes_in_a_template_too():
    assert write_deck(shipped(), real()) == write_deck(shipped(), real())
    assert write_deck(shipped(), real(), brand()) == write_deck(shipped(), real(), brand())


def test_the_workshops_stand_beside_labelled_dots():
    deck = Deck(title="Deck", slides=(WORKSHOPS,))
    slide = Presentation(io.BytesIO(write_deck(deck, real()))).slides[0]
    view = view_of(WORKSHOPS)
    shapes = {shape.name: shape for shape in slide.shapes}
    assert shapes[f"fig:{view}:number"].text_frame.text == "8"
    assert shapes[f"fig:{view}:number-2"].text_frame.text == "over 551"
    labels = [s.text_frame.text for s in shapes[f"fig:{view}:map"].shapes if "label" in s.name]
    assert len(labels) == 8 and "Amman (Jordan)" in labels


def test_what_a_slide_of_numbers_asked_for_is_read_back_from_its_view():
    assert asked(view_of(WORKSHOPS)) == WORKSHOPS
    assert asked("network?show=members") is None
    found = figures(write_deck(Deck(title="Deck", slides=(WORKSHOPS,)), real()))
    assert [current(one.receipt.view, real()) for one in found] == [found[0].receipt]


def test_words_typed_by_hand_stand_and_the_receipt_is_not_changed_by_them():
    plain = Slide(kind="figure", figure="network")
    typed = plain.model_copy(update={"title": "=Our network", "notes": "Say this."})
    one, other = (
        write_deck(Deck(title="Deck", slides=(slide,)), real()) for slide in (plain, typed)
    )
    slide = Presentation(io.BytesIO(other)).slides[0]
    assert slide.shapes.title.text == "=Our network"
    assert slide.notes_slide.notes_text_frame.text.startswith("Say this.\n")
    assert figures(one) == figures(other)


def test_the_last_slide_cites_what_was_used_and_says_what_is_counted():
    made = Presentation(io.BytesIO(write_deck(shipped(), real())))
    text = "\n".join(s.text_frame.text for s in made.slides[-1].shapes if s.has_text_frame)
    for sub in real().corpus.submissions:
        assert sub.head.citation in text
    assert "Members: " in text


def test_what_is_not_there_is_told_and_nothing_is_made():
    slides = (Slide(kind="figure", figure="nothing"), Slide(kind="numbers", facts=("no/fact",)))
    with pytest.raises(DeckProblem) as told:
        write_deck(Deck(title="Deck", slides=slides), real())
    first, second = str(told.value).splitlines()
    assert first.startswith("Slide 1: There is no figure “nothing”.")
    assert second == "Slide 2: There is no fact “no/fact” any more."
