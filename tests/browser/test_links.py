"""Choices live in the address: a copied link shows the same view; a wrong value falls back."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.support.pages import PAGES
from tests.support.screen import has_in_address, no_receipt, receipt, settled, words


def path_of(page: Page) -> str:
    """The address of a page without the server."""
    return "/" + page.url.split("/", 3)[3]


def view(page: Page) -> str:
    """What a page shows in its middle, as text."""
    return words(page.locator("[data-testid=stMainBlockContainer]"))


def test_a_choice_of_the_network_page_is_a_link_to_the_same_view(visit: Visit):
    page = visit("/network")
    page.get_by_role("radio", name="Countries with members").click()
    has_in_address(page, show="member_countries")
    expect(page.locator(".f-chart-head h2")).to_have_text(re.compile("93.*108"))
    settled(page)
    other = visit(path_of(page))
    expect(other.locator(".f-chart-head h2")).to_have_text(words(page.locator(".f-chart-head h2")))
    assert view(other) == view(page)
    page.get_by_role("radio", name="All").click()
    has_in_address(page)


def test_choices_of_the_reading_view_are_a_link_to_the_same_view(visit: Visit):
    page = visit("/submissions")
    page.get_by_role("combobox", name="Submission").click()
    page.get_by_role("option", name=re.compile("^CSTD 2022")).click()
    has_in_address(page, submission="cstd-25-2022")
    about = page.locator(".f-about h2")  # the text before stands beside it for a moment
    expect(about.filter(has_text="CSTD 2022")).to_have_count(1)
    expect(about).to_have_count(1)
    page.get_by_role("combobox", name="Mark only").click()
    page.get_by_role("option", name="Members", exact=True).click()
    has_in_address(page, submission="cstd-25-2022", indicator="members")
    expect(page.locator(".f-mark")).to_have_count(1)
    settled(page)
    assert view(visit(path_of(page))) == view(page)


def test_an_open_receipt_is_a_link_to_the_same_receipt(visit: Visit):
    page = visit("/network?show=members")
    page.locator(".f-table [data-fact='ohchr-2024/network-members']").click()
    said = words(receipt(page))
    has_in_address(page, show="members", receipt="ohchr-2024/network-members")
    other = visit(path_of(page))
    assert words(receipt(other)) == said
    expect(other.locator(".f-chart-head h2")).to_have_text(
        "From 103 members (2018 submission) to 129 (November 2024)"
    )


def test_the_way_back_in_the_browser(visit: Visit):
    page = visit("/network?show=members")
    page.locator("[data-testid=stSidebarNavLink]", has_text="Submissions").click()
    expect(page.locator("h1")).to_have_text("What was written")
    page.go_back()
    expect(page.locator("h1")).to_have_text("The network over time")
    settled(page)


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        (
            "/network?show=[everything](https://example.org)",
            "The link asks for “[everything](https://example.org)”, which is not in the list "
            "“Show”. Shown instead: All.",
        ),
        (
            "/submissions?submission=gone",
            "The link asks for “gone”, which is not in the list “Submission”. Shown instead: "
            "CSTD 2025: ECPAT International, submission to the Commission on Science and "
            "Technology for Development, 28th session.",
        ),
        (
            "/submissions?submission=cstd-28-2025&fact=gone",
            "There is no fact named “gone” marked in this submission.",
        ),
        (
            "/?receipt=gone/**gone**",
            "There is no proved fact named “gone/**gone**”; it may have been renamed.",
        ),
    ],
    ids=["choice", "submission", "fact", "receipt"],
)
def test_a_wrong_value_falls_back_with_a_sentence(visit: Visit, path: str, sentence: str):
    page = visit(path)
    note = page.locator("p.f-notice")
    expect(note).to_have_text(sentence)
    expect(note).to_be_in_viewport()
    expect(note.locator("*")).to_have_count(0)
    no_receipt(page)
    assert "example.org" not in page.url and "receipt" not in page.url


def test_an_unknown_page_is_answered_in_the_frame(server: str, context):
    page = context().new_page()  # not listened to: Streamlit writes this into the console itself
    page.goto(f"{server}/no-such-page")
    settled(page)
    expect(page.locator("[role=dialog]")).to_contain_text("Page not found")
    expect(page.locator("[data-testid=stSidebarNavLink]")).to_have_count(len(PAGES))


QUESTION = "Which number do I say?"


def test_the_question_box_answers_while_typing_and_copies_its_sentence(visit: Visit, context):
    shared = context(permissions=["clipboard-read", "clipboard-write"])
    page = visit("/", inside=shared)
    page.get_by_label(QUESTION).press_sequentially("countries")
    sentence = "129 members in 108 countries (15 November 2024)"
    expect(page.locator(".f-said")).to_have_text(sentence)
    has_in_address(page, ask="countries")
    answer = words(page.locator(".f-answer"))
    assert "Not 143: " in answer and "Not 15: " in answer
    page.get_by_role("button", name="Copy sentence").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    expect(page.locator(".f-live", has_text="Copied")).to_have_attribute("role", "status")
    assert page.evaluate("() => navigator.clipboard.readText()") == sentence


def test_the_question_box_says_what_is_not_stated(visit: Visit):
    page = visit("/")
    page.get_by_label(QUESTION).press_sequentially("children reached")
    expect(page.locator(".f-said")).to_have_text("Children reached: not stated in any submission.")
    expect(page.locator(".f-answer [data-fact]")).to_have_count(3)


def test_a_chip_asks_its_question(visit: Visit):
    page = visit("/")
    page.get_by_role("button", name="Workshops and participants").click()
    expect(page.locator(".f-said")).to_have_text(re.compile("^8 workshops, over 551 participants"))
    expect(page.get_by_label(QUESTION)).to_have_value("Workshops and participants")
    chip = page.get_by_role("button", name="Workshops and participants")
    expect(chip).to_have_attribute("aria-pressed", "true")
    has_in_address(page, ask="Workshops and participants")


def test_a_number_that_is_warned_of_opens_its_receipt(visit: Visit):
    page = visit("/?ask=countries")
    page.locator(".f-answer [data-fact='cstd-28-2025/workshop-countries']").click()
    expect(receipt(page).locator("blockquote mark")).to_have_text("143")
    has_in_address(page, ask="countries", receipt="cstd-28-2025/workshop-countries")


def test_the_sheet_holds_the_facts_drawn_with_their_words(visit: Visit, tmp_path: Path):
    page = visit("/facts?submission=cstd-25-2022&about=network")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download these numbers (CSV)").click()
    assert waiting.value.suggested_filename == "facts.csv"
    waiting.value.save_as(tmp_path / "facts.csv")
    text = (tmp_path / "facts.csv").read_bytes().decode("utf-8-sig")
    found = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [(row["ref"], row["says"]) for row in found] == [
        ("cstd-25-2022/network-members", "122"),
        ("cstd-25-2022/network-countries", "over 100"),
    ]
    assert all(row["quote"] and row["section"] and row["wording"] for row in found)
