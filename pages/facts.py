"""Facts: every proved fact, to search, filter, sort, read and download."""

import streamlit as st

from ui import fact_list, tags
from ui.choices import choose
from ui.data import snapshot
from ui.empty import nothing_yet
from ui.pressable import pressable
from ui.receipts import press, show_if_asked
from ui.tables import download
from words import _, pick

held = snapshot()
if held.frame.empty:
    nothing_yet()
    st.stop()
submissions = {sub.head.id: sub.head.name for sub in held.corpus.submissions}
groups = {group.id: pick(group.label) for group in held.corpus.groups}


@st.fragment
def body() -> None:
    """The search, the filters and the list, rerun together and alone."""
    search, left, middle, right = st.columns([2, 1, 1, 1])
    with search:
        words = st.text_input(
            _("Search"), key="search", bind="query-params", max_chars=200, live=True
        )
    with left:
        sub = choose(_("Submission"), {"all": _("All"), **submissions}, "submission")
    with middle:
        group = choose(_("About"), {"all": _("All"), **groups}, "about")
    with right:
        order = choose(_("Sorted by"), fact_list.ORDERS, "sort")
    found = fact_list.select(held.frame, words or "", sub, group, order)
    pages = fact_list.pages(found)
    page = choose(_("Page"), pages, "page") if len(pages) > 1 else "1"
    shown = fact_list.listing(fact_list.page(found, page), len(found), len(held.frame))
    pressed = pressable(shown, "fact-list", press)
    if not found.empty:
        download(found, "facts", also_json=True)
    if pressed:
        show_if_asked(held)


st.html(tags.hero(_("Every fact, with its sentence")))
body()
