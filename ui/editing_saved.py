"""A save goes in; what can be done after it comes out: see it, take it back, commit it."""

from __future__ import annotations

import streamlit as st

import settings
from curate import git_commit, whole_save
from curate.errors import NotSaved
from curate.whole_save import Saved
from ui import add_state, tags
from ui.data import changed
from ui.editing_held import held
from ui.editing_rights import must_edit
from ui.pressable import pressable
from ui.receipts import press
from words import _

HELD, SAID = "editing-saved", "editing-saved-said"
EDITED = "editing-saved-edited"  # the fact that was saved so, where it was one


def keep(saved: Saved, name: str) -> None:
    """Show this save, of the submission of this name, on the next run.

    The address names nothing to edit any more: what it names next is opened, the same fact too.
    """
    held()[HELD] = (saved, name)
    held().pop(SAID, None)
    held()[EDITED] = st.query_params.get("edit")
    if held()[EDITED]:
        del st.query_params["edit"]


def last() -> tuple[Saved, str] | None:
    """The save that was made last in this session, as long as it is on screen, and its name."""
    kept: tuple[Saved, str] | None = held().get(HELD)
    return kept


def show(saved: Saved, name: str) -> None:
    """That it is saved, where to see it, and the ways back and on."""
    head = tags.text(_("{name} is saved", name=name))
    newest = saved.submission
    links = "".join(
        (
            tags.link(_("See the new point on the chart"), "network"),
            tags.link(_("Ten years on a page"), "coverage"),
            tags.link(_("Read it with its facts marked"), "submissions", submission=newest),
        )
    )
    body = (
        f"<div class='f-answer' role='status'><div class='f-said'>{head}</div></div>"
        f"<div class='f-actions'>{links}</div>"
    )
    pressable(body, "saved-links", press)
    with st.container(horizontal=True):
        st.button(_("Take back"), key="saved-back", on_click=take_back, args=(name,))
        label = _("Add another submission")
        st.button(label, key="saved-on", type="tertiary", on_click=done)
    if said := held().get(SAID):
        st.html(f"<div class='f-root'><p role='status'>{tags.text(said)}</p></div>")
    _commit(saved)


def done() -> None:
    """Put the save away: something else is begun."""
    held().pop(HELD, None)


def take_back(name: str) -> None:
    """Take the last save back, of the submission of this name; its draft is listed again.

    A fact that was saved so, and is still said to be, is edited on.
    """
    try:
        must_edit()
        whole_save.take_back(settings.data_folder())
    except NotSaved as reason:
        add_state.wrong(reason)
        held()[SAID] = str(reason)
    else:
        changed()
        if held().pop(HELD, None) and (edited := held().get(EDITED)):
            st.query_params["edit"] = edited
        words = _("Taken back: {name} is as it was before the save.", name=name)
        held()[add_state.SAID] = words


def _commit(saved: Saved) -> None:
    """Behind “Show the file”: what was written, and the commit that is offered."""
    with st.expander(_("Show the file")):
        files = "".join(f"<li>{tags.text(file)}</li>" for file in saved.files)
        st.html(f"<div class='f-root'><ul class='f-about'>{files}</ul></div>")
        offered = git_commit.offer(settings.data_folder(), saved)
        if offered is None:
            return
        st.text_area(_("Message of the commit"), offered.message, key="saved-message")
        if not offered.possible:
            st.html(tags.note(offered.why_not))
            return
        label = _("Commit these files")
        st.button(label, key="saved-commit", on_click=_make_commit, args=(saved,))


def _make_commit(saved: Saved) -> None:
    try:
        must_edit()
        message = str(st.session_state["saved-message"])
        short = git_commit.commit(settings.data_folder(), saved, message)
        held()[SAID] = _("Committed as {id}.", id=short)
    except NotSaved as reason:
        held()[SAID] = str(reason)
