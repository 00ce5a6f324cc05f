"""A login at a real OpenID provider in a real browser: who reads, who edits, who sees nothing."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from unittest import mock
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import BrowserContext, FilePayload, Page, expect
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from facts.load import load
from tests.login.conftest import Contexts, arrived, log_in
from tests.support.axe import faults
from tests.support.openid import COOKIE_SECRET, SECRET, Site
from tests.support.pages import ADDRESSES
from tests.support.real import real
from tests.support.screen import TIMEOUT, settled, words

COOKIE = "_streamlit_user"
FACT = "cstd-28-2025/network-members"
BODY = "[data-testid=stMain]"


def known() -> list[bytes]:
    """Words and numbers that only the data hold."""
    corpus = real().corpus
    found = [sub.head.name for sub in corpus.submissions]
    found += [placed.fact.quote for placed in corpus.facts()]
    found += [*corpus.organisation.title.values(), real().version]
    found += [indicator.label["en"] for indicator in corpus.indicators.values()]
    return [one.encode() for one in found]


@pytest.fixture
def heard() -> Iterator[list[bytes]]:
    """All that a page was sent."""
    yield []


def listening(page: Page, heard: list[bytes]) -> Page:
    """Keep all that this page is sent, over its websocket too."""

    def frame(payload: str | bytes) -> None:
        heard.append(payload if isinstance(payload, bytes) else payload.encode())

    page.on("websocket", lambda socket: socket.on("framereceived", frame))
    return page


def nothing_in(sent: bytes) -> None:
    """Nothing of the data stands in what was sent."""
    assert [one for one in known() if one in sent] == []


def asked(context: BrowserContext, site: Site, path: str) -> tuple[int, bytes]:
    """What the server answers to this browser."""
    answer = context.request.get(site.address + path)
    return answer.status, answer.body()


def locked_out(context: BrowserContext, site: Site) -> Page:
    """This browser is shown the login and nothing else, on pages and beside them."""
    sent: list[bytes] = []
    page = listening(context.new_page(), sent)
    page.goto(f"{site.address}/network?show=members")
    settled(page)
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()
    nothing_in(b"".join(sent))
    assert asked(context, site, "/talk?figure=network")[0] == 403
    return page


def test_before_a_login_no_address_shows_anything(
    locked: Site, context: Contexts, heard: list[bytes]
):
    browser = context()
    page = listening(browser.new_page(), heard)
    for address in [*(f"/{one}" for one in ADDRESSES), "/add?edit=" + FACT, "/nowhere"]:
        page.goto(locked.address + address)
        settled(page)
        assert page.title() == "Log in" and page.locator(f"{BODY} a").count() == 1
        assert page.locator(f"{BODY} button, {BODY} input").count() == 0
        heard.append(page.content().encode())
    assert faults(page) == []
    sent = b"".join(heard)
    assert b"known to the organisation" in sent  # it was listened to
    nothing_in(sent)
    for path in ("/talk", "/talk?figure=network", "/talk?deck=network-in-brief"):
        status, body = asked(browser, locked, path)
        assert status == 403
        nothing_in(body)
    assert asked(browser, locked, "/media/" + "0" * 56 + ".svg")[0] == 403
    assert asked(browser, locked, "/ready") == (200, b'{"status":"ready"}')
    put = browser.request.put(f"{locked.address}/_stcore/upload_file/x/y", data=b"x")
    assert put.status == 403


def test_a_reader_reads_and_cannot_save(locked: Site, context: Contexts):
    browser = context()
    page = browser.new_page()
    page.goto(f"{locked.address}/network?show=members&receipt={FACT}")
    log_in(settled(page), "ben")  # lands on the address first asked for, choices included
    expect(page.locator("[role=dialog] .f-receipt")).to_contain_text("129", timeout=TIMEOUT)
    assert page.get_by_text("Edit this fact").count() == 0
    assert faults(page) == []
    expect(page.get_by_test_id("stSidebar")).to_contain_text("Ben@readers.example, reader")
    page.goto(f"{locked.address}/add?edit={FACT}")
    settled(page)
    assert "that needs the role curator" in words(page.locator(BODY))
    assert page.locator(f"{BODY} button, {BODY} input, {BODY} textarea").count() == 0
    status, body = asked(browser, locked, "/talk?figure=network")
    assert status == 200 and b"129" in body
    assert json.loads(asked(browser, locked, "/ready")[1])["facts"] == len(real().frame)


def test_files_go_in_and_out_for_a_reader_only(locked: Site, context: Contexts):
    page = context().new_page()
    page.goto(f"{locked.address}/verify")
    log_in(settled(page), "ben")
    file: FilePayload = {"name": "x.txt", "mimeType": "text/plain", "buffer": b"words"}
    page.locator("[data-testid=stFileUploader] input[type=file]").set_input_files(file)
    expect(page.locator(BODY)).to_contain_text("No receipt found", timeout=TIMEOUT)
    page.goto(f"{locked.address}/present")
    settled(page)
    with page.expect_download(timeout=TIMEOUT) as coming:
        page.get_by_role("button", name="Save as one file (HTML)").first.click()
    assert b"129" in Path(coming.value.path()).read_bytes()
    path = urlsplit(coming.value.url).path
    assert path.startswith("/media/")
    assert asked(page.context, locked, path)[0] == 200
    assert asked(context(), locked, path)[0] == 403


def edit_note(page: Page, site: Site, note: str) -> None:
    """Open a fact for editing, type a note, and press Save."""
    page.goto(f"{site.address}/add?edit={FACT}")
    settled(page)
    page.get_by_text("More", exact=True).click()
    box = page.get_by_role("textbox", name="Note for readers")
    box.fill(note)
    box.blur()
    save = page.get_by_role("button", name="Save", exact=True)
    expect(save).to_be_enabled(timeout=TIMEOUT)


def note_of(data: Path) -> str | None:
    """The note that stands in the data folder."""
    found = load(data).fact(FACT)
    assert found is not None
    return found.fact.note


def test_a_curator_edits_until_the_role_is_taken_away(locked: Site, context: Contexts):
    page = context().new_page()
    page.goto(f"{locked.address}/network?receipt={FACT}")
    log_in(settled(page), "ana")
    expect(page.get_by_text("Edit this fact")).to_be_visible(timeout=TIMEOUT)
    edit_note(page, locked, "Counted in November.")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(BODY)).to_contain_text("is saved", timeout=TIMEOUT)
    assert note_of(locked.data) == "Counted in November."
    page.get_by_role("button", name="Take back").click()
    number = page.get_by_role("textbox", name="In the words of the document")
    expect(number).to_be_visible(timeout=TIMEOUT)
    before = note_of(locked.data)

    edit_note(page, locked, "Typed when it was still allowed.")
    locked.roles.write_text("reader:\n  - ana@example.org\n", encoding="utf-8")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(BODY)).to_contain_text("that needs the role curator", timeout=TIMEOUT)
    assert note_of(locked.data) == before

    locked.roles.write_text("curator: broken\n", encoding="utf-8")
    page.goto(f"{locked.address}/add?edit={FACT}")
    settled(page)
    expect(page.locator(BODY)).to_contain_text("nobody can edit", timeout=TIMEOUT)
    assert "roles.yaml:1:10: curator: this is no list" in locked.log.read_text(errors="replace")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("eve", "You are logged in as eve@elsewhere.example. This e-mail address has no role"),
        ("una", "Your login does not vouch that this e-mail address is yours."),
        ("nil", "Your login came without an e-mail address."),
    ],
)
def test_who_is_not_known_sees_nothing(
    locked: Site, context: Contexts, heard: list[bytes], name: str, why: str
):
    browser = context()
    page = listening(browser.new_page(), heard)
    page.goto(f"{locked.address}/network?show=members")
    log_in(settled(page), name)
    expect(page.locator(BODY)).to_contain_text(why)
    nothing_in(b"".join(heard) + page.content().encode())
    assert asked(browser, locked, "/talk?figure=network")[0] == 403
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_role("button", name=re.compile("Yes"))).to_be_visible(timeout=TIMEOUT)


def test_after_logging_out_nothing_is_shown(locked: Site, context: Contexts):
    browser = context()
    page = browser.new_page()
    page.goto(f"{locked.address}/network")
    log_in(settled(page), "ben")
    page.get_by_role("button", name="Log out").click()
    page.get_by_role("button", name=re.compile("Yes")).click()  # at the provider
    arrived(page, f"{locked.address}/")
    assert COOKIE not in {one["name"] for one in browser.cookies()}
    locked_out(browser, locked)


@pytest.fixture
def cookie(locked: Site, context: Contexts) -> str:
    """The cookie of a curator."""
    browser = context()
    page = browser.new_page()
    page.goto(f"{locked.address}/network")
    log_in(settled(page), "ana")
    return next(str(one["value"]) for one in browser.cookies() if one["name"] == COOKIE)


def forged(secret: str, site: Site, days_ago: float = 0, **changed: object) -> str:
    """A cookie as Streamlit would make it, with this secret, so long ago."""
    claims = {"email": "ana@example.org", "email_verified": True, "is_logged_in": True,
              "origin": site.address, "provider": "default", **changed}  # fmt: skip
    then = time.time() - days_ago * 86_400
    with mock.patch("time.time", lambda: then):
        return create_signed_value(secret, COOKIE, json.dumps(claims)).decode()


def test_a_cookie_that_is_forged_changed_or_old_is_refused(
    locked: Site, context: Contexts, cookie: str
):
    middle = len(cookie) // 3
    other = "A" if cookie[middle] != "A" else "B"
    claims, stamp, _signature = cookie.rsplit(".", 2)
    bad = {
        "changed": cookie[:middle] + other + cookie[middle + 1 :],
        "unsigned": f"{claims}.{stamp}.",
        "another secret": forged("a-secret-of-someone-else-0123456789abcdefgh", locked),
        "too old": forged(COOKIE_SECRET, locked, days_ago=32),
        "of another place": forged(COOKIE_SECRET, locked, origin="http://127.0.0.1:1"),
        "without a role": forged(COOKIE_SECRET, locked, email="eve@elsewhere.example"),
        "plain": json.dumps({"email": "ana@example.org", "is_logged_in": True}),
    }
    for kind, value in bad.items():
        browser = context()
        browser.add_cookies([{"name": COOKIE, "value": value, "url": locked.address}])
        assert asked(browser, locked, "/talk?figure=network")[0] == 403, kind
        if kind != "without a role":
            locked_out(browser, locked)
    # The same made with the right secret and today is believed: the test would see a hole.
    browser = context()
    good = {"name": COOKIE, "value": forged(COOKIE_SECRET, locked), "url": locked.address}
    browser.add_cookies([good])  # type: ignore[list-item]
    assert asked(browser, locked, "/talk?figure=network")[0] == 200


def test_the_answer_to_another_browsers_login_is_refused(locked: Site, context: Contexts):
    """Whoever gets someone to open the end of their own login would have them work as them."""
    theirs, ours = context().request, context()
    answer = theirs.get(f"{locked.address}/login", max_redirects=0)
    while "/oauth2callback?" not in answer.url:
        url = urljoin(answer.url, answer.headers["location"]) if answer.status < 400 else ""
        if "/oauth2callback?" in url:
            break
        answer = theirs.get(url, max_redirects=0)
        if answer.status == 200:  # the provider's question
            answer = theirs.post(url, form={"name": "eve"}, max_redirects=0)
    assert "state=" in url and "code=" in url
    for end in (url, re.sub("state=[^&]*", "state=made-up", url)):
        page = ours.new_page()
        page.goto(end)
        settled(page)
        assert urlsplit(page.url).path == "/"
        assert "The login did not work" in words(page.locator(BODY))
        assert COOKIE not in {one["name"] for one in ours.cookies()}
    locked_out(ours, locked)
    # Nor does the log hold what would end that login.
    parts = re.findall("[?&](?:code|state)=([^&]+)", url)
    log = locked.log.read_text(errors="replace")
    assert len(parts) == 2 and [one for one in parts if one in log] == []


def test_where_reading_is_open_the_choices_of_now_come_back(opened: Site, context: Contexts):
    browser = context()
    page = browser.new_page()
    page.goto(f"{opened.address}/network")
    settled(page)
    assert page.get_by_test_id("stSidebar").get_by_role("link", name="Log in").count() == 1
    page.get_by_role("radio", name="Members", exact=True).click()
    page.wait_for_url("**/network?show=members", timeout=TIMEOUT)
    settled(page)
    log_in(page, "ana", f"{opened.address}/network?show=members")
    expect(page.get_by_test_id("stSidebar")).to_contain_text("ana@example.org, curator")


def test_a_link_to_a_talk_leads_through_the_login_to_the_talk(locked: Site, context: Contexts):
    page = context().new_page()
    page.goto(f"{locked.address}/talk?figure=network&show=members")
    page.get_by_role("link", name="Log in").click()
    page.get_by_label("Name").fill("ben")
    page.get_by_role("button", name="Go on").click()
    page.wait_for_url(f"{locked.address}/talk?figure=network&show=members", timeout=TIMEOUT)
    expect(page.locator("body")).to_contain_text("129", timeout=TIMEOUT)


def test_where_reading_is_open_nobody_edits_without_a_login(opened: Site, context: Contexts):
    browser = context()
    page = browser.new_page()
    page.goto(f"{opened.address}/add?edit={FACT}")
    settled(page)
    expect(page.locator(BODY)).to_contain_text("Who adds or edits has to log in first.")
    assert page.locator(f"{BODY} textarea").count() == 0
    assert asked(browser, opened, "/talk?figure=network")[0] == 200
    log_in(page, "una")  # the e-mail address of a curator, for which nobody vouches
    expect(page.locator(BODY)).to_contain_text("does not vouch")
    assert page.locator(f"{BODY} textarea").count() == 0


def test_no_secret_stands_in_the_log(locked: Site, context: Contexts):
    seen: list[str] = [SECRET, COOKIE_SECRET]
    browser = context()
    page = browser.new_page()
    page.on("request", lambda one: seen.extend(re.findall("[?&](?:code|state)=([^&]+)", one.url)))
    page.goto(f"{locked.address}/network")
    log_in(settled(page), "ben")
    page.goto(f"{locked.address}/facts")
    settled(page)
    seen += [str(one["value"]) for one in browser.cookies() if one["name"].startswith("_stream")]
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_role("button", name=re.compile("Yes"))).to_be_visible(timeout=TIMEOUT)
    log = locked.log.read_text(errors="replace")
    assert len(seen) > 6 and "Runtime state:" in log  # said at the level debug only
    assert [one[:12] for one in seen if len(one) > 8 and one in log] == []
    assert re.findall(r"eyJ[\w-]{20,}", log) == []  # a token of any kind
