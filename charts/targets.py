"""The targets and plans that are stated, as a list and never as a trend."""

from __future__ import annotations

import pandas as pd

from charts import captions, paging
from charts.captions import moment, with_rivals
from charts.spec import Cell, ChartSpec, Statement, Statements, Table
from facts.corpus import Corpus
from facts.frame import ahead, reached
from facts.newest_and_changes import newest
from facts.partial_dates import say_span
from words import _, counted, pick

NAME = "targets"


def targets(frame: pd.DataFrame, corpus: Corpus, page: int = 1) -> ChartSpec | None:
    """Each target and plan with its time, its sentence, and what was stated since; None without.

    `frame` has a row per fact, whether reached or not. In order of the time aimed at; of more than
    a page holds those of this page.
    """
    stated = _in_order(frame)
    part = paging.page_of(len(stated), page)
    if stated.empty or part is None:
        return None
    size = reached(frame)
    shown = stated.iloc[paging.newest(range(len(stated)), part)]
    drawn = tuple(_statement(row, size, corpus) for _index, row in shown.iterrows())
    title = counted(
        "{number} target or plan is stated", "{number} targets and plans are stated", len(stated)
    )
    return ChartSpec(
        name=NAME,
        title=title,
        subtitle=paging.after(_("By when, how many, and what was stated since"), part),
        note=_("None of these numbers was reached when it was written: none is part of a trend."),
        source=captions.source_line(corpus, [*shown["submission_name"]]),
        alt=" ".join((_("List. {title}.", title=title), *map(_said, drawn))),
        refs=_refs(drawn),
        table=_table(drawn),
        drawing=Statements(drawn),
    )


def _refs(drawn: tuple[Statement, ...]) -> tuple[str, ...]:
    every = (ref for s in drawn for ref in (s.ref, s.since.ref if s.since else None))
    return tuple(dict.fromkeys(ref for ref in every if ref))


def _table(drawn: tuple[Statement, ...]) -> Table:
    lines = (
        (Cell(s.as_of), Cell(s.says, s.ref), Cell(s.what), s.since or Cell(""), Cell(s.document))
        for s in drawn
    )
    columns = (_("By when"), _("Number"), _("What"), _("Stated since"), _("Submission"))
    return Table(columns, tuple(lines))


def count_rows(frame: pd.DataFrame) -> int:
    """How many targets and plans there are, over all pages."""
    return len(ahead(frame))


def _in_order(frame: pd.DataFrame) -> pd.DataFrame:
    return ahead(frame).sort_values(["time_end", "ref"])


def _statement(row: pd.Series, size: pd.DataFrame, corpus: Corpus) -> Statement:
    indicator = corpus.indicators[str(row["indicator"])]
    return Statement(
        ref=str(row["ref"]),
        as_of=_by(row),
        says=str(row["says"]),
        what=f"{pick(indicator.label)}. “{row['quote']}”",
        said_by="",
        document=str(row["submission_name"]),
        since=_since(row, size),
    )


def _by(row: pd.Series) -> str:
    """By when: its own date; of one without a date of its own that none is stated."""
    if row["as_of"]:
        return _("by when is not stated")
    said = say_span(row["time_start"], row["time_end"])
    return _("by {when}", when=said) if row["time_start"] == row["time_end"] else said


def _since(row: pd.Series, size: pd.DataFrame) -> Cell:
    """The newest size that a later submission states of the same indicator."""
    last = newest(size, str(row["indicator"]))
    if last is None or last["written_end"] <= row["written_end"]:
        return Cell(_("nothing stated since"))
    return Cell(
        str(with_rivals(last, size)["says"]),
        str(last["ref"]),
        _("stated since:"),
        _("in {moment}", moment=moment(last)) if last["time_basis"] == "stated" else
        _("in the {moment}", moment=moment(last)),
    )  # fmt: skip


def _said(one: Statement) -> str:
    since = captions.plain(one.since) if one.since else ""
    return f"{one.as_of}: {one.says}: {one.what} ({since}, {one.document})."
