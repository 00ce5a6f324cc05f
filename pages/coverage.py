"""Ten years on a page: the figures that recur, by submission, each cell in words."""

import streamlit as st

from ui.figures.figure_pager import show_word_figure
from ui.server.data_store import current_snapshot
from ui.widgets import html
from ui.widgets.empty_state import nothing_yet
from words import _

st.html(html.hero(_("Ten years on a page")))
st.fragment(show_word_figure)(current_snapshot(), "coverage", nothing_yet)
