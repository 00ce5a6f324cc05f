"""The shares that the facts state, on one axis from 0 to 100 %."""

from __future__ import annotations

import pandas as pd

from charts import captions, paging
from charts.captions import as_of
from charts.spec import Cell, ChartSpec, Share, Shares, Table
from facts.corpus import Corpus
from facts.memo import memo
from words import _, counted, pick

NAME = "findings"


def findings(frame: pd.DataFrame, corpus: Corpus, page: int = 1) -> ChartSpec | None:
    """The shares of the organisation's own and joint research, as bands; None where none is stated.

    `frame` has a row per fact; of more shares than a page holds those of this page are drawn. A
    range is drawn from its low to its high end; a lower limit is drawn open, without an end, and
    an upper limit without a beginning.
    """
    places = _shares(frame, corpus)
    part = paging.page_of(len(places), page)
    if not places or part is None:
        return None
    shares = frame.take(paging.newest(places, part))
    drawn = tuple(_share(row, corpus) for _index, row in shares.iterrows())
    title = counted("{number} share is stated", "{number} shares are stated", part.count)
    if part.whole:
        title = _title(shares.iloc[0], corpus)
    apart = _("The studies asked different people: one share is not compared with another.")
    bands = _bands(drawn)
    return ChartSpec(
        name=NAME,
        title=title,
        subtitle=paging.after(
            _("Percent of those who were asked, each in a study of its own"), part
        ),
        note=" ".join((apart, *bands)),
        source=captions.source_line(corpus, list(shares["submission_name"])),
        alt=" ".join(
            (
                _("Bands on an axis from 0 to 100 percent. {title}.", title=title),
                *(f"{s.label}: {s.says}. {s.detail}" for s in drawn),
            )
        ),
        refs=tuple(s.ref for s in drawn),
        table=Table(
            (_("What"), _("Share"), _("Of whom, and when")),
            tuple((Cell(s.label), Cell(s.says, s.ref), Cell(s.detail)) for s in drawn),
        ),
        drawing=Shares(drawn),
        of_marks=bands,
    )


def count_rows(frame: pd.DataFrame, corpus: Corpus) -> int:
    """How many shares there are, over all pages."""
    return len(_shares(frame, corpus))


def _shares(frame: pd.DataFrame, corpus: Corpus) -> list[int]:
    """Where in the frame the shares stand, in the order of the submissions."""

    def make() -> list[int]:
        names = [name for name, indicator in corpus.indicators.items() if indicator.kind == "share"]
        mine = frame["indicator"].isin(names) & (frame["scope"] != "world")
        return [int(place) for place in mine.to_numpy().nonzero()[0]]

    return memo(frame, "shares", make)


def _title(row: pd.Series, corpus: Corpus) -> str:
    """The first share in words; what a range spreads over stands first, so that it is no error."""
    cell = captions.number_cell(row, corpus.indicators[row["indicator"]])
    said = captions.plain(cell)
    title = f"{row['spread']}: {said}" if row["spread"] else said
    return title[:1].upper() + title[1:]


def _share(row: pd.Series, corpus: Corpus) -> Share:
    indicator = corpus.indicators[row["indicator"]]
    cell = captions.number_cell(row, indicator)
    spread = (
        [_("Range {spread}, not an error margin.", spread=row["spread"])] if row["spread"] else []
    )
    said = [f"{row['said_by']}."] if row["said_by"] else []
    detail = [
        pick(indicator.description),
        *spread,
        *said,
        f"{row['submission_name']}, {as_of(row)}.",
    ]
    return Share(
        ref=str(row["ref"]),
        label=" ".join(p for p in (cell.after, str(row["spread"])) if p),
        says=str(row["says"]),
        low=None if pd.isna(row["value_low"]) else float(row["value_low"]),
        high=None if pd.isna(row["value_high"]) else float(row["value_high"]),
        detail=" ".join(detail),
    )


def _bands(drawn: tuple[Share, ...]) -> tuple[str, ...]:
    """What the bands of the drawing mean, as far as it has some."""
    parts = []
    if any(s.low is not None and s.high is not None and s.low != s.high for s in drawn):
        parts.append(_("A solid band is the spread that is stated; it has no middle."))
    if any((s.low is None) != (s.high is None) for s in drawn):
        parts.append(_("A hatched band has no stated end: only its limit is known."))
    return tuple(parts)
