"""The name of a fact goes in, its row of the frame comes out, whatever the number of rows."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any

import pandas as pd

from facts.by_ref import places
from facts.store import Snapshot


def row_of(held: Snapshot, ref: str) -> pd.Series:
    """The row of a fact. Raises KeyError for a fact that the frame does not hold."""
    return held.frame.iloc[places(held.frame)[ref]]


def rows_of(held: Snapshot, refs: Iterable[str]) -> list[dict[Hashable, Any]]:
    """The rows of several facts, looked up together. Raises KeyError as `row_of` does."""
    known = places(held.frame)
    return held.frame.take([known[ref] for ref in refs]).to_dict("records")
