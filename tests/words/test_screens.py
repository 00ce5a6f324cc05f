"""Another language reaches the screens: the program's words change, those of the data do not."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import Any

import pytest

from language.plain_text import normalise
from tests.support.pages import PAGES
from tests.support.patience import WITHIN
from tests.support.real import DATA, ROOT
from tests.ui.test_tags import parts
from tests.words.pseudo import compile_into

INNERMOST = re.compile(r"⟦[^⟦⟧]*⟧")


@pytest.fixture(scope="module")
def screens(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What every page shows in the made-up language; in a process of its own, as a server is."""
    folder = tmp_path_factory.mktemp("locale")
    compile_into(folder)
    done = subprocess.run(
        [sys.executable, "-m", "tests.words.pseudo", str(folder)],
        cwd=ROOT,
        env=os.environ | {"DASHBOARD_LANGUAGE": "xx", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=WITHIN,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    found: dict[str, dict[str, Any]] = json.loads(done.stdout)
    assert set(found) == {page.address for page in PAGES}
    return found


def left(text: str) -> str:
    """What remains of a text without the words of the program and all that they enclose."""
    while INNERMOST.search(text):
        text = INNERMOST.sub(" ", text)
    assert "⟦" not in text and "⟧" not in text
    return text


def texts_of(made: str) -> list[str]:
    """The texts of HTML, those of its attributes that are shown or read aloud included."""
    without = re.sub(r"<style>.*?</style>", "", made, flags=re.DOTALL)
    # An element inside a message's words is part of them; text around buttons is one text.
    inline = re.sub(r"</?(?:mark|strong|span|b)[^>]*>", "", without)
    found = parts(inline)
    spoken = ("aria-label", "title", "data-said", "data-failed", "data-label")
    return [
        *found.words,
        *(str(a[name]) for _t, a in found.elements for name in spoken if name in a),
    ]


def folded(text: str) -> str:
    """A text as it is compared: without case, tags and differences of white space."""
    return " ".join(normalise(text).text.casefold().split())


def of_the_data() -> str:
    """All words of the data folder and the names of countries, as one text."""
    files = [*DATA.rglob("*.yaml"), *DATA.rglob("*.txt"), ROOT / "reference" / "countries.csv"]
    return " ".join(folded(file.read_text(encoding="utf-8")) for file in files)


# Dates, bounds and spreads are said by facts/, in English whatever the language.
SAID_BY_FACTS = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|over|more than|in excess of|at least|almost|about|up to|to|across|tens of millions"
    r"|millions?|billions?)\b",
    re.IGNORECASE,
)


KEYS = {"PageUp", "PageDown", "Esc", "Home", "End", "Space"}  # as they stand on the keyboard


def test_no_page_fails(screens: dict[str, dict[str, Any]]):
    assert {name: one["failed"] for name, one in screens.items() if one["failed"]} == {}


def test_headings_labels_and_buttons_are_translated(screens: dict[str, dict[str, Any]]):
    for name, one in screens.items():
        for label in (*one["labels"], *one["buttons"], *one["dialogs"]):
            assert left(label).strip() == "", (name, label)
    first = screens[""]
    assert "⟦Which number do I say?⟧" in first["labels"]
    assert "<h1>⟦The network over time⟧</h1>" in screens["network"]["html"]
    assert "<th scope='col'>⟦As of⟧</th>" in screens["network"]["html"]
    assert first["dialogs"] == ["⟦Where this number is written⟧"]


def test_the_navigation_is_translated(screens: dict[str, dict[str, Any]]):
    titles = {name: one["title"] for name, one in screens.items()}
    assert titles == {page.address: f"⟦{page.title}⟧" for page in PAGES}


def test_the_words_of_a_chart_are_translated(screens: dict[str, dict[str, Any]]):
    ((alt, spec),) = screens["network"]["charts"]
    assert alt.startswith("⟦Chart over time. ⟦From 103 members in 93 countries (⟦2018 submission⟧)")
    texts = [text for one in json.loads(spec)["data"] for text in one.get("text", [])]
    assert "\u00a0⟦CSTD 2014: size not stated⟧" in texts
    assert "CSTD 2018" in texts  # the name of a document is of the data
    assert "<h2>⟦From 103 members in 93 countries" in screens["network"]["html"]


def test_the_words_of_the_data_stay_as_they_are(screens: dict[str, dict[str, Any]]):
    made = screens["submissions"]["html"]
    assert "in every region where its 129 members are located" in made
    assert "<h2>CSTD 2025</h2>" in made
    receipt = screens[""]["html"]
    assert "Today, <mark>122</mark>" not in receipt
    assert "members and partners in over <mark>100</mark> countries" in receipt


def test_no_word_of_the_program_is_left_in_english(screens: dict[str, dict[str, Any]]):
    known = of_the_data()
    strange: dict[str, set[str]] = {}
    for name, one in screens.items():
        texts = texts_of(one["html"])
        for alt, spec in one["charts"]:
            drawn = json.loads(spec)
            texts.append(alt)
            notes = [note["text"] for note in drawn["layout"].get("annotations", [])]
            for trace in drawn["data"]:
                notes += [*trace.get("hovertext", []), *trace.get("text", [])]
            texts += [text for note in notes for text in texts_of(note.replace("<br>", "⏎"))]
        pieces = [piece for text in texts for piece in re.split(r"[^\w\s'’-]|[\d⏎]+", left(text))]
        pieces = [piece for one in pieces for piece in SAID_BY_FACTS.split(one)]
        found = {piece.strip(" '’-") for piece in pieces}
        found = {piece for piece in found if re.search(r"[^\W\d_]{2}", piece)} - KEYS
        if missing := {piece for piece in found if folded(piece) not in known}:
            strange[name] = missing
    assert strange == {}


def test_no_name_in_braces_is_left_unfilled(screens: dict[str, dict[str, Any]]):
    for name, one in screens.items():
        for text in texts_of(one["html"]):
            assert not re.search(r"\{[a-z_]+\}", text), (name, text)
