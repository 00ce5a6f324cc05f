"""A big number of the overview goes into the deck from its receipt; the page keeps its look."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.support.screen import settled

FONT = "() => getComputedStyle(document.querySelector('.f-figure')).fontSize"


def test_a_big_number_goes_into_the_deck_from_its_receipt(visit: Visit):
    page = visit("/")
    before = page.evaluate(FONT)
    page.locator(".f-figure").first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    settled(page)
    dialog.get_by_role("button", name="Add to deck").click()
    expect(dialog.get_by_text("Added to the deck.")).to_be_visible()
    assert page.evaluate(FONT) == before
    dialog.get_by_role("link", name="Open the deck").click()
    expect(page.get_by_role("heading", name="Deck", exact=True)).to_be_visible()
    settled(page)
    expect(page.get_by_text("129 members (15 November 2024)").first).to_be_visible()


def test_one_press_on_the_deck_page_is_there_after_a_reload(visit: Visit):
    page = visit("/deck")
    expect(page.get_by_text("Kept in this browser, also after a reload.")).to_be_visible()
    page.get_by_role("button", name="Add title slide").click()
    expect(page.locator(".d-slides > li")).to_have_count(2)  # and the sources
    settled(page)
    page.reload()
    expect(page.locator(".d-slides > li")).to_have_count(2)
