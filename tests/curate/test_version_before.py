"""What the version before wrote is opened by this one: a draft, its journal, a deck, its slides."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from curate import drafts, review_session, submit
from curate.document_reading import read
from curate.errors import Refused
from curate.review_session import ReviewSession
from decks.check import check_deck, known_of
from decks.deck import read_deck
from decks.resolve import resolve
from export.refresh.refresh import refresh
from facts.load import load
from tests.curate.helping import card, real_data
from tests.support.real import real

BEFORE = Path(__file__).parents[1] / "support" / "before"


@pytest.fixture
def desk(tmp_path: Path) -> ReviewSession:
    """The draft on the desk: every card of it was accepted by the version before."""
    data = real_data(tmp_path)
    shutil.copytree(BEFORE / "draft", data / ".drafts" / "submission-2026")
    work = drafts.resume(data, "submission-2026")
    return ReviewSession(work, read(work.document, load(data, "data")))


def test_a_draft_opens_with_all_that_was_decided(desk: ReviewSession):
    assert desk.work.notes == ()
    assert [(one.id, one.standing) for one in desk.cards] == [
        ("c125", "done"), ("c226", "done"), ("c271", "done"), ("c364", "done"),
    ]  # fmt: skip
    assert [fields["value"] for fields in desk.state.facts.values()] == [131, 110, 10, 45, 60]
    assert desk.head["language"] == "en"


def test_what_it_accepted_and_is_proved_no_more_is_named_and_not_saved(desk: ReviewSession):
    told = [(one.field, one.what) for one in submit.preview(desk).problems]
    nouns = "'members' or 'member' or 'member groups' or 'member group'"
    assert {
        (
            "facts.members-10.value_text",
            "'10' is not a whole number of the quote; its numbers are '10 000'.",
        ),
        ("facts.members-45.indicator", f"'45' counts 'states', not {nouns}."),
    } <= set(told)
    assert told[0][1].startswith("the number '10 000' in ")
    for one in submit.missing(desk):
        desk = review_session.not_stated(desk, one.indicator)
    with pytest.raises(Refused, match=r"'45' counts 'states', not 'members'"):
        submit.save(desk)
    assert not (desk.work.data / "submissions" / desk.head["id"]).exists()


def test_a_card_opened_again_is_filled_in_as_it_reads_now(desk: ReviewSession):
    desk = review_session.reopen(desk, "c226")
    [item] = card(desk, "c226").items
    assert item.fields["value"] == 10
    fields = review_session.guess_as(desk, item.id, "members")
    assert (fields["value"], fields["bound"], fields["wording"]) == (10_000, "exact", "members")
    fields["doubts"] = [{"kind": "part", "because": "All of them carried it."}]
    assert card(review_session.accept(desk, "c226", {item.id: fields}), "c226").standing == "done"


def test_a_deck_file_opens_and_its_words_are_read_as_they_read_now():
    deck, problems = read_deck((BEFORE / "deck.yaml").read_bytes(), "deck")
    assert deck is not None and problems == ()
    found = check_deck(deck, resolve(deck, real()), known_of(real()))
    assert {at: [flag.sentence for flag in flags] for at, flags in found.items()} == {
        1: ["“10.000” can be read as 10 or as 10,000: write it so that it reads one way."]
    }


def test_slides_of_the_version_before_are_brought_up_to_date():
    data = (BEFORE / "deck.pptx").read_bytes()
    report = refresh(data, real()).report
    assert report.figures == 2
    assert [(one.title, one.unmatched) for one in report.slides] == [
        ("129 members in over 100 countries", []),
        ("From 103 members in 93 countries (2018 submission) to 129 in 108 (November 2024)", []),
        ("Sources and definitions", []),
    ]
