"""What was found and what was decided go in; the cards, each with its numbers, come out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from curate.reading import Fields
from facts.model import SetAsideClass


@dataclass(frozen=True)
class Item:
    """A number, or an activity, of a card: text[start:end], its fields as guessed or accepted."""

    id: str
    start: int
    end: int
    text: str
    fields: Fields
    why: str
    other_indicators: tuple[str, ...]
    standing: Literal["open", "accepted", "rejected"] = "open"
    rejected_as: SetAsideClass | None = None


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
    standing: Literal["open", "skipped", "done"] = "open"
