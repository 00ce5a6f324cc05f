"""Overview: the newest size, which number to say, the network's line, what was added."""

import streamlit as st

from ui import chart, overview, targets, which_number
from ui.data import snapshot
from ui.empty import nothing_yet
from ui.made import figure, made
from ui.receipts import show_if_asked

held = snapshot()
if held.every.empty:
    nothing_yet()
    st.stop()

overview.hero(held)
which_number.which_number()
overview.big_numbers(held)


@st.fragment
def line() -> None:
    """The network's chart and its receipts, rerun without the rest of the page."""
    spec = made(held, figure, "network")
    if spec and chart.show(spec, "network"):
        show_if_asked(held)


line()
targets.section(held)
overview.submissions()
