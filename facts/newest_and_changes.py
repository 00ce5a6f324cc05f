"""Which changes of an indicator may be said.

A change is computed only between two exact values of one definition: never to or from a bound, a
range or another wording, never across two stated values of one moment that disagree.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from facts.memo import memo


@dataclass(frozen=True)
class Change:
    """From which fact to which, and by how much, in the unit of the indicator."""

    start: str
    end: str
    difference: float


def of_indicator(frame: pd.DataFrame, indicator: str) -> pd.DataFrame:
    """The facts of an indicator in the order of the frame; where they stand is looked up once."""

    def make() -> dict[str, npt.NDArray[np.intp]]:
        groups = frame.groupby("indicator", sort=False).indices
        return {str(name): np.asarray(places, dtype=np.intp) for name, places in groups.items()}

    places = memo(frame, "places of indicators", make).get(indicator)
    return frame.iloc[:0] if places is None else frame.take(places)


def comparable(frame: pd.DataFrame, indicator: str) -> pd.DataFrame:
    """The facts of an indicator that may be compared, in order of time: a row per fact."""
    rows = of_indicator(frame, indicator)
    rows = rows[rows["comparable"].astype(bool) & rows["plot_at"].notna()]
    rows = rows[rows["carried_from"] == ""]
    rows = rows[~rows["ref"].isin(at_odds(frame))]
    return rows.sort_values(["plot_at", "ref"])


def at_odds(frame: pd.DataFrame) -> frozenset[str]:
    """The facts, by reference, beside which another exact value of one thing stands at one moment.

    Neither of them is compared with anything.
    """
    return memo(frame, "facts at odds", lambda: _at_odds(frame))


def _at_odds(frame: pd.DataFrame) -> frozenset[str]:
    rows = frame[frame["comparable"].astype(bool) & frame["plot_at"].notna()]
    values = rows.groupby(["indicator", "plot_at"], sort=False)["value"].transform("nunique")
    return frozenset(rows["ref"][(values > 1).to_numpy(dtype=bool)])


def agreed(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with a column `at_odds`; no fact at odds with another is comparable any more."""
    odds = frame["ref"].isin(at_odds(frame))
    return frame.assign(at_odds=odds, comparable=frame["comparable"].astype(bool) & ~odds)


def rivals(frame: pd.DataFrame, row: pd.Series) -> pd.DataFrame:
    """The facts that this one is at odds with, one for each other value; none for most facts."""
    if row["ref"] not in at_odds(frame):
        return frame.iloc[:0]
    rows = of_indicator(frame, row["indicator"])
    rows = rows[rows["ref"].isin(at_odds(frame)) & (rows["plot_at"] == row["plot_at"])]
    others: pd.DataFrame = rows[rows["value"] != row["value"]]
    return others.drop_duplicates("value").sort_values("ref")


def newest(frame: pd.DataFrame, indicator: str) -> pd.Series | None:
    """The newest fact of an indicator, dated ones first; None where there is none."""
    place = memo(frame, "newest of indicators", lambda: _newest(frame)).get(indicator)
    return None if place is None else frame.iloc[place]


def _newest(frame: pd.DataFrame) -> dict[str, int]:
    """Where the newest fact of each indicator stands; of two that are equal the last one."""
    by = ["plot_at", "written_end"]
    order = frame[by].reset_index(drop=True).sort_values(by, na_position="first")
    places = order.index.to_numpy(dtype=np.intp)
    names = frame["indicator"].take(places)
    return dict(zip(names.tolist(), places.tolist(), strict=True))


def changes(frame: pd.DataFrame, indicator: str) -> tuple[Change, ...]:
    """The changes since the first and the previous comparable fact (one where those are the same).

    Empty where the newest fact is not comparable, or where there is nothing to compare it with.
    """
    rows = comparable(frame, indicator)
    last = newest(frame, indicator)
    if last is None or len(rows) < 2 or rows.iloc[-1]["ref"] != last["ref"]:
        return ()
    starts = [rows.iloc[0], rows.iloc[-2]] if len(rows) > 2 else [rows.iloc[0]]
    return tuple(
        Change(start["ref"], last["ref"], float(last["value"] - start["value"])) for start in starts
    )
