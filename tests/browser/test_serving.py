"""What the server answers besides pages: health, readiness, and the headers of every answer."""

from __future__ import annotations

import json
import urllib.request
from pathlib import Path

import pytest

from tests.support.real import real
from tests.support.serving import serving
from ui.serving import POLICY


def ask(url: str) -> tuple[int, dict[str, str], bytes]:
    """The status, the headers and the body of an answer."""
    with urllib.request.urlopen(url, timeout=20) as answer:
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


@pytest.mark.parametrize(
    "path", ["/", "/network", "/health", "/ready", "/_stcore/health", "/no/such/page"]
)
def test_every_answer_has_the_headers_that_keep_it_on_this_machine(server: str, path: str):
    _status, headers, _body = ask(server + path)
    assert {name: headers.get(name) for name in (
        "content-security-policy", "x-content-type-options", "x-frame-options", "referrer-policy",
    )} == {
        "content-security-policy": POLICY,
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
    }  # fmt: skip


def test_the_policy_names_no_other_machine():
    allowed = {"'self'", "'none'", "'unsafe-inline'", "blob:", "data:", "ws:", "wss:"}
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
