"""Check a file: whether an exported picture, slide or sheet is still what the data say."""

import streamlit as st

from export.verify import State, Verdict, verify, verify_code
from ui.deck.deck_state import known_decks
from ui.server.data_store import current_snapshot
from ui.widgets import html
from words import _

snapshot = current_snapshot()
heads: dict[State, str] = {
    "current": _("Current: the numbers are those of today’s data"),
    "superseded": _("Superseded: the data has changed since this was made"),
    "no_receipt": _("No receipt found"),
    "changed_by_hand": _("Changed by hand: the file no longer says what it said when it was made"),
}
lead = _(
    "A picture, slide or sheet from this dashboard carries its sources. "
    "Give the file, or the code under a picture, to see whether its numbers still stand."
)
st.html(html.hero(_("Check a file"), lead))


def show(found: Verdict) -> None:
    """The state in a sentence, and why."""
    css = "f-answer" if found.state == "current" else "f-answer f-none"
    lines = "".join(f"<li>{html.text(line)}</li>" for line in found.sentences)
    st.html(
        f"<div class='f-root'><div class='{css}' role='status'>"
        f"<div class='f-said'>{html.text(heads[found.state])}</div><ul>{lines}</ul></div></div>"
    )


@st.fragment
def body() -> None:
    """The file or the code, and what is known about it."""
    given = st.file_uploader(_("File"), max_upload_size=20)
    code = st.text_input(_("Or the code under the picture"), key="code", bind="query-params")
    if given is not None:
        show(verify(given.getvalue(), given.name, snapshot))
        if given.name.casefold().endswith(".pptx") and (deck := st.session_state["pages"]["deck"]):
            st.page_link(deck, label=_("Bring this deck up to date, on the page “Deck”"))
    elif code and code.strip():
        show(verify_code(code.strip()[:40], snapshot, known_decks()))


body()
