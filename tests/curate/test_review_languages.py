"""A document in one language, a passage in another: each is read, filled in and proved in its own.

The numbers are written for these tests.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from curate import review_session, submit
from curate.review_session import ReviewSession
from curate.validation import clean
from facts.load import load
from facts.parse import parse_submission
from tests.curate.helping import TEXT, desk_of, real_data

FRENCH = """

Le réseau est présent dans le monde entier et compte plus de 1.250 membres qui travaillent avec
les enfants et leurs familles.
"""
SPANISH = """\
La red está presente en todo el mundo y trabaja con los niños y con sus familias.

Hoy la red reúne a más de 10.000 miembros en los países de la región.

Today the network has 1,250 members and it works with children and with their families in all of
the countries that are in the region.
"""


def fields_of(desk: ReviewSession, text: str) -> dict:
    """The fields that the card of this number fills in, once it is said that it counts members."""
    [item] = [item for one in desk.cards for item in one.items if item.text == text]
    return review_session.guess_as(desk, item.id, "members")


def read_alike(desk: ReviewSession, text: str, *names: str) -> list:
    """Some fields as a card fills them in, once it is sure that the proof reads them so."""
    fields = fields_of(desk, text)
    assert review_session.check_fact(desk, fields).faults == ()
    return [fields.get(name) for name in names]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return real_data(tmp_path)


def test_a_passage_in_another_language_names_its_own(data: Path):
    desk = desk_of(data, TEXT + FRENCH)
    assert desk.head["language"] == "en"
    names = ("value", "bound", "wording", "language")
    assert read_alike(desk, "1.250", *names) == [1_250, "more_than", "members", "fr"]
    assert fields_of(desk, "12,500").get("language") is None
    english = {**fields_of(desk, "1.250"), "language": "en"}
    assert [fault.field for fault in review_session.check_fact(desk, english).faults][:1] == [
        "bound"
    ]


def test_the_language_of_the_head_is_that_of_every_passage_that_tells_no_other(data: Path):
    desk = desk_of(data, SPANISH)
    assert desk.head["language"] == "es"
    names = ("value", "bound", "wording", "language")
    assert read_alike(desk, "10.000", *names) == [10_000, "more_than", "members", None]
    assert read_alike(desk, "1,250", *names) == [1_250, "exact", "members", "en"]


def test_a_head_in_another_language_reads_the_document_anew(data: Path):
    short = "Members: 10.000.\n"
    desk = desk_of(data, short)
    assert (desk.head["language"], fields_of(desk, "10.000").get("value")) == ("en", None)
    spanish = review_session.set_head(desk, {**desk.head, "language": "es"})
    assert spanish.reading.source.language == "es"
    assert fields_of(spanish, "10.000")["value"] == 10_000
    assert "language" not in fields_of(spanish, "10.000")
    assert fields_of(review_session.undo(spanish), "10.000").get("value") is None


def test_what_is_saved_states_the_language_and_is_proved(data: Path):
    desk = desk_of(data, TEXT + FRENCH)
    fields = fields_of(desk, "1.250")
    for one in desk.cards:
        if [item.text for item in one.items] == ["1.250"]:
            desk = review_session.accept(desk, one.id, {one.items[0].id: fields})
        else:
            desk = review_session.reject(desk, one.id)
    for missed in submit.missing(desk):
        desk = review_session.not_stated(desk, missed.indicator)
    submit.save(desk)
    corpus = load(data, "data")
    assert corpus.problems == ()
    sub = corpus.submission(desk.head["id"])
    assert sub is not None and sub.head.language == "en" and not sub.language_guessed
    assert [placed.fact.language for placed in sub.facts] == ["fr"]
    file = data / "submissions" / desk.head["id"] / "submission.yaml"
    parsed, _ = parse_submission(file.read_bytes(), "submission.yaml")
    assert parsed is not None and parsed.head.item.language == "en"


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12,500", 12_500), ("10 000", 10_000), ("1'250", 1_250), ("26 million", 26_000_000),
        ("7.25", 7.25), ("1.584", "1.584"), ("10.000", "10.000"), ("many", "many"), ("-", "-"),
    ],
)  # fmt: skip
def test_a_number_typed_as_text_is_read_as_a_text_is(typed: str, value: object):
    assert clean({"value": typed, "low": typed}) == {"value": value, "low": value}


def test_a_number_that_was_typed_so_that_it_reads_in_two_ways_is_told_both(data: Path):
    desk = desk_of(data)
    fields = {**desk.cards[0].items[0].fields, "value": "1.584"}
    [fault, *_others] = review_session.check_fact(desk, fields).faults
    assert (fault.field, fault.what, fault.fix) == (
        "value", "'1.584' can be read as 1.584 or as 1,584.", "type 1,584, or 1.5840."
    )  # fmt: skip


def test_a_wording_that_is_ruled_again_keeps_the_words_by_which_it_is_said(data: Path):
    desk = review_session.rule_wording(desk_of(data), "members", "members", "differs")
    assert desk.indicators["members"].rule("members") == "differs"
    known = load(data, "data").indicators["members"]
    assert desk.indicators["members"].nouns("members", "fr") == known.nouns("members", "fr")
