"""A figure and its choices go in; what can be done with it comes out: download, deck, present."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from export.figures import FIGURES, Choices
from ui import deck_button, downloads, present


def actions(figure: str, choices: Choices) -> None:
    """The buttons under a chart; nothing for what is no figure."""
    if figure not in FIGURES:
        return
    view = f"{figure}?{urlencode(choices)}" if choices else figure
    with st.container(horizontal=True, key=f"actions-{figure}", vertical_alignment="center"):
        downloads.offer(figure, choices)
        present.offer(view)
        deck_button.offer(view)
