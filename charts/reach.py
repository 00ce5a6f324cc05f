"""The ledger of what each activity reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from charts import captions, paging
from charts.spec import NEVER_NARROWER, Cell, ChartSpec, Entry, Ledger, Table
from facts.corpus import Corpus, PlacedActivity
from facts.memo import memo
from facts.partial_dates import first_day, last_day
from words import N_, Labels, _, counted, listed

NAME = "reach"
WHOSE = Labels(own=N_("The organisation’s own"), partner=N_("Joint or partners’"))


@dataclass(frozen=True)
class _Row:
    """The activities that the same facts count: they stand in one row."""

    refs: tuple[str, ...]
    told: tuple[PlacedActivity, ...]
    title: str
    start: date | None
    end: date | None


def reach(
    frame: pd.DataFrame, corpus: Corpus, scope: str | None = None, page: int = 1
) -> ChartSpec | None:
    """One row per activity that states numbers: its span on the time axis, its numbers in words.

    `frame` has a row per fact; of an activity, the facts in it are written. Nothing is summed.
    `scope` (`own` or `partner`) keeps only that work; without it both are drawn; of more than a
    page holds the rows of this page. An activity without a date of its own stands last, never on
    the date of its document. Returns None where no activity has numbers.
    """
    found = _rows(frame, corpus, scope)
    part = paging.page_of(len(found), page)
    if not found or part is None:
        return None
    dated = sum(row.start is not None for row in found)
    shown = paging.newest(found, part, dated)
    known = captions.rows_by_ref(frame, [ref for row in shown for ref in row.refs])
    entries = [_entry(row, _numbers(row.refs, known, corpus)) for row in shown]
    title = _title(len(found), dated)
    note = _note()
    return ChartSpec(
        name=NAME,
        title=title,
        subtitle=paging.after(
            _("Work of the organisation and of partners, in order of time; numbers as written"),
            part,
        ),
        note=" ".join(note),
        source=captions.source_line(corpus, [entry.document for entry in entries]),
        alt=_alt(title, entries),
        refs=tuple(dict.fromkeys(c.ref for e in entries for c in e.numbers if c.ref)),
        table=_table(entries),
        drawing=Ledger(_x(found), tuple(entries)),
        of_marks=note[1:2],
    )


def count_rows(frame: pd.DataFrame, corpus: Corpus, scope: str | None = None) -> int:
    """How many rows such a ledger has, over all its pages."""
    return len(_rows(frame, corpus, scope))


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


def _rows(frame: pd.DataFrame, corpus: Corpus, scope: str | None) -> tuple[_Row, ...]:
    """Every row in its order, told once for a frame."""

    def make() -> tuple[_Row, ...]:
        together = _together(frame, corpus, (scope,) if scope else ("own", "partner"))
        several = [refs[0] for refs, told in together.items() if len(told) > 1]
        named = frame[frame["ref"].isin(several)]
        labels = dict(zip(named["ref"], named["label"], strict=True))
        found = (_row(refs, told, labels) for refs, told in together.items())
        return tuple(
            sorted(found, key=lambda row: (row.start is None, row.start or date.max, row.title))
        )

    return memo(frame, f"reach of {scope}", make)


def _together(
    frame: pd.DataFrame, corpus: Corpus, scopes: tuple[str, ...]
) -> dict[tuple[str, ...], list[PlacedActivity]]:
    """The activities of these scopes by the facts that count them."""
    told = [
        (placed, _refs(placed))
        for placed in captions.told_once(corpus)
        if placed.activity.facts and placed.activity.scope in scopes
    ]
    asked = {ref for _placed, refs in told for ref in refs}
    known = set(frame.loc[frame["ref"].isin(list(asked)), "ref"])
    found: dict[tuple[str, ...], list[PlacedActivity]] = {}
    for placed, refs in told:
        if there := tuple(ref for ref in refs if ref in known):
            found.setdefault(there, []).append(placed)
    return found


def _row(refs: tuple[str, ...], told: list[PlacedActivity], labels: dict[str, str]) -> _Row:
    """One row; activities that are counted by the same facts stand in one, under its name."""
    spans = [span for placed in told if (span := captions.span(placed.activity.time))]
    return _Row(
        refs=refs,
        told=tuple(told),
        title=told[0].activity.title if len(told) == 1 else str(labels[refs[0]]),
        start=min((first_day(span[0]) for span in spans), default=None),
        end=max((last_day(span[1]) for span in spans), default=None),
    )


def _refs(placed: PlacedActivity) -> tuple[str, ...]:
    return tuple(f"{placed.submission.id}/{name}" for name in placed.activity.facts)


def _numbers(
    refs: tuple[str, ...], known: dict[str, pd.Series], corpus: Corpus
) -> tuple[Cell, ...]:
    return tuple(
        captions.number_cell(known[ref], corpus.indicators[known[ref]["indicator"]]) for ref in refs
    )


def _entry(row: _Row, numbers: tuple[Cell, ...]) -> Entry:
    activities = [placed.activity for placed in row.told]
    return Entry(
        title=row.title,
        place=listed(tuple(dict.fromkeys(p for a in activities if (p := captions.where(a))))),
        as_of=listed(tuple(dict.fromkeys(captions.when_of(a) for a in activities))),
        document=row.told[0].submission.name,
        by_others=any(activity.scope != "own" for activity in activities),
        numbers=numbers,
        start=row.start,
        end=row.end,
        vague=any(captions.vague(activity.time) for activity in activities),
    )


def _x(found: tuple[_Row, ...]) -> tuple[date, date]:
    first, last = NEVER_NARROWER
    starts = min([first, *(row.start for row in found if row.start)])
    ends = max([last, *(row.end for row in found if row.end)])
    return date(starts.year, 1, 1), date(ends.year, 12, 31)


def _title(entries: int, dated: int) -> str:
    told = counted("{number} activity states numbers", "{number} activities state numbers", entries)
    if dated == entries:
        return told
    return _("{told}; {dated} of them state when", told=told, dated=dated)


def _alt(title: str, entries: list[Entry]) -> str:
    said = (
        f"{entry.title}, {entry.as_of}: {', '.join(map(captions.plain, entry.numbers))}."
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
                Cell("; ".join(captions.plain(cell) for cell in entry.numbers)),
                Cell(entry.document),
            )
            for entry in entries
        ),
    )
