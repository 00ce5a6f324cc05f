"""The frame of facts and its corpus go in, the ledger of what each activity reached comes out."""

from __future__ import annotations

from datetime import date

import pandas as pd

from charts import rows, timeline
from charts.spec import Cell, ChartSpec, Entry, Ledger, Table
from facts.corpus import Corpus, PlacedActivity
from facts.dates import first_day, last_day
from words import _, counted, listed

NAME = "reach"


def reach(frame: pd.DataFrame, corpus: Corpus, scope: str | None = None) -> ChartSpec | None:
    """One row per activity that states numbers: its span on the time axis, its numbers in words.

    `frame` has a row per fact; of an activity, the facts in it are written. Nothing is summed.
    `scope` (`own` or `partner`) keeps only that work; without it both are drawn.
    An activity without a date of its own stands last, never on the date of its document.
    Returns None where no activity has numbers.
    """
    known = rows.by_ref(frame)
    together = _together(known, corpus, (scope,) if scope else ("own", "partner"))
    if not together:
        return None
    entries = sorted(
        (
            _entry(told, _numbers(refs, known, corpus), known[refs[0]])
            for refs, told in together.items()
        ),
        key=_order,
    )
    dated = sum(entry.start is not None for entry in entries)
    title = _title(len(entries), dated)
    spans = [(entry.start, entry.end) for entry in entries if entry.start and entry.end]
    note = _note()
    return ChartSpec(
        name=NAME,
        title=title,
        subtitle=_(
            "Work of the organisation and of partners, in order of time; numbers as written"
        ),
        note=" ".join(note),
        source=rows.source(corpus, [entry.document for entry in entries]),
        alt=_alt(title, entries),
        refs=tuple(dict.fromkeys(c.ref for e in entries for c in e.numbers if c.ref)),
        table=_table(entries),
        drawing=Ledger(_x(spans), tuple(entries)),
        of_marks=note[1:2],
    )


def _note() -> tuple[str, str, str]:
    """What must be said with the numbers, what the bars mean, and what stands last."""
    return (
        _(
            "Do not add these numbers up: participants, organisations and countries are different "
            "things, and one person or country may stand in several rows."
        ),
        _(
            "A bar shows when, not how much; a pale one is a date known only to its year. "
            "Years without a bar are years that the documents do not describe."
        ),
        _("Activities with no date of their own stand last."),
    )


def _together(
    known: dict[str, pd.Series], corpus: Corpus, scopes: tuple[str, ...]
) -> dict[tuple[str, ...], list[PlacedActivity]]:
    """The activities of these scopes by the facts that count them."""
    found: dict[tuple[str, ...], list[PlacedActivity]] = {}
    for placed in rows.told_once(corpus):
        refs = tuple(ref for ref in _refs(placed) if ref in known)
        if refs and placed.activity.scope in scopes:
            found.setdefault(refs, []).append(placed)
    return found


def _refs(placed: PlacedActivity) -> tuple[str, ...]:
    return tuple(f"{placed.submission.id}/{name}" for name in placed.activity.facts)


def _numbers(
    refs: tuple[str, ...], known: dict[str, pd.Series], corpus: Corpus
) -> tuple[Cell, ...]:
    return tuple(
        rows.number(known[ref], corpus.indicators[known[ref]["indicator"]]) for ref in refs
    )


def _entry(told: list[PlacedActivity], numbers: tuple[Cell, ...], first: pd.Series) -> Entry:
    """One row; activities that are counted by the same facts stand in one, under its name."""
    activities = [placed.activity for placed in told]
    spans = [span for activity in activities if (span := rows.span(activity.time))]
    start = min((first_day(span[0]) for span in spans), default=None)
    end = max((last_day(span[1]) for span in spans), default=None)
    return Entry(
        title=activities[0].title if len(told) == 1 else str(first["label"]),
        place=listed(tuple(dict.fromkeys(p for a in activities if (p := rows.where(a))))),
        as_of=listed(tuple(dict.fromkeys(rows.when(a.time) for a in activities))),
        document=told[0].submission.name,
        by_others=any(activity.scope != "own" for activity in activities),
        numbers=numbers,
        start=start,
        end=end,
        vague=any(rows.vague(activity.time) for activity in activities),
    )


def _order(entry: Entry) -> tuple[bool, date, str]:
    return entry.start is None, entry.start or date.max, entry.title


def _x(spans: list[tuple[date, date]]) -> tuple[date, date]:
    first, last = timeline.NEVER_NARROWER
    starts = min([first, *(start for start, _end in spans)])
    ends = max([last, *(end for _start, end in spans)])
    return date(starts.year, 1, 1), date(ends.year, 12, 31)


def _title(entries: int, dated: int) -> str:
    told = counted("{number} activity states numbers", "{number} activities state numbers", entries)
    if dated == entries:
        return told
    return _("{told}; {dated} of them state when", told=told, dated=dated)


def _alt(title: str, entries: list[Entry]) -> str:
    said = (
        f"{entry.title}, {entry.as_of}: {', '.join(rows.plain(cell) for cell in entry.numbers)}."
        for entry in entries
    )
    return " ".join((_("Ledger. {title}.", title=title), *said))


def _table(entries: list[Entry]) -> Table:
    return Table(
        (_("Activity"), _("When"), _("Where"), _("Numbers"), _("Submission")),
        tuple(
            (
                Cell(entry.title),
                Cell(entry.as_of),
                Cell(entry.place or _("not stated")),
                Cell("; ".join(rows.plain(cell) for cell in entry.numbers)),
                Cell(entry.document),
            )
            for entry in entries
        ),
    )
