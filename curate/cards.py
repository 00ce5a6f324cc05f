"""The cards of a review: a sentence with its numbers, or an activity, as it stands now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal, TypeAlias

from curate.document_reading import LeftOut, Reading
from curate.guess_entries import Number, fact_id, guess_activity, guess_fact
from curate.journal import State
from curate.yaml_edit import Fields
from extract.candidates import Candidate
from extract.dated_events import Event
from extract.indicator_guess import Guesser, IndicatorGuess
from facts.check_context import plain
from facts.fact_index import stated
from facts.vocabulary import Indicator, SetAsideClass

Span = tuple[int, int]
_Found: TypeAlias = "tuple[int, int, Candidate | None]"
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


def make_cards(
    reading: Reading, state: State, indicators: Mapping[str, Indicator]
) -> tuple[Card, ...]:
    """All cards: sentences with numbers and words marked by hand in the order of the text, then
    activities."""
    maker = CardMaker(reading, state, indicators)
    numbers = [*maker.sentences(), *maker.marked()]
    return (*sorted(numbers, key=lambda card: (card.start, card.id)), *maker.activities())


def still_left_out(reading: Reading, state: State) -> tuple[LeftOut, ...]:
    """The numbers not offered as claims that nobody called back, with their class."""
    return tuple(
        replace(one, class_=state.classes.get(one.id, one.class_))
        for one in reading.left_out
        if not any(start < one.end and one.start < end for start, end in state.marks)
    )


@dataclass(frozen=True)
class CardMaker:
    """Makes the cards of one review: what was read, what was decided, and what can be counted."""

    reading: Reading
    state: State
    indicators: Mapping[str, Indicator]

    def sentences(self) -> Iterator[Card]:
        """A card for each sentence with numbers that may be claims."""
        groups: dict[Span, list[_Found]] = {}
        for one in self.reading.candidates:
            if one.left_out is None:
                span = one.sentence_start, one.sentence_end
                groups.setdefault(span, []).append((one.start, one.end, one))
        for start, end in self.reading.unseen:
            span = self.reading.sentence(start)[0]
            groups.setdefault(span, []).append((start, end, None))
        for span, numbers in groups.items():
            yield self._card(f"c{span[0]}", "numbers", span, numbers)

    def marked(self) -> Iterator[Card]:
        """A card for words marked by hand that hold a number left out, or none that was found."""
        for start, end in self.state.marks:
            numbers: list[_Found] = [
                (one.start, one.end, one)
                for one in self.reading.candidates
                if one.start < end and start < one.end and one.left_out is not None
            ]
            span, _ = self.reading.sentence(start)
            span = min(span[0], start), max(span[1], end)
            yield self._card(f"m{start}", "by_hand", span, numbers or [(start, end, None)])

    def _card(
        self, name: str, kind: Literal["numbers", "by_hand"], span: Span, numbers: list[_Found]
    ) -> Card:
        items: list[Item] = []
        for start, end, candidate in numbers:
            number = Number(start, end, span, candidate, len(numbers) == 1)
            items.append(self._number(number, tuple(items)))
        carried = next((one.carried_from for *_, one in numbers if one and one.carried_from), None)
        part = self.reading.document.where(span[0])
        words = plain(self.reading.document.text[span[0] : span[1]])
        return Card(
            name, kind, *span, words, part.label, part.page, tuple(items), carried,
            self._standing(name, items),
        )  # fmt: skip

    def _standing(self, card: str, items: list[Item]) -> Literal["open", "skipped", "done"]:
        if all(item.standing != "open" for item in items):
            return "done"
        return "skipped" if card in self.state.skipped else "open"

    def _number(self, number: Number, before: tuple[Item, ...]) -> Item:
        name = f"n{number.start}"
        one = number.candidate
        likely = [found.indicator for found in self._likely(number)]
        accepted = self.state.facts.get(name)
        aside = self.state.rejected.get(name)
        standing: Standing = "rejected" if aside else "open"
        again = self.state.again.get(name)
        if accepted or (again and again["fact"] in _ids(self.state.facts)):
            standing = "accepted"

        def fill() -> Fields:
            fields = accepted or self.state.kept.get(name)
            return dict(fields or self.fields(number, likely[0] if likely else None, before))

        def find_again(fields: Fields) -> str | None:
            if standing == "accepted":
                return str(again["fact"]) if again and not accepted else None
            return self._same(fields)

        text = self.reading.document.text[number.start : number.end]
        return Item(
            name, number.start, number.end, text, one.why if one else "marked by hand",
            tuple(likely[1:]), standing, aside.class_ if aside else None, fill, find_again,
        )  # fmt: skip

    def _likely(self, number: Number) -> tuple[IndicatorGuess, ...]:
        """The indicators that it may be about: as the finder says, with those made here."""
        one = number.candidate
        if one and one.left_out is None and not self.state.indicators:
            return one.likely
        made = tuple(str(fields.get("id")) for fields in self.state.indicators)
        key, kept = ("likely", number.start, made), self.reading.kept
        if key not in kept:
            if ("guesser", made) not in kept:
                known = replace(self.reading.corpus, indicators=self.indicators)
                kept["guesser", made] = Guesser(known)
            words = plain(self.reading.document.text[number.sentence[0] : number.sentence[1]])
            kept[key] = kept["guesser", made].guess(words, words, one.unit if one else "")
        found: tuple[IndicatorGuess, ...] = kept[key]
        return found

    def fields(self, number: Number, indicator: str | None, before: tuple[Item, ...]) -> Fields:
        """The fields as guessed, with an id that nothing accepted and no number before has."""
        own = self.state.facts.get(f"n{number.start}", {}).get("id")
        taken = _ids(self.state.facts) - {own} | {str(item.fields.get("id")) for item in before}
        taken |= _ids(self.state.activities)
        measured = self.indicators.get(indicator or "")
        key = ("fact", number.start, number.end, indicator, measured and tuple(measured.wordings))
        if key not in self.reading.kept:
            self.reading.kept[key] = guess_fact(self.reading, number, self.indicators, indicator)
        fields = dict(self.reading.kept[key])
        known = reversed(stated(self.reading.corpus, indicator))
        fields["id"] = fact_id(indicator or "number", (one.id for one in known), taken)
        return fields

    def _same(self, fields: Fields) -> str | None:
        """The accepted fact that states the same value of the same indicator."""
        wanted = [fields.get(name) for name in ("indicator", "value", "bound")]
        for accepted in self.state.facts.values():
            if None not in wanted and wanted == [
                accepted.get(name) for name in ("indicator", "value", "bound")
            ]:
                return str(accepted["id"])
        return None

    def activities(self) -> Iterator[Card]:
        """A card for each dated event."""
        for event in self.reading.events:
            name = f"e{event.start}"
            accepted, aside = self.state.activities.get(name), self.state.rejected.get(name)
            standing: Standing = "accepted" if accepted else "rejected" if aside else "open"
            item = Item(
                name, event.start, event.end, event.text, f"{event.kind}, dated", (), standing,
                aside.class_ if aside else None, self._filler(name, event), lambda _: None,
            )  # fmt: skip
            part = self.reading.document.where(event.start)
            yield Card(
                f"a{event.start}", "activity", event.start, event.end, event.text, part.label,
                part.page, (item,), None, self._standing(f"a{event.start}", [item]),
            )  # fmt: skip

    def _filler(self, name: str, event: Event) -> Callable[[], Fields]:
        def fill() -> Fields:
            known = self.state.activities.get(name) or self.state.kept.get(name)
            taken = _ids(self.state.activities) | _ids(self.state.facts)
            return dict(known) if known else guess_activity(self.reading, event, taken)

        return fill


def _ids(entries: Mapping[str, Fields]) -> set[str]:
    return {str(fields.get("id")) for fields in entries.values()}
