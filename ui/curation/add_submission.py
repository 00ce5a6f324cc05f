"""The page on which a submission is added: the start, the unfinished work, and the three steps."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Literal

import streamlit as st

import settings
from curate import drafts, whole_save
from curate.drafts import Summary
from curate.errors import NotSaved
from curate.review_session import ReviewSession
from extract.documents.document import Document
from facts.partial_dates import say
from facts.store import Snapshot
from ui.curation import (
    curation_state,
    document_step,
    document_upload,
    numbers_step,
    save_step,
    saved_outcome,
)
from ui.curation.curation_state import session_work
from ui.curation.entry_verdict import say_refusal
from ui.server.permissions import must_edit
from ui.widgets import html
from words import N_, Labels, _

GONE = "add-discarded"  # the draft that was thrown away last, which can be brought back


def _start(snapshot: Snapshot) -> ReviewSession | None:
    """The place for a new document, and what was begun before; the review of one just given."""
    _said()
    read = document_upload.uploaded("add")
    review = _begin(read.document, snapshot) if read is not None else None
    if review is None:
        _unfinished()
        _last_save(snapshot)
    return review


def _said() -> None:
    say_refusal()
    say_done()


def say_done() -> None:
    """What was done last, said once."""
    if said := session_work().pop(curation_state.SAID, None):
        st.html(html.paragraph(said, "a-proved", "status"))


def _begin(document: Document, snapshot: Snapshot) -> ReviewSession | None:
    """Begin, unless this very text is here already."""
    known = drafts.same_source(snapshot.corpus, document)
    sub = snapshot.corpus.submission(known) if known else None
    if sub is not None:
        words = _(
            "This document is here already: {name}. To change one of its facts, press the number "
            "on any page, and then “Edit this fact”.",
            name=sub.head.name,
        )
        st.html(html.note(words))
        return None
    review = curation_state.begin(document, snapshot.corpus)
    if review is None:
        _said()
    else:
        st.query_params[curation_state.STEP] = "about"
    return review


def _unfinished() -> None:
    begun = drafts.list_drafts(settings.data_folder())
    gone = session_work().get(GONE)
    if not begun and not gone:
        return
    st.html(f"<div class='f-root a-finish'><h2>{html.text(_('Unfinished work'))}</h2></div>")
    if gone:
        with st.container(horizontal=True, vertical_alignment="center"):
            words = _("“{name}” was thrown away.", name=gone[1])
            st.html(html.paragraph(words, role="status"))
            st.button(_("Undo"), key="draft-back", on_click=_bring_back, args=(gone[0],))
    for one in begun:
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
            f"<div class='f-root a-missing'><p><strong>{html.text(one.name or one.file)}</strong>"
            f"</p>"
            f"<p class='f-small f-quiet'>{html.text(one.file)} · {html.text(done)} · "
            f"{html.text(_('begun {date}', date=begun))}</p></div>",
            width="stretch",
        )
        st.button(_("Go on"), key=f"on-{one.id}", type="primary", on_click=_go_on, args=(one,))
        st.button(
            _("Throw away"), key=f"off-{one.id}", type="tertiary", on_click=_discard, args=(one,)
        )


def _go_on(one: Summary) -> None:
    st.query_params[curation_state.DRAFT] = one.id
    done = one.of is not None and one.decided >= one.of
    st.query_params[curation_state.STEP] = "save" if done else "numbers" if one.decided else "about"


def _discard(one: Summary) -> None:
    try:
        must_edit()
        drafts.discard(settings.data_folder(), one.id)
        session_work()[GONE] = (one.id, one.name or one.file)
    except NotSaved as reason:
        curation_state.wrong(reason)


def _bring_back(name: str) -> None:
    try:
        must_edit()
        drafts.bring_back(settings.data_folder(), name)
        session_work().pop(GONE, None)
    except NotSaved as reason:
        curation_state.wrong(reason)


def _last_save(snapshot: Snapshot) -> None:
    """The last save, as long as it can be taken back."""
    saved = whole_save.last_save(settings.data_folder())
    if saved is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="a-last"):
        sub = snapshot.corpus.submission(saved.submission)
        name = sub.head.name if sub else saved.submission
        st.html(html.paragraph(_("Saved last: {name}.", name=name), "f-quiet"))
        label = _("Take back")
        back = saved_outcome.take_back
        st.button(label, key="last-back", type="tertiary", on_click=back, args=(name,))


STEPS = Labels(
    about=N_("About the document"),
    numbers=N_("Numbers"),
    save=N_("Look and save"),
)


def show(snapshot: Snapshot) -> None:
    """The start, the draft at work, or what was just saved."""
    _recovered(settings.data_folder())
    name = st.query_params.get(curation_state.DRAFT)
    if name:
        saved_outcome.put_away()
    saved = saved_outcome.last_saved()
    if saved is not None:
        saved_outcome.show_saved(*saved)
        return
    review = curation_state.opened(name, snapshot.corpus) if name else None
    if review is None:
        place = st.empty()
        with place.container():
            review = _start(snapshot)
        if review is None:
            return
        place.empty()
    step = _steps(review)
    if step == "about":
        document_step.show(review)
    elif step == "save":
        save_step.show(review)
    else:
        numbers_step.show(review)


@cache
def _recovered(data: Path) -> None:
    """Finish or take back a save that a crash cut off: once, when this process first comes here."""
    try:
        whole_save.recover(data)
    except NotSaved as reason:
        curation_state.wrong(reason)


def _steps(review: ReviewSession) -> str:
    """The steps, the one at work marked; and the way out, on which nothing is lost."""
    wanted = st.query_params.get(curation_state.STEP, "about")
    now = wanted if wanted in STEPS else "about"
    with st.container(horizontal=True, vertical_alignment="center", key="a-steps"):
        for name, words in STEPS.items():
            kind: Literal["secondary", "tertiary"] = "secondary" if name == now else "tertiary"
            go = document_step.keep if now == "about" else curation_state.go
            st.button(words, key=f"a-step-{name}", type=kind, on_click=go, args=(name,))
        st.space("stretch")
        st.button(
            _("Stop here"), key="a-stop", type="tertiary", icon=":material/pause:", on_click=_stop
        )
    return now


def _stop() -> None:
    curation_state.leave()
    session_work()[curation_state.SAID] = _("Everything is kept. Go on whenever you like.")
