"""Every page, on a phone and on screens, light and dark: whole, readable, and of this machine."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.support.axe import faults, script
from tests.support.pages import ADDRESSES
from tests.support.screen import receipt, settled

EVERY = pytest.mark.parametrize("address", ADDRESSES, ids=lambda one: one or "overview")
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])

# What sticks out to the right of the window, but for parts that scroll by themselves.
OUTSIDE = """() => {
  const wide = document.documentElement.clientWidth
  const scrolls = e => {
    for (let p = e; p; p = p.parentElement)
      if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(p).overflowX)
          && p.getBoundingClientRect().right <= wide + 1 && p !== document.body
          && !p.matches('[data-testid=stMain],[data-testid=stAppViewContainer],.stApp'))
        return true
    return false
  }
  return [...document.querySelectorAll('.stApp .f-root *, .stApp [data-testid]')]
    .filter(e => e.getClientRects().length && e.getBoundingClientRect().right > wide + 1)
    .filter(e => !scrolls(e))
    .map(e => e.outerHTML.slice(0, 120))
}"""
SIDEWAYS = """() => [...document.querySelectorAll('html, body, .stApp, [data-testid=stMain]')]
  .filter(e => e.scrollWidth > e.clientWidth).map(e => e.className || e.tagName)"""


def whole(page: Page) -> None:
    """No exception box, no horizontal scroll, nothing cut off at the right."""
    expect(page.locator("[data-testid=stException]")).to_have_count(0)
    expect(page.locator("[data-testid=stAlertContentError]")).to_have_count(0)
    assert page.evaluate(SIDEWAYS) == []
    assert page.evaluate(OUTSIDE) == []


def in_scheme(page: Page, scheme: str) -> None:
    """The page has the ground of the scheme that the reader's system asks for."""
    ground = {"light": "rgb(251, 250, 247)", "dark": "rgb(21, 24, 27)"}[scheme]
    expect(page.locator("[data-testid=stApp]")).to_have_css("background-color", ground)


@EVERY
@SCHEMES
def test_at_every_width(visit: Visit, address: str, scheme: str):
    page = visit(f"/{address}", width=390, color_scheme=scheme, has_touch=True)
    in_scheme(page, scheme)
    for width in (390, 1440, 1920):
        page.set_viewport_size({"width": width, "height": 844 if width == 390 else 900})
        settled(page)
        whole(page)
        if width != 1920:
            assert faults(page) == []


@SCHEMES
@pytest.mark.parametrize("width", [390, 1440])
def test_an_open_receipt(visit: Visit, scheme: str, width: int):
    path = "/network?receipt=cstd-25-2022/network-countries"
    page = visit(path, width=width, color_scheme=scheme)
    expect(receipt(page).locator("blockquote mark")).to_have_text("100")
    whole(page)
    assert faults(page) == []


@pytest.mark.parametrize("question", ["countries", "children reached"])
def test_an_answer(visit: Visit, question: str):
    page = visit(f"/?ask={question}", width=390)
    expect(page.locator(".f-answer")).to_be_visible()
    whole(page)
    assert faults(page) == []


def test_the_measure_itself_finds_faults(visit: Visit):
    page = visit("/network")
    page.evaluate("""() => {
        const root = document.querySelector('.f-root')
        root.insertAdjacentHTML('beforeend', '<button></button><img src="data:,">')
        root.insertAdjacentHTML('beforeend', '<div style="width:9000px">wide</div>')
    }""")
    found = faults(page)
    assert {line.partition(":")[0] for line in found} >= {"button-name", "image-alt"}
    with pytest.raises(AssertionError):
        whole(page)
    assert script().startswith("/*! axe v4.")
