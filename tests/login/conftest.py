"""What the tests of the login share: a browser, and two dashboards with a real provider each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import chromium, context
from tests.support.openid import ROLES, Site, site
from tests.support.screen import TIMEOUT, settled

__all__ = ["chromium", "context"]

Contexts = Callable[..., BrowserContext]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test that drives a browser through a login is slow."""
    for item in items:
        if "tests/login/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.broad)


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A dashboard that shows nothing before a login; it logs all that it can."""
    folder = tmp_path_factory.mktemp("locked")
    with site(folder, "login", "--logger.level=debug") as made:
        yield made


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A dashboard that everyone may read."""
    with site(tmp_path_factory.mktemp("open"), "open") as made:
        yield made


@pytest.fixture(autouse=True)
def roles_again(request: pytest.FixtureRequest) -> Iterator[None]:
    """After each test the roles are those at the start."""
    yield
    for name in ("locked", "opened"):
        if name in request.fixturenames:
            request.getfixturevalue(name).roles.write_text(ROLES, encoding="utf-8")


def arrived(page: Page, url: str) -> Page:
    """Wait until a page of the dashboard is there, whichever it is."""
    page.wait_for_url(url, timeout=TIMEOUT)
    return settled(page)


def to_provider(page: Page) -> Page:
    """Press the way to the login."""
    page.get_by_role("link", name="Log in").first.click()
    expect(page.get_by_role("heading", name="Who are you?")).to_be_visible(timeout=TIMEOUT)
    return page


def log_in(page: Page, name: str, back: str = "") -> Page:
    """Log in from the page on screen, and wait until it is there again (or the page `back`)."""
    url = back or page.url
    to_provider(page).get_by_label("Name").fill(name)
    page.get_by_role("button", name="Go on").click()
    return arrived(page, url)
