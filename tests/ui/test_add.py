"""Add a submission, run without a browser: from the document to the saved facts, and back."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import settings
from facts.load import load
from tests.extract.printing import as_pdf
from tests.support.draft import NEXT
from tests.support.real import DATA
from tests.ui.adding import (
    ADD,
    at_numbers,
    field,
    fine,
    finished,
    given,
    page_words,
    press,
    progress,
    sentence,
    submissions,
)
from tests.ui.conftest import Run, shown


@pytest.fixture(autouse=True)
def data(folder: Callable[[Path], None], tmp_path: Path, monkeypatch) -> Path:
    """A copy of the real data that the program reads and may write."""
    copied = tmp_path / "data"
    shutil.copytree(DATA, copied)
    monkeypatch.setenv("FACTS_EDITING", "on")
    settings.editing.cache_clear()
    folder(copied)
    return copied


def test_a_document_becomes_a_saved_submission(run: Run, data: Path):
    app = at_numbers(run)
    assert progress(app) == "0 of 7"
    assert sentence(app).startswith("With our network of 134 members in 111 countries")
    assert "134 members" in page_words(app) and "Proved" in page_words(app)
    finished(app)
    assert submissions(data) == submissions(DATA)
    press(app, "Save")
    assert "CSTD 2025 is saved" in page_words(app)
    (new,) = set(submissions(data)) - set(submissions(DATA))
    corpus = load(data)
    assert corpus.problems == ()
    made = corpus.submission(new)
    assert made is not None and made.head.body == "CSTD"
    facts = {placed.fact.indicator: placed.fact.value for placed in made.facts}
    assert facts["members"] == 134 and facts["member_countries"] == 111
    assert made.source_text == NEXT


def test_a_save_is_taken_back_and_its_draft_is_there_again(run: Run, data: Path):
    app = finished(at_numbers(run))
    before = {path: path.read_bytes() for path in (data / "submissions").rglob("*.*")}
    press(app, "Save")
    press(app, "Take back")
    assert {path: path.read_bytes() for path in (data / "submissions").rglob("*.*")} == before
    assert "Taken back" in page_words(app)
    press(app, "Go on")
    press(app, "Save")
    assert len(submissions(data)) == len(submissions(DATA)) + 1


def test_each_decision_can_be_undone(run: Run):
    app = at_numbers(run)
    first = sentence(app)
    press(app, "Accept")
    second = sentence(app)
    assert second != first and progress(app) == "1 of 7"
    press(app, "A deadline")
    assert progress(app) == "2 of 7" and "Set aside: “9” (A deadline)." in page_words(app)
    press(app, "Undo")
    assert sentence(app) == second and progress(app) == "1 of 7"
    press(app, "Undo")
    assert sentence(app) == first and progress(app) == "0 of 7"
    press(app, "Undo")
    assert "Undone: what was typed about the document." in page_words(app)
    assert next(one for one in app.button if one.label == "Undo").disabled


def test_a_skipped_card_comes_again_at_the_end(run: Run):
    app = at_numbers(run)
    first = sentence(app)
    press(app, "Skip")
    assert sentence(app) != first and progress(app) == "0 of 7"
    for _card in range(20):
        if sentence(app) == first:
            break
        press(app, "Claims nothing" if "Claims nothing" in labels(app) else "Leave it out")
    assert progress(app) == "6 of 7"
    assert sentence(app) == first


def labels(app) -> list[str]:
    """What stands on the buttons."""
    return [one.label for one in app.button]


def test_a_fact_that_is_not_proved_is_not_accepted(run: Run):
    app = at_numbers(run)
    first = sentence(app)
    press(app, "Edit")
    field(app, "Number").set_value("135").run()
    assert "Not proved yet" in page_words(app)
    press(app, "Accept")
    assert sentence(app) == first and progress(app) == "0 of 7"
    assert "Not accepted yet. To be mended above: Number" in page_words(app)
    assert field(app, "Number").value == "135"  # nothing typed is lost
    field(app, "Number").set_value("134").run()
    press(app, "Accept")
    assert sentence(app) != first


def test_what_is_typed_just_before_the_press_is_what_is_accepted(run: Run, data: Path):
    app = at_numbers(run)
    press(app, "Edit")
    # No run in between: the browser sends both at once.
    field(app, "Note for readers").set_value("Counted in October.")
    press(app, "Accept")
    finished(app)
    press(app, "Save")
    (new,) = set(submissions(data)) - set(submissions(DATA))
    made = load(data).submission(new)
    assert made is not None
    members = next(one.fact for one in made.facts if one.fact.indicator == "members")
    assert members.note == "Counted in October."


def test_one_of_two_numbers_is_set_aside(run: Run, data: Path):
    app = at_numbers(run)
    field(app, "“111” is").set_value("no_claim").run()
    press(app, "Accept")
    assert "Accepted: 134 members." in page_words(app)
    finished(app)
    press(app, "Save")
    (new,) = set(submissions(data)) - set(submissions(DATA))
    made = load(data).submission(new)
    assert made is not None
    assert "member_countries" not in {one.fact.indicator for one in made.facts}
    quotes = {one.set_aside.quote: one.set_aside.class_ for one in made.set_aside}
    assert any("111" in quote and why == "no_claim" for quote, why in quotes.items())


def test_stopping_loses_nothing(run: Run):
    app = at_numbers(run)
    press(app, "Accept")
    second = sentence(app)
    press(app, "Stop here")
    assert "Everything is kept." in page_words(app)
    again = run(ADD)  # another browser, on another day
    assert "1 of 7 decided" in page_words(again)
    press(again, "Go on")
    assert sentence(again) == second and progress(again) == "1 of 7"


def test_a_reload_goes_on_where_it_was(run: Run):
    app = at_numbers(run)
    press(app, "Accept")
    address = {name: str(app.query_params[name]) for name in ("draft", "step")}
    again = run(ADD, **address)
    assert sentence(fine(again)) == sentence(app)


def test_a_draft_is_thrown_away_and_brought_back(run: Run):
    app = press(at_numbers(run), "Stop here")
    press(app, "Throw away")
    assert "was thrown away." in page_words(app) and "Go on" not in labels(app)
    press(app, "Undo")
    assert "Go on" in labels(app)


def test_a_wrong_draft_in_the_address_is_no_fault(run: Run):
    for name in ("nothing", "../../etc", "<b>x"):
        app = fine(run(ADD, draft=name, step="numbers"))
        assert len(app.file_uploader) == 1
        assert "<b>x" not in shown(app)


def test_the_same_document_again_is_said(run: Run):
    text = (DATA / "submissions/cstd-28-2025/source.txt").read_bytes()
    app = given(run, "again.txt", text)
    assert "This document is here already: CSTD 2025." in page_words(app)
    assert "draft" not in app.query_params


def test_words_pasted_become_a_card(run: Run, data: Path):
    app = at_numbers(run, (NEXT + "\nWe trained judges in Cali.\n").encode())
    before = int(progress(app).split(" of ")[1])
    field(app, "Mark it in the page above, or paste its words here").set_value(
        "trained   judges in Cali"
    ).run()
    assert "Stands once in the document." in page_words(app)
    found = [one for one in app.button if one.label.startswith("Add it from")]
    found[0].click().run()
    assert sentence(fine(app)) == "We trained judges in Cali ."
    assert progress(app) == f"0 of {before + 1}"


def test_a_new_kind_of_number(run: Run, data: Path):
    app = at_numbers(run)
    while "5,000" not in sentence(app):
        press(app, "Claims nothing")
    if "What it counts" not in [one.label for one in app.selectbox]:
        press(app, "Edit")
    field(app, "What it counts").set_value("+").run()
    field(app, "Name, as on a chart").set_value("Teachers who read the guide")
    field(app, "One of them").set_value("teacher")
    field(app, "Several of them").set_value("teachers")
    field(app, "What exactly is counted").set_value("Teachers who read the guide.")
    press(app, "Add this kind of number")
    assert "Teachers who read the guide" in page_words(app)
    press(app, "Accept")
    finished(app)
    press(app, "Save")
    corpus = load(data)
    assert corpus.problems == ()
    (new,) = set(submissions(data)) - set(submissions(DATA))
    made = corpus.submission(new)
    assert made is not None
    indicator = next(i for i in corpus.indicators.values() if i.unit.one["en"] == "teacher")
    (fact,) = [one.fact for one in made.facts if one.fact.indicator == indicator.id]
    assert (fact.value, fact.bound) == (5000, "almost")


def test_the_date_is_chosen_from_what_the_document_shows(run: Run, data: Path):
    app = given(run)
    (radio,) = app.radio
    assert radio.options[0] == "12 November 2025"
    radio.set_value(-1).run()
    field(app, "Written not before").set_value("October 2025")
    field(app, "Written not after").set_value("1 December 2025")
    field(app, "Sent to").set_value("CSTD").run()
    press(app, "Go on to the numbers")
    finished(app)
    press(app, "Save")
    (new,) = set(submissions(data)) - set(submissions(DATA))
    made = load(data).submission(new)
    assert made is not None
    written = made.head.written
    assert (written.earliest, written.latest, written.basis) == (
        "2025-10",
        "2025-12-01",
        "inferred",
    )
    assert made.head.plot_at.value == "2025-12-01"


def test_someone_else_saved_meanwhile(run: Run, data: Path):
    app = finished(at_numbers(run))
    name = re.findall(r"id: '?([\w-]+)", "\n".join(one.value for one in app.code))[0]
    assert name == "cstd-29-2025"
    theirs = data / "submissions" / name
    theirs.mkdir()
    (theirs / "submission.yaml").write_text("submission: {}\n")
    press(app, "Save")
    assert sorted(path.name for path in theirs.iterdir()) == ["submission.yaml"]
    assert (theirs / "submission.yaml").read_text() == "submission: {}\n"
    said = page_words(app)
    assert "Saved by someone else" in said or "already" in said


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("photo.pdf", b"\x89PNG\r\n\x1a\n" + bytes(99)),
        ("broken.pdf", b"%PDF-1.7\n" + b"x" * 500),
        ("empty.txt", b" \n"),
        ("old.doc", b"\xd0\xcf\x11\xe0" + bytes(99)),
    ],
)
def test_what_cannot_be_read_begins_nothing(run: Run, data: Path, name: str, content: bytes):
    app = given(run, name, content)
    assert name in page_words(app)
    assert "draft" not in app.query_params
    assert not list((data / ".drafts").glob("*/source.txt"))


@pytest.mark.parametrize("name", ["../../../evil.md", "C:\\evil\\x.md", "‮fdp.md", "a\x00b.md"])
def test_a_file_name_is_only_shown(run: Run, data: Path, tmp_path: Path, name: str):
    around = sorted(tmp_path.iterdir())
    app = given(run, name)
    assert "draft" in app.query_params
    assert sorted(tmp_path.iterdir()) == around
    drafts = [path for path in (data / ".drafts").iterdir() if path.is_dir()]
    assert len([path for path in drafts if (path / "source.txt").is_file()]) == 1
    assert "‮" not in shown(app)


def test_hostile_words_stay_words(run: Run):
    text = "We have <img src=x onerror=alert(1)> 77 **judges** [now](javascript:alert(1)).\n\n"
    app = at_numbers(run, (text + NEXT).encode())
    made = shown(app)
    assert "<img" not in made and "javascript:" not in made
    assert "77" in sentence(app)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Notre réseau compte 140 membres dans 112 pays.\n", "140"),
        ("تضم شبكتنا 140 عضوا في 112 دولة\n", "140"),
        ("Nuestra red cuenta con 140 miembros en 112 países.\n", "140"),
    ],
)
def test_other_languages(run: Run, text: str, number: str):
    app = at_numbers(run, text.encode())
    assert number in sentence(app)
    press(app, "Claims nothing")
    assert progress(app).startswith("1 of")


def test_who_may_not_edit_reads_a_sentence(run: Run, monkeypatch):
    monkeypatch.setenv("FACTS_EDITING", "off")
    settings.editing.cache_clear()
    app = fine(run(ADD))
    assert "You can read here, and not change anything." in page_words(app)
    assert len(app.file_uploader) == 0
    settings.editing.cache_clear()


def test_a_pdf_says_its_pages(run: Run):
    app = at_numbers(run, as_pdf(NEXT))
    assert "page 1" in page_words(app)


def test_the_language_is_guessed_and_may_be_another(run: Run, data: Path):
    french = b"Le reseau et les membres de la region. Le reseau compte plus de 60 membres.\n"
    app = given(run, data=french)
    assert field(app, "Language of the document").value == "fr"
    field(app, "Sent to").set_value("CSTD").run()
    press(app, "Go on to the numbers")
    assert "over 60 members" in page_words(app) and "Proved" in page_words(app)
    press(app, "About the document")
    field(app, "Language of the document").set_value("es").run()
    press(app, "Go on to the numbers")
    [draft] = (one for one in (data / ".drafts").iterdir() if one.name[0] != ".")
    assert '"language":"es"' in (draft / "journal.jsonl").read_text("utf-8")
