"""Readers behind nginx: they stay at one process, and lose nothing but a moment when it ends."""

from __future__ import annotations

import http.client
import json
import shutil
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import Visit
from tests.browser.test_data_edits import edit
from tests.support.cluster import Cluster, cluster
from tests.support.patience import WITHIN
from tests.support.real import DATA, ROOT, real
from tests.support.screen import TIMEOUT, address, settled

pytestmark = [pytest.mark.browser, pytest.mark.broad]

VIEW = """() => [
  document.querySelector('h1')?.textContent,
  [...document.querySelectorAll('.f-table td, .f-table th')].map(e => e.textContent),
  [...document.querySelectorAll('.textpoint')].filter(e => e.getClientRects().length)
    .map(e => e.textContent),
  [...document.querySelectorAll('.scatterlayer .point')].map(e => e.getAttribute('transform')),
]"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Two processes on a copy of the data, behind nginx."""
    folder = tmp_path_factory.mktemp("cluster")
    shutil.copytree(DATA, folder / "data")
    with cluster(folder, folder / "data") as made:
        yield made


def seat(page: Page) -> str:
    """The process that a reader's cookie names."""
    found = [c for c in page.context.cookies() if c.get("name") == "dashboard_seat"]
    assert len(found) == 1 and found[0].get("httpOnly") and found[0].get("sameSite") == "Lax"
    return str(found[0].get("value"))


def again(page: Page) -> Page:
    """The page, reloaded."""
    page.reload()
    return settled(page)


def seated(visit: Visit, home: Cluster, path: str, wanted: str) -> Page:
    """A new reader whom nginx gave this process; others before take the other ones."""
    for _try in range(6):
        page = visit(path, at=home.address)
        if seat(page) == wanted:
            return page
    raise AssertionError(f"no new reader was given process {wanted}")


def asked(url: str, **headers: str) -> tuple[int, bytes]:
    """Status and body of an answer, also of one that says no."""
    try:
        with urllib.request.urlopen(
            urllib.request.Request(url, headers=headers), timeout=WITHIN
        ) as a:
            return a.status, a.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read()


def check(home: Cluster) -> tuple[int, list[str]]:
    """What the shipped check says about the two processes."""
    places = [process.address for process in home.processes.values()]
    command = [sys.executable, str(ROOT / "deploy" / "check.py"), *places]
    said = subprocess.run(command, capture_output=True, text=True, timeout=WITHIN, check=False)
    return said.returncode, said.stdout.splitlines()


def test_a_killed_process_costs_its_readers_one_reload_at_most(visit: Visit, home: Cluster):
    page = visit("/network?show=members", at=home.address)
    view, first = page.evaluate(VIEW), seat(page)
    assert "129 members" in view[2] and len(view[3]) > 0
    for killed in (first, {"1": "2", "2": "1"}[first]):  # and back again
        other = {"1": "2", "2": "1"}[killed]
        assert home.processes[killed].end(signal.SIGKILL) == -signal.SIGKILL
        code, lines = check(home)
        assert code == 1 and sorted("NOT READY: no answer" in line for line in lines) == [0, 1]
        again(page)
        assert page.evaluate(VIEW) == view
        assert address(page) == {"show": "members"} and seat(page) == other

        home.processes[killed].start()
        assert check(home)[0] == 0
        # Who had to move stays where the session is now; new readers take the one that is back.
        again(page)
        assert seat(page) == other
        seated(visit, home, "/", killed)


def test_a_page_that_is_open_when_its_process_stops_goes_on_without_a_reload(
    visit: Visit, home: Cluster
):
    page = visit("/network?show=members", at=home.address)
    view, first = page.evaluate(VIEW), seat(page)
    page.evaluate("() => { window.untouched = true }")
    try:
        with page.expect_websocket():  # the client connects again by itself
            assert home.processes[first].end() == 0
        expect(page.locator("[data-testid=stApp]")).to_have_attribute(
            "data-test-connection-state", "CONNECTED", timeout=TIMEOUT
        )
        assert settled(page).evaluate(VIEW) == view
        # A choice is answered by the other process.
        page.locator("[data-testid=stButtonGroup] button").first.click()
        page.wait_for_function("() => !location.search.includes('show=')", timeout=TIMEOUT)
        assert settled(page).evaluate(VIEW) != view
        assert page.evaluate("window.untouched") is True and seat(page) != first
    finally:
        home.processes[first].start()


