"""Facts of one indicator go in, the marks and stretches of a line over time come out."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pandas as pd

from charts.spec import Band, Mark, Series, Stretch
from charts.wording import as_of
from facts.partial_dates import first_day, last_day
from words import _

FARTHEST_DAYS = 731  # two comparable marks farther apart are joined by a dashed stretch
NEVER_NARROWER = (date(2014, 1, 1), date(2025, 12, 31))


def mark(row: pd.Series) -> Mark:
    """The mark of one fact: a row of the frame of facts as `facts.change.agreed` gives it."""
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

    `frame` has a row per fact, as `facts.change.agreed` gives it. A stretch is dashed where its
    ends lie farther apart than two years or where one of `breaks` (dates of facts that are not
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
