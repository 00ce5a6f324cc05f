"""Activities over time as parts of a picture: lanes with a bar and a name for each.

A name stands beside its bar; where two would meet, the later one moves a line down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from charts.spec import Event, Events
from charts.theme import BOLD, REGULAR, VAGUE
from drawing import font_metrics
from drawing.scene import Box, Group, Laid, Line, Part, Rect
from drawing.text_blocks import Style, Track, height_of, rest
from words import _

NAMES = 0.14  # of the width, for the names of the lanes
WIDEST = 0.44  # of the track: a wider name takes more lines
BAR = 10  # px
AIR = 1.2  # of the height needed: how far the lanes may be drawn apart


@dataclass(frozen=True)
class Placed:
    """An activity in its lane: its bar from `left` to `right`, and its name beside it."""

    event: Event
    left: float
    right: float
    name: Box
    lines: tuple[str, ...]
    top: float

    def bounds(self) -> tuple[float, float]:
        """From where to where bar and name reach."""
        return min(self.left, self.name.x), max(self.right, self.name.right)


@dataclass(frozen=True)
class Lane:
    """A kind of activity: its name in lines, what stands in it, and how high it is."""

    name: tuple[str, ...]
    placed: tuple[Placed, ...]
    height: float
    quiet: bool = False


def layout_events(drawing: Events, box: Box, style: Style, rows: int | None = None) -> Laid:
    """The periods reported on, then a lane for each kind; at most `rows` activities are named."""
    left = box.width * NAMES
    track = Track(Box(box.x + left, box.y, box.width - left, box.height), *drawing.x)
    named = {event.ref for event in drawing.events[:rows]}
    lanes = [_lane(_("Reported on"), _within(drawing), track, style, None, quiet=True)]
    for name in drawing.lanes:
        found = [event for event in drawing.events if event.lane == name]
        lanes.append(_lane(name, found, track, style, named))
    head = style.small * font_metrics.LINE_HEIGHT + style.gap / 2
    needed = sum(lane.height for lane in lanes)
    spare = (box.height - head - needed) / len(lanes)
    air = max(0.0, min(spare, AIR * needed / len(lanes)))
    parts: list[Part] = []
    top = box.y + head
    for place, lane in enumerate(lanes):
        if place > 1:
            parts.append(Line(box.x, top, box.right, top, style.colours.grid))
        parts += _draw(lane, top, air, box, style)
        top += lane.height + air
    years = _years(track, top, style)
    return Laid((*years, *parts), top, rest(len(drawing.events) - len(named)))


def _within(drawing: Events) -> list[Event]:
    """The periods, as far as they lie within the axis; the longest last."""
    first, last = drawing.x
    seen = [period for period in drawing.periods if period.start <= last and period.end >= first]
    return sorted(seen, key=lambda p: (p.end - p.start, p.start))


def _years(track: Track, bottom: float, style: Style) -> Iterator[Part]:
    line = track.line(style)
    for year in range(track.first.year, track.last.year + 1):
        start = track.x(max(date(year, 1, 1), track.first))
        yield Line(start, line, start, bottom, style.colours.grid)
    for year in track.years(style, 1.4):
        yield track.name(year, style)
    yield Line(track.box.x, line, track.box.right, line, style.colours.quiet)


def _lane(
    name: str, found: list[Event], track: Track, style: Style, named: set[str] | None,
    *, quiet: bool = False,
) -> Lane:  # fmt: skip
    placed: list[Placed] = []
    for event in found:
        shown = named is None or event.ref in named
        placed.append(_place(event, track, style, placed, shown=shown))
    room = track.box.width * NAMES / (1 - NAMES) - 2 * style.gap
    head = font_metrics.wrap(name, room, style.small, REGULAR if quiet else BOLD)
    step = style.small * font_metrics.LINE_HEIGHT
    high = max((one.name.bottom for one in placed), default=step)
    return Lane(head, tuple(placed), max(high, height_of(head, style.small)) + style.gap, quiet)


def _place(
    event: Event, track: Track, style: Style, before: list[Placed], *, shown: bool
) -> Placed:
    """The bar where it belongs in time; its name beside or under it, on the first free line."""
    start = track.x(max(event.start, track.first))
    end = track.x(min(event.end, track.last) + timedelta(days=1))
    end = max(end, start + BAR * style.factor)
    gap, step = style.gap * 0.7, style.small * font_metrics.LINE_HEIGHT
    lines: tuple[str, ...] = ()
    if shown:
        cut = event.start < track.first or event.end > track.last
        text = f"{event.title} ({event.as_of})" if cut else event.title
        lines = font_metrics.balanced(text, track.box.width * WIDEST, style.small)
    wide = max((font_metrics.width(line, style.small) for line in lines), default=0.0)
    x, under = end + gap, 0.0
    if x + wide > track.box.right:
        x = start - gap - wide
    if x < track.box.x:  # there is room on neither side
        x, under = start, step
    top = 0.0
    while True:
        name = Box(x, top + under, wide, max(1, len(lines)) * step)
        made = Placed(event, start, end, name, lines, top)
        if not any(_meet(made, other, style) for other in before):
            return made
        top += step


def _meet(a: Placed, b: Placed, style: Style) -> bool:
    left, right = a.bounds()
    other_left, other_right = b.bounds()
    apart = 3 * style.gap  # nearer, two names would read as one
    beside = left < other_right + apart and other_left < right + apart
    return beside and a.top < b.name.bottom and b.top < a.name.bottom


def _draw(lane: Lane, top: float, air: float, box: Box, style: Style) -> Iterator[Part]:
    colours = style.colours
    if lane.quiet:
        yield style.shade(Box(box.x, top, box.width, lane.height + air))
    colour = colours.quiet if lane.quiet else colours.ink
    inside = top + (style.gap + air) / 2
    left = box.x + (style.gap if lane.quiet else 0)
    yield from style.paragraph(lane.name, left, inside, style.small, colour, bold=not lane.quiet)
    step, high = style.small * font_metrics.LINE_HEIGHT, BAR * style.factor
    for one in lane.placed:
        y = inside + one.top + (step - high) / 2
        fill = colours.quiet if lane.quiet else colours.series[0]
        opacity = (VAGUE if one.event.vague else 1) * (0.5 if lane.quiet else 1)
        bar = Rect(one.left, y, one.right - one.left, high, fill, high / 2, opacity)
        at = (
            one.name.x,
            inside + one.name.y,
            style.small,
            colours.quiet if lane.quiet else colours.ink,
        )
        text = style.paragraph(one.lines, *at, halo=None if lane.quiet else style.under)
        yield Group("activity", (bar, *text), one.event.label)
