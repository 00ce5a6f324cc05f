"""Submissions go in, the rows of all their facts come out; only what changed is made again."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence

import pandas as pd

from facts.corpus import Sub
from facts.frame import COLUMNS, assembled, rows_of
from facts.vocabulary import Indicator

FEW = 200  # pieces that are put together as they are; more are sorted at once


class Rows:
    """The rows of all facts as they were last, and what those of each submission were made from."""

    def __init__(self) -> None:
        self._keys: dict[str, str] = {}
        self._counts: dict[str, int] = {}
        self._frame = rows_of((), {})

    def restore(self, packed: tuple[bytes, bytes] | None) -> None:
        """Begin with what was packed; with nothing where it cannot be read."""
        if packed is None:
            return
        try:
            keys, frame = json.loads(packed[0]), pd.read_feather(io.BytesIO(packed[1]))
        except (ValueError, OSError):
            return
        if list(frame.columns) == list(COLUMNS) and isinstance(keys, dict):
            self._hold(keys, frame)

    def packed(self) -> tuple[bytes, bytes]:
        """The keys as JSON, and the rows as an Arrow file."""
        out = io.BytesIO()
        self._frame.to_feather(out, compression="lz4")
        return json.dumps(self._keys).encode(), out.getvalue()

    def of(
        self,
        subs: Mapping[str, Sub],
        keys: dict[str, str],
        fresh: Sequence[pd.DataFrame],
        indicators: Mapping[str, Indicator],
    ) -> pd.DataFrame:
        """The rows of these submissions, in their order.

        `keys` says of each submission what its rows are made from: the same, the same rows.
        `fresh` are rows that were made meanwhile; what stands in none is made here.
        """
        if list(keys.items()) == list(self._keys.items()):
            return self._frame
        same = {name for name, key in keys.items() if self._keys.get(name) == key}
        if len(keys) - len(same) < FEW and not fresh:
            pieces = self._pieces(subs, keys, same, indicators)
            self._hold(keys, pd.concat([*pieces, rows_of((), {})], ignore_index=True))
            return self._frame
        made = {str(name) for rows in fresh for name in rows["submission"].unique()} - same
        rest = (one for name in keys if name not in same | made for one in subs[name].facts)
        pieces = [
            self._frame[self._frame["submission"].isin(same)],
            *(rows if made.issuperset(rows["submission"]) else _only(rows, made) for rows in fresh),
            rows_of(rest, indicators),
        ]
        self._hold(keys, assembled(pieces, keys))
        return self._frame

    def _hold(self, keys: dict[str, str], frame: pd.DataFrame) -> None:
        counts = frame.groupby("submission", sort=False).size()
        self._counts = {str(name): int(count) for name, count in counts.items()}
        self._keys, self._frame = dict(keys), frame.astype(COLUMNS)

    def _pieces(
        self,
        subs: Mapping[str, Sub],
        keys: dict[str, str],
        same: set[str],
        indicators: Mapping[str, Indicator],
    ) -> list[pd.DataFrame]:
        """Stretches of the rows that are there, and new rows between them."""
        starts, at = {}, 0
        for name in self._keys:
            starts[name] = at
            at += self._counts.get(name, 0)
        pieces: list[pd.DataFrame] = []
        begin = end = 0
        for name in keys:
            if name in same and starts[name] == end:
                end += self._counts.get(name, 0)
                continue
            pieces.append(self._frame.iloc[begin:end])
            begin = end = starts.get(name, 0)
            if name in same:
                end += self._counts.get(name, 0)
            else:
                pieces.append(rows_of(subs[name].facts, indicators))
                begin = end = begin + self._counts.get(name, 0)
        pieces.append(self._frame.iloc[begin:end])
        return pieces


def _only(rows: pd.DataFrame, names: set[str]) -> pd.DataFrame:
    return rows[rows["submission"].isin(names)]
