"""Submissions: each document as it was received, with every fact marked in it."""

import streamlit as st

from ui import finder, submissions, tags
from ui.choices import choose
from ui.data import snapshot
from ui.empty import nothing_yet
from words import _, pick

held = snapshot()
if not held.corpus.submissions:
    nothing_yet()
    st.stop()

st.html(tags.hero(_("What was written")))


@st.fragment
def body() -> None:
    """The choice and the reading view, rerun together and alone."""
    known, find = finder.submissions(held, titled=True), _("Find a submission")
    left, right = (st.container(), st.container()) if finder.are_many(known) else st.columns(2)
    with left:
        chosen = finder.choose_among(_("Submission"), find, known, "submission")
    sub = held.corpus.submission(chosen)
    if sub is None:
        return
    used = {placed.fact.indicator for placed in sub.facts}
    labels = {i.id: pick(i.label) for i in held.corpus.indicators.values() if i.id in used}
    with right:
        only = choose(_("Mark only"), {"all": _("All facts"), **labels}, "indicator")
    submissions.show(held, sub, only, st.query_params.get("fact"))


body()
