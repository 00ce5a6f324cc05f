"""Deck: slides chosen from the figures and numbers, put in order, given words, and taken away."""

import streamlit as st

from ui.deck import deck_files, deck_list, deck_state
from ui.deck.deck_list import SHEET, adders, slide_list
from ui.server.data_store import current_snapshot
from ui.widgets import html
from words import _

snapshot = current_snapshot()
st.html(SHEET)
st.html(
    html.hero(
        _("Deck"),
        _(
            "Slides with today’s numbers, for PowerPoint. A deck holds choices and words; each "
            "number is looked up, with its bound and its date."
        ),
    )
)
with st.expander(_("Bring an older deck up to date"), key="deck-olders"):
    deck_files.renew_older(snapshot)
left, right = st.columns([2, 1], gap="large")
with left:
    shown = slide_list(snapshot)
with right:
    with st.container(key="card-deck"):
        deck_files.heading()
        deck_files.savers(shown, snapshot)
        deck_state.keep_in_browser("deck-store", say_so=True)
    adders(snapshot)
    with st.expander(_("Open another deck"), key="deck-openers"):
        deck_files.openers(snapshot)
deck_list.edit_if_asked(snapshot)
