"""A slide of the deck goes in; a dialog in which its words are typed and checked comes out."""

from __future__ import annotations

import streamlit as st

from decks import edit
from decks.model import LINE, WORDS, Deck, Slide
from decks.slides import ResolvedSlide
from facts.store import Snapshot
from ui import deck_state, tags
from ui.deck_list import Asked, field_names, place
from ui.deck_slides import doubts, resolved
from ui.pressable import pressable
from words import _

OPEN = "deck-edit"  # which slide is to be edited, until the dialog is open


def ask(at: int) -> None:
    """Open the dialog for this slide in the run that follows."""
    st.session_state[OPEN] = at


def show_if_asked(held: Snapshot) -> None:
    """Open the dialog for the slide that was asked for."""
    at = st.session_state.pop(OPEN, None)
    if at is None:
        return
    shown = resolved(deck_state.current(), held).slides
    if at < len(shown):
        title = _("Slide {number}", number=at + 1)
        st.dialog(title, width="medium")(_content)(at, shown[at], held)


def _content(at: int, slide: ResolvedSlide, held: Snapshot) -> None:
    deck = deck_state.current()
    own = deck.slides[slide.at] if slide.at is not None else Slide(kind="sources")
    made = resolved(_with(deck, slide.at, "", "", ""), held).slides[at]
    title = st.text_input(
        _("Title"),
        own.title or "",
        max_chars=LINE,
        placeholder=made.title,
        help=_("Leave it empty, and the title is made from the facts, today and next year."),
        key=f"deck-edit-title-{at}",
    )
    subtitle = st.text_input(
        _("Subtitle"),
        own.subtitle or "",
        max_chars=LINE,
        placeholder=made.subtitle,
        key=f"deck-edit-subtitle-{at}",
    )
    notes = st.text_area(
        _("Notes for the speaker"),
        own.notes or "",
        max_chars=WORDS,
        height=140,
        key=f"deck-edit-notes-{at}",
    )
    after = _with(deck, slide.at, title, subtitle, notes)
    # Plain HTML would keep the light colours in a dark dialog.
    pressable(_doubts(after, at, held), f"deck-edit-doubts-{at}", lambda _value: None)
    with st.container(horizontal=True):
        if st.button(_("Save"), key=f"deck-edit-save-{at}"):
            deck_state.change(after)
            st.session_state[deck_state.FOCUS] = Asked("edit", place(slide, at + 1))
            st.rerun()
        if st.button(_("Cancel"), key=f"deck-edit-cancel-{at}"):
            st.rerun()


def _with(deck: Deck, at: int | None, title: str, subtitle: str, notes: str) -> Deck:
    return edit.reword(deck, at, title=title, subtitle=subtitle, notes=notes)


def _doubts(after: Deck, at: int, held: Snapshot) -> str:
    """What the words say otherwise than the facts, or that they say the same."""
    shown = resolved(after, held)
    flags = doubts(after, shown, held).get(at, ())
    named = field_names()
    items = "".join(
        f"<li><strong>{tags.text(named[flag.field])}</strong> {tags.text(flag.sentence)}</li>"
        for flag in flags
    )
    if not items:
        words = tags.text(_("Every number typed here is one that a fact states."))
        return f"<p class='f-small f-quiet' role='status'>{words}</p>"
    return f"<div role='status'><ul class='d-told'>{items}</ul></div>"
