"""A page must say what the chart says, ask for nothing, run nothing, and show what was changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from export.formats import html
from export.receipt_io import from_json
from tests.export.made import EVERY, HOSTILE, hostile, job, real_job
from tests.support.browser import ARGUMENTS, find_browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as started:
        made = started.chromium.launch(executable_path=find_browser(), args=list(ARGUMENTS))
        yield made
        made.close()


class Shown:
    """A page as a reader opens it from the disk: what it asked for and what was complained of."""

    def __init__(self, browser: Browser, data: bytes, folder: Path, **given: Any) -> None:
        path = folder / "page.html"
        path.write_bytes(data)
        self.context = browser.new_context(**given)
        self.page: Page = self.context.new_page()
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(path.as_uri())
        self.own = path.as_uri()

    def asked_outside(self) -> list[str]:
        return [url for url in self.asked if url != self.own and not url.startswith("data:")]


def words(page: Page, where: str) -> list[str]:
    return [text.strip() for text in page.locator(where).all_inner_texts()]


@pytest.mark.browser
@pytest.mark.parametrize("name", EVERY)
def test_the_page_says_what_the_chart_says(name: str, browser: Browser, tmp_path: Path):
    made = real_job(name)
    shown = Shown(browser, html.write(made), tmp_path, java_script_enabled=False)
    table, page = made.spec.table, shown.page
    assert words(page, "h1") == [made.spec.title]
    assert words(page, "thead th") == list(table.columns)
    assert words(page, "tbody th, tbody td") == [c.text for row in table.rows for c in row]
    items = made.receipt.items
    assert words(page, "[data-field=says]") == [i.says for i in items if i.says]
    assert words(page, "[data-field=quote]") == [" ".join(i.quote.split()) for i in items]
    assert words(page, "[data-field=ref]") == [i.ref for i in items]
    assert words(page, "footer p")[0] == f"{made.spec.source} · {made.receipt.code}"
    drawn = " ".join(page.locator("svg text").all_text_contents())
    assert made.receipt.code in drawn
    assert shown.asked_outside() == []
    assert shown.complaints == []
    shown.context.close()


@pytest.mark.browser
@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_the_data_runs(text: str, browser: Browser, tmp_path: Path):
    made = hostile(text)
    data = html.write(made)
    shown = Shown(browser, data, tmp_path)
    assert shown.page.title() == text
    assert words(shown.page, "h1") == [text]
    assert shown.page.locator("main img, main script, main b").count() == 0
    assert words(shown.page, "[data-field=label]") == [text] * 8
    assert shown.asked_outside() == []
    assert shown.complaints == []
    assert html.read_receipt(data) == made.receipt
    assert html.differences(data, None) == ()
    shown.context.close()


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_is_wider_than_the_screen(width: int, browser: Browser, tmp_path: Path):
    size = {"width": width, "height": 800}
    shown = Shown(browser, html.write(real_job("coverage")), tmp_path, viewport=size)
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= width
    assert shown.page.locator("figcaption").is_visible() == (width < 900)
    shown.context.close()


@pytest.mark.browser
def test_a_number_leads_to_the_words_that_state_it(browser: Browser, tmp_path: Path):
    shown = Shown(browser, html.write(job()), tmp_path)
    shown.page.get_by_role("link", name="over 100").click()
    assert "they work in over 100 countries." in shown.page.locator("li:target").inner_text()
    shown.context.close()


@pytest.mark.browser
def test_saved_again_by_a_browser_it_is_still_the_same(browser: Browser, tmp_path: Path):
    shown = Shown(browser, html.write(real_job("network")), tmp_path)
    again = shown.page.content().encode()
    assert html.read_receipt(again) == real_job("network").receipt
    assert html.differences(again, None) == ()
    shown.context.close()


@pytest.mark.parametrize("name", EVERY)
def test_it_is_read_back_whole(name: str):
    made = real_job(name)
    data = html.write(made)
    assert html.read_receipt(data) == made.receipt
    assert html.differences(data, None) == ()


def test_one_file_without_scripts_or_addresses():
    text = html.write(job()).decode()
    assert re.findall(r"<script[^>]*>", text) == ['<script type="application/json" id="receipt">']
    assert re.findall(r"""(?:src|href)=["'](?!#)[^"']*""", text) == []
    assert "localhost" not in text


def test_the_link_stands_in_it_only_where_there_is_one():
    made = job()
    linked = replace(made, receipt=replace(made.receipt, link="https://x.example/network"))
    assert "<a href='https://x.example/network'>" in html.write(linked).decode()
    runs = replace(made, receipt=replace(made.receipt, link="javascript:alert(1)"))
    assert "href='javascript" not in html.write(runs).decode()


def test_without_a_title_it_is_still_named_for_those_who_do_not_see():
    made = replace(job(), with_title=False)
    assert f"<h1 class='p-unseen' dir='auto'>{escape(made.spec.title)}</h1>" in (
        html.write(made).decode()
    )


def test_dark_and_light_differ():
    light, dark = (html.write(replace(job(), mode=mode)).decode() for mode in ("light", "dark"))
    assert "color-scheme:light" in light
    assert "color-scheme:dark" in dark


def changed(old: str, new: str, times: int = 1) -> tuple[str, ...]:
    text = html.write(job()).decode()
    assert text.count(old) == times
    return html.differences(text.replace(old, new).encode(), None)


def test_a_changed_number_is_named():
    assert changed(
        "<strong data-field='says' dir='auto'>129<", "<strong data-field='says'>131<"
    ) == ("Members, Fifth 2025: says is “131” in the file; the receipt holds “129”.",)
    assert changed(
        "data-says='fifth-2025/members'>129<", "data-says='fifth-2025/members'>131<"
    ) == ("The table says “131”; the receipt holds “129”.",)
    assert changed("our network has 129 members.</span>", "we have 131.</span>") == (
        "Members, Fifth 2025: quote is “we have 131.” in the file; the receipt holds “our network "
        "has 129 members.”.",
    )


def test_a_changed_drawing_or_text_is_told():
    told = ("Words on the page were changed; the receipts were not.",)
    text = html.write(job()).decode()
    drawing = re.search(r"<svg.*?</svg>", text, re.DOTALL)
    assert drawing is not None
    assert drawing[0].count(">129<") == 1
    spoiled = text.replace(drawing[0], drawing[0].replace(">129<", ">131<"))
    assert html.differences(spoiled.encode(), None) == told
    assert changed("The same numbers as a table", "Our numbers") == told


def test_a_changed_receipt_is_told():
    version = job().receipt.version
    words = "The words of the facts in the file are not those that it was made with."
    assert changed('"says":"129"', '"says":"131"')[0] == words
    facts = f"The facts in the file do not give the data version that it carries, {version}."
    assert changed('"value":129.0', '"value":131.0')[0] == facts


@pytest.mark.parametrize(
    "data",
    [b"", b"<html></html>", b"\xff\xfe<html", b'<script id="receipt">{}</script>',
     b'<script id="receipt">' + b"[" * 50_000, b'<script id="receipt">{"receipt":[],"seal":1}',
     b'<script id="receipt">{"receipt":{"items":[]},"seal":""}</script>', b"<![CDATA[<!x" * 99],
)  # fmt: skip
def test_what_is_no_page_of_ours_has_no_receipt(data: bytes):
    assert html.read_receipt(data) is None
    assert html.differences(data, None) == ()


def test_a_receipt_with_fields_of_another_kind_is_none():
    text = job().receipt.as_json()
    assert from_json(text) == job().receipt
    assert from_json(text.replace('"ref":"fifth-2025/members"', '"ref":["a"]')) is None
    assert from_json(text.replace('"value":129.0', '"value":true')) is None
    assert from_json(text.replace('"figure":"network"', '"figure":1')) is None
