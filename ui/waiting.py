"""A first reading that takes long goes in; a page that says how far it is comes out."""

from __future__ import annotations

import streamlit as st

from ui.data import Progress, reading
from words import _

SOON = 0.7  # seconds within which nothing is said
STEP = 0.3  # seconds between two figures


def until_read() -> None:
    """Say how many submissions are checked, until all are; nothing where it is done at once."""
    thread = reading()
    if thread is None:
        return
    thread.join(SOON)
    if not thread.is_alive():
        return
    place = st.empty()
    while thread.is_alive():
        read, of = Progress.read, max(Progress.of, Progress.read, 1)
        said = _("Checking every fact against its source: {read} of {of} submissions.",
                 read=f"{read:,}", of=f"{of:,}")  # fmt: skip
        place.progress(read / of, text=said)
        thread.join(STEP)
    place.empty()
