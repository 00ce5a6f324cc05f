"""Said by others: the numbers about the problem that the submissions quote, with who said them."""

import streamlit as st

from ui.evidence.receipts import show_receipt_if_asked
from ui.figures import chart
from ui.figures.figure_pager import choose_page
from ui.server.data_store import figure_spec, made, snapshot
from ui.widgets import html
from ui.widgets.empty_state import show_empty
from words import _

held = snapshot()
st.html(html.hero(_("What others said about the problem")))


@st.fragment
def body() -> None:
    """The list and its sheet, rerun alone."""
    choices = choose_page(held, "said-by-others")
    spec = made(held, figure_spec, "said-by-others", *choices.items())
    if spec is None:
        show_empty(
            _("Nothing quoted"), _("No submission in this data folder quotes a number of others.")
        )
        return
    pressed = chart.show_word_chart(spec, "others", choices)
    if pressed:
        show_receipt_if_asked(held)


body()
