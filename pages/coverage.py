"""Ten years on a page: the figures that recur, by submission, each cell in words."""

import streamlit as st

from ui.figures.figure_pager import show_word_figure
from ui.server.data_store import current_snapshot
from ui.widgets import html
from ui.widgets.empty_state import nothing_yet
from words import _

snapshot = current_snapshot()


@st.fragment
def body() -> None:
    """The grid and its sheet, rerun alone."""
    show_word_figure(snapshot, "coverage", nothing_yet)


st.html(html.hero(_("Ten years on a page")))
body()
