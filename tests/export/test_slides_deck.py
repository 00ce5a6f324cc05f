"""A deck as slides: what was chosen, in order, each with its receipt; and what is not there."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation

from decks.deck import Deck, Slide, read_deck
from export.slides.deck_file import DeckProblem, write_deck
from export.slides.number_receipt import asked, current, view_of
from export.slides.read_figures import figures_in
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
    found = {one.receipt.view: one.values for one in figures_in(data)}
    assert found["numbers?indicators=members,member_countries"] == ("129", "108")
    assert [one.receipt.figure for one in figures_in(data)] == [
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
    found = figures_in(write_deck(Deck(title="Deck", slides=(WORKSHOPS,)), real()))
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
    assert figures_in(one) == figures_in(other)


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


def test_in_a_narrow_template_of_a_wide_font_two_slides_more_hold_what_eight_cannot():
    # At 12 pt in Verdana the table takes 375 pt of 217, the definitions 604 pt of 350.
    made = Presentation(io.BytesIO(write_deck(shipped(), real(), brand())))
    assert len(made.slides) == 10
    table, more, cited, counted = list(made.slides)[6:]
    for slide, at, marks in ((table, "1 of 2", ""), (more, "2 of 2", "¹")):
        shapes = {shape.name.rpartition(":")[2]: shape for shape in slide.shapes}
        ending = "" if slide is table else "-2"
        assert shapes[f"subtitle{ending}"].text_frame.text.endswith(at)
        note = shapes[f"note{ending}"].text_frame.text
        assert "".join(sign for sign in note if sign in "¹²³") == marks
        cells = [c.text_frame.text for r in shapes[f"table{ending}"].table.rows for c in r.cells]
        assert "".join(sign for text in cells for sign in text if sign in "¹²³") == marks
    words = [" ".join(s.text_frame.text for s in slide.shapes) for slide in (cited, counted)]
    assert "How to cite" in words[0] and "What is counted" in words[0]
    assert "How to cite" not in words[1] and "What is counted" in words[1]
    assert "Members: " in words[0] and "Guides to online child safety contributed to: " in words[1]
