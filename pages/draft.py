"""Check a draft: the next submission held against all that was said before it, nothing saved."""

import streamlit as st

from extract.draft_check import check_draft
from ui.curation import document_upload, draft_report
from ui.evidence.receipts import press, show_receipt_if_asked
from ui.server.data_store import current_snapshot
from ui.widgets import html
from ui.widgets.html_component import pressable
from words import _

snapshot = current_snapshot()
lead = _(
    "Give the draft of the next submission before it is sent. Each number is held against what "
    "was said before: new, the same, in contradiction, or copied from an earlier year. "
    "Nothing is saved."
)
st.html(html.hero(_("Check a draft"), lead))


@st.fragment
def body() -> None:
    """The file, and what its numbers are beside those of the earlier submissions."""
    read = document_upload.uploaded("draft")
    if read is None:
        return
    kept = st.session_state.get("draft-found")
    if kept is None or kept[0] != (read.digest, snapshot.version):
        seen = document_upload.find_numbers(read, snapshot.corpus)
        checked, left_out = check_draft(seen.candidates, snapshot.corpus, read.document.text)
        made = draft_report.draft_report(checked, left_out, read.document, snapshot)
        kept = ((read.digest, snapshot.version), made)
        st.session_state["draft-found"] = kept
    document_upload.reading_notes(read.document)
    if pressable(kept[1], "draft-result", press):
        show_receipt_if_asked(snapshot)


body()
