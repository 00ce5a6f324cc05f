"""Facts: every proved fact, to search, filter, sort, read and download."""

import streamlit as st

from ui import fact_list, finder, tags
from ui.choices import choose
from ui.data import snapshot
from ui.empty import nothing_yet
from ui.pager import pager
from ui.pressable import pressable
from ui.receipts import press, show_if_asked
from ui.tables import download
from words import _, pick

held = snapshot()
if held.every.empty:
    nothing_yet()
    st.stop()
groups = {group.id: pick(group.label) for group in held.corpus.groups}


@st.fragment
def body() -> None:
    """The search, the filters and the list, rerun together and alone."""
    known, every = finder.submissions(held, titled=False), {"all": _("All")}
    find = _("Find a submission")
    many = finder.are_many(known)
    search, *others = st.columns([2, 1, 1] if many else [2, 1, 1, 1])
    with search:
        words = st.text_input(
            _("Search"), key="search", bind="query-params", max_chars=200, live=True
        )
    with st.container() if many else others[0]:
        sub = finder.choose_among(_("Submission"), find, known, "submission", every)
    with others[-2]:
        group = choose(_("About"), {"all": _("All"), **groups}, "about")
    with others[-1]:
        order = choose(_("Sorted by"), fact_list.ORDERS, "sort")
    found = fact_list.select(held.every, words or "", sub, group, order)
    about = repr((words, sub, group, order))
    first, last = pager(len(found), fact_list.PAGE, "page", about)
    rows = held.every.iloc[found[first:last]]
    shown = fact_list.listing(rows, len(found), len(held.every))
    pressed = pressable(shown, "fact-list", press)
    if len(found):
        download(lambda: held.every.iloc[found], "facts", also_json=True)
    if pressed:
        show_if_asked(held)


st.html(tags.hero(_("Every fact, with its sentence")))
body()
