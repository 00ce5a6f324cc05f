"""A Streamlit script goes in, a running server of its own comes out, and ends with the block."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent
FLOOR = Path(__file__).resolve().parent / "floor"
SHARED = ("server", "runner", "browser", "client")  # sections of config.toml; not the theme
PATIENCE = 60.0  # seconds until a server must answer


@dataclass(frozen=True)
class Server:
    """A running server: its process, and its address without a slash at the end."""

    pid: int
    address: str

    def memory(self) -> float:
        """What the process holds in memory now, in kB."""
        asked = ["ps", "-o", "rss=", "-p", str(self.pid)]
        return float(subprocess.run(asked, capture_output=True, check=True).stdout)


@contextmanager
def serving(script: Path, env: Mapping[str, str] | None = None) -> Iterator[Server]:
    """Serve this script until the block ends, with these variables in its environment.

    Every server has the settings of .streamlit/config.toml but for the theme: it runs in an empty
    folder and is told them one by one. The dashboard runs in its own folder, and so has its theme.

    Raises:
        RuntimeError: the server does not answer.
    """
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    command += ["--server.port", str(port), "--server.address", "localhost"]
    command += ["--server.headless", "true", *_settings()]
    with TemporaryDirectory() as empty:
        folder = ROOT if script.parent == ROOT else Path(empty)
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **(env or {})},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            server = Server(process.pid, f"http://localhost:{port}")
            _wait(server, process)
            yield server
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def dashboard() -> Path:
    """The script of the dashboard."""
    return ROOT / "dashboard.py"


def _settings() -> list[str]:
    found = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    return [
        part
        for section in SHARED
        for name, value in found.get(section, {}).items()
        for part in (f"--{section}.{name}", str(value).lower())
    ]


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("localhost", 0))
        return int(asked.getsockname()[1])


def _wait(server: Server, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            with urlopen(f"{server.address}/_stcore/health", timeout=5) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"No answer from {server.address}.")
