"""A snapshot goes in, the parts of the deck page come out; presses in the list are answered."""

from __future__ import annotations

import streamlit as st

from decks import edit
from decks.slides import ResolvedDeck
from facts.store import Snapshot
from ui import deck_add, deck_button, deck_edit, deck_list, deck_state, receipts, tags
from ui.deck_slides import doubts, picture, resolved
from ui.pressable import pressable
from words import _, counted


def slides(held: Snapshot) -> ResolvedDeck:
    """The slides in order, with what can be done with each."""
    st.session_state.pop(deck_button.SAID, None)
    deck = deck_state.current()
    shown = resolved(deck, held)
    _bar(deck_state.size())
    if not deck.slides:
        st.html(f"<div class='f-root'><p class='f-lead f-quiet'>{tags.text(_nothing())}</p></div>")
        return shown
    flags = doubts(deck, shown, held)
    if words := deck_list.summary(flags):
        told = tags.text(words)
        st.html(f"<div class='f-root'><div class='f-notice' role='status'>{told}</div></div>")
    focus = st.session_state.pop(deck_state.FOCUS, None)
    made = deck_list.slides(shown.slides, flags, lambda slide: picture(slide, held), focus)
    pressable(made, "deck-list", _press)
    return shown


def add(held: Snapshot) -> None:
    """The controls that add slides; open while the deck is empty."""
    with st.expander(_("Add slides"), expanded=True, key="deck-adders"):
        deck_add.controls(held)


def _bar(number: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="deck-bar"):
        said = counted("{number} slide", "{number} slides", number)
        st.html(f"<div class='f-root'><p class='f-quiet'>{tags.text(said)}</p></div>")
        st.button(
            _("Undo"), key="deck-undo", disabled=not deck_state.can_undo(), on_click=deck_state.undo
        )


def _nothing() -> str:
    return _(
        "No slide yet. Choose numbers and figures here, press “Add to deck” under any chart, or "
        "open a deck that comes with the data."
    )


def _press(value: str) -> None:
    wanted = deck_list.asked(value)
    if wanted is None:
        receipts.press(value)
        return
    act, at = wanted
    if act == "edit":
        deck_edit.ask(at)
        return
    deck = deck_state.current()
    if act == "remove":
        deck_state.change(edit.remove(deck, at))
    else:
        by = -1 if act == "up" else 1
        deck_state.change(edit.move(deck, at, by))
        at += by
    movable = sum(slide.kind != "sources" for slide in deck_state.current().slides)
    st.session_state[deck_state.FOCUS] = deck_list.focus_after(act, at, movable)
