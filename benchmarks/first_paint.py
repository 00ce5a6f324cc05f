"""Both servers and a browser go in, how long the first paint of each page takes comes out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from playwright.sync_api import Browser

from benchmarks.pairs import Row, in_turns
from benchmarks.screen import MARKS, first_paint
from benchmarks.servers import Server

MOST = 1.25

# Page, address, what must be seen: the marks of its chart, and the last thing on the page.
PAGES = (
    ("Overview", "", (MARKS, ".f-entries > li:last-child .f-link")),
    ("Network", "network", (MARKS, ".f-definitions .f-terms:last-child dd")),
    ("Submissions (no chart)", "submissions", (".f-reading .f-contents > li:last-child",)),
)


def rows(started: Browser, dashboard: Server, floor: Server) -> Iterator[Row]:
    """A row for each page; the floor is a bare page with one chart."""
    for name, address, needed in PAGES:
        ours, bare = in_turns(
            partial(first_paint, started, f"{dashboard.address}/{address}", needed),
            partial(first_paint, started, floor.address, (MARKS,)),
        )
        yield Row(f"First paint: {name}", "ms", ours, bare, MOST)
