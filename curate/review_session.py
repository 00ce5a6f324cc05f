"""One review session: a draft with what was found in its document, its checks, and its steps."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, get_args

from pydantic import ValidationError

from curate import drafts
from curate.cards import Card, CardMaker, Item, make_cards, still_left_out
from curate.document_reading import LeftOut, Reading
from curate.drafts import Draft
from curate.dry_run import broken_by_wording
from curate.durable_write import free_name, slug
from curate.errors import Fault, NotSaved, Refused
from curate.guess_entries import Number
from curate.journal import Line, State, state_of
from curate.validation import (
    HEAD,
    Ground,
    Verdict,
    clean,
    judge_activity,
    judge_again,
    judge_fact,
    judge_head,
    judge_indicator,
)
from curate.yaml_edit import Fields, node_of
from facts.model import SubmissionHead
from facts.parse import validated
from facts.vocabulary import Indicator, Kind, Language, SetAsideClass, in_language


@dataclass(frozen=True, eq=False)
class ReviewSession:
    """A draft being worked on. It never changes: each step gives a new one."""

    work: Draft
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


def check_fact(review: ReviewSession, fields: Fields, item: str | None = None) -> Verdict:
    """Judge a fact; `item` is the number that it is of, whose own id is not a double."""
    return judge_fact(review.ground(item), clean(fields))


def check_activity(review: ReviewSession, fields: Fields, item: str | None = None) -> Verdict:
    """Judge an activity."""
    return judge_activity(review.ground(item), clean(fields))


def check_again(review: ReviewSession, fields: Fields, fact_id: str) -> Verdict:
    """Judge whether these fields state the accepted fact of this id once more."""
    known = (one for one in review.state.facts.values() if one.get("id") == fact_id)
    return judge_again(review.ground(), next(known, None), clean(fields))


def check_head(review: ReviewSession, fields: Fields, there: bool = False) -> tuple[Fault, ...]:
    """What is wrong with the head; empty texts count as not filled in.

    Its id must be free, unless a submission of this id may be `there` already.
    """
    folder = review.work.data / "submissions"
    try:
        taken = [] if there else [path.name for path in folder.iterdir()]
    except OSError:
        taken = []
    return judge_head(review.ground(), fields, taken)


def check_indicator(review: ReviewSession, fields: Fields) -> tuple[Fault, ...]:
    """What is wrong with a new indicator."""
    groups = [group.id for group in review.reading.corpus.groups]
    return judge_indicator(review.indicators, groups, clean(fields))


def guess_as(review: ReviewSession, item: str, indicator: str) -> Fields:
    """The fields of a number as they are guessed once someone has said what it counts."""
    maker = CardMaker(review.reading, review.state, review.indicators)
    for card in review.cards:
        for at, one in enumerate(card.items):
            if one.id == item and card.kind != "activity":
                candidates = (c for c in review.reading.candidates if c.start == one.start)
                number = Number(
                    one.start,
                    one.end,
                    (card.start, card.end),
                    next(candidates, None),
                    len(card.items) == 1,
                )
                return maker.fields(number, indicator, card.items[:at])
    return {}


def accept(
    review: ReviewSession,
    card: str,
    fields: Mapping[str, Fields] | None = None,
    rejected: Mapping[str, SetAsideClass] | None = None,
) -> ReviewSession:
    """Accept what is open on a card, and set the numbers in `rejected` aside, in one step.

    Items in `fields` are accepted as filled in there. The others are accepted as guessed; one that
    states an accepted fact again becomes its further place (see `Item.again`).
    Raises Refused where a proof fails; nothing is written then.
    """
    found = _card_named(review, card)
    aside = rejected or {}
    wanted = [
        item
        for item in found.items
        if item.id not in aside and (item.id in (fields or {}) or item.standing == "open")
    ]
    line: Line = {"do": "decide", "card": card, "facts": {}, "again": {}, "activities": {}}
    faults: list[Fault] = []
    for item in wanted:
        faults += _take(review, found, item, (fields or {}).get(item.id), line)
    if faults:
        raise Refused(tuple(faults))
    line["rejected"] = {name: {"class": class_} for name, class_ in aside.items()}
    return _do(review, {name: value for name, value in line.items() if value != {}})


def _take(
    review: ReviewSession, card: Card, item: Item, given: Fields | None, line: Line
) -> Iterable[Fault]:
    """Put an item into the line of a decision; gives what a proof says against it."""
    fields = clean(given if given is not None else item.fields)
    if card.kind == "activity":
        judged = check_activity(review, fields, item.id)
        line["activities"][item.id] = fields
    elif given is None and item.again:
        judged = check_again(review, fields, item.again)
        kept = {key: fields[key] for key in ("quote", "occurrence", "wording") if key in fields}
        line["again"][item.id] = {"fact": item.again, **kept}
    else:
        judged = check_fact(review, fields, item.id)
        siblings = [one.get("id") for one in line["facts"].values()]
        if fields.get("id") in siblings:
            what = f"the id '{fields.get('id')}' is given to two numbers of this card."
            yield _named(Fault("id", what, "give another one."), card, item)
        line["facts"][item.id] = fields
    yield from (_named(fault, card, item) for fault in judged.faults)


def _named(fault: Fault, card: Card, item: Item) -> Fault:
    """A fault that says of which number of a card it is."""
    if len(card.items) == 1:
        return fault
    return replace(fault, what=f"{item.text}: {fault.what}")


def reject(review: ReviewSession, card: str, class_: SetAsideClass = "no_claim") -> ReviewSession:
    """Set the open numbers of a card aside; an activity is only not taken over."""
    wanted = [item.id for item in _card_named(review, card).items if item.standing == "open"]
    rejected = {name: {"class": class_} for name in wanted}
    return _do(review, {"do": "decide", "card": card, "rejected": rejected})


def skip(review: ReviewSession, card: str) -> ReviewSession:
    """Leave a card for later; it comes again when all others are done."""
    return _do(review, {"do": "skip", "card": _card_named(review, card).id})


def reopen(review: ReviewSession, card: str) -> ReviewSession:
    """Open a decided card again, its fields as they were accepted."""
    items = [item.id for item in _card_named(review, card).items]
    return _do(review, {"do": "reopen", "card": card, "items": items})


def mark(review: ReviewSession, start: int, end: int) -> ReviewSession:
    """Make a card of words marked by hand, text[start:end]; one that is there is opened again.

    Raises NotSaved where no words are marked.
    """
    text = review.reading.document.text
    while start < end and text[start : start + 1].isspace():
        start += 1
    while start < end and text[end - 1 : end].isspace():
        end -= 1
    if not 0 <= start < end <= len(text):
        raise NotSaved("No words are marked.", "Mark the number and the words around it.")
    for card in review.cards:
        inside = [item for item in card.items if item.start < end and start < item.end]
        if inside and card.kind != "activity":
            names = [item.id for item in inside]
            return _do(review, {"do": "reopen", "card": card.id, "items": names})
    return _do(review, {"do": "mark", "card": f"m{start}", "start": start, "end": end})


def call_back(review: ReviewSession, left_out: str) -> ReviewSession:
    """Make a card of a number that was left out. Raises NotSaved where there is none."""
    for one in review.left_out:
        if one.id == left_out:
            return mark(review, one.start, one.end)
    raise NotSaved("This number is not left out.", "Look for it among the cards.")


def add_indicator(review: ReviewSession, fields: Fields) -> ReviewSession:
    """Define a new indicator. Raises Refused where something is wrong with it."""
    fields = clean(fields)
    faults = check_indicator(review, fields)
    if faults:
        raise Refused(faults)
    here = review.current.id if review.current else None
    return _do(review, {"do": "indicator", "fields": fields, "card": here})


def rule_wording(
    review: ReviewSession, indicator: str, wording: str, rule: Literal["same", "differs"]
) -> ReviewSession:
    """Rule that a wording counts what the indicator counts, or something else.

    Raises Refused where facts that are there would no longer be proved: they use a shorter wording
    where their source says this one.
    """
    wording = " ".join(wording.split())
    if indicator not in review.indicators or not wording:
        what = f"'{indicator}' is not an indicator." if wording else "no words are given."
        raise Refused((Fault("wording", what, "choose an indicator, and words of the source."),))
    faults = broken_by_wording(review.work.data, indicator, wording, rule)
    if faults:
        raise Refused(faults)
    here = review.current.id if review.current else None
    line = {"indicator": indicator, "wording": wording, "rule": rule, "card": here}
    return _do(review, {"do": "wording", **line})


def not_stated(review: ReviewSession, indicator: str) -> ReviewSession:
    """Confirm that an indicator was looked for, by its words, and is not stated."""
    measured = review.indicators.get(indicator)
    if measured is None:
        raise Refused((Fault("indicator", f"'{indicator}' is not an indicator.", "choose one."),))
    words = [" ".join(word.split()) for word in search_words(measured)]
    return _do(review, {"do": "absent", "fields": {"indicator": indicator, "searched": words}})


def set_head(review: ReviewSession, fields: Fields) -> ReviewSession:
    """Write the head (without `source`) anew; `check_head` says what is wrong with it."""
    return _do(review, {"do": "head", "fields": clean(fields)})


def undo(review: ReviewSession) -> ReviewSession:
    """Take the last step back; nothing happens where there is none."""
    return _do(review, {"do": "undo"}) if can_undo(review) else review


def can_undo(review: ReviewSession) -> bool:
    """Whether there is a step to take back."""
    return bool(review.state.steps)


def _card_named(review: ReviewSession, name: str) -> Card:
    found = review.card(name)
    if found is None:
        raise NotSaved("There is no such card.", "Go on with the next one.")
    return found


def _do(review: ReviewSession, line: Line) -> ReviewSession:
    """Write a step down, and how many cards there are, which the list of drafts shows."""
    work = review.work
    if review.state.of is None:
        work = drafts.append(work, {"do": "counted", "of": len(review.cards)})
    return ReviewSession(drafts.append(work, line), review.found)


def new_indicator(
    label: str,
    unit_one: str,
    unit_many: str,
    definition: str,
    kind: Kind,
    group: str,
    wording: str,
    recurring: bool = False,
    taken: Collection[str] = (),
) -> Fields:
    """The fields of a new indicator, its id made of the label and none of those taken."""
    fields: Fields = {
        "id": free_name(slug(label, 60).replace("-", "_") or "indicator", taken),
        "label": {"en": label},
        "unit": {"one": {"en": unit_one}, "many": {"en": unit_many}},
        "kind": kind,
        "group": group,
        "description": {"en": definition},
        "wordings": {wording: "same"},
    }
    return fields | ({"recurring": True} if recurring else {})


def search_words(measured: Indicator) -> tuple[str, ...]:
    """The words by which an indicator is looked for: its unit and its wordings."""
    return tuple(dict.fromkeys([in_language(measured.unit.one), *measured.wordings]))
