"""A session or the cookies of a request go in; who it is, and what they may do, comes out.

Streamlit keeps who logged in in a signed cookie. Its pages are told by `st.user`, once for each
connection; a route outside the pages reads the cookie by the same rules. What cannot be verified
is nobody.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st
from starlette.requests import Request
from streamlit.auth_util import get_cookie_with_chunks
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from ui import login_config, login_roles
from ui.login_roles import Role
from words import _

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
    if len(secret) < login_config.SHORTEST:
        return None

    def one(name: str) -> bytes | None:
        return decode_signed_value(secret, name, cookies.get(name, ""))

    try:
        claims = json.loads(get_cookie_with_chunks(one, USER_COOKIE_NAME) or b"null")
    except ValueError:
        return None
    if not isinstance(claims, dict) or claims.get("is_logged_in") is not True:
        return None
    origin = login_config.origin()
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
    return not login_config.reading_needs_login() or (who is not None and who.role != "")


def request_may_read(request: Request) -> bool:
    """The same for a request outside the pages."""
    return not login_config.reading_needs_login() or may_read(of_cookies(request.cookies))