def test_every_request_of_a_reader_goes_to_the_process_of_the_seat(visit: Visit, home: Cluster):
    before = len(home.told())
    for _each in range(3):
        visit("/network", at=home.address)
        visit("/facts", at=home.address)
    ports = {name: f"127.0.0.1:{process.port}" for name, process in home.processes.items()}
    seen = [line for line in home.told()[before:] if line[3] != "-" and line[4] != "-"]
    assert len(seen) > 20 and {line[3] for line in seen} == {"1", "2"}
    assert [line for line in seen if line[4] != ports[line[3]]] == []


def test_an_edited_file_is_seen_from_both(visit: Visit, home: Cluster):
    pages = [seated(visit, home, "/network", name) for name in home.processes]
    edit(home.folder / "data" / "organisation.yaml", "name: ECPAT International", "name: New Name")
    try:
        for page in pages:
            for _try in range(20):
                again(page)
                if "New Name" in (page.locator(".f-chart-foot").first.text_content() or ""):
                    break
            expect(page.locator(".f-chart-foot").first).to_contain_text("New Name")
    finally:
        shutil.copy(DATA / "organisation.yaml", home.folder / "data" / "organisation.yaml")


def test_what_is_downloaded_and_given_goes_to_the_process_of_the_page(visit: Visit, home: Cluster):
    for name in home.processes:
        page = seated(visit, home, "/network", name)
        page.get_by_role("button", name="Download", exact=True).click()
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Numbers (Excel)").click()
        sheet = Path(waiting.value.path()).read_bytes()
        assert sheet.startswith(b"PK")

        page.goto(f"{home.address}/verify")
        settled(page)
        file: FilePayload = {"name": "x.xlsx", "mimeType": "application/zip", "buffer": sheet}
        page.locator("[data-testid=stFileUploader] input[type=file]").set_input_files(file)
        expect(page.locator(".f-said")).to_be_visible(timeout=TIMEOUT)
        assert seat(page) == name


def test_who_comes_through_nginx_does_not_sit_at_the_machine(visit: Visit, home: Cluster):
    words = "You can read here, and not change anything."
    expect(visit("/add", at=home.address).get_by_text(words)).to_be_visible()
    direct = visit("/add", at=home.processes["1"].address)
    expect(direct.get_by_text(words)).to_have_count(0)


def test_readiness_is_told_by_the_body(home: Cluster):
    status, body = asked(f"{home.address}/ready")
    assert status == 200 and json.loads(body)["version"] == real().version
    assert asked(f"{home.address}/no/such/path")[0] == 200  # the reason
    code, lines = check(home)
    assert code == 0 and all("  ready: facts " in line for line in lines)


def test_the_edges_of_the_front(home: Cluster):
    """No version, compressed scripts, inner figures closed, and a body that is too large."""
    place = urlsplit(home.address).netloc
    line = http.client.HTTPConnection(place, timeout=WITHIN)
    line.request("GET", "/", headers={"Accept-Encoding": "gzip", "Accept": "text/html"})
    answer = line.getresponse()
    page = answer.read()
    assert answer.headers["Server"] == "nginx" and answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["X-Content-Type-Options"] == "nosniff" and page
    assert asked(f"{home.address}/_stcore/metrics")[0] == 404
    line = http.client.HTTPConnection(place, timeout=WITHIN)
    line.putrequest("PUT", "/_stcore/upload_file/a/b")
    line.putheader("Content-Length", str(52 * 1024 * 1024))
    line.endheaders()
    assert line.getresponse().status == 413


def test_without_any_process_a_sentence_that_asks_again(home: Cluster):
    for process in home.processes.values():
        assert process.end() == 0
    try:
        status, body = asked(f"{home.address}/network", Accept="text/html")
        assert status == 503 and b"http-equiv" in body and b"being started" in body
        assert asked(f"{home.address}/ready")[0] == 503
    finally:
        for process in home.processes.values():
            process.start()
