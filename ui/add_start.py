"""The data folder goes in; the place to give a document, and the unfinished work, come out."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

import settings
from curate import drafts as session
from curate import whole_save
from curate.drafts import Summary
from curate.errors import NotSaved
from curate.review_session import ReviewSession
from extract.documents.document import Document
from facts.partial_dates import say
from facts.store import Snapshot
from ui import add_reading, add_state, editing_saved, tags
from ui.editing_held import held
from ui.editing_rights import must_edit
from ui.editing_verdict import say_refusal
from words import _

GONE = "add-discarded"  # the draft that was thrown away last, which can be brought back


def show(held: Snapshot) -> ReviewSession | None:
    """The place for a new document, and what was begun before; the desk of one just given."""
    _said()
    read = add_reading.uploaded("add")
    desk = _begin(read.document, held) if read is not None else None
    if desk is None:
        _unfinished()
        _last(held)
    return desk


def _said() -> None:
    say_refusal()
    done_last()


def done_last() -> None:
    """What was done last, said once."""
    if said := held().pop(add_state.SAID, None):
        words = tags.text(said)
        st.html(f"<div class='f-root'><p class='a-proved' role='status'>{words}</p></div>")


def _begin(document: Document, held: Snapshot) -> ReviewSession | None:
    """Begin, unless this very text is here already."""
    known = session.same_source(held.corpus, document)
    sub = held.corpus.submission(known) if known else None
    if sub is not None:
        words = _(
            "This document is here already: {name}. To change one of its facts, press the number "
            "on any page, and then “Edit this fact”.",
            name=sub.head.name,
        )
        st.html(tags.note(words))
        return None
    desk = add_state.begin(document, held.corpus)
    if desk is None:
        _said()
    else:
        st.query_params[add_state.STEP] = "about"
    return desk


def _unfinished() -> None:
    drafts = session.list_drafts(settings.data_folder())
    gone = held().get(GONE)
    if not drafts and not gone:
        return
    st.html(f"<div class='f-root a-finish'><h2>{tags.text(_('Unfinished work'))}</h2></div>")
    if gone:
        with st.container(horizontal=True, vertical_alignment="center"):
            words = tags.text(_("“{name}” was thrown away.", name=gone[1]))
            st.html(f"<div class='f-root'><p role='status'>{words}</p></div>")
            st.button(_("Undo"), key="draft-back", on_click=_bring_back, args=(gone[0],))
    for one in drafts:
        _draft(one)


def _draft(one: Summary) -> None:
    begun = say(datetime.fromisoformat(one.begun).date().isoformat())
    done = (
        _("{done} of {of} decided", done=f"{one.decided:,}", of=f"{one.of:,}")
        if one.of
        else _("not begun")
    )
    with st.container(horizontal=True, vertical_alignment="center", key=f"a-draft-{one.id}"):
        st.html(
            f"<div class='f-root a-missing'><p><strong>{tags.text(one.name or one.file)}</strong>"
            f"</p>"
            f"<p class='f-small f-quiet'>{tags.text(one.file)} · {tags.text(done)} · "
            f"{tags.text(_('begun {date}', date=begun))}</p></div>",
            width="stretch",
        )
        st.button(_("Go on"), key=f"on-{one.id}", type="primary", on_click=_go_on, args=(one,))
        st.button(
            _("Throw away"), key=f"off-{one.id}", type="tertiary", on_click=_discard, args=(one,)
        )


def _go_on(one: Summary) -> None:
    st.query_params[add_state.DRAFT] = one.id
    done = one.of is not None and one.decided >= one.of
    st.query_params[add_state.STEP] = "save" if done else "numbers" if one.decided else "about"


def _discard(one: Summary) -> None:
    try:
        must_edit()
        session.discard(settings.data_folder(), one.id)
        held()[GONE] = (one.id, one.name or one.file)
    except NotSaved as reason:
        add_state.wrong(reason)


def _bring_back(name: str) -> None:
    try:
        must_edit()
        session.bring_back(settings.data_folder(), name)
        held().pop(GONE, None)
    except NotSaved as reason:
        add_state.wrong(reason)


def _last(held: Snapshot) -> None:
    """The last save, as long as it can be taken back."""
    saved = whole_save.last_save(settings.data_folder())
    if saved is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="a-last"):
        sub = held.corpus.submission(saved.submission)
        name = sub.head.name if sub else saved.submission
        words = tags.text(_("Saved last: {name}.", name=name))
        st.html(f"<div class='f-root'><p class='f-quiet'>{words}</p></div>")
        label = _("Take back")
        back = editing_saved.take_back
        st.button(label, key="last-back", type="tertiary", on_click=back, args=(name,))
