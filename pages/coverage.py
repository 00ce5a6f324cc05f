"""Ten years on a page: the figures that recur, by submission, each cell in words."""

import streamlit as st

from ui.evidence.receipts import show_receipt_if_asked
from ui.figures import chart
from ui.figures.figure_pager import choose_page
from ui.server.data_store import figure_spec, made, snapshot
from ui.widgets import html
from ui.widgets.empty_state import nothing_yet
from words import _

held = snapshot()


@st.fragment
def body() -> None:
    """The grid and its sheet, rerun alone."""
    choices = choose_page(held, "coverage")
    spec = made(held, figure_spec, "coverage", *choices.items())
    if spec is None:
        nothing_yet()
        return
    pressed = chart.show_word_chart(spec, "coverage", choices)
    if pressed:
        show_receipt_if_asked(held)


st.html(html.hero(_("Ten years on a page")))
body()
