"""A drawing of lines and a box go in, the places of days, values and document names come out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from charts.spec import Lines, Series
from charts.theme import BOLD, MARK
from export.picture import metrics
from export.picture.scene import Anchor, Box
from export.picture.style import Style

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
    row = style.small * metrics.LINE_HEIGHT
    left = style.gap + max(metrics.width(f"{tick:,.0f}", style.small) for tick in ticks(drawing))
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
    heads = _heads(drawing, Plot(inner, *days, *drawing.y, right=box.right), style)
    top = row * (1 + max((head.level for head in heads), default=0)) + style.gap
    inner = Box(inner.x, inner.y + top, inner.width, inner.height - top)
    return Plot(inner, *days, *drawing.y, heads, box.right)


def behind(series: Series, style: Style) -> float:
    """The room that a mark and the name of its series take, from the middle of the mark."""
    return MARK * style.factor + metrics.width(series.unit, style.body, BOLD)


def ticks(drawing: Lines) -> list[float]:
    """The values that stand at the left: a handful of round ones."""
    low, high = drawing.y
    size = 10.0 ** len(str(int(high - low)))
    steps = (size / part for part in (1, 2, 5, 10, 20, 50, 100, 200))
    step = next((step for step in steps if (high - low) / step >= 4), 1.0)
    return [step * place for place in range(int(-(-low // step)), int(high // step) + 1)]


def _heads(drawing: Lines, whole: Plot, style: Style) -> tuple[Head, ...]:
    """The names in order of time; two that would meet lean apart, else the later one steps up."""
    dates: dict[str, date] = {}
    for series in drawing.series:
        for mark in series.marks:
            dates.setdefault(mark.document, mark.at)
    heads: list[Head] = []
    for name, at in sorted(dates.items(), key=lambda item: (item[1], item[0])):
        heads.append(_inside(Head(name, at, whole.x(at), "middle", 0), whole, style))
        if len(heads) > 1 and _meet(heads[-2], heads[-1], style):
            leaning = [_lean(heads[-2], "end", style), _lean(heads[-1], "start", style)]
            row = [*heads[-3:-2], *leaning]
            fits = edges(leaning[1], style)[1] <= whole.right
            if fits and not any(_meet(a, b, style) for a, b in pairwise(row)):
                heads[-2:] = leaning
            else:
                last = heads[-1]
                level = 1 - heads[-2].level
                heads[-1] = Head(last.name, last.at, last.x, last.anchor, level)
    return tuple(heads)


def edges(head: Head, style: Style) -> tuple[float, float]:
    """Where a name begins and ends."""
    wide = metrics.width(head.name, style.small)
    start = head.x - {"start": 0.0, "middle": wide / 2, "end": wide}[head.anchor]
    return start, start + wide


def _inside(head: Head, whole: Plot, style: Style) -> Head:
    if edges(head, style)[1] > whole.right:
        return Head(head.name, head.at, whole.right, "end", head.level)
    return head


def _lean(head: Head, anchor: Anchor, style: Style) -> Head:
    aside = style.gap / 2 if anchor == "end" else -style.gap / 2
    return Head(head.name, head.at, head.x + aside, anchor, head.level)


def _meet(a: Head, b: Head, style: Style) -> bool:
    near = edges(a, style)[1] + style.gap > edges(b, style)[0]
    return a.level == b.level and near
