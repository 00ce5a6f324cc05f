"""Edit one fact, run without a browser: proved as it is typed, saved, taken back, two at once."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import settings
from facts.load import load
from tests.support.real import DATA
from tests.support.small import HOSTILE
from tests.ui.adding import ADD, field, fine, given, page_words, press
from tests.ui.conftest import Run, shown

REF = "cstd-28-2025/network-members"


@pytest.fixture(autouse=True)
def data(folder: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the real data that the program reads and may write."""
    copied = tmp_path / "data"
    shutil.copytree(DATA, copied)
    monkeypatch.setenv("FACTS_EDITING", "on")
    settings.editing.cache_clear()
    folder(copied)
    return copied


def file_of(data: Path) -> Path:
    """The file of the submission that is edited."""
    return data / "submissions/cstd-28-2025/submission.yaml"


def opened(run: Run, ref: str = REF) -> AppTest:
    """The page on which a fact is edited."""
    return fine(run(ADD, edit=ref))


def test_nothing_changes_until_something_is_typed(run: Run):
    app = opened(run)
    assert "Edit a fact" in page_words(app)
    assert "Proved" in page_words(app)
    assert next(one for one in app.button if one.label == "Save").disabled


@pytest.mark.broad
def test_every_fact_opens_as_it_is(run: Run, data: Path):
    for placed in load(data).facts():
        app = opened(run, placed.ref)
        assert "Proved" in page_words(app), placed.ref
        assert next(one for one in app.button if one.label == "Save").disabled, placed.ref


def test_a_note_is_saved_and_taken_back(run: Run, data: Path):
    before = file_of(data).read_bytes()
    app = opened(run)
    field(app, "Note for readers").set_value("Counted in November.").run()
    press(app, "Save")
    assert "CSTD 2025 is saved" in page_words(app)
    fact = load(data).fact(REF)
    assert fact is not None and fact.fact.note == "Counted in November."
    after = file_of(data).read_bytes()
    assert after != before and b"# Three numbers of countries are not the network's" in after
    press(app, "Take back")
    assert file_of(data).read_bytes() == before
    assert "Taken back: CSTD 2025 is as it was before the save." in page_words(app)
    assert field(app, "Note for readers").value == ""  # and the form is there again


@pytest.mark.parametrize("ref", [REF, "cstd-28-2025/network-countries"])
def test_what_is_opened_right_after_a_save_is_opened(run: Run, data: Path, ref: str):
    app = opened(run)
    field(app, "Note for readers").set_value("Counted in November.").run()
    press(app, "Save")
    assert "edit" not in app.query_params
    app.query_params["edit"] = ref  # as “Edit this fact” in a receipt does
    fine(app.run())
    assert "Edit a fact" in page_words(app) and "is saved" not in page_words(app)
    fact = load(data).fact(ref)
    assert fact is not None and field(app, "Note for readers").value == fact.fact.note
    field(app, "Note for readers").set_value("Counted again.").run()
    press(app, "Save")
    assert "CSTD 2025 is saved" in page_words(app)


def test_a_draft_that_is_opened_right_after_a_save_is_opened(run: Run):
    kept = given(run)
    app = opened(run)
    field(app, "Note for readers").set_value("Counted in November.").run()
    press(app, "Save")
    app.query_params["draft"] = "".join(kept.query_params["draft"])
    fine(app.run())
    assert "is saved" not in page_words(app)
    assert field(app, "Sent to").value == ""


def test_the_message_of_a_commit_is_the_one_typed_last(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
):
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Ana")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "ana@example.org")

    def git(*words: str) -> str:
        command = ["git", "-C", str(data), *words]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "--message", "All of it")
    app = opened(run)
    field(app, "Note for readers").set_value("Counted in November.").run()
    press(app, "Save")
    field(app, "Message of the commit").set_value("A note on the members")
    press(app, "Commit these files")
    assert git("log", "-1", "--format=%B").strip() == "A note on the members"


def test_the_language_of_a_quote_may_be_another_and_is_proved_in_it(run: Run, data: Path):
    app = opened(run)
    assert field(app, "Language of the words").value == ""
    field(app, "Language of the words").set_value("fr").run()
    words = page_words(app)
    assert "Not proved yet" in words and "membres" in words
    field(app, "Language of the words").set_value("en").run()
    press(app, "Save")
    fact = load(data).fact(REF)
    assert fact is not None and fact.fact.language == "en"
    app = opened(run)
    field(app, "Language of the words").set_value("").run()
    press(app, "Save")
    assert b"language" not in file_of(data).read_bytes()


