"""Rows by submission, each cell in words, as parts of a picture."""

from __future__ import annotations

from collections.abc import Sequence

from charts.spec import Grid, GridCell
from charts.theme import BOLD
from drawing import font_metrics
from drawing.scene import Box, Laid, Line, Part, Span
from drawing.text_blocks import Row, Style, Words, flow, height_of, rest, stack, texts

HEADING = 0.25  # of the width, for the heads of the rows


Cell = tuple[tuple[Words, ...], tuple[str, ...]]  # the lines of its number, and of its words


def layout_grid(drawing: Grid, box: Box, style: Style, rows: int | None = None) -> Laid:
    """The heads of the columns, a row per figure, and under them the words too long for a cell."""
    left = box.width * HEADING
    step = (box.width - left) / max(1, len(drawing.columns))
    shown = drawing.rows if rows is None else drawing.rows[:rows]
    room = step - style.gap * 1.5
    found = [
        _row(label, [_cell(cell, room, style) for cell in cells], box, left, step, style)
        for label, cells in shown
    ]
    written = [
        font_metrics.tidy(note, box.width, style.small)
        for note in drawing.footnotes
        if any(cell.short.endswith(note.split()[0]) for _label, cells in shown for cell in cells)
    ]
    after = sum(height_of(lines, style.small) for lines in written) + style.gap * bool(written)
    head = style.small * font_metrics.LINE_HEIGHT + style.gap / 2
    under = Box(box.x, box.y + head, box.width, box.height - head)
    laid = stack(found, under, style, after=after)
    parts = [*_heads(drawing, box, left, step, style), *laid.parts]
    bottom = laid.bottom + style.gap * bool(written)
    for lines in written:
        parts += style.paragraph(lines, box.x, bottom, style.small, style.colours.quiet)
        bottom += height_of(lines, style.small)
    left_out = rest(len(drawing.rows) - len(shown))
    return Laid(tuple(parts), bottom, left_out, _crowded(drawing, room, style))


def _crowded(drawing: Grid, room: float, style: Style) -> int:
    """How many numbers and heads of columns are wider than their column."""
    numbers = [
        number.text for _l, cells in drawing.rows for cell in cells for number in cell.numbers
    ]
    wide = [font_metrics.width(number, style.body, BOLD) for number in numbers]
    wide += [font_metrics.width(column, style.small, BOLD) for column in drawing.columns]
    return sum(one > room for one in wide)


def _heads(drawing: Grid, box: Box, left: float, step: float, style: Style) -> list[Part]:
    y = box.y + style.small * font_metrics.LINE_HEIGHT
    heads: list[Part] = [
        style.line(box.x + left + place * step, y - style.small * 0.35, column, weight=BOLD)
        for place, column in enumerate(drawing.columns)
    ]
    return [*heads, Line(box.x, y, box.right, y, style.colours.ink)]


def _cell(cell: GridCell, room: float, style: Style) -> Cell:
    numbers = tuple(
        line
        for number in cell.numbers
        for line in flow([Span(number.text, BOLD, number.ref)], room, style.body)
    )
    return numbers, font_metrics.tidy(cell.short, room, style.small)


def _row(
    label: str, cells: Sequence[Cell], box: Box, left: float, step: float, style: Style
) -> Row:
    head = font_metrics.wrap(label, left - style.gap * 1.5, style.body * 0.94, BOLD)
    pad = style.gap * 0.5
    high = max(
        height_of(head, style.body * 0.94),
        *(height_of(n, style.body) + height_of(words, style.small) for n, words in cells),
    )

    def draw(top: float) -> list[Part]:
        top += pad
        ink, quiet = style.colours.ink, style.colours.quiet
        parts: list[Part] = [*style.paragraph(head, box.x, top, style.body * 0.94, ink, bold=True)]
        for place, (numbers, words) in enumerate(cells):
            x = box.x + left + place * step
            parts += texts(numbers, x, top, style.body, ink)
            under = top + height_of(numbers, style.body)
            if not numbers:
                under += (style.body - style.small) * font_metrics.ASCENT
            parts += style.paragraph(words, x, under, style.small, quiet)
        return parts

    return Row(high + 2 * pad, draw)
