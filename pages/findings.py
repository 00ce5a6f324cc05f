"""Findings: the shares that the organisation's own and joint research found, as bands."""

import streamlit as st

from ui.evidence.receipts import show_receipt_if_asked
from ui.figures import chart
from ui.figures.figure_pager import choose_page
from ui.server.data_store import figure_spec, made, snapshot
from ui.widgets import html
from ui.widgets.empty_state import show_empty
from words import _

held = snapshot()
st.html(html.hero(_("What the research found")))


@st.fragment
def body() -> None:
    """The bands and their sheet, rerun alone."""
    choices = choose_page(held, "findings")
    spec = made(held, figure_spec, "findings", *choices.items())
    if spec is None:
        show_empty(_("No shares stated"), _("No submission in this data folder states a share."))
        return
    pressed = chart.show_word_chart(spec, "findings", choices)
    if pressed:
        show_receipt_if_asked(held)


body()
