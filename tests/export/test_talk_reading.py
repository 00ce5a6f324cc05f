"""Deck files as talks: broken slides in their places, decks in an address, files on the disk."""

from __future__ import annotations

import random
import zlib
from base64 import urlsafe_b64encode
from pathlib import Path

import pytest

from export.__main__ import main
from export.talk.talk_deck import (
    LONGEST,
    MOST_IN_ADDRESS,
    UNPACKED,
    find,
    names,
    packed,
    read_talk,
    unpacked,
)
from tests.support.real import DATA, real
from tests.support.talks import SHIPPED, STEPPED

BROKEN = b"""\
deck: {title: Three}
slides:
- kind: figuer
- kind: figure
  figure: network
- kind: numbers
  indicators: [members]
  colour: red
- kind: sources
"""


def titles(data: bytes) -> list[str]:
    """The titles of the slides of a talk."""
    deck, _problems = read_talk(data, "deck.yaml", real())
    assert deck is not None
    return [slide.title for slide in deck.slides]


def test_a_slide_that_cannot_be_read_keeps_its_place():
    assert titles(BROKEN) == [
        "This slide cannot be shown",
        "From 103 members in 93 countries (2018 submission) to 129 in 108 (November 2024)",
        "This slide cannot be shown",
        "Sources and definitions",
    ]


def test_what_is_wrong_stands_on_the_slide():
    deck, problems = read_talk(BROKEN, "deck.yaml", real())
    assert deck is not None and len(problems) == 2
    assert deck.slides[0].missing == (problems[0].what,)
    assert "colour" in deck.slides[2].missing[0]


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"deck: [", b"deck: {}", b"- 1", b"x" * 300_000]
)
def test_a_file_that_is_no_deck(data: bytes):
    deck, problems = read_talk(data, "deck.yaml", real())
    assert deck is None
    assert problems


def test_a_deck_in_an_address_comes_back_the_same():
    text = packed(SHIPPED)
    assert text and text.isascii() and len(text) < 3_000
    assert unpacked(text) == SHIPPED


def test_a_deck_too_long_for_an_address():
    assert packed(random.Random(1).randbytes(9_000)) == ""


@pytest.mark.parametrize("text", ["", "?", "abc", "é", "a" * 5_000, packed(b"x" * 200_001)])
def test_an_address_that_holds_no_deck(text: str):
    assert unpacked(text) is None


def test_a_bomb_in_an_address_is_not_unpacked():
    bomb = urlsafe_b64encode(zlib.compress(b"0" * 50_000_000, 9)).decode()
    assert unpacked(bomb) is None


def test_decks_are_found_by_name_only():
    assert names(DATA) == ("network-in-brief",)
    assert find(DATA, "network-in-brief") == SHIPPED
    for name in ("", "nowhere", "../decks/network-in-brief", "network-in-brief.yaml"):
        assert find(DATA, name) is None


def test_a_talk_is_written_as_html(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    deck, out = tmp_path / "deck.yaml", tmp_path / "talk.html"
    deck.write_bytes(SHIPPED)
    assert main(["present", str(deck), "--out", str(out)]) == 0
    assert out.read_bytes().startswith(b"<!doctype html>")
    assert capsys.readouterr().err == ""


def test_a_talk_is_printed_one_slide_a_page(tmp_path: Path):
    deck, out = tmp_path / "deck.yaml", tmp_path / "talk.pdf"
    deck.write_bytes(STEPPED)
    assert main(["present", str(deck), "--out", str(out)]) == 0
    data = out.read_bytes()
    assert data.startswith(b"%PDF-")
    assert data.count(b"/Type /Page\n") == 3


def test_slides_that_cannot_be_shown_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    deck, out = tmp_path / "deck.yaml", tmp_path / "talk.html"
    deck.write_bytes(BROKEN)
    assert main(["present", str(deck), "--out", str(out)]) == 1
    told = capsys.readouterr().err
    assert "deck.yaml:3:" in told and "Slide 3:" in told
    assert out.exists()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [("talk.pptx", SHIPPED, 2), ("talk", SHIPPED, 2), ("talk.html", b"deck: [", 1)],
)
def test_what_cannot_be_made_is_not_written(tmp_path: Path, name: str, data: bytes, code: int):
    deck, out = tmp_path / "deck.yaml", tmp_path / name
    deck.write_bytes(data)
    assert main(["present", str(deck), "--out", str(out)]) == code
    assert not out.exists()
    assert main(["present", str(tmp_path / "no.yaml"), "--out", str(tmp_path / "x.html")]) == 2


def shown_in_address(slides: bytes) -> tuple[list[str], tuple[str, ...]]:
    """The titles of a talk in an address, and what its last slide but the sources says."""
    data = b"deck: {title: Many}\nslides:\n" + slides
    deck, _problems = read_talk(data, "made", real(), MOST_IN_ADDRESS)
    assert deck is not None
    return [slide.title for slide in deck.slides], deck.slides[-2].missing


@pytest.mark.parametrize("there", [41, 60, 61, 3000])
@pytest.mark.parametrize("bad", [0, 1, 7])
def test_an_address_shows_forty_slides_and_says_so(there: int, bad: int):
    good = b"- {kind: title, title: Good}\n"
    titles, said = shown_in_address(b"- {}\n" * bad + good * (there - bad))
    assert titles == [
        *["This slide cannot be shown"] * bad, *["Good"] * (MOST_IN_ADDRESS - bad),
        "This slide cannot be shown", "Sources and definitions",
    ]  # fmt: skip
    assert said == (
        f"The deck has {there:,} slides; an address shows the first 40. "
        "Save it as one file to show all.",
    )


def test_forty_slides_that_cannot_be_read_are_all_that_an_address_shows():
    titles, said = shown_in_address(b"- {}\n" * 9000)
    assert len(titles) == MOST_IN_ADDRESS + 2
    assert said[0].startswith("The deck has 9,000 slides;")


def test_forty_slides_and_the_sources_are_shown_whole():
    slides = b"- {kind: title, title: Good}\n" * 40 + b"- kind: sources\n"
    titles, said = shown_in_address(slides)
    assert titles == [*["Good"] * 40, "Sources and definitions"]
    assert said == ()


def test_what_is_read_of_an_address_is_bounded():
    letters = b"deck: {title: Many}\n#"
    longest = letters + b"a" * (UNPACKED - len(letters))
    assert unpacked(packed(longest)) == longest
    assert packed(longest + b"a") == ""
    for data in (longest + b"a", longest * 100):
        made = urlsafe_b64encode(zlib.compress(data)).decode().rstrip("=")
        assert unpacked(made) is None
    noise = random.Random(1).randbytes(LONGEST)
    assert unpacked(urlsafe_b64encode(zlib.compress(noise)).decode()) is None
