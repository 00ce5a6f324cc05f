"""Both servers and a browser go in, how long the first paint of each page takes comes out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from playwright.sync_api import Browser

from benchmarks.pairs import PAIRS, Row, in_turns
from benchmarks.screen import MARKS, first_paint
from benchmarks.servers import Server

MOST = 1.25  # wanted of the Overview; the others are there to be watched

BUTTON = "[data-testid=stDownloadButton] button"
LAST_OF_CARD = "[class*=st-key-deck-add] button"
WORDS = ".f-drawing + .f-chart-foot"

# Page, address, what must be seen: the chart, and the last thing on the page.
PAGES = (
    ("Overview", "", (MARKS, ".f-entries > li:last-child .f-link")),
    ("Network", "network", (MARKS, ".f-definitions .f-terms:last-child dd")),
    ("Places", "places", (MARKS, ".f-country-grid tbody tr:last-child", BUTTON)),
    ("Ten years on a page", "coverage", (WORDS, LAST_OF_CARD)),
    ("Reach", "reach", (WORDS, LAST_OF_CARD)),
    ("Activities", "activities", (WORDS, ".f-table tbody tr:last-child")),
    ("Findings", "findings", (WORDS, LAST_OF_CARD)),
    ("Submissions", "submissions", (".f-reading .f-contents > li:last-child",)),
    ("Facts", "facts", (".f-facts tbody tr:last-child", BUTTON)),
    ("Said by others", "said-by-others", (WORDS, LAST_OF_CARD)),
    ("Data quality", "data-quality", (".f-part-of-page:last-child",)),
)


def rows(started: Browser, dashboard: Server, floor: Server) -> Iterator[Row]:
    """A row for each page; the floor is a bare page with one chart."""
    for name, address, needed in PAGES:
        first = not address
        ours, bare = in_turns(
            partial(first_paint, started, f"{dashboard.address}/{address}", needed),
            partial(first_paint, started, floor.address, (MARKS,)),
            2 * PAIRS if first else PAIRS,
        )
        yield Row(f"First paint: {name}", "ms", ours, bare, MOST if first else None)
