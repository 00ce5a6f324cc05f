"""A drawing of lines goes in, its direct labels come out, for wide and for narrow charts.

Labels are points of text, because Plotly measures each annotation and a page waits for that. The
first traces of every chart are those of its labels, in the order of `WIDTHS`, so that one style
sheet shows in all of them those made for the width of the chart: two marks that meet on a phone
share one label.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from datetime import date
from html import escape

from charts.spec import Lines, Mark, Series
from charts.theme import BODY, FONT, SMALL, Palette
from charts.wording import DAGGER
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


def labels(drawing: Lines, colours: Palette, height: float) -> list[dict[str, object]]:
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
