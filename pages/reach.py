"""Reach: what each activity reached, as a ledger: when, and its numbers as they are written."""

import streamlit as st

from ui.evidence.receipts import show_receipt_if_asked
from ui.figures import chart
from ui.figures.figure_pager import choose_page
from ui.server.data_store import figure_spec, made, snapshot
from ui.widgets import html
from ui.widgets.choices import pick_one
from ui.widgets.empty_state import show_empty
from words import _

held = snapshot()
whose = {"all": _("All"), "own": _("The organisation’s own"), "partner": _("Joint or partners’")}


@st.fragment
def body() -> None:
    """The choice, the ledger and its sheet, rerun together and alone."""
    shown = pick_one(_("Whose work"), whose, "whose")
    choices = choose_page(held, "reach", {} if shown == "all" else {"whose": shown})
    spec = made(held, figure_spec, "reach", *choices.items())
    if spec is None:
        show_empty(_("Nothing to show"), _("No activity of this kind states a number."))
        return
    pressed = chart.show_word_chart(spec, "reach", choices)
    if pressed:
        show_receipt_if_asked(held)


st.html(html.hero(_("Whom the work reached")))
body()
