"""The table of widths agrees with the shipped font in a browser; lines break where they should."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import sync_playwright

from drawing import font_metrics
from drawing.scene import Span
from drawing.svg_writer import font_face
from drawing.text_blocks import flow
from tests.support.browser import ARGUMENTS, find_browser

SAYINGS = (
    "From 103 members in 93 countries (2018 submission) to 129 in 108 (November 2024)",
    "“Not stated” means: looked for, and not found; ½ – 1 to 20 % † ≥ ≤ ← →",
    "Français, Español, Türkiye, Côte d’Ivoire, Łódź, Việt Nam",
    "over 551 participants · 23,090 people · almost 500 children",
)
MEASURE = """async ([texts, weights]) => {
  for (const weight of weights) await document.fonts.load(weight + ' 20px "Source Sans 3"');
  const pen = document.createElement('canvas').getContext('2d');
  return weights.map(weight => {
    pen.font = weight + ' 20px "Source Sans 3"';
    pen.fontKerning = 'none';
    return texts.map(text => pen.measureText(text).width);
  });
}"""


@pytest.mark.browser
def test_the_widths_are_those_that_a_browser_measures():
    with sync_playwright() as started:
        path = find_browser()
        browser = started.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        page = browser.new_page()
        page.set_content(f"<style>{font_face()}</style>")
        measured = page.evaluate(MEASURE, [list(SAYINGS), [400, 600]])
        browser.close()
    ours = [[font_metrics.width(text, 20, weight) for text in SAYINGS] for weight in (400, 600)]
    assert ours[0] == pytest.approx(measured[0], rel=0.003)
    assert ours[1] == pytest.approx(measured[1], rel=0.003)


def test_letters_that_the_font_lacks_are_estimated():
    assert font_metrics.width("نوفمبر", 10) == pytest.approx(6 * 6.2)
    assert font_metrics.width("日本", 10) == pytest.approx(2 * 10.5)
    assert font_metrics.width("\u202b", 10) == 0


def test_lines_are_broken_at_spaces_only():
    assert font_metrics.wrap("over 100  members\nand\u00a0partners", 100, 16) == (
        "over 100",
        "members",
        "and\u00a0partners",
    )
    assert font_metrics.wrap("", 100, 16) == ()


def test_a_word_wider_than_the_line_is_cut():
    assert font_metrics.wrap("ab " + "m" * 9, 40, 16) == ("ab", "mmm", "mmm", "mmm")


@settings(deadline=None)
@given(st.text(), st.floats(30, 900))
def test_wrapping_loses_no_letter(text: str, room: float):
    kept = "".join(font_metrics.BLANK.split(text))
    for wrapped in (font_metrics.wrap, font_metrics.balanced, font_metrics.tidy):
        lines = wrapped(text, room, 14)
        assert "".join(lines).replace(" ", "") == kept
        assert all(font_metrics.width(line, 14) <= room + 1e-6 or len(line) == 1 for line in lines)


def test_balanced_lines_are_of_much_the_same_width():
    text = "From 103 members in 93 countries (2018 submission) to 129 in 108"
    assert font_metrics.wrap(text, 440, 16) == (
        "From 103 members in 93 countries (2018 submission) to 129 in",
        "108",
    )
    assert font_metrics.balanced(text, 440, 16) == (
        "From 103 members in 93 countries",
        "(2018 submission) to 129 in 108",
    )


def test_the_way_that_a_text_runs_is_that_of_its_first_letter():
    assert [font_metrics.right_to_left(t) for t in ("103 أعضاء", "members أعضاء", "129", "")] == [
        True,
        False,
        False,
        False,
    ]


def test_a_number_stays_in_one_piece():
    spans = [Span("in"), Span(" "), Span("in excess of 300 million", 600, "a/b"), Span(" images")]
    assert flow(spans, 60, 16) == (
        (Span("in"),),
        (Span("in excess of 300 million", 600, "a/b"),),
        (Span("images"),),
    )
    assert flow(spans, 900, 16) == (
        (Span("in "), Span("in excess of 300 million", 600, "a/b"), Span(" images")),
    )
