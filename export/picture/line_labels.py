"""A drawing of lines and its plot go in, the words in it come out, none lying on another.

Each label tries a few places around its mark and takes the first that is free of lines, marks and
the labels before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from charts.spec import LOWER_LIMITS, UPPER_LIMITS, Lines, Mark, Series
from charts.theme import BOLD, MARK
from charts.wording import DAGGER
from export.picture import metrics
from export.picture.plot import Plot, ticks
from export.picture.scene import Anchor, Box, Line, Part, Span, Text
from export.picture.style import Style

ARROW = 30  # from the limit of a bound to the tip of its arrow, px
BAND_ROOM = 9  # a band's words are about so many times their size wide


@dataclass(frozen=True)
class Segment:
    """A piece of line that no label may cross."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass
class Taken:
    """What is drawn already, and how many labels found no free place."""

    boxes: list[Box]
    segments: list[Segment]
    crowded: int = 0

    def free(self, box: Box) -> bool:
        """Whether nothing stands there."""
        return not any(_meet(box, other) for other in self.boxes) and not any(
            _crosses(segment, box) for segment in self.segments
        )


def labels(drawing: Lines, at: Plot, style: Style) -> tuple[list[Part], int]:
    """The labels of marks, series, bands and documents, and how many of them lie on something."""
    taken = _obstacles(drawing, at, style)
    parts: list[Part] = []
    for series in drawing.series:
        parts += _names(series, at, style, taken)
    tops: dict[str, float] = {}
    for place, series in enumerate(drawing.series):
        colour = style.colours.tone(series.slot)
        for mark in reversed(series.marks):
            found = _label(mark, colour, at, style, taken, above=place == 0)
            parts += found[1]
            top = min(found[0].y, at.y(mark.value) - ARROW * style.factor)
            tops[mark.document] = min(tops.get(mark.document, at.box.bottom), top)
    parts += _bands(drawing, at, style, taken)
    crowded = taken.crowded + sum(head.level for head in at.heads)
    return [*_heads(at, tops, style), *parts], crowded


def _obstacles(drawing: Lines, at: Plot, style: Style) -> Taken:
    taken = Taken([], [])
    half, arrow = MARK * style.factor * 0.6, ARROW * style.factor
    for series in drawing.series:
        for mark in series.marks:
            x, y = at.x(mark.at), at.y(mark.value)
            up = arrow if mark.bound in LOWER_LIMITS else half
            down = arrow if mark.bound in UPPER_LIMITS else half
            down += at.y(mark.foot) - y
            taken.boxes.append(Box(x - half, y - up, 2 * half, up + down))
        for piece in series.stretches:
            a, b = piece.start, piece.end
            taken.segments.append(Segment(at.x(a.at), at.y(a.value), at.x(b.at), at.y(b.value)))
    return taken


def _names(series: Series, at: Plot, style: Style, taken: Taken) -> Iterator[Part]:
    """The name of a series behind its last mark."""
    if not series.marks:
        return
    last = series.marks[-1]
    x, y = at.x(last.at) + MARK * style.factor, at.y(last.value)
    wide = metrics.width(series.unit, style.body, BOLD)
    box = Box(x, y - style.body * 0.5, wide, style.body)
    while not taken.free(box) and box.bottom < at.box.bottom:
        box = Box(x, box.y + 2, wide, box.height)
    taken.boxes.append(box)
    colour = style.colours.tone(series.slot)
    how = {"size": style.body, "fill": colour, "weight": BOLD, "halo": style.under}
    yield style.line(x, box.y + style.body * 0.83, series.unit, **how)


def _label(
    mark: Mark, colour: str, at: Plot, style: Style, taken: Taken, *, above: bool
) -> tuple[Box, tuple[Part, ...]]:
    """The number at a mark, with its definition under it where that differs."""
    said = f"{mark.says} {DAGGER}" if mark.other_definition else mark.says
    wording = mark.wording if mark.other_definition else mark.document if mark.at_odds else ""
    wide = max(metrics.width(said, style.body, BOLD), metrics.width(wording, style.small))
    high = style.body * 1.05 + (style.small * 1.2 if wording else 0)
    places = list(_places(mark, at, style, wide, high, first_above=above))
    chosen = next((p for p in places if taken.free(p[0])), None)
    taken.crowded += chosen is None
    box, anchor = chosen or places[0]
    taken.boxes.append(box)
    x = {"start": box.x, "middle": box.x + wide / 2, "end": box.right}[anchor]
    dagger = (Span(f" {DAGGER}"),) if mark.other_definition else ()
    spans = (Span(mark.says, BOLD, mark.ref), *dagger)
    base = box.y + style.body * 0.83
    parts = [Text(x, base, spans, style.body, colour, anchor, style.under)]
    if wording:
        under = style.line(
            x, base + style.small * 1.2, wording, fill=colour, anchor=anchor, halo=style.under
        )
        parts.append(under)
    return box, tuple(parts)


