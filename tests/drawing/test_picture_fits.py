"""In a real browser no text of any figure is cut, and none lies on another, at any usual size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Page, sync_playwright

from drawing.picture import SIZES
from export.figures import Job, job
from export.formats import svg
from tests.export.made import EVERY
from tests.support.browser import ARGUMENTS, find_browser
from tests.support.real import real

pytestmark = pytest.mark.browser

BOXES = """async svg => {
  document.body.style.margin = 0;
  document.body.innerHTML = svg;
  await document.fonts.ready;
  await Promise.all(['400', '600'].map(w => document.fonts.load(w + ' 16px "Source Sans 3"')));
  return [...document.querySelectorAll('text')].map(text => {
    const box = text.getBoundingClientRect();
    const size = parseFloat(text.getAttribute('font-size'));
    // The letters, without the room above and below that a line of them has.
    const top = text.getBBox().y + size * 0.3, bottom = text.getBBox().y + size * 1.2;
    return [text.textContent, box.left, top, box.right, bottom, size];
  });
}"""
ODD = {
    "long": "A title of very many words & signs <b>that</b> a colleague typed by hand " * 4,
    "arabic": "من 103 أعضاء في 93 بلداً (تقرير 2018) إلى 129 في 108 (نوفمبر 2024)",
    "one-word": "m" * 300,
    "formula": '=cmd|"/c calc"!A1',
}


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with sync_playwright() as started:
        path = find_browser()
        browser = started.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser.new_page(viewport={"width": 1700, "height": 1700})
        browser.close()


def faults(page: Page, asked: Job) -> list[str]:
    """The texts of a picture that leave it, and the pairs that lie on one another."""
    boxes: list[Any] = page.evaluate(BOXES, svg.write(asked).decode())
    assert len(boxes) > 3
    found = [
        f"cut: {text}"
        for text, left, top, right, bottom, _size in boxes
        if left < 5 or top < 3 or right > asked.width - 5 or bottom > asked.height - 3
    ]
    for a, b in combinations(boxes, 2):
        beside = a[3] > b[1] + 1 and b[3] > a[1] + 1
        if beside and a[4] > b[2] + 1 and b[4] > a[2] + 1:
            found.append(f"overlap: {a[0]} / {b[0]}")
    return found


def made(name: str, size: tuple[int, int]) -> Job:
    found = job(real(), name, width=size[0], height=size[1])
    assert found is not None
    return found


@pytest.mark.parametrize("size", [*SIZES.values(), (1600, 700), (700, 1300)], ids=str)
@pytest.mark.parametrize("name", EVERY)
def test_nothing_is_cut_and_nothing_overlaps(page: Page, name: str, size: tuple[int, int]):
    assert faults(page, made(name, size)) == []


@pytest.mark.parametrize("name", EVERY)
def test_nor_without_a_title(page: Page, name: str):
    assert faults(page, replace(made(name, SIZES["slide"]), with_title=False)) == []


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("title", ODD.values(), ids=ODD)
def test_nor_with_an_odd_title(page: Page, title: str, size: tuple[int, int]):
    asked = made("network", size)
    odd = replace(asked, spec=replace(asked.spec, title=title[:300]))
    assert faults(page, odd) == []
    shown = page.evaluate("document.querySelector('[data-name=title]').textContent")
    assert shown.replace(" ", "") == title[:300].replace(" ", "")


@pytest.mark.parametrize("name", EVERY)
def test_nor_in_the_smallest_picture(page: Page, name: str):
    assert faults(page, made(name, (480, 360))) == []


@pytest.mark.parametrize("name", EVERY)
def test_type_is_large_enough_to_read(page: Page, name: str):
    boxes = page.evaluate(BOXES, svg.write(made(name, SIZES["slide"])).decode())
    assert min(size for *_rest, size in boxes) >= 11
