"""Two submissions go in; what changed from one to the next comes out, a row per indicator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from facts.corpus import Sub
from facts.model import Indicator

Standing = Literal["new", "gone", "larger", "smaller", "same", "not comparable"]


@dataclass(frozen=True)
class Row:
    """One indicator before and after; "" where it is not stated."""

    indicator: str
    label: str
    standing: Standing
    same_words: bool
    before: str
    before_ref: str
    after: str
    after_ref: str


def rows(before: Sub | None, after: Sub, indicators: Mapping[str, Indicator]) -> tuple[Row, ...]:
    """What changed."""
    raise NotImplementedError


def summary(found: Sequence[Row]) -> str:
    """The changes in one line."""
    raise NotImplementedError
