"""Who has logged in goes in; the page before the login, or a line in the sidebar, comes out."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from ui import login, login_config, login_roles, style, tags
from ui.login import Person
from ui.login_routes import FAILED
from ui.pressable import pressable
from words import _

NAMES = {"curator": _("curator"), "reader": _("reader"), "": _("no role")}


def show(who: Person | None, addresses: list[str]) -> None:
    """One sentence and one button, at whatever address; nothing of the data stands in it."""
    title = _("Log in")
    st.set_page_config(page_title=title, layout="wide")
    st.html(style.page(title))
    pages = [
        st.Page(_nothing, title=title, url_path=one or None, default=not one) for one in addresses
    ]
    page = st.navigation(pages, position="hidden")
    st.html(tags.hero(title if who is None else _("You may not read this"), _lead(who)))
    if who is None:
        failed()
        pressable(f"<p>{link(page.url_path, 'f-copy')}</p>", "login", lambda _pressed: None)
    else:
        st.button(_("Log out"), on_click=st.logout, key="logout")


def _lead(who: Person | None) -> str:
    if who is None:
        return _("Who is known to the organisation that runs this dashboard can read it.")
    said = _("You are logged in as {email}.", email=who.email) if who.email else ""
    return f"{said} {who.why} {_('Ask who runs this dashboard.')}".strip()


def _nothing() -> None:
    """What stands behind each address before the login."""


def failed() -> None:
    """A sentence where a login was tried and did not work."""
    if st.query_params.get(FAILED) == "failed":
        st.html(tags.note(_("The login did not work. Nothing was changed; try it again.")))


def beside(page: str) -> None:
    """Small, in the sidebar: who has logged in with which role, and the way in or out."""
    if not login_config.configured():
        return
    who = login.of_session()
    with st.sidebar:
        if who is None:
            failed()
            pressable(f"<p class='f-small'>{link(page)}</p>", "login", lambda _pressed: None)
            return
        role = NAMES[who.role]
        said = _("{email}, {role}", email=who.email or _("without e-mail address"), role=role)
        st.html(f"<div class='f-root f-small f-quiet'><p>{tags.text(said)}</p></div>")
        st.button(_("Log out"), on_click=st.logout, key="logout", type="tertiary")
        if broken := login_roles.sentence(login_roles.current()):
            st.html(tags.note(broken))


def link(page: str, css: str = "f-link") -> str:
    """The way to the login, as HTML.

    The browser tells the address from which it was pressed, to this dashboard only; `to` is for
    browsers that never tell.
    """
    choices = urlencode(st.query_params.to_dict())
    to = urlencode({"to": f"{page}?{choices}" if choices else page})
    return (
        f'<a class="{css}" href="login?{tags.text(to)}" target="_self" '
        f'referrerpolicy="same-origin">{tags.text(_("Log in"))}</a>'
    )
