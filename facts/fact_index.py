"""Looks facts up by their reference in a frame and by their indicator in a corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from facts.corpus import Corpus, PlacedFact, Sub
from facts.memo import memo
from facts.vocabulary import Bound, Number, Span

if TYPE_CHECKING:
    import pandas as pd

MOST = 200  # facts of one indicator that are looked at whole: the newest
Progress = Callable[[float], None]


class Stated(NamedTuple):
    """A fact in short: its name, value, quote, and its own dates ("" where it has none)."""

    ref: str
    value: Number | Span
    bound: Bound
    first: str
    last: str
    quote: str

    @property
    def submission(self) -> str:
        """The id of its submission."""
        return self.ref.partition("/")[0]

    @property
    def id(self) -> str:
        """Its id in its submission."""
        return self.ref.partition("/")[2]


@dataclass(frozen=True)
class Gathered:
    """The facts of each indicator in their order, and how many one submission states at most."""

    facts: Mapping[str, tuple[Stated, ...]]
    most: Mapping[str, int]


def gathered(corpus: Corpus, progress: Progress | None = None) -> Gathered:
    """All that was stated; `progress` is told the share of the submissions read, the first time."""
    return memo(corpus, "what was stated", lambda: _gathered(corpus, progress))


def stated(corpus: Corpus, indicator: str | None) -> tuple[Stated, ...]:
    """What was stated of an indicator, submission by submission, in document order."""
    return gathered(corpus).facts.get(indicator or "", ())


def facts_of(corpus: Corpus, indicator: str | None, most: int = MOST) -> list[PlacedFact]:
    """The newest facts of an indicator, whole, in the same order."""
    found = (corpus.fact(one.ref) for one in stated(corpus, indicator)[-most:])
    return [placed for placed in found if placed is not None]


def _gathered(corpus: Corpus, progress: Progress | None) -> Gathered:
    facts: dict[str, list[Stated]] = {}
    most: dict[str, int] = {}
    for number, sub in enumerate(corpus.submissions, 1):
        told = memo(sub, "what it states", partial(_told, sub))
        for name, one in told:
            facts.setdefault(name, []).append(one)
        for name, count in Counter(name for name, _one in told).items():
            most[name] = max(most.get(name, 0), count)
        if progress:
            progress(number / len(corpus.submissions))
    return Gathered({name: tuple(found) for name, found in facts.items()}, most)


def _told(sub: Sub) -> tuple[tuple[str, Stated], ...]:
    """What one submission states as reached, with its indicator: read once as long as it stays."""
    return tuple(
        (placed.fact.indicator, _short(placed)) for placed in sub.facts if not placed.fact.status
    )


def _short(placed: PlacedFact) -> Stated:
    fact = placed.fact
    first, last = fact.time.start or fact.time.on or "", fact.time.end or fact.time.on or ""
    return Stated(placed.ref, fact.value, fact.bound, first, last, fact.quote)


def rows_by_ref(frame: pd.DataFrame) -> dict[str, int]:
    """Where each fact stands in the frame, by its reference; not to be changed."""
    return memo(frame, "rows by ref", lambda: {ref: at for at, ref in enumerate(frame["ref"])})
