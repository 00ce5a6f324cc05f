"""The numbers of a slide go in; they stand large on the page, with dots beside them where asked."""

from __future__ import annotations

from decks.resolve import BigNumber, Dot
from drawing.scene import Box
from export.share_rows import place_names
from export.slides.layout_geometry import Page
from export.slides.map_shapes import group, land, map_position, map_ratio, mark
from export.slides.shapes import (
    Paragraph,
    Run,
    fill,
    place,
    shape_name,
    text_box,
    text_height,
    text_width,
)
from export.slides.template_theme import Look, scheme

FIGURES = (88, 80, 72, 64, 54, 48, 40, 34, 28, 24, 20)  # pt, of a big number
LABEL, QUOTE, SMALL = 16, 14, 12
LONGEST = 200  # letters of a quote that is shown
GAP = 24.0
DOT = 8.0
MAP_SHARE = 0.56  # of the width


def draw_numbers(
    page: Page,
    numbers: tuple[BigNumber, ...],
    dots: tuple[Dot, ...],
    quotes: dict[str, str],
    view: str,
    alt: str,
) -> None:
    """Fill the free room: the numbers side by side, or in two columns beside the dots.

    `quotes` are the words that state each number, by its reference; written where there is room.
    """
    box = page.box
    page.holder()
    if dots:
        beside = box.width > 1.4 * box.height
        share = MAP_SHARE if beside else 1.0
        width = min(
            box.width * share - (GAP if beside else 0),
            box.height * (1.0 if beside else 0.5) * map_ratio(),
        )
        height = width / map_ratio()
        at = Box(
            box.x + box.width - width,
            box.y + (box.height - height) * (0.5 if beside else 1),
            width,
            height,
        )
        _map(page, dots, at, shape_name(view, "map"), alt)
        box = (
            Box(box.x, box.y, box.width - width - GAP, box.height)
            if beside
            else Box(box.x, box.y, box.width, box.height - height - 8)
        )
    columns = _columns(len(numbers), box, bool(dots))
    shown = {} if dots or columns < len(numbers) else quotes
    _grid(page, numbers, box, columns, shown, view)


def _columns(count: int, box: Box, narrow: bool) -> int:
    if narrow or box.width < box.height:
        return min(count, 2)
    return count if count < 4 else (count + 1) // 2


def _grid(
    page: Page,
    numbers: tuple[BigNumber, ...],
    box: Box,
    columns: int,
    quotes: dict[str, str],
    view: str,
) -> None:
    """Every number in a cell of the same size, all figures of one size."""
    look = page.look
    rows = -(-len(numbers) // columns)
    width = (box.width - GAP * (columns - 1)) / columns
    height = (box.height - GAP * 0.5 * (rows - 1)) / rows
    labels = [_label(n, quotes.get(n.ref, ""), look.ink, look.quiet) for n in numbers]
    words = max(_tall(lines, width, look.factor) for lines in labels)
    fits = (
        s
        for s in FIGURES
        if s * 1.25 <= height - words
        and all(text_width(n.says, s, True, look.title_factor) <= width for n in numbers)
    )
    size = next(fits, FIGURES[-1])
    tall = size * 1.25 + words
    spare = max(0.0, height - tall) * (0.35 if rows == 1 else 0.0)
    for at, number in enumerate(numbers):
        x = box.x + (at % columns) * (width + GAP)
        y = box.y + spare + (at // columns) * (height + GAP * 0.5)
        tone = look.tones[at % len(look.tones)] if len(numbers) == 2 else look.tones[0]
        figure = (Paragraph((Run(number.says, size, tone.text, bold=True, heading=True),)),)
        name = shape_name(view, "number", at + 1)
        page.add(text_box(page.number(), name, Box(x, y, width, size * 1.25), figure, "b"))
        under = Box(x, y + size * 1.25, width, words)
        name = shape_name(view, "label", at + 1)
        page.add(text_box(page.number(), name, under, labels[at]))


def _label(number: BigNumber, quote: str, ink: str, quiet: str) -> tuple[Paragraph, ...]:
    """What is counted, by which document and when, and the words that state it."""
    lines = [
        Paragraph((Run(number.label, LABEL, ink, bold=True),)),
        Paragraph((Run(f"{number.document}, {number.as_of}", SMALL, quiet),), before=2),
    ]
    if quote and len(quote) <= LONGEST:
        lines.append(Paragraph((Run(f"“{quote}”", QUOTE, quiet),), before=10))
    return tuple(lines)


def _tall(lines: tuple[Paragraph, ...], width: float, factor: float) -> float:
    return sum(
        line.before + text_height(run.text, run.size, width, run.bold, factor)
        for line in lines
        for run in line.runs
    )


def _map(page: Page, dots: tuple[Dot, ...], box: Box, name: str, alt: str) -> None:
    """Plain land, a dot for each country, and its name where it meets no other."""
    look, tone = page.look, page.look.tones[-1 if len(page.look.tones) == 1 else 1]
    found = []
    for dot in dots:
        x, y = map_position((dot.lon, dot.lat))
        width = text_width(dot.label, SMALL, True, look.factor) + 4
        found.append((box.x + x * box.width, box.y + y * box.height, width))
    shapes = [land(box, look)]
    for dot, (x, y, _wide) in zip(dots, found, strict=True):
        shapes.append(mark("ellipse", dot.label, x, y, DOT, tone.full, scheme("bg1")))
    names = place_names(found, SMALL * 1.3, DOT, box)
    for dot, (x, y, _wide), (at, far) in zip(dots, found, names, strict=True):
        if far:
            shapes.insert(1, _leader(x, y, at, look))
        lines = (Paragraph((Run(dot.label, SMALL, look.ink, bold=True),)),)
        shapes.append(text_box(0, f"label {dot.code}", at, lines))
    group(page, name, alt, box, shapes)


def _leader(x: float, y: float, at: Box, look: Look) -> str:
    """A thin line from a dot to a name that stands away from it."""
    over = at.y < y
    end = min(max(x, at.x + 4), at.x + at.width - 4), at.y + at.height if over else at.y
    box = Box(min(x, end[0]), min(y, end[1]), abs(x - end[0]), abs(y - end[1]))
    flip = " flipV='1'" if (end[0] > x) == over else ""
    frame = place(box).replace("<a:xfrm>", f"<a:xfrm{flip}>")
    return (
        "<p:cxnSp><p:nvCxnSpPr><p:cNvPr id='0' name='leader'/><p:cNvCxnSpPr/><p:nvPr/>"
        f"</p:nvCxnSpPr><p:spPr>{frame}<a:prstGeom prst='line'><a:avLst/></a:prstGeom>"
        f"<a:ln w='9525'>{fill(look.quiet)}</a:ln></p:spPr></p:cxnSp>"
    )
