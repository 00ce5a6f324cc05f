"""The colours: every pair that stands together can be told apart, in light and in dark."""

from __future__ import annotations

import re

import pytest

from charts.theme import DARK, LIGHT, Palette, palette

MODES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb`, as WCAG defines it."""
    assert re.fullmatch("#[0-9A-F]{6}", colour), colour
    parts = []
    for at in (1, 3, 5):
        part = int(colour[at : at + 2], 16) / 255
        parts.append(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_measure_itself():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@MODES
def test_every_text_colour_can_be_read_on_every_ground(colours: Palette):
    words = (colours.ink, colours.quiet, colours.proof, colours.warning)
    for ground in (colours.paper, colours.card, colours.panel):
        for text in words:
            assert contrast(text, ground) >= 4.5, (text, ground)
    for ground in (colours.paper, colours.card):  # no series is ever named on the panel
        for text in colours.series:
            assert contrast(text, ground) >= 4.5, (text, ground)


@MODES
def test_marked_text_and_labels_on_bands_can_be_read(colours: Palette):
    for pale in colours.pale:
        assert contrast(colours.ink, pale) >= 4.5, pale
    # The label of a document that states nothing may stand over its neighbours' bands.
    for text in (colours.quiet, *colours.series):
        assert contrast(text, colours.band) >= 4.5, text


@MODES
def test_marks_and_lines_can_be_seen_on_every_band(colours: Palette):
    for mark in colours.series:
        for ground in (colours.card, colours.band, colours.rule):
            assert contrast(mark, ground) >= 3, (mark, ground)


def test_the_data_colours_are_the_agreed_ones():
    assert LIGHT.series[:2] == ("#0B5D7A", "#B4532A")


@pytest.mark.parametrize(
    ("mode", "expected"), [("dark", DARK), ("light", LIGHT), (None, LIGHT), ("other", LIGHT)]
)
def test_the_palette_of_a_mode(mode: str | None, expected: Palette):
    assert palette(mode) is expected
