"""Deck files read: good ones, and every kind of bad one with its place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as some

from decks import deck as edit
from decks.deck import HEAD as HEAD_deck
from decks.deck import (
    LARGEST,
    LINE,
    MOST_SLIDES,
    Deck,
    Slide,
    as_yaml,
    clean,
    read_deck,
    read_folder,
)
from facts.problems import as_text
from tests.support.real import DATA
from tests.support.small import HOSTILE

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


TYPED = some.text(min_size=1, max_size=60).map(clean).filter(bool)
NAMES = some.from_regex(r"[a-z0-9]+([_-][a-z0-9]+)*", fullmatch=True).filter(lambda t: len(t) < 30)
REFS = some.builds("{}/{}".format, some.from_regex(r"[a-z0-9-]+", fullmatch=True), NAMES)
CHOICES = some.from_regex(r"[A-Za-z0-9_-]{1,20}", fullmatch=True)
WORDS = {
    "title": some.none() | TYPED,
    "subtitle": some.none() | TYPED,
    "notes": some.none() | TYPED,
    "steps": some.lists(TYPED, max_size=2).map(tuple),
}
SLIDES = some.one_of(
    some.builds(Slide, kind=some.sampled_from(["title", "sources"]), **WORDS),
    some.builds(
        Slide,
        kind=some.just("numbers"),
        indicators=some.lists(NAMES, min_size=1, max_size=3).map(tuple),
        facts=some.lists(REFS, max_size=3).map(tuple),
        map=some.none() | REFS,
        **WORDS,
    ),
    some.builds(
        Slide,
        kind=some.just("figure"),
        figure=NAMES,
        choices=some.dictionaries(CHOICES, CHOICES, max_size=2),
        **WORDS,
    ),
)
DECKS = some.builds(
    Deck,
    title=TYPED,
    subtitle=some.none() | TYPED,
    slides=some.lists(SLIDES, max_size=4).map(tuple),
)


@given(DECKS)
def test_what_is_written_is_read_back(deck: Deck):
    assert read_deck(as_yaml(deck).encode(), "d.yaml") == (deck, ())


@pytest.mark.parametrize("words", ["a\tb", "a\rb", "a\r\nb", "\t", " a "])
def test_a_tab_that_a_file_holds_stays_one(words: str):
    deck = Deck(title=words)
    assert read_deck(as_yaml(deck).encode(), "d.yaml") == (deck, ())


@given(some.text(max_size=200))
def test_cleaned_words_can_stand_in_a_file(words: str):
    kept = clean(words)
    assert clean(kept) == kept
    deck = Deck(title="x", slides=(Slide(kind="title", notes=kept or None),))
    assert read_deck(as_yaml(deck).encode(), "d.yaml") == (deck, ())


def test_the_file_as_it_looks():
    deck = Deck(
        title="=1+1",
        slides=(
            Slide(kind="figure", figure="network", choices={"show": "members"}, title=HOSTILE),
            Slide(kind="numbers", indicators=("members", "no"), notes="one\ntwo"),
        ),
    )
    said = HOSTILE.replace('"', '\\"')
    assert as_yaml(deck) == (
        f'{HEAD_deck}deck:\n  title: "=1+1"\n\nslides:\n- kind: figure\n  title: "{said}"\n'
        "  figure: network\n  choices:\n    show: members\n"
        '- kind: numbers\n  notes: "one\\ntwo"\n  indicators:\n  - members\n  - "no"\n'
    )


def test_other_programs_read_the_same():
    deck = Deck(title="12:30", slides=(Slide(kind="figure", figure="on", choices={"y": "NO"}),))
    assert yaml.safe_load(as_yaml(deck)) == {
        "deck": {"title": "12:30"},
        "slides": [{"kind": "figure", "figure": "on", "choices": {"y": "NO"}}],
    }


A, B = Slide(kind="title"), Slide(kind="figure", figure="network")
C, LAST = Slide(kind="figure", figure="places"), Slide(kind="sources")
DECK = Deck(title="D", subtitle="S", slides=(A, B, C, LAST))


def deck(*slides: Slide) -> Deck:
    """The deck with these slides."""
    return Deck(title="D", subtitle="S", slides=slides)


def test_a_slide_is_added_before_the_sources():
    assert edit.add_slide(DECK, A) == deck(A, B, C, A, LAST)
    assert edit.add_slide(deck(), A) == deck(A)
    full = deck(*[A] * MOST_SLIDES)
    assert edit.add_slide(full, B) is full


def test_slides_move_and_the_ends_hold():
    assert edit.move_slide(DECK, 2, -1) == deck(A, C, B, LAST)
    assert edit.move_slide(DECK, 0, 1) == deck(B, A, C, LAST)
    assert edit.move_slide(DECK, 0, -1) == DECK
    assert edit.move_slide(DECK, 2, 1) == DECK
    assert edit.move_slide(DECK, 9, 1) == DECK


def test_a_slide_is_removed():
    assert edit.remove_slide(DECK, 1) == deck(A, C, LAST)


def test_the_sources_stand_last_and_once():
    assert edit.arranged(deck(LAST, A, LAST, B)) == deck(A, B, LAST)
    assert edit.arranged(deck(A, B)) == deck(A, B)


def test_words_are_typed_on_one_line_but_for_notes():
    after = edit.reword_slide(DECK, 1, title=" a\n b\tc\x00 ", subtitle=" ", notes=" one\r\ntwo ")
    wanted = Slide(kind="figure", figure="network", title="a b c", notes="one\ntwo")
    assert after == deck(A, wanted, C, LAST)
    assert edit.reword_slide(after, 1, title="", subtitle="", notes="") == DECK


def test_words_that_are_too_long_are_cut():
    after = edit.reword_slide(DECK, 0, title="x" * 900)
    assert after.slides[0].title == "x" * LINE


def test_words_of_sources_that_the_deck_does_not_name():
    after = edit.reword_slide(deck(A), None, title="Where it is written")
    assert after == deck(A, Slide(kind="sources", title="Where it is written"))


def test_a_deck_is_named_anew_and_never_without_a_name():
    assert edit.rename_deck(DECK, " New  name ", "") == Deck(title="New name", slides=DECK.slides)
    assert edit.rename_deck(DECK, " ", "S") == DECK
