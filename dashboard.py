"""The way in: `streamlit run dashboard.py` finds `app`; the pages are listed in ui/main.py."""

import streamlit as st

from ui.server import startup_checks
from ui.server.health import lifespan
from ui.server.http_app import MIDDLEWARE, ROUTES

startup_checks.check()
app = st.App("ui/main.py", routes=ROUTES, middleware=MIDDLEWARE, lifespan=lifespan)
