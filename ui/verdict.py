"""What was found about an exported file goes in, the sentences that a reader sees come out."""

from __future__ import annotations

import streamlit as st

from export.verify import State, Verdict
from ui.widgets import html
from words import _

HEADS: dict[State, str] = {
    "current": _("Current: the numbers are those of today’s data"),
    "superseded": _("Superseded: the data has changed since this was made"),
    "no_receipt": _("No receipt found"),
    "changed_by_hand": _("Changed by hand: the file no longer says what it said when it was made"),
}


def show(found: Verdict) -> None:
    """The state in a sentence, and why."""
    css = "f-answer" if found.state == "current" else "f-answer f-none"
    lines = "".join(f"<li>{html.text(line)}</li>" for line in found.sentences)
    st.html(
        f"<div class='f-root'><div class='{css}' role='status'>"
        f"<div class='f-said'>{html.text(HEADS[found.state])}</div><ul>{lines}</ul></div></div>"
    )
