"""Reach: what each activity reached, as a ledger: when, and its numbers as they are written."""

import streamlit as st

from ui import chart, tags
from ui.choices import pick_one
from ui.data import snapshot
from ui.empty import say
from ui.made import figure, made
from ui.receipts import show_if_asked
from ui.turning import turned
from words import _

held = snapshot()
whose = {"all": _("All"), "own": _("The organisation’s own"), "partner": _("Joint or partners’")}


@st.fragment
def body() -> None:
    """The choice, the ledger and its sheet, rerun together and alone."""
    shown = pick_one(_("Whose work"), whose, "whose")
    choices = turned(held, "reach", {} if shown == "all" else {"whose": shown})
    spec = made(held, figure, "reach", *choices.items())
    if spec is None:
        say(_("Nothing to show"), _("No activity of this kind states a number."))
        return
    pressed = chart.show_words(spec, "reach", choices)
    if pressed:
        show_if_asked(held)


st.html(tags.hero(_("Whom the work reached")))
body()
