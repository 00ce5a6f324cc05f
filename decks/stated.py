"""A snapshot goes in; what typed words may say comes out: values, dates, units, changes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from charts import rows
from facts.change import changes
from facts.corpus import Corpus
from facts.dates import say
from facts.store import Snapshot
from words import pick

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
    """All that a snapshot states: `units` are the words of each indicator, lower case."""

    stated: tuple[Stated, ...]
    years: frozenset[str]
    dates: frozenset[str]  # "15 November 2024", "November 2024"
    units: dict[str, tuple[str, ...]]
    changes: dict[str, tuple[float, ...]]  # by indicator


def known(held: Snapshot) -> Known:
    """Everything of a snapshot that typed words are compared with."""
    dates = frozenset(date for date in _dates(held.frame, held.corpus) if date)
    quotes = " ".join((*dates, *held.frame["quote"], *_citations(held.corpus)))
    return Known(
        stated=tuple(_stated(row, held.corpus) for _i, row in held.frame.iterrows()),
        years=frozenset(_YEAR.findall(quotes)),
        dates=frozenset(said for date in dates for said in _said(date)),
        units=_units(held.corpus),
        changes={
            str(name): tuple(abs(one.difference) for one in changes(held.frame, str(name)))
            for name, times in held.frame["indicator"].value_counts().items()
            if times > 1
        },
    )


def _stated(row: pd.Series, corpus: Corpus) -> Stated:
    ranged = row["bound"] == "range"
    return Stated(
        ref=str(row["ref"]),
        indicator=str(row["indicator"]),
        label=str(row["label"]),
        document=str(row["submission_name"]),
        says=str(row["says"]),
        bound=str(row["bound"]),
        share=corpus.indicators[row["indicator"]].kind == "share",
        value=None if pd.isna(row["value"]) else float(row["value"]),
        low=float(row["value_low"]) if ranged else None,
        high=float(row["value_high"]) if ranged else None,
    )


def _dates(frame: pd.DataFrame, corpus: Corpus) -> Iterator[str]:
    """Every date of a fact, an activity or a document, as precise as it is written."""
    for column in ("time_start", "time_end", "written_start", "written_end"):
        yield from frame[column]
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
