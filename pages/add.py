"""Add a submission: from a document to proved facts, card by card; or edit one fact."""

import streamlit as st

from ui import add_page, editing_page, editing_rights, tags
from ui.data import snapshot
from words import _

editing = st.query_params.get("edit")
title = _("Edit a fact") if editing else _("Add a submission")
st.html(tags.hero(title))


@st.fragment
def body() -> None:
    """Everything below the title, rerun alone."""
    if not editing_rights.may_edit():
        editing_rights.say_no()
    elif editing:
        editing_page.show(editing, snapshot())
    else:
        add_page.show(snapshot())


body()
