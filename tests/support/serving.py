"""A data folder goes in, a running dashboard comes out: its own process on a free port."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.support.patience import WITHIN
from tests.support.real import DATA, ROOT

LOOK_EVERY = 0.05


def free_port() -> int:
    """A port of this machine that nothing listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until the server answers.

    Raises:
        RuntimeError: it ended or did not answer in time; the message holds its log.
    """
    until = time.monotonic() + WITHIN
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=WITHIN) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(LOOK_EVERY)
    ended = process.poll()
    why = "did not answer in time" if ended is None else f"ended with {ended}"
    raise RuntimeError(f"The server {why}: {log.read_text(errors='replace')[-2_000:]}")


@contextmanager
def serving(
    folder: Path,
    data: Path = DATA,
    *,
    port: int = 0,
    environment: Mapping[str, str] | None = None,
    options: Sequence[str] = (),
) -> Iterator[str]:
    """A fresh server process that nobody has visited; its address without a slash at the end.

    Who sits at the machine may edit. `folder` is where its log goes, `server-PORT.log`. The probe
    asks `/ready`, which runs no page.
    """
    port = port or free_port()
    log = folder / f"server-{port}.log"
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.headless=true"]
    command += [f"--server.port={port}", "--server.address=127.0.0.1", *options]
    with log.open("wb") as out:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=os.environ
            | {"FACTS_DATA": str(data), "FACTS_EDITING": "on"}
            | dict(environment or {}),
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        wait_for(f"http://127.0.0.1:{port}/ready", process, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        if process.poll() is None:  # one that ended by itself must not hide why
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
