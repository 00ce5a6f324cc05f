"""A desk and a decision go in; the desk after it comes out, the decision safe on the disk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from curate import session, verdict
from curate.broken import broken_by
from curate.cards import Card, Item
from curate.define import clean, new_indicator, search_words
from curate.desk import Desk
from curate.errors import Fault, NotSaved, Refused
from curate.journal import Line
from curate.reading import Fields
from curate.steps import said_step
from facts.vocabulary import SetAsideClass

__all__ = [
    "accept", "add_indicator", "call_back", "can_redo", "can_undo", "last_step", "mark",
    "new_indicator", "not_stated", "reclass", "redo", "reject", "reopen", "rule_wording",
    "search_words", "set_head", "skip", "undo",
]  # fmt: skip


def accept(
    desk: Desk,
    card: str,
    fields: Mapping[str, Fields] | None = None,
    rejected: Mapping[str, SetAsideClass] | None = None,
) -> Desk:
    """Accept what is open on a card, and set the numbers in `rejected` aside, in one step.

    Items in `fields` are accepted as filled in there. The others are accepted as guessed; one that
    states an accepted fact again becomes its further place (see `Item.again`).
    Raises Refused where a proof fails; nothing is written then.
    """
    found = _card(desk, card)
    aside = rejected or {}
    wanted = [
        item
        for item in found.items
        if item.id not in aside and (item.id in (fields or {}) or item.standing == "open")
    ]
    line: Line = {"do": "decide", "card": card, "facts": {}, "again": {}, "activities": {}}
    faults: list[Fault] = []
    for item in wanted:
        faults += _take(desk, found, item, (fields or {}).get(item.id), line)
    if faults:
        raise Refused(tuple(faults))
    line["rejected"] = {name: {"class": class_} for name, class_ in aside.items()}
    return _do(desk, {name: value for name, value in line.items() if value != {}})


def _take(desk: Desk, card: Card, item: Item, given: Fields | None, line: Line) -> Iterable[Fault]:
    """Put an item into the line of a decision; gives what a proof says against it."""
    fields = clean(given if given is not None else item.fields)
    if card.kind == "activity":
        judged = verdict.activity(desk, fields, item.id)
        line["activities"][item.id] = fields
    elif given is None and item.again:
        judged = verdict.again(desk, fields, item.again)
        kept = {key: fields[key] for key in ("quote", "occurrence", "wording") if key in fields}
        line["again"][item.id] = {"fact": item.again, **kept}
    else:
        judged = verdict.fact(desk, fields, item.id)
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


def reject(
    desk: Desk,
    card: str,
    class_: SetAsideClass = "no_claim",
    items: Sequence[str] | None = None,
    note: str | None = None,
) -> Desk:
    """Set the open numbers of a card aside, or those named; an activity is only not taken over."""
    found = _card(desk, card)
    wanted = items or [item.id for item in found.items if item.standing == "open"]
    aside = {"class": class_, **({"note": note} if note else {})}
    return _do(desk, {"do": "decide", "card": card, "rejected": dict.fromkeys(wanted, aside)})


def skip(desk: Desk, card: str) -> Desk:
    """Leave a card for later; it comes again when all others are done."""
    return _do(desk, {"do": "skip", "card": _card(desk, card).id})


def reopen(desk: Desk, card: str) -> Desk:
    """Open a decided card again, its fields as they were accepted."""
    items = [item.id for item in _card(desk, card).items]
    return _do(desk, {"do": "reopen", "card": card, "items": items})


def mark(desk: Desk, start: int, end: int) -> Desk:
    """Make a card of words marked by hand, text[start:end]; one that is there is opened again.

    Raises NotSaved where no words are marked.
    """
    text = desk.reading.document.text
    while start < end and text[start : start + 1].isspace():
        start += 1
    while start < end and text[end - 1 : end].isspace():
        end -= 1
    if not 0 <= start < end <= len(text):
        raise NotSaved("No words are marked.", "Mark the number and the words around it.")
    for card in desk.cards:
        inside = [item for item in card.items if item.start < end and start < item.end]
        if inside and card.kind != "activity":
            names = [item.id for item in inside]
            return _do(desk, {"do": "reopen", "card": card.id, "items": names})
    return _do(desk, {"do": "mark", "card": f"m{start}", "start": start, "end": end})


def call_back(desk: Desk, left_out: str) -> Desk:
    """Make a card of a number that was left out. Raises NotSaved where there is none."""
    for one in desk.left_out:
        if one.id == left_out:
            return mark(desk, one.start, one.end)
    raise NotSaved("This number is not left out.", "Look for it among the cards.")


def reclass(desk: Desk, left_out: str, class_: SetAsideClass) -> Desk:
    """Give a number that was left out another class."""
    return _do(desk, {"do": "class", "item": left_out, "class": class_})


def add_indicator(desk: Desk, fields: Fields) -> Desk:
    """Define a new indicator. Raises Refused where something is wrong with it."""
    fields = clean(fields)
    faults = verdict.indicator(desk, fields)
    if faults:
        raise Refused(faults)
    here = desk.current.id if desk.current else None
    return _do(desk, {"do": "indicator", "fields": fields, "card": here})


def rule_wording(
    desk: Desk, indicator: str, wording: str, rule: Literal["same", "differs"]
) -> Desk:
    """Rule that a wording counts what the indicator counts, or something else.

    Raises Refused where facts that are there would no longer be proved: they use a shorter wording
    where their source says this one.
    """
    wording = " ".join(wording.split())
    if indicator not in desk.indicators or not wording:
        what = f"'{indicator}' is not an indicator." if wording else "no words are given."
        raise Refused((Fault("wording", what, "choose an indicator, and words of the source."),))
    faults = broken_by(desk.work.data, indicator, wording, rule)
    if faults:
        raise Refused(faults)
    here = desk.current.id if desk.current else None
    line = {"indicator": indicator, "wording": wording, "rule": rule, "card": here}
    return _do(desk, {"do": "wording", **line})


def not_stated(
    desk: Desk,
    indicator: str,
    searched: Sequence[str] | None = None,
    not_applicable: str | None = None,
) -> Desk:
    """Confirm that an indicator was looked for and is not stated.

    `searched` are the words that were looked for: those of the indicator, where left out.
    """
    measured = desk.indicators.get(indicator)
    if measured is None:
        raise Refused((Fault("indicator", f"'{indicator}' is not an indicator.", "choose one."),))
    words = [" ".join(word.split()) for word in searched or search_words(measured)]
    fields: Fields = {"indicator": indicator, "searched": words}
    if not_applicable:
        fields["not_applicable"] = not_applicable
    return _do(desk, {"do": "absent", "fields": fields})


def set_head(desk: Desk, fields: Fields) -> Desk:
    """Write the head (without `source`) anew; `verdict.head` says what is wrong with it."""
    return _do(desk, {"do": "head", "fields": clean(fields)})


def undo(desk: Desk) -> Desk:
    """Take the last step back; nothing happens where there is none."""
    return _do(desk, {"do": "undo"}) if can_undo(desk) else desk


def redo(desk: Desk) -> Desk:
    """Do the step again that was taken back last."""
    return _do(desk, {"do": "redo"}) if can_redo(desk) else desk


def can_undo(desk: Desk) -> bool:
    """Whether there is a step to take back."""
    return bool(desk.state.steps)


def can_redo(desk: Desk) -> bool:
    """Whether there is a step to do again."""
    return bool(desk.state.undone)


def _card(desk: Desk, name: str) -> Card:
    found = desk.card(name)
    if found is None:
        raise NotSaved("There is no such card.", "Go on with the next one.")
    return found


def _do(desk: Desk, line: Line) -> Desk:
    """Write a step down, and how many cards there are, which the list of drafts shows."""
    work = desk.work
    if desk.state.of is None:
        work = session.append(work, {"do": "counted", "of": len(desk.cards)})
    return Desk(session.append(work, line), desk.found)


def last_step(desk: Desk) -> str | None:
    """The last step in words, for the button that takes it back; None where there is none."""
    return said_step(desk.state.steps[-1], desk.reading.document.text) if can_undo(desk) else None
