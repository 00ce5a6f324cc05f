"""Said by others: the numbers about the problem that the submissions quote, with who said them."""

import streamlit as st

from ui import chart, tags
from ui.data import snapshot
from ui.empty import say
from ui.made import figure, made
from ui.receipts import show_if_asked
from ui.turning import turned
from words import _

held = snapshot()
st.html(tags.hero(_("What others said about the problem")))


@st.fragment
def body() -> None:
    """The list and its sheet, rerun alone."""
    choices = turned(held, "said-by-others")
    spec = made(held, figure, "said-by-others", *choices.items())
    if spec is None:
        say(_("Nothing quoted"), _("No submission in this data folder quotes a number of others."))
        return
    pressed = chart.show_words(spec, "others", choices)
    if pressed:
        show_if_asked(held)


body()
