"""A sentence and its numbers go in; the card on which they are decided comes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from facts.vocabulary import SetAsideClass

Fields = dict[str, Any]
Standing = Literal["open", "accepted", "rejected"]


@dataclass(frozen=True)
class Item:
    """A number, or an activity, of a card: text[start:end] of the document.

    `fields` are as accepted, else as guessed. `again` is the id of an accepted fact that states
    the same: then accepting makes this its second place and no fact of its own.
    """

    id: str
    start: int
    end: int
    text: str
    why: str
    other_indicators: tuple[str, ...]
    standing: Standing
    rejected_as: SetAsideClass | None
    fill: Callable[[], Fields] = field(repr=False, compare=False)
    find_again: Callable[[Fields], str | None] = field(repr=False, compare=False)

    @cached_property
    def fields(self) -> Fields:
        """The entry as accepted, or as guessed; worked out when it is first looked at."""
        return self.fill()

    @cached_property
    def again(self) -> str | None:
        """The id of the accepted fact that this states again, or None."""
        return self.find_again(self.fields)


@dataclass(frozen=True)
class Card:
    """A sentence with its numbers, or an activity; text[start:end] is the sentence."""

    id: str
    kind: Literal["numbers", "activity", "by_hand"]
    start: int
    end: int
    sentence: str
    where: str
    page: int | None
    items: tuple[Item, ...]
    carried_from: str | None
    standing: Literal["open", "skipped", "done"]
