"""ChartSpec, the one frozen description of a chart that every output reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from facts.vocabulary import Bound
from words import _

LOWER_LIMITS: tuple[Bound, ...] = ("more_than", "at_least")
UPPER_LIMITS: tuple[Bound, ...] = ("up_to", "less_than", "almost")

FOOTNOTES = "¹²³⁴⁵⁶⁷⁸⁹"  # their marks; of more, numbers in brackets
# The axis of time begins and ends no later and no earlier than this.
NEVER_NARROWER = (date(2014, 1, 1), date(2025, 12, 31))


@dataclass(frozen=True)
class Mark:
    """One fact as it is drawn: `at` is where; `window` the span where that date is inferred.

    A range is drawn from `low` to `value`; of all else `low` is None.
    """

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
    corrected: str = ""  # what the source says, where the number is read otherwise
    at_odds: bool = False  # another document states another number for the same moment
    low: float | None = None

    @property
    def foot(self) -> float:
        """The lowest value drawn."""
        return self.value if self.low is None else self.low


@dataclass(frozen=True)
class Stretch:
    """A piece of line between two comparable marks; dashed where they lie too far apart."""

    start: Mark
    end: Mark
    dashed: bool


@dataclass(frozen=True)
class Series:
    """One indicator over time.

    `slot` is its place among all indicators of its chart, drawn or not: it chooses the colour and
    the shape, so that an indicator looks the same in every selection. See `charts.theme`.
    """

    indicator: str
    label: str
    unit: str  # "members": said beside the first and the last mark
    marks: tuple[Mark, ...]
    stretches: tuple[Stretch, ...]
    slot: int


@dataclass(frozen=True)
class Band:
    """A span of time that is marked, with the words that say why.

    `silent` are years in which many submissions were written, none of which states the size.
    """

    start: date
    end: date
    label: str
    kind: Literal["not_stated", "not_held", "silent"]


@dataclass(frozen=True)
class Cell:
    """One cell of a chart's table: words, and the fact behind them where there is one."""

    text: str
    ref: str | None = None
    before: str = ""  # "from": words around a number that is pressed
    after: str = ""  # "participants"


@dataclass(frozen=True)
class Table:
    """The numbers of a chart as a table; the first column heads its row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


# How large a drawing may be written: with little room about it, as most, larger where there is
# room, or larger in any case.
TypeSize = Literal["close", "usual", "growing", "large"]


class Kind:
    """What may be asked of any kind of drawing.

    Each kind states for itself `rows_in`, the field of its rows, by which it may be cut ("" where
    it may not), and its `type_size`; what it does not answer otherwise is answered here.
    """

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and the last year that it draws; None where it has no axis of time."""
        return None

    @property
    def numbers(self) -> tuple[tuple[Cell, ...], ...]:
        """The numbers of each row, where its chart's table has them in other words."""
        return ()


@dataclass(frozen=True)
class OverTime(Kind):
    """A drawing over time, from one day to another."""

    x: tuple[date, date]

    @property
    def years(self) -> tuple[int, int]:
        """Those of its axis."""
        return self.x[0].year, self.x[1].year


@dataclass(frozen=True)
class Lines(OverTime):
    """A drawing of series over time, to scale: `x` in days, `y` in the unit of the series."""

    rows_in: ClassVar = ""
    type_size: ClassVar[TypeSize] = "growing"
    y: tuple[float, float]
    series: tuple[Series, ...]
    bands: tuple[Band, ...]

    @property
    def years(self) -> tuple[int, int]:
        """From the first mark, at the latest from where every axis begins."""
        marks = [mark.at for line in self.series for mark in line.marks]
        return min([NEVER_NARROWER[0], *marks]).year, self.x[1].year


@dataclass(frozen=True)
class Event:
    """One activity as it is drawn: over the span that its date allows, in the lane of its kind."""

    ref: str
    lane: str
    title: str
    place: str
    start: date
    end: date
    as_of: str
    document: str
    vague: bool = False  # the date is known only to its year, or was inferred

    @property
    def label(self) -> str:
        """When, what and where, as it is read out."""
        return ", ".join(part for part in (self.as_of, self.title, self.place) if part)


@dataclass(frozen=True)
class Events(OverTime):
    """A drawing of activities over time, over the periods that the documents report on."""

    rows_in: ClassVar = "events"
    type_size: ClassVar[TypeSize] = "usual"
    lanes: tuple[str, ...]
    events: tuple[Event, ...]
    periods: tuple[Event, ...]


@dataclass(frozen=True)
class Entry:
    """One row of a ledger: what, when (no dates: none is stated), and its numbers written out."""

    title: str
    place: str
    as_of: str
    document: str
    by_others: bool
    numbers: tuple[Cell, ...]
    start: date | None = None
    end: date | None = None
    vague: bool = False  # the date is known only to its year

    @property
    def whose(self) -> str:
        """Whose work it was, where it was not the organisation's own."""
        return _("joint or partners’ work") if self.by_others else ""


