"""Said by others: the numbers about the problem that the submissions quote, with who said them."""

import streamlit as st

from ui.figures.figure_pager import show_word_figure
from ui.server.data_store import current_snapshot
from ui.widgets import html
from ui.widgets.empty_state import show_empty
from words import _

st.html(html.hero(_("What others said about the problem")))
st.fragment(show_word_figure)(
    current_snapshot(),
    "said-by-others",
    lambda: show_empty(
        _("Nothing quoted"), _("No submission in this data folder quotes a number of others.")
    ),
)
