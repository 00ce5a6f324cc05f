"""The same facts have the same version and code in every language, and a file tells its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import settings
import words
from decks.deck import read_deck
from export import figures
from export.formats import csv, html, pptx, svg, xlsx
from export.receipt import FACTS, Receipt, facts_of
from export.slides.number_receipt import numbers
from export.verify import Verdict, verify
from facts.store import Snapshot
from tests.export.made import EVERY, job, later, small
from tests.support.real import DATA, real
from tests.words.pseudo import compile_into

FORMS = {"svg": svg, "pptx": pptx, "xlsx": xlsx, "csv": csv, "html": html}


@pytest.fixture
def speak(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Sets the language of the program; `xx` is made up, and marks every message."""
    compile_into(tmp_path)
    monkeypatch.setattr(words, "FOLDER", tmp_path)

    def to(language: str) -> None:
        monkeypatch.setenv("DASHBOARD_LANGUAGE", language)
        settings.language.cache_clear()
        words._catalogue.cache_clear()

    yield to
    monkeypatch.undo()
    settings.language.cache_clear()
    words._catalogue.cache_clear()


def receipts(held: Snapshot) -> list[Receipt]:
    deck, _problems = read_deck((DATA / "decks/network-in-brief.yaml").read_bytes(), "x.yaml")
    assert deck is not None
    made = [figures.job(held, name) for name in EVERY]
    return [*(one.receipt for one in made if one), *numbers(held, [deck])]


def test_version_and_code_are_the_same_in_every_language(speak: Callable[[str], None]):
    speak("en")
    english = receipts(real())
    speak("xx")
    other = receipts(real())
    assert len(english) > len(EVERY)
    assert [(one.version, one.code, one.newest) for one in other] == [
        (one.version, one.code, one.newest) for one in english
    ]
    assert [one.items for one in other] != [one.items for one in english]
    assert [one.words for one in other] != [one.words for one in english]


def test_every_field_that_is_not_of_one_language_counts():
    item = job().receipt.items[0]
    said = {"label", "says", "unit", "as_of"}
    assert {*FACTS} | said == set(vars(item))
    assert set(facts_of(item)) == {*FACTS}
    activity = figures.job(real(), "activities")
    assert activity is not None
    assert facts_of(activity.receipt.items[0])["label"] == activity.receipt.items[0].label


@pytest.mark.parametrize("suffix", FORMS)
def test_a_file_of_another_language_is_judged_by_its_facts(
    suffix: str, speak: Callable[[str], None]
):
    speak("xx")
    data = FORMS[suffix].write(job())
    speak("en")
    code = job().receipt.code
    assert verify(data, f"x.{suffix}", small()) == Verdict(
        "current", (f"The facts of this file are those of today, code {code}.",)
    )
    found = verify(data, f"x.{suffix}", later())
    assert found.state == "superseded"
    assert found.sentences[1] == "Members, Fifth 2025: says was “129” and is now “131”."
    assert not [one for one in found.sentences if "unit was" in one or "as of was" in one]


def test_a_cell_changed_in_a_sheet_of_another_language_is_found(speak: Callable[[str], None]):
    speak("xx")
    text = csv.write(job()).decode()
    speak("en")
    spoiled = text.replace("129,Members,", "131,Members,")
    assert spoiled != text
    assert verify(spoiled.encode(), "x.csv", small()) == Verdict(
        "changed_by_hand",
        ("The words of the facts in the file are not those that it was made with.",),
    )
