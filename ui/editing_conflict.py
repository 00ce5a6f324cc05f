"""Two versions of a file go in, both side by side come out, and which one someone wants."""

from __future__ import annotations

from collections.abc import Callable
from difflib import SequenceMatcher

import streamlit as st

from curate.errors import Conflict
from ui import tags
from ui.editing_held import held
from words import _

HELD = "editing-conflict"
AROUND = 2  # lines shown around a difference


def keep(name: str, conflict: Conflict) -> None:
    """Show this conflict, about the fact or draft of this name, until it is answered."""
    held()[HELD] = (name, conflict)


def about(name: str) -> Conflict | None:
    """The conflict that waits for an answer, where it is about this fact or draft."""
    waiting: tuple[str, Conflict] | None = held().get(HELD)
    return waiting[1] if waiting and waiting[0] == name else None


def show(conflict: Conflict, save_mine: Callable[[str], None]) -> None:
    """What differs, side by side, and the two ways on: `save_mine(theirs)`, or going on."""
    head = _("Someone else saved this while you were working")
    words = _("Nothing of yours is lost, and nothing was written. Compare, and choose.")
    st.html(
        f"<div class='f-root'><div class='f-notice' role='alert'><strong>{tags.text(head)}</strong>"
        f"<p>{tags.text(words)}</p></div></div>"
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
            on_click=lambda: held().pop(HELD, None),
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
        f"<mark>{tags.text(line)}</mark>" if differs else tags.text(line) for line, differs in lines
    )
    return (
        f"<div class='f-root a-version'><h3>{tags.text(head)}</h3>"
        f"<pre tabindex='0'>{body}</pre></div>"
    )
