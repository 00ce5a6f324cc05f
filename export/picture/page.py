"""One figure as it is asked for goes in, its whole picture comes out: words around the drawing.

The largest type that fits is taken, from a few steps; rows are left out only where the smallest
does not fit, and a sentence says so.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import Any

import settings
from charts.spec import Events, Grid, Ledger, Lines, Map, Shares, Statements
from charts.theme import BOLD, REGULAR, palette
from export.figures import Job
from export.picture import events, grid, ledger, lines, map, metrics, shares, statements
from export.picture.scene import Anchor, Box, Group, Laid, Part, Scene
from export.picture.style import Style, height
from words import _

LEAST, MOST = (480, 360), (4000, 4000)  # px
STEPS = 14  # sizes of type that are tried, from the largest to the smallest
LARGEST = 1.25  # times the theme's sizes, on a picture of usual size
LARGEST_OF: dict[type, float] = {Shares: 1.6}
SMALLEST = 0.86
USUAL = 1280 * 720  # px: the area for which the factors are; they grow with the picture
TITLE_SHARE = 0.24  # of the height, before a long title is set smaller
ONE_LINE = 0.8  # of its size: how far a title shrinks to stand on one line
MOST_ROWS = 400

LAYOUTS: dict[type, Any] = {  # each takes its own kind of drawing
    Lines: lines.layout,
    Events: events.layout,
    Ledger: ledger.layout,
    Grid: grid.layout,
    Shares: shares.layout,
    Statements: statements.layout,
    Map: map.layout,
}


@dataclass(frozen=True)
class Frame:
    """The words around a drawing, and the box that they leave for it."""

    parts: tuple[Part, ...]
    box: Box


def compose(job: Job) -> Scene:
    """The picture of a job. Raises ValueError for a size in which no figure can be read."""
    if not (LEAST[0] <= job.width <= MOST[0] and LEAST[1] <= job.height <= MOST[1]):
        raise ValueError(wrong_size())
    style, framed, laid = _fitted(job)
    if laid is None:
        laid = _shortened(job, framed, style)
    parts = (*framed.parts, *laid.parts)
    return Scene(
        width=job.width,
        height=job.height,
        background=style.under,
        parts=parts,
        title=job.spec.title,
        description=f"{job.spec.alt} {job.spec.note}",
        language=settings.language(),
    )


def wrong_size() -> str:
    """What is said of a size in which no figure can be read, or none can be drawn."""
    least, most = (f"{wide} x {high}" for wide, high in (LEAST, MOST))
    return _("A picture is between {least} and {most} px.", least=least, most=most)


def _fitted(job: Job) -> tuple[Style, Frame, Laid | None]:
    """The largest type in which nothing lies on anything, else in which all is there."""
    colours = palette(job.mode)
    under = None if job.mode == "transparent" else colours.card
    scale = (job.width * job.height / USUAL) ** 0.5
    crowded: tuple[Style, Frame, Laid | None] | None = None
    largest = LARGEST_OF.get(type(job.spec.drawing), LARGEST) * scale
    smallest = min(SMALLEST, SMALLEST * scale)
    for step in range(STEPS):
        style = Style(colours, under, largest * (smallest / largest) ** (step / (STEPS - 1)))
        framed = frame(job, style)
        laid = LAYOUTS[type(job.spec.drawing)](job.spec.drawing, framed.box, style, None)
        if laid.bottom > framed.box.bottom + 0.5:
            continue
        if not laid.crowded:
            return style, framed, laid
        crowded = crowded or (style, framed, laid)
    return crowded or (style, framed, None)


def frame(job: Job, style: Style) -> Frame:
    """Title and subtitle above, note and source with the code below."""
    side = max(20.0, min(job.width, job.height) * 0.05)
    room = job.width - 2 * side
    top, parts = side, list[Part]()
    if job.with_title:
        large = _title_size(job, style, room)
        ink, quiet = style.colours.ink, style.colours.quiet
        for name, text, size, fill in (
            ("title", job.spec.title, large, ink),
            ("subtitle", job.spec.subtitle, min(style.lead * 0.9, large * 0.75), quiet),
        ):
            weight = BOLD if name == "title" else REGULAR
            wrapped = metrics.balanced(text, room, size, weight)
            parts.append(_block(name, wrapped, side, room, top, size, fill, style))
            top += height(wrapped, size) + style.gap * 0.5
        top += style.gap * 1.2
    foot = job.height - side * 0.8
    for name, text in (
        ("source", f"{job.spec.source} · {job.receipt.code}"),
        ("note", job.spec.note),
    ):
        wrapped = metrics.tidy(text, room, style.small)
        foot -= height(wrapped, style.small)
        parts.append(
            _block(name, wrapped, side, room, foot, style.small, style.colours.quiet, style)
        )
        foot -= style.gap * 0.5
    return Frame(tuple(parts), Box(side, top, room, foot - style.gap - top))


def _block(
    name: str, wrapped: tuple[str, ...], left: float, room: float, top: float, size: float,
    fill: str, style: Style,
) -> Group:  # fmt: skip
    """A paragraph that begins at the side from which its words run."""
    rtl = metrics.right_to_left(" ".join(wrapped))
    x = left + room if rtl else left
    bold = name == "title"
    anchor: Anchor = "end" if rtl else "start"
    return Group(name, style.paragraph(wrapped, x, top, size, fill, bold=bold, anchor=anchor))


def _title_size(job: Job, style: Style, room: float) -> float:
    """The title's size: a little smaller if it then stands on one line, or is very long."""
    size = style.title
    one_line = room / max(1.0, metrics.width(job.spec.title, 1, BOLD))
    if size > one_line >= ONE_LINE * size:
        return one_line * 0.999
    while size > style.small:
        wrapped = metrics.wrap(job.spec.title, room, size, BOLD)
        if height(wrapped, size) <= job.height * TITLE_SHARE:
            break
        size *= 0.93
    return size


def _shortened(job: Job, framed: Frame, style: Style) -> Laid:
    """As many rows as fit, and a sentence that says how many more there are."""
    drawing = job.spec.drawing
    line = style.small * metrics.LINE_HEIGHT + style.gap
    box = replace(framed.box, height=framed.box.height - line)

    def tried(rows: int) -> Laid:
        laid: Laid = LAYOUTS[type(drawing)](drawing, box, style, rows)
        return laid

    rows = bisect_right(range(1, MOST_ROWS), box.bottom, key=lambda n: tried(n).bottom)
    laid = tried(max(1, rows))
    y = laid.bottom + style.gap + style.small
    return replace(laid, parts=(*laid.parts, style.line(box.x, y, laid.rest)))
