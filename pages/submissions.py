"""Submissions: each document as it was received, with every fact marked in it."""

import streamlit as st

from ui.evidence import submission_view
from ui.server.data_store import current_snapshot
from ui.widgets import choices, html
from ui.widgets.choices import choose
from ui.widgets.empty_state import nothing_yet
from words import _, pick

snapshot = current_snapshot()
if not snapshot.corpus.submissions:
    nothing_yet()
    st.stop()

st.html(html.hero(_("What was written")))


@st.fragment
def body() -> None:
    """The choice and the reading view, rerun together and alone."""
    known, find = choices.submissions_to_find(snapshot, titled=True), _("Find a submission")
    left, right = (st.container(), st.container()) if choices.are_many(known) else st.columns(2)
    with left:
        chosen = choices.choose_among(_("Submission"), find, known, "submission")
    sub = snapshot.corpus.submission(chosen)
    if sub is None:
        return
    used = {placed.fact.indicator for placed in sub.facts}
    labels = {i.id: pick(i.label) for i in snapshot.corpus.indicators.values() if i.id in used}
    with right:
        only = choose(_("Mark only"), {"all": _("All facts"), **labels}, "indicator")
    submission_view.show_submission(snapshot, sub, only, st.query_params.get("fact"))


body()
