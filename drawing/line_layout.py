"""Lines over time as parts of a picture, with labels of which none lies on another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from charts import theme
from charts.captions import DAGGER
from charts.spec import LOWER_LIMITS, UPPER_LIMITS, Band, Lines, Mark, Series
from charts.theme import BOLD, LINE, MARK
from drawing import font_metrics, scene
from drawing.plotly_lines import axis_start
from drawing.scene import Anchor, Box, Group, Laid, Line, Part, Path, Rect, Span, Text
from drawing.text_blocks import Style

BEFORE = timedelta(days=45)  # room left of the first day


@dataclass(frozen=True)
class Head:
    """The name of a document over its date, on the lowest `level` where it meets no other."""

    name: str
    at: date
    x: float
    anchor: Anchor
    level: int


@dataclass(frozen=True)
class Plot:
    """Where time and value stand: the inside of the axes, and the names over it."""

    box: Box
    first: date
    last: date
    low: float
    high: float
    heads: tuple[Head, ...] = ()
    right: float = 0  # where the names over the plot must end

    def x(self, at: date) -> float:
        """The place of a day."""
        return self.box.x + self.box.width * (at - self.first).days / (self.last - self.first).days

    def y(self, value: float) -> float:
        """The place of a value."""
        return self.box.bottom - self.box.height * (value - self.low) / (self.high - self.low)


def plot(drawing: Lines, box: Box, style: Style) -> Plot:
    """The axes within the box: room for ticks, names of documents, and names behind the lines."""
    row = style.small * font_metrics.LINE_HEIGHT
    left = style.gap + max(
        font_metrics.width(f"{tick:,.0f}", style.small) for tick in ticks(drawing)
    )
    inner = Box(box.x + left, box.y, box.width - left, box.height - row - style.gap)
    days = (drawing.x[0] - BEFORE, drawing.x[1] + timedelta(days=1))
    whole = Plot(inner, *days, *drawing.y)
    beyond = max(
        (
            whole.x(series.marks[-1].at) + behind(series, style) - inner.right
            for series in drawing.series
            if series.marks
        ),
        default=0.0,
    )
    inner = Box(inner.x, inner.y, inner.width - max(0.0, beyond), inner.height)
    heads = _place_heads(drawing, Plot(inner, *days, *drawing.y, right=box.right), style)
    top = row * (1 + max((head.level for head in heads), default=0)) + style.gap
    inner = Box(inner.x, inner.y + top, inner.width, inner.height - top)
    return Plot(inner, *days, *drawing.y, heads, box.right)


def behind(series: Series, style: Style) -> float:
    """The room that a mark and the name of its series take, from the middle of the mark."""
    return MARK * style.factor + font_metrics.width(series.unit, style.body, BOLD)


def ticks(drawing: Lines) -> list[float]:
    """The values that stand at the left: a handful of round ones."""
    low, high = drawing.y
    size = 10.0 ** len(str(int(high - low)))
    steps = (size / part for part in (1, 2, 5, 10, 20, 50, 100, 200))
    step = next((step for step in steps if (high - low) / step >= 4), 1.0)
    return [step * place for place in range(int(-(-low // step)), int(high // step) + 1)]


def _place_heads(drawing: Lines, whole: Plot, style: Style) -> tuple[Head, ...]:
    """The names in order of time; two that would meet lean apart, else the later one steps up."""
    dates: dict[str, date] = {}
    for series in drawing.series:
        for mark in series.marks:
            dates.setdefault(mark.document, mark.at)
    heads: list[Head] = []
    for name, at in sorted(dates.items(), key=lambda item: (item[1], item[0])):
        heads.append(_inside(Head(name, at, whole.x(at), "middle", 0), whole, style))
        if len(heads) > 1 and _heads_meet(heads[-2], heads[-1], style):
            leaning = [_lean(heads[-2], "end", style), _lean(heads[-1], "start", style)]
            row = [*heads[-3:-2], *leaning]
            fits = edges(leaning[1], style)[1] <= whole.right
            if fits and not any(_heads_meet(a, b, style) for a, b in pairwise(row)):
                heads[-2:] = leaning
            else:
                heads[-1] = replace(heads[-1], level=1 - heads[-2].level)
    return tuple(heads)


def edges(head: Head, style: Style) -> tuple[float, float]:
    """Where a name begins and ends."""
    wide = font_metrics.width(head.name, style.small)
    start = head.x - {"start": 0.0, "middle": wide / 2, "end": wide}[head.anchor]
    return start, start + wide


def _inside(head: Head, whole: Plot, style: Style) -> Head:
    if edges(head, style)[1] > whole.right:
        return replace(head, x=whole.right, anchor="end")
    return head


def _lean(head: Head, anchor: Anchor, style: Style) -> Head:
    aside = style.gap / 2 if anchor == "end" else -style.gap / 2
    return replace(head, x=head.x + aside, anchor=anchor)


def _heads_meet(a: Head, b: Head, style: Style) -> bool:
    near = edges(a, style)[1] + style.gap > edges(b, style)[0]
    return a.level == b.level and near


ARROW = 30  # from the limit of a bound to the tip of its arrow, px
BAND_ROOM = 9  # a band's words are about so many times their size wide


Segment = tuple[float, float, float, float]  # a piece of line: x and y of its ends


@dataclass
class Taken:
    """What is drawn already, no label may cross it; and how many labels found no free place."""

    boxes: list[Box]
    segments: list[Segment]
    crowded: int = 0

    def free(self, box: Box) -> bool:
        """Whether nothing stands there."""
        return not any(map(box.meets, self.boxes)) and not any(
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
    parts += _band_words(drawing, at, style, taken)
    crowded = taken.crowded + sum(head.level for head in at.heads)
    return [*_draw_heads(at, tops, style), *parts], crowded


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
            taken.segments.append((at.x(a.at), at.y(a.value), at.x(b.at), at.y(b.value)))
    return taken


def _names(series: Series, at: Plot, style: Style, taken: Taken) -> Iterator[Part]:
    """The name of a series behind its last mark."""
    if not series.marks:
        return
    last = series.marks[-1]
    x, y = at.x(last.at) + MARK * style.factor, at.y(last.value)
    wide = font_metrics.width(series.unit, style.body, BOLD)
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
    wide = max(font_metrics.width(said, style.body, BOLD), font_metrics.width(wording, style.small))
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


def _band_words(drawing: Lines, at: Plot, style: Style, taken: Taken) -> Iterator[Part]:
    """The words of a time that is not stated, beside its band, where nothing else stands."""
    across = [at.y(tick) for tick in ticks(drawing)]
    for band in drawing.bands:
        if band.kind != "not_stated":
            continue
        lines = font_metrics.balanced(band.label, style.small * BAND_ROOM, style.small)
        wide = max(font_metrics.width(line, style.small) for line in lines)
        high = len(lines) * style.small * font_metrics.LINE_HEIGHT
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


def _draw_heads(at: Plot, tops: dict[str, float], style: Style) -> Iterator[Part]:
    """The names of the documents, each with a thin line down to its first label."""
    row = style.small * font_metrics.LINE_HEIGHT
    for head in at.heads:
        x, y = at.x(head.at), at.box.y - style.gap - head.level * row
        end = tops[head.name] - style.gap / 2
        if end > at.box.y:
            yield Line(x, y + style.gap / 2, x, end, style.colours.rule)
        yield style.line(head.x, y, head.name, anchor=head.anchor)


def _crosses(line: Segment, box: Box) -> bool:
    """Whether a piece of line runs through a box (clipped against its four sides)."""
    low, high = 0.0, 1.0
    x1, y1, x2, y2 = line
    for start, way, least, most in (
        (x1, x2 - x1, box.x, box.right),
        (y1, y2 - y1, box.y, box.bottom),
    ):
        if way == 0:
            if not least <= start <= most:
                return False
            continue
        near, far = sorted(((least - start) / way, (most - start) / way))
        low, high = max(low, near), min(high, far)
    return low < high


LEAST = 150  # px: a plot lower than this, times the factor, is none


def layout_lines(drawing: Lines, box: Box, style: Style) -> Laid:
    """Everything in the box; where it is too small, `bottom` lies beneath the box."""
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
    room = font_metrics.width("2024", style.small) * 1.4
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
