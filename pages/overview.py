"""Overview: the newest size, which number to say, the network's line, what was added."""

import streamlit as st

from ui import overview
from ui.evidence.receipts import show_receipt_if_asked
from ui.figures import chart, figure_pager
from ui.server.data_store import figure_spec, made, snapshot
from ui.widgets.empty_state import nothing_yet

held = snapshot()
if held.every.empty:
    nothing_yet()
    st.stop()

overview.hero(held)
overview.question_box()
overview.big_numbers(held)


@st.fragment
def line() -> None:
    """The network's chart and its receipts, rerun without the rest of the page."""
    spec = made(held, figure_spec, "network")
    if spec and chart.show_chart(spec, "network"):
        show_receipt_if_asked(held)


line()
figure_pager.targets_section(held)
overview.added_by_submission()
