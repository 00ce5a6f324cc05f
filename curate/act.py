"""A desk and a decision go in; the desk after it comes out, the decision safe on disk."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from curate.desk import Desk
from curate.reading import Fields
from facts.model import Kind, SetAsideClass


def accept(
    desk: Desk,
    card: str,
    fields: Mapping[str, Fields] | None = None,
    rejected: Mapping[str, SetAsideClass] | None = None,
) -> Desk:
    """Accept the numbers of a card."""
    raise NotImplementedError


def reject(
    desk: Desk,
    card: str,
    class_: SetAsideClass = "no_claim",
    items: Sequence[str] | None = None,
    note: str | None = None,
) -> Desk:
    """Set the numbers of a card aside."""
    raise NotImplementedError


def skip(desk: Desk, card: str) -> Desk:
    """Leave a card for later."""
    raise NotImplementedError


def reopen(desk: Desk, card: str) -> Desk:
    """Open a decided card again."""
    raise NotImplementedError


def mark(desk: Desk, start: int, end: int) -> Desk:
    """Make a card of words marked by hand."""
    raise NotImplementedError


def call_back(desk: Desk, left_out: str) -> Desk:
    """Make a card of a number that was left out."""
    raise NotImplementedError


def reclass(desk: Desk, left_out: str, class_: SetAsideClass) -> Desk:
    """Give a number that was left out another class."""
    raise NotImplementedError


def new_indicator(
    label: str,
    unit_one: str,
    unit_many: str,
    definition: str,
    kind: Kind,
    group: str,
    wording: str,
    recurring: bool = False,
    chart: Literal["network"] | None = None,
    language: str = "en",
    taken: Collection[str] = (),
) -> Fields:
    """The fields of a new indicator."""
    raise NotImplementedError


def add_indicator(desk: Desk, fields: Fields) -> Desk:
    """Define a new indicator."""
    raise NotImplementedError


def rule_wording(
    desk: Desk, indicator: str, wording: str, rule: Literal["same", "differs"]
) -> Desk:
    """Rule a wording of an indicator."""
    raise NotImplementedError


def not_stated(
    desk: Desk,
    indicator: str,
    searched: Sequence[str] | None = None,
    not_applicable: str | None = None,
) -> Desk:
    """Confirm that an indicator is not stated."""
    raise NotImplementedError


def set_head(desk: Desk, fields: Fields) -> Desk:
    """Write the head anew."""
    raise NotImplementedError


def undo(desk: Desk) -> Desk:
    """Take the last step back."""
    raise NotImplementedError


def redo(desk: Desk) -> Desk:
    """Do the step again that was taken back."""
    raise NotImplementedError


def can_undo(desk: Desk) -> bool:
    """Whether there is a step to take back."""
    raise NotImplementedError


def can_redo(desk: Desk) -> bool:
    """Whether there is a step to do again."""
    raise NotImplementedError


def last_step(desk: Desk) -> str | None:
    """The last step in words."""
    raise NotImplementedError
