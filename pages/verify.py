"""Check a file: whether an exported picture, slide or sheet is still what the data say."""

import streamlit as st

from export.verify import verify, verify_code
from ui import verdict
from ui.decks.deck_state import known_decks
from ui.server.data_store import snapshot
from ui.widgets import html
from words import _

held = snapshot()
lead = _(
    "A picture, slide or sheet from this dashboard carries its sources. "
    "Give the file, or the code under a picture, to see whether its numbers still stand."
)
st.html(html.hero(_("Check a file"), lead))


@st.fragment
def body() -> None:
    """The file or the code, and what is known about it."""
    given = st.file_uploader(_("File"), max_upload_size=20)
    code = st.text_input(_("Or the code under the picture"), key="code", bind="query-params")
    if given is not None:
        verdict.show(verify(given.getvalue(), given.name, held))
        if given.name.casefold().endswith(".pptx") and (deck := st.session_state["pages"]["deck"]):
            st.page_link(deck, label=_("Bring this deck up to date, on the page “Deck”"))
    elif code and code.strip():
        verdict.show(verify_code(code.strip()[:40], held, known_decks()))


body()
