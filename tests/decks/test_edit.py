"""What someone does with a deck, one act at a time."""

from __future__ import annotations

from decks import edit
from decks.model import LINE, MOST_SLIDES, Deck, Slide

A, B = Slide(kind="title"), Slide(kind="figure", figure="network")
C, LAST = Slide(kind="figure", figure="places"), Slide(kind="sources")
DECK = Deck(title="D", subtitle="S", slides=(A, B, C, LAST))


def deck(*slides: Slide) -> Deck:
    """The deck with these slides."""
    return Deck(title="D", subtitle="S", slides=slides)


def test_a_slide_is_added_before_the_sources():
    assert edit.add(DECK, A) == deck(A, B, C, A, LAST)
    assert edit.add(deck(), A) == deck(A)
    full = deck(*[A] * MOST_SLIDES)
    assert edit.add(full, B) is full


def test_slides_move_and_the_ends_hold():
    assert edit.move(DECK, 2, -1) == deck(A, C, B, LAST)
    assert edit.move(DECK, 0, 1) == deck(B, A, C, LAST)
    assert edit.move(DECK, 0, -1) == DECK
    assert edit.move(DECK, 2, 1) == DECK
    assert edit.move(DECK, 9, 1) == DECK


def test_a_slide_is_removed():
    assert edit.remove(DECK, 1) == deck(A, C, LAST)


def test_the_sources_stand_last_and_once():
    assert edit.arranged(deck(LAST, A, LAST, B)) == deck(A, B, LAST)
    assert edit.arranged(deck(A, B)) == deck(A, B)


def test_words_are_typed_on_one_line_but_for_notes():
    after = edit.reword(DECK, 1, title=" a\n b\tc\x00 ", subtitle=" ", notes=" one\r\ntwo ")
    wanted = Slide(kind="figure", figure="network", title="a b c", notes="one\ntwo")
    assert after == deck(A, wanted, C, LAST)
    assert edit.reword(after, 1, title="", subtitle="", notes="") == DECK


def test_words_that_are_too_long_are_cut():
    after = edit.reword(DECK, 0, title="x" * 900)
    assert after.slides[0].title == "x" * LINE


def test_words_of_sources_that_the_deck_does_not_name():
    after = edit.reword(deck(A), None, title="Where it is written")
    assert after == deck(A, Slide(kind="sources", title="Where it is written"))


def test_a_deck_is_named_anew_and_never_without_a_name():
    assert edit.rename(DECK, " New  name ", "") == Deck(title="New name", slides=DECK.slides)
    assert edit.rename(DECK, " ", "S") == DECK
