"""A desk goes in; what is still to be done, what would be saved, and the save itself come out."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from curate.changes import Row
from curate.desk import Desk
from curate.saving import Saved
from facts.corpus import Corpus
from facts.problems import Problem


@dataclass(frozen=True)
class Missing:
    """A recurring indicator that the document does not seem to state."""

    indicator: str
    label: str
    last: str
    searched: tuple[str, ...]


@dataclass(frozen=True)
class Preview:
    """The data folder before and after, without anything written."""

    files: dict[str, bytes]
    before: Corpus
    after: Corpus
    problems: tuple[Problem, ...]
    rows: tuple[Row, ...]
    frame_before: pd.DataFrame
    frame_after: pd.DataFrame
    yaml: str


def missing(desk: Desk) -> tuple[Missing, ...]:
    """The recurring indicators neither stated nor said to be not stated."""
    raise NotImplementedError


def unfinished(desk: Desk) -> tuple[str, ...]:
    """What must be done before saving."""
    raise NotImplementedError


def preview(desk: Desk, whole: bool = False) -> Preview:
    """What would be saved."""
    raise NotImplementedError


def save(desk: Desk) -> Saved:
    """Save the submission."""
    raise NotImplementedError
