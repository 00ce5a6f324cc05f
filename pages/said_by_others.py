"""Said by others: the numbers about the problem that the submissions quote, with who said them."""

import streamlit as st

from charts.others import said_by_others
from ui import chart, tags
from ui.data import snapshot
from ui.empty import say
from ui.receipts import show_if_asked
from words import _

held = snapshot()
st.html(tags.hero(_("What others said about the problem")))


@st.fragment
def body() -> None:
    """The list and its sheet, rerun alone."""
    spec = said_by_others(held.frame, held.corpus)
    if spec is None:
        say(_("Nothing quoted"), _("No submission in this data folder quotes a number of others."))
        return
    pressed = chart.show_words(spec, "others")
    if pressed:
        show_if_asked(held)


body()
