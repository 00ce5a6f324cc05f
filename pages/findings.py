"""Findings: the shares that the organisation's own and joint research found, as bands."""

import streamlit as st

from ui import chart, tags
from ui.data import snapshot
from ui.empty import say
from ui.made import figure, made
from ui.receipts import show_if_asked
from ui.turning import turned
from words import _

held = snapshot()
st.html(tags.hero(_("What the research found")))


@st.fragment
def body() -> None:
    """The bands and their sheet, rerun alone."""
    choices = turned(held, "findings")
    spec = made(held, figure, "findings", *choices.items())
    if spec is None:
        say(_("No shares stated"), _("No submission in this data folder states a share."))
        return
    pressed = chart.show_words(spec, "findings", choices)
    if pressed:
        show_if_asked(held)


body()
