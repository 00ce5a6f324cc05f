"""A browser page goes in; waiting for it, reading it and listening to it are what comes out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import ConsoleMessage, Locator, Page, Request, Response, expect

from tests.support.patience import WITHIN

TIMEOUT = WITHIN * 1000  # ms
expect.set_options(timeout=TIMEOUT)  # of every expectation that names none
# Streamlit's client asks for these below a page's own path first, on every app, and gets two 404s.
PROBES = re.compile(r"/[^/]+/_stcore/(?:health|host-config)$")


@dataclass
class Heard:
    """What a browser complained about, and what it asked other machines for."""

    server: str
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    probes: int = 0

    def listen(self, page: Page) -> None:
        """Listen to a page from now on."""
        page.on("request", self._request)
        page.on("response", self._response)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.errors.append(f"script: {error}"))
        page.on("websocket", lambda socket: self._address(socket.url))

    def _address(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and parts.netloc != urlsplit(self.server).netloc:
            self.outside.append(url)

    def _request(self, request: Request) -> None:
        self._address(request.url)

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            if response.status == 404 and PROBES.search(urlsplit(response.url).path):
                self.probes += 1
            else:
                self.errors.append(f"{response.status}: {response.url}")

    def _console(self, message: ConsoleMessage) -> None:
        place = urlsplit(str(message.location.get("url", ""))).path
        if message.type == "error" and not PROBES.search(place):
            self.errors.append(f"console: {message.text}")


def settled(page: Page) -> Page:
    """Wait until the page has run, is drawn, and shows its title."""
    expect(page.locator("[data-testid=stApp]")).to_have_attribute(
        "data-test-script-state", "notRunning", timeout=TIMEOUT
    )
    expect(page.locator("h1").first).to_be_visible(timeout=TIMEOUT)
    expect(page.locator("[data-testid=stSkeleton]")).to_have_count(0, timeout=TIMEOUT)
    # Every part made by us holds something, and every chart has its marks.
    page.wait_for_function(
        """() => [...document.querySelectorAll('[data-testid=stPlotlyChart]')]
               .every(e => e.querySelector('.main-svg .point'))
             && [...document.querySelectorAll('.f-root')].every(e => e.childElementCount)
             && document.fonts.status === 'loaded'""",
        timeout=TIMEOUT,
    )
    return page


def address(page: Page) -> dict[str, str]:
    """The parameters in the address of a page."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def has_in_address(page: Page, **wanted: str) -> None:
    """Wait until the address holds exactly these parameters."""
    page.wait_for_function(
        """wanted => {
            const held = Object.fromEntries(new URL(location.href).searchParams)
            const sorted = o => JSON.stringify(Object.entries(o).sort())
            return sorted(held) === sorted(wanted)
        }""",
        arg=wanted,
        timeout=TIMEOUT,
    )


def receipt(page: Page) -> Locator:
    """The open receipt, once it is there."""
    found = page.locator("[role=dialog] .f-receipt")
    expect(found).to_be_visible(timeout=TIMEOUT)
    return found


def no_receipt(page: Page) -> None:
    """Wait until no receipt is open."""
    expect(page.locator("[role=dialog]")).to_have_count(0, timeout=TIMEOUT)


def words(found: Locator) -> str:
    """The text of an element, its white space folded."""
    return " ".join((found.text_content() or "").split())


def close(page: Page) -> None:
    """Close the receipt with its button."""
    page.locator("[role=dialog] button[aria-label=Close]").click()
    no_receipt(page)
