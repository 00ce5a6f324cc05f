"""Facts and activities go in; the pieces that several charts write about them come out."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

import settings
from charts.spec import Cell
from facts.corpus import Corpus, PlacedActivity
from facts.format_value import correction, says
from facts.memo import memo
from facts.model import Activity, Fact
from facts.partial_dates import say, say_span
from facts.vocabulary import Indicator, Time
from language.countries import country_name
from words import _, listed, pick

MOST_NAMED = 12  # submissions named in one line; of more it says how many


def by_ref(frame: pd.DataFrame, refs: Iterable[str] | None = None) -> dict[str, pd.Series]:
    """The rows of a frame of facts by their reference; only those of `refs` where it is given."""
    if refs is not None:
        wanted = list(refs)
        frame = frame[frame["ref"].isin(wanted)] if wanted else frame.iloc[:0]
    return {str(row["ref"]): row for _index, row in frame.iterrows()}


def number(row: pd.Series, indicator: Indicator) -> Cell:
    """A fact as a number with its unit around it: "from 143 countries", "over 551 participants"."""
    says, ref = str(row["says"]), str(row["ref"])
    if indicator.phrase:
        before, _gap, after = pick(indicator.phrase).partition("{says}")
        return Cell(says, ref, before.strip(), after.strip())
    return Cell(says, ref, after=unit(row, indicator))


def stated(fact: Fact, corpus: Corpus) -> str:
    """The value of a fact as it may be said."""
    return says(fact, corpus.indicators[fact.indicator], _)


def unit(row: pd.Series, indicator: Indicator) -> str:
    """The unit of a fact, for one or for many."""
    return pick(indicator.unit.one if row["value"] == 1 else indicator.unit.many)


def plain(cell: Cell) -> str:
    """A cell as plain text."""
    return " ".join(part for part in (cell.before, cell.text, cell.after) if part)


def marked(said: str, wrong: str) -> str:
    """Words with the mark of a correction behind them, where the source says something wrong."""
    return _("{said} [the source says {words}]", said=said, words=wrong) if wrong else said


def when_of(activity: Activity) -> str:
    """When an activity was; where that was corrected, with what the source says."""
    return marked(when(activity.time), correction(activity, "time"))


def when(time: Time) -> str:
    """A time in words."""
    if time.on:
        said = say(time.on)
    elif time.start and time.end:
        said = say_span(time.start, time.end)
    else:
        return _("no date stated")
    return said if time.basis == "stated" else _("{when}, inferred", when=said)


def span(time: Time) -> tuple[str, str] | None:
    """The first and last partial date of an activity; None where no date is stated."""
    if time.on:
        return time.on, time.on
    return (time.start, time.end) if time.start and time.end else None


def vague(time: Time) -> bool:
    """Whether the date of an activity is known only to its year: a bar of it is no duration."""
    return bool(time.on) and len(str(time.on)) == 4


def where(activity: Activity) -> str:
    """The places of an activity: "Amman (Jordan) and Nairobi (Kenya)"."""
    names = []
    for place in activity.places:
        country = country_name(place.country, settings.language())
        names.append(f"{place.city} ({country})" if place.city else country)
    return listed(tuple(dict.fromkeys(names)))


def told_once(corpus: Corpus) -> tuple[PlacedActivity, ...]:
    """Every activity in order of submission; one carried over from an earlier text is told once."""
    return tuple(
        placed
        for sub in corpus.submissions
        for placed in sub.activities
        if placed.activity.carried_from is None
    )


def _places(corpus: Corpus) -> dict[str, int]:
    """Where among the submissions each name stands first."""
    names = [sub.head.name for sub in corpus.submissions]
    return {name: place for place, name in reversed(list(enumerate(names)))}


def source(corpus: Corpus, documents: Iterable[str]) -> str:
    """The source line for these documents, in the order of the submissions.

    Of more than `MOST_NAMED` it says how many, and the first and last: each number has its own.
    """
    places = memo(corpus, "places of names", lambda: _places(corpus))
    order = [name for _at, name in sorted((places[n], n) for n in set(documents) if n in places)]
    if len(order) > MOST_NAMED:
        return _(
            "Source: {organisation}, {number} submissions, from {first} to {last}; "
            "each number and activity names its own.",
            organisation=corpus.organisation.name,
            number=f"{len(order):,}",
            first=order[0],
            last=order[-1],
        )
    if len(order) == 1:
        return _(
            "Source: {organisation}, submission {name}.",
            organisation=corpus.organisation.name,
            name=order[0],
        )
    return _(
        "Source: {organisation}, submissions {names}.",
        organisation=corpus.organisation.name,
        names=listed(tuple(order)),
    )
