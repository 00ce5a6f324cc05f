"""Add a submission: from a document to proved facts, card by card; or edit one fact.

No part of this page runs alone: its keys are pressed fast, and a part that is interrupted while it
is drawn leaves the browser with pieces of two cards.
"""

import streamlit as st

from ui.curation import add_submission, fact_editor
from ui.server import permissions
from ui.server.data_store import current_snapshot
from ui.widgets import html
from words import _

editing = st.query_params.get("edit")
st.html(html.hero(_("Edit a fact") if editing else _("Add a submission")))
if not permissions.may_edit():
    permissions.say_no()
elif editing:
    fact_editor.show(editing, current_snapshot())
else:
    add_submission.show(current_snapshot())
