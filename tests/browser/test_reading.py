"""The reading view in a browser: it opens at the sentence, and its contents list jumps."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.support.screen import has_in_address, settled, words


@pytest.mark.parametrize("width", [390, 1440])
def test_a_link_opens_at_its_sentence(visit: Visit, width: int):
    page = visit("/submissions?submission=cstd-28-2025&fact=platform-users", width=width)
    number = page.locator("#at-platform-users")
    expect(number).to_have_class(re.compile("f-at"))
    expect(number).to_be_in_viewport()
    assert page.locator(".f-at").count() == 1


def test_the_contents_list_jumps_to_a_sentence(visit: Visit):
    page = visit("/submissions?submission=cstd-28-2025")
    number = page.locator("#at-platform-users")
    expect(number).not_to_be_in_viewport()
    page.locator("aside [data-jump='at-platform-users']").click()
    expect(number).to_be_in_viewport()
    expect(number).to_be_focused()


def test_on_a_phone_the_contents_unfold_above_the_text(visit: Visit):
    page = visit("/submissions?submission=cstd-28-2025", width=390)
    expect(page.locator("aside")).to_be_hidden()
    page.locator(".f-listing summary").click()
    page.locator(".f-listing [data-jump='at-platform-users']").click()
    expect(page.locator("#at-platform-users")).to_be_in_viewport()


def test_a_contents_link_in_a_new_tab_opens_the_same_submission(visit: Visit):
    page = visit("/submissions?submission=cstd-25-2022")
    link = page.locator("aside [data-jump='at-network-members']").get_attribute("href")
    other = visit(f"/submissions{link}")
    expect(other.locator(".f-about h2")).to_have_text("CSTD 2022")
    expect(other.locator("#at-network-members")).to_be_in_viewport()


def test_the_overview_leads_to_each_submission(visit: Visit):
    page = visit("/")
    page.locator("[data-go='submissions?submission=ohchr-2024']").click()
    expect(page.locator("h1")).to_have_text("What was written")
    has_in_address(page, submission="ohchr-2024")
    settled(page)
    expect(page.locator(".f-about h2")).to_have_text("OHCHR 2024")


def test_the_words_are_those_of_the_source(visit: Visit):
    page = visit("/submissions?submission=cstd-28-2025")
    text = words(page.locator(".f-body"))
    assert "**" not in text and "](" not in text and "</" not in text
    assert "by leveraging our network of 129 members in 108 countries and the expertise" in text
