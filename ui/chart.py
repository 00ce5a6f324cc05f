"""A ChartSpec goes in, the chart as readers see it comes out: words around it, presses answered."""

from __future__ import annotations

from functools import lru_cache

import plotly.graph_objects as go
import streamlit as st

import settings
from charts.registry import Choices
from charts.spec import ChartSpec
from charts.theme import palette
from drawing.plotly_lines import lines_figure
from drawing.plotly_map import map_figure
from ui import tags
from ui.actions import actions
from ui.drawings import draw
from ui.kept_figure import KeptFigure
from ui.pressable import pressable
from ui.receipts import KEY, press

CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "responsive": True}


def show(spec: ChartSpec, key: str, choices: Choices | None = None) -> bool:
    """Show the chart in a card named `card-chart-KEY`; returns whether a mark was just pressed.

    `choices` are those of its page, as they stand in the address: what is downloaded has them too.
    """
    with st.container(key=f"card-chart-{key}"):
        st.html(
            f"<div class='f-root f-chart-head'><h2>{tags.text(spec.title)}</h2>"
            f"<p>{tags.text(spec.subtitle)}</p></div>"
        )
        drawn = _drawn(spec, st.context.theme.type, settings.language())
        just_pressed = bool(st.session_state.pop(f"{key}-pressed", False))
        st.plotly_chart(
            drawn,
            theme=None,
            key=key,
            on_select=lambda: _press(key),
            selection_mode="points",
            config=CONFIG,
            alt=spec.alt,
        )
        st.html(
            f"<div class='f-root f-chart-foot'><p>{tags.text(spec.note)}</p>"
            f"<p>{tags.text(spec.source)}</p></div>"
        )
        actions(spec.name, choices or {})
    return just_pressed


def picture(spec: ChartSpec, key: str) -> None:
    """Show the chart in the same card, only to be looked at: nothing in it can be pressed."""
    with st.container(key=f"card-chart-{key}"):
        st.html(f"<div class='f-root f-chart-head'><h2>{tags.text(spec.title)}</h2></div>")
        drawn = _drawn(spec, st.context.theme.type, settings.language())
        st.plotly_chart(drawn, theme=None, key=key, config=CONFIG, alt=spec.alt)
        st.html(f"<div class='f-root f-chart-foot'><p>{tags.text(spec.note)}</p></div>")


def show_words(spec: ChartSpec, key: str, choices: Choices | None = None) -> bool:
    """Show a chart that is drawn in words, as HTML that can be pressed, in the same card."""
    with st.container(key=f"card-chart-{key}"):
        pressed = pressable(
            f"<div class='f-chart-head'><h2>{tags.text(spec.title)}</h2>"
            f"<p>{tags.text(spec.subtitle)}</p></div>"
            f"<figure class='f-drawing' aria-label='{tags.text(spec.title)}'>"
            f"{draw(spec.drawing)}</figure>"
            f"<div class='f-chart-foot'><p>{tags.text(spec.note)}</p>"
            f"<p>{tags.text(spec.source)}</p></div>",
            key,
            press,
        )
        actions(spec.name, choices or {})
    return pressed


def drawn_map(spec: ChartSpec) -> go.Figure:
    """The figure of a map in the reader's colours; kept, so it may not be changed in place."""
    return _drawn_map(spec, st.context.theme.type, settings.language())


@lru_cache(maxsize=8)
def _drawn_map(spec: ChartSpec, scheme: str | None, _language: str) -> go.Figure:
    return KeptFigure(map_figure(spec, palette(scheme), height=None))


@lru_cache(maxsize=32)
def _drawn(spec: ChartSpec, scheme: str | None, _language: str) -> go.Figure:
    """The figure; kept, so it may not be changed in place."""
    return KeptFigure(lines_figure(spec, palette(scheme)))


def _press(key: str) -> None:
    points = st.session_state[key].selection.points
    if points:
        st.session_state[f"{key}-last"] = points[0]["customdata"][0]
    # A second press on the same mark empties the selection, and means that mark.
    last = st.session_state.get(f"{key}-last")
    if last:
        st.query_params[KEY] = last
        st.session_state[f"{key}-pressed"] = True
