"""Refuses to start with settings that would let in who must stay out, in one sentence.

Asked by dashboard.py before anything is served.
"""

from __future__ import annotations

import sys
from urllib.parse import urlsplit

from streamlit import config

import settings
from ui.server import login_roles, login_settings
from ui.server.login_settings import is_here

READING = ("", "open", "login")
EDITING = ("", "on", "off")
EDITING_IS_OFF = (
    "Editing is off. To add and edit on this machine, start with FACTS_EDITING=on, as make run "
    "does; for several people set up a login (docs/login.md)."
)


def check() -> None:
    """Go on, or end with exit code 1 and one sentence on the error output."""
    if said := refusal(str(config.get_option("server.address") or "")):
        sys.exit(f"Not started: {said}")
    if login_settings.configured():
        if broken := login_roles.current().wrong:
            print(f"Nobody can edit: {broken}", file=sys.stderr)
    elif settings.editing() != "on":
        print(EDITING_IS_OFF, file=sys.stderr)


def refusal(address: str) -> str:
    """Why a dashboard that listens on this address may not start; nothing where it may."""
    if broken := login_settings.unreadable():
        return f"{broken} Mend the file, or take it away; until then there would be no login."
    for name, value, known in (
        ("DASHBOARD_READING", settings.reading(), READING),
        ("FACTS_EDITING", settings.editing(), EDITING),
    ):
        if value not in known:
            return f"{name} is {value[:40]!r}. Set it to {' or '.join(known[1:])}, or unset it."
    if login_settings.configured():
        if config.get_option("server.trustedUserHeaders"):
            return (
                "server.trustedUserHeaders lets a header say who someone is, past the login. "
                "Take it out of the settings of Streamlit."
            )
        return login_settings.wrong(login_settings.section())
    if settings.reading() == "login":
        return (
            "DASHBOARD_READING=login, and no login is set up, so that nobody could read. Set one "
            "up (docs/login.md), or unset DASHBOARD_READING."
        )
    return _open_editing(address)


def _open_editing(address: str) -> str:
    """Why others could come where editing is on for this machine; nothing where none can."""
    if settings.editing() != "on":
        return ""
    where = ""
    if not address:
        where = "the dashboard would listen on every address of this machine"
    elif not is_here(address):
        where = f"the dashboard would listen on {address}"
    elif (host := urlsplit(settings.dashboard_url()).hostname) and not is_here(host):
        where = f"DASHBOARD_URL says that others reach it at {host}"
    if not where:
        return ""
    return (
        f"FACTS_EDITING=on is for this machine alone, and {where}. Set up a login "
        "(docs/login.md), or unset FACTS_EDITING, or add --server.address localhost."
    )
