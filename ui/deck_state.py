"""What someone does to the deck goes in; the deck being built, as this session knows it, comes out.

The browser keeps the deck (`ui.deck_store`). Until it has told what it keeps, slides that are added
wait, so that nothing that is kept is written over.
"""

from __future__ import annotations

import streamlit as st

from decks import edit
from decks.model import Deck, Slide
from decks.read import read_deck
from words import _

HELD, BEFORE, WAITING, FOCUS = "deck-held", "deck-before", "deck-waiting", "deck-focus"
MOST_BEFORE = 30  # steps that can be undone
EMPTY = Deck(title=_("A deck without a title"))


def current() -> Deck:
    """The deck as it stands, slides that wait included."""
    deck: Deck = st.session_state.get(HELD, EMPTY)
    for slide in st.session_state.get(WAITING, ()):
        deck = edit.add(deck, slide)
    return deck


def known() -> bool:
    """Whether the deck of this session is known: the browser has told, or someone began one."""
    return HELD in st.session_state


def touched() -> bool:
    """Whether this session has to do with a deck at all."""
    return known() or bool(st.session_state.get(WAITING))


def size() -> int:
    """How many slides are shown, the sources at the end included; 0 where none was chosen."""
    chosen = sum(slide.kind != "sources" for slide in current().slides)
    return chosen + 1 if chosen else 0


def change(deck: Deck) -> None:
    """Take this deck; the one before can be brought back."""
    before = current()
    if deck == before and known():
        return
    _remember(before)
    st.session_state[HELD] = deck
    st.session_state.pop(WAITING, None)


def add(slide: Slide) -> bool:
    """Add a slide at the end; whether there was room for it."""
    before = current()
    if edit.add(before, slide) == before:
        return False
    if known():
        change(edit.add(before, slide))
    else:
        st.session_state[WAITING] = (*st.session_state.get(WAITING, ()), slide)
    return True


def can_undo() -> bool:
    """Whether there is a deck to go back to."""
    return bool(st.session_state.get(BEFORE))


def undo() -> None:
    """Go back to the deck before the last change."""
    if can_undo():
        *earlier, last = st.session_state[BEFORE]
        st.session_state[BEFORE] = tuple(earlier)
        st.session_state[HELD] = last


def receive(text: str, *, first: bool) -> None:
    """Take what the browser keeps: at first when the session begins, later from another tab.

    Where someone has begun a deck before the browser told, the deck it kept can be brought back.
    """
    read, _problems = read_deck(text.encode(errors="replace"), "deck") if text else (None, ())
    kept = edit.arranged(read) if read else EMPTY
    if not first:
        change(kept)
    elif known():
        if kept.slides:
            _remember(kept)
    else:
        st.session_state[HELD] = kept
        for slide in st.session_state.pop(WAITING, ()):
            add(slide)


def _remember(deck: Deck) -> None:
    st.session_state[BEFORE] = (*st.session_state.get(BEFORE, ()), deck)[-MOST_BEFORE:]
