"""Data quality: what is wrong, inferred, corrected, repeated or missing, said in the open."""

import streamlit as st

from ui import tags
from ui.data import snapshot
from ui.evidence import quality
from words import _

held = snapshot()
lead = _("What a careful reader would ask about these numbers, answered before it is asked.")
st.html(tags.hero(_("Data quality"), lead))
st.fragment(quality.show_quality)(held)
