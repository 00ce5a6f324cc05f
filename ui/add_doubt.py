"""A doubt about a number of a card goes in; a question with two keys comes out.

One key is the field that answers it, the other a person's reason why the number holds.
"""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from curate.cards import Card, Item
from curate.errors import Fault
from ui import add_state, tags
from ui.editing_held import held
from ui.editing_parts import Fields
from words import _

PREFIX = "doubts."


class Answer(NamedTuple):
    """A field that answers a doubt, its key, and what the button says."""

    field: str
    value: str
    letter: str
    words: str


_WHOSE = (
    Answer("scope", "world", "W", _("Somebody else’s number")),
    Answer("scope", "partner", "P", _("Joint or partners’ work")),
)
_AHEAD = (
    Answer("status", "target", "G", _("A target")),
    Answer("status", "plan", "P", _("A plan")),
)
# Of all other kinds another field answers, in the form: when, what it counts, of what it is a part.
ANSWERS: dict[str, tuple[Answer, ...]] = {
    "planned": _AHEAD,
    "conditional": _AHEAD[1:],
    "said_by_others": _WHOSE,
    "other_subject": _WHOSE,
}


def parted(faults: tuple[Fault, ...]) -> tuple[tuple[Fault, ...], tuple[Fault, ...]]:
    """The doubts among the faults, and the rest."""
    doubts = tuple(one for one in faults if one.field.startswith(PREFIX))
    return doubts, tuple(one for one in faults if one not in doubts)


def ask(fault: Fault, card: Card, item: Item, fields: Fields, key: str) -> None:
    """The doubt as a question: the fields that answer it, or a reason why the number holds."""
    kind = fault.field.removeprefix(PREFIX)
    said = f"{fault.what[:1].upper()}{fault.what[1:]}"
    own = f"{key}-doubt-{kind}"
    with st.container(key=f"a-doubt-{item.id}-{kind}"):
        st.html(
            f"<div class='f-root'><p class='a-unproved' role='status'><strong>"
            f"{tags.text(_('Is it so?'))}</strong> {tags.text(said)}</p></div>"
        )
        st.text_input(
            _("It holds all the same, because"),
            key=f"{own}-because",
            placeholder=_("Your reason, which readers will see"),
        )
        _keys(kind, card, item, fields, key)
        if kind not in (*ANSWERS, "cut"):
            told = _("Or correct it (key E), or say below why it is no fact.")
            st.html(f"<div class='f-root'><p class='f-small f-quiet'>{tags.text(told)}</p></div>")


def _keys(kind: str, card: Card, item: Item, fields: Fields, key: str) -> None:
    """The buttons: what answers it, then that it holds."""
    own = f"{key}-doubt-{kind}"
    with st.container(horizontal=True, gap="small"):
        for one in ANSWERS.get(kind, ()):
            st.button(
                one.words,
                key=f"{own}-{one.value}",
                shortcut=one.letter,
                on_click=_put,
                args=(item.id, {**fields, one.field: one.value}, key),
            )
        if kind == "cut":
            whole = {**fields, "quote": card.sentence, "value_text": item.text}
            whole.pop("occurrence", None)
            st.button(
                _("Take the whole sentence"),
                key=f"{own}-whole",
                shortcut="W",
                on_click=_put,
                args=(item.id, whole, key),
            )
        st.button(
            _("It holds"),
            key=f"{own}-holds",
            shortcut="K",
            on_click=_holds,
            args=(item.id, fields, key, kind, own),
        )


def _holds(item: str, fields: Fields, key: str, kind: str, own: str) -> None:
    because = str(st.session_state.get(f"{own}-because") or "").strip()
    if not because:
        held()[add_state.WRONG] = _("Write first why it holds.")
        return
    answers = [*(fields.get("doubts") or ()), {"kind": kind, "because": because}]
    _put(item, {**fields, "doubts": answers}, key)


def _put(item: str, fields: Fields, key: str) -> None:
    """Take the answer over; the controls of an open form begin anew with it."""
    add_state.typed()[item] = fields
    turn = f"{key}-turn"
    held()[turn] = held().get(turn, 0) + 1
