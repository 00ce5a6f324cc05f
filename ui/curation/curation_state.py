"""What a session keeps of adding and editing, and the one way to change the review at work.

A press is answered in a thread that Streamlit may stop wherever the session's state is asked, so
that of a decision that is on the disk the screen would know nothing. What is kept here is asked of
the session once, and then changed in place. Everything decided is on the disk before the next card
is shown; kept here are the review, what was typed on the card on screen, and one sentence to say.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

import settings
from curate import drafts
from curate.document_reading import Reading, read
from curate.errors import Elsewhere, NotSaved
from curate.review_session import ReviewSession
from extract.documents.document import Document
from facts.corpus import Corpus
from ui.curation.document_upload import progress_bar
from ui.server.permissions import must_edit
from words import _

KEY = "held"
_local = threading.local()  # a thread runs the scripts of one session only


def session_work() -> dict[str, Any]:
    """What this session holds, by name. `lock` guards a decision against one at the same time."""
    own: dict[str, Any] = getattr(_local, "own", {})
    if not own:
        if KEY not in st.session_state:
            st.session_state[KEY] = {"lock": threading.RLock()}
        own = st.session_state[KEY]
        _local.own = own
    return own


REVIEW, TYPED, SAID, WRONG = "add-desk", "add-typed", "add-said", "add-wrong"
LOOK = "add-look"  # a card that is looked at again
DRAFT, STEP = "draft", "step"  # in the address
Fields = dict[str, Any]


def opened(name: str, corpus: Corpus) -> ReviewSession | None:
    """The review of a draft: the one of this session, or read again from what is kept."""
    review: ReviewSession | None = session_work().get(REVIEW)
    if review is not None and review.work.id == name:
        return review
    try:
        work = drafts.resume(settings.data_folder(), name)
        with progress_bar(_("Looking for numbers in {name}", name=work.document.name)) as draw:
            reading = read(work.document, corpus, draw)
    except NotSaved as reason:
        wrong(reason)
        leave()
        return None
    return _put(ReviewSession(work, reading))


def begin(document: Document, corpus: Corpus) -> ReviewSession | None:
    """Begin a draft of a document; None where it cannot be kept, with a sentence."""
    try:
        must_edit()
        with progress_bar(_("Looking for numbers in {name}", name=document.name)) as draw:
            reading: Reading = read(document, corpus, draw)
        work = drafts.start(settings.data_folder(), document)
    except NotSaved as reason:
        wrong(reason)
        return None
    st.query_params[DRAFT] = work.id
    return _put(ReviewSession(work, reading))


def _put(review: ReviewSession) -> ReviewSession:
    session_work()[REVIEW] = review
    return review


def leave() -> None:
    """Put the draft away: everything decided is kept."""
    for key in (REVIEW, TYPED, LOOK):
        session_work().pop(key, None)
    for name in (DRAFT, STEP):
        if name in st.query_params:
            del st.query_params[name]


def do(action: Callable[[ReviewSession], ReviewSession], said: str | None = None) -> bool:
    """Change the review at work; whether it was done. What was refused is said on the next run."""
    own = session_work()
    with own["lock"]:
        own.pop(WRONG, None)
        if REVIEW not in own:
            return False
        try:
            must_edit()
            own[REVIEW] = action(own[REVIEW])
        except NotSaved as reason:
            if isinstance(reason, Elsewhere):  # it is read again on the next run
                own.pop(REVIEW)
            wrong(reason)
            return False
        if said is not None:
            own[SAID] = said
        return True


def review() -> ReviewSession | None:
    """The review at which this session works."""
    found: ReviewSession | None = session_work().get(REVIEW)
    return found


def press(action: Callable[[ReviewSession], ReviewSession]) -> None:
    """The same as `do`, for a button."""
    do(action)


def wrong(reason: NotSaved) -> None:
    """Keep why something was not done, to be said where the reader looks."""
    session_work()[WRONG] = reason


def typed() -> dict[str, Fields]:
    """What was typed on the card on screen and is not accepted yet, by item."""
    kept: dict[str, Fields] = session_work().setdefault(TYPED, {})
    return kept


def forget(items: Mapping[str, object] | list[str]) -> None:
    """Forget what was typed for these items: it was accepted, or they were decided otherwise."""
    for name in items:
        typed().pop(name, None)


def go(step: str) -> None:
    """Go to a step of the way; whatever was said is read."""
    session_work().pop(WRONG, None)
    st.query_params[STEP] = step