def _places(
    mark: Mark, at: Plot, style: Style, wide: float, high: float, *, first_above: bool
) -> Iterator[tuple[Box, Anchor]]:
    """Above the marks of the first series, below those of the others; then wherever there is room.

    A label stays inside the plot.
    """
    x, y = at.x(mark.at), at.y(mark.value)
    aside, away = MARK * style.factor / 2, MARK * style.factor / 2 + style.gap / 2
    above, below = y - away - high, at.y(mark.foot) + away
    if mark.bound in LOWER_LIMITS:
        above -= ARROW * style.factor - aside
    if mark.bound in UPPER_LIMITS:
        below += ARROW * style.factor - aside
    for top in (above, below) if first_above else (below, above):
        for left, anchor in _columns(x, wide, aside):
            box = Box(left, top, wide, high)
            if box.x >= at.box.x and box.y >= at.box.y and box.bottom <= at.box.bottom:
                yield box, anchor
    left = x - wide / 2
    yield Box(left, above if first_above else below, wide, high), "middle"


def _columns(x: float, wide: float, aside: float) -> tuple[tuple[float, Anchor], ...]:
    return ((x - wide / 2, "middle"), (x + aside - wide, "end"), (x - aside, "start"))


def _bands(drawing: Lines, at: Plot, style: Style, taken: Taken) -> Iterator[Part]:
    """The words of a time that is not stated, beside its band, where nothing else stands."""
    across = [at.y(tick) for tick in ticks(drawing)]
    for band in drawing.bands:
        if band.kind != "not_stated":
            continue
        lines = metrics.balanced(band.label, style.small * BAND_ROOM, style.small)
        wide = max(metrics.width(line, style.small) for line in lines)
        high = len(lines) * style.small * metrics.LINE_HEIGHT
        lefts = (at.x(band.end) + style.gap, at.x(band.start) - style.gap - wide)
        tops = [at.box.y + style.gap / 2 + step * style.small for step in range(60)]
        boxes = [Box(left, top, wide, high) for top in tops for left in lefts]
        inside = [
            b
            for b in boxes
            if b.bottom < at.box.bottom and at.box.x <= b.x and b.right < at.box.right
        ]
        clear = (b for b in inside if not any(b.y < y < b.bottom for y in across))
        box = next(filter(taken.free, (*clear, *inside)), None)
        taken.crowded += box is None
        box = box or boxes[0]
        taken.boxes.append(box)
        yield from style.paragraph(lines, box.x, box.y, style.small, style.colours.quiet)


def _heads(at: Plot, tops: dict[str, float], style: Style) -> Iterator[Part]:
    """The names of the documents, each with a thin line down to its first label."""
    row = style.small * metrics.LINE_HEIGHT
    for head in at.heads:
        x, y = at.x(head.at), at.box.y - style.gap - head.level * row
        end = tops[head.name] - style.gap / 2
        if end > at.box.y:
            yield Line(x, y + style.gap / 2, x, end, style.colours.rule)
        yield style.line(head.x, y, head.name, anchor=head.anchor)


def _meet(a: Box, b: Box) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def _crosses(line: Segment, box: Box) -> bool:
    """Whether a piece of line runs through a box (clipped against its four sides)."""
    low, high = 0.0, 1.0
    for start, way, least, most in (
        (line.x1, line.x2 - line.x1, box.x, box.right),
        (line.y1, line.y2 - line.y1, box.y, box.bottom),
    ):
        if way == 0:
            if not least <= start <= most:
                return False
            continue
        near, far = sorted(((least - start) / way, (most - start) / way))
        low, high = max(low, near), min(high, far)
    return low < high
