"""Check a draft: the next submission held against all that was said before it, nothing saved."""

import streamlit as st

from extract.draft_check import check_draft
from ui import add_reading, draft, tags
from ui.data import snapshot
from ui.pressable import pressable
from ui.receipts import press, show_if_asked
from words import _

held = snapshot()
lead = _(
    "Give the draft of the next submission before it is sent. Each number is held against what "
    "was said before: new, the same, in contradiction, or copied from an earlier year. "
    "Nothing is saved."
)
st.html(tags.hero(_("Check a draft"), lead))


@st.fragment
def body() -> None:
    """The file, and what its numbers are beside those of the earlier submissions."""
    read = add_reading.uploaded("draft")
    if read is None:
        return
    kept = st.session_state.get("draft-found")
    if kept is None or kept[0] != (read.digest, held.version):
        seen = add_reading.found(read, held.corpus)
        checked, left_out = check_draft(seen.candidates, held.corpus, read.document.text)
        made = draft.result(checked, left_out, read.document, held)
        kept = ((read.digest, held.version), made)
        st.session_state["draft-found"] = kept
    add_reading.notes(read.document)
    if pressable(kept[1], "draft-result", press):
        show_if_asked(held)


body()
