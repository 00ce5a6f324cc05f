"""The path of a browser goes in, a running one that answers commands comes out.

It is spoken to through two pipes and not through a port: no other program can reach it, and it
ends by itself when this program ends in whatever way, because the pipes then close.
"""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from tempfile import TemporaryDirectory
from typing import Any

ARGUMENTS = (
    "--headless=new", "--remote-debugging-pipe", "--no-first-run", "--no-default-browser-check",
    "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", "--mute-audio",
    "--font-render-hinting=none", "--force-color-profile=srgb", "--disable-lcd-text",
    # It shows this program's own pictures only, no script and nothing of others; in a container
    # and as root its sandbox does not start.
    "--no-sandbox",
    # Nothing is asked of anyone.
    "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>", "--disable-quic", "--disable-sync", "--no-pings",
    "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
    "--disable-extensions", "--disable-client-side-phishing-detection", "--metrics-recording-only",
    "--disable-domain-reliability", "--disable-breakpad", "--no-service-autorun",
    "--disable-features=MediaRouter,OptimizationHints,Translate,DialMediaRouteProvider",
)  # fmt: skip
PATIENCE = 30.0  # seconds for one answer
# Puts the pipes where the browser looks for them, then becomes the browser.
BECOME = (
    "import fcntl, os, sys\n"
    "r, w = (fcntl.fcntl(int(a), fcntl.F_DUPFD_CLOEXEC, 10) for a in sys.argv[1:3])\n"
    "os.dup2(r, 3), os.dup2(w, 4), os.execv(sys.argv[3], sys.argv[3:])"
)


class BrowserGone(RuntimeError):
    """The browser does not answer, or said that it cannot do what was asked."""


class Pipe:
    """A running browser. `send` is for one thread at a time; `close` ends it and its processes."""

    def __init__(self, path: str) -> None:
        self._folder = TemporaryDirectory(prefix="pictures-", ignore_cleanup_errors=True)
        theirs_in, ours_out = os.pipe()
        ours_in, theirs_out = os.pipe()
        try:
            command = [path, *ARGUMENTS, f"--user-data-dir={self._folder.name}", "about:blank"]
            self._process = _start(command, theirs_in, theirs_out)
        except OSError as error:
            os.close(ours_out)
            os.close(ours_in)
            self._folder.cleanup()
            raise BrowserGone(str(error)) from error
        finally:
            os.close(theirs_in)
            os.close(theirs_out)
        self._out, self._in = os.fdopen(ours_out, "wb", 0), os.fdopen(ours_in, "rb", 0)
        self._answers: queue.Queue[bytes | None] = queue.Queue()
        self._last = 0
        threading.Thread(target=self._read, daemon=True, name="picture-browser").start()

    @property
    def pid(self) -> int:
        """The number of the browser's first process."""
        return self._process.pid

    def send(self, method: str, session: str | None = None, **values: object) -> dict[str, Any]:
        """The answer to one command. Raises BrowserGone where there is none."""
        self._last += 1
        command = {"id": self._last, "method": method, "params": values}
        if session:
            command["sessionId"] = session
        data = json.dumps(command).encode() + b"\0"
        try:
            while data:
                data = data[self._out.write(data) or 0 :]
            while True:
                told = self._answers.get(timeout=PATIENCE)
                if told is None:
                    raise BrowserGone("The browser ended.")
                answer: dict[str, Any] = json.loads(told)
                if answer.get("id") == self._last:
                    break
        except queue.Empty:
            raise BrowserGone("The browser does not answer.") from None
        except (OSError, ValueError) as error:
            raise BrowserGone(str(error)) from error
        if "error" in answer:
            raise BrowserGone(f"{method}: {answer['error'].get('message', '')}")
        result: dict[str, Any] = answer["result"]
        return result

    def close(self) -> None:
        """End the browser, whatever state it is in, and take away its folder."""
        self._out.close()  # it ends when it can read no more
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if sys.platform != "win32":
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._folder.cleanup()

    def _read(self) -> None:
        """Split what the browser says into answers; None when it says no more."""
        held = b""
        with self._in:
            while True:
                try:
                    more = self._in.read(1 << 16)
                except (OSError, ValueError):
                    more = b""
                if not more:
                    self._answers.put(None)
                    return
                *told, held = (held + more).split(b"\0")
                for one in told:
                    self._answers.put(one)


def _start(command: list[str], theirs_in: int, theirs_out: int) -> subprocess.Popen[bytes]:
    quiet = subprocess.DEVNULL
    if sys.platform == "win32":
        import msvcrt

        handles = [msvcrt.get_osfhandle(end) for end in (theirs_in, theirs_out)]
        for handle in handles:
            os.set_handle_inheritable(handle, True)
        startup = subprocess.STARTUPINFO(lpAttributeList={"handle_list": handles})
        command.insert(1, f"--remote-debugging-io-pipes={handles[0]},{handles[1]}")
        return subprocess.Popen(
            command, stdin=quiet, stdout=quiet, stderr=quiet, startupinfo=startup
        )
    ends = (theirs_in, theirs_out)
    return subprocess.Popen(
        [sys.executable, "-ISc", BECOME, *map(str, ends), *command],
        stdin=quiet,
        stdout=quiet,
        stderr=quiet,
        pass_fds=ends,
        start_new_session=True,
    )
