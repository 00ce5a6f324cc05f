"""Slides as LibreOffice draws them: every word is there, inside the slide, and meets no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from decks.deck import read_deck
from export.formats import pptx
from export.slides.deck_file import write_deck
from tests.export.made import real_job, values_on_slides
from tests.export.templates import brand
from tests.support.office import Sheet, Word, drawn
from tests.support.real import DATA, real

SHARED = 0.1  # of the smaller word's area
ACCENTS, TAILS = 0.2, 0.22  # of a word's box, over and under its letters


def meeting(sheet: Sheet) -> list[tuple[str, str]]:
    """Words whose letters are drawn over one another."""
    found = []
    words = [letters(word) for word in sheet.words]
    for at, one in enumerate(words):
        for other in words[at + 1 :]:
            wide = min(one.right, other.right) - max(one.left, other.left)
            high = min(one.bottom, other.bottom) - max(one.top, other.top)
            if wide > 0 and high > 0 and wide * high > SHARED * min(area(one), area(other)):
                found.append((one.text, other.text))
    return found


def letters(word: Word) -> Word:
    """A word without the room for accents and tails."""
    high = word.bottom - word.top
    return replace(word, top=word.top + ACCENTS * high, bottom=word.bottom - TAILS * high)


def area(word: Word) -> float:
    return (word.right - word.left) * (word.bottom - word.top)


def outside(sheet: Sheet) -> list[str]:
    return [
        word.text
        for word in sheet.words
        if word.left < -1
        or word.top < -1
        or word.right > sheet.width + 1
        or word.bottom > sheet.height + 1
    ]


@pytest.mark.parametrize("template", [None, "brand"])
def test_the_shipped_deck(template, tmp_path):
    deck, _problems = read_deck((DATA / "decks" / "network-in-brief.yaml").read_bytes(), "deck")
    assert deck is not None
    sheets = drawn(write_deck(deck, real(), brand() if template else None), tmp_path)
    assert [meeting(sheet) for sheet in sheets] == [[] for _sheet in sheets]
    assert [outside(sheet) for sheet in sheets] == [[] for _sheet in sheets]
    network = sheets[2].text
    for said in ("103", "126", "129", "over 100", "93", "106", "108", "countries"):
        assert said in network


@pytest.mark.parametrize("name", ["reach", "activities", "places", "coverage", "said-by-others"])
@pytest.mark.parametrize("template", [None, "brand"])
def test_a_figure(name, template, tmp_path):
    held = real_job(name)
    sheets = drawn(pptx.write(held, brand() if template else None), tmp_path)
    assert [meeting(sheet) for sheet in sheets] == [[] for _sheet in sheets]
    assert [outside(sheet) for sheet in sheets] == [[] for _sheet in sheets]
    text = " ".join(sheet.text for sheet in sheets)
    for says in values_on_slides(pptx.write(held)) or ():
        assert says in text
    for sheet in sheets:  # the source line is the last of the text, nothing runs over it
        source = next(word for word in sheet.words if word.text == "Source:")
        under = [w.text for w in sheet.words if w.top > source.bottom + 16 and not w.text.isdigit()]
        assert under == []


def test_a_title_of_300_letters_pushes_nothing_off(tmp_path):
    held = real_job("network")
    title = "A title that goes on and on " * 10
    long = replace(held, spec=replace(held.spec, title=title[:300].strip()))
    sheet = drawn(pptx.write(long), tmp_path)[0]
    assert meeting(sheet) == [] and outside(sheet) == []
    assert sheet.text.count("goes") == 10
