"""A request in parts goes in, straight to the app without a server; status, headers, body come out.

A client would refuse to send much of what is tried here.
"""

from __future__ import annotations

import asyncio
from collections.abc import MutableMapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.faults.door import must
from tests.support.patience import WITHIN

Message = MutableMapping[str, Any]
Headers = tuple[tuple[bytes, bytes], ...]


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Headers
    body: bytes

    def header(self, name: bytes) -> bytes:
        """The first header of this name, or nothing."""
        return next((value for key, value in self.headers if key.lower() == name), b"")


class App:
    """The whole app of dashboard.py, begun as a server begins it."""

    def __init__(self) -> None:
        import dashboard

        self._app: Any = dashboard.app
        self._loop = asyncio.new_event_loop()
        self._begun: asyncio.Queue[Message] = asyncio.Queue()
        self._state: dict[str, Any] = {}
        self._loop.run_until_complete(self._begin())

    async def _begin(self) -> None:
        told: asyncio.Queue[Message] = asyncio.Queue()
        await told.put({"type": "lifespan.startup"})
        scope = {"type": "lifespan", "asgi": {"version": "3.0"}, "state": self._state}
        self._living = asyncio.ensure_future(self._app(scope, told.get, self._begun.put))
        answer = await asyncio.wait_for(self._begun.get(), WITHIN)
        must(answer["type"] == "lifespan.startup.complete", f"the app does not begin: {answer}")
        while (await self._ask("GET", "/ready", b"/ready", b"", (), b"")).status != 200:
            await asyncio.sleep(0.05)

    def ask(
        self, method: str, path: str, raw: bytes, query: bytes, headers: Headers, body: bytes
    ) -> Answer:
        """One request over HTTP."""
        return self._loop.run_until_complete(
            asyncio.wait_for(self._ask(method, path, raw, query, headers, body), WITHIN)
        )

    async def _ask(
        self, method: str, path: str, raw: bytes, query: bytes, headers: Headers, body: bytes
    ) -> Answer:
        scope = {
            "type": "http", "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1", "method": method, "scheme": "http", "path": path,
            "raw_path": raw, "query_string": query, "root_path": "", "headers": list(headers),
            "client": ("127.0.0.1", 5), "server": ("127.0.0.1", 8501), "state": self._state.copy(),
        }  # fmt: skip
        waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]
        sent: list[Message] = []

        async def receive() -> Message:
            if not waiting:
                await asyncio.Event().wait()  # who asks stays until the answer has come
            return waiting.pop()

        async def send(message: Message) -> None:
            sent.append(message)

        await self._app(scope, receive, send)
        begun = [one for one in sent if one["type"] == "http.response.start"]
        must(len(begun) == 1, f"{len(begun)} answers")
        whole = b"".join(one.get("body", b"") for one in sent if one is not begun[0])
        return Answer(begun[0]["status"], tuple(begun[0]["headers"]), whole)


@cache
def app() -> App:
    """The app of this process."""
    return App()
