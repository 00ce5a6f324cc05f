"""The control for a document, which is read and searched behind a bar and kept for the session.

What cannot be read is answered with a sentence.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256

import streamlit as st

from extract.candidates import Candidate, find_candidates
from extract.dated_events import Dating, Event, find_dating, find_events
from extract.documents.document import Document, NeedsPassword, Unreadable
from extract.documents.read_document import plain_name, read_bytes
from extract.indicator_guess import Guesser
from extract.reused_sentences import Earlier
from facts.corpus import Corpus
from language.passages import Passages
from ui.widgets import html
from words import _

LARGEST = 50  # MB, as much as extract/ reads
SOON = 0.4  # seconds: what lasts no longer shows no bar
STEP = 0.02  # the bar moves when so much more is done
Progress = Callable[[float], None]


@dataclass(frozen=True)
class Read:
    """A document as read, and the fingerprint of the file that it was read from."""

    digest: str
    document: Document


@dataclass(frozen=True)
class Found:
    """All numbers of a document, those left out for their class too; its events and its dates."""

    candidates: tuple[Candidate, ...]
    events: tuple[Event, ...]
    dating: tuple[Dating, ...]


def uploaded(key: str) -> Read | None:
    """The control for a file, and the document that was given; None while there is none."""
    given = st.file_uploader(
        _("Document: PDF, Word (.docx), OpenDocument (.odt), HTML, Markdown or plain text"),
        max_upload_size=LARGEST,
        key=f"{key}-file",
    )
    place = f"{key}-read"
    if given is None:
        st.session_state.pop(place, None)
        return None
    data = given.getvalue()
    digest = sha256(data).hexdigest()
    snapshot: Read | None = st.session_state.get(place)
    if snapshot is None or snapshot.digest != digest:
        snapshot = _read(data, given.name, digest, key)
        st.session_state[place] = snapshot
    return snapshot


def find_numbers(read: Read, corpus: Corpus) -> Found:
    """The numbers, events and dates of a document, with a bar while they are looked for."""
    with progress_bar(_("Reading the earlier submissions, once"), later=True) as draw:
        earlier = Earlier(corpus, read.document.text, lambda share: draw(share * 0.6))
        guesser = Guesser(corpus, lambda share: draw(0.6 + share * 0.4))
    with progress_bar(_("Looking for numbers in {name}", name=read.document.name)) as draw:
        passages = Passages(read.document.text)
        candidates = tuple(find_candidates(passages, guesser, earlier, draw))
        return Found(candidates, tuple(find_events(passages)), tuple(find_dating(passages)))


def reading_notes(document: Document) -> None:
    """What is to be said of the reading: what was left out, or taken as accepted."""
    if document.notes:
        items = "".join(f"<li>{html.text(note)}</li>" for note in document.notes)
        st.html(f"<div class='f-root'><ul class='a-notes f-small f-quiet'>{items}</ul></div>")


def _read(data: bytes, name: str, digest: str, key: str) -> Read | None:
    typed = f"{key}-password-{digest[:12]}"
    password = st.session_state.get(typed) or None
    try:
        with progress_bar(_("Reading {name}", name=plain_name(name))) as draw:
            return Read(digest, read_bytes(data, name, password, draw))
    except NeedsPassword:
        words = (
            _("This password does not open the document. Look at its letters, large and small.")
            if password
            else _("This document is encrypted. Type the password with which it opens.")
        )
        st.html(html.note(words))
        st.text_input(_("Password of the document"), type="password", key=typed)
    except Unreadable as reason:
        st.html(html.note(f"{plain_name(name)}: {reason}"))
    return None


@contextmanager
def progress_bar(label: str, *, later: bool = False) -> Iterator[Progress]:
    """A bar that is there only while something lasts; `later`: not for what is soon done."""
    place = st.empty()
    begun, shown = time.monotonic(), -STEP if later else 0.0
    if not later:
        place.progress(0.0, html.markdown(label))

    def draw(share: float) -> None:
        nonlocal shown
        if share - shown >= STEP and (not later or time.monotonic() - begun > SOON):
            shown = share
            place.progress(min(share, 1.0), html.markdown(label))

    try:
        yield draw
    finally:
        place.empty()
