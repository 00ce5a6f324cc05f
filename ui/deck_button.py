"""A figure or a fact goes in; a button that puts it into the deck comes out."""

from __future__ import annotations

from urllib.parse import parse_qsl

import streamlit as st

from decks.model import MOST_SLIDES, Slide
from export.choices import allowed
from export.figures import FIGURES
from facts.change import newest
from facts.store import Snapshot
from ui import deck_state, deck_store, tags
from ui.data import snapshot
from ui.rows import row_of
from words import _, counted

SAID = "deck-said"  # of which figure or fact the button was pressed last, and what it did


def offer(view: str) -> None:
    """A button that adds the figure of this view (`network?show=members`) to the deck, in a row.

    Choices that the figure does not offer are left out; for what is no figure there is no button.
    In a fragment no toast and no style of its own may be shown: Streamlit would put it in the place
    of the page's style.
    """
    name, _mark, query = view.partition("?")
    if name in FIGURES:
        _button(name, Slide(kind="figure", figure=name, choices=chosen(name, query)))


def offer_number(held: Snapshot, ref: str) -> None:
    """A button that adds this fact to the deck as a big number, in a row.

    The newest fact of an indicator is added as such: next year the slide shows the one that is
    newest then. Any other stays the fact that it is.
    """
    row = row_of(held, ref)
    if row["status"]:  # no big number: it stands among the targets
        return
    last = newest(held.frame, row["indicator"])
    followed = last is not None and last["ref"] == ref
    asked = {"indicators": (row["indicator"],)} if followed else {"facts": (ref,)}
    with st.container(horizontal=True, vertical_alignment="center"):
        _button(ref, Slide(kind="numbers", **asked))


def _button(name: str, slide: Slide) -> None:
    st.button(_("Add to deck"), key=f"deck-add-{name}", on_click=_add, args=(name, slide))
    said_of, said = st.session_state.get(SAID, ("", ""))
    if said_of == name:
        told = f"<p class='f-small' role='status'>{tags.text(said)}</p>"
        st.html(f"<div class='f-root'>{told}</div>", width="content")
    page = st.session_state.get("pages", {}).get("deck")
    if page is not None and (number := deck_state.size()):
        label = counted("Open the deck ({number} slide)", "Open the deck ({number} slides)", number)
        st.page_link(page, label=label)
    if deck_state.touched():
        deck_store.keep(f"deck-store-{name}")


def chosen(name: str, query: str) -> dict[str, str]:
    """The choices in the query of an address that this figure offers."""
    return allowed(snapshot(), name, dict(parse_qsl(query)))


def _add(name: str, slide: Slide) -> None:
    added = deck_state.add(slide)
    full = _("The deck is full: it has {most} slides.", most=MOST_SLIDES)
    st.session_state[SAID] = (name, _("Added to the deck.") if added else full)
