"""Deck files read: good ones, and every kind of bad one with its place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from decks.model import MOST_SLIDES, Deck, Slide
from decks.read import LARGEST, read_deck, read_folder
from facts.problems import as_text
from tests.support.real import DATA

HEAD = "deck:\n  title: A deck\n"


def read(text: str) -> tuple[Deck | None, list[str]]:
    """The deck of a file, and its problems as lines."""
    deck, problems = read_deck(text.encode(), "d.yaml")
    return deck, as_text(problems).splitlines()


def test_a_deck_with_each_kind_of_slide():
    text = f"""{HEAD}  subtitle: For tomorrow
slides:
- kind: title
- kind: numbers
  indicators: [members]
  facts: [cstd-28-2025/network-members]
  map: cstd-28-2025/collective-action-workshops
  title: A title
- kind: figure
  figure: activities
  choices: {{country: NOR}}
  notes: 2024
  steps: [First this, then that]
- kind: sources
"""
    deck, problems = read(text)
    assert problems == []
    assert deck == Deck(
        title="A deck",
        subtitle="For tomorrow",
        slides=(
            Slide(kind="title"),
            Slide(
                kind="numbers",
                indicators=("members",),
                facts=("cstd-28-2025/network-members",),
                map="cstd-28-2025/collective-action-workshops",
                title="A title",
            ),
            Slide(
                kind="figure",
                figure="activities",
                choices={"country": "NOR"},
                notes="2024",
                steps=("First this", "then that"),
            ),
            Slide(kind="sources"),
        ),
    )


@pytest.mark.parametrize(
    ("slide", "problem"),
    [
        (
            "- kind: picture\n",
            "d.yaml:4:9: slides[0].kind: 'picture' is not one of: title, numbers, figure, sources. "
            "Fix: did you mean figure? Write one of these words.",
        ),
        (
            "- kind: figure\n",
            "d.yaml:4:3: slides[0]: a slide of the kind figure needs the name of a figure. "
            "Fix: add figure: network, or another.",
        ),
        (
            "- kind: numbers\n",
            "d.yaml:4:3: slides[0]: a slide of numbers has 1 to 6 of them, this one 0. "
            "Fix: name them under indicators or facts.",
        ),
        (
            "- kind: title\n  figure: network\n",
            "d.yaml:5:11: slides[0].figure: a slide of the kind title has no figure. "
            "Fix: take it away, or write kind: figure.",
        ),
        (
            "- kind: figure\n  figure: network\n  choices: {show: '<b>'}\n",
            "d.yaml:6:19: slides[0].choices.show: '<b>' is not a choice of a page. "
            "Fix: write it as it stands in the address of the page, for example show: members.",
        ),
        (
            "- kind: title\n  colour: red\n",
            "d.yaml:5:3: slides[0].colour: 'colour' is not a known field. Fix: known here: kind, "
            "title, subtitle, notes, indicators, facts, map, figure, choices, steps.",
        ),
    ],
    ids=["kind", "no figure", "no numbers", "another kind's field", "hostile choice", "unknown"],
)
def test_a_bad_slide_is_told_and_left_out_and_the_others_stand(slide: str, problem: str):
    deck, problems = read(f"{HEAD}slides:\n{slide}- kind: sources\n")
    assert problems == [problem]
    assert deck == Deck(title="A deck", slides=(Slide(kind="sources"),))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("", "d.yaml:1:1: file: the file is empty."),
        ("deck: &a\n  title: x\n", "d.yaml:1:7: file: anchors and aliases are not read here"),
        ("deck:\n\ttitle: x\n", "d.yaml:2:1: file: a tab stands here."),
        ("deck: !!python/object:os.system {}\n", "d.yaml:1:7: file: tags are not read here"),
        ("slides: []\n", "d.yaml:1:1: deck: the field 'deck' is missing."),
        ("deck: {subtitle: x}\n", "d.yaml:1:7: deck.title: the field 'title' is missing."),
        (f"deck: {{title: {'x' * 501}}}\n", "d.yaml:1:15: deck.title: the text has 501 characters"),
        ("x" * (LARGEST + 1), "d.yaml:1:1: file: the file has 200,001 bytes; a deck has at most"),
    ],
    ids=["empty", "anchor", "tab", "tag", "no deck", "no title", "long title", "large"],
)
def test_a_file_that_is_no_deck(text: str, start: str):
    deck, problems = read(text)
    assert deck is None
    assert len(problems) == 1 and problems[0].startswith(start)


def test_a_title_of_300_characters_is_read_whole():
    deck, problems = read(f"deck: {{title: {'x' * 300}}}\n")
    assert problems == [] and deck is not None and deck.title == "x" * 300


def test_too_many_slides_are_told_once():
    deck, problems = read(f"{HEAD}slides:\n" + "- kind: title\n" * (MOST_SLIDES + 5))
    assert deck is not None and len(deck.slides) == MOST_SLIDES
    assert problems == [
        "d.yaml:64:3: slides[60]: the deck has 65 slides; at most 60 are shown. "
        "Fix: split it into two decks."
    ]


def test_bytes_that_are_no_text():
    deck, problems = read_deck(b"deck:\n  title: \xff\n", "d.yaml")
    assert deck is None
    assert [(p.line, p.column, p.what) for p in problems] == [
        (2, 10, "this is not UTF-8: byte 0xFF stands here.")
    ]


def test_a_folder_of_decks(tmp_path: Path):
    folder = tmp_path / "decks"
    folder.mkdir()
    shutil.copy(DATA / "decks/network-in-brief.yaml", folder)
    (folder / "bad.yaml").write_text("deck: 1\n", encoding="utf-8")
    (folder / "half.yaml").write_text(
        "deck: {title: Half}\nslides:\n- kind: x\n- kind: title\n", encoding="utf-8"
    )
    (folder / "notes.txt").write_text("no deck", encoding="utf-8")
    (folder / "away.yaml").symlink_to("/etc/hostname")
    decks, problems = read_folder(tmp_path, "data")
    assert {name: len(deck.slides) for name, deck in decks.items()} == {
        "half": 1,
        "network-in-brief": 8,
    }
    assert [(p.file, p.line, p.column) for p in problems] == [
        ("data/decks/away.yaml", 1, 1),
        ("data/decks/bad.yaml", 1, 7),
        ("data/decks/half.yaml", 3, 9),
    ]


def test_no_folder_of_decks_is_no_problem(tmp_path: Path):
    assert read_folder(tmp_path) == ({}, ())
