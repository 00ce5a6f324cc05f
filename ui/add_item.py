"""A number, or the activity, of a card goes in; its summary or form, and its verdict, come out."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from curate import review_session
from curate.cards import Card, Item
from curate.review_session import ReviewSession
from curate.validation import Verdict
from facts.vocabulary import SetAsideClass
from ui import add_doubt, add_indicator, add_state, editing_activity, editing_fact, tags
from ui.editing_held import held
from ui.editing_parts import Fields, drawing, read_only
from ui.editing_verdict import proof
from ui.editing_words import REASON_WORDS, REASONS
from words import _, pick

EDIT = "add-edit"  # the item whose form is open
FACT = "fact"  # an item that is to be taken over, among the reasons against it


@dataclass(frozen=True)
class Filled:
    """An item as it is filled in: its fields, or why it is no fact."""

    item: Item
    fields: Fields
    rejected: SetAsideClass | None

    @property
    def changed(self) -> bool:
        """Whether anything was typed: else it is accepted as guessed."""
        return self.fields != self.item.fields


def key_of(desk: ReviewSession, item: Item) -> str:
    """What the names of all controls of an item begin with."""
    return f"add-{desk.work.id}-{item.id}"


def editing(item: Item) -> bool:
    """Whether the form of this item is open."""
    return bool(held().get(EDIT) == item.id)


def waiting(card: Card) -> list[Item]:
    """The items of a card that are to be decided."""
    return [item for item in card.items if item.standing == "open"]


def filled(desk: ReviewSession, card: Card, item: Item) -> Filled:
    """An item as it is filled in now; its controls are read and not drawn."""
    with read_only():
        return Filled(item, _fields(desk, card, item), _rejected(desk, card, item))


def judged(desk: ReviewSession, card: Card, one: Filled) -> Verdict:
    """What the checker says of an item as it is filled in."""
    if card.kind == "activity":
        return review_session.check_activity(desk, one.fields, one.item.id)
    if one.item.again and not one.changed:
        return review_session.check_again(desk, one.fields, one.item.again)
    return review_session.check_fact(desk, one.fields, one.item.id)


def show(desk: ReviewSession, card: Card, item: Item) -> None:
    """An item that is to be decided. Of several, each can be taken over or set aside."""
    with st.container(key=f"a-item-{item.id}"):
        if len(waiting(card)) > 1:
            _take_as(desk, item)
        if _rejected(desk, card, item):
            return
        one = Filled(item, _fields(desk, card, item), None)
        add_state.typed()[item.id] = one.fields
        found = judged(desk, card, one)
        summary = "" if editing(item) else _summary(desk, card, one, found.says)
        doubts, rest = add_doubt.parted(found.faults)
        verdict_ = "" if doubts and not rest else proof(replace(found, faults=rest))
        st.html(f"<div class='f-root a-card'>{summary}{verdict_}</div>")
        for fault in doubts[:1]:  # the next one is asked when this one is answered
            add_doubt.ask(fault, card, item, one.fields, key_of(desk, item))
        if card.kind != "activity":
            add_indicator.rule(desk, one.fields, found, key_of(desk, item))


def _summary(desk: ReviewSession, card: Card, one: Filled, says: str) -> str:
    if card.kind == "activity":
        return editing_activity.summary(one.fields)
    again = ""
    if one.item.again and not one.changed:
        words = _("The same as a fact that you accepted before: it is stated here once more.")
        again = f"<p>{tags.text(words)}</p>"
    indicator = desk.indicators.get(str(one.fields.get("indicator")))
    if indicator is None:
        return again
    make = editing_fact.short if len(waiting(card)) > 1 else editing_fact.summary
    return again + make(one.fields, indicator, says)


def _rejected(desk: ReviewSession, card: Card, item: Item) -> SetAsideClass | None:
    """The reason against one of several numbers; None for a fact."""
    chosen = st.session_state.get(f"{key_of(desk, item)}-take")
    return next((name for name, _key, _words in REASONS if name == chosen), None)


def _take_as(desk: ReviewSession, item: Item) -> None:
    """Which of several numbers are facts, and which of them is edited."""
    key = key_of(desk, item)
    options = {FACT: _("A fact"), **REASON_WORDS}
    with st.container(horizontal=True, vertical_alignment="center", key=f"a-take-{item.id}"):
        st.html(
            f"<div class='f-root'><p class='a-value'>{tags.text(item.text)}</p></div>",
            width="stretch",
        )
        st.selectbox(
            _("“{number}” is", number=item.text),
            list(options),
            format_func=lambda name: options[name],
            key=f"{key}-take",
            label_visibility="collapsed",
            width=210,
        )
        label = _("Edit “{number}”", number=item.text)
        st.button(
            _("Edit"), key=f"{key}-edit", type="tertiary", help=label, on_click=edit, args=(item,)
        )


def edit(item: Item) -> None:
    """Open the form of an item, or close it."""
    if editing(item):
        held().pop(EDIT)
    else:
        held()[EDIT] = item.id


def _fields(desk: ReviewSession, card: Card, item: Item) -> Fields:
    """The fields as they are typed; the form is there while the item is edited."""
    key = key_of(desk, item)
    fields = add_state.typed().get(item.id, item.fields)
    if card.kind == "activity":
        return editing_activity.form(fields, key) if editing(item) else fields
    if not editing(item) and fields.get("indicator") in desk.indicators:
        return fields
    turn, made = f"{key}-turn", held().get(add_indicator.made(key), 0)
    likely = item.other_indicators
    chosen = editing_fact.choose_indicator(fields, desk.indicators, likely, f"{key}-{made}")
    if chosen == editing_fact.NEW:
        if drawing():
            add_indicator.form(desk, item, fields, key)
        return fields
    if chosen and chosen != fields.get("indicator"):
        fields = review_session.guess_as(desk, item.id, chosen)
        # The controls begin anew with what is guessed now.
        held()[turn] = held().get(turn, 0) + 1
    if editing(item):
        fields = editing_fact.form(fields, f"{key}-{held().get(turn, 0)}")
    return fields


def decided(item: Item) -> str:
    """What became of an item, as HTML."""
    words = (
        _("“{number}”: accepted", number=_short(item.text))
        if item.standing == "accepted"
        else _(
            "“{number}”: set aside ({why})",
            number=_short(item.text),
            why=REASON_WORDS.get(item.rejected_as or "", ""),
        )
    )
    return f"<div class='f-root'><p class='f-quiet'>{tags.text(words)}</p></div>"


def said(desk: ReviewSession, card: Card, one: Filled) -> str:
    """What was accepted, in a few words."""
    indicator = desk.indicators.get(str(one.fields.get("indicator")))
    title = str(one.fields.get("title", ""))
    says = judged(desk, card, one).says
    return says or title or (pick(indicator.label) if indicator else _short(one.item.text))


def _short(text: str) -> str:
    return text if len(text) < 60 else f"{text[:57]}…"
