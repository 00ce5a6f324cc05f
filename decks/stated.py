"""A snapshot goes in; what typed words may say comes out: values, dates, units, changes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from charts import rows
from facts.change import changes
from facts.corpus import Corpus
from facts.partial_dates import say
from facts.store import Snapshot
from words import pick

ENDS = ("value", "low", "high")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True)
class Stated:
    """One value of a fact: `low` and `high` are set for a range, `value` for all else."""

    ref: str
    indicator: str
    label: str
    document: str
    says: str
    bound: str
    share: bool
    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Known:
    """All that a snapshot states; the facts are looked up in `facts`, a row each.

    `values` has the columns `value`, `low` and `high` (the last two set for a range, the first for
    all else) and `share`; `units` are the words of each indicator, lower case.
    """

    facts: pd.DataFrame
    values: pd.DataFrame
    years: frozenset[str]
    dates: frozenset[str]  # "15 November 2024", "November 2024"
    units: dict[str, tuple[str, ...]]

    def of(self, refs: tuple[str, ...]) -> list[Stated]:
        """The facts named."""
        return self._at(self.facts["ref"].isin(list(refs))) if refs else []

    def valued(self, value: float | None, *, share: bool) -> list[Stated]:
        """The facts that state this value, of shares or of all else."""
        return self._at((self.values["value"] == value) & (self.values["share"] == share))

    def ranging(self, low: float | None, high: float | None, *, share: bool) -> list[Stated]:
        """The facts that state this range, of shares or of all else."""
        held = self.values
        return self._at((held["low"] == low) & (held["high"] == high) & (held["share"] == share))

    def ending(self, value: float, *, share: bool) -> list[Stated]:
        """The facts that state a range with this end, of shares or of all else."""
        held = self.values
        return self._at(
            ((held["low"] == value) | (held["high"] == value)) & (held["share"] == share)
        )

    def changes(self, indicator: str) -> tuple[float, ...]:
        """By how much the newest fact of an indicator differs from those it is compared with."""
        return tuple(abs(one.difference) for one in changes(self.facts, indicator))

    def _at(self, mask: pd.Series) -> list[Stated]:
        places = mask.to_numpy(dtype=bool).nonzero()[0]
        rows = self.facts.take(places).to_dict("records")
        values = self.values.take(places).to_dict("records")
        return [_stated(row, held) for row, held in zip(rows, values, strict=True)]


def known(held: Snapshot) -> Known:
    """Everything of a snapshot that typed words are compared with."""
    dates = frozenset(date for date in _dates(held.frame, held.corpus) if date)
    quotes = " ".join((*dates, *held.frame["quote"], *_citations(held.corpus)))
    return Known(
        facts=held.frame,
        values=_values(held.frame, held.corpus),
        years=frozenset(_YEAR.findall(quotes)),
        dates=frozenset(said for date in dates for said in _said(date)),
        units=_units(held.corpus),
    )


def _values(frame: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    ranged = frame["bound"] == "range"
    shares = [name for name, one in corpus.indicators.items() if one.kind == "share"]
    return pd.DataFrame(
        {
            "value": frame["value"],
            "low": frame["value_low"].where(ranged),
            "high": frame["value_high"].where(ranged),
            "share": frame["indicator"].isin(shares),
        }
    )


def _stated(row: dict[Hashable, Any], held: dict[Hashable, Any]) -> Stated:
    return Stated(
        ref=str(row["ref"]),
        indicator=str(row["indicator"]),
        label=str(row["label"]),
        document=str(row["submission_name"]),
        says=str(row["says"]),
        bound=str(row["bound"]),
        share=bool(held["share"]),
        **{name: None if pd.isna(held[name]) else float(held[name]) for name in ENDS},
    )


def _dates(frame: pd.DataFrame, corpus: Corpus) -> Iterator[str]:
    """Every date of a fact, an activity or a document, as precise as it is written."""
    for column in ("time_start", "time_end", "written_start", "written_end"):
        yield from frame[column].unique()
    for sub in corpus.submissions:
        yield from (sub.head.reports_on.start, sub.head.reports_on.end, sub.head.plot_at.value)
        for placed in sub.activities:
            yield from rows.span(placed.activity.time) or ()


def _citations(corpus: Corpus) -> Iterator[str]:
    for sub in corpus.submissions:
        yield from (sub.head.name, sub.head.title, sub.head.citation)
        yield from (placed.activity.title for placed in sub.activities)


def _said(date: str) -> Iterator[str]:
    """A date in words, and its month, where it has one."""
    for length in (7, 10):
        if len(date) >= length:
            yield say(date[:length])


def _units(corpus: Corpus) -> dict[str, tuple[str, ...]]:
    """The units of each indicator, and of its wordings those that name no other indicator."""
    units = {
        name: tuple(pick(by_language).lower() for by_language in (one.unit.one, one.unit.many))
        for name, one in corpus.indicators.items()
    }
    times = Counter(word.lower() for one in corpus.indicators.values() for word in one.wordings)
    times.update(word for words in units.values() for word in words)
    return {
        name: (*units[name], *(w.lower() for w in one.wordings if times[w.lower()] == 1))
        for name, one in corpus.indicators.items()
    }
