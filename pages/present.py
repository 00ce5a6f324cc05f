"""Present: a deck on the whole screen, as one page that needs no network, or as a file or PDF."""

import streamlit as st

from ui.deck import deck_state, present_decks
from ui.server.data_store import current_snapshot
from ui.widgets import html
from words import _

snapshot = current_snapshot()
st.html(
    html.hero(
        _("Present"),
        _(
            "One slide fills the screen; every number opens the sentence that states it. Once it "
            "is open it needs no network."
        ),
    )
)
st.html(
    "<style>.st-key-present-store{position:absolute;width:1px;height:1px;overflow:hidden}</style>"
)
deck_state.keep_in_browser("present-store", say_so=True)
present_decks.decks(snapshot)
present_decks.figure(snapshot)
st.html(present_decks.keys())
