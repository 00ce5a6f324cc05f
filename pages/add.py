"""Add a submission: from a document to proved facts, card by card; or edit one fact.

No part of this page runs alone: its keys are pressed fast, and a part that is interrupted while it
is drawn leaves the browser with pieces of two cards.
"""

import streamlit as st

from ui import add_page, editing_page, editing_rights, tags
from ui.data import snapshot
from words import _

editing = st.query_params.get("edit")
st.html(tags.hero(_("Edit a fact") if editing else _("Add a submission")))
if not editing_rights.may_edit():
    editing_rights.say_no()
elif editing:
    editing_page.show(editing, snapshot())
else:
    add_page.show(snapshot())
