"""A doubt is a question on its card, and its answer stands under Data quality."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import settings
from tests.support.real import DATA, real
from tests.support.small import corpus as corpus_of
from tests.support.small import members, snapshot, submission
from tests.ui.adding import at_numbers, field, page_words, press
from tests.ui.adding import words as plain
from tests.ui.conftest import Run
from ui.evidence import quality, receipts
from ui.evidence.fact_list import row_of

PLAN = b"# Report\n\nToday our network has 131 members. By 2027 we plan to have 300 members.\n"


@pytest.fixture(autouse=True)
def data(folder: Callable[[Path], None], tmp_path: Path, monkeypatch) -> Path:
    """A copy of the real data that the program reads and may write."""
    shutil.copytree(DATA, tmp_path / "data")
    monkeypatch.setenv("FACTS_EDITING", "on")
    settings.editing.cache_clear()
    folder(tmp_path / "data")
    return tmp_path / "data"


def at_the_plan(run: Run) -> AppTest:
    app = at_numbers(run, PLAN)
    press(app, "Accept")
    assert "300" in page_words(app)
    return app


def test_a_target_is_answered_by_one_key(run: Run):
    app = at_the_plan(run)
    words = page_words(app)
    assert "Is it so? The sentence tells of a plan or a target" in words
    assert "Proved" not in words
    press(app, "A target")
    assert "target 300" in page_words(app)
    assert "Is it so?" not in page_words(app)


def test_words_that_were_cut_are_taken_whole_by_one_key(run: Run):
    app = press(at_the_plan(run), "Edit")
    field(app, "The words that state it").set_value("300 members").run()
    assert "Is it so? The quote leaves out words" in page_words(app)
    press(app, "Take the whole sentence")
    assert field(app, "The words that state it").value == "By 2027 we plan to have 300 members."
    assert "Is it so? The sentence tells of a plan or a target" in page_words(app)


def test_a_reason_must_be_given_and_then_holds(run: Run):
    app = at_the_plan(run)
    press(app, "It holds")
    assert "Write first why it holds." in page_words(app)
    field(app, "It holds all the same, because").set_value("They joined in May.").run()
    press(app, "It holds")
    words = page_words(app)
    assert "It holds all the same: They joined in May." in words
    assert "Is it so?" not in words


def test_data_quality_lists_each_answer_with_its_reason():
    entries = quality.doubted(real())
    lines = [plain(one) for one in entries.make(0, entries.count)]
    held = [f for f in real().corpus.facts() if f.fact.doubts]
    assert entries.count == sum(len(one.fact.doubts) for one in held)
    for placed in held:
        for one in placed.fact.doubts:
            assert any(one.because in line and placed.submission.name in line for line in lines)
    titles = {part.name: part.title for part in quality.parts_of(real())}
    assert titles["doubts"] == "Doubts of a sentence that a person answered"


@pytest.mark.parametrize(
    ("status", "word"), [("target", "A target"), ("plan", "A plan"), (None, "")]
)
def test_a_receipt_says_that_a_number_is_not_reached(status: str | None, word: str):
    said = members(500, time={"on": "2030"}, more={"status": status} if status else {})
    held = snapshot(corpus_of(submission("A 2024", ("2024-05-01", "2024-05-01"), said)))
    (placed,) = held.corpus.facts()
    made = plain(
        receipts.fact_receipt(
            placed, row_of(held, placed.ref), held.corpus.submissions[0], held.corpus, ""
        )
    )
    assert ("Status" in made) is (status is not None)
    if status:
        assert f"{word}, not" in made
        assert "yet as of the document" in made
        assert f"that it is {word.lower()}" in made.partition("Decided by hand, not proved")[2]
