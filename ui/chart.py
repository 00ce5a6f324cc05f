"""A ChartSpec goes in, the chart as readers see it comes out: words around it, presses answered."""

from __future__ import annotations

from functools import lru_cache

import plotly.graph_objects as go
import streamlit as st

import settings
from charts.figure import figure
from charts.spec import ChartSpec
from charts.theme import palette
from export.figures import Choices
from ui import tags
from ui.actions import actions
from ui.drawings import draw
from ui.pressable import pressable
from ui.receipts import KEY, press
from ui.style import NARROW

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
        drawn, label_styles = _drawn(spec, st.context.theme.type, key, settings.language())
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
            f"<p>{tags.text(spec.source)}</p></div>{label_styles}"
        )
        actions(spec.name, choices or {})
    return just_pressed


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


@lru_cache(maxsize=32)
def _drawn(spec: ChartSpec, scheme: str | None, key: str, _language: str) -> tuple[go.Figure, str]:
    """The figure and the styles of its labels; kept, so neither may be changed in place."""
    drawn = figure(spec, palette(scheme))
    return drawn, _label_styles(drawn, key)


def _press(key: str) -> None:
    points = st.session_state[key].selection.points
    if points:
        st.session_state[f"{key}-last"] = points[0]["customdata"][0]
    # A second press on the same mark empties the selection, and means that mark.
    last = st.session_state.get(f"{key}-last")
    if last:
        st.query_params[KEY] = last
        st.session_state[f"{key}-pressed"] = True


def _label_styles(drawn: go.Figure, key: str) -> str:
    """Rules that show, of the labels of a figure, those made for the width that it has."""
    rules = []
    for width, condition in (("wide", "max-width"), ("narrow", "min-width")):
        limit = NARROW if width == "wide" else NARROW + 1
        hidden = ",".join(
            f'.st-key-card-chart-{key} .annotation[data-index="{index}"]'
            for index, annotation in enumerate(drawn.layout.annotations)
            if str(annotation.name).endswith(width)
        )
        if hidden:
            rules.append(f"@container ({condition}:{limit}px){{{hidden}{{display:none}}}}")
    odd = f".st-key-card-chart-{key} .xtick:nth-child(even) text"
    rules.append(f"@container (max-width:{NARROW}px){{{odd}{{display:none}}}}")
    return f"<style>{''.join(rules)}</style>"
