"""The way in: `streamlit run dashboard.py` finds `app`; the pages are listed in ui/main.py."""

import streamlit as st

from ui import starting
from ui.readiness import lifespan
from ui.serving import MIDDLEWARE, ROUTES

starting.check()
app = st.App("ui/main.py", routes=ROUTES, middleware=MIDDLEWARE, lifespan=lifespan)
