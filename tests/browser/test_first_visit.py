"""A fresh process whose first visitor opens a deep link: the page in its frame, in that state."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.support.pages import PAGES
from tests.support.screen import has_in_address, receipt, words
from tests.support.serving import serving


def in_its_frame(page: Page, title: str) -> None:
    """The navigation lists every page and marks this one; nothing fell back to Streamlit's own."""
    links = page.locator("[data-testid=stSidebarNavLink]")
    expect(links).to_have_count(len(PAGES))
    assert [words(link) for link in links.all()] == [one.title for one in PAGES]
    expect(page.locator("[data-testid=stSidebarNavLink][aria-current=page]")).to_have_text(title)
    expect(page).to_have_title("ECPAT International in its own words")


def network(page: Page) -> None:
    """Only the members are shown."""
    in_its_frame(page, "Network")
    has_in_address(page, show="members")
    expect(page.locator(".f-chart-head h2")).to_have_text(
        "From 103 members (2018 submission) to 129 (November 2024)"
    )
    chosen = page.locator("[data-testid=stButtonGroup] [aria-checked=true]")
    expect(chosen).to_have_text("Members")


def reading(page: Page) -> None:
    """The sentence of the link is in sight and marked."""
    in_its_frame(page, "Submissions")
    has_in_address(page, submission="cstd-28-2025", fact="working-groups")
    number = page.locator("#at-working-groups")
    expect(number).to_have_class(re.compile("f-at"))
    expect(number).to_be_in_viewport()
    expect(number).to_have_text("45")


def number(page: Page) -> None:
    """The receipt of the link is open."""
    in_its_frame(page, "Overview")
    has_in_address(page, receipt="cstd-28-2025/network-members")
    expect(receipt(page).locator("blockquote mark")).to_have_text("129")


@pytest.mark.parametrize(
    ("link", "as_the_link_says"),
    [
        ("/network?show=members", network),
        ("/submissions?submission=cstd-28-2025&fact=working-groups", reading),
        ("/?receipt=cstd-28-2025/network-members", number),
    ],
    ids=["network", "submissions", "receipt"],
)
def test_the_first_visitor_sees_what_the_link_says(
    visit: Visit, tmp_path: Path, link: str, as_the_link_says
):
    with serving(tmp_path) as fresh:
        as_the_link_says(visit(link, at=fresh))
