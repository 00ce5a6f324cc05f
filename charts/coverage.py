"""The frame of facts and its corpus go in, the ten years on one page come out: a grid in words."""

from __future__ import annotations

import pandas as pd

from charts import rows
from charts.spec import Cell, ChartSpec, Grid, GridCell, Table
from charts.wording import DAGGER
from facts.corpus import Corpus, Sub
from facts.model import Indicator
from words import _, counted, listed, pick

NAME = "coverage"
MOST = 10  # rows: only what recurs, or is looked for each year


def coverage(frame: pd.DataFrame, corpus: Corpus) -> ChartSpec | None:
    """The recurring indicators by submission, each cell in words.

    `frame` has a row per fact. A cell is the value with its bound, "repeated from" an earlier
    submission, "not stated" where it was looked for in vain, or the written reason why it does
    not apply. Returns None where there is no submission or no recurring indicator.
    """
    chosen = [i for i in corpus.indicators.values() if i.recurring][:MOST]
    if not chosen or not corpus.submissions:
        return None
    mine = frame[frame["indicator"].isin([i.id for i in chosen])]
    # Looked up once: a mask over all columns for each cell is most of what a grid would cost.
    stated = dict(iter(mine.groupby(["indicator", "submission"], sort=False)))
    grid = tuple(
        (
            pick(i.label),
            tuple(_cell(stated.get((i.id, s.head.id)), i, s, corpus) for s in corpus.submissions),
        )
        for i in chosen
    )
    columns = tuple(sub.head.name for sub in corpus.submissions)
    title = _title(grid, len(columns))
    written = [c for _label, cells in grid for c in cells if c.numbers]
    return ChartSpec(
        name=NAME,
        title=title,
        subtitle=_(
            "Figures that stand in more than one submission, or are looked for in each; "
            "“not stated” does not mean none"
        ),
        note=_note(frame, chosen, written),
        source=rows.source(corpus, list(columns)),
        alt=_alt(title, columns, grid),
        refs=tuple(dict.fromkeys(n.ref for cell in written for n in cell.numbers if n.ref)),
        table=Table(
            (_("Figure"), *columns),
            tuple((Cell(label), *(Cell(says(c)) for c in cells)) for label, cells in grid),
        ),
        drawing=Grid(columns, grid),
    )


def says(cell: GridCell) -> str:
    """A cell as plain text."""
    numbers = listed(tuple(rows.plain(number) for number in cell.numbers))
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
        return GridCell(_("not applicable: {reason}", reason=reason), "not_applicable")
    return GridCell(_("not stated"), "not_stated")


def _repeated(row: pd.Series, corpus: Corpus) -> str:
    earlier = corpus.submission(str(row["carried_from"]).split("/")[0])
    name = earlier.head.name if earlier else str(row["carried_from"])
    return _("repeated from {name}", name=name)


def _title(grid: tuple[tuple[str, tuple[GridCell, ...]], ...], submissions: int) -> str:
    """Which figures are stated most often, and how many only once."""
    stated = {label: sum(c.state == "stated" for c in cells) for label, cells in grid}
    most = max(stated.values())
    often = [label for label, times in stated.items() if times == most]
    lowered = [often[0], *(label[:1].lower() + label[1:] for label in often[1:])]
    once = {label for label, times in stated.items() if times == 1}
    copied = [label for label, cells in grid if any(c.state == "repeated" for c in cells)]
    lead = _(
        "{labels}: stated in {times} of {submissions} submissions",
        labels=listed(tuple(lowered)),
        times=most,
        submissions=submissions,
    )
    differs = max(
        sum(c.words.startswith(DAGGER) for c in cells) for label, cells in grid if label in often
    )
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


def _note(frame: pd.DataFrame, chosen: list[Indicator], written: list[GridCell]) -> str:
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
    differs = frame[
        frame["indicator"].isin([i.id for i in chosen]) & (frame["wording_rule"] == "differs")
    ]
    if not differs.empty:
        parts.append(_("{dagger} Another definition: not compared.", dagger=DAGGER))
    return " ".join(parts)


def _alt(
    title: str, columns: tuple[str, ...], grid: tuple[tuple[str, tuple[GridCell, ...]], ...]
) -> str:
    parts = [_("Grid of figures by submission. {title}.", title=title)]
    for label, cells in grid:
        said = "; ".join(f"{c}: {says(cell)}" for c, cell in zip(columns, cells, strict=True))
        parts.append(f"{label}. {said}.")
    return " ".join(parts)
