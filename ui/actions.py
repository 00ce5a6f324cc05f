"""A figure and its choices go in; what can be done with it comes out: download, deck, present."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from charts.registry import CHARTS, Choices
from ui import downloads
from ui.decks import add_to_deck, talk_route


def actions(figure: str, choices: Choices) -> None:
    """The buttons under a chart; nothing for what is no figure."""
    if figure not in CHARTS:
        return
    view = f"{figure}?{urlencode(choices)}" if choices else figure
    with st.container(horizontal=True, key=f"actions-{figure}", vertical_alignment="center"):
        downloads.offer(figure, choices)
        talk_route.present_button(view)
        add_to_deck.figure_button(view)
