"""Requests go in; health answers and the headers that keep every page to this machine come out."""

from __future__ import annotations

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.data import store
from ui.present import talk
from ui.readiness import Elsewhere, why_not

# Streamlit's client needs inline styles and scripts and blobs of its own; nothing from elsewhere.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' blob:; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self' ws: wss:; worker-src 'self' blob:; frame-ancestors 'none'"
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
)


class SecurityHeaders:
    """Adds `HEADERS` to every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and add the headers where the answer begins."""

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                names = {name for name, _value in HEADERS}
                kept = [pair for pair in message["headers"] if pair[0].lower() not in names]
                message["headers"] = [*kept, *HEADERS]
            await send(message)

        await self.app(scope, receive, sending)


def health(_request: Request) -> JSONResponse:
    """The process answers."""
    return JSONResponse({"status": "ok"})


def ready(_request: Request) -> JSONResponse:
    """The facts are read: how many, how many problems, and the data version; else 503 and why."""
    if why := why_not():
        return JSONResponse({"status": "not ready", "why": why}, 503)
    snapshot = store().snapshot()
    return JSONResponse(
        {
            "status": "ready",
            "facts": len(snapshot.frame),
            "problems": len(snapshot.problems),
            "version": snapshot.version,
        }
    )


ROUTES = [Route("/health", health), Route("/ready", ready), Route("/talk", talk)]
MIDDLEWARE = [Middleware(SecurityHeaders), Middleware(Elsewhere)]
