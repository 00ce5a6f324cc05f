"""What is shipped for a server fits the program: limits, ports, units, and what check.py says."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
import threading
import tomllib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.support.patience import WITHIN
from tests.support.real import ROOT

DEPLOY = ROOT / "deploy"
CONF = (DEPLOY / "nginx" / "dashboard.conf").read_text(encoding="utf-8")
UNIT = (DEPLOY / "systemd" / "dashboard@.service").read_text(encoding="utf-8")
READY = {"status": "ready", "facts": 80, "problems": 0, "version": "abc"}
Answers = Callable[[int, bytes], str]


@pytest.fixture
def process() -> Iterator[Answers]:
    """Starts a server that answers everything with this status and body; its address."""
    started: list[ThreadingHTTPServer] = []

    def start(status: int, body: bytes) -> str:
        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(status)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        started.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in started:
        server.shutdown()
        server.server_close()


def check(*given: str) -> tuple[int, list[str]]:
    """The exit and the lines of check.py, run without any of the project's packages."""
    asked = subprocess.run(
        [sys.executable, "-I", "-S", str(DEPLOY / "check.py"), *given],
        capture_output=True,
        text=True,
        timeout=WITHIN,
        check=False,
    )
    assert asked.stderr == ""
    return asked.returncode, asked.stdout.splitlines()


def test_ready_is_only_who_says_so_in_the_body(process: Answers):
    ready = process(200, json.dumps(READY).encode())
    index = process(200, b"<!doctype html><title>Streamlit</title>")
    other = process(200, b'["ready"]')
    reading = process(503, b'{"status": "not ready", "why": "reading the facts"}')
    with socket.socket() as taken:  # bound, and nobody listens
        taken.bind(("127.0.0.1", 0))
        gone = f"http://127.0.0.1:{taken.getsockname()[1]}"
        code, lines = check(ready, index, other, reading, gone)
    assert code == 1
    assert lines[:4] == [
        f"{ready}  ready: facts 80, problems 0, version abc",
        f"{index}  NOT READY: answers, but not as the dashboard does",
        f"{other}  NOT READY: answers, but not as the dashboard does",
        f"{reading}  NOT READY: reading the facts",
    ]
    assert re.fullmatch(re.escape(gone) + r"  NOT READY: no answer \(.+\)", lines[4])


def test_all_ready_ends_with_0_and_without_waiting(process: Answers):
    ready = process(200, json.dumps(READY).encode())
    closed = process(200, b'{"status": "ready"}')
    code, lines = check("--wait", "100", ready, closed)
    assert (code, lines[1]) == (0, f"{closed}  ready")


def test_nginx_takes_what_the_dashboard_takes():
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    body = re.findall(r"client_max_body_size (\d+)m;", CONF)
    assert body == [str(settings["server"]["maxUploadSize"] + 1)]


def test_nginx_names_every_process_in_every_block():
    ports = ("8501", "8502")
    blocks = re.findall(r"\{  # one line a process\n(.*?)\n\}", CONF, re.DOTALL)
    assert len(blocks) == 3
    for seat, port in enumerate(ports, 1):
        assert f"{seat}        dashboard_{seat};" in blocks[0]
        assert f"~:{port}$  {seat};" in blocks[1]
        assert f"server 127.0.0.1:{port} " in blocks[2]
        pool = re.search(rf"upstream dashboard_{seat} \{{\n(.*?)\n\}}", CONF, re.DOTALL)
        assert pool and re.findall(r":(\d+)( backup)?", pool[1]) == [
            (port, ""),
            *((other, " backup") for other in ports if other != port),
        ]


def test_nginx_says_who_comes_from_elsewhere_and_not_its_version():
    from ui.server.permissions import PASSED_ON

    assert all(f"proxy_set_header {name} ".lower() in CONF.lower() for name in PASSED_ON)
    assert "server_tokens off;" in CONF


def test_the_unit_is_reached_from_its_own_machine_only_and_stops_by_the_signal_that_is_heard():
    assert "--server.address 127.0.0.1 --server.port %i" in UNIT
    assert "KillSignal=SIGTERM" in UNIT and "Restart=always" in UNIT
    assert "ExecStartPost=" in UNIT and "deploy/check.py" in UNIT
    wait = int(re.findall(r"--wait (\d+)", UNIT)[0])
    assert wait < int(re.findall(r"TimeoutStartSec=(\d+)", UNIT)[0])
