"""Other ways to look at a page: on paper, and with less motion."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import Visit
from tests.support.screen import settled

SMOOTH = "() => window.jumps.map(options => options.behavior)"
LISTEN = """() => {
  window.jumps = []
  const before = Element.prototype.scrollIntoView
  Element.prototype.scrollIntoView = function (options) {
    window.jumps.push(options)
    return before.call(this, options)
  }
}"""


@pytest.mark.parametrize(("motion", "behaviour"), [("reduce", "auto"), ("no-preference", "smooth")])
def test_a_jump_moves_smoothly_only_where_motion_is_welcome(
    visit: Visit, motion: str, behaviour: str
):
    page = visit("/submissions?submission=cstd-28-2025", reduced_motion=motion)
    page.evaluate(LISTEN)
    page.locator("aside [data-jump='at-platform-users']").click()
    expect(page.locator("#at-platform-users")).to_be_in_viewport()
    assert page.evaluate(SMOOTH) == [behaviour]


def printed(visit: Visit, path: str) -> Page:
    """A page as it is laid out for paper, on A4 upright."""
    page = visit(path)
    page.set_viewport_size({"width": 794, "height": 1123})
    page.emulate_media(media="print")
    return settled(page)


def test_paper_shows_the_chart_and_its_table_and_no_controls(visit: Visit):
    page = printed(visit, "/network")
    for shown in (".js-plotly-plot", ".f-table", ".f-chart-head h2", ".f-chart-foot", "h1"):
        expect(page.locator(shown).first).to_be_visible()
    expect(page.locator(".f-table tbody tr")).to_have_count(4)
    for hidden in (
        "[data-testid=stSidebar]",
        "[data-testid=stHeader]",
        "[data-testid=stDownloadButton]",
        "[data-testid=stButtonGroup]",
    ):
        expect(page.locator(hidden).first).to_be_hidden()


def test_paper_shows_the_whole_source(visit: Visit):
    page = printed(visit, "/submissions?submission=cstd-28-2025")
    box = page.locator(".f-body").bounding_box()
    height = page.evaluate("() => document.documentElement.scrollHeight")
    # Nothing scrolls inside: the page itself is as long as the text.
    assert box is not None and height >= box["y"] + box["height"]
    for hidden in (".f-copy", "[data-testid=stSelectbox]"):
        expect(page.locator(hidden).first).to_be_hidden()


def test_a_paper_version_is_more_than_one_sheet(visit: Visit):
    page = printed(visit, "/submissions?submission=cstd-28-2025")
    assert page.pdf(format="A4").count(b"/Type /Page\n") >= 3


def test_dark_charts_are_drawn_in_dark_colours(visit: Visit):
    colours = {}
    for scheme in ("light", "dark"):
        page = visit("/network?show=members", color_scheme=scheme)
        mark = page.locator(".scatterlayer .point").first
        expect(mark).to_be_visible()
        colours[scheme] = mark.evaluate("e => getComputedStyle(e).fill")
    assert colours == {"light": "rgb(11, 93, 122)", "dark": "rgb(99, 183, 213)"}


def test_labels_of_a_narrow_chart_are_those_made_for_it(visit: Visit):
    page = visit("/network")
    shown = """() => [...document.querySelectorAll('.textpoint')]
        .filter(e => e.getClientRects().length).map(e => e.textContent)"""
    wide = page.evaluate(shown)
    assert "126" in wide and "122 †members and partners" in wide
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_function(f"() => ({shown})().includes('126 → 129')")
    narrow = page.evaluate(shown)
    assert "126" not in narrow and "122 †" in narrow


@pytest.mark.parametrize("landscape", [False, True], ids=["portrait", "landscape"])
def test_a_printed_chart_is_as_wide_as_its_paper(visit: Visit, landscape: bool):
    page = visit("/network")
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    settled(page)
    paper = page.pdf(format="A4", landscape=landscape, print_background=True)
    places: list[tuple[str, float]] = []

    def take(text: str, outer: list[float], inner: list[float], *_font: object) -> None:
        if text.strip():
            places.append((text.strip(), outer[0] * inner[4] + outer[4]))

    first = PdfReader(io.BytesIO(paper)).pages[0]
    first.extract_text(visitor_text=take)
    start = [text for text, _x in places].index("2015") - 1
    ticks = places[start : start + 12]
    assert [text for text, _x in ticks] == [str(year) for year in range(2014, 2026)]
    assert max(x for _text, x in ticks) < float(first.mediabox.width) - 30
    expect(page.locator(".main-svg[viewBox]")).to_have_count(0)  # on the screen it is as before
