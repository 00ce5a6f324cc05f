"""An entry as filled in goes in; what the checker says of it comes out."""

from __future__ import annotations

from dataclasses import dataclass

from curate.desk import Desk
from curate.errors import Fault
from curate.reading import Fields


@dataclass(frozen=True)
class Verdict:
    """What the proofs say of an entry, and where its quote and number stand in the text."""

    faults: tuple[Fault, ...]
    says: str = ""
    quote: tuple[int, int] | None = None
    number: tuple[int, int] | None = None

    @property
    def allowed(self) -> bool:
        """Whether the entry may be accepted."""
        return not self.faults


def fact(desk: Desk, fields: Fields, item: str | None = None) -> Verdict:
    """Judge a fact."""
    raise NotImplementedError


def activity(desk: Desk, fields: Fields, item: str | None = None) -> Verdict:
    """Judge an activity."""
    raise NotImplementedError


def head(desk: Desk, fields: Fields) -> tuple[Fault, ...]:
    """Judge the head."""
    raise NotImplementedError


def indicator(desk: Desk, fields: Fields) -> tuple[Fault, ...]:
    """Judge a new indicator."""
    raise NotImplementedError
