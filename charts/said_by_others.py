"""What others say about the problem, as a list and never as a trend."""

from __future__ import annotations

import pandas as pd

from charts import captions, paging
from charts.captions import as_of
from charts.spec import Cell, ChartSpec, Statement, Statements, Table
from facts.corpus import Corpus
from facts.memo import memo
from words import _, counted, pick

NAME = "said-by-others"


def said_by_others(frame: pd.DataFrame, corpus: Corpus, page: int = 1) -> ChartSpec | None:
    """The facts of scope `world`, each with who said it; None where there is none.

    `frame` has a row per fact. In order of time; what has no date stands last; of more than a page
    holds those of this page.
    """
    places = _world(frame)
    part = paging.page_of(len(places), page)
    if not places or part is None:
        return None
    dated = int(frame["plot_at"].take(places).notna().sum())
    world = frame.take(paging.newest(places, part, dated))
    drawn = tuple(_statement(row, corpus) for _index, row in world.iterrows())
    title = counted(
        "{number} number about the world outside the network",
        "{number} numbers about the world outside the network: each of another thing, no trend",
        len(places),
    )
    return ChartSpec(
        name=NAME,
        title=title,
        subtitle=paging.after(
            _("What each one counts, who said it and when; what has no date stands last"), part
        ),
        note=_(
            "These are not the organisation’s own numbers. They count different things in "
            "different places and years, and nothing is compared or added up."
        ),
        source=captions.source_line(corpus, list(world["submission_name"])),
        alt=" ".join(
            (
                _("List. {title}.", title=title),
                *(f"{s.as_of}: {s.says}: {s.what} {said_by(s)}" for s in drawn),
            )
        ),
        refs=tuple(s.ref for s in drawn),
        table=_table(drawn),
        drawing=Statements(drawn),
    )


def count_rows(frame: pd.DataFrame) -> int:
    """How many numbers of others there are, over all pages."""
    return len(_world(frame))


def _world(frame: pd.DataFrame) -> list[int]:
    """Where in the frame the numbers of others stand, in order of time, the undated last."""

    def make() -> list[int]:
        places = (frame["scope"] == "world").to_numpy().nonzero()[0]
        world = frame[["plot_at", "time_start", "ref"]].take(places).set_axis(places)
        ordered = world.assign(last=world["plot_at"].isna())
        ordered = ordered.sort_values(["last", "time_start", "plot_at", "ref"])
        return [int(place) for place in ordered.index]

    return memo(frame, "numbers of others", make)


def _table(drawn: tuple[Statement, ...]) -> Table:
    columns = (_("When"), _("Number"), _("What"), _("Said by"), _("Submission"))
    lines = (
        (
            Cell(s.as_of),
            Cell(s.says, s.ref),
            Cell(s.what),
            Cell(s.said_by or _("not stated")),
            Cell(s.document),
        )
        for s in drawn
    )
    return Table(columns, tuple(lines))


def _statement(row: pd.Series, corpus: Corpus) -> Statement:
    counted_ = pick(corpus.indicators[str(row["indicator"])].description)
    return Statement(
        ref=str(row["ref"]),
        as_of=as_of(row),
        says=str(row["says"]),
        what=counted_,
        said_by=str(row["said_by"]),
        document=str(row["submission_name"]),
    )


def said_by(statement: Statement) -> str:
    """Who said it, as a sentence; of a target what was stated since."""
    if statement.since:
        return captions.plain(statement.since)
    if statement.said_by:
        return _("Said by: {who}", who=statement.said_by)
    return _("The submission does not say who said it.")
