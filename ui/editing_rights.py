"""Who asks goes in; whether they may change the data comes out. Roles of a login belong here."""

from __future__ import annotations

from ipaddress import ip_address

import streamlit as st

import settings
from ui import tags
from words import _

HERE = ("localhost", "127.0.0.1", "::1")
PASSED_ON = ("X-Forwarded-For", "Forwarded", "X-Real-Ip")  # what a server in between adds


def may_edit() -> bool:
    """Whether this reader may change what is in the data folder.

    As long as nobody logs in, only who sits at the machine that serves the dashboard may, or
    everyone where `FACTS_EDITING=on` says so.
    """
    asked = settings.editing()
    if asked in ("on", "off"):
        return asked == "on"
    headers = st.context.headers
    if any(headers.get(name) for name in PASSED_ON):
        return False
    return _is_here(st.context.ip_address) and _host(headers.get("Host")) in ("", *HERE)


def say_no() -> None:
    """The sentence for who may only read."""
    words = _(
        "You can read here, and not change anything. Open the dashboard on the machine that "
        "serves it, or ask who runs it to allow editing."
    )
    st.html(f"<div class='f-root'><p class='f-lead'>{tags.text(words)}</p></div>")


def _is_here(address: str | None) -> bool:
    """Whether a connection comes from this machine; Streamlit gives None for it."""
    if not address:
        return True
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def _host(header: str | None) -> str:
    """The name in a Host header, without its port."""
    name = (header or "").strip().lower()
    if name.startswith("["):
        return name[1:].partition("]")[0]
    return name.rpartition(":")[0] if name.count(":") == 1 else name
