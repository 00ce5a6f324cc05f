"""Rows with a span of time and numbers written out go in, their parts within a box come out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from charts.spec import Entry, Ledger
from charts.theme import BOLD
from export.picture import metrics
from export.picture.flow import flow, texts
from export.picture.rows import Row, stack
from export.picture.scene import Box, Laid, Line, Part, Rect, Span
from export.picture.style import Style, height
from words import _

SHARES = (0.46, 0.22)  # of the width: what, and when; the rest is for the numbers
BAR = 9  # px


@dataclass(frozen=True)
class Columns:
    """Where the three columns stand, and the days at the ends of the middle one."""

    what: Box
    when: Box
    numbers: Box
    first: date
    last: date

    def x(self, at: date) -> float:
        """The place of a day."""
        days = (self.last - self.first).days + 1
        return self.when.x + self.when.width * (at - self.first).days / days


def layout(drawing: Ledger, box: Box, style: Style, rows: int | None = None) -> Laid:
    """Dated rows first, then those without a date, under words that say so."""
    columns = _columns(drawing, box, style)
    head = style.small * metrics.LINE_HEIGHT + style.gap / 2
    dated = [entry for entry in drawing.entries if entry.start]
    undated = [entry for entry in drawing.entries if not entry.start]
    found = [_row(entry, columns, style) for entry in dated]
    found += [
        _row(entry, columns, style, _("No date stated") if not place else "")
        for place, entry in enumerate(undated)
    ]
    under = Box(box.x, box.y + head, box.width, box.height - head)
    laid = stack(found, under, style, rows)
    return Laid((*_axis(columns, style), *laid.parts), laid.bottom, laid.rest)


def _columns(drawing: Ledger, box: Box, style: Style) -> Columns:
    gap = 2.5 * style.gap
    what, when = (box.width * share for share in SHARES)
    left, right = box.x + what, box.x + what + when
    return Columns(
        Box(box.x, box.y, what - gap, box.height),
        Box(left, box.y, when - gap, box.height),
        Box(right, box.y, box.right - right, box.height),
        *drawing.x,
    )


def _axis(columns: Columns, style: Style) -> Iterator[Part]:
    box = columns.when
    line = box.y + style.small * metrics.LINE_HEIGHT
    years = range(columns.first.year, columns.last.year + 1)
    room = metrics.width("2024", style.small) * 1.5
    each = max(1, -(-int(room * len(years)) // int(box.width)))
    for year in years[::each]:
        x = columns.x(date(year, 7, 1))
        yield style.line(x, line - style.small * 0.35, str(year), anchor="middle")
    yield Line(box.x, line, box.right, line, style.colours.quiet)


def _row(entry: Entry, columns: Columns, style: Style, heading: str = "") -> Row:
    room, pad = columns.what.width, style.gap * 0.45
    title = metrics.wrap(entry.title, room, style.body * 0.94, BOLD)
    under = metrics.wrap(_under(entry, room, style), room, style.small)
    numbers = flow(_numbers(entry), columns.numbers.width, style.body * 0.94)
    size = style.body * 0.94
    above = style.small * metrics.LINE_HEIGHT + style.gap if heading else 0.0
    high = max(height(title, size) + height(under, style.small), height(numbers, size))

    def draw(top: float) -> Sequence[Part]:
        parts: list[Part] = []
        if heading:
            how = {"weight": BOLD, "fill": style.colours.quiet}
            parts.append(style.line(columns.what.x, top + style.small * 1.2, heading, **how))
        top += above + pad
        bottom = top + height(title, size)
        return (
            *parts,
            *style.paragraph(title, columns.what.x, top, size, style.colours.ink, bold=True),
            *style.paragraph(under, columns.what.x, bottom, style.small, style.colours.quiet),
            *_bar(entry, columns, top + size * 0.64, style),
            *texts(numbers, columns.numbers.x, top, size, style.colours.ink),
        )

    return Row(above + high + 2 * pad, draw)


def _bar(entry: Entry, columns: Columns, middle: float, style: Style) -> Iterator[Part]:
    if entry.start and entry.end:
        start, end = columns.x(entry.start), columns.x(entry.end + timedelta(days=1))
        high = BAR * style.factor
        wide = max(end - start, high)
        colour = style.colours.series[0]
        yield Rect(start, middle - high / 2, wide, high, colour, radius=high / 2)


def _under(entry: Entry, room: float, style: Style) -> str:
    """When, where, in which document, whose work; the places only where they fit in the line."""
    others = [_("joint or partners’ work")] if entry.by_others else []
    when = entry.as_of if entry.start else ""
    for place in (entry.place, ""):
        said = " · ".join(part for part in (when, place, entry.document, *others) if part)
        if metrics.width(said, style.small) <= room:
            break
    return said


def _numbers(entry: Entry) -> Iterator[Span]:
    for place, cell in enumerate(entry.numbers):
        before = f"{cell.before} " if cell.before else ""
        yield Span(f" · {before}" if place else before)
        yield Span(cell.text, BOLD, cell.ref)
        yield Span(f" {cell.after}" if cell.after else "")
