"""Findings: the shares that the organisation's own and joint research found, as bands."""

import streamlit as st

from ui.figures.figure_pager import show_word_figure
from ui.server.data_store import current_snapshot
from ui.widgets import html
from ui.widgets.empty_state import show_empty
from words import _

st.html(html.hero(_("What the research found")))
st.fragment(show_word_figure)(
    current_snapshot(),
    "findings",
    lambda: show_empty(
        _("No shares stated"), _("No submission in this data folder states a share.")
    ),
)
