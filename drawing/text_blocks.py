"""Sizes and colours of a picture, words of several weights in lines, rows under each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Sized
from dataclasses import dataclass
from datetime import date

from charts import theme
from charts.theme import BOLD, REGULAR, Palette
from drawing import font_metrics
from drawing.scene import Anchor, Box, Laid, Line, Part, Rect, Span, Text
from words import counted


@dataclass(frozen=True)
class Style:
    """The theme's sizes times `factor`, in one palette. `under` is None on no background."""

    colours: Palette
    under: str | None
    factor: float

    @property
    def small(self) -> float:
        """Notes, dates, ticks."""
        return theme.SMALL * self.factor

    @property
    def body(self) -> float:
        """Labels."""
        return theme.BODY * self.factor

    @property
    def lead(self) -> float:
        """Subtitles, and numbers in a list."""
        return theme.LEAD * self.factor

    @property
    def title(self) -> float:
        """Titles."""
        return theme.TITLE * self.factor

    @property
    def gap(self) -> float:
        """The distance between things that belong together."""
        return 8 * self.factor

    def shade(self, box: Box, strong: bool = False) -> Rect:
        """A quiet surface; on no background one that lets through what lies under it."""
        if self.under is None:
            opacity = 0.22 if strong else 0.08
            return Rect(box.x, box.y, box.width, box.height, self.colours.quiet, opacity=opacity)
        fill = self.colours.rule if strong else self.colours.band
        return Rect(box.x, box.y, box.width, box.height, fill)

    def line(self, x: float, y: float, text: str, **how: object) -> Text:
        """One line of quiet small text unless told otherwise (`size`, `fill`, `weight`, ...)."""
        weight, ref = how.pop("weight", REGULAR), how.pop("ref", None)
        given = {"size": self.small, "fill": self.colours.quiet} | how
        return Text(x, y, (Span(text, weight, ref),), **given)  # type: ignore[arg-type]

    def paragraph(
        self,
        lines: tuple[str, ...],
        x: float,
        top: float,
        size: float,
        fill: str,
        *,
        bold: bool = False,
        anchor: Anchor = "start",
        halo: str | None = None,
    ) -> tuple[Part, ...]:
        """Lines of text under each other, the first with its top at `top`."""
        spans = [(Span(line, BOLD if bold else REGULAR),) for line in lines]
        return texts(spans, x, top, size, fill, anchor, halo)


def height_of(lines: Sized, size: float) -> float:
    """How high these lines stand as a paragraph."""
    return len(lines) * size * font_metrics.LINE_HEIGHT


Words = tuple[Span, ...]


def flow(spans: Iterable[Span], room: float, size: float) -> tuple[Words, ...]:
    """The lines of these words, each no wider than `room`, broken at spaces only.

    A span with a `ref` is a number: it stays in one piece, wide as it may be.
    """
    lines: list[Words] = []
    line: Words = ()
    for word in _words(spans, room, size):
        longer = (*line, Span(" "), *word) if line else word
        if line and width_of(longer, size) > room:
            lines.append(_joined(line))
            line = word
        else:
            line = longer
    return (*lines, _joined(line)) if line else tuple(lines)


def width_of(line: Words, size: float) -> float:
    """How wide a line is, in px."""
    return sum(font_metrics.width(span.text, size, span.weight) for span in line)


def texts(
    lines: Sequence[Words],
    x: float,
    top: float,
    size: float,
    fill: str,
    anchor: Anchor = "start",
    halo: str | None = None,
) -> tuple[Text, ...]:
    """The lines under each other, the first with its top at `top`."""
    step = size * font_metrics.LINE_HEIGHT
    first = top + size * font_metrics.ASCENT + (step - size) / 2
    return tuple(
        Text(x, first + place * step, line, size, fill, anchor, halo)
        for place, line in enumerate(lines)
    )


def _words(spans: Iterable[Span], room: float, size: float) -> list[Words]:
    """The pieces that stand between spaces; one may be made of several spans."""
    words: list[list[Span]] = [[]]
    for span in spans:
        if span.ref:
            words[-1].append(span)
            continue
        parts = span.text.replace("\n", " ").split(" ")
        for place, part in enumerate(parts):
            if place:
                words.append([])
            if part:
                first, *more = font_metrics.wrap(part, room, size, span.weight)
                words[-1].append(Span(first, span.weight))
                words += [[Span(piece, span.weight)] for piece in more]
    return [tuple(word) for word in words if word]


def _joined(line: Words) -> Words:
    """Neighbours of one weight become one span; a space is of the weight before it."""
    joined: list[Span] = []
    for span in line:
        last = joined[-1] if joined else None
        blank = span.text == " " and not span.ref
        if last and not last.ref and not span.ref and (blank or last.weight == span.weight):
            joined[-1] = Span(last.text + span.text, last.weight)
        else:
            joined.append(Span(span.text, REGULAR) if blank else span)
    return tuple(joined)


@dataclass(frozen=True)
class Track:
    """Where time runs from left to right, from one day to another, its years over a line."""

    box: Box
    first: date
    last: date

    def x(self, at: date) -> float:
        """The place of a day."""
        days = (self.last - self.first).days + 1
        return self.box.x + self.box.width * (at - self.first).days / days

    def line(self, style: Style) -> float:
        """The y of the line under the years."""
        return self.box.y + style.small * font_metrics.LINE_HEIGHT

    def years(self, style: Style, air: float) -> range:
        """The years that are named: as many as there is room, each `air` times as wide as it is."""
        years = range(self.first.year, self.last.year + 1)
        room = font_metrics.width("2024", style.small) * air
        return years[:: max(1, -(-int(room * len(years)) // int(self.box.width)))]

    def name(self, year: int, style: Style) -> Text:
        """A year, over its middle."""
        y = self.line(style) - style.small * 0.35
        return style.line(self.x(date(year, 7, 1)), y, str(year), anchor="middle")


AIR = 0.9  # of its height: how much a row may grow


@dataclass(frozen=True)
class Row:
    """One row: its height with its own padding, and what draws it from a top edge down."""

    height: float
    draw: Callable[[float], Sequence[Part]]
    ruled: bool = True


@dataclass(frozen=True)
class Stacked(Laid):
    """Rows under each other, with the lower edge of each."""

    edges: tuple[float, ...] = ()


def stack(
    found: Sequence[Row], box: Box, style: Style, most: int | None = None, after: float = 0
) -> Stacked:
    """The rows under each other, a thin line between them; at most `most` of them.

    `after` is the height of what comes under the rows.
    """
    shown = found if most is None else found[:most]
    needed = sum(row.height for row in shown)
    spare = max(0.0, box.height - needed - after) / max(1, len(shown))
    air = min(spare, AIR * needed / max(1, len(shown)))
    parts: list[Part] = []
    edges: list[float] = []
    top = box.y
    for place, row in enumerate(shown):
        parts += row.draw(top + air / 2)
        top += row.height + air
        edges.append(top)
        if row.ruled and place < len(shown) - 1:
            parts.append(Line(box.x, top, box.right, top, style.colours.rule))
    return Stacked(tuple(parts), top, rest(len(found) - len(shown)), edges=tuple(edges))


def rest(number: int) -> str:
    """The sentence for rows that found no room; empty where there are none."""
    if number <= 0:
        return ""
    return counted("and {number} more, in the table", "and {number} more, in the table", number)
