"""Present: a deck on the whole screen, as one page that needs no network, or as a file or PDF."""

import streamlit as st

from ui import deck_store, present_page, tags
from ui.data import snapshot
from words import _

held = snapshot()
st.html(
    tags.hero(
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
deck_store.keep("present-store", say_so=True)
present_page.decks(held)
present_page.figure(held)
st.html(present_page.keys())
