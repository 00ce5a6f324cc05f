"""One browser draws for all threads, starts again if it died, asks nothing and leaves nothing."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from drawing.browser_pictures import NoBrowser, PictureBrowser
from drawing.browser_pictures import find_browser as find
from tests.support.browser import find_browser
from tests.support.real import ROOT

pytestmark = pytest.mark.browser

SIZES = [(400 + 37 * step, 300 + 11 * step) for step in range(6)]


@pytest.fixture(autouse=True)
def chrome(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROME", find_browser())


@pytest.fixture
def browser() -> Iterator[PictureBrowser]:
    with closing(PictureBrowser()) as started:
        yield started


def box(width: int, height: int, inside: str = "") -> str:
    """A picture of one colour, which is made of its size."""
    colour = f"#{width % 256:02x}{height % 256:02x}80"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<rect width="{width}" height="{height}" fill="{colour}"/>{inside}</svg>'
    )


def size_and_colour(png: bytes) -> tuple[tuple[int, int], object]:
    with Image.open(BytesIO(png)) as image:
        return image.size, image.convert("RGB").getpixel((5, 5))


def expected(width: int, height: int) -> tuple[tuple[int, int], object]:
    return (2 * width, 2 * height), (width % 256, height % 256, 128)


def gone(pid: int, patience: float = 15) -> bool:
    """Whether a process ends within some seconds; one that has ended already is gone."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([handle], [], [], patience)[0])
    finally:
        os.close(handle)


def family(pid: int) -> list[int]:
    """The process and all that it started."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [pid, *(one for child in children for one in family(int(child)))]


def test_six_threads_that_ask_for_six_sizes_each_get_their_own(browser: PictureBrowser):
    with ThreadPoolExecutor(6) as pool:
        jobs = [(size, pool.submit(browser.png, box(*size), *size)) for size in SIZES * 4]
        found = [size_and_colour(job.result()) for _size, job in jobs]
    assert found == [expected(*size) for size in SIZES * 4]


def test_it_starts_once(browser: PictureBrowser):
    assert browser.pid is None
    browser.png(box(400, 300), 400, 300)
    first = browser.pid
    browser.pdf(box(400, 300), 400, 300, "a page")
    assert first is not None
    assert browser.pid == first


def test_one_that_died_is_started_again(browser: PictureBrowser):
    browser.png(box(400, 300), 400, 300)
    first = browser.pid
    assert first is not None
    os.kill(first, signal.SIGKILL)
    assert size_and_colour(browser.png(box(410, 310), 410, 310)) == expected(410, 310)
    assert browser.pid != first


def test_none_of_its_processes_outlives_it():
    with closing(PictureBrowser()) as browser:
        browser.png(box(400, 300), 400, 300)
        assert browser.pid is not None
        started = family(browser.pid)
    assert len(started) > 1
    assert [pid for pid in started if not gone(pid)] == []


@pytest.mark.parametrize("end", ["", "import os; os.kill(os.getpid(), 9)"])
def test_nor_does_it_outlive_the_program(end: str):
    code = (
        "from drawing.browser_pictures import SHARED\n"
        f"SHARED.png({box(400, 300)!r}, 400, 300)\n"
        f"print(SHARED.pid, flush=True)\n{end}"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert gone(int(run.stdout)), run.stderr


def test_nothing_is_asked_for_outside(browser: PictureBrowser):
    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(204)
            self.end_headers()

    server = HTTPServer(("127.0.0.1", 0), Listener)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    url = f"http://127.0.0.1:{server.server_port}"
    try:
        inside = (
            f'<image href="{url}/image" width="9" height="9"/><style>@import "{url}/css";'
            f"@font-face{{font-family:x;src:url({url}/font)}}</style><text font-family='x'>x</text>"
            f'<foreignObject width="9" height="9"><img xmlns="http://www.w3.org/1999/xhtml" '
            f'src="{url}/img" onerror="fetch(\'{url}/script\')"/></foreignObject>'
        )
        drawn = browser.png(box(400, 300, inside), 400, 300)
        browser.png(box(410, 310), 410, 310)  # whatever the first began has had its turn
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    assert size_and_colour(drawn)[0] == (800, 600)
    assert asked == []


@pytest.mark.parametrize("path", ["/no/such/program", "true"], ids=["missing", "not a browser"])
def test_without_a_browser_the_error_says_what_to_do(
    path: str, monkeypatch: pytest.MonkeyPatch, browser: PictureBrowser
):
    monkeypatch.setenv("CHROME", path)
    with pytest.raises(NoBrowser, match="Install Chromium or Google Chrome"):
        browser.png(box(400, 300), 400, 300)
    assert browser.pid is None


def test_no_browser_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.delenv("CHROME")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoBrowser, match="No browser was found"):
        find()


def test_a_picture_that_cannot_be_drawn_does_not_stop_the_next(browser: PictureBrowser):
    with pytest.raises(NoBrowser):
        browser.png(box(400, 300), -1, 300)
    assert size_and_colour(browser.png(box(400, 300), 400, 300)) == expected(400, 300)
