"""SVG as pixels or pages, drawn by one browser of this machine that all threads share.

The browser starts at the first picture, is started again if it died, and ends with the program.
It is spoken to through two pipes and not through a port: no other program can reach it, and it
ends by itself when this program ends in whatever way, because the pipes then close."""

from __future__ import annotations

import atexit
import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from drawing.svg_writer import font_face
from words import _

NAMES = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
    "microsoft-edge", "msedge",
)  # fmt: skip
MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")


class NoBrowser(RuntimeError):
    """No browser draws pictures here; the message says why and what to do."""


def cure() -> str:
    """What a reader can do about it."""
    return _(
        "Install Chromium or Google Chrome (on Debian: sudo apt-get install chromium), or set "
        "CHROME to the path of one. SVG and all formats but PNG and PDF need no browser."
    )


def find_browser() -> str:
    """The path of a Chrome, Chromium or Edge: `CHROME` where it is set, else an installed one.

    Raises NoBrowser where there is none.
    """
    asked = os.environ.get("CHROME", "").strip()
    if asked:
        if path := shutil.which(asked):
            return path
        said = _("CHROME is set to {path}, which is no program.", path=asked)
        raise NoBrowser(f"{said} {cure()}")
    if path := next(_installed(), None):
        return path
    raise NoBrowser(f"{_('No browser was found to draw the picture with.')} {cure()}")


def _installed() -> Iterator[str]:
    yield from filter(None, map(shutil.which, NAMES))
    if sys.platform == "darwin":
        folders = (Path("/Applications"), Path.home() / "Applications")
        names = MAC
    else:
        roots = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
        folders = tuple(Path(os.environ[root]) for root in roots if root in os.environ)
        names = WINDOWS
    for folder in folders:
        yield from (str(folder / name) for name in names if (folder / name).is_file())


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


SCALE = 2  # pixels per px, for sharp type
PAGE = """<!doctype html><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; font-src data:;
 style-src 'unsafe-inline'"><style>{face}
@page{{margin:0}}html,body{{margin:0;background:none}}svg{{display:block}}</style><body></body>"""
SHOW = """(async (svg, title) => {{
  document.body.innerHTML = svg; document.title = title;
  await Promise.all(['400', '600'].map(w => document.fonts.load(w + ' 16px "Source Sans 3"')));
  return document.fonts.check('16px "Source Sans 3"');
}})({svg}, {title})"""


class PictureBrowser:
    """A browser that draws one picture at a time, for any number of threads.

    Every method raises NoBrowser where no browser is installed or none starts.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pipe: Pipe | None = None
        self._session = ""

    def png(self, svg: str, width: int, height: int) -> bytes:
        """The picture at twice its size; what has no background is transparent."""
        return self._tried(lambda: self._png(svg, width, height))

    def pdf(self, svg: str, width: int, height: int, title: str) -> bytes:
        """The picture as one page of just its size, with text as text."""
        return self._tried(lambda: self._pdf(svg, width, height, title))

    def close(self) -> None:
        """End the browser; the next picture starts another."""
        with self._lock:
            self._end()

    @property
    def pid(self) -> int | None:
        """The number of the browser's process; None while there is none."""
        held = self._pipe
        return held.pid if held else None

    def _tried(self, draw: Callable[[], bytes]) -> bytes:
        """Draw; where the browser has died since the last picture, once more in a new one."""
        with self._lock:
            for again in (True, False):
                try:
                    self._ready()
                    return draw()
                except BrowserGone as error:
                    self._end()
                    if not again:
                        raise NoBrowser(f"{error} {cure()}") from error
        raise AssertionError

    def _ready(self) -> None:
        if self._pipe is not None:
            return
        self._pipe = Pipe(find_browser())
        target = self._pipe.send("Target.createTarget", url="about:blank")["targetId"]
        attached = self._pipe.send("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        frame = self._do("Page.getFrameTree")["frameTree"]["frame"]["id"]
        self._do("Page.setDocumentContent", frameId=frame, html=PAGE.format(face=font_face()))
        clear = {"r": 0, "g": 0, "b": 0, "a": 0}
        self._do("Emulation.setDefaultBackgroundColorOverride", color=clear)

    def _png(self, svg: str, width: int, height: int) -> bytes:
        self._show(svg, width, height, "")
        shot = self._do("Page.captureScreenshot", format="png", optimizeForSpeed=True)
        return b64decode(shot["data"])

    def _pdf(self, svg: str, width: int, height: int, title: str) -> bytes:
        self._show(svg, width, height, title)
        size = {"paperWidth": width / 96, "paperHeight": height / 96}
        edges = dict.fromkeys(("marginTop", "marginBottom", "marginLeft", "marginRight"), 0)
        made = self._do("Page.printToPDF", printBackground=True, **size, **edges)
        return b64decode(made["data"])

    def _show(self, svg: str, width: int, height: int, title: str) -> None:
        size = {"width": width, "height": height}
        self._do(
            "Emulation.setDeviceMetricsOverride", **size, deviceScaleFactor=SCALE, mobile=False
        )
        code = SHOW.format(svg=json.dumps(svg), title=json.dumps(title))
        shown = self._do("Runtime.evaluate", expression=code, awaitPromise=True, returnByValue=True)
        if shown["result"].get("value") is not True:
            raise BrowserGone("The browser could not draw the picture.")

    def _do(self, method: str, **values: object) -> dict[str, Any]:
        assert self._pipe is not None
        return self._pipe.send(method, self._session, **values)

    def _end(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        self._pipe = None


SHARED = PictureBrowser()
atexit.register(SHARED.close)
