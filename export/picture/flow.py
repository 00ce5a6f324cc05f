"""Words of several weights and a width go in, their lines come out; no number is ever broken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from charts.theme import REGULAR
from export.picture import metrics
from export.picture.scene import Anchor, Span, Text

Row = tuple[Span, ...]


def flow(spans: Iterable[Span], room: float, size: float) -> tuple[Row, ...]:
    """The lines of these words, each no wider than `room`, broken at spaces only.

    A span with a `ref` is a number: it stays in one piece, wide as it may be.
    """
    lines: list[Row] = []
    line: Row = ()
    for word in _words(spans, room, size):
        longer = (*line, Span(" "), *word) if line else word
        if line and wide(longer, size) > room:
            lines.append(_joined(line))
            line = word
        else:
            line = longer
    return (*lines, _joined(line)) if line else tuple(lines)


def wide(line: Row, size: float) -> float:
    """How wide a line is, in px."""
    return sum(metrics.width(span.text, size, span.weight) for span in line)


def texts(
    lines: Sequence[Row], x: float, top: float, size: float, fill: str, anchor: Anchor = "start"
) -> tuple[Text, ...]:
    """The lines under each other, the first with its top at `top`."""
    step = size * metrics.LINE_HEIGHT
    first = top + size * metrics.ASCENT + (step - size) / 2
    return tuple(
        Text(x, first + place * step, line, size, fill, anchor) for place, line in enumerate(lines)
    )


def _words(spans: Iterable[Span], room: float, size: float) -> list[Row]:
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
                first, *more = metrics.wrap(part, room, size, span.weight)
                words[-1].append(Span(first, span.weight))
                words += [[Span(piece, span.weight)] for piece in more]
    return [tuple(word) for word in words if word]


def _joined(line: Row) -> Row:
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
