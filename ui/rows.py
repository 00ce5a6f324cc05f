"""The name of a fact goes in, its row of the frame comes out, whatever the number of rows."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any

import pandas as pd

from facts.fact_index import rows_by_ref
from facts.store import Snapshot


def row_of(held: Snapshot, ref: str) -> pd.Series:
    """The row of a fact, a target too. Raises KeyError for one that is not proved."""
    return held.every.iloc[rows_by_ref(held.every)[ref]]


def rows_of(held: Snapshot, refs: Iterable[str]) -> list[dict[Hashable, Any]]:
    """The rows of several facts, looked up together. Raises KeyError as `row_of` does."""
    known = rows_by_ref(held.every)
    return held.every.take([known[ref] for ref in refs]).to_dict("records")
