"""Data quality: what is wrong, inferred, corrected, repeated or missing, said in the open."""

import streamlit as st

from ui.evidence import quality
from ui.server.data_store import current_snapshot
from ui.widgets import html
from words import _

snapshot = current_snapshot()
lead = _("What a careful reader would ask about these numbers, answered before it is asked.")
st.html(html.hero(_("Data quality"), lead))
st.fragment(quality.show_quality)(snapshot)
