"""The frame of facts goes in; where the row of each fact stands comes out, found once."""

from __future__ import annotations

import pandas as pd

from facts.kept import kept


def places(frame: pd.DataFrame) -> dict[str, int]:
    """Where each fact stands in the frame, by its reference; not to be changed."""
    return kept(frame, "rows by ref", lambda: _places(frame))


def _places(frame: pd.DataFrame) -> dict[str, int]:
    return dict(zip(frame["ref"].tolist(), range(len(frame)), strict=True))