def test_a_doubt_is_answered_in_the_form_and_its_answer_stays(run: Run, data: Path):
    ref = "cstd-28-2025/legal-analyses-drafted"
    app = opened(run, ref)
    answers = field(app, "Doubts that do not hold, one a line")
    assert answers.value.startswith('change: "Three more" are the analyses')
    answers.set_value("").run()
    words = page_words(app)
    assert "Not proved yet Doubt: The number is a change, not a size" in words
    assert "under More, on a line of “Doubts that do not hold”, “change:” and the reason" in words
    field(app, "Doubts that do not hold, one a line").set_value("change: All there are.").run()
    press(app, "Save")
    fact = load(data).fact(ref)
    assert fact is not None
    assert [(one.kind, one.because) for one in fact.fact.doubts] == [("change", "All there are.")]


def test_what_is_not_proved_is_not_saved(run: Run, data: Path):
    before = file_of(data).read_bytes()
    app = opened(run)
    field(app, "Number").set_value("130").run()
    words = page_words(app)
    assert "Not proved yet" in words and "value_text" not in words
    press(app, "Save")
    assert file_of(data).read_bytes() == before
    assert field(app, "Number").value == "130"
    assert "Not accepted yet" in page_words(app)
    press(app, "Undo all")
    assert field(app, "Number").value == "129"


def test_two_people_at_once_see_both_versions(run: Run, data: Path):
    app = opened(run)
    field(app, "Note for readers").set_value("Mine.").run()
    other = opened(run)
    field(other, "Note for readers").set_value("Theirs.").run()
    press(other, "Save")
    press(app, "Save")
    words = page_words(app)
    assert "Someone else saved this while you were working" in words
    assert "note: Mine." in words and "note: Theirs." in words
    fact = load(data).fact(REF)
    assert fact is not None and fact.fact.note == "Theirs."
    press(app, "Save mine in its place")
    fact = load(data).fact(REF)
    assert fact is not None and fact.fact.note == "Mine."


def test_a_conflict_is_shown_only_where_it_is_about(run: Run, data: Path):
    app = opened(run)
    field(app, "Note for readers").set_value("Mine.").run()
    other = opened(run)
    field(other, "Note for readers").set_value("Theirs.").run()
    press(other, "Save")
    press(app, "Save")
    app.query_params["edit"] = "cstd-28-2025/network-countries"
    fine(app.run())
    assert "Someone else saved this" not in page_words(app)
    field(app, "Note for readers").set_value("Of the countries.").run()
    press(app, "Save")
    assert "CSTD 2025 is saved" in page_words(app)
    corpus = load(data)
    facts = [corpus.fact(ref) for ref in (REF, "cstd-28-2025/network-countries")]
    assert [one and one.fact.note for one in facts] == ["Theirs.", "Of the countries."]


def test_leaving_theirs_keeps_what_was_typed(run: Run, data: Path):
    app = opened(run)
    field(app, "Note for readers").set_value("Mine.").run()
    other = opened(run)
    field(other, "Note for readers").set_value("Theirs.").run()
    press(other, "Save")
    press(app, "Save")
    press(app, "Leave theirs, and go on working")
    assert field(app, "Note for readers").value == "Mine."
    fact = load(data).fact(REF)
    assert fact is not None and fact.fact.note == "Theirs."


@pytest.mark.parametrize("ref", ["nothing/at-all", "../../etc/passwd", HOSTILE, ""])
def test_a_wrong_name_is_answered_with_a_sentence(run: Run, ref: str):
    app = opened(run, ref)
    if ref:
        assert "There is no proved fact named" in page_words(app)
    assert "<img" not in shown(app)


def test_the_receipt_offers_it_only_to_who_may(run: Run, monkeypatch: pytest.MonkeyPatch):
    link = "add?edit=cstd-28-2025%2Fnetwork-members"
    app = fine(run(receipt=REF))
    assert link in shown(app)
    monkeypatch.setenv("FACTS_EDITING", "off")
    settings.editing.cache_clear()
    assert link not in shown(fine(run(receipt=REF)))
    settings.editing.cache_clear()
