"""Who asks goes in; whether they may change the data comes out."""

from __future__ import annotations

from ipaddress import ip_address

import streamlit as st

import settings
from curate.errors import NotSaved
from ui import login, login_config, login_page, login_roles, tags
from ui.pressable import pressable
from words import _

HERE = ("localhost", "127.0.0.1", "::1")
PASSED_ON = ("X-Forwarded-For", "Forwarded", "X-Real-Ip")  # what a server in between adds


class NotAllowed(NotSaved):
    """Who asks may not change anything, or not any more."""

    def __init__(self) -> None:
        super().__init__(
            _("Nothing was saved: you may not change anything here, or not any more."),
            _("Ask who runs this dashboard."),
        )


def may_edit() -> bool:
    """Whether this reader may change what is in the data folder.

    Where a login is set up, a curator may. Without one, only who sits at the machine that serves
    the dashboard may, or everyone where `FACTS_EDITING=on` says so. `FACTS_EDITING=off`: nobody.
    """
    asked = settings.editing()
    if asked == "off":
        return False
    if login_config.configured():
        who = login.of_session()
        return who is not None and who.role == "curator"
    if asked == "on":
        return True
    headers = st.context.headers
    if any(headers.get(name) for name in PASSED_ON):
        return False
    return _is_here(st.context.ip_address) and _host(headers.get("Host")) in ("", *HERE)


def must_edit() -> None:
    """Stands before everything that is written. Raises NotAllowed where `may_edit` is false."""
    if not may_edit():
        raise NotAllowed()


def say_no() -> None:
    """The sentence for who may only read."""
    if not login_config.configured():
        _say(
            _(
                "You can read here, and not change anything. Open the dashboard on the machine "
                "that serves it, or ask who runs it to allow editing."
            )
        )
        return
    who = login.of_session()
    if settings.editing() == "off":
        _say(_("You can read here; editing is switched off for everyone."))
    elif who is None:
        _say(_("You can read here. Who adds or edits has to log in first."))
        body = f"<p>{login_page.link('add', 'f-copy')}</p>"
        pressable(body, "login-to-edit", lambda _pressed: None)
    else:
        why = who.why or login_roles.sentence(login_roles.current())
        no = _("You can read here, and not change anything: that needs the role curator.")
        _say(f"{no} {why} {_('Ask who runs this dashboard.')}")


def _say(words: str) -> None:
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
