"""The chart of the network's size over time."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise

import pandas as pd

from charts import captions, paging
from charts.captions import as_of
from charts.spec import NEVER_NARROWER, Band, Cell, ChartSpec, Lines, Mark, Series, Stretch, Table
from facts.corpus import Corpus
from facts.model import SubmissionHead
from facts.newest_and_changes import agreed
from facts.partial_dates import first_day, last_day
from facts.vocabulary import Indicator
from words import _, counted, pick

FARTHEST_DAYS = 731  # two comparable marks farther apart are joined by a dashed stretch


def mark(row: pd.Series) -> Mark:
    """The mark of one fact: a row of the frame that `newest_and_changes.agreed` gives."""
    inferred = row["time_basis"] != "stated"
    window = (first_day(row["time_start"]), last_day(row["time_end"])) if inferred else None
    low, high, value = row["value_low"], row["value_high"], row["value"]
    ranged = row["bound"] == "range"
    stands = next(float(number) for number in (value, high, low) if pd.notna(number))
    return Mark(
        ref=row["ref"],
        at=row["plot_at"].date(),
        value=stands,
        bound=row["bound"],
        says=row["says"],
        wording=row["wording"],
        comparable=bool(row["comparable"]),
        other_definition=row["wording_rule"] == "differs",
        document=row["submission_name"],
        as_of=as_of(row),
        window=window,
        corrected=row["corrected_says"] if row["corrected_field"] == "value" else "",
        at_odds=bool(row["at_odds"]),
        low=float(low) if ranged else None,
    )


def series(
    frame: pd.DataFrame,
    indicator: str,
    label: str,
    unit: str,
    breaks: tuple[date, ...],
    slot: int = 0,
) -> Series:
    """The line of one indicator, at its `slot` among those of its chart.

    `frame` has a row per fact, as `newest_and_changes.agreed` gives it. A stretch is dashed where
    its ends lie farther apart than two years or where one of `breaks` (dates of facts that are not
    compared, of any series of the chart) lies between them. No stretch begins or ends at a bound,
    at another definition, at a corrected value or at a fact that another one contradicts.
    """
    rows = frame[(frame["indicator"] == indicator) & frame["plot_at"].notna()]
    marks = tuple(sorted((mark(row) for _, row in rows.iterrows()), key=lambda m: (m.at, m.ref)))
    comparable = [m for m in marks if m.comparable]
    stretches = tuple(
        Stretch(a, b, dashed=_dashed(a, b, breaks)) for a, b in pairwise(comparable) if a.at != b.at
    )
    return Series(indicator, label, unit, marks, stretches, slot)


def breaks(frame: pd.DataFrame, indicators: tuple[str, ...]) -> tuple[date, ...]:
    """The dates of the facts of these indicators that nothing is compared with."""
    rows = frame[frame["indicator"].isin(indicators) & ~frame["comparable"].astype(bool)]
    return tuple(sorted({moment.date() for moment in rows["plot_at"].dropna()}))


def years_not_held(windows: list[tuple[date, date]]) -> tuple[Band, ...]:
    """The years from 2014 to 2025 in which none of the documents held was written, as bands."""
    held = {year for start, end in windows for year in range(start.year, end.year + 1)}
    first, last = NEVER_NARROWER[0].year, NEVER_NARROWER[1].year
    label = _("no submission of this year is held here; there may be one")
    missing = [year for year in range(first, last + 1) if year not in held]
    return tuple(Band(date(year, 1, 1), date(year, 12, 31), label, "not_held") for year in missing)


def _dashed(start: Mark, end: Mark, breaks: tuple[date, ...]) -> bool:
    far = (end.at - start.at).days > FARTHEST_DAYS
    return far or any(start.at <= moment <= end.at for moment in breaks)


NAME = "network"
STEP = 10  # the y axis begins and ends on a multiple of this
MARKS = 60  # facts on one page: more marks would lie on one another
MOST_SILENT = 6  # submissions that state no size and have a band of their own


def network(frame: pd.DataFrame, corpus: Corpus, page: int = 1) -> ChartSpec | None:
    """Draw the indicators whose `chart` is `network`.

    `frame` has a row per fact, as `facts.frame.frame` makes it; the facts in it are drawn (of more
    than a page holds those of this page), and `corpus` gives the words of their indicators and the
    submissions that state no size. Returns None where the frame holds no dated fact of the
    network's size.
    """
    every = tuple(i for i in corpus.indicators.values() if i.chart == NAME)
    found = _dated(frame := agreed(frame), every)
    part = paging.page_of(len(found), page, MARKS)
    if found.empty or part is None:
        return None
    drawn = found.iloc[paging.newest(range(len(found)), part)]
    shown = tuple(i for i in every if i.id in set(drawn["indicator"]))
    heads = tuple(sub.head for sub in corpus.submissions)
    # A change of definition anywhere in the network's size cuts every line of it.
    cuts = breaks(frame, tuple(i.id for i in every))
    units = [pick(i.unit.many) for i in shown]
    lines = tuple(
        series(drawn, i.id, label, unit if units.count(unit) == 1 else label, cuts, every.index(i))
        for i, label, unit in zip(shown, [pick(i.label) for i in shown], units, strict=True)
    )
    windows = [_window(head) for head in heads]
    bands = not_stated(found, heads) + years_not_held(windows)
    y = _y(lines)
    title = captions.finding(drawn, shown)
    return ChartSpec(
        name=NAME,
        title=title,
        subtitle=paging.after(captions.subtitle(shown), part),
        note=captions.note(drawn, lines, bands, y),
        source=captions.source_line(corpus, drawn["submission_name"]),
        alt=captions.alternative(title, drawn, shown),
        refs=tuple(dict.fromkeys(drawn["ref"])),
        table=table(drawn, shown),
        drawing=Lines(_x(lines, bands), y, lines, bands),
    )


def count_rows(frame: pd.DataFrame, corpus: Corpus) -> int:
    """How many facts such a chart draws, over all pages."""
    return len(_dated(frame, tuple(i for i in corpus.indicators.values() if i.chart == NAME)))


def _dated(frame: pd.DataFrame, every: tuple[Indicator, ...]) -> pd.DataFrame:
    """The facts of these indicators that have a date, in order of time."""
    drawn = frame[frame["indicator"].isin([i.id for i in every]) & frame["plot_at"].notna()]
    return drawn.sort_values(["plot_at", "ref"])


def not_stated(drawn: pd.DataFrame, heads: tuple[SubmissionHead, ...]) -> tuple[Band, ...]:
    """A band over the time in which each submission was written that states none of these facts.

    Where they are many, a band over each run of years in which no submission states one.
    """
    stating = set(drawn["submission"])
    silent = [head for head in heads if head.id not in stating]
    if len(silent) > MOST_SILENT:
        return _silent_years(silent, {moment.year for moment in drawn["plot_at"]})
    return tuple(
        Band(*_window(head), _("{document}: size not stated", document=head.name), "not_stated")
        for head in silent
    )


def _silent_years(silent: list[SubmissionHead], stated: set[int]) -> tuple[Band, ...]:
    """Years that follow one another in one band, with how many submissions were written in them."""
    written = Counter(_window(head)[1].year for head in silent)
    runs: list[list[int]] = []
    for year in sorted(set(written) - stated):
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return tuple(
        Band(
            date(run[0], 1, 1),
            date(run[-1], 12, 31),
            counted(
                "size not stated in {number} submission",
                "size not stated in {number} submissions",
                sum(written[year] for year in run),
            ),
            "silent",
        )
        for run in runs
    )


def table(drawn: pd.DataFrame, shown: tuple[Indicator, ...]) -> Table:
    """The same numbers as a table: a column per indicator, a row per submission.

    A submission has more rows where its facts differ in date or wording, or state one thing twice.
    """
    columns = (_("Submission"), _("As of"), *(pick(i.label) for i in shown), _("What is counted"))
    when = drawn.apply(captions.as_of, axis="columns")
    row = [drawn["submission"], when, drawn["wording"]]
    again = drawn.groupby([*row, drawn["indicator"]]).cumcount()
    rows = []
    for (_submission, moment, counts, _again), facts in drawn.groupby([*row, again], sort=False):
        stated = {
            fact["indicator"]: Cell(fact["says"], fact["ref"]) for _i, fact in facts.iterrows()
        }
        cells = [stated.get(i.id, Cell(_("not stated"))) for i in shown]
        name = Cell(str(facts["submission_name"].iloc[0]))
        rows.append((name, Cell(str(moment)), *cells, Cell(str(counts))))
    return Table(columns, tuple(rows))


def _window(head: SubmissionHead) -> tuple[date, date]:
    return first_day(head.written.earliest), last_day(head.written.latest)


def _x(lines: tuple[Series, ...], bands: tuple[Band, ...]) -> tuple[date, date]:
    """To scale, in whole years at its end: the newest year has its tick, and a label its room."""
    first, last = NEVER_NARROWER
    marks = [mark for line in lines for mark in line.marks]
    starts = [mark.window[0] if mark.window else mark.at for mark in marks]
    starts += [band.start for band in bands]
    return min([first, *starts]), max([last, *(date(mark.at.year, 12, 31) for mark in marks)])


def _y(lines: tuple[Series, ...]) -> tuple[float, float]:
    values = [end for line in lines for mark in line.marks for end in (mark.foot, mark.value)]
    step = STEP * 10 ** max(0, len(str(int(max(values)))) - 3)
    low = max(0, (min(values) // step - 1) * step)
    high = (max(values) // step + 1) * step
    while max(values) > high - 0.15 * (high - low):  # room for the labels above the highest mark
        high += step
    return float(low), float(high)
