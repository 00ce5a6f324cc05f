"""The page on which one fact is corrected, with its verdict and what would change in its file."""

from __future__ import annotations

from functools import partial

import streamlit as st

import settings
from curate import edit_fact
from curate.edit_fact import Editing
from curate.errors import NotSaved
from curate.validation import Verdict
from facts.store import Snapshot
from ui.curation import add_submission, curation_state, entry_form, saved_outcome
from ui.curation.curation_state import session_work
from ui.curation.entry_verdict import proof_html, say_refusal
from ui.curation.form_controls import Fields, read_only
from ui.evidence.proof import in_context
from ui.server.permissions import must_edit
from ui.widgets import html
from words import _

WORK, TURN = "editing-work", "editing-turn"  # what is being edited, and for which time


def show(ref: str, snapshot: Snapshot) -> None:
    """The card of one fact, or why it cannot be edited."""
    saved_outcome.put_away()
    add_submission.say_done()
    work = _opened(ref, snapshot)
    if work is None:
        say_refusal()
        return
    conflict = saved_outcome.conflict_about(work.ref)
    if conflict is not None:
        saved_outcome.show_conflict(conflict, partial(_save, work))
        return
    _card(work)


def _opened(ref: str, snapshot: Snapshot) -> Editing | None:
    work: Editing | None = session_work().get(WORK)
    if work is not None and work.ref == ref:
        return work
    if snapshot.corpus.fact(ref) is None:
        words = _(
            "There is no proved fact named “{name}”; it may have been renamed.", name=ref[:80]
        )
        session_work()[curation_state.WRONG] = words
        return None
    try:
        work = edit_fact.open_fact(settings.data_folder(), snapshot.corpus, ref)
    except NotSaved as reason:
        curation_state.wrong(reason)
        return None
    session_work()[WORK] = work
    return work


def _card(work: Editing) -> None:
    left, right = st.columns([6, 5], gap="large")
    with left, st.container(key="card-edit"):
        fields = _form(work)
        curation_state.typed()[_key(work)] = fields
        found = edit_fact.check(work, fields)
        st.html(f"<div class='f-root a-card'>{proof_html(found)}</div>")
        say_refusal()
        _keys(work, fields)
    with right:
        st.html(_sentence(work, found))
        with st.expander(_("Show the file")):
            _file(work, fields)


def _key(work: Editing) -> str:
    return f"edit-{work.ref}-{session_work().get(TURN, 0)}"


def _form(work: Editing) -> Fields:
    key = _key(work)
    fields = dict(curation_state.typed().get(key, work.fields))
    indicators = dict(work.corpus.indicators)
    chosen = entry_form.choose_indicator(fields, indicators, (), key, may_add=False)
    return entry_form.fact_form({**fields, "indicator": chosen}, key)


def _keys(work: Editing, fields: Fields) -> None:
    same = fields == work.fields
    with st.container(horizontal=True, key="a-keys"):
        st.button(
            _("Save"), type="primary", key="do-save", disabled=same, on_click=_save, args=(work,)
        )
        st.button(
            _("Undo all"), key="do-undo", type="tertiary", disabled=same, on_click=_start_again
        )


def _start_again() -> None:
    session_work()[TURN] = session_work().get(TURN, 0) + 1  # the controls begin anew
    session_work().pop(WORK, None)


def _sentence(work: Editing, found: Verdict) -> str:
    """The sentence in the document, the number lit as the fields now say."""
    if found.quote is None:
        words = _("The words that state it do not stand in the document as they are typed.")
        return f"<div class='f-root f-receipt'><p>{html.text(words)}</p></div>"
    start, end = found.quote
    quote = in_context(work.text, start, end, found.number)
    name = html.text(work.sub.head.name)
    return (
        f"<div class='f-root f-receipt'><p class='f-small f-quiet'>{name}</p>"
        f"<blockquote>{quote}</blockquote></div>"
    )


def _file(work: Editing, fields: Fields) -> None:
    try:
        before, after = edit_fact.preview(work, fields)
    except NotSaved as reason:
        st.html(html.note(str(reason)))
        return
    mine, theirs = saved_outcome.differing(after, before)
    if mine == theirs:
        st.html(html.paragraph(_("Nothing changes.")))
        return
    st.html(saved_outcome.version(_("Before"), theirs))
    st.html(saved_outcome.version(_("After"), mine))


def _save(work: Editing, over: str | None = None) -> None:
    """Save what is typed; where someone else saved meanwhile, both versions are shown."""
    if over is None:
        with read_only():
            fields = _form(work)
    else:
        fields = curation_state.typed().get(_key(work), work.fields)
    curation_state.typed()[_key(work)] = fields
    saved = None
    with saved_outcome.saving(work.ref):
        must_edit()
        saved = edit_fact.save(work, fields, over=over or None)
    if saved is not None:
        _start_again()
        saved_outcome.keep_saved(saved, work.sub.head.name)
