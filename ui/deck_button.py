"""The address of a figure goes in; a button that puts it into the deck comes out."""

from __future__ import annotations

from urllib.parse import parse_qsl

import streamlit as st

from decks.model import MOST_SLIDES, Slide
from export.choices import offered
from export.figures import FIGURES
from ui import deck_state, deck_store
from ui.data import snapshot
from words import _, counted


def offer(view: str) -> None:
    """A button that adds the figure of this view (`network?show=members`) to the deck.

    Choices that the figure does not offer are left out; for what is no figure there is no button.
    """
    name, _mark, query = view.partition("?")
    if name not in FIGURES:
        return
    with st.container(horizontal=True, key=f"deck-offer-{name}", vertical_alignment="center"):
        st.button(_("Add to deck"), key=f"deck-add-{name}", on_click=_add, args=(name, query))
        page = st.session_state.get("pages", {}).get("deck")
        if deck_state.touched() and deck_state.current().slides and page is not None:
            st.page_link(page, label=_slides(len(deck_state.current().slides)))
    if deck_state.touched():
        deck_store.keep(f"deck-store-{name}")


def chosen(name: str, query: str) -> dict[str, str]:
    """The choices in the query of an address that this figure offers."""
    known = offered(snapshot(), name)
    return {key: value for key, value in parse_qsl(query) if value in known.get(key, ())}


def _add(name: str, query: str) -> None:
    if deck_state.add(Slide(kind="figure", figure=name, choices=chosen(name, query))):
        st.toast(_("Added to the deck."))
    else:
        st.toast(_("The deck is full: it has {most} slides.", most=MOST_SLIDES))


def _slides(number: int) -> str:
    return counted("Open the deck ({number} slide)", "Open the deck ({number} slides)", number)