@dataclass(frozen=True)
class Ledger(OverTime):
    """A drawing of rows with their span on one time axis; numbers are text, never lengths."""

    rows_in: ClassVar = "entries"
    type_size: ClassVar[TypeSize] = "usual"
    entries: tuple[Entry, ...]

    @property
    def numbers(self) -> tuple[tuple[Cell, ...], ...]:
        """As written out."""
        return tuple(entry.numbers for entry in self.entries)


@dataclass(frozen=True)
class GridCell:
    """One cell in words. `state` says why a cell holds no number.

    `short` is what stands in the cell: where the words are long, with the mark of their footnote.
    `reason` is why a figure does not apply, as the data says it.
    """

    words: str
    state: Literal["stated", "repeated", "not_stated", "not_applicable", "not_sought", "named"]
    numbers: tuple[Cell, ...] = ()
    short: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Grid(Kind):
    """A drawing of rows by submission, each cell in words.

    `footnotes` begin with their marks; a reason that several cells give stands there once.
    """

    rows_in: ClassVar = "rows"
    type_size: ClassVar[TypeSize] = "close"
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[GridCell, ...]], ...]
    footnotes: tuple[str, ...] = ()

    @property
    def numbers(self) -> tuple[tuple[Cell, ...], ...]:
        """Those of all submissions."""
        return tuple(
            tuple(n for cell in cells for n in cell.numbers) for _label, cells in self.rows
        )


@dataclass(frozen=True)
class Share:
    """A share in percent: a point, a band from low to high, or a band with no end at a bound."""

    ref: str
    label: str
    says: str
    low: float | None
    high: float | None
    detail: str


@dataclass(frozen=True)
class Shares(Kind):
    """A drawing of shares on one axis from 0 to 100 %."""

    rows_in: ClassVar = "rows"
    type_size: ClassVar[TypeSize] = "large"
    rows: tuple[Share, ...]


@dataclass(frozen=True)
class Statement:
    """A number of others: when, what, and who said it. Of a target what was stated since."""

    ref: str
    as_of: str
    says: str
    what: str
    said_by: str
    document: str
    since: Cell | None = None


@dataclass(frozen=True)
class Statements(Kind):
    """A drawing of statements as a dated list: never a trend."""

    rows_in: ClassVar = "rows"
    type_size: ClassVar[TypeSize] = "growing"
    rows: tuple[Statement, ...]


@dataclass(frozen=True)
class PlaceNamed:
    """A country that the documents name. `roles` and `documents` say as what and where."""

    code: str
    name: str
    roles: tuple[str, ...]
    documents: tuple[str, ...]
    refs: tuple[str, ...]


@dataclass(frozen=True)
class Map(Kind):
    """A drawing of the countries named on a world map: places named, not members."""

    rows_in: ClassVar = ""
    type_size: ClassVar[TypeSize] = "usual"
    places: tuple[PlaceNamed, ...]


LARGEST_NUMBER = 1e15  # of a number: beyond it not every whole number can be told from the next
# How a receipt is read out of a file that may be anyone's: every field, of its kind, and no other.
STRICT = ConfigDict(strict=True, extra="forbid")
Number = Annotated[float, Field(ge=-LARGEST_NUMBER, le=LARGEST_NUMBER)]


@dataclass(frozen=True)
class Evidence:
    """What proves one fact, activity or named country of a chart, as it was when this was made.

    `label`, `says`, `unit` and `as_of` are in the reader's language, `time` says the same as
    `as_of` in none: "2024-11-15", "2017-10/2018-05 inferred".
    """

    __pydantic_config__: ClassVar = STRICT
    ref: str
    label: str
    says: str
    unit: str
    bound: str
    value: Number | None
    low: Number | None
    high: Number | None
    wording: str
    as_of: str
    time: str
    document: str
    section: str
    quote: str
    citation: str


Drawing = Lines | Events | Ledger | Grid | Shares | Statements | Map


@dataclass(frozen=True)
class ChartSpec:
    """A chart. Every word in it is made from facts; nothing is drawn that is not in it.

    `refs` are the facts (and activities) drawn, each once; the table says the same as the drawing.
    `of_marks` are the sentences of the note that explain bars, bands and other marks. `evidence`
    is what proves each of `refs`, `newest` the newest as-of date among them, partial, as written:
    "2024-11-15". `charts.evidence` fills both.
    """

    name: str
    title: str
    subtitle: str
    note: str
    source: str
    alt: str
    refs: tuple[str, ...]
    table: Table
    drawing: Drawing
    of_marks: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    newest: str = ""

    @property
    def table_note(self) -> str:
        """The note where the figure stands as a table, which has no marks to explain."""
        words = self.note
        for said in self.of_marks:
            words = words.replace(said, "")
        return " ".join(words.split())
