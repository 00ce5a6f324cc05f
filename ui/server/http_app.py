"""The routes and middleware, with the headers that keep every page to this machine."""

from __future__ import annotations

import errno

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

from ui.deck.talk_route import talk
from ui.server import login, login_settings
from ui.server.data_store import store
from ui.server.health import Elsewhere, why_not
from words import _

# Streamlit's client needs inline styles and scripts and blobs of its own; nothing from elsewhere.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' blob:; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'none'"
)
# What no page of ours asks a browser for.
REFUSED = (
    "accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "hid",
    "magnetometer", "microphone", "midi", "payment", "serial", "usb",
)  # fmt: skip
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "permissions-policy": ", ".join(f"{name}=()" for name in REFUSED),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
# What holds data, or takes it, outside the pages: pictures and files that a page made, uploads.
HOLDS_DATA = ("/media/", "/talk", "/ready")
NEEDS_LOGIN = ("/media/", "/_stcore/upload_file/")  # where reading does; /talk asks for itself


class SecurityHeaders:
    """Adds `HEADERS` to every answer, and answers for itself where everything else failed."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and add the headers where the answer begins."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = False

        async def sending(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                _complete(MutableHeaders(scope=message), _path(scope))
            await send(message)

        try:
            await self.app(scope, receive, sending)
        except Exception as error:
            if not begun and isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
                await PlainTextResponse("Not Found", 404)(scope, receive, sending)
                return  # no file has such a name
            if not begun:
                await PlainTextResponse("Internal Server Error", 500)(scope, receive, sending)
            raise  # for the log


class LoginFirst:
    """Where reading needs a login: what holds data outside the pages is not given before it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer that it needs a login."""
        asked = scope["type"] == "http" and _path(scope).startswith(NEEDS_LOGIN)
        if asked and not login.request_may_read(Request(scope)):
            await PlainTextResponse(_("Log in first."), 403)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def _path(scope: Scope) -> str:
    """The path that is asked for, seen from the dashboard's own first page."""
    base = str(config.get_option("server.baseUrlPath") or "").strip("/")
    path = str(scope["path"])
    return path.removeprefix(f"/{base}") if base else path


def _complete(headers: MutableHeaders, path: str) -> None:
    """Add what every answer carries, and what those carry that hold data or a cookie."""
    headers.update(HEADERS)
    if path.startswith(HOLDS_DATA) and (
        "cache-control" not in headers
        or path.startswith("/media/")
        or login_settings.reading_needs_login()
    ):
        headers["cache-control"] = "private, no-store"
    if "set-cookie" in headers and login_settings.origin().startswith("https:"):
        given = headers.getlist("set-cookie")
        del headers["set-cookie"]
        for one in given:
            safe = "; secure" in one.lower()
            headers.append("set-cookie", one if safe else f"{one}; Secure")


async def health(_request: Request) -> JSONResponse:
    """The process answers, whatever its threads are busy with."""
    return JSONResponse({"status": "ok"})


async def ready(request: Request) -> JSONResponse:
    """The facts are read: how many, how many problems, and the data version, for who may read.

    503 and why, while no reader may come.
    """
    if why := why_not():
        return JSONResponse({"status": "not ready", "why": why}, 503)
    snapshot = await run_in_threadpool(store().snapshot)
    said: dict[str, object] = {"status": "ready"}
    if login.request_may_read(request):
        said |= {
            "facts": len(snapshot.every),
            "problems": len(snapshot.problems),
            "version": snapshot.version,
        }
    return JSONResponse(said)


ROUTES = [Route("/health", health), Route("/ready", ready), Route("/talk", talk)]
if login_settings.configured():
    ROUTES += login.login_routes()
MIDDLEWARE = [Middleware(SecurityHeaders), Middleware(Elsewhere), Middleware(LoginFirst)]
