"""A draft and what was found in its document go in; all that a screen shows comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from pydantic import ValidationError

from curate.cards import Card, make_cards, still_left_out
from curate.define import clean
from curate.judge import HEAD, Ground
from curate.reading import Fields, LeftOut, Reading
from curate.scalars import node_of
from curate.session import Work
from curate.state import State, state_of
from facts.model import SubmissionHead
from facts.parse import validated
from facts.vocabulary import Indicator, Language


@dataclass(frozen=True, eq=False)
class Desk:
    """A draft being worked on. It never changes: each step gives a new desk (see curate.act)."""

    work: Work
    found: Reading

    @cached_property
    def reading(self) -> Reading:
        """What was found in the document, read in the language that its head names."""
        return self.found.read_in(language_named(self.state.head))

    @cached_property
    def state(self) -> State:
        """What was decided so far."""
        return state_of(self.work.lines)

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """All cards: numbers in the order of the text, then activities."""
        return make_cards(self.reading, self.state, self.indicators)

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """The indicators of the data folder, with those made here and the wordings ruled here."""
        known = dict(self.reading.corpus.indicators)
        for fields in self.state.indicators:
            made = validated(Indicator, node_of(fields))
            known.setdefault(made.id, made)
        for name, wording, rule in self.state.wordings:
            if name in known:
                known[name] = known[name].ruled(wording, rule)
        return known

    @property
    def current(self) -> Card | None:
        """The card to decide next: the one just taken up, else the first open, else a skipped."""
        opened = {card.id: card for card in self.cards if card.standing != "done"}
        if self.state.focus in opened:
            return opened[self.state.focus]
        first = (card for card in opened.values() if card.standing == "open")
        later = (opened[name] for name in self.state.skipped if name in opened)
        return next(first, None) or next(later, None)

    @property
    def progress(self) -> tuple[int, int]:
        """How many cards are decided, of how many."""
        return sum(card.standing == "done" for card in self.cards), len(self.cards)

    @property
    def head(self) -> Fields:
        """The head as edited, else as guessed, without `source`."""
        return dict(self.state.head or self.found.head)

    @cached_property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The numbers not offered as claims, with the class that they are set aside under."""
        return still_left_out(self.reading, self.state)

    def card(self, name: str) -> Card | None:
        """The card with this id, or None."""
        return next((card for card in self.cards if card.id == name), None)

    def ground(self, item: str | None = None) -> Ground:
        """What an entry is judged on; `item` is the one whose own id is not a double."""
        state = self.state
        return Ground(
            self.reading.source,
            self.reading.corpus,
            self.indicators,
            str(self.head.get("id") or "draft"),
            frozenset(str(f.get("id")) for name, f in state.facts.items() if name != item),
            frozenset(str(f.get("id")) for name, f in state.activities.items() if name != item),
            head=self._sound_head,
        )

    @cached_property
    def _sound_head(self) -> SubmissionHead | None:
        """The head as it will be read from its file; None while something in it is missing."""
        fields = {**clean(self.head), "source": HEAD["source"]}
        try:
            return validated(SubmissionHead, node_of(fields))
        except ValidationError:
            return None


def language_named(head: Fields | None) -> str:
    """The language that the fields of a head name, or "" where they name none that is read."""
    named = str((head or {}).get("language"))
    return named if named in get_args(Language) else ""


def open_desk(work: Work, reading: Reading) -> Desk:
    """Put a draft on the desk. `reading` is that of its document (`curate.reading.read`)."""
    return Desk(work, reading)
