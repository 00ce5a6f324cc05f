"""Sizes of a corpus go in; what each cost is at that size, beside the five submissions, comes out.

The corpora are generated (benchmarks/corpora.py). Checking is held against the quicker of PyYAML's
two C readers plus `str.find` of each quote; all else against the same with the five submissions.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen

from playwright.sync_api import Browser, Page

import settings
from benchmarks import corpora
from benchmarks.first_paint import PAGES
from benchmarks.pairs import Row, in_turns
from benchmarks.reading import composed, plain
from benchmarks.screen import MARKS, WATCH, first_paint, open_page, rerun
from benchmarks.servers import Server, dashboard, serving
from facts.load import load

SIZES = ((1_000, 50), (20_000, 1_300), (100_000, 5_000))  # facts, submissions
CHECK, START, AGAIN = 2.5, 1.5, 2.0  # wanted at the largest size
FEW = 3  # pairs: the largest takes long
MARK = "grown"

SHOWN = {
    "Network, choice to the chart": ("network", MARKS),
    "Overview, question to the answer": ("", ".f-chip"),
    "Facts, search to the list": ("facts", ".f-facts caption"),
}
CHART = f"document.querySelectorAll('{MARKS}').length || undefined"
ANSWER = "document.querySelector('.f-answer')?.textContent"
FOUND = "document.querySelector('.f-facts caption')?.textContent"


def rows(started: Browser) -> Iterator[Row]:
    """The rows of every size, smallest first."""
    for facts, submissions in SIZES:
        largest = facts == SIZES[-1][0]
        with TemporaryDirectory() as place:
            folder, small = Path(place) / "large", Path(place) / "five"
            corpora.write(folder, facts, submissions)
            shutil.copytree(settings.data_folder(), small, ignore=shutil.ignore_patterns(".*"))
            yield from _checking(folder, facts, largest)
            yield from _starting(started, folder, small, f"{facts:,} facts", largest)


def _checking(folder: Path, facts: int, largest: bool) -> Iterator[Row]:
    timed = [partial(_seconds, partial(way, folder)) for way in (plain, composed)]
    floor = min(timed, key=lambda way: way())
    ours, bare = in_turns(partial(_seconds, partial(load, folder)), floor, FEW, 1)
    what = f"Checking {facts:,} facts from nothing, floor: parse and find"
    yield Row(what, "s", ours, bare, CHECK if largest else None)


def _starting(
    started: Browser, folder: Path, small: Path, size: str, largest: bool
) -> Iterator[Row]:
    """A start with nothing changed, then all that a running process does."""
    with TemporaryDirectory() as cache, ExitStack() as running:
        large = {"FACTS_DATA": str(folder), "FACTS_CACHE": cache}
        five = {"FACTS_DATA": str(small), "FACTS_CACHE": cache}
        for env in (large, five):
            with serving(dashboard(), env) as server:
                _until_ready(server)
                _until_kept(Path(cache))
        starts = in_turns(partial(_start, started, large), partial(_start, started, five), FEW, 1)
        yield Row(f"Start to first page, {size}", "s", *starts, START if largest else None)
        ours, bare = (running.enter_context(serving(dashboard(), env)) for env in (large, five))
        _until_ready(ours)
        _until_ready(bare)
        yield from _paints(started, ours, bare, size, largest)
        yield from _reruns(started, ours, bare, size, largest)
        edits = _edit(started, ours, folder), _edit(started, bare, small)
        yield Row(f"One edited file to the screen, {size}", "ms", *in_turns(*edits, 5, 1))
        grown = (ours.memory() - bare.memory()) * 1000
        each = grown / int(size.split()[0].replace(",", ""))
        yield Row(f"Memory for each fact, {size}; floor: a thousand bytes", "B", (each,), (1000.0,))


def _paints(
    started: Browser, ours: Server, bare: Server, size: str, largest: bool
) -> Iterator[Row]:
    """The first paint of the Overview, and at the largest size of every page."""
    for name, address, needed in PAGES if largest else PAGES[:1]:
        stays = tuple(css for css in needed if "last-child" not in css) or (".f-root",)
        figures = in_turns(
            partial(first_paint, started, f"{ours.address}/{address}", stays),
            partial(first_paint, started, f"{bare.address}/{address}", stays),
            FEW,
            1,
        )
        yield Row(f"First paint: {name}, {size}", "ms", *figures)


def _reruns(
    started: Browser, ours: Server, bare: Server, size: str, largest: bool
) -> Iterator[Row]:
    for what, (address, needed) in SHOWN.items():
        one = open_page(started, f"{ours.address}/{address}", needed)
        other = open_page(started, f"{bare.address}/{address}", needed)
        figures = in_turns(_follow(what, one), _follow(what, other), 7, 2)
        yield Row(f"Rerun: {what}, {size}", "ms", *figures, AGAIN if largest else None)


def _start(started: Browser, env: dict[str, str]) -> float:
    """Seconds from the start of a process until its first page is painted."""
    begun = time.perf_counter()
    with serving(dashboard(), env) as server:
        first_paint(started, server.address, (MARKS,))
        return time.perf_counter() - begun


def _follow(name: str, page: Page) -> Callable[[], float]:
    """One turn of a choice on an open page, in ms."""
    if name.startswith("Network"):
        buttons, places = page.locator("[data-testid=stButtonGroup] button"), cycle((1, 0))
        return lambda: rerun(page, buttons.nth(next(places)), CHART)
    if name.startswith("Overview"):
        chips, ends = page.locator(".f-chip"), cycle((0, -1))
        return lambda: rerun(page, chips.nth(next(ends)), ANSWER)
    words = cycle(("guides", "workshops", "members"))
    return lambda: _typed(page, next(words))


def _typed(page: Page, word: str) -> float:
    """Milliseconds from the last letter of a search until the list follows."""
    field = page.get_by_role("textbox", name="Search", exact=True)
    field.fill("")
    page.wait_for_timeout(1500)
    page.evaluate(
        f"""() => {{
          const before = String({FOUND})
          let typed
          addEventListener('input', e => {{ typed ??= e.timeStamp }}, true)
          window.change = painted(() => ![before, 'undefined'].includes(String({FOUND})))
            .then(at => at - typed)
        }}"""
    )
    field.fill(word)
    return float(page.evaluate("window.change"))


def _edit(started: Browser, server: Server, folder: Path) -> Callable[[], float]:
    """An edit of one file, and a reader who presses until it is seen; ms from the edit."""
    path = sorted(folder.glob("submissions/*/submission.yaml"))[0]
    body = path.read_text(encoding="utf-8")
    old = next(line for line in body.splitlines() if line.startswith("  name: "))
    name, turns = path.parent.name, iter(range(1, 1000))
    page = started.new_context().new_page()
    page.add_init_script(WATCH)
    page.goto(f"{server.address}/submissions?submission={name}")
    page.locator(".f-about h2").wait_for()

    def once() -> float:
        new = f"{MARK} {next(turns)}"
        page.wait_for_timeout(3000)
        begun = time.perf_counter()
        path.write_text(body.replace(old, f"  name: {new}"), encoding="utf-8")
        while page.locator(".f-about h2").inner_text(timeout=60_000) != new:
            page.keyboard.press("r")  # Streamlit's own key for running the page again
            page.wait_for_timeout(50)
        return (time.perf_counter() - begun) * 1000

    return once


def _until_ready(server: Server) -> None:
    while True:
        try:
            with urlopen(f"{server.address}/ready", timeout=60) as answer:
                if answer.status == 200:
                    return
        except OSError:  # 503 while the facts are read
            time.sleep(0.2)


def _until_kept(cache: Path) -> None:
    """Until a process has written what it proved, and writes no more."""
    size, same = -1, 0
    while same < 8:
        found = sum(file.stat().st_size for file in cache.glob("*/*.sqlite*"))
        same = same + 1 if found == size > 50_000 else 0
        size = found
        time.sleep(0.5)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
