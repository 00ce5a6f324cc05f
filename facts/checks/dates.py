"""Proves that each date is real, in order and said near the quote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import MAXYEAR
from functools import lru_cache
from typing import Any, TypeAlias

from facts.check_context import Case, Found
from facts.checks.corrected import is_slip_of_year
from facts.model import Activity, Fact
from facts.parse import Entry
from facts.partial_dates import FIRST_YEAR, first_day, last_day, valid
from facts.problems import Problem
from facts.vocabulary import Time
from facts.yaml_tree import Steps
from language.date_mentions import says_date

FURTHEST = 5_000
AIMED = 100  # years: a target may lie so much later than any other date
Named: TypeAlias = list[tuple[Steps, str]]
_PARAGRAPH = re.compile(r"\n[ \t]*\r?\n")


def check(case: Case) -> Iterator[Problem]:
    """Each date is real, of our time and in order; a stated year stands near the quote."""
    yield from _head(case)
    for found in case.dated():
        time = found.entry.item.time
        if time.as_of and not (time.on or time.start or time.end):
            continue  # no date is written
        yield from _one_way(found.entry, time)
        dates = {"on": time.on, "from": time.start, "to": time.end}
        named: Named = [(("time", name), date) for name, date in dates.items() if date]
        aimed = isinstance(found.entry.item, Fact) and found.entry.item.status
        latest = min(case.latest + AIMED, MAXYEAR) if aimed else case.latest
        wrong = list(_real(found.entry, named, latest))
        wrong = wrong or list(_ordered(found.entry, ("time", "to"), time.start, time.end))
        yield from wrong
        if not wrong:
            yield from _said(case, found, time)


def _head(case: Case) -> Iterator[Problem]:
    entry = case.parsed.head
    head = entry.item
    given: list[tuple[Steps, str | None]] = [
        (("reports_on", "from"), head.reports_on.start),
        (("reports_on", "to"), head.reports_on.end),
        (("written", "earliest"), head.written.earliest),
        (("written", "latest"), head.written.latest),
        (("plot_at", "value"), head.plot_at.value),
    ]
    if head.session:
        given += [(("session", "from"), head.session.start), (("session", "to"), head.session.end)]
    wrong = list(_real(entry, [(steps, date) for steps, date in given if date], case.latest))
    yield from wrong
    if not wrong:
        period, written = head.reports_on, head.written
        yield from _ordered(entry, ("reports_on", "to"), period.start, period.end)
        yield from _ordered(entry, ("written", "latest"), written.earliest, written.latest)
        if head.session:
            yield from _ordered(entry, ("session", "to"), head.session.start, head.session.end)


def _real(entry: Entry[Any], named: Named, latest: int) -> Iterator[Problem]:
    for steps, date in named:
        if not valid(date):
            what = f"'{date}' is not in the calendar."
            yield entry.problem(steps, what, "write a real date: 2024, 2024-05 or 2024-05-12.")
        elif not FIRST_YEAR <= int(date[:4]) <= latest:
            what = f"'{date}' does not lie between {FIRST_YEAR} and {latest}."
            yield entry.problem(steps, what, "correct the year.")


def _ordered(
    entry: Entry[Any], steps: Steps, start: str | None, end: str | None
) -> Iterator[Problem]:
    if start and end and last_day(end) < first_day(start):
        yield entry.problem(
            steps, f"'{end}' lies before '{start}'.", "write the earlier one first."
        )


def _one_way(entry: Entry[Any], time: Time) -> Iterator[Problem]:
    span = (time.start is not None) + (time.end is not None)
    ways = (time.as_of is not None) + (time.on is not None) + (span > 0)
    if ways != 1 or span == 1:
        yield entry.problem(
            ("time",),
            "a time is as_of, or on, or from with to; this is none of the three alone.",
            "write {as_of: document}, {on: 2024-04} or {from: 2023-03, to: 2024-09}.",
        )


def _said(case: Case, found: Found[Fact] | Found[Activity], time: Time) -> Iterator[Problem]:
    entry = found.entry
    corrected = entry.item.corrected
    if time.basis != "stated" or not found.passage:
        return
    wrong = corrected.source_says if corrected and corrected.field == "time" else ""
    match = found.passage.match
    paragraph = _paragraph(case.source.raw, match.start, match.end)
    for name, date in (("on", time.on), ("from", time.start), ("to", time.end)):
        if not date:
            continue
        year, finest = date[:4], "day" if len(date) > 7 else "month"
        said = _says_year(found.whole, year) or is_slip_of_year(wrong, year)
        if not said and not _says_year(paragraph, year):
            yield entry.problem(
                ("time", name),
                f"the year {year} stands neither in the quote nor in its paragraph.",
                "say basis: inferred, or add the words that date it under also.",
            )
        elif len(date) > 4 and not wrong and not says_date(f"{found.whole}\n{paragraph}", date):
            yield entry.problem(
                ("time", name),
                f"the words near the quote do not say the {finest} of {date}.",
                f"write a date as precise as the words: {date[:4]}, or say basis: inferred.",
            )


def _says_year(text: str, year: str) -> bool:
    return year[2:] in text and _year(year).search(text) is not None


@lru_cache(maxsize=256)
def _year(year: str) -> re.Pattern[str]:
    short = rf"(?:\b\d{{4}} ?[-/–] ?|[A-Za-z]{{3,9}}\.? |['’]){year[2:]}\b"
    return re.compile(rf"(?<!\d){year}(?!\d)|{short}")


def _paragraph(raw: str, start: int, end: int) -> str:
    """The paragraph or paragraphs of the source that a quote stands in."""
    first, last = max(0, start - FURTHEST), min(len(raw), end + FURTHEST)
    before = [found.end() for found in _PARAGRAPH.finditer(raw, first, start)]
    after = _PARAGRAPH.search(raw, end, last)
    return raw[before[-1] if before else first : after.start() if after else last]
