"""A deck as it is shown: slides with today's numbers. It only holds; `decks.resolve` fills it."""

from __future__ import annotations

from dataclasses import dataclass

from charts.spec import ChartSpec
from decks.model import Kind
from facts.vocabulary import Bound


@dataclass(frozen=True)
class BigNumber:
    """One fact, large: `says` with its bound, `before` and `after` the words around it."""

    ref: str
    says: str  # "over 551"
    before: str  # "from"
    after: str  # "participants"
    label: str  # "Workshop participants"
    bound: Bound
    wording: str
    as_of: str
    document: str


@dataclass(frozen=True)
class Dot:
    """A place of an activity: `lon` and `lat` mark its country, not the city."""

    code: str
    label: str  # "Amman (Jordan)"
    lon: float
    lat: float


@dataclass(frozen=True)
class Cited:
    """One document and how it is cited."""

    document: str
    citation: str


@dataclass(frozen=True)
class Defined:
    """What one indicator counts."""

    label: str
    description: str


@dataclass(frozen=True)
class ResolvedSlide:
    """One slide with today's numbers.

    `at` is its place among the slides of the deck file (None: made by the program). `typed` says
    that the title was typed by hand. `refs` are the facts and activities that stand on it. A
    figure's chart is `spec`. `missing` tells in sentences what can no longer be shown.
    """

    at: int | None
    kind: Kind
    title: str
    typed: bool
    subtitle: str = ""
    notes: str = ""
    steps: tuple[str, ...] = ()
    note: str = ""
    source: str = ""
    refs: tuple[str, ...] = ()
    numbers: tuple[BigNumber, ...] = ()
    dots: tuple[Dot, ...] = ()
    map_note: str = ""
    figure: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    spec: ChartSpec | None = None
    cited: tuple[Cited, ...] = ()
    defined: tuple[Defined, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class ResolvedDeck:
    """A whole deck with today's numbers; the sources stand last."""

    title: str
    subtitle: str
    slides: tuple[ResolvedSlide, ...]
