"""What the browser tests share: one server and one browser for each process that runs them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from tests.support.browser import ARGUMENTS, find_browser
from tests.support.screen import TIMEOUT, Heard, settled
from tests.support.serving import serving

Visit = Callable[..., Page]
WIDTHS = (390, 1440, 1920)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder drives a browser or asks a running server."""
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running dashboard on the real data."""
    with serving(tmp_path_factory.mktemp("server")) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A running browser."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=find_browser(), args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Makes browser contexts, each like a browser of its own, and closes them at the end."""
    made: list[BrowserContext] = []

    def new(width: int = 1440, **options: Any) -> BrowserContext:
        size: ViewportSize = {"width": width, "height": 900 if width > 640 else 844}
        fresh = chromium.new_context(viewport=size, **options)
        fresh.set_default_timeout(TIMEOUT)
        made.append(fresh)
        return fresh

    yield new
    for one in made:
        one.close()


@pytest.fixture
def visit(
    request: pytest.FixtureRequest, context: Callable[..., BrowserContext]
) -> Iterator[Visit]:
    """Opens an address of the dashboard in a fresh browser; the test fails on what it complains of.

    `at` names another server, `inside` a context that is there already; further options are those
    of the context.
    """
    listening: list[Heard] = []

    def open_(
        path: str, *, at: str = "", inside: BrowserContext | None = None, **options: Any
    ) -> Page:
        base = at or request.getfixturevalue("server")
        page = (inside or context(**options)).new_page()
        heard = Heard(base)
        heard.listen(page)
        listening.append(heard)
        page.goto(base + path)
        return settled(page)

    yield open_
    assert [url for heard in listening for url in heard.outside] == []
    assert [error for heard in listening for error in heard.errors] == []
