"""Who has logged in and with which role, the page before the login, and the way there and back.

Streamlit keeps who logged in in a signed cookie. Its pages are told by `st.user`, once for each
connection; a route outside the pages reads the cookie by the same rules. What cannot be verified
is nobody. Streamlit always comes back from a login to the first page: so the way to the provider
begins at a route of our own, which keeps the address in the signed session cookie, and its way
back is wrapped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

import streamlit as st
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from streamlit import config
from streamlit.auth_util import get_cookie_with_chunks
from streamlit.url_util import make_url_path
from streamlit.user_info import generate_login_redirect_url
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_auth_routes import create_auth_routes
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from ui.server import login_roles, login_settings
from ui.server.login_roles import Role
from ui.widgets import html, styles
from ui.widgets.html_component import pressable
from words import N_, Labels, _

VOUCHED = (True, 1, "true", "True", "1")


@dataclass(frozen=True)
class Person:
    """Who has logged in; without a role, `why` is the sentence that says why."""

    email: str
    role: Role
    why: str = ""


def of_session() -> Person | None:
    """Who works in this session; None where nobody has logged in."""
    claims = st.user.to_dict()
    return person(claims) if claims.get("is_logged_in") is True else None


def of_cookies(cookies: Mapping[str, str]) -> Person | None:
    """Who sends these cookies; None where the login in them is missing, forged, changed or old."""
    secret = get_cookie_secret()
    if len(secret) < login_settings.SHORTEST:
        return None

    def one(name: str) -> bytes | None:
        return decode_signed_value(secret, name, cookies.get(name, ""))

    try:
        claims = json.loads(get_cookie_with_chunks(one, USER_COOKIE_NAME) or b"null")
    except ValueError:
        return None
    if not isinstance(claims, dict) or claims.get("is_logged_in") is not True:
        return None
    origin = login_settings.origin()
    return person(claims) if origin and claims.get("origin") == origin else None


def person(claims: Mapping[str, object]) -> Person:
    """Who the provider says it is, with the role that the file of roles gives now."""
    roles = login_roles.current()
    email = claims.get("email")
    if not isinstance(email, str) or not email.strip():
        return Person("", "", _("Your login came without an e-mail address."))
    if claims.get(roles.verified_by) not in VOUCHED:
        return Person(email, "", _("Your login does not vouch that this e-mail address is yours."))
    if roles.wrong:
        return Person(email, "", login_roles.sentence(roles))
    role = roles.of(email)
    return Person(email, role, "" if role else _("This e-mail address has no role here."))


def may_read(who: Person | None) -> bool:
    """Whether someone may read: everyone, where reading needs no login."""
    return not login_settings.reading_needs_login() or (who is not None and who.role != "")


def request_may_read(request: Request) -> bool:
    """The same for a request outside the pages."""
    return not login_settings.reading_needs_login() or may_read(of_cookies(request.cookies))


RETURN_TO = "dashboard-to"  # in the session cookie
FAILED = "login"  # in the address, where a login did not work
LONGEST = 1_800  # signs of an address: a cookie holds 4,096 bytes, and other things too
_PAGE = re.compile(r"[A-Za-z0-9_-]{0,80}")
_QUERY = re.compile(r"[!-~]*")


def login_routes() -> list[Route]:
    """The way to the provider, and the way back."""
    base = _base()
    streamlits = {route.path: route.endpoint for route in create_auth_routes(base)}
    back = make_url_path(base, "oauth2callback")
    ended = streamlits[back]

    async def callback(request: Request) -> Response:
        """Streamlit's own way back, which ends where the reader began."""
        answer: Response = await ended(request)
        to = str(request.session.pop(RETURN_TO, ""))
        if _is_login(answer):
            answer.headers["location"] = make_url_path(base, to)
        elif {"code", "error"} & set(request.query_params):
            answer.headers["location"] = make_url_path(base, f"?{FAILED}=failed")
        return answer

    return [Route(make_url_path(base, "login"), _login), Route(back, callback)]


