"""A drawing of lines over time goes in, its parts within a box come out: marks, lines, labels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from charts import theme
from charts.labels import axis_start
from charts.spec import LOWER_LIMITS, UPPER_LIMITS, Band, Lines, Mark, Series
from charts.theme import LINE, MARK
from export.picture import metrics, scene
from export.picture.line_labels import ARROW, labels
from export.picture.plot import Plot, plot, ticks
from export.picture.scene import Box, Group, Laid, Line, Part, Path, Rect
from export.picture.style import Style

LEAST = 150  # px: a plot lower than this, times the factor, is none


def layout(drawing: Lines, box: Box, style: Style, rows: int | None = None) -> Laid:
    """Everything in the box; where it is too small, `bottom` lies beneath the box.

    `rows` is of no matter here: nothing can be left out of a line.
    """
    at = plot(drawing, box, style)
    words, crowded = labels(drawing, at, style)
    parts = (
        *_bands(drawing, at, style),
        *_axes(drawing, at, style),
        *(part for series in drawing.series for part in _stretches(series, at, style)),
        *(part for series in drawing.series for part in _marks(series, at, style)),
        *words,
    )
    short = max(0.0, LEAST * style.factor - at.box.height)
    return Laid((Group("lines", parts),), box.bottom + short, crowded=crowded)


def _bands(drawing: Lines, at: Plot, style: Style) -> Iterator[Part]:
    for band in drawing.bands:
        start, end = at.x(band.start), at.x(band.end + timedelta(days=1))
        place = Box(start, at.box.y, end - start, at.box.height)
        shade = style.shade(place, strong=band.kind == "not_stated")
        yield Group(f"band {band.kind}", (shade,), _says(band))


def _says(band: Band) -> str:
    years = sorted({band.start.year, band.end.year})
    return f"{' – '.join(map(str, years))}: {band.label}"


def _axes(drawing: Lines, at: Plot, style: Style) -> Iterator[Part]:
    box, colours = at.box, style.colours
    for tick in ticks(drawing):
        y = at.y(tick)
        if tick != drawing.y[0]:
            yield Line(box.x, y, box.right, y, colours.grid)
        how = {"anchor": "end"}
        yield style.line(box.x - style.gap, y + style.small * 0.33, f"{tick:,.0f}", **how)
    yield Line(box.x, box.bottom, box.right, box.bottom, colours.quiet)
    if drawing.y[0] > 0:
        said = axis_start(drawing)
        yield style.line(box.x + style.gap / 2, box.bottom - style.small * 0.4, said)
    years = [
        year
        for year in range(drawing.x[0].year, drawing.x[1].year + 1)
        if drawing.x[0] <= date(year, 7, 1) <= drawing.x[1]
    ]
    room = metrics.width("2024", style.small) * 1.4
    each = max(1, -(-int(room * len(years)) // int(box.width)))
    for year in years[::-1][::each]:  # the newest year always has its tick
        y = box.bottom + style.small * 1.35
        yield style.line(at.x(date(year, 7, 1)), y, str(year), anchor="middle")


def _stretches(series: Series, at: Plot, style: Style) -> Iterator[Part]:
    colour = style.colours.tone(series.slot)
    wide = LINE * style.factor
    for stretch in series.stretches:
        a, b = stretch.start, stretch.end
        dash = (wide, wide * 1.4) if stretch.dashed else ()
        ends = (at.x(a.at), at.y(a.value), at.x(b.at), at.y(b.value))
        yield Line(*ends, stroke=colour, width=wide, dash=dash)
    for mark in series.marks:
        if mark.window:
            start, end = (at.x(day) for day in mark.window)
            thick = (MARK - 4) * style.factor
            y = at.y(mark.value) - thick / 2
            yield Rect(start, y, end - start, thick, colour, opacity=0.3)


def _marks(series: Series, at: Plot, style: Style) -> Iterator[Part]:
    """Filled for what is comparable, open for all else; a range is a bar between two marks."""
    colour = style.colours.tone(series.slot)
    drawn_as: scene.Shape = theme.shape(series.slot)  # type: ignore[assignment]
    for mark in series.marks:
        x, y = at.x(mark.at), at.y(mark.value)
        if mark.bound in (*LOWER_LIMITS, *UPPER_LIMITS):
            yield from _arrow(mark, x, y, colour, style)
        fill = colour if mark.comparable else style.colours.card
        size, edge = MARK * style.factor, 2.5 * style.factor
        drawn = [scene.Mark(x, y, size, drawn_as, fill, colour, edge, mark.ref)]
        if mark.low is not None:
            foot = at.y(mark.low)
            wide = (MARK - 4) * style.factor
            yield Line(x, y, x, foot, colour, wide, opacity=0.5)
            drawn.append(replace(drawn[0], y=foot))
        said = f"{mark.says} {series.unit}, {mark.wording}, {mark.document}, {mark.as_of}"
        yield Group(series.indicator, tuple(drawn), said)


def _arrow(mark: Mark, x: float, y: float, colour: str, style: Style) -> Iterator[Part]:
    """The arrow of a bound leaves the limit for where the true value lies, and has no end."""
    way = -1 if mark.bound in LOWER_LIMITS else 1
    tip, head = y + way * ARROW * style.factor, 5 * style.factor
    neck = tip - way * head * 1.8
    yield Line(x, y, x, neck, colour, 2 * style.factor)
    yield Path((((x, tip), (x + head, neck), (x - head, neck)),), colour)
