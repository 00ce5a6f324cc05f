"""Reach: what each activity reached, as a ledger: when, and its numbers as they are written."""

import streamlit as st

from charts.reach import WHOSE
from ui.figures.figure_pager import show_word_figure
from ui.server.data_store import current_snapshot
from ui.widgets import html
from ui.widgets.choices import pick_one
from ui.widgets.empty_state import show_empty
from words import _

snapshot = current_snapshot()
whose = {"all": _("All"), **WHOSE}


@st.fragment
def body() -> None:
    """The choice, the ledger and its sheet, rerun together and alone."""
    shown = pick_one(_("Whose work"), whose, "whose")
    show_word_figure(
        snapshot,
        "reach",
        lambda: show_empty(_("Nothing to show"), _("No activity of this kind states a number.")),
        {} if shown == "all" else {"whose": shown},
    )


st.html(html.hero(_("Whom the work reached")))
body()
