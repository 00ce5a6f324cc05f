"""Opens another page of the dashboard from a pressed link, without loading everything again."""

from __future__ import annotations

from urllib.parse import parse_qsl

import streamlit as st

KEY = "going"  # where a pressed link is kept until the run that follows the press
PLACE = "reading-at"  # how far someone has read in a long text; a link opens where it says


def ask(address: str) -> None:
    """Remember a pressed link: pages cannot be changed while a press is being answered."""
    st.session_state[KEY] = address


def go_if_asked() -> None:
    """Open the page of the link that was pressed, with its choices in the address."""
    address = st.session_state.pop(KEY, None)
    if address is None:
        return
    st.session_state.pop(PLACE, None)
    name, _mark, query = str(address).partition("?")
    page = st.session_state["pages"].get(name)
    if page is not None:
        st.switch_page(page, query_params=dict(parse_qsl(query)))
