"""The shape of a deck file: choices and words go in, a frozen `Deck` comes out (or a complaint).

A deck holds no number of a fact: it names indicators, facts and figures, and the numbers are looked
up each time that it is shown.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

from facts.vocabulary import Identifier

Kind = Literal["title", "numbers", "figure", "sources"]
LINE, WORDS = 500, 5_000  # the longest title, the longest notes
Line = Annotated[str, StringConstraints(min_length=1, max_length=LINE)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=WORDS)]
Ref = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9_-]+$")]  # "submission/fact"

MOST_SLIDES = 60
MOST_NUMBERS = 6  # on one slide: more cannot be read from the last row


class _Entry(BaseModel):
    """What all entries share: unknown fields are refused, nothing is coerced or changes later."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Head(_Entry):
    """What a deck is called; the words of its title slide."""

    title: Line
    subtitle: Line | None = None


class Slide(_Entry):
    """One slide as it was chosen. Which fields it may have follows from its kind.

    `numbers`: the newest fact of each of `indicators`, then `facts`; `map` names the activity whose
    places stand as labelled dots beside them. `figure`: the name of a figure and the choices of its
    page. Any slide may have a title typed by hand (else one is made from the facts), a subtitle,
    notes for the speaker, and `steps`: what is said one after the other.
    """

    kind: Kind
    title: Line | None = None
    subtitle: Line | None = None
    notes: Words | None = None
    indicators: tuple[Identifier, ...] = ()
    facts: tuple[Ref, ...] = ()
    map: Ref | None = None
    figure: Identifier | None = None
    choices: dict[str, str] = {}
    steps: tuple[Words, ...] = ()


class DeckFile(_Entry):
    """One whole deck file."""

    deck: Head
    slides: tuple[Slide, ...] = ()


class Deck(_Entry):
    """A deck: its title and its slides in order. The sources stand last whether named or not."""

    title: Line
    subtitle: Line | None = None
    slides: tuple[Slide, ...] = ()
