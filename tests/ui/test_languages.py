"""Words of the data in one language only, or in none: every page, check and file still stands."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import settings
from extract.candidates import find_candidates
from extract.draft_check import check_draft
from extract.indicator_guess import Guesser
from extract.reused_sentences import Earlier
from facts.load import load
from facts.package.write_package import write_package
from language.passages import Passages
from tests.support.draft import NEXT
from tests.support.real import DATA
from tests.ui.adding import at_numbers, finished, page_words, press, submissions
from tests.ui.conftest import Run, visit

FILES = ("organisation.yaml", "indicators.yaml", "questions.yaml")
QUALITY = "../pages/data_quality.py"


@pytest.fixture
def french(folder: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The real data, all words of it that are given by language said to be French."""
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    for name in FILES:
        text = (data / name).read_text(encoding="utf-8")
        (data / name).write_text(re.sub(r"(?<![\w])en:(?! \[)", "fr:", text), encoding="utf-8")
    monkeypatch.setenv("FACTS_EDITING", "on")
    settings.editing.cache_clear()
    folder(data)
    return data


def test_every_page_stands(run: Run, french: Path):
    assert load(french).problems == ()
    for page, app in visit(run(), receipt="cstd-28-2025/network-members"):
        assert [box.message for box in app.exception] == [], page
        assert "<h1" in "".join(one.proto.body for one in app.get("html")), page


def test_a_submission_is_added(run: Run, french: Path):
    app = finished(at_numbers(run))
    press(app, "Save")
    assert len(submissions(french)) == len(submissions(DATA)) + 1
    assert load(french).problems == ()


def test_a_draft_is_checked_and_a_package_is_written(french: Path, tmp_path: Path):
    corpus = load(french)
    seen = find_candidates(Passages(NEXT), Guesser(corpus), Earlier(corpus, NEXT))
    checked, left = check_draft(tuple(seen), corpus, NEXT)
    assert checked and all(one.label for one in left)
    write_package(corpus, french, tmp_path / "package")


def test_what_is_missing_is_said(run: Run, french: Path):
    words = page_words(run(QUALITY))
    for entry in ("organisation: title, about.", "indicators.members: label, unit.one, unit.many"):
        assert entry in words
    assert "Shown instead: “Members”." in words


def test_nothing_is_missing_in_the_real_data(run: Run):
    words = page_words(run(QUALITY))
    head = "Words that are missing in the language of these pages"
    assert f"{head} None." in words


def test_one_word_that_is_missing_is_said_alone(run: Run, french: Path):
    for name in FILES:
        shutil.copyfile(DATA / name, french / name)
    file = french / "indicators.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("{en: Members}", "{fr: Membres}", 1), encoding="utf-8")
    words = page_words(run(QUALITY))
    assert "pages indicators.members: label. Shown instead: “Membres”." in words
    assert words.count("Shown instead") == 1


def test_no_word_at_all_is_a_problem(french: Path):
    file = french / "indicators.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("{fr: Members}", "{}", 1), encoding="utf-8")
    first = load(french).problems[0]
    assert (first.field, first.what) == ("indicators.members.label", "nothing is written here.")
