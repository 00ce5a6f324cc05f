"""The figures that recur, by submission, on one page - a grid in words."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from charts import captions, paging
from charts.captions import DAGGER
from charts.spec import FOOTNOTES, Cell, ChartSpec, Grid, GridCell, Table
from facts.corpus import Corpus, Sub
from facts.memo import memo
from facts.vocabulary import Indicator
from words import _, counted, listed, pick

NAME = "coverage"
MOST = 10  # rows: only what recurs, or is looked for each year
LONGEST = 40  # letters of a reason that stand in a cell; a longer one is a footnote
COLUMNS = 8  # submissions on one page, more than which would not stand beside one another

Rows = tuple[tuple[str, tuple[GridCell, ...]], ...]  # the label of each, and its cells


@dataclass(frozen=True)
class _Tally:
    """One figure over all submissions, drawn or not."""

    label: str
    stated: int  # submissions that state it of their own
    differs: int  # of these, those that state it by another definition
    repeated: bool  # in some submission


def coverage(frame: pd.DataFrame, corpus: Corpus, page: int = 1) -> ChartSpec | None:
    """The recurring indicators by submission, each cell in words.

    `frame` has a row per fact. A cell is the value with its bound, "repeated from" an earlier
    submission, "not stated" where it was looked for in vain, or the written reason why it does
    not apply. Of more submissions than a page holds those of this page have a column, and those
    that tell nothing of these figures have none. Returns None where there is no submission or no
    recurring indicator.
    """
    chosen = _chosen(corpus)
    subs = _columns(frame, corpus)
    part = paging.page_of(len(subs), page, COLUMNS)
    if not chosen or not subs or part is None:
        return None
    shown = paging.newest(subs, part)
    mine = _mine(frame, chosen)
    mine = mine[mine["submission"].isin([sub.head.id for sub in shown])]
    grid, footnotes = _with_footnotes(_grid(mine, chosen, shown, corpus))
    columns = tuple(sub.head.name for sub in shown)
    title = _title(_tallies(frame, corpus), len(corpus.submissions))
    written = [c for _label, cells in grid for c in cells if c.numbers]
    return ChartSpec(
        name=NAME,
        title=title,
        subtitle=paging.after(_subtitle(), part),
        note=_note(mine, written, len(corpus.submissions) - len(subs)),
        source=captions.source_line(corpus, list(columns)),
        alt=_alt(title, columns, grid),
        refs=tuple(dict.fromkeys(n.ref for cell in written for n in cell.numbers if n.ref)),
        table=Table(
            (_("Figure"), *columns),
            tuple((Cell(label), *(Cell(says(c)) for c in cells)) for label, cells in grid),
        ),
        drawing=Grid(columns, grid, footnotes),
    )


def _with_footnotes(grid: Rows) -> tuple[Rows, tuple[str, ...]]:
    """The rows with what stands in each cell, and the reasons too long for one, each once."""
    reasons: list[str] = []

    def short(cell: GridCell) -> str:
        if len(cell.words) <= LONGEST:
            return cell.words
        reason = cell.reason or cell.words
        if reason not in reasons:
            reasons.append(reason)
        mark = _footnote_mark(reasons.index(reason))
        return f"{_('not applicable')} {mark}" if cell.reason else mark

    rows = tuple(
        (label, tuple(replace(cell, short=short(cell)) for cell in cells)) for label, cells in grid
    )
    return rows, tuple(f"{_footnote_mark(at)} {text}" for at, text in enumerate(reasons))


def _footnote_mark(at: int) -> str:
    return FOOTNOTES[at] if at < len(FOOTNOTES) else f"({at + 1})"


def _subtitle() -> str:
    return _(
        "Figures that stand in more than one submission, or are looked for in each; "
        "“not stated” does not mean none"
    )


def _grid(mine: pd.DataFrame, chosen: list[Indicator], shown: list[Sub], corpus: Corpus) -> Rows:
    """A row per indicator, a cell per submission, of the facts of both."""
    # Looked up once: a mask over all columns for each cell is most of what a grid would cost.
    stated = dict(iter(mine.groupby(["indicator", "submission"], sort=False)))
    return tuple(
        (pick(i.label), tuple(_cell(stated.get((i.id, s.head.id)), i, s, corpus) for s in shown))
        for i in chosen
    )


def count_rows(frame: pd.DataFrame, corpus: Corpus) -> int:
    """How many columns there are, over all pages."""
    return len(_columns(frame, corpus)) if _chosen(corpus) else 0


def _chosen(corpus: Corpus) -> list[Indicator]:
    return [i for i in corpus.indicators.values() if i.recurring][:MOST]


def _mine(frame: pd.DataFrame, chosen: list[Indicator]) -> pd.DataFrame:
    """The facts of these indicators."""
    return frame[frame["indicator"].isin([i.id for i in chosen])]


def _columns(frame: pd.DataFrame, corpus: Corpus) -> tuple[Sub, ...]:
    """The submissions that have a column; of many not those in which nothing was looked for."""
    subs = corpus.submissions
    if len(subs) <= COLUMNS:
        return subs

    def make() -> tuple[Sub, ...]:
        chosen = _chosen(corpus)
        names = {i.id for i in chosen}
        there = set(_mine(frame, chosen)["submission"])
        return tuple(
            s
            for s in subs
            if s.head.id in there or any(absent.indicator in names for absent in s.absent)
        )

    return memo(frame, "columns of the ten years", make)


def _tallies(frame: pd.DataFrame, corpus: Corpus) -> tuple[_Tally, ...]:
    def make() -> dict[str, tuple[int, int, bool]]:
        mine = _mine(frame, _chosen(corpus))[["indicator", "submission", "wording_rule"]].assign(
            own=frame["carried_from"] == ""
        )
        cells = mine.groupby(["indicator", "submission"], sort=False).agg(
            own=("own", "any"), rule=("wording_rule", "first")
        )
        cells["differs"] = cells["own"] & (cells["rule"] == "differs")
        found = cells.groupby("indicator").agg(
            stated=("own", "sum"), differs=("differs", "sum"), all_own=("own", "all")
        )
        return {
            str(name): (int(row["stated"]), int(row["differs"]), not row["all_own"])
            for name, row in found.to_dict("index").items()
        }

    counts = memo(frame, "tallies of the ten years", make)
    return tuple(_Tally(pick(i.label), *counts.get(i.id, (0, 0, False))) for i in _chosen(corpus))


def says(cell: GridCell) -> str:
    """A cell as plain text."""
    numbers = listed(tuple(captions.plain(number) for number in cell.numbers))
    return " ".join(part for part in (numbers, cell.words) if part)


def _cell(stated: pd.DataFrame | None, indicator: Indicator, sub: Sub, corpus: Corpus) -> GridCell:
    """A cell of the facts of one indicator in one submission; None where it states none."""
    if stated is not None:
        numbers = tuple(Cell(str(row["says"]), str(row["ref"])) for _i, row in stated.iterrows())
        first = stated.iloc[0]
        if (stated["carried_from"] != "").all():
            return GridCell(_repeated(first, corpus), "repeated", numbers)
        other = first["wording_rule"] == "differs"
        return GridCell(f"{DAGGER} {first['wording']}" if other else "", "stated", numbers)
    looked = {absent.indicator: absent for absent in sub.absent}
    if indicator.id not in looked:
        return GridCell(_("not looked for"), "not_sought")
    reason = looked[indicator.id].not_applicable
    if reason:
        words = _("not applicable: {reason}", reason=reason)
        return GridCell(words, "not_applicable", reason=reason)
    return GridCell(_("not stated"), "not_stated")


def _repeated(row: pd.Series, corpus: Corpus) -> str:
    earlier = corpus.submission(str(row["carried_from"]).split("/")[0])
    name = earlier.head.name if earlier else str(row["carried_from"])
    return _("repeated from {name}", name=name)


def _title(tallies: tuple[_Tally, ...], submissions: int) -> str:
    """Which figures are stated most often, and how many only once."""
    most = max(one.stated for one in tallies)
    often = [one.label for one in tallies if one.stated == most]
    lowered = [often[0], *(label[:1].lower() + label[1:] for label in often[1:])]
    once = {one.label for one in tallies if one.stated == 1}
    copied = [one.label for one in tallies if one.repeated]
    lead = _(
        "{labels}: stated in {times} of {submissions} submissions",
        labels=listed(tuple(lowered)),
        times=f"{most:,}",
        submissions=f"{submissions:,}",
    )
    differs = max(one.differs for one in tallies if one.stated == most)
    if differs:
        lead = counted(
            "{lead}, in {number} by another definition",
            "{lead}, in {number} by another definition",
            differs,
            lead=lead,
        )
    if most == 1 or not once:
        return lead
    rest = counted("{number} other figure once", "{number} other figures once", len(once))
    again = len(once.intersection(copied))
    if again:
        rest = counted(
            "{rest}, {number} of them copied into a later one",
            "{rest}, {number} of them copied into a later one",
            again,
            rest=rest,
        )
    return f"{lead}; {rest}"


def _note(mine: pd.DataFrame, written: list[GridCell], without: int) -> str:
    """What the words of the cells mean, and how many submissions have no column."""
    parts = [
        _(
            "“Not stated” means that it was looked for in that submission and not found; "
            "it does not mean that there was none."
        )
    ]
    if any(cell.state == "repeated" for cell in written):
        parts.append(
            _("“Repeated” is a sentence copied from an earlier text: one claim told twice.")
        )
    if (mine["wording_rule"] == "differs").any():
        parts.append(_("{dagger} Another definition: not compared.", dagger=DAGGER))
    if without:
        parts.append(
            counted(
                "{number} other submission states none of these figures and was not searched for "
                "them: it has no column.",
                "{number} other submissions state none of these figures and were not searched for "
                "them: they have no column.",
                without,
            )
        )
    return " ".join(parts)


def _alt(title: str, columns: tuple[str, ...], grid: Rows) -> str:
    parts = [_("Grid of figures by submission. {title}.", title=title)]
    for label, cells in grid:
        said = "; ".join(f"{c}: {says(cell)}" for c, cell in zip(columns, cells, strict=True))
        parts.append(f"{label}. {said}.")
    return " ".join(parts)
