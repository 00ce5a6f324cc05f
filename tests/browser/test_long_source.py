"""A source of 300 pages in a browser: it opens at the sentence, and more comes as it is read."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, WebSocketRoute, expect

from tests.browser.conftest import Visit
from tests.support import long
from tests.support.patience import WITHIN
from tests.support.screen import settled
from tests.support.serving import serving

pytestmark = pytest.mark.broad

DRAWN = """() => new Promise(done => {
  let left = 10
  const next = () => left-- ? requestAnimationFrame(next) : done()
  next()
})"""
BOOK = f"/submissions?submission={long.NAME}"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard on a data folder with a long source."""
    folder = tmp_path_factory.mktemp("long")
    with serving(folder, long.write(folder / "data")) as address:
        yield address


class Slow:
    """A server whose answers wait while `holds`; `asked` counts what the browser has sent."""

    def __init__(self) -> None:
        self.holds, self.asked = False, 0
        self._waiting: list[tuple[WebSocketRoute, str | bytes]] = []

    def begin(self, browser: WebSocketRoute) -> None:
        """Stand between the browser and its server."""
        server = browser.connect_to_server()

        def sent(message: str | bytes) -> None:
            self.asked += 1
            server.send(message)

        def answered(message: str | bytes) -> None:
            if self.holds:
                self._waiting.append((browser, message))
            else:
                browser.send(message)

        browser.on_message(sent)
        server.on_message(answered)

    def until(self, page: Page, number: int) -> None:
        """Wait until the browser has sent so many messages."""
        end = time.monotonic() + WITHIN
        while self.asked < number:
            assert time.monotonic() < end, "nothing was sent"
            page.evaluate(DRAWN)

    def let_go(self) -> None:
        """Give the browser all that waited, and what comes from now on."""
        self.holds = False
        for browser, message in self._waiting:
            browser.send(message)
        self._waiting.clear()


def parts(page: Page) -> list[int]:
    """The parts of the text that are on the page, in their order."""
    found = page.locator("[data-part]").evaluate_all("all => all.map(e => +e.dataset.part)")
    return [int(one) for one in found]


def top(page: Page, name: str) -> float:
    """Where an element stands on the screen."""
    box = page.locator(name).bounding_box()
    assert box is not None
    return box["y"]


@pytest.mark.parametrize("width", [390, 1440])
def test_it_opens_at_the_sentence_with_what_is_around_it(visit: Visit, book: str, width: int):
    page = visit(f"{BOOK}&fact=fact-150", at=book, width=width)
    number = page.locator("#at-fact-150")
    expect(number).to_have_class(re.compile("f-at"))
    expect(number).to_be_in_viewport()
    expect(number).to_be_focused()
    assert len(parts(page)) == 3
    assert len(page.locator(".f-body").inner_text()) < 60_000
    assert page.locator("aside a, .f-listing a").count() == 2 * 60


def test_more_comes_on_scrolling_and_what_is_read_stays_in_its_place(visit: Visit, book: str):
    page = visit(f"{BOOK}&fact=fact-150", at=book)
    expect(page.locator("#at-fact-150")).to_be_in_viewport()
    first, *_between, last = parts(page)
    page.locator("[data-more=later]").scroll_into_view_if_needed()
    expect(page.locator(f"[data-part='{last + 2}']")).to_be_attached()
    assert parts(page) == list(range(first, parts(page)[-1] + 1))

    page.locator(f"[data-part='{first}'] p").first.scroll_into_view_if_needed()
    expect(page.locator(f"[data-part='{first - 2}']")).to_be_attached()
    here = f"[data-part='{first}'] p:first-child"
    before = top(page, here)
    settled(page)
    page.evaluate(DRAWN)  # nothing moves by itself
    assert abs(top(page, here) - before) < 2
    expect(page.locator(here)).to_be_in_viewport()


def test_earlier_and_later_are_buttons_that_the_keyboard_presses(visit: Visit, book: str):
    page = visit(BOOK, at=book)
    assert parts(page)[0] == 0
    expect(page.locator("[data-more=earlier]")).to_be_hidden()
    last = parts(page)[-1]
    page.locator("[data-more=later]").focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"[data-part='{last + 1}']")).to_be_attached()
    expect(page.locator(".f-live")).to_have_text("More of the text is shown.")


def test_the_list_jumps_to_what_is_not_on_the_page(visit: Visit, book: str):
    page = visit(f"{BOOK}&fact=fact-150", at=book)
    expect(page.locator("#at-fact-150")).to_be_in_viewport()
    page.locator("aside [data-jump='at-fact-170']").click()
    expect(page.locator("#at-fact-170")).to_be_in_viewport()
    expect(page.locator("#at-fact-170")).to_be_focused()
    page.locator("aside [data-at]").first.click()
    expect(page.locator("aside [data-jump='at-fact-120']")).to_be_visible()
    page.locator("aside [data-jump='at-fact-115']").click()
    expect(page.locator("#at-fact-115")).to_be_in_viewport()


@pytest.mark.parametrize("press", ["aside [data-jump='at-fact-170']", "aside [data-at] >> nth=0"])
def test_a_press_while_more_is_on_its_way_is_not_lost(
    visit: Visit, context: Callable[..., BrowserContext], book: str, press: str
):
    slow = Slow()
    inside = context()
    inside.route_web_socket(re.compile("_stcore/stream"), slow.begin)
    page = visit(f"{BOOK}&fact=fact-150", at=book, inside=inside)
    expect(page.locator("#at-fact-150")).to_be_in_viewport()
    slow.holds = True
    asked = slow.asked
    page.locator("[data-more=later]").scroll_into_view_if_needed()
    slow.until(page, asked + 1)  # more is asked for, and the answer is on its way
    jumped = page.locator(press).evaluate("e => (e.click(), e.dataset.jump ?? e.dataset.at)")
    slow.until(page, asked + 2)
    slow.let_go()
    expect(page.locator(f"#at-{jumped.removeprefix('at-')}")).to_be_in_viewport()


def test_a_receipt_closes_where_it_was_opened(visit: Visit, book: str):
    page = visit(f"{BOOK}&fact=fact-150", at=book)
    page.locator("aside [data-jump='at-fact-175']").click()
    number = page.locator("#at-fact-175")
    expect(number).to_be_in_viewport()
    number.click()
    expect(page.get_by_role("dialog")).to_contain_text("Written")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    settled(page)
    expect(number).to_be_in_viewport()


def test_the_whole_text_is_there_for_searching_and_printing(visit: Visit, book: str):
    page = visit(f"{BOOK}&fact=fact-150", at=book)
    with page.expect_download() as given:
        page.get_by_role("button", name="Download the text").click()
    text = given.value.path().read_text(encoding="utf-8")
    assert len(text) > long.LENGTH
    page.get_by_role("link", name="Show the whole text").click()
    expect(page.locator("#at-fact-150")).to_be_in_viewport()
    settled(page)
    shown = page.locator(".f-body").inner_text()
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", text)
    page.get_by_role("link", name="Show a part of it").click()
    expect(page.locator("[data-part='0']")).to_be_attached()
