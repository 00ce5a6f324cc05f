"""Rows with a span of time and numbers written out, as parts of a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from charts.spec import Entry, Ledger
from charts.theme import BOLD, VAGUE
from drawing import font_metrics
from drawing.scene import Box, Laid, Line, Part, Rect, Span
from drawing.text_blocks import Row, Style, Track, flow, height_of, rest, stack, texts
from words import _

SHARES = (0.46, 0.2)  # of the width: what, and when; the rest is for the numbers
BAR = 9  # px
WIDE = 1.9  # width to height of a wide box


@dataclass(frozen=True)
class Columns:
    """Where the three columns stand, the middle one over time."""

    what: Box
    when: Track
    numbers: Box


def layout_ledger(drawing: Ledger, box: Box, style: Style, rows: int | None = None) -> Laid:
    """Dated rows first, then those without a date, under words that say so.

    In a wide box those without a date stand three beside each other.
    """
    columns = _columns(drawing, box, style)
    head = style.small * font_metrics.LINE_HEIGHT + style.gap / 2
    shown = drawing.entries if rows is None else drawing.entries[:rows]
    dated = [entry for entry in shown if entry.start]
    undated = [entry for entry in shown if not entry.start]
    found = [_row(entry, columns, style) for entry in dated]
    across = 3 if box.width > WIDE * box.height else 1
    if undated:
        found.append(_heading(box.x, style))
    for first in range(0, len(undated), across):
        beside = undated[first : first + across]
        row = (
            _row(beside[0], columns, style)
            if across == 1
            else _beside(beside, box.width / across, box.x, style)
        )
        found.append(row)
    under = Box(box.x, box.y + head, box.width, box.height - head)
    laid = stack(found, under, style)
    axis = _axis(columns.when, laid.edges[len(dated) - 1] if dated else under.y, style)
    return Laid((*axis, *laid.parts), laid.bottom, rest(len(drawing.entries) - len(shown)))


def _columns(drawing: Ledger, box: Box, style: Style) -> Columns:
    gap = 2.5 * style.gap
    what, when = (box.width * share for share in SHARES)
    left, right = box.x + what, box.x + what + when
    return Columns(
        Box(box.x, box.y, what - gap, box.height),
        Track(Box(left, box.y, when - gap, box.height), *drawing.x),
        Box(right, box.y, box.right - right, box.height),
    )


def _axis(track: Track, bottom: float, style: Style) -> Iterator[Part]:
    line = track.line(style)
    for year in track.years(style, 1.5):
        name = track.name(year, style)
        yield Line(name.x, line, name.x, bottom, style.colours.grid)
        yield name
    yield Line(track.box.x, line, track.box.right, line, style.colours.quiet)


def _heading(left: float, style: Style) -> Row:
    line = style.small * font_metrics.LINE_HEIGHT
    how = {"weight": BOLD, "fill": style.colours.quiet}
    return Row(
        line + style.gap * 0.6,
        lambda top: [style.line(left, top + line, _("No date stated"), **how)],
        ruled=False,
    )


def _row(entry: Entry, columns: Columns, style: Style) -> Row:
    room, pad, size = columns.what.width, style.gap * 0.32, style.body * 0.94
    title = font_metrics.wrap(entry.title, room, size, BOLD)
    under = font_metrics.wrap(_under(entry, room, style), room, style.small)
    numbers = flow(_numbers(entry), columns.numbers.width, size)
    high = max(height_of(title, size) + height_of(under, style.small), height_of(numbers, size))

    def draw(top: float) -> Sequence[Part]:
        top += pad
        bottom = top + height_of(title, size)
        return (
            *style.paragraph(title, columns.what.x, top, size, style.colours.ink, bold=True),
            *style.paragraph(under, columns.what.x, bottom, style.small, style.colours.quiet),
            *_bar(entry, columns, top + size * 0.64, style),
            *texts(numbers, columns.numbers.x, top, size, style.colours.ink),
        )

    return Row(high + 2 * pad, draw)


def _beside(entries: Sequence[Entry], step: float, left: float, style: Style) -> Row:
    """Rows without a date, beside each other: what, its numbers, and where it is told."""
    size, pad = style.body * 0.94, style.gap * 0.32
    room = step - 3 * style.gap
    blocks = [
        (
            font_metrics.wrap(entry.title, room, size, BOLD),
            flow(_numbers(entry), room, size),
            font_metrics.wrap(_under(entry, room, style), room, style.small),
        )
        for entry in entries
    ]
    high = max(height_of((*a, *b), size) + height_of(c, style.small) for a, b, c in blocks)

    def draw(top: float) -> Sequence[Part]:
        parts: list[Part] = []
        ink, quiet = style.colours.ink, style.colours.quiet
        for place, (title, numbers, under) in enumerate(blocks):
            x, y = left + place * step, top + pad
            parts += style.paragraph(title, x, y, size, ink, bold=True)
            parts += texts(numbers, x, y + height_of(title, size), size, ink)
            below = y + height_of((*title, *numbers), size)
            parts += style.paragraph(under, x, below, style.small, quiet)
        return parts

    return Row(high + 2 * pad, draw)


def _bar(entry: Entry, columns: Columns, middle: float, style: Style) -> Iterator[Part]:
    if entry.start and entry.end:
        x = columns.when.x
        start, end = x(entry.start), x(entry.end + timedelta(days=1))
        high = BAR * style.factor
        wide = max(end - start, high)
        colour = style.colours.series[0]
        opacity = VAGUE if entry.vague else 1.0
        yield Rect(start, middle - high / 2, wide, high, colour, high / 2, opacity)


def _under(entry: Entry, room: float, style: Style) -> str:
    """When, where, in which document, whose work; the places only where they fit in the line."""
    when = entry.as_of if entry.start else ""
    for place in (entry.place, ""):
        said = " · ".join(part for part in (when, place, entry.document, entry.whose) if part)
        if font_metrics.width(said, style.small) <= room:
            break
    return said


def _numbers(entry: Entry) -> Iterator[Span]:
    for place, cell in enumerate(entry.numbers):
        before = f"{cell.before} " if cell.before else ""
        yield Span(f" · {before}" if place else before)
        yield Span(cell.text, BOLD, cell.ref)
        yield Span(f" {cell.after}" if cell.after else "")
