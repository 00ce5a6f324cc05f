"""What the server answers besides pages: health, readiness, and the headers of every answer."""

from __future__ import annotations

import json
import urllib.request
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from tests.support.loops import run
from tests.support.patience import WITHIN
from tests.support.real import real
from tests.support.serving import serving
from ui.server.http_app import HEADERS, POLICY, SecurityHeaders


def ask(url: str) -> tuple[int, dict[str, str], bytes]:
    """The status, the headers and the body of an answer."""
    with urllib.request.urlopen(url, timeout=WITHIN) as answer:
        headers = {name.lower(): value for name, value in answer.headers.items()}
        return answer.status, headers, answer.read()


def test_it_is_up(server: str):
    status, headers, body = ask(f"{server}/health")
    assert (status, json.loads(body)) == (200, {"status": "ok"})
    assert headers["content-type"] == "application/json"


def test_it_is_ready_with_the_facts_it_has_read(server: str):
    status, _headers, body = ask(f"{server}/ready")
    assert status == 200
    assert json.loads(body) == {
        "status": "ready",
        "facts": len(real().frame),
        "problems": 0,
        "version": real().version,
    }


def answers(server: str, path: str, method: str = "GET", **headers: str) -> tuple[int, dict]:
    """The status and the headers of an answer, of an error too; a redirect is not followed."""
    connection = HTTPConnection(urlsplit(server).netloc, timeout=WITHIN)
    try:
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}
    finally:
        connection.close()


FONT = "/app/static/fonts/SourceSans3VF-Upright.ttf.woff2"


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [
        ("/", "GET", 200),
        ("/", "HEAD", 200),
        ("/network", "GET", 200),
        ("/no/such/page", "GET", 200),
        ("/health", "GET", 200),
        ("/health", "POST", 405),
        ("/ready", "GET", 200),
        ("/talk?figure=network", "GET", 200),
        ("/talk?deck=none", "GET", 404),
        (FONT, "GET", 200),
        ("/app/static/none.woff2", "GET", 404),
        ("/static/none.js", "GET", 200),
        ("/media/none.png", "GET", 404),
        ("/component/none/x.js", "GET", 404),
        ("/_stcore/bidi-components/none/x.js", "GET", 404),
        ("/_stcore/health", "GET", 200),
        ("/_stcore/host-config", "GET", 200),
        ("/_stcore/upload_file/none/none", "PUT", 403),
        ("/_stcore/agent/interact", "POST", 403),
        ("/auth/login", "GET", 302),
        ("/oauth2callback?state=x", "GET", 302),
        ("//evil.example/..", "GET", 400),
        ("/app/static/..%5c..%5csettings.py", "GET", 400),
    ],
)
def test_every_answer_has_the_headers_that_keep_it_on_this_machine(
    server: str, path: str, method: str, status: int
):
    found, headers = answers(server, path, method)
    assert found == status
    assert {name: headers.get(name) for name in HEADERS} == HEADERS


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/ready", "private, no-store"),
        ("/media/none.png", "private, no-store"),
        ("/talk?figure=network", "private, no-cache"),
    ],
)
def test_what_holds_data_is_kept_by_nobody_in_between(server: str, path: str, said: str):
    assert answers(server, path)[1]["cache-control"] == said


def test_an_answer_that_failed_has_them_too():
    async def fails(_scope: Any, _receive: Any, _send: Any) -> None:
        raise RuntimeError("a path of this machine")

    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "path": "/", "headers": [], "method": "GET"}
    with pytest.raises(RuntimeError):  # it goes on to the log
        run(SecurityHeaders(fails)(scope, send, send))  # type: ignore[arg-type]
    given = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    assert sent[0]["status"] == 500 and HEADERS.items() <= given.items()
    assert sent[1]["body"] == b"Internal Server Error"


@pytest.mark.parametrize(
    ("origin", "opens"),
    [("", True), ("https://evil.example", False), ("null", False)],
)
def test_a_page_of_another_site_gets_no_session(server: str, origin: str, opens: bool):
    url = f"{server.replace('http', 'ws', 1)}/_stcore/stream"
    asked = [Subprotocol("streamlit")]
    own: Any = origin or server
    if opens:
        with connect(url, origin=own, subprotocols=asked) as socket:
            assert socket.subprotocol == "streamlit"
    else:
        with pytest.raises(InvalidStatus, match="403"):
            connect(url, origin=own, subprotocols=asked)


def test_a_file_comes_from_the_page_that_asked_for_it_only(server: str):
    # Without the token that only a page of ours can read, and for a session that is none.
    assert answers(server, "/_stcore/upload_file/x/y", "PUT", Origin=server)[0] == 403
    cookie = {"Cookie": "_streamlit_xsrf=2|00|00|1", "X-Xsrftoken": "2|00|01|1"}
    assert answers(server, "/_stcore/upload_file/x/y", "PUT", **cookie)[0] == 403


def test_the_policy_names_no_other_machine():
    allowed = {"'self'", "'none'", "'unsafe-inline'", "blob:", "data:"}
    rules = dict(rule.strip().split(" ", 1) for rule in POLICY.split(";"))
    assert {source for rule in rules.values() for source in rule.split()} <= allowed
    assert rules["default-src"] == "'self'" and rules["frame-ancestors"] == "'none'"


def test_the_fonts_are_served_from_here(server: str):
    status, _headers, body = ask(f"{server}/app/static/fonts/SourceSans3VF-Upright.ttf.woff2")
    assert status == 200 and body[:4] == b"wOF2"


def test_another_data_folder_is_served_without_a_trace_of_the_first(tmp_path: Path):
    empty = tmp_path / "data"
    empty.mkdir()
    with serving(tmp_path, empty) as address:
        _status, _headers, body = ask(f"{address}/ready")
        assert json.loads(body)["facts"] == 0
