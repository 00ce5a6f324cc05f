"""A draft and what was found in its document go in; all that a screen shows comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from curate.cards import Card
from curate.reading import Fields, LeftOut, Reading
from curate.session import Work
from facts.model import Indicator


@dataclass(frozen=True)
class Desk:
    """A draft being worked on."""

    work: Work
    reading: Reading

    @property
    def cards(self) -> tuple[Card, ...]:
        """All cards: numbers in the order of the text, then activities."""
        raise NotImplementedError

    @property
    def indicators(self) -> Mapping[str, Indicator]:
        """The indicators, with those made here."""
        raise NotImplementedError

    @property
    def current(self) -> Card | None:
        """The card to decide next."""
        raise NotImplementedError

    @property
    def progress(self) -> tuple[int, int]:
        """How many cards are decided, of how many."""
        raise NotImplementedError

    @property
    def head(self) -> Fields:
        """The head as guessed or edited, without `source`."""
        raise NotImplementedError

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The numbers not offered as claims."""
        raise NotImplementedError

    def card(self, name: str) -> Card | None:
        """The card with this id."""
        raise NotImplementedError


def open_desk(work: Work, reading: Reading) -> Desk:
    """Put a draft on the desk."""
    return Desk(work, reading)
