"""ChartSpec, the one frozen description of a chart that every output reads; it only holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from facts.model import Bound


@dataclass(frozen=True)
class Mark:
    """One fact as it is drawn: `at` is where; `window` the span where that date is inferred."""

    ref: str
    at: date
    value: float
    bound: Bound
    says: str  # "over 100": the number as it may be said
    wording: str  # named beside the mark where the definition differs
    comparable: bool  # exact, and of the series' own definition
    other_definition: bool  # another definition than that of the series
    document: str  # "CSTD 2018"
    as_of: str  # "15 November 2024", or between which dates
    window: tuple[date, date] | None = None


@dataclass(frozen=True)
class Stretch:
    """A piece of line between two comparable marks; dashed where they lie too far apart."""

    start: Mark
    end: Mark
    dashed: bool


@dataclass(frozen=True)
class Series:
    """One indicator over time."""

    indicator: str
    label: str
    unit: str  # "members": said beside the first and the last mark
    marks: tuple[Mark, ...]
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True)
class Band:
    """A span of time that is marked, with the words that say why."""

    start: date
    end: date
    label: str
    kind: Literal["not_stated", "not_held"]


@dataclass(frozen=True)
class Cell:
    """One cell of a chart's table: words, and the fact behind them where there is one."""

    text: str
    ref: str | None = None


@dataclass(frozen=True)
class Table:
    """The numbers of a chart as a table; the first column heads its row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Lines:
    """A drawing of series over time, to scale: `x` in days, `y` in the unit of the series."""

    x: tuple[date, date]
    y: tuple[float, float]
    series: tuple[Series, ...]
    bands: tuple[Band, ...]


@dataclass(frozen=True)
class ChartSpec:
    """A chart. Every word in it is made from facts; nothing is drawn that is not in it.

    `refs` are the facts drawn, each once; the table says the same as the drawing.
    """

    name: str
    title: str
    subtitle: str
    note: str
    source: str
    alt: str
    refs: tuple[str, ...]
    table: Table
    drawing: Lines
