"""Ten years on a page: the figures that recur, by submission, each cell in words."""

import streamlit as st

from ui import chart, tags
from ui.data import snapshot
from ui.empty import nothing_yet
from ui.made import figure, made
from ui.receipts import show_if_asked
from ui.turning import turned
from words import _

held = snapshot()


@st.fragment
def body() -> None:
    """The grid and its sheet, rerun alone."""
    choices = turned(held, "coverage")
    spec = made(held, figure, "coverage", *choices.items())
    if spec is None:
        nothing_yet()
        return
    pressed = chart.show_words(spec, "coverage", choices)
    if pressed:
        show_if_asked(held)


st.html(tags.hero(_("Ten years on a page")))
body()
