"""Facts: every proved fact, to search, filter, sort, read and download."""

import streamlit as st

from ui.evidence import fact_list
from ui.evidence.fact_list import download_facts
from ui.evidence.receipts import press, show_receipt_if_asked
from ui.server.data_store import current_snapshot
from ui.widgets import choices, html
from ui.widgets.choices import choose
from ui.widgets.empty_state import nothing_yet
from ui.widgets.html_component import pressable
from ui.widgets.pager import pager
from words import _, pick, translate

snapshot = current_snapshot()
if snapshot.every.empty:
    nothing_yet()
    st.stop()
orders = {name: translate(words) for name, words in fact_list.ORDERS.items()}
groups = {group.id: pick(group.label) for group in snapshot.corpus.groups}


@st.fragment
def body() -> None:
    """The search, the filters and the list, rerun together and alone."""
    known, every = choices.submissions_to_find(snapshot, titled=False), {"all": _("All")}
    find = _("Find a submission")
    many = choices.are_many(known)
    search, *others = st.columns([2, 1, 1] if many else [2, 1, 1, 1])
    with search:
        words = st.text_input(
            _("Search"), key="search", bind="query-params", max_chars=200, live=True
        )
    with st.container() if many else others[0]:
        sub = choices.choose_among(_("Submission"), find, known, "submission", every)
    with others[-2]:
        group = choose(_("About"), {"all": _("All"), **groups}, "about")
    with others[-1]:
        order = choose(_("Sorted by"), orders, "sort")
    found = fact_list.select(snapshot.every, words or "", sub, group, order)
    about = repr((words, sub, group, order))
    first, last = pager(len(found), fact_list.FACTS_ON_A_PAGE, "page", about)
    rows = snapshot.every.iloc[found[first:last]]
    shown = fact_list.listing(rows, len(found), len(snapshot.every))
    pressed = pressable(shown, "fact-list", press)
    if len(found):
        download_facts(lambda: snapshot.every.iloc[found], "facts", also_json=True)
    if pressed:
        show_receipt_if_asked(snapshot)


st.html(html.hero(_("Every fact, with its sentence")))
body()
