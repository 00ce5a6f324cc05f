"""A chart of lines as a Plotly figure, with its labels for wide and for narrow screens.

Labels are points of text, because Plotly measures each annotation and a page waits for that. The
first traces of every chart are those of its labels, in the order of `WIDTHS`, so that one style
sheet shows in all of them those made for the width of the chart: two marks that meet on a phone
share one label."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from html import escape

import plotly.graph_objects as go

from charts.captions import DAGGER
from charts.spec import LOWER_LIMITS, UPPER_LIMITS, Band, ChartSpec, Lines, Mark, Series
from charts.theme import BODY, FONT, LINE, MARK, SMALL, Palette, shape
from facts.format_value import parted
from words import _

MEET_DAYS = 400  # marks closer than this would run into each other on a narrow chart
WIDTHS = ("wide", "narrow", "always")
NEAR_END = 400  # days: a label of so late a mark reaches beyond the axis
LEAST_ROOM, MOST_ROOM = 28, 72  # px: right of the axis
LETTER = 8.4  # px: the width of a letter of a label
LEAST_PLOT = 260  # px: the plot of the narrowest chart
SMALL_LETTER = 6.8  # px: the width of a letter of the name of a document
OFF = 9  # px between a mark's centre and where its label begins
LIFT = "<br>\u00a0"  # an empty line under the words


@dataclass(frozen=True)
class Label:
    """Words above or below a point, `off` it by so many px."""

    name: str
    width: str
    x: date
    y: float
    text: str
    colour: str
    size: int
    above: bool
    side: str = "center"
    off: int = OFF


def label_traces(drawing: Lines, colours: Palette, height: float) -> list[dict[str, object]]:
    """The traces of a chart's labels: one for each width, with no words where there are none.

    `height` is that of the drawing between its axes, in px.
    """
    found = []
    for place, series in enumerate(drawing.series):
        found += _series(series, colours.tone(series.slot), drawing, above=place == 0)
    top = drawing.y[1]
    for place, band in enumerate(b for b in drawing.bands if b.kind == "not_stated"):
        text = f"\u00a0{escape(band.label)}"
        how = (colours.quiet, SMALL, False, "right", 4)
        found.append(Label(f"band {place}", "always", band.end, top, text, *how))
    found += _documents(drawing, colours.quiet)
    if drawing.y[0] > 0:
        text = f"\u00a0{escape(axis_start(drawing))}"
        how = (colours.quiet, SMALL, True, "right", 2)
        found.append(Label("axis", "always", drawing.x[0], drawing.y[0], text, *how))
    nothing = Label("none", "", drawing.x[0], top, "", colours.quiet, SMALL, True)
    a_pixel = (drawing.y[1] - drawing.y[0]) / height
    return [
        _trace(width, [one for one in found if one.width == width] or [nothing], a_pixel)
        for width in WIDTHS
    ]


def room_right(drawing: Lines) -> int:
    """The px that the labels of the newest marks need right of the axis."""
    late = [
        f"{mark.says} {series.unit}"
        for series in drawing.series
        for group in _meeting(series.marks)[-1:]
        for mark in group
        if len(group) == 1 and _is_near_end(mark, drawing)
    ]
    wanted = max([LEAST_ROOM, *(math.ceil(len(said) * LETTER / 2) for said in late)])
    return min(wanted, MOST_ROOM)


def _is_near_end(mark: Mark, drawing: Lines) -> bool:
    return (drawing.x[1] - mark.at).days < NEAR_END


def axis_start(drawing: Lines) -> str:
    """What is written at the foot of an axis that does not start at 0: slopes look steeper."""
    return _("axis starts at {low}", low=f"{drawing.y[0]:g}")


def _trace(width: str, these: list[Label], a_pixel: float) -> dict[str, object]:
    return {
        "type": "scatter",
        "mode": "text",
        "x": [one.x for one in these],
        "y": [one.y + one.off * a_pixel * (1 if one.above else -1) for one in these],
        "text": [one.text for one in these],
        "ids": [one.name for one in these],
        "textposition": [f"{'top' if one.above else 'bottom'} {one.side}" for one in these],
        "textfont": {
            "family": FONT,
            "size": [one.size for one in these],
            "color": [one.colour for one in these],
        },
        # Set, because otherwise a pressed mark would make every label pale.
        "selected": {"textfont": {"color": these[0].colour}},
        "hoverinfo": "skip",
        "cliponaxis": False,
        "showlegend": False,
        "name": f"labels {width}",
    }


def _series(series: Series, colour: str, drawing: Lines, *, above: bool) -> list[Label]:
    comparable = [mark for mark in series.marks if mark.comparable]
    ends = {comparable[0].ref, comparable[-1].ref} if comparable else set()
    found = []
    for group in _meeting(series.marks):
        for mark in group:
            unit = series.unit if mark.ref in ends else ""
            if mark.other_definition and series.unit not in mark.wording:
                unit = series.unit  # "over 100 countries" of "members and partners"
            last = len(group) > 1 and mark is group[-1]
            if last and _is_near_end(mark, drawing):
                unit = ""  # it leans to where there is no room for more
            wide = _at(mark, "wide", _says(mark, unit), colour, above=above)
            if len(group) > 1:
                found.append(_aside(wide, mark, group))
                continue
            if mark.comparable and mark is comparable[0]:  # the line leaves to the right
                wide = replace(wide, side="left")
            short = replace(wide, width="narrow", text=_says(mark, unit, short=True))
            if unit and not mark.other_definition and not _fits(wide, unit, drawing):
                said = escape(unit)
                short = replace(short, text=short.text.replace(f" {said}", f"<br>{said}"))
            if replace(short, width="wide") == wide:
                found.append(replace(wide, width="always"))
            else:
                found += [wide, short]
        if len(group) > 1:  # above for every series: below, it would run into the line
            text = " → ".join(f"<b>{escape(mark.says)}</b>" for mark in group)
            shared = _at(group[-1], "narrow", text, colour, above=True)
            found.append(replace(shared, side="left"))
    return found


def _fits(label: Label, unit: str, drawing: Lines) -> bool:
    """Whether a number and its unit have room on one line of the narrowest chart."""
    a_pixel = (drawing.x[1] - drawing.x[0]) / LEAST_PLOT
    if label.side == "left":
        number = re.sub("<[^>]*>", "", label.text)
        return label.x - drawing.x[0] > len(number) * LETTER * a_pixel
    return (drawing.x[1] - label.x).days >= NEAR_END


def _says(mark: Mark, unit: str, *, short: bool = False) -> str:
    """What is written at a mark; another definition is named, or marked as the note marks it."""
    number, mark_behind = " ".join(parted(mark.says)[:2]).strip(), parted(mark.says)[2]
    said = f"<b>{escape(number)}</b>"
    if mark_behind:
        said += f" <span style='font-size:{SMALL}px'>{escape(mark_behind)}</span>"
    if mark.at_odds:
        return f"{said} <span style='font-size:{SMALL}px'>({escape(mark.document)})</span>"
    if not mark.other_definition:
        return f"{said} {escape(unit)}" if unit else said
    if short:
        return f"{said} {DAGGER}"
    said = f"{said} {escape(unit)} {DAGGER}" if unit else f"{said} {DAGGER}"
    return f"{said}<br><span style='font-size:{SMALL}px'>{escape(mark.wording)}</span>"


def _aside(label: Label, mark: Mark, group: list[Mark]) -> Label:
    """Labels of marks that meet lean away from each other."""
    side = "left" if mark is group[0] else "right" if mark is group[-1] else "center"
    return replace(label, side=side)


def _meeting(marks: tuple[Mark, ...]) -> list[list[Mark]]:
    """Comparable marks that lie close together in time form one group; all others stand alone."""
    groups: list[list[Mark]] = []
    for mark in marks:
        last: Mark | None = groups[-1][-1] if groups else None
        close = last is not None and last.comparable and (mark.at - last.at).days < MEET_DAYS
        if close and mark.comparable:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return groups


def _at(mark: Mark, width: str, text: str, colour: str, *, above: bool) -> Label:
    at = mark.value if above else mark.foot
    return Label(mark.ref, width, mark.at, at, text, colour, BODY, above)


def _documents(drawing: Lines, colour: str) -> list[Label]:
    """The names of the documents, each over its date, stepped where they would meet."""
    dates: dict[str, date] = {}
    for series in drawing.series:
        for mark in series.marks:
            dates.setdefault(mark.document, mark.at)
    found = []
    previous: date | None = None
    level = 0
    order = sorted(dates.items(), key=lambda item: item[1])
    narrow = _that_fit(order, drawing)
    for name, at in order:
        close = previous is not None and (at - previous).days < 2 * MEET_DAYS
        level = 1 - level if close else 0
        steps = {"always": level} if narrow.get(name) == level else {"wide": level}
        if name in narrow and "wide" in steps:
            steps["narrow"] = narrow[name]
        for width, step in steps.items():
            text, how = escape(name) + LIFT * step, (colour, SMALL, True, "center", 0)
            found.append(Label(name, width, at, drawing.y[1], text, *how))
        previous = at
    return found


def _that_fit(order: list[tuple[str, date]], drawing: Lines) -> dict[str, int]:
    """The names for which a narrow chart has room, the newest first, on two levels in turn."""
    a_pixel = (drawing.x[1] - drawing.x[0]) / LEAST_PLOT
    beside: dict[int, tuple[str, date]] = {}
    found = {}
    for place, (name, at) in reversed(list(enumerate(order))):
        for level in (place % 2, 1 - place % 2):
            other, later = beside.get(level, ("", date.max))
            if later - at >= (len(name) + len(other)) / 2 * SMALL_LETTER * a_pixel:
                beside[level], found[name] = (name, at), level
                break
    return found


HEIGHT = 440
WINDOW = MARK - 4  # height of the bar of time in which a mark can lie, px
ARROW = 30  # length of the arrow of a bound, px


def lines_figure(spec: ChartSpec, colours: Palette, height: int = HEIGHT) -> go.Figure:
    """Draw a chart of lines over time, and nothing but what the description holds.

    Each mark carries its fact's reference as `customdata`, so that a press on it can be answered.
    Raises TypeError for a chart of another kind.
    """
    drawing = spec.drawing
    if not isinstance(drawing, Lines):
        raise TypeError(f"{spec.name} is not a chart of lines")
    margin = {"l": 40, "r": room_right(drawing), "t": 48, "b": 34}
    words = label_traces(drawing, colours, height - margin["t"] - margin["b"])
    marks = [_marks(series, colours) for series in drawing.series]
    layout = _layout(drawing, colours) | {
        "height": height,
        "margin": margin,
        "shapes": [
            *(_band(band, colours) for band in drawing.bands),
            *(shape for series in drawing.series for shape in _lines(series, colours)),
            *(shape for series in drawing.series for shape in _ranges(series, colours)),
        ],
        "annotations": [
            _arrow(mark, colours.tone(series.slot))
            for series in drawing.series
            for mark in series.marks
            if mark.bound in (*LOWER_LIMITS, *UPPER_LIMITS)
        ],
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


def base_layout(colours: Palette) -> dict[str, object]:
    """What all figures have alike: no ground of their own, nothing to drag, the look of a tip."""
    return {
        "paper_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": BODY, "color": colours.ink},
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": colours.card,
            "bordercolor": colours.rule,
            "font": {"family": FONT, "size": SMALL + 1, "color": colours.ink},
            "align": "left",
        },
    }


def _layout(drawing: Lines, colours: Palette) -> dict[str, object]:
    axis = {"showline": False, "zeroline": False, "fixedrange": True, "ticks": ""}
    tick = {"family": FONT, "size": SMALL + 1, "color": colours.quiet}
    return {
        **base_layout(colours),
        "plot_bgcolor": "rgba(0,0,0,0)",
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
