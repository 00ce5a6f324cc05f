"""A dated list of others' numbers goes in, its parts within a box come out: never a trend."""

from __future__ import annotations

from collections.abc import Sequence

from charts.others import said_by
from charts.spec import Statement, Statements
from charts.theme import BOLD
from export.picture import metrics
from export.picture.flow import flow, texts
from export.picture.rows import Row, stack
from export.picture.scene import Box, Laid, Part, Span
from export.picture.style import Style, height


def layout(drawing: Statements, box: Box, style: Style, rows: int | None = None) -> Laid:
    """When and in which document at the left; the number, what it counts and who said it."""
    return stack([_row(one, box, style) for one in drawing.rows], box, style, rows)


def _row(one: Statement, box: Box, style: Style) -> Row:
    left = box.width * 0.26
    x, room = box.x + left, box.width - left
    ink, quiet = style.colours.ink, style.colours.quiet
    when = flow([Span(one.as_of, BOLD)], left - 2 * style.gap, style.small)
    document = metrics.wrap(one.document, left - 2 * style.gap, style.small)
    said = flow([Span(one.says, BOLD, one.ref), Span(f": {one.what}")], room, style.body)
    by = flow(_behind(one), room, style.small)
    high = max(
        height(when, style.small) + height(document, style.small),
        height(said, style.body) + height(by, style.small),
    )
    pad = style.gap * 0.6

    def draw(top: float) -> Sequence[Part]:
        top += pad
        even = (style.body - style.small) * metrics.ASCENT
        under = top + even + height(when, style.small)
        return (
            *texts(when, box.x, top + even, style.small, ink),
            *style.paragraph(document, box.x, under, style.small, quiet),
            *texts(said, x, top, style.body, ink),
            *texts(by, x, top + height(said, style.body), style.small, quiet),
        )

    return Row(high + 2 * pad, draw)


def _behind(one: Statement) -> tuple[Span, ...]:
    """Who said it; of a target what was stated since, a number of its own."""
    since = one.since
    if since is None or since.ref is None:
        return (Span(said_by(one)),)
    return Span(f"{since.before} "), Span(since.text, ref=since.ref), Span(f" {since.after}")
