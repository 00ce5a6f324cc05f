"""What can follow a save: another's version beside one's own, the way back, and the commit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from difflib import SequenceMatcher

import streamlit as st

import settings
from curate import git_commit, whole_save
from curate.errors import Conflict, NotSaved
from curate.whole_save import Saved
from ui.curation import curation_state
from ui.curation.curation_state import session_work
from ui.evidence.receipts import press
from ui.server.data_store import changed
from ui.server.permissions import must_edit
from ui.widgets import html
from ui.widgets.html_component import pressable
from words import _

CONFLICT = "editing-conflict"
AROUND = 2  # lines shown around a difference


@contextmanager
def saving(name: str) -> Iterator[None]:
    """Inside, the fact or draft of this name is saved; what keeps it from that is kept to be shown.

    Where someone else saved meanwhile, both versions are shown until that is answered.
    """
    try:
        yield
    except Conflict as conflict:
        session_work()[CONFLICT] = (name, conflict)
    except NotSaved as reason:
        curation_state.wrong(reason)
    else:
        changed()
        session_work().pop(CONFLICT, None)


def conflict_about(name: str) -> Conflict | None:
    """The conflict that waits for an answer, where it is about this fact or draft."""
    waiting: tuple[str, Conflict] | None = session_work().get(CONFLICT)
    return waiting[1] if waiting and waiting[0] == name else None


def show_conflict(conflict: Conflict, save_mine: Callable[[str], None]) -> None:
    """What differs, side by side, and the two ways on: `save_mine(theirs)`, or going on."""
    head = _("Someone else saved this while you were working")
    words = _("Nothing of yours is lost, and nothing was written. Compare, and choose.")
    st.html(
        f"<div class='f-root'><div class='f-notice' role='alert'><strong>{html.text(head)}</strong>"
        f"<p>{html.text(words)}</p></div></div>"
    )
    mine, theirs = differing(conflict.mine, conflict.theirs)
    left, right = st.columns(2)
    with left:
        st.html(version(_("Yours"), mine))
    with right:
        st.html(version(_("Saved by someone else"), theirs))
    with st.container(horizontal=True):
        st.button(
            _("Save mine in its place"),
            key="conflict-mine",
            type="primary",
            on_click=save_mine,
            args=(conflict.theirs,),
        )
        st.button(
            _("Leave theirs, and go on working"),
            key="conflict-theirs",
            on_click=lambda: session_work().pop(CONFLICT, None),
        )


def differing(mine: str, theirs: str) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """The lines around each difference of two texts; with each, whether it differs."""
    ours, others = mine.splitlines(), theirs.splitlines()
    left: list[tuple[str, bool]] = []
    right: list[tuple[str, bool]] = []
    for group in SequenceMatcher(None, ours, others, autojunk=False).get_grouped_opcodes(AROUND):
        if left:
            left.append(("…", False))
            right.append(("…", False))
        for kind, a, b, c, d in group:
            left += [(text, kind != "equal") for text in ours[a:b]]
            right += [(text, kind != "equal") for text in others[c:d]]
    return left, right


def version(head: str, lines: list[tuple[str, bool]]) -> str:
    """The lines of one version as HTML, those that differ marked."""
    body = "\n".join(
        f"<mark>{html.text(line)}</mark>" if differs else html.text(line) for line, differs in lines
    )
    return (
        f"<div class='f-root a-version'><h3>{html.text(head)}</h3>"
        f"<pre tabindex='0'>{body}</pre></div>"
    )


SAVED, SAID = "editing-saved", "editing-saved-said"
EDITED = "editing-saved-edited"  # the fact that was saved so, where it was one


def keep_saved(saved: Saved, name: str) -> None:
    """Show this save, of the submission of this name, on the next run.

    The address names nothing to edit any more: what it names next is opened, the same fact too.
    """
    session_work()[SAVED] = (saved, name)
    session_work().pop(SAID, None)
    session_work()[EDITED] = st.query_params.get("edit")
    if session_work()[EDITED]:
        del st.query_params["edit"]


def last_saved() -> tuple[Saved, str] | None:
    """The save that was made last in this session, as long as it is on screen, and its name."""
    kept: tuple[Saved, str] | None = session_work().get(SAVED)
    return kept


def show_saved(saved: Saved, name: str) -> None:
    """That it is saved, where to see it, and the ways back and on."""
    head = html.text(_("{name} is saved", name=name))
    newest = saved.submission
    links = "".join(
        (
            html.link(_("See the new point on the chart"), "network"),
            html.link(_("Ten years on a page"), "coverage"),
            html.link(_("Read it with its facts marked"), "submissions", submission=newest),
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
        st.button(label, key="saved-on", type="tertiary", on_click=put_away)
    if said := session_work().get(SAID):
        st.html(html.paragraph(said, role="status"))
    _commit(saved)


def put_away() -> None:
    """Put the save away: something else is begun."""
    session_work().pop(SAVED, None)


def take_back(name: str) -> None:
    """Take the last save back, of the submission of this name; its draft is listed again.

    A fact that was saved so, and is still said to be, is edited on.
    """
    try:
        must_edit()
        whole_save.take_back(settings.data_folder())
    except NotSaved as reason:
        curation_state.wrong(reason)
        session_work()[SAID] = str(reason)
    else:
        changed()
        if session_work().pop(SAVED, None) and (edited := session_work().get(EDITED)):
            st.query_params["edit"] = edited
        words = _("Taken back: {name} is as it was before the save.", name=name)
        session_work()[curation_state.SAID] = words


def _commit(saved: Saved) -> None:
    """Behind “Show the file”: what was written, and the commit that is offered."""
    with st.expander(_("Show the file")):
        files = "".join(f"<li>{html.text(file)}</li>" for file in saved.files)
        st.html(f"<div class='f-root'><ul class='f-about'>{files}</ul></div>")
        offered = git_commit.offer(settings.data_folder(), saved)
        if offered is None:
            return
        st.text_area(_("Message of the commit"), offered.message, key="saved-message")
        if not offered.possible:
            st.html(html.note(offered.why_not))
            return
        label = _("Commit these files")
        st.button(label, key="saved-commit", on_click=_make_commit, args=(saved,))


def _make_commit(saved: Saved) -> None:
    try:
        must_edit()
        message = str(st.session_state["saved-message"])
        short = git_commit.commit(settings.data_folder(), saved, message)
        session_work()[SAID] = _("Committed as {id}.", id=short)
    except NotSaved as reason:
        session_work()[SAID] = str(reason)
