"""Both servers and a browser go in, how long the page takes to follow a choice comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle

from playwright.sync_api import Browser, Page

from benchmarks.pairs import PAIRS, Row, in_turns
from benchmarks.screen import MARKS, open_page, rerun
from benchmarks.servers import Server

MOST = 1.5

# What a reader sees of a choice, as JavaScript; it has changed when the page has followed.
CHART = f"document.querySelectorAll('{MARKS}').length || undefined"
TABLE = "document.querySelectorAll('.f-table th').length || undefined"
ANSWER = "document.querySelector('.f-answer')?.textContent"
MARKED = "document.querySelectorAll('.f-mark').length || undefined"


def rows(started: Browser, dashboard: Server, floor: Server) -> Iterator[Row]:
    """A row for each choice; the floor is a bare page whose choice changes its one chart."""
    bare = _buttons(open_page(started, floor.address, MARKS), CHART)
    network = open_page(started, f"{dashboard.address}/network", MARKS)
    overview = open_page(started, dashboard.address, ".f-chip")
    reading = open_page(started, f"{dashboard.address}/submissions", ".f-mark")
    for name, choose in (
        ("Network, segmented control to the chart", _buttons(network, CHART)),
        ("Network, segmented control to the table below it", _buttons(network, TABLE)),
        ("Overview, question chip to the answer", _chips(overview)),
        ("Submissions, filter to the marks in the text", _filter(reading)),
    ):
        yield Row(f"Rerun: {name}", "ms", *in_turns(choose, bare, 2 * PAIRS), MOST)


def _buttons(page: Page, state: str) -> Callable[[], float]:
    """Turns between two choices of the page's segmented control."""
    buttons = page.locator("[data-testid=stButtonGroup] button")
    pressed = "[aria-checked=true], [aria-pressed=true], [kind$=Active]"

    def choose() -> float:
        first_is_on = buttons.first.evaluate("(button, css) => button.matches(css)", pressed)
        return rerun(page, buttons.nth(1 if first_is_on else 0), state)

    return choose


def _chips(page: Page) -> Callable[[], float]:
    """Turns between the first and the last question."""
    places = cycle((0, -1))
    return lambda: rerun(page, page.locator(".f-chip").nth(next(places)), ANSWER)


def _filter(page: Page) -> Callable[[], float]:
    """Turns between one indicator and all."""
    places = cycle((1, 0))

    def choose() -> float:
        page.locator("[data-testid=stSelectbox] input").nth(1).click()
        return rerun(page, page.get_by_role("option").nth(next(places)), MARKED)

    return choose
