"""What the checker says of an entry, in sentences, and its doubts as questions with two keys."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import streamlit as st

from curate.cards import Card, Item
from curate.errors import Fault, Refused
from curate.validation import Verdict
from ui.curation import curation_state
from ui.curation.curation_state import WRONG, session_work
from ui.curation.field_labels import FIELDS, field
from ui.curation.form_controls import Fields
from ui.evidence.proof import proof_marks
from ui.widgets import html
from words import N_, _, translate

MISSING = re.compile(r"the field '\w+' is missing", re.I)
# The checker names the fields of the file; a reader knows them by what stands over each control.
NAMED = re.compile(
    r"\b(?:(value_text|said_by|part_of|carried_from)\b"
    r"|(value|bound|wording|quote|section|scope|status|time|places|spread|counted)(?=: ))"
)
ANSWER = re.compile(r"doubts: \[\{kind: (\w+), because: \.\.\.\}\]")
UNRULED = re.compile(r"is not a wording of the indicator")


def proof_html(verdict: Verdict) -> str:
    """What is proved, in green, and what was decided; or what is wrong, and how to mend it."""
    if verdict.allowed and verdict.fact:
        return f"<div class='a-marks' role='status'>{proof_marks(verdict.fact, verdict.says)}</div>"
    if verdict.allowed:
        sentence = _("Proved: these words stand in the document.")
        mark = "<span aria-hidden='true'>✓</span>"
        return f"<p class='a-proved' role='status'>{mark} {html.text(sentence)}</p>"
    return faults_html(verdict.faults, _("Not proved yet"))


def faults_html(found: Iterable[Fault], head: str) -> str:
    """Each thing that is wrong: the field as readers know it, what is wrong, how to mend it."""
    items = "".join(
        f"<li><strong>{html.text(field(one.field))}:</strong> {html.text(plain(one))}</li>"
        for one in found
    )
    lead = f"<strong>{html.text(head)}</strong>"
    return f"<div class='a-unproved' role='status'>{lead}<ul>{items}</ul></div>"


def say_refusal() -> None:
    """What was refused last, said once where the reader looks."""
    wrong = session_work().pop(WRONG, None)
    if wrong is not None:
        words = _not_accepted(wrong.faults) if isinstance(wrong, Refused) else str(wrong)
        st.html(html.paragraph(words, "f-notice", "alert"))


def _not_accepted(found: Iterable[Fault]) -> str:
    """Which fields keep an entry from being accepted; what is wrong with them stands above."""
    names = dict.fromkeys(field(one.field) for one in found)
    return _("Not accepted yet. To be mended above: {fields}.", fields="; ".join(names))


def plain(one: Fault) -> str:
    """What is wrong and how to mend it, in the words of the form."""
    if MISSING.search(one.what):
        if one.field == "indicator":
            return _("choose it from the list, or make a new one.")
        return _("still empty.")
    if one.field == "wording" and UNRULED.search(one.what):
        return _("new words. Say below whether they count the same, or choose another line above.")
    said = ANSWER.sub(
        lambda found: _(
            "under More, on a line of “Doubts that do not hold”, “{kind}:” and the reason",
            kind=found[1],
        ),
        one.sentence,
    )
    return NAMED.sub(lambda found: f"“{FIELDS[found[1] or found[2]]}”", said)


PREFIX = "doubts."


class Answer(NamedTuple):
    """A field that answers a doubt, its key, and what the button says."""

    field: str
    value: str
    letter: str
    words: str


_WHOSE = (
    Answer("scope", "world", "W", N_("Somebody else’s number")),
    Answer("scope", "partner", "P", N_("Joint or partners’ work")),
)
_AHEAD = (
    Answer("status", "target", "G", N_("A target")),
    Answer("status", "plan", "P", N_("A plan")),
)
# Of all other kinds another field answers, in the form: when, what it counts, of what it is a part.
ANSWERS: dict[str, tuple[Answer, ...]] = {
    "planned": _AHEAD,
    "conditional": _AHEAD[1:],
    "said_by_others": _WHOSE,
    "other_subject": _WHOSE,
}


def split_doubts(faults: tuple[Fault, ...]) -> tuple[tuple[Fault, ...], tuple[Fault, ...]]:
    """The doubts among the faults, and the rest."""
    doubts = tuple(one for one in faults if one.field.startswith(PREFIX))
    return doubts, tuple(one for one in faults if one not in doubts)


def ask_doubt(fault: Fault, card: Card, item: Item, fields: Fields, key: str) -> None:
    """The doubt as a question: the fields that answer it, or a reason why the number holds."""
    kind = fault.field.removeprefix(PREFIX)
    said = f"{fault.what[:1].upper()}{fault.what[1:]}"
    own = f"{key}-doubt-{kind}"
    with st.container(key=f"a-doubt-{item.id}-{kind}"):
        st.html(
            f"<div class='f-root'><p class='a-unproved' role='status'><strong>"
            f"{html.text(_('Is it so?'))}</strong> {html.text(said)}</p></div>"
        )
        st.text_input(
            _("It holds all the same, because"),
            key=f"{own}-because",
            placeholder=_("Your reason, which readers will see"),
        )
        _doubt_keys(kind, card, item, fields, key)
        if kind not in (*ANSWERS, "cut"):
            told = _("Or correct it (key E), or say below why it is no fact.")
            st.html(html.paragraph(told, "f-small f-quiet"))


def _doubt_keys(kind: str, card: Card, item: Item, fields: Fields, key: str) -> None:
    """The buttons: what answers it, then that it holds."""
    own = f"{key}-doubt-{kind}"
    with st.container(horizontal=True, gap="small"):
        for one in ANSWERS.get(kind, ()):
            st.button(
                translate(one.words),
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
        session_work()[curation_state.WRONG] = _("Write first why it holds.")
        return
    answers = [*(fields.get("doubts") or ()), {"kind": kind, "because": because}]
    _put(item, {**fields, "doubts": answers}, key)


def _put(item: str, fields: Fields, key: str) -> None:
    """Take the answer over; the controls of an open form begin anew with it."""
    curation_state.typed()[item] = fields
    turn = f"{key}-turn"
    session_work()[turn] = session_work().get(turn, 0) + 1