def _login(request: Request) -> Response:
    """To the provider; the address first asked for is the one from which the link was pressed."""
    request.session[RETURN_TO] = safe_address(
        _came_from(request) or request.query_params.get("to", "")
    )
    name = login_settings.provider(login_settings.section())
    return RedirectResponse(generate_login_redirect_url(name), 303)


def _came_from(request: Request) -> str:
    """The page of ours from which the reader came, seen from the first page, with its choices."""
    parts = urlsplit(request.headers.get("referer", ""))
    if f"{parts.scheme}://{parts.netloc}" != login_settings.origin():
        return ""
    page = parts.path.removeprefix(make_url_path(_base(), "/"))
    return f"{page}?{parts.query}" if parts.query else page


def safe_address(to: str) -> str:
    """The address, if it is one page of ours with its choices; else the first page."""
    page, _mark, query = to.partition("?")
    if not _PAGE.fullmatch(page) or not _QUERY.fullmatch(query):
        return ""
    kept = "&".join(one for one in query.split("&") if not one.startswith(f"{FAILED}="))
    found = f"{page}?{kept}" if kept else page
    return found if len(found) <= LONGEST else page


def _is_login(answer: Response) -> bool:
    """Whether this answer gives the cookie of a login, and does not take it away."""
    given = [value for name, value in answer.raw_headers if name == b"set-cookie"]
    start = f"{USER_COOKIE_NAME}=".encode()
    return any(one.startswith(start) and b"max-age=0" not in one.lower() for one in given)


def _base() -> str:
    return str(config.get_option("server.baseUrlPath") or "")


ROLE_NAMES = Labels({"curator": N_("curator"), "reader": N_("reader"), "": N_("no role")})


def show_login(who: Person | None, addresses: list[str]) -> None:
    """One sentence and one button, at whatever address; nothing of the data stands in it."""
    title = _("Log in")
    st.set_page_config(page_title=title, layout="wide")
    st.html(styles.page(title))
    pages = [
        st.Page(_nothing, title=title, url_path=one or None, default=not one) for one in addresses
    ]
    page = st.navigation(pages, position="hidden")
    st.html(html.hero(title if who is None else _("You may not read this"), _lead(who)))
    if who is None:
        say_failed()
        pressable(f"<p>{login_link(page.url_path, 'f-copy')}</p>", "login", lambda _pressed: None)
    else:
        st.button(_("Log out"), on_click=st.logout, key="logout")


def _lead(who: Person | None) -> str:
    if who is None:
        return _("Who is known to the organisation that runs this dashboard can read it.")
    said = _("You are logged in as {email}.", email=who.email) if who.email else ""
    return f"{said} {who.why} {_('Ask who runs this dashboard.')}".strip()


def _nothing() -> None:
    """What stands behind each address before the login."""


def say_failed() -> None:
    """A sentence where a login was tried and did not work."""
    if st.query_params.get(FAILED) == "failed":
        st.html(html.note(_("The login did not work. Nothing was changed; try it again.")))


def login_in_sidebar(page: str) -> None:
    """Small, in the sidebar: who has logged in with which role, and the way in or out."""
    if not login_settings.configured():
        return
    who = of_session()
    with st.sidebar:
        if who is None:
            say_failed()
            pressable(f"<p class='f-small'>{login_link(page)}</p>", "login", lambda _pressed: None)
            return
        role = ROLE_NAMES[who.role]
        said = _("{email}, {role}", email=who.email or _("without e-mail address"), role=role)
        st.html(f"<div class='f-root f-small f-quiet'><p>{html.text(said)}</p></div>")
        st.button(_("Log out"), on_click=st.logout, key="logout", type="tertiary")
        if broken := login_roles.sentence(login_roles.current()):
            st.html(html.note(broken))


def login_link(page: str, css: str = "f-link") -> str:
    """The way to the login, as HTML.

    The browser tells the address from which it was pressed, to this dashboard only; `to` is for
    browsers that never tell.
    """
    choices = urlencode(st.query_params.to_dict())
    to = urlencode({"to": f"{page}?{choices}" if choices else page})
    return (
        f'<a class="{css}" href="login?{html.text(to)}" target="_self" '
        f'referrerpolicy="same-origin">{html.text(_("Log in"))}</a>'
    )
