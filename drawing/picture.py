"""A chart as a whole picture: its words around its drawing.

The largest type that fits is taken, from a few steps; rows are left out only where the smallest
does not fit, and a sentence says so."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import Literal, assert_never

import settings
from charts.spec import ChartSpec, Drawing, Events, Grid, Ledger, Lines, Map, Shares, Statements
from charts.theme import BOLD, REGULAR, palette
from drawing import font_metrics
from drawing.event_layout import layout_events
from drawing.grid_layout import layout_grid
from drawing.ledger_layout import layout_ledger
from drawing.line_layout import layout_lines
from drawing.list_layout import layout_shares, layout_statements
from drawing.map_layout import layout_map
from drawing.scene import Anchor, Box, Group, Laid, Part, Scene
from drawing.text_blocks import Style, height_of
from words import _

Mode = Literal["light", "dark", "transparent"]
SIZES = {  # px; a picture is made at twice these for sharp type
    "slide": (1280, 720),
    "square": (1080, 1080),
    "portrait": (1080, 1350),
    "a4-half": (1240, 877),
}
LEAST, MOST = (480, 360), (4000, 4000)  # px
STEPS = 14  # sizes of type that are tried, from the largest to the smallest
LARGEST = 1.25  # times the theme's sizes, on a picture of usual size
LARGEST_OF_LARGE = 1.6  # of a drawing that is set large
SMALLEST = 0.86
USUAL = 1280 * 720  # px: the area for which the factors are; they grow with the picture
TITLE_SHARE = 0.24  # of the height, before a long title is set smaller
ONE_LINE = 0.8  # of its size: how far a title shrinks to stand on one line
MOST_ROWS = 400


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A chart as it is asked for: with which code under it, how large, in which colours."""

    spec: ChartSpec
    code: str
    width: int = SIZES["slide"][0]
    height: int = SIZES["slide"][1]
    mode: Mode = "light"
    with_title: bool = True


@dataclass(frozen=True)
class Frame:
    """The words around a drawing, and the box that they leave for it."""

    parts: tuple[Part, ...]
    box: Box


def compose(picture: Picture) -> Scene:
    """The picture of a chart. Raises ValueError for a size in which no figure can be read."""
    if not (LEAST[0] <= picture.width <= MOST[0] and LEAST[1] <= picture.height <= MOST[1]):
        raise ValueError(wrong_size())
    style, framed, laid = _fitted(picture)
    if laid is None:
        laid = _shortened(picture, framed, style)
    parts = (*framed.parts, *laid.parts)
    return Scene(
        width=picture.width,
        height=picture.height,
        background=style.under,
        parts=parts,
        title=picture.spec.title,
        description=f"{picture.spec.alt} {picture.spec.note}",
        language=settings.language(),
    )


def wrong_size() -> str:
    """What is said of a size in which no figure can be read, or none can be drawn."""
    least, most = (f"{wide} x {high}" for wide, high in (LEAST, MOST))
    return _("A picture is between {least} and {most} px.", least=least, most=most)


def lay_out(drawing: Drawing, box: Box, style: Style, rows: int | None = None) -> Laid:
    """The parts of a drawing within a box; of one made of rows the first `rows`."""
    match drawing:
        case Lines():
            return layout_lines(drawing, box, style)
        case Events():
            return layout_events(drawing, box, style, rows)
        case Ledger():
            return layout_ledger(drawing, box, style, rows)
        case Grid():
            return layout_grid(drawing, box, style, rows)
        case Shares():
            return layout_shares(drawing, box, style, rows)
        case Statements():
            return layout_statements(drawing, box, style, rows)
        case Map():
            return layout_map(drawing, box, style)
    assert_never(drawing)


def _fitted(picture: Picture) -> tuple[Style, Frame, Laid | None]:
    """The largest type in which nothing lies on anything, else in which all is there."""
    colours = palette(picture.mode)
    under = None if picture.mode == "transparent" else colours.card
    scale = (picture.width * picture.height / USUAL) ** 0.5
    crowded: tuple[Style, Frame, Laid | None] | None = None
    drawing = picture.spec.drawing
    largest = scale * (LARGEST_OF_LARGE if drawing.type_size == "large" else LARGEST)
    smallest = min(SMALLEST, SMALLEST * scale)
    for step in range(STEPS):
        style = Style(colours, under, largest * (smallest / largest) ** (step / (STEPS - 1)))
        framed = frame(picture, style)
        laid = lay_out(drawing, framed.box, style)
        if laid.bottom > framed.box.bottom + 0.5:
            continue
        if not laid.crowded:
            return style, framed, laid
        crowded = crowded or (style, framed, laid)
    return crowded or (style, framed, None)


def frame(picture: Picture, style: Style) -> Frame:
    """Title and subtitle above, note and source with the code below."""
    side = max(20.0, min(picture.width, picture.height) * 0.05)
    room = picture.width - 2 * side
    top, parts = side, list[Part]()
    if picture.with_title:
        large = _title_size(picture, style, room)
        ink, quiet = style.colours.ink, style.colours.quiet
        for name, text, size, fill in (
            ("title", picture.spec.title, large, ink),
            ("subtitle", picture.spec.subtitle, min(style.lead * 0.9, large * 0.75), quiet),
        ):
            weight = BOLD if name == "title" else REGULAR
            wrapped = font_metrics.balanced(text, room, size, weight)
            parts.append(_block(name, wrapped, side, room, top, size, fill, style))
            top += height_of(wrapped, size) + style.gap * 0.5
        top += style.gap * 1.2
    foot = picture.height - side * 0.8
    for name, text in (
        ("source", f"{picture.spec.source} · {picture.code}"),
        ("note", picture.spec.note),
    ):
        wrapped = font_metrics.tidy(text, room, style.small)
        foot -= height_of(wrapped, style.small)
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
    rtl = font_metrics.right_to_left(" ".join(wrapped))
    x = left + room if rtl else left
    bold = name == "title"
    anchor: Anchor = "end" if rtl else "start"
    return Group(name, style.paragraph(wrapped, x, top, size, fill, bold=bold, anchor=anchor))


def _title_size(picture: Picture, style: Style, room: float) -> float:
    """The title's size: a little smaller if it then stands on one line, or is very long."""
    size = style.title
    one_line = room / max(1.0, font_metrics.width(picture.spec.title, 1, BOLD))
    if size > one_line >= ONE_LINE * size:
        return one_line * 0.999
    while size > style.small:
        wrapped = font_metrics.wrap(picture.spec.title, room, size, BOLD)
        if height_of(wrapped, size) <= picture.height * TITLE_SHARE:
            break
        size *= 0.93
    return size


def _shortened(picture: Picture, framed: Frame, style: Style) -> Laid:
    """As many rows as fit, and a sentence that says how many more there are."""
    drawing = picture.spec.drawing
    line = style.small * font_metrics.LINE_HEIGHT + style.gap
    box = replace(framed.box, height=framed.box.height - line)

    def tried(rows: int) -> Laid:
        return lay_out(drawing, box, style, rows)

    rows = bisect_right(range(1, MOST_ROWS), box.bottom, key=lambda n: tried(n).bottom)
    laid = tried(max(1, rows))
    y = laid.bottom + style.gap + style.small
    return replace(laid, parts=(*laid.parts, style.line(box.x, y, laid.rest)))
