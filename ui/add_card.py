"""The desk goes in; the card to decide comes out, with its verdict and what each key does."""

from __future__ import annotations

from functools import partial

import streamlit as st

from curate import review_session
from curate.cards import Card
from curate.review_session import ReviewSession
from facts.vocabulary import SetAsideClass
from ui import add_item, add_state, tags
from ui.add_item import EDIT
from ui.editing_held import held
from ui.editing_verdict import say_refusal
from ui.editing_words import REASON_WORDS, REASONS
from ui.quoting import readable
from words import _, counted, listed


def show(desk: ReviewSession, card: Card) -> None:
    """The card: its sentence, each of its numbers as filled in, the verdict, the keys."""
    with st.container(key="card-add"):
        st.html(head(desk, card))
        for item in card.items:
            if item.standing == "open":
                add_item.show(desk, card, item)
            else:
                st.html(add_item.decided(item))
        say_refusal()
        _keys(desk, card)


def head(desk: ReviewSession, card: Card) -> str:
    """Where the card stands, and its sentence with the numbers lit."""
    text, at, out = desk.work.document.text, card.start, []
    for item in () if card.kind == "activity" else card.items:
        out.append(tags.text(readable(text, at, item.start)))
        css = "a-lit-number" if item.standing == "open" else "a-lit-done"
        out.append(f"<mark class='{css}'>{tags.text(readable(text, item.start, item.end))}</mark>")
        at = item.end
    out.append(tags.text(readable(text, at, card.end)))
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
        sub = desk.reading.corpus.submission(card.carried_from)
        name = sub.head.name if sub else card.carried_from
        words = _("This sentence stands in {name} already: is it still true?", name=name)
        copied = f"<p class='a-copied'>{tags.text(words)}</p>"
    return (
        f"<div class='f-root a-card'><p class='f-small f-quiet'>{tags.text(' · '.join(about))}</p>"
        f"<blockquote>{''.join(out)}</blockquote>{copied}</div>"
    )


def _keys(desk: ReviewSession, card: Card) -> None:
    """The buttons, each with its key. A press is answered before the page is drawn again."""
    can = review_session.can_undo(desk)
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
            ("no_claim", "1", _("Leave it out")),
        )
    else:
        reasons = REASONS
        label = tags.text(_("Not a fact, because it is:"))
        st.html(f"<div class='f-root'><p class='f-small f-quiet'>{label}</p></div>")
    with st.container(horizontal=True, key="a-reasons", gap="small"):
        for name, letter, words in reasons:
            st.button(
                words,
                key=f"a-reject-{name}",
                shortcut=letter,
                type="tertiary",
                on_click=_reject,
                args=(card, name),
            )


def _still(card: Card) -> ReviewSession | None:
    """The desk, where the card is the one to decide: a key pressed twice means one card."""
    desk = add_state.desk()
    now = desk.card(card.id) if desk else None
    wanted = held().get(add_state.LOOK) or (desk.current.id if desk and desk.current else None)
    return desk if now and now.standing != "done" and wanted == card.id else None


def _accept(card: Card) -> None:
    """Take the card over, or open the form of the first item that fails, and say why."""
    desk = _still(card)
    if desk is None:
        return
    every = [add_item.filled(desk, card, item) for item in add_item.waiting(card)]
    facts = [one for one in every if not one.rejected]
    taken = {one.item.id: one.fields for one in facts if one.changed}
    aside = {one.item.id: one.rejected for one in every if one.rejected}
    for one in facts:
        add_state.typed()[one.item.id] = one.fields
    what = listed([add_item.said(desk, card, one) for one in facts])
    said = _("Accepted: {what}.", what=what) if what else _("Set aside.")
    if add_state.do(
        partial(review_session.accept, card=card.id, fields=taken, rejected=aside), said
    ):
        leave(card)
        return
    for one in facts:
        wrong = {fault.field for fault in add_item.judged(desk, card, one).faults}
        if wrong - {"indicator", "wording"}:  # these two can be mended without the form
            held()[EDIT] = one.item.id
            return


def _edit(card: Card) -> None:
    """Open the form of the first item that needs it; close it where one is open."""
    desk = _still(card)
    if desk is None:
        return
    items = add_item.waiting(card)
    every = [add_item.filled(desk, card, item) for item in items]
    for one in every:
        add_state.typed()[one.item.id] = one.fields
    open_now = [item for item in items if add_item.editing(item)]
    if open_now:
        add_item.edit(open_now[0])
        return
    facts = [one for one in every if not one.rejected]
    failing = [one for one in facts if not add_item.judged(desk, card, one).allowed]
    for one in (failing or facts)[:1]:
        add_item.edit(one.item)


def _skip(card: Card) -> None:
    said = _("Skipped: it comes again at the end.")
    if _still(card) and add_state.do(partial(review_session.skip, card=card.id), said):
        leave(card)


def undo() -> None:
    """Take the last step back."""
    before = add_state.desk()
    if before is not None and add_state.do(review_session.undo):
        after = add_state.desk() or before
        same = after.head == before.head
        words = _("Undone.") if same else _("Undone: what was typed about the document.")
        held()[add_state.SAID] = words
        held().pop(EDIT, None)
        held().pop(add_state.LOOK, None)


def _reject(card: Card, why: SetAsideClass) -> None:
    what = ", ".join(f"“{item.text[:60]}”" for item in add_item.waiting(card))
    said = _("Set aside: {what} ({why}).", what=what, why=REASON_WORDS[why])
    if card.kind == "activity":
        said = _("Left out.")
    if _still(card) and add_state.do(
        partial(review_session.reject, card=card.id, class_=why), said
    ):
        leave(card)


def leave(card: Card) -> None:
    """Go on to the next card."""
    add_state.forget([item.id for item in card.items])
    held().pop(EDIT, None)
    held().pop(add_state.LOOK, None)
