"""A question goes in, the box that asks for it and the answer under it come out."""

from __future__ import annotations

from datetime import date

import streamlit as st

from answers.answer import Answer, answer
from answers.phrasing import age
from charts.captions import as_of, rows_by_ref
from facts.store import Snapshot
from ui import tags
from ui.data import snapshot
from ui.fact_line import fact_line
from ui.pressable import pressable
from ui.receipts import press, show_if_asked
from words import _, pick


@st.fragment
def which_number() -> None:
    """The box in which someone asks which number to say."""
    held = snapshot()
    with st.container(key="card-ask"):
        asked = st.text_input(
            _("Which number do I say?"),
            key="ask",
            bind="query-params",
            max_chars=200,
            placeholder=_("Type a word: countries, workshops, children reached …"),
            live=True,
        )
        shown = _chips(held, asked or "")
        if asked and asked.strip():
            found = answer(asked, held.frame, held.corpus)
            shown += answer_html(found, held)
        if pressable(shown, "which-number", _pressed):
            show_if_asked(held)


def _pressed(value: str) -> None:
    if value.startswith("fact:ask:"):
        st.session_state["ask"] = value.removeprefix("fact:ask:")
    else:
        press(value)


def _chips(held: Snapshot, asked: str) -> str:
    chips = "".join(
        f"<li><button type='button' class='f-chip' data-fact='ask:{tags.text(pick(q.label))}' "
        f"aria-pressed='{str(pick(q.label) == asked).lower()}'>{tags.text(pick(q.label))}"
        "</button></li>"
        for q in held.corpus.questions
    )
    return f"<ul class='f-chips' aria-label='{tags.text(_('Questions often asked'))}'>{chips}</ul>"


def answer_html(found: Answer, held: Snapshot) -> str:
    """What to say, how the question was understood, where it is written, what not to say."""
    css = "f-answer" if found.answered else "f-answer f-none"
    first = rows_by_ref(held.frame, found.facts[:1] if found.newest else ())
    old = [age(row, date.today()) for row in first.values()]
    quiet = " ".join(filter(None, (found.took_as, *old)))
    again = "".join(
        f"<li><button type='button' class='f-chip' data-fact='ask:{tags.text(one)}'>"
        f"{tags.text(one)}</button></li>"
        for one in found.did_you_mean
    )
    meant = f"<h3>{tags.text(_('Did you mean'))}</h3><ul class='f-chips'>{again}</ul>"
    copy = f"<div class='f-actions'>{tags.copier(_('Copy sentence'), found.say)}</div>"
    return (
        f"<div class='{css}' role='status'><div class='f-said'>{tags.text(found.say)}</div>"
        f"<div class='f-quiet'>{tags.text(quiet)}</div>{meant if again else ''}"
        f"{copy if found.answered and found.kind != 'passages' else ''}"
        f"{_facts_of(found, held)}{_passages_of(found, held)}{_against(found, held)}</div>"
    )


def _facts_of(found: Answer, held: Snapshot) -> str:
    """The facts of an answer, each to press."""
    rows = rows_by_ref(held.frame, found.facts)
    lines = "".join(
        f"<li>{fact_line(rows[ref], held)} <span class='f-quiet'>({tags.text(as_of(rows[ref]))}"
        f"{tags.text(_('; said by others')) if rows[ref]['scope'] == 'world' else ''})</span></li>"
        for ref in found.facts
    )
    heading = _("Written where") if found.answered else _("The nearest that is stated")
    if found.kind == "passages":
        heading = _("Numbers stated with it, not of it alone")
    return f"<h3>{tags.text(heading)}</h3><ul>{lines}</ul>" if lines else ""


def _passages_of(found: Answer, held: Snapshot) -> str:
    """The passages of an answer, each with the submission that it stands in."""
    lines = []
    for one in found.sources:
        sub = held.corpus.submission(one.submission)
        if one.kind == "passage" and sub:
            link = tags.link(sub.head.name, "submissions", submission=one.submission)
            lines.append(f"<li>{link}: “{tags.text(one.text)}”</li>")
    heading = tags.text(_("Passages"))
    return f"<h3>{heading}</h3><ul class='f-small'>{''.join(lines)}</ul>" if lines else ""


def _against(found: Answer, held: Snapshot) -> str:
    """What is easily said by mistake, and why not."""
    rows = rows_by_ref(held.frame, [ref for ref, _why in found.not_instead])
    lines = "".join(
        f"<li>{_('Not')} {tags.number(rows[ref]['says'], ref, rows[ref]['label'])}: "
        f"{tags.text(why)}.</li>"
        for ref, why in found.not_instead
    )
    heading = tags.text(_("What not to say instead"))
    return f"<h3>{heading}</h3><ul>{lines}</ul>" if lines else ""
