"""Nothing goes in; how long a talk takes from one slide to the next comes out, and how large it is.

`python -m benchmarks.talk` measures the file and the app in a real browser, in turns with a bare
page that swaps two words on a key: the floor. From the key to the frame in which it is painted.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page

from benchmarks.pairs import Row, as_table
from benchmarks.screen import browser
from benchmarks.servers import dashboard, serving
from tests.support.talks import SHIPPED, file, opened

MOST = 100.0  # ms, for every change: the median of the rounds
LARGEST = 6_000_000  # bytes of a deck of twelve slides
ROUNDS = 5  # to the end of the deck and back
FLOOR = """<!doctype html><title>floor</title><p id="live">one</p><script>
let at = 0
addEventListener('keydown', () => { at++; document.getElementById('live').textContent = at })
</script>"""
# From the key to the second frame after the change: the first one paints it.
WATCH = """() => {
  window.taken = []
  addEventListener('keydown', event => {
    requestAnimationFrame(() => requestAnimationFrame(() =>
      window.taken.push(performance.now() - event.timeStamp)))
  }, true)
}"""


def changes(page: Page, keys: list[str]) -> tuple[float, ...]:
    """Milliseconds for each of these keys, one after the other."""
    page.evaluate(WATCH)
    for number, key in enumerate(keys, 1):
        page.keyboard.press(key)
        page.evaluate(f"""() => new Promise(answer => {{
          const look = () => window.taken.length >= {number} ? answer(0) : setTimeout(look, 4)
          look()
        }})""")
    return tuple(page.evaluate("window.taken"))


def rows(started: Browser, folder: Path, server: str) -> Iterator[Row]:
    """A row for the file and for the app, on both shapes of screen."""
    bare = folder / "floor.html"
    bare.write_text(FLOOR, encoding="utf-8")
    whole = file(folder, twelve(), "twelve.html")
    addresses = (
        ("the file", whole.as_uri()),
        ("the app", f"{server}/talk?deck=network-in-brief"),
    )
    for name, address in addresses:
        for width, height in ((1920, 1080), (1024, 768)):
            page = opened(started.new_context(), address)
            page.set_viewport_size({"width": width, "height": height})
            stops = int(page.evaluate("slides.reduce((sum, _s, at) => sum + stopsOf(at), 0)"))
            keys = (["ArrowRight"] * (stops - 1) + ["ArrowLeft"] * (stops - 1)) * ROUNDS
            ours = changes(page, keys)
            under = changes(opened(started.new_context(), bare.as_uri()), keys)
            yield Row(f"Next slide, {name}, {width}x{height}", "ms", ours, under)
            page.context.close()


def by_change(figures: tuple[float, ...]) -> list[float]:
    """For each change of a round its median over the rounds, so that a busy machine is no fault."""
    each = len(figures) // ROUNDS
    return [median(figures[at::each]) for at in range(each)]


def twelve() -> bytes:
    """The shipped deck and four more figures: twelve slides."""
    lines = SHIPPED.rstrip().removesuffix(b"- kind: sources").rstrip()
    more = ("reach", "activities", "places", "said-by-others")
    figures = "".join(f"\n- kind: figure\n  figure: {name}" for name in more)
    return lines + figures.encode() + b"\n- kind: sources\n"


def main() -> int:
    """Measure and print; 1 where one change took too long, or the file is too large."""
    with TemporaryDirectory() as made, serving(dashboard()) as ours, browser() as started:
        found = list(rows(started, Path(made), ours.address))
        size = (Path(made) / "twelve.html").stat().st_size
    print(as_table(found))
    slowest = max(max(by_change(row.ours)) for row in found)
    middle = median(figure for row in found for figure in row.ours)
    print(f"\nSlowest change {slowest:.0f} ms, median {middle:.0f} ms; wanted at most {MOST:.0f}.")
    print(f"Twelve slides: {size:,} bytes; wanted less than {LARGEST:,}.")
    return int(slowest > MOST or size >= LARGEST)


if __name__ == "__main__":
    sys.exit(main())
