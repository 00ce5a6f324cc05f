"""Whether who asks may change the data, and the sentence for who may not."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

import streamlit as st
from streamlit import config

import settings
from curate.errors import NotSaved
from ui.server import login, login_roles, login_settings
from ui.widgets import html
from ui.widgets.html_component import pressable
from words import _

HERE = ("localhost", "127.0.0.1", "[::1]")
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

    Where a login is set up, a curator may. Without one, nobody may, or with `FACTS_EDITING=on` who
    sits at the machine that serves the dashboard. `FACTS_EDITING=off`: nobody at all. A page of
    another address, be it only another port, may never speak for a reader.
    """
    asked = settings.editing()
    if asked == "off" or not is_own_page():
        return False
    if login_settings.configured():
        who = login.of_session()
        return who is not None and who.role == "curator"
    return asked == "on" and sits_here()


def must_edit() -> None:
    """Stands before everything that is written. Raises NotAllowed where `may_edit` is false."""
    if not may_edit():
        raise NotAllowed()


def say_no() -> None:
    """The sentence for who may only read."""
    if not login_settings.configured():
        if settings.editing() == "on":
            how = _("Open the dashboard on the machine that serves it, at its own address.")
        else:
            how = _(
                "Editing is off. Who runs this dashboard can turn it on: with FACTS_EDITING=on for "
                "this machine (make run does), or with a login for several people."
            )
        _say(f"{_('You can read here, and not change anything.')} {how}")
        return
    who = login.of_session()
    if settings.editing() == "off":
        _say(_("You can read here; editing is switched off for everyone."))
    elif who is None:
        _say(_("You can read here. Who adds or edits has to log in first."))
        body = f"<p>{login.login_link('add', 'f-copy')}</p>"
        pressable(body, "login-to-edit", lambda _pressed: None)
    else:
        why = who.why or login_roles.sentence(login_roles.current())
        no = _("You can read here, and not change anything: that needs the role curator.")
        _say(f"{no} {why} {_('Ask who runs this dashboard.')}")


def _say(words: str) -> None:
    st.html(html.paragraph(words, "f-lead"))


def _is_here(address: str | None) -> bool:
    """Whether a connection comes from this machine; Streamlit gives None for it."""
    if not address:
        return True
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def is_own_page() -> bool:
    """Whether who asks does so from a page of the dashboard: its scheme, name and port, exactly."""
    return str(st.context.headers.get("Origin")).lower() in origins()


def sits_here() -> bool:
    """Whether a connection comes from this machine, with no server in between that says so."""
    passed_on = any(st.context.headers.get(name) for name in PASSED_ON)
    return not passed_on and _is_here(st.context.ip_address)


def origins() -> set[str]:
    """The addresses of the dashboard: that of the login, else those of this machine."""
    port = config.get_option("server.port")
    if login_settings.configured():
        return {login_settings.origin().replace("{port}", str(port))}
    own = {login_settings.origin_of(f"http://{name}:{port}") for name in HERE}
    if login_settings.is_here(urlsplit(settings.dashboard_url()).hostname or ""):
        own.add(login_settings.origin_of(settings.dashboard_url()))
    return own
