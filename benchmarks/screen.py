"""An address goes in; how long a real browser takes until it shows something comes out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Locator, Page, ViewportSize, sync_playwright

from tests.support.browser import ARGUMENTS, find_browser

SIZE: ViewportSize = {"width": 1280, "height": 900}
MARKS = ".js-plotly-plot .point"

# Looks once a frame, the same on both sides, and answers at the frame after: when it is painted.
WATCH = """
window.shown = selector => [...document.querySelectorAll(selector)].some(e => {
  const box = e.getBoundingClientRect()
  return box.width && box.height &&
    e.checkVisibility({ opacityProperty: true, visibilityProperty: true })
})
window.painted = test => new Promise((answer, fail) => {
  setTimeout(() => fail(new Error('never shown: ' + test)), 60000)
  const look = () => requestAnimationFrame(() => {
    if (test()) requestAnimationFrame(() => answer(performance.now()))
    else look()
  })
  look()
})
"""


@contextmanager
def browser() -> Iterator[Browser]:
    """The browser of the tests, until the block ends."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=find_browser(), args=list(ARGUMENTS), headless=True
        )
        yield started
        started.close()


def first_paint(started: Browser, address: str, needed: tuple[str, ...]) -> float:
    """Milliseconds from the navigation until all of `needed` (CSS selectors) can be seen.

    The browser comes with nothing: no cache, no cookies.
    """
    context = started.new_context(viewport=SIZE)
    page = context.new_page()
    every = f"{list(needed)!r}.every(shown)"
    page.add_init_script(f"{WATCH}\nwindow.first = painted(() => {every})")
    page.goto(address, wait_until="commit")
    taken = float(page.evaluate("window.first"))
    context.close()
    return taken


def open_page(started: Browser, address: str, needed: str) -> Page:
    """A page with a context of its own, ready to be clicked, as soon as `needed` can be seen."""
    page = started.new_context(viewport=SIZE).new_page()
    page.add_init_script(WATCH)
    page.goto(address)
    page.locator(needed).first.wait_for()
    page.wait_for_timeout(1500)
    return page


def rerun(page: Page, target: Locator, state: str) -> float:
    """Milliseconds from a click on `target` until the value of `state` has changed.

    `state` is a JavaScript expression for what a reader sees of the choice; undefined while it
    shows nothing, as a chart does that is taken away before the next one is drawn.
    """
    page.evaluate(
        f"""() => {{
          const state = () => String({state}), before = state()
          let clicked
          addEventListener('click', e => {{ clicked ??= e.timeStamp }}, true)
          window.change = painted(() => ![before, 'undefined'].includes(state()))
            .then(at => at - clicked)
        }}"""
    )
    target.click()
    taken = float(page.evaluate("window.change"))
    page.wait_for_timeout(300)  # what follows the change is not part of the next turn
    return taken
