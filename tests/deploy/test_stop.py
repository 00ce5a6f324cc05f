"""A process that is asked to stop says so, closes what is open, and ends with 0 within seconds."""

from __future__ import annotations

import json
import signal
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosedError

from benchmarks.servers import Server
from benchmarks.sessions import session
from tests.support.cluster import Process
from tests.support.patience import WITHIN
from tests.support.real import DATA
from tests.support.serving import free_port


def test_a_process_that_stops_says_so_and_ends_with_0(tmp_path: Path):
    process = Process(free_port(), tmp_path, DATA)
    process.start()
    running = process.running
    assert running is not None
    try:
        connection, taken = session(Server(running.pid, process.address), "network")
        assert len(taken) > 10
        running.send_signal(signal.SIGTERM)
        with pytest.raises(urllib.error.HTTPError) as refused:
            while True:  # the signal is heard with the next turn of the loop
                urllib.request.urlopen(f"{process.address}/ready", timeout=WITHIN).close()
        assert refused.value.code == 503
        assert json.loads(refused.value.read()) == {"status": "not ready", "why": "stopping"}
        with pytest.raises(ConnectionClosedError) as closed:
            while True:
                connection.recv(timeout=WITHIN)
        assert closed.value.rcvd is not None and closed.value.rcvd.code == 1012  # "come back"
        assert running.wait(WITHIN) == 0
    finally:
        process.end()
