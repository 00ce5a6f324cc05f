"""A data folder goes in; processes of the dashboard behind nginx come out, with the shipped file.

nginx runs as an ordinary process in the foreground. Of `deploy/nginx/dashboard.conf` only ports and
the path of its cache are replaced.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.patience import WITHIN
from tests.support.real import ROOT
from tests.support.serving import free_port, wait_for

CONF = ROOT / "deploy" / "nginx" / "dashboard.conf"
PLACES = ("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx")
CURE = "Install nginx (on Debian: sudo apt-get install nginx)."
MAIN = """\
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
{user}
events {{ worker_connections 1024; }}
http {{
    log_format told '$request_method $uri $status $cookie_dashboard_seat $upstream_addr';
    access_log {folder}/access.log told;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/dashboard.conf;
}}
"""


def find_nginx() -> str:
    """The path of nginx. Raises RuntimeError with the cure."""
    found = shutil.which("nginx") or next((path for path in PLACES if Path(path).is_file()), None)
    if found is None:
        raise RuntimeError(f"nginx was not found. {CURE}")
    return found


@dataclass
class Process:
    """A process of the dashboard on a port that stays its own, to be ended and started again."""

    port: int
    folder: Path
    data: Path
    running: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where it is reached without nginx."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it, and wait until it is ready."""
        command = [sys.executable, "-m", "streamlit", "run", "dashboard.py"]
        command += ["--server.headless=true", f"--server.port={self.port}"]
        command += ["--server.address=127.0.0.1"]
        log = self.folder / f"process-{self.port}.log"
        with log.open("ab") as out:
            self.running = subprocess.Popen(
                command,
                cwd=ROOT,
                env=os.environ | {"FACTS_DATA": str(self.data)},
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        wait_for(f"{self.address}/ready", self.running, log)

    def end(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Send it a signal and wait; what it ended with."""
        assert self.running is not None
        if self.running.poll() is None:
            self.running.send_signal(number)
        try:
            return self.running.wait(WITHIN)
        finally:
            if self.running.poll() is None:
                os.killpg(self.running.pid, signal.SIGKILL)


@dataclass
class Cluster:
    """Where readers come in, the processes by their seat, and what nginx wrote down."""

    address: str
    folder: Path
    processes: dict[str, Process] = field(default_factory=dict)

    def told(self) -> list[list[str]]:
        """The requests: method, path, status, the seat in the cookie or -, who was asked."""
        return [line.split(" ", 4) for line in self.log.read_text("utf-8").splitlines()]

    @property
    def log(self) -> Path:
        """What nginx writes about each request."""
        return self.folder / "access.log"


def filled_in(ports: tuple[int, ...], listen: int, folder: Path) -> str:
    """The shipped configuration with these ports, and with its cache in this folder."""
    text = CONF.read_text(encoding="utf-8")
    text = text.replace("/var/cache/nginx/dashboard", f"{folder}/cache")
    text, times = re.subn(r"^    listen 80;$", f"    listen 127.0.0.1:{listen};", text, flags=re.M)
    assert times == 1
    for shipped, port in zip((8501, 8502), ports, strict=True):
        assert text.count(f":{shipped}") == 4
        text = text.replace(f":{shipped}", f":{port}")
    return text


@contextmanager
def cluster(folder: Path, data: Path) -> Iterator[Cluster]:
    """nginx and two processes until the block ends; everything is written into `folder`."""
    listen, *ports = (free_port() for _each in range(3))
    user = "user root;" if os.geteuid() == 0 else ""  # its files lie in a private folder
    (folder / "dashboard.conf").write_text(filled_in(tuple(ports), listen, folder), "utf-8")
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder, user=user), "utf-8")
    command = [find_nginx(), "-p", str(folder), "-c", str(folder / "nginx.conf")]
    command += ["-e", str(folder / "error.log")]
    tried = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tried.returncode == 0, tried.stderr
    made = Cluster(f"http://127.0.0.1:{listen}", folder)
    front: subprocess.Popen[bytes] | None = None
    try:
        for seat, port in enumerate(ports, 1):
            made.processes[str(seat)] = Process(port, folder, data)
            made.processes[str(seat)].start()
        front = subprocess.Popen(command)
        wait_for(f"{made.address}/ready", front, folder / "error.log")
        yield made
    finally:
        if front is not None:
            front.send_signal(signal.SIGTERM)
            front.wait(WITHIN)
        for process in made.processes.values():
            if process.running is not None:
                process.end()
