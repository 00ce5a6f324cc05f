"""A card to decide, with each of its numbers as filled in, its verdict, and what each key does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import Literal, cast

import streamlit as st

from curate import review_session
from curate.cards import Card, Item
from curate.review_session import ReviewSession
from curate.validation import Verdict
from facts.vocabulary import Kind, SetAsideClass
from ui.curation import curation_state, entry_form, entry_verdict
from ui.curation.curation_state import session_work
from ui.curation.entry_verdict import proof_html, say_refusal
from ui.curation.field_labels import INDICATOR_KINDS, REASON_WORDS, REASONS
from ui.curation.form_controls import Fields, columns, drawing, line, one_of, read_only, tick
from ui.evidence.proof import readable
from ui.widgets import html
from words import N_, _, counted, listed, pick, translate


def _indicator_form(review: ReviewSession, item: Item, fields: Fields, key: str) -> None:
    """The form for a new kind of number; it is there for all cards once it is added."""
    words = _("A new kind of number. It is compared with the same kind in later submissions.")
    st.html(html.paragraph(words, "f-quiet"))
    _typed_indicator(review, fields, key)
    st.button(
        _("Add this kind of number"),
        key=f"{key}-new-add",
        on_click=_add_indicator,
        args=(item, fields, key),
    )


def _made_key(key: str) -> str:
    """Where is kept how many kinds of number were made on an item.

    With each the list of kinds is another control: the browser would go on showing what was chosen.
    """
    return f"{key}-made"


def _typed_indicator(review: ReviewSession, fields: Fields, key: str) -> Fields:
    label = line(_("Name, as on a chart"), "", f"{key}-new-label", placeholder=_("Trained judges"))
    left, right = columns(2)
    with left:
        one = line(_("One of them"), "", f"{key}-new-one", placeholder=_("judge"))
    with right:
        many = line(_("Several of them"), "", f"{key}-new-many", placeholder=_("judges"))
    meaning = line(_("What exactly is counted"), "", f"{key}-new-meaning")
    kind = one_of(_("What kind of number"), INDICATOR_KINDS, "flow", f"{key}-new-kind")
    groups = {group.id: pick(group.label) for group in review.reading.corpus.groups}
    group = one_of(_("Belongs to"), groups, next(iter(groups), ""), f"{key}-new-group")
    each = tick(_("Look for it in every submission from now on"), False, f"{key}-new-recurring")
    wording = str(fields.get("wording") or many or one)
    return review_session.new_indicator(
        label, one, many, meaning, cast(Kind, kind), group, wording,
        recurring=each, taken=set(review.indicators),
    )  # fmt: skip


def _add_indicator(item: Item, fields: Fields, key: str) -> None:
    """Add the kind of number, and take it for this one."""
    review = curation_state.review()
    if review is None:
        return
    with read_only():
        new = _typed_indicator(review, fields, key)
    if curation_state.do(partial(review_session.add_indicator, fields=new)):
        curation_state.typed()[item.id] = review_session.guess_as(
            curation_state.review() or review, item.id, str(new["id"])
        )
        session_work()[_made_key(key)] = session_work().get(_made_key(key), 0) + 1


def _ask_wording(review: ReviewSession, fields: Fields, found: Verdict, key: str) -> None:
    """Where the document calls it otherwise than before: whether it counts the same."""
    indicator = review.indicators.get(str(fields.get("indicator")))
    wording = str(fields.get("wording") or "")
    asked = any(one.field == "wording" for one in found.faults)
    if indicator is None or not wording or not asked or wording in indicator.wordings:
        return
    known = ", ".join(f"“{one}”" for one in indicator.wordings)
    words = _(
        "“{wording}” is new for “{label}”; so far it was called {known}. Does it count the same?",
        wording=wording,
        label=pick(indicator.label),
        known=known,
    )
    st.html(html.paragraph(words))
    rules: tuple[tuple[str, Literal["same", "differs"]], ...] = (
        (_("The same: compare them"), "same"),
        (_("Something else: never compare"), "differs"),
    )
    with st.container(horizontal=True):
        for label, ruled in rules:
            step = partial(
                review_session.rule_wording, indicator=indicator.id, wording=wording, rule=ruled
            )
            st.button(label, key=f"{key}-{ruled}", on_click=curation_state.press, args=(step,))


EDIT = "add-edit"  # the item whose form is open
FACT = "fact"  # an item that is to be taken over, among the reasons against it


@dataclass(frozen=True)
class _Filled:
    """An item as it is filled in: its fields, or why it is no fact."""

    item: Item
    fields: Fields
    rejected: SetAsideClass | None

    @property
    def changed(self) -> bool:
        """Whether anything was typed: else it is accepted as guessed."""
        return self.fields != self.item.fields


def _key_of(review: ReviewSession, item: Item) -> str:
    """What the names of all controls of an item begin with."""
    return f"add-{review.work.id}-{item.id}"


def _is_open(item: Item) -> bool:
    """Whether the form of this item is open."""
    return bool(session_work().get(EDIT) == item.id)


def _open_items(card: Card) -> list[Item]:
    """The items of a card that are to be decided."""
    return [item for item in card.items if item.standing == "open"]


def _filled(review: ReviewSession, card: Card, item: Item) -> _Filled:
    """An item as it is filled in now; its controls are read and not drawn."""
    with read_only():
        return _Filled(item, _fields(review, card, item), _rejected(review, card, item))


def _judged(review: ReviewSession, card: Card, one: _Filled) -> Verdict:
    """What the checker says of an item as it is filled in."""
    if card.kind == "activity":
        return review_session.check_activity(review, one.fields, one.item.id)
    if one.item.again and not one.changed:
        return review_session.check_again(review, one.fields, one.item.again)
    return review_session.check_fact(review, one.fields, one.item.id)


def _show_item(review: ReviewSession, card: Card, item: Item) -> None:
    """An item that is to be decided. Of several, each can be taken over or set aside."""
    with st.container(key=f"a-item-{item.id}"):
        if len(_open_items(card)) > 1:
            _take_as(review, item)
        if _rejected(review, card, item):
            return
        one = _Filled(item, _fields(review, card, item), None)
        curation_state.typed()[item.id] = one.fields
        found = _judged(review, card, one)
        summary = "" if _is_open(item) else _summary(review, card, one, found.says)
        doubts, rest = entry_verdict.split_doubts(found.faults)
        verdict_ = "" if doubts and not rest else proof_html(replace(found, faults=rest))
        st.html(f"<div class='f-root a-card'>{summary}{verdict_}</div>")
        for fault in doubts[:1]:  # the next one is asked when this one is answered
            entry_verdict.ask_doubt(fault, card, item, one.fields, _key_of(review, item))
        if card.kind != "activity":
            _ask_wording(review, one.fields, found, _key_of(review, item))


def _summary(review: ReviewSession, card: Card, one: _Filled, says: str) -> str:
    if card.kind == "activity":
        return entry_form.activity_summary(one.fields)
    again = ""
    if one.item.again and not one.changed:
        words = _("The same as a fact that you accepted before: it is stated here once more.")
        again = f"<p>{html.text(words)}</p>"
    indicator = review.indicators.get(str(one.fields.get("indicator")))
    if indicator is None:
        return again
    make = entry_form.fact_in_a_line if len(_open_items(card)) > 1 else entry_form.fact_summary
    return again + make(one.fields, indicator, says)


def _rejected(review: ReviewSession, card: Card, item: Item) -> SetAsideClass | None:
    """The reason against one of several numbers; None for a fact."""
    chosen = st.session_state.get(f"{_key_of(review, item)}-take")
    return next((name for name, _key, _words in REASONS if name == chosen), None)


def _take_as(review: ReviewSession, item: Item) -> None:
    """Which of several numbers are facts, and which of them is edited."""
    key = _key_of(review, item)
    options = {FACT: _("A fact"), **REASON_WORDS}
    with st.container(horizontal=True, vertical_alignment="center", key=f"a-take-{item.id}"):
        st.html(
            html.paragraph(item.text, "a-value"),
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
            _("Edit"),
            key=f"{key}-edit",
            type="tertiary",
            help=label,
            on_click=_toggle_form,
            args=(item,),
        )


def _toggle_form(item: Item) -> None:
    """Open the form of an item, or close it."""
    if _is_open(item):
        session_work().pop(EDIT)
    else:
        session_work()[EDIT] = item.id


def _fields(review: ReviewSession, card: Card, item: Item) -> Fields:
    """The fields as they are typed; the form is there while the item is edited."""
    key = _key_of(review, item)
    fields = curation_state.typed().get(item.id, item.fields)
    if card.kind == "activity":
        return entry_form.activity_form(fields, key) if _is_open(item) else fields
    if not _is_open(item) and fields.get("indicator") in review.indicators:
        return fields
    turn, made = f"{key}-turn", session_work().get(_made_key(key), 0)
    likely = item.other_indicators
    chosen = entry_form.choose_indicator(fields, review.indicators, likely, f"{key}-{made}")
    if chosen == entry_form.NEW:
        if drawing():
            _indicator_form(review, item, fields, key)
        return fields
    if chosen and chosen != fields.get("indicator"):
        fields = review_session.guess_as(review, item.id, chosen)
        # The controls begin anew with what is guessed now.
        session_work()[turn] = session_work().get(turn, 0) + 1
    if _is_open(item):
        fields = entry_form.fact_form(fields, f"{key}-{session_work().get(turn, 0)}")
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
    return html.paragraph(words, "f-quiet")


def _said_of(review: ReviewSession, card: Card, one: _Filled) -> str:
    """What was accepted, in a few words."""
    indicator = review.indicators.get(str(one.fields.get("indicator")))
    title = str(one.fields.get("title", ""))
    says = _judged(review, card, one).says
    return says or title or (pick(indicator.label) if indicator else _short(one.item.text))


def _short(text: str) -> str:
    return text if len(text) < 60 else f"{text[:57]}…"


def show_card(review: ReviewSession, card: Card) -> None:
    """The card: its sentence, each of its numbers as filled in, the verdict, the keys."""
    with st.container(key="card-add"):
        st.html(card_head(review, card))
        for item in card.items:
            if item.standing == "open":
                _show_item(review, card, item)
            else:
                st.html(decided(item))
        say_refusal()
        _card_keys(review, card)


def card_head(review: ReviewSession, card: Card) -> str:
    """Where the card stands, and its sentence with the numbers lit."""
    text, at, out = review.work.document.text, card.start, []
    for item in () if card.kind == "activity" else card.items:
        out.append(html.text(readable(text, at, item.start)))
        css = "a-lit-number" if item.standing == "open" else "a-lit-done"
        out.append(f"<mark class='{css}'>{html.text(readable(text, item.start, item.end))}</mark>")
        at = item.end
    out.append(html.text(readable(text, at, card.end)))
    about = [card.where]
    if card.kind == "activity":
        about.insert(0, _("Something that happened"))
    elif card.kind == "by_hand":
        about.insert(0, _("Marked by hand"))
    elif len(card.items) > 1:
        count = counted("{number} number", "{number} numbers", len(card.items))
        about.insert(0, count)
    copied = ""
    if card.carried_from:
        sub = review.reading.corpus.submission(card.carried_from)
        name = sub.head.name if sub else card.carried_from
        words = _("This sentence stands in {name} already: is it still true?", name=name)
        copied = f"<p class='a-copied'>{html.text(words)}</p>"
    return (
        f"<div class='f-root a-card'><p class='f-small f-quiet'>{html.text(' · '.join(about))}</p>"
        f"<blockquote>{''.join(out)}</blockquote>{copied}</div>"
    )


def _card_keys(review: ReviewSession, card: Card) -> None:
    """The buttons, each with its key. A press is answered before the page is drawn again."""
    can = review_session.can_undo(review)
    with st.container(key="a-keys"), st.container(horizontal=True, gap="small"):
        st.button(
            _("Accept"),
            key="a-accept",
            type="primary",
            shortcut="A",
            on_click=_accept,
            args=(card,),
        )
        st.button(_("Edit"), key="a-edit", shortcut="E", on_click=_edit, args=(card,))
        st.button(_("Skip"), key="a-skip", shortcut="S", on_click=_skip, args=(card,))
        st.button(_("Undo"), key="a-undo", shortcut="U", disabled=not can, on_click=undo)
    if card.kind == "activity":
        reasons: tuple[tuple[SetAsideClass, str, str], ...] = (
            ("no_claim", "1", N_("Leave it out")),
        )
    else:
        reasons = REASONS
        st.html(html.paragraph(_("Not a fact, because it is:"), "f-small f-quiet"))
    with st.container(horizontal=True, key="a-reasons", gap="small"):
        for name, letter, words in reasons:
            st.button(
                translate(words),
                key=f"a-reject-{name}",
                shortcut=letter,
                type="tertiary",
                on_click=_reject,
                args=(card, name),
            )


def _still(card: Card) -> ReviewSession | None:
    """The review, where the card is the one to decide: a key pressed twice means one card."""
    review = curation_state.review()
    now = review.card(card.id) if review else None
    wanted = session_work().get(curation_state.LOOK) or (
        review.current.id if review and review.current else None
    )
    return review if now and now.standing != "done" and wanted == card.id else None


def _accept(card: Card) -> None:
    """Take the card over, or open the form of the first item that fails, and say why."""
    review = _still(card)
    if review is None:
        return
    every = [_filled(review, card, item) for item in _open_items(card)]
    facts = [one for one in every if not one.rejected]
    taken = {one.item.id: one.fields for one in facts if one.changed}
    aside = {one.item.id: one.rejected for one in every if one.rejected}
    for one in facts:
        curation_state.typed()[one.item.id] = one.fields
    what = listed([_said_of(review, card, one) for one in facts])
    said = _("Accepted: {what}.", what=what) if what else _("Set aside.")
    if curation_state.do(
        partial(review_session.accept, card=card.id, fields=taken, rejected=aside), said
    ):
        leave(card)
        return
    for one in facts:
        wrong = {fault.field for fault in _judged(review, card, one).faults}
        if wrong - {"indicator", "wording"}:  # these two can be mended without the form
            session_work()[EDIT] = one.item.id
            return


def _edit(card: Card) -> None:
    """Open the form of the first item that needs it; close it where one is open."""
    review = _still(card)
    if review is None:
        return
    items = _open_items(card)
    every = [_filled(review, card, item) for item in items]
    for one in every:
        curation_state.typed()[one.item.id] = one.fields
    open_now = [item for item in items if _is_open(item)]
    if open_now:
        _toggle_form(open_now[0])
        return
    facts = [one for one in every if not one.rejected]
    failing = [one for one in facts if not _judged(review, card, one).allowed]
    for one in (failing or facts)[:1]:
        _toggle_form(one.item)


def _skip(card: Card) -> None:
    said = _("Skipped: it comes again at the end.")
    if _still(card) and curation_state.do(partial(review_session.skip, card=card.id), said):
        leave(card)


def undo() -> None:
    """Take the last step back."""
    before = curation_state.review()
    if before is not None and curation_state.do(review_session.undo):
        after = curation_state.review() or before
        same = after.head == before.head
        words = _("Undone.") if same else _("Undone: what was typed about the document.")
        session_work()[curation_state.SAID] = words
        session_work().pop(EDIT, None)
        session_work().pop(curation_state.LOOK, None)


def _reject(card: Card, why: SetAsideClass) -> None:
    what = ", ".join(f"“{item.text[:60]}”" for item in _open_items(card))
    said = _("Set aside: {what} ({why}).", what=what, why=REASON_WORDS[why])
    if card.kind == "activity":
        said = _("Left out.")
    if _still(card) and curation_state.do(
        partial(review_session.reject, card=card.id, class_=why), said
    ):
        leave(card)


def leave(card: Card) -> None:
    """Go on to the next card."""
    curation_state.forget([item.id for item in card.items])
    session_work().pop(EDIT, None)
    session_work().pop(curation_state.LOOK, None)
