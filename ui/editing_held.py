"""Nothing goes in; what a session holds of the work of adding and editing comes out.

A press is answered in a thread that Streamlit may stop wherever the session's state is asked, so
that of a decision that is on the disk the screen would know nothing. What is held here is asked of
the session once, and then changed in place.
"""

from __future__ import annotations

import threading
from typing import Any

import streamlit as st

KEY = "held"
_local = threading.local()  # a thread runs the scripts of one session only


def held() -> dict[str, Any]:
    """What this session holds, by name. `lock` guards a decision against one at the same time."""
    own: dict[str, Any] = getattr(_local, "own", {})
    if not own:
        if KEY not in st.session_state:
            st.session_state[KEY] = {"lock": threading.RLock()}
        own = st.session_state[KEY]
        _local.own = own
    return own
