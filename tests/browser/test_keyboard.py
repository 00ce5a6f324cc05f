"""The keyboard alone: every number is reached by Tab, Enter opens its receipt, focus comes back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.support.screen import no_receipt, receipt

MOST = 250  # presses of Tab until a page must have been gone through


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is on the element."""
    for _press in range(MOST):
        page.keyboard.press("Tab")
        if page.evaluate("s => !!document.activeElement?.matches(s)", selector):
            return
    raise AssertionError(f"Tab never reached {selector}")


@pytest.mark.parametrize("path", ["/", "/network", "/submissions?submission=cstd-25-2022"])
def test_tab_reaches_every_number_in_order(visit: Visit, path: str):
    page = visit(path)
    wanted = page.evaluate(
        "() => [...document.querySelectorAll('.stMain [data-fact]')]"
        ".filter(e => e.getClientRects().length).map(e => e.dataset.fact)"
    )
    assert len(wanted) > 5
    reached: list[str] = []
    for _press in range(MOST):
        page.keyboard.press("Tab")
        fact = page.evaluate("() => document.activeElement?.dataset?.fact ?? ''")
        if fact:
            reached.append(fact)
        if len(reached) == len(wanted):
            break
    assert reached == wanted


def test_what_has_the_focus_can_be_seen(visit: Visit):
    page = visit("/")
    tab_to(page, ".f-figures [data-fact]")
    expect(page.locator(".f-figures [data-fact]:focus")).to_have_css("outline-style", "solid")
    expect(page.locator(".f-figures [data-fact]:focus")).to_have_css("outline-width", "3px")


@pytest.mark.parametrize(
    ("path", "selector"),
    [
        ("/", ".f-figures [data-fact='cstd-28-2025/network-countries']"),
        ("/network", ".f-table [data-fact='cstd-25-2022/network-countries']"),
        ("/submissions?submission=cstd-28-2025", "#at-network-countries"),
    ],
    ids=["big number", "table", "reading view"],
)
def test_enter_opens_the_receipt_and_escape_brings_the_focus_back(
    visit: Visit, path: str, selector: str
):
    page = visit(path)
    tab_to(page, selector)
    page.keyboard.press("Enter")
    receipt(page)
    # Inside, the keyboard reaches what can be copied, and does not leave the dialog.
    tab_to(page, "[role=dialog] [data-copy]")
    for _press in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("() => !!document.activeElement.closest('[role=dialog]')")
    page.keyboard.press("Escape")
    no_receipt(page)
    expect(page.locator(selector)).to_be_focused()


def test_space_opens_a_receipt_too(visit: Visit):
    page = visit("/network")
    tab_to(page, ".f-table [data-fact]")
    page.keyboard.press("Space")
    receipt(page)


def test_a_question_is_asked_and_answered_without_a_mouse(visit: Visit):
    page = visit("/")
    tab_to(page, "input[aria-label='Which number do I say?']")
    page.keyboard.type("members")
    expect(page.locator(".f-said")).to_have_text(re.compile("^129 members"))
    tab_to(page, ".f-answer [data-copy]")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=re.compile("Copied|Press Ctrl"))).to_be_visible()


def test_the_contents_of_a_submission_lead_to_the_sentence(visit: Visit):
    page = visit("/submissions?submission=cstd-28-2025")
    tab_to(page, "aside [data-jump='at-platform-users']")
    page.keyboard.press("Enter")
    expect(page.locator("#at-platform-users")).to_be_focused()
    expect(page.locator("#at-platform-users")).to_be_in_viewport()
