"""The numbers of a slide go in; they stand large on the page, with dots beside them where asked."""

from __future__ import annotations

from decks.slides import BigNumber, Dot
from export.slides.look import scheme
from export.slides.markup import Box, Paragraph, Run, text_box
from export.slides.measure import height, width
from export.slides.naming import part
from export.slides.outline import position, ratio
from export.slides.page import Page
from export.slides.world import group, land, mark

FIGURES = (88, 80, 72, 64, 54, 48, 40, 34, 28, 24, 20)  # pt, of a big number
LABEL, SMALL = 16, 12
GAP = 24.0
DOT = 8.0
MAP_SHARE = 0.56  # of the width


def draw(
    page: Page, numbers: tuple[BigNumber, ...], dots: tuple[Dot, ...], view: str, alt: str
) -> None:
    """Fill the free room: the numbers side by side, or in two columns beside the dots."""
    box = page.box
    page.holder()
    if dots:
        beside = box.w > 1.4 * box.h
        share = MAP_SHARE if beside else 1.0
        wide = min(box.w * share - (GAP if beside else 0), box.h * (1.0 if beside else 0.5) * ratio())
        high = wide / ratio()
        at = Box(box.x + box.w - wide, box.y + (box.h - high) * (0.5 if beside else 1), wide, high)
        _map(page, dots, at, part(view, "map"), alt)
        box = (
            Box(box.x, box.y, box.w - wide - GAP, box.h)
            if beside
            else Box(box.x, box.y, box.w, box.h - high - 8)
        )
    columns = _columns(len(numbers), box, bool(dots))
    _grid(page, numbers, box, columns, view)


def _columns(count: int, box: Box, narrow: bool) -> int:
    if narrow or box.w < box.h:
        return min(count, 2)
    return count if count < 4 else (count + 1) // 2


def _grid(
    page: Page, numbers: tuple[BigNumber, ...], box: Box, columns: int, view: str
) -> None:
    """Every number in a cell of the same size, all figures of one size."""
    look = page.look
    rows = -(-len(numbers) // columns)
    wide = (box.w - GAP * (columns - 1)) / columns
    high = (box.h - GAP * 0.5 * (rows - 1)) / rows
    words = max(_words_height(n, wide, look.wide) for n in numbers)
    size = next(
        (s for s in FIGURES if all(_figure_fits(n, s, wide, high - words, look.wide_title) for n in numbers)),
        FIGURES[-1],
    )
    tall = size * 1.25 + words
    spare = max(0.0, high - tall) * (0.35 if rows == 1 else 0.0)
    for at, number in enumerate(numbers):
        x = box.x + (at % columns) * (wide + GAP)
        y = box.y + spare + (at // columns) * (high + GAP * 0.5)
        tone = look.tones[at % len(look.tones)] if len(numbers) == 2 else look.tones[0]
        figure = (Paragraph((Run(number.says, size, tone.text, bold=True, heading=True),)),)
        name = part(view, "number", at + 1)
        page.add(text_box(page.number(), name, Box(x, y, wide, size * 1.25), figure, "b"))
        under = Box(x, y + size * 1.25, wide, words)
        name = part(view, "label", at + 1)
        page.add(text_box(page.number(), name, under, _label(number, look.ink, look.quiet)))


def _figure_fits(number: BigNumber, size: float, wide: float, high: float, factor: float) -> bool:
    return size * 1.25 <= high and width(number.says, size, True, factor) <= wide


def _words_height(number: BigNumber, wide: float, factor: float) -> float:
    label = height(_what(number), LABEL, wide, True, factor)
    return label + height(_when(number), SMALL, wide, wide=factor) + 4


def _what(number: BigNumber) -> str:
    """What is counted, as the figure stands alone."""
    return number.label


def _when(number: BigNumber) -> str:
    return f"{number.document}, {number.as_of}"


def _label(number: BigNumber, ink: str, quiet: str) -> tuple[Paragraph, ...]:
    return (
        Paragraph((Run(_what(number), LABEL, ink, bold=True),)),
        Paragraph((Run(_when(number), SMALL, quiet),), before=2),
    )


def _map(page: Page, dots: tuple[Dot, ...], box: Box, name: str, alt: str) -> None:
    """Plain land, a dot for each country, and its name where it meets no other."""
    look, tone = page.look, page.look.tones[-1 if len(page.look.tones) == 1 else 1]
    found = []
    for dot in dots:
        x, y = position((dot.lon, dot.lat))
        found.append((dot, box.x + x * box.w, box.y + y * box.h))
    shapes = [land(box, look)]
    shapes += [mark("ellipse", d.label, x, y, DOT, tone.full, scheme("bg1")) for d, x, y in found]
    taken = [Box(x - DOT / 2, y - DOT / 2, DOT, DOT) for _dot, x, y in found]
    for dot, x, y in found:
        wide, high = width(dot.label, SMALL, True, look.wide) + 4, SMALL * 1.3
        at = _free(x, y, wide, high, box, taken)
        taken.append(at)
        lines = (Paragraph((Run(dot.label, SMALL, look.ink, bold=True),)),)
        shapes.append(text_box(0, f"label {dot.code}", at, lines))
    group(page, name, alt, box, shapes)


def _free(x: float, y: float, wide: float, high: float, box: Box, taken: list[Box]) -> Box:
    """Beside, over or under a dot: the first place inside the map that meets nothing."""
    near = DOT / 2 + 2
    sides = [
        Box(x + near, y - high / 2, wide, high),
        Box(x - near - wide, y - high / 2, wide, high),
    ]
    for step in range(1, 12):
        away = near + (step - 1) * high * 0.5
        for dx in (-wide / 2, 0.0, -wide):
            sides += [Box(x + dx, y - away - high, wide, high), Box(x + dx, y + away, wide, high)]
    inside = [
        at
        for at in sides
        if box.x <= at.x and at.x + at.w <= box.x + box.w
        and box.y - high <= at.y and at.y + at.h <= box.y + box.h + high
    ]
    return next((at for at in inside if not any(_meet(at, b) for b in taken)), sides[0])


def _meet(one: Box, other: Box) -> bool:
    across = one.x < other.x + other.w and other.x < one.x + one.w
    return across and one.y < other.y + other.h and other.y < one.y + one.h
