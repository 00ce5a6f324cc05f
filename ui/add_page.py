"""The data goes in; where someone is on the way from a document to saved facts comes out."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

import streamlit as st

import settings
from curate import whole_save
from curate.errors import NotSaved
from curate.review_session import ReviewSession
from facts.store import Snapshot
from ui import add_cards, add_finish, add_head, add_start, add_state, editing_saved
from ui.editing_held import held
from words import _

STEPS = {
    "about": _("About the document"),
    "numbers": _("Numbers"),
    "save": _("Look and save"),
}


def show(held: Snapshot) -> None:
    """The start, the draft at work, or what was just saved."""
    _recovered(settings.data_folder())
    name = st.query_params.get(add_state.DRAFT)
    if name:
        editing_saved.done()
    saved = editing_saved.last()
    if saved is not None:
        editing_saved.show(*saved)
        return
    desk = add_state.opened(name, held.corpus) if name else None
    if desk is None:
        place = st.empty()
        with place.container():
            desk = add_start.show(held)
        if desk is None:
            return
        place.empty()
    step = _steps(desk)
    if step == "about":
        add_head.show(desk)
    elif step == "save":
        add_finish.show(desk)
    else:
        add_cards.show(desk)


@cache
def _recovered(data: Path) -> None:
    """Finish or take back a save that a crash cut off: once, when this process first comes here."""
    try:
        whole_save.recover(data)
    except NotSaved as reason:
        add_state.wrong(reason)


def _steps(desk: ReviewSession) -> str:
    """The steps, the one at work marked; and the way out, on which nothing is lost."""
    wanted = st.query_params.get(add_state.STEP, "about")
    now = wanted if wanted in STEPS else "about"
    with st.container(horizontal=True, vertical_alignment="center", key="a-steps"):
        for name, words in STEPS.items():
            kind: Literal["secondary", "tertiary"] = "secondary" if name == now else "tertiary"
            go = add_head.keep if now == "about" else add_state.go
            st.button(words, key=f"a-step-{name}", type=kind, on_click=go, args=(name,))
        st.space("stretch")
        st.button(
            _("Stop here"), key="a-stop", type="tertiary", icon=":material/pause:", on_click=_stop
        )
    return now


def _stop() -> None:
    add_state.leave()
    held()[add_state.SAID] = _("Everything is kept. Go on whenever you like.")
