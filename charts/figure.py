"""A ChartSpec of lines goes in, a Plotly figure comes out; its words stand around it."""

from __future__ import annotations

from datetime import timedelta
from html import escape

import plotly.graph_objects as go

from charts import labels
from charts.spec import LOWER_LIMITS, UPPER_LIMITS, Band, ChartSpec, Lines, Mark, Series
from charts.theme import BODY, FONT, LINE, MARK, SMALL, Palette, shape
from words import _

HEIGHT = 440
WINDOW = MARK - 4  # height of the bar of time in which a mark can lie, px
ARROW = 30  # length of the arrow of a bound, px


def figure(spec: ChartSpec, colours: Palette, height: int = HEIGHT) -> go.Figure:
    """Draw a chart of lines over time, and nothing but what the description holds.

    Each mark carries its fact's reference as `customdata`, so that a press on it can be answered.
    Raises TypeError for a chart of another kind.
    """
    drawing = spec.drawing
    if not isinstance(drawing, Lines):
        raise TypeError(f"{spec.name} is not a chart of lines")
    margin = {"l": 40, "r": labels.room_right(drawing), "t": 48, "b": 34}
    words = labels.labels(drawing, colours, height - margin["t"] - margin["b"])
    marks = [_marks(series, colours) for series in drawing.series]
    layout = _layout(drawing, colours) | {
        "height": height,
        "margin": margin,
        "shapes": [
            *(_band(band, colours) for band in drawing.bands),
            *(shape for series in drawing.series for shape in _lines(series, colours)),
            *(shape for series in drawing.series for shape in _ranges(series, colours)),
        ],
        "annotations": [a for series in drawing.series for a in _arrows(series, colours)],
    }
    # All at once: each `add_...` would check everything added before it once more.
    return go.Figure(words + marks, layout)


def _band(band: Band, colours: Palette) -> dict[str, object]:
    stated = band.kind == "not_stated"
    return {
        "type": "rect",
        "xref": "x",
        "yref": "paper",
        "x0": band.start,
        "x1": band.end + timedelta(days=1),
        "y0": 0,
        "y1": 1,
        "layer": "below",
        "fillcolor": colours.rule if stated else colours.band,
        "line": {"width": 0},
    }


def _lines(series: Series, colours: Palette) -> list[dict[str, object]]:
    """Lines between marks, and bars of time under them: shapes, which cost less than traces."""
    colour = colours.tone(series.slot)
    stretches: list[dict[str, object]] = [
        {
            "type": "line",
            "x0": stretch.start.at,
            "x1": stretch.end.at,
            "y0": stretch.start.value,
            "y1": stretch.end.value,
            "layer": "below",
            "line": {"color": colour, "width": LINE, "dash": "dot" if stretch.dashed else "solid"},
            "name": f"{series.indicator} {stretch.start.ref} {stretch.end.ref}",
        }
        for stretch in series.stretches
    ]
    windows: list[dict[str, object]] = [
        {
            "type": "rect",
            "x0": mark.window[0],
            "x1": mark.window[1],
            "ysizemode": "pixel",
            "yanchor": mark.value,
            "y0": -WINDOW / 2,
            "y1": WINDOW / 2,
            "layer": "below",
            "fillcolor": colour,
            "line": {"width": 0},
            "opacity": 0.3,
            "name": f"window {mark.ref}",
        }
        for mark in series.marks
        if mark.window
    ]
    return stretches + windows


def _ranges(series: Series, colours: Palette) -> list[dict[str, object]]:
    """The bars of ranges, under their marks."""
    return [
        {
            "type": "line",
            "x0": mark.at,
            "x1": mark.at,
            "y0": mark.low,
            "y1": mark.value,
            "layer": "below",
            "line": {"color": colours.tone(series.slot), "width": MARK - 4},
            "opacity": 0.5,
            "name": f"range {mark.ref}",
        }
        for mark in series.marks
        if mark.low is not None
    ]


def _marks(series: Series, colours: Palette) -> dict[str, object]:
    """Filled for what is comparable, open for all else; one trace for both.

    A range has a mark at each end, of one fact.
    """
    colour = colours.tone(series.slot)
    low = [mark for mark in series.marks if mark.low is not None]
    marks = [*series.marks, *low]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [mark.at for mark in marks],
        "y": [*(mark.value for mark in series.marks), *(mark.foot for mark in low)],
        "marker": {
            "size": MARK,
            "symbol": shape(series.slot),
            "color": [colour if m.comparable else colours.card for m in marks],
            "line": {"color": colour, "width": 2.5},
            "opacity": 1,
        },
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
        "customdata": [[mark.ref] for mark in marks],
        "hovertext": [_hover(mark, series) for mark in marks],
        "hoverinfo": "text",
        "cliponaxis": False,
        "showlegend": False,
        "name": series.indicator,
    }


def _arrows(series: Series, colours: Palette) -> list[dict[str, object]]:
    colour = colours.tone(series.slot)
    return [
        _arrow(mark, colour)
        for mark in series.marks
        if mark.bound in (*LOWER_LIMITS, *UPPER_LIMITS)
    ]


def _arrow(mark: Mark, colour: str) -> dict[str, object]:
    """The arrow of a bound: it leaves the limit for where the true value lies, and has no end."""
    up = mark.bound in LOWER_LIMITS
    return {
        "x": mark.at,
        "y": mark.value,
        "yshift": ARROW if up else -ARROW,
        "ax": 0,
        "ay": (ARROW - MARK / 2) * (1 if up else -1),
        "showarrow": True,
        "arrowhead": 2,
        "arrowsize": 1.1,
        "arrowwidth": 2,
        "arrowcolor": colour,
        "text": "",
        "name": f"bound {mark.ref}",
    }


def _hover(mark: Mark, series: Series) -> str:
    return "<br>".join(
        (
            f"<b>{escape(mark.says)}</b> {escape(series.unit)}",
            f"{escape(mark.document)} · {escape(mark.as_of)}",
            f"“{escape(mark.wording)}”",
            escape(_("Press for the sentence that states it")),
        )
    )


def _layout(drawing: Lines, colours: Palette) -> dict[str, object]:
    axis = {"showline": False, "zeroline": False, "fixedrange": True, "ticks": ""}
    tick = {"family": FONT, "size": SMALL + 1, "color": colours.quiet}
    return {
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": BODY, "color": colours.ink},
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": colours.card,
            "bordercolor": colours.rule,
            "font": {"family": FONT, "size": SMALL + 1, "color": colours.ink},
            "align": "left",
        },
        "xaxis": axis
        | {
            "type": "date",
            "range": [drawing.x[0] - timedelta(days=45), drawing.x[1] + timedelta(days=1)],
            "dtick": "M12",
            "tick0": "2014-01-01",
            "tickformat": "%Y",
            "ticklabelmode": "period",
            "tickangle": 0,
            "showgrid": False,
            "showline": True,
            "linecolor": colours.quiet,
            "tickfont": tick,
        },
        "yaxis": axis
        | {
            "range": list(drawing.y),
            "gridcolor": colours.grid,
            "tickfont": tick,
            "separatethousands": True,
        },
    }
