"""A chart in its card, with its title, note, source and buttons; a press on a mark is answered."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Literal
from urllib.parse import urlencode

import plotly.graph_objects as go
import streamlit as st

import settings
from charts.registry import CHARTS, Choices
from charts.spec import ChartSpec
from charts.theme import palette
from drawing.plotly_lines import lines_figure
from drawing.plotly_map import map_figure
from ui.deck import add_to_deck, talk_route
from ui.evidence.receipts import RECEIPT, press
from ui.figures import downloads
from ui.figures.word_drawings import draw
from ui.widgets import html
from ui.widgets.html_component import pressable

Height = Literal["content", "stretch"]
CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "responsive": True}


class FigureMadePlainOnce(go.Figure):  # type: ignore[misc]
    """For a figure that is kept between runs; neither it nor what it gives may be changed."""

    _plain: dict[str, Any] | None = None

    def to_dict(self) -> dict[str, Any]:
        """The figure as plain data, the same object each time."""
        if self._plain is None:
            self._plain = super().to_dict()
        return self._plain


def figure_actions(figure: str, choices: Choices) -> None:
    """The buttons under a chart; nothing for what is no figure."""
    if figure not in CHARTS:
        return
    view = f"{figure}?{urlencode(choices)}" if choices else figure
    with st.container(horizontal=True, key=f"actions-{figure}", vertical_alignment="center"):
        downloads.download_button(figure, choices)
        talk_route.present_button(view)
        add_to_deck.figure_button(view)


def show_chart(spec: ChartSpec, key: str, choices: Choices | None = None) -> bool:
    """Show the chart in a card named `card-chart-KEY`; returns whether a mark was just pressed.

    `choices` are those of its page, as they stand in the address: what is downloaded has them too.
    """
    with st.container(key=f"card-chart-{key}"):
        st.html(head_html(spec))
        pressed = pressable_plot(lines_of(spec), spec, key, RECEIPT)
        st.html(foot_html(spec))
        figure_actions(spec.name, choices or {})
    return pressed


def show_picture(spec: ChartSpec, key: str) -> None:
    """Show the chart in the same card, only to be looked at: nothing in it can be pressed."""
    with st.container(key=f"card-chart-{key}"):
        st.html(f"<div class='f-root f-chart-head'><h2>{html.text(spec.title)}</h2></div>")
        st.plotly_chart(lines_of(spec), theme=None, key=key, config=CONFIG, alt=spec.alt)
        st.html(f"<div class='f-root f-chart-foot'><p>{html.text(spec.note)}</p></div>")


def show_word_chart(spec: ChartSpec, key: str, choices: Choices | None = None) -> bool:
    """Show a chart that is drawn in words, as HTML that can be pressed, in the same card."""
    with st.container(key=f"card-chart-{key}"):
        pressed = pressable(
            f"{head_html(spec)}<figure class='f-drawing' aria-label='{html.text(spec.title)}'>"
            f"{draw(spec.drawing)}</figure>{foot_html(spec)}",
            key,
            press,
        )
        figure_actions(spec.name, choices or {})
    return pressed


def head_html(spec: ChartSpec, more: str = "") -> str:
    """What stands over a chart: title, subtitle, and `more` HTML."""
    return (
        f"<div class='f-root f-chart-head'><h2>{html.text(spec.title)}</h2>"
        f"<p>{html.text(spec.subtitle)}</p>{more}</div>"
    )


def foot_html(spec: ChartSpec) -> str:
    """What stands under a chart: its note and its source."""
    return (
        f"<div class='f-root f-chart-foot'><p>{html.text(spec.note)}</p>"
        f"<p>{html.text(spec.source)}</p></div>"
    )


def pressable_plot(
    drawn: go.Figure, spec: ChartSpec, key: str, parameter: str, height: Height = "content"
) -> bool:
    """Show a figure whose marks can be pressed; a press puts what it means into the address.

    Returns whether a mark was just pressed.
    """
    pressed = bool(st.session_state.pop(f"{key}-pressed", False))

    def press_mark() -> None:
        points = st.session_state[key].selection.points
        if points:
            st.session_state[f"{key}-last"] = points[0]["customdata"][0]
        # A second press on the same mark empties the selection, and means that mark.
        if last := st.session_state.get(f"{key}-last"):
            st.query_params[parameter] = last
            st.session_state[f"{key}-pressed"] = True

    st.plotly_chart(
        drawn,
        theme=None,
        key=key,
        height=height,
        on_select=press_mark,
        selection_mode="points",
        config=CONFIG,
        alt=spec.alt,
    )
    return pressed


def lines_of(spec: ChartSpec) -> go.Figure:
    """The figure of a line chart in the reader's colours; kept, so it may not be changed."""
    return _lines(spec, st.context.theme.type, settings.language())


def map_of(spec: ChartSpec) -> go.Figure:
    """The figure of a map in the reader's colours; kept, so it may not be changed."""
    return _map(spec, st.context.theme.type, settings.language())


@lru_cache(maxsize=32)
def _lines(spec: ChartSpec, scheme: str | None, _language: str) -> go.Figure:
    return FigureMadePlainOnce(lines_figure(spec, palette(scheme)))


@lru_cache(maxsize=8)
def _map(spec: ChartSpec, scheme: str | None, _language: str) -> go.Figure:
    return FigureMadePlainOnce(map_figure(spec, palette(scheme), height=None))
