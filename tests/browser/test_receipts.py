"""A press on any number or point opens its receipt; the address holds it; closing removes it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit
from tests.support.screen import close, has_in_address, no_receipt, receipt, settled, words

NEWEST = "cstd-28-2025/network-members"
LIMIT = "cstd-25-2022/network-countries"
QUOTES = {
    NEWEST: ("129", "our network of 129 members in 108 countries"),
    LIMIT: ("100", "members and partners in over 100 countries"),
    "cstd-28-2025/workshop-participants": ("551", "bringing together over 551 participants"),
    "cstd-28-2025/working-groups": ("45", "part of 45 regional or global working groups"),
}


def shows(page: Page, ref: str) -> None:
    """The open receipt is that of this fact: its number is marked in its sentence."""
    number, part = QUOTES[ref]
    expect(receipt(page).locator("blockquote mark")).to_have_text([number])
    assert part in words(receipt(page).locator("blockquote"))


def point(page: Page, ref: str) -> Locator:
    """The marker of a fact in the network's chart, found by the fact that it carries."""
    expect(page.locator(".scatterlayer .point").first).to_be_visible()
    trace, at = page.evaluate(
        """ref => {
            const data = document.querySelector('.js-plotly-plot').data
            const marked = data.filter(t => t.mode === 'markers')
            const trace = marked.findIndex(t => t.customdata.some(c => c[0] === ref))
            return [trace, marked[trace].customdata.findIndex(c => c[0] === ref)]
        }""",
        ref,
    )
    traces = page.locator(".scatterlayer .trace").filter(has=page.locator(".point"))
    return traces.nth(trace).locator(".point").nth(at)


def press(page: Page, marker: Locator) -> None:
    """Click at the pixel where a marker is drawn."""
    marker.scroll_into_view_if_needed()
    box = marker.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


@pytest.mark.parametrize("ref", [NEWEST, "cstd-28-2025/workshop-participants"])
def test_a_big_number(visit: Visit, ref: str):
    page = visit("/")
    page.locator(f".f-figures [data-fact='{ref}']").click()
    shows(page, ref)
    has_in_address(page, receipt=ref)
    close(page)
    has_in_address(page)


def test_a_number_in_the_table(visit: Visit):
    page = visit("/network?show=member_countries")
    page.locator(f".f-table [data-fact='{LIMIT}']").click()
    shows(page, LIMIT)
    has_in_address(page, show="member_countries", receipt=LIMIT)
    close(page)
    has_in_address(page, show="member_countries")


@pytest.mark.parametrize("path", ["/", "/network"])
def test_a_point_of_the_chart_and_the_same_point_again(visit: Visit, path: str):
    page = visit(path)
    for _time in ("first", "second", "third"):
        press(page, point(page, LIMIT))
        shows(page, LIMIT)
        has_in_address(page, receipt=LIMIT)
        close(page)
        has_in_address(page)


def test_one_point_after_another(visit: Visit):
    page = visit("/network")
    for ref in (NEWEST, LIMIT, NEWEST):
        press(page, point(page, ref))
        shows(page, ref)
        close(page)


def test_a_point_on_a_phone(visit: Visit):
    page = visit("/network", width=390)
    press(page, point(page, LIMIT))
    shows(page, LIMIT)


def test_a_number_in_the_reading_view(visit: Visit):
    page = visit("/submissions?submission=cstd-28-2025")
    page.locator("#at-working-groups").click()
    shows(page, "cstd-28-2025/working-groups")
    has_in_address(page, submission="cstd-28-2025", receipt="cstd-28-2025/working-groups")
    close(page)
    has_in_address(page, submission="cstd-28-2025")


def test_escape_closes_and_clears_the_address(visit: Visit):
    page = visit("/")
    page.locator(f".f-figures [data-fact='{NEWEST}']").click()
    shows(page, NEWEST)
    page.keyboard.press("Escape")
    no_receipt(page)
    has_in_address(page)
    page.reload()
    settled(page)
    no_receipt(page)


def test_an_activity_has_a_receipt_whose_numbers_open_theirs(visit: Visit):
    page = visit("/activities")
    page.locator(".f-event[data-fact='cstd-28-2025/collective-action-workshops']").click()
    expect(receipt(page).locator("h3")).to_have_text(re.compile("Collective Action"))
    has_in_address(page, receipt="cstd-28-2025/collective-action-workshops")
    number = receipt(page).locator("[data-fact='cstd-28-2025/workshop-participants']")
    number.click()
    shows(page, "cstd-28-2025/workshop-participants")
    has_in_address(page, receipt="cstd-28-2025/workshop-participants")


def test_the_link_into_the_submission_goes_to_the_sentence(visit: Visit):
    page = visit(f"/?receipt={NEWEST}")
    receipt(page).get_by_text("Read it in the submission").click()
    expect(page).to_have_url(re.compile("/submissions"))
    has_in_address(page, submission="cstd-28-2025", fact="network-members")
    no_receipt(page)
    settled(page)
    number = page.locator("#at-network-members")
    expect(number).to_have_class(re.compile("f-at"))
    expect(number).to_be_in_viewport()


def test_what_is_copied(visit: Visit, context):
    shared = context(permissions=["clipboard-read", "clipboard-write"])
    page = visit(f"/?receipt={NEWEST}", inside=shared)
    clipboard = "() => navigator.clipboard.readText()"
    button = receipt(page).get_by_role("button", name="Copy citation")
    button.click()
    expect(receipt(page).get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate(clipboard).endswith(
        "dated 15 November 2024, I.a, paragraph 1: “our network of 129 members in 108 countries”"
    )
    receipt(page).get_by_role("button", name="Copy number").click()
    page.wait_for_function(f"async () => (await ({clipboard})()) === '{NUMBER}'")
    receipt(page).get_by_role("button", name="Copy link").click()
    page.wait_for_function(f"async () => (await ({clipboard})()) === location.href")
    other = visit("/" + page.evaluate(clipboard).partition("/?")[2].join(["?", ""]))
    shows(other, NEWEST)


NUMBER = "129 members (15 November 2024)"
