"""A slide in every shape that a presenter may need goes in here, and is held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from export.talk.frame import Words
from export.talk.stage import Stage


@dataclass(frozen=True)
class Sheet:
    """One screen: a slide, or a part of one, in one shape and with one choice. `html` is whole."""

    stage: Stage
    choice: str
    part: int
    parts: int
    html: str


@dataclass(frozen=True)
class View:
    """What belongs to one choice of a slide: its title, its facts, its table as HTML."""

    choice: str
    title: str
    refs: tuple[str, ...]
    table: str = ""


@dataclass(frozen=True)
class Made:
    """One slide of a talk. The first of `views` is the one that the deck asks for."""

    kind: Literal["title", "numbers", "figure", "sources"]
    views: tuple[View, ...]
    sheets: tuple[Sheet, ...]
    notes: str = ""
    steps: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


@dataclass(frozen=True)
class Place:
    """Where a slide stands: "3 / 8", and the date of its newest number."""

    number: str
    standing: str = ""

    def around(self, **given: object) -> Words:
        """The words of a slide with this place in the footer."""
        return Words(number=self.number, **({"standing": self.standing} | given))  # type: ignore[arg-type]
