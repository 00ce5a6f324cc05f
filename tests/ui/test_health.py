"""Who may be given readers: while the facts are read, when they are, and when a process stops."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import Request

from curate import durable_write, whole_save
from curate.durable_write import locked
from tests.support.loops import run
from tests.support.patience import WITHIN
from tests.support.real import real
from ui.server import health, http_app
from ui.server.health import Elsewhere

HTML = (b"accept", b"text/html,*/*")
PASSED = (b"x-forwarded-for", b"192.0.2.7")


def asked() -> tuple[int, dict[str, object]]:
    """What /ready says."""
    answer = run(http_app.ready(Request({"type": "http", "headers": []})))
    return answer.status_code, json.loads(bytes(answer.body))


@pytest.fixture
def state(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A process whose facts are read; what a test makes of it is undone."""
    for name, value in (("read", True), ("failed", ""), ("stopping", False)):
        monkeypatch.setattr(health._State, name, value)
    return monkeypatch


def test_ready_is_503_and_says_why_until_the_facts_are_read(state: pytest.MonkeyPatch):
    state.setattr(health._State, "read", False)
    state.setattr("ui.server.data_store.Progress.read", 3)
    state.setattr("ui.server.data_store.Progress.of", 5)
    why = "reading the facts: 3 of 5 submissions"
    assert asked() == (503, {"status": "not ready", "why": why})
    state.setattr(http_app, "store", lambda: type("Held", (), {"snapshot": lambda _self: real()})())
    state.setattr(health._State, "read", True)
    status, said = asked()
    assert (status, said["status"], said["facts"]) == (200, "ready", len(real().frame))
    state.setattr(health._State, "stopping", True)
    assert asked() == (503, {"status": "not ready", "why": "stopping"})


def test_facts_that_cannot_be_read_are_not_ready(state: pytest.MonkeyPatch):
    def broken() -> None:
        raise PermissionError("/a/path/of/the/machine")

    state.setattr(health._State, "read", False)
    state.setattr(health, "current_snapshot", broken)
    health._read()
    status, said = asked()
    assert status == 503
    assert said["why"] == "the facts could not be read: PermissionError; the log says more"


def sent(kind: str, *headers: tuple[bytes, bytes]) -> int:
    """The status that a request gets; 0 where it reaches the dashboard."""
    found: list[int] = [0]

    async def inner(*_given: Any) -> None:
        return None

    async def send(message: Any) -> None:
        found.append(message.get("status", found[-1]))

    async def receive() -> Any:
        return {"type": "http.disconnect"}

    extensions: dict[str, dict[str, str]] = {"websocket.http.response": {}}
    scope = {"type": kind, "headers": list(headers), "extensions": extensions, "path": "/"}
    run(Elsewhere(inner)(scope, receive, send))
    return found[-1]


@pytest.mark.parametrize(
    ("kind", "headers", "status"),
    [
        ("http", (HTML, PASSED), 503),
        ("http", (HTML,), 0),
        ("http", (PASSED, (b"accept", b"*/*")), 0),
        ("websocket", (PASSED,), 503),
        ("websocket", (), 0),
        ("lifespan", (PASSED,), 0),
    ],
)
def test_readers_that_nginx_passes_on_are_sent_to_another_process(
    state: pytest.MonkeyPatch, kind: str, headers: tuple[tuple[bytes, bytes], ...], status: int
):
    assert sent(kind, *headers) == 0
    state.setattr(health._State, "stopping", True)
    assert sent(kind, *headers) == status


def test_a_process_that_stops_waits_for_a_save_that_is_under_way(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    drafts = tmp_path / durable_write.DRAFTS
    (drafts / whole_save._READY).mkdir(parents=True)
    monkeypatch.setattr("settings.data_folder", lambda: tmp_path)
    seen: list[str] = []

    def stop() -> None:
        health._wait_for_a_save()
        seen.append("stopped")

    stopping = threading.Thread(target=stop)
    with locked(durable_write.drafts_folder(tmp_path) / "lock"):
        stopping.start()
        stopping.join(0.3)
        assert stopping.is_alive() and seen == []
        (drafts / whole_save._READY).rmdir()  # the save is done
    stopping.join(WITHIN)
    assert seen == ["stopped"]
