"""Whether this process may be given readers, from its start to its polite end."""

from __future__ import annotations

import asyncio
import logging
import signal
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from types import FrameType
from typing import Any

from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send

import settings
from curate import whole_save
from curate.errors import NotSaved
from ui.server import theme_cache
from ui.server.data_store import Progress, current_snapshot
from ui.server.gc_policy import collect_seldom, set_aside
from ui.server.permissions import PASSED_ON
from ui.server.tcp_nodelay import send_at_once
from words import _

NOTICE = 0.5  # seconds for which a process that stops still answers, and says that it stops
PATIENCE = 5  # seconds for downloads that are under way when it stops
_NAMES = frozenset(name.lower().encode() for name in PASSED_ON)
_LOG = logging.getLogger(__name__)


class _State:
    """What became of this process so far."""

    read = False
    failed = ""
    stopping = False


def why_not() -> str | None:
    """Why this process may not be given readers now; None where it may."""
    if _State.stopping:
        return "stopping"
    if _State.failed:
        return f"the facts could not be read: {_State.failed}; the log says more"
    if _State.read:
        return None
    return f"reading the facts: {Progress.read} of {Progress.of} submissions"


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """Read the facts beside the start of the server, and stop politely at SIGTERM."""
    threading.Thread(target=_read, name="first reading", daemon=True).start()
    # At SIGTERM uvicorn's server is called, which is how to come by it.
    server: Any = getattr(signal.getsignal(signal.SIGTERM), "__self__", None)
    if hasattr(server, "should_exit"):
        theme_cache.keep()
        beside = [asyncio.create_task(send_at_once(server)), asyncio.create_task(collect_seldom())]
        _stop_politely(server)
        yield
        for task in beside:
            task.cancel()
        await asyncio.to_thread(_wait_for_a_save)
    else:
        yield


class Elsewhere:
    """Sends the readers that a server in front passes on to another process, by 503.

    Only those who come for a page or a session: what is open here is served to its end. Who comes
    to this process itself has no other one, and is served.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or say 503."""
        if why_not() is None or not _comes_for_a_page(scope):
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            sentence = _("The dashboard is being started. This page asks again by itself.")
            page = f"<!doctype html><meta http-equiv='refresh' content='5'><p>{sentence}</p>"
            headers = {"Retry-After": "5", "Cache-Control": "no-store"}
            await HTMLResponse(page, 503, headers)(scope, receive, send)
        else:
            await send({"type": "websocket.http.response.start", "status": 503, "headers": []})
            await send({"type": "websocket.http.response.body", "body": b""})


def _comes_for_a_page(scope: Scope) -> bool:
    if scope["type"] not in ("http", "websocket"):
        return False
    headers = dict(scope["headers"])
    if _NAMES.isdisjoint(headers):
        return False
    if scope["type"] == "websocket":
        return "websocket.http.response" in scope.get("extensions", {})
    return b"text/html" in headers.get(b"accept", b"")


def _read() -> None:
    try:
        current_snapshot()
    except Exception as error:
        _State.failed = type(error).__name__
        _LOG.exception("The facts could not be read.")
    else:
        set_aside()
        _State.read = True


def _wait_for_a_save() -> None:
    """A save that is under way ends before the process does."""
    with suppress(NotSaved):  # it is cut off, and finished at the next start
        whole_save.recover(settings.data_folder())


def _stop_politely(server: Any) -> None:
    """At SIGTERM say for a moment that readers go elsewhere, then end as after a last request."""
    loop = asyncio.get_running_loop()

    def end() -> None:
        server.config.timeout_graceful_shutdown = PATIENCE
        server.should_exit = True

    def asked(_number: int, _frame: FrameType | None) -> None:
        _State.stopping = True
        loop.call_soon_threadsafe(loop.call_later, NOTICE, end)

    signal.signal(signal.SIGTERM, asked)
