"""Overview: the newest size, which number to say, the network's line, what was added."""

import streamlit as st

from ui import overview
from ui.evidence.receipts import show_receipt_if_asked
from ui.figures import chart, figure_pager
from ui.server.data_store import current_snapshot, figure_spec, made
from ui.widgets.empty_state import nothing_yet

snapshot = current_snapshot()
if snapshot.every.empty:
    nothing_yet()
    st.stop()

overview.hero(snapshot)
overview.question_box()
overview.big_numbers(snapshot)


@st.fragment
def line() -> None:
    """The network's chart and its receipts, rerun without the rest of the page."""
    spec = made(snapshot, figure_spec, "network")
    if spec and chart.show_chart(spec, "network"):
        show_receipt_if_asked(snapshot)


line()
figure_pager.targets_section(snapshot)
overview.added_by_submission()
