"""A snapshot goes in; the targets and plans that are stated come out as a section of a page."""

from __future__ import annotations

import streamlit as st

from facts.store import Snapshot
from ui import chart
from ui.made import figure, made
from ui.receipts import show_if_asked


def section(held: Snapshot) -> None:
    """The list with its actions; nothing at all where no submission states a target."""
    if made(held, figure, "targets") is not None:
        _section(held)


@st.fragment
def _section(held: Snapshot) -> None:
    spec = made(held, figure, "targets")
    if spec is not None and chart.show_words(spec, "targets"):
        show_if_asked(held)
