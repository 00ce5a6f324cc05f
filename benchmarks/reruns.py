"""Both servers and a browser go in, how long the page takes to follow a choice comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle

from playwright.sync_api import Browser, Page

from benchmarks.pairs import Row, in_turns
from benchmarks.screen import MARKS, open_page, rerun
from benchmarks.servers import Server

MOST = 1.5
POINTS = f"document.querySelectorAll('{MARKS}').length"
# Of the Network page, the chart and the table must both have followed: the slower one counts.
CHART_AND_TABLE = (
    f"(now => {{ const [a, b] = window.seen ??= now; return a !== now[0] && b !== now[1] "
    f"? now : window.seen }})([{POINTS}, document.querySelectorAll('.f-table th').length])"
)


def rows(started: Browser, dashboard: Server, floor: Server) -> Iterator[Row]:
    """A row for each choice; the floor is a bare page whose choice changes its one chart."""
    bare = _buttons(open_page(started, floor.address, MARKS), POINTS)
    network = open_page(started, f"{dashboard.address}/network", MARKS)
    overview = open_page(started, dashboard.address, ".f-chip")
    reading = open_page(started, f"{dashboard.address}/submissions", ".f-mark")
    for name, choose in (
        ("Network: segmented control", _buttons(network, CHART_AND_TABLE)),
        ("Overview: question chip", _chips(overview)),
        ("Submissions: filter", _filter(reading)),
    ):
        yield Row(f"Rerun: {name}", "ms", *in_turns(choose, bare), MOST)


def _buttons(page: Page, state: str) -> Callable[[], float]:
    """Turns between the second and the first button of the page's segmented control."""
    places = cycle((1, 0))

    def choose() -> float:
        page.evaluate("window.seen = undefined")
        button = page.locator("[data-testid=stButtonGroup] button").nth(next(places))
        return rerun(page, button, state)

    return choose


def _chips(page: Page) -> Callable[[], float]:
    """Turns between the first and the last question; the answer must have changed."""
    places = cycle((0, -1))
    state = "document.querySelector('.f-answer')?.textContent"
    return lambda: rerun(page, page.locator(".f-chip").nth(next(places)), state)


def _filter(page: Page) -> Callable[[], float]:
    """Turns between one indicator and all; the marked sentences must have changed."""
    places = cycle((1, 0))

    def choose() -> float:
        page.locator("[data-testid=stSelectbox] input").nth(1).click()
        option = page.get_by_role("option").nth(next(places))
        return rerun(page, option, "document.querySelectorAll('.f-mark').length")

    return choose
