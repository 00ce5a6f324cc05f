"""The address first asked for goes in; after the login its reader lands there again.

Streamlit always comes back from a login to the first page. So the way to the provider begins at a
route of our own, which keeps the address in the signed session cookie, and its way back is wrapped.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from streamlit import config
from streamlit.url_util import make_url_path
from streamlit.user_info import generate_login_redirect_url
from streamlit.web.server.starlette.starlette_auth_routes import create_auth_routes
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from ui import login_config

KEY = "dashboard-to"  # in the session cookie
FAILED = "login"  # in the address, where a login did not work
LONGEST = 1_800  # signs of an address: a cookie holds 4,096 bytes, and other things too
_PAGE = re.compile(r"[A-Za-z0-9_-]{0,80}")
_QUERY = re.compile(r"[!-~]*")


def routes() -> list[Route]:
    """The way to the provider, and the way back."""
    base = _base()
    streamlits = {route.path: route.endpoint for route in create_auth_routes(base)}
    back = make_url_path(base, "oauth2callback")
    ended = streamlits[back]

    async def callback(request: Request) -> Response:
        """Streamlit's own way back, which ends where the reader began."""
        answer: Response = await ended(request)
        to = str(request.session.pop(KEY, ""))
        if _is_login(answer):
            answer.headers["location"] = make_url_path(base, to)
        elif {"code", "error"} & set(request.query_params):
            answer.headers["location"] = make_url_path(base, f"?{FAILED}=failed")
        return answer

    return [Route(make_url_path(base, "login"), _login), Route(back, callback)]


def _login(request: Request) -> Response:
    """To the provider; the address first asked for is the one from which the link was pressed."""
    request.session[KEY] = safe(_came_from(request) or request.query_params.get("to", ""))
    name = login_config.provider(login_config.section())
    return RedirectResponse(generate_login_redirect_url(name), 303)


def _came_from(request: Request) -> str:
    """The page of ours from which the reader came, seen from the first page, with its choices."""
    parts = urlsplit(request.headers.get("referer", ""))
    if f"{parts.scheme}://{parts.netloc}" != login_config.origin():
        return ""
    page = parts.path.removeprefix(make_url_path(_base(), "/"))
    return f"{page}?{parts.query}" if parts.query else page


def safe(to: str) -> str:
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
