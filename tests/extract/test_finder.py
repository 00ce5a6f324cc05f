"""Single sentences: what is read as a number, what is left out and as what, unit, dates, places."""

from __future__ import annotations

import pytest

from extract.candidates import Candidate, find_all_places, find_candidates
from extract.dated_events import find_dating, find_events
from extract.indicator_guess import Guesser
from extract.reused_sentences import Earlier
from language.passages import Passages


def every(text: str) -> list[Candidate]:
    return list(find_candidates(Passages(text), Guesser(None), Earlier(None)))


def readings(text: str) -> list[tuple]:
    return [
        (
            one.text,
            one.value if one.bound != "range" else (one.value_low, one.value_high),
            one.bound,
        )
        for one in every(text)
        if one.left_out is None
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We reached 26 million people.", [("26 million", 26_000_000, "exact")]),
        ("It has 56.9K followers.", [("56.9K", 56_900, "exact")]),
        ("Between 1–20% of children said so.", [("1–20%", (1, 20), "range")]),
        ("More than half of them agreed.", [("half", 50, "more_than")]),
        ("We held seven national consultations.", [("seven", 7, "exact")]),
        ("Dozens of children came.", [("Dozens", 12, "at_least")]),
        ("We met only once in 2023.", [("once", 1, "exact")]),
        ("In all 40 150 children were heard.", [("40 150", 40_150, "exact")]),
        ("Nearly one in three of them left.", [("one in three", 33.33, "almost")]),
        ("Only 2 out of 77 districts do.", [("2 out of 77", 2.6, "about")]),
        ("The fund of about US$ 1.3 million.", [("1.3 million", 1_300_000, "about")]),
        ("They gave $100m for it.", [("100m", 100_000_000, "exact")]),
        ("It grew from 12 in 2015 to 45 in 2023.", [("12", 12, "exact"), ("45", 45, "exact")]),
        ("Nous avons formé au moins vingt-deux juges et des avocats dans la ville.",
         [("vingt-deux", 22, "at_least")]),
        ("Les 1 250 enfants et la moitié des mères sont dans les écoles.",
         [("1 250", 1250, "exact"), ("la moitié", 50, "exact")]),
        ("Más de 2.480 niñas de los barrios y el 12,5 % de las madres.",
         [("2.480", 2480, "more_than"), ("12,5 %", 12.5, "exact")]),
    ],
)  # fmt: skip
def test_readings(text, expected):
    assert readings(text) == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("See page 12 of the report.", "12", "numbering"),
        ("The countries reported it.12 Others did not.", "12", "numbering"),
        ("On 12 May 2024 we met.", "12", "date"),
        ("In resolution 2006/46 it said so.", "2006", "document_symbol"),
        ("As A/HRC/52/31 shows.", "52", "document_symbol"),
        ("Tel. +662 215 3388", "215", "contact"),
        ("328/1 Phayathai Road, Bangkok 10400", "10400", "contact"),
        ("Under Article 34 of the Convention.", "34", "legal_reference"),
        ("In the last 20 years much changed.", "20", "duration"),
        ("Children aged 12 to 17 answered.", "12 to 17", "no_claim"),
        ("No one knows.", "one", "pronoun"),
        ("During COVID-19 it stopped.", "19", "name"),
        ("Write no more than 500 words.", "500", "template_text"),
        ("All must be done by 2030.", "2030", "deadline"),
    ],
)
def test_classes(text, number, expected):
    assert [one.left_out for one in every(text) if one.text == number] == [expected]


def test_offsets_are_of_the_file_as_given():
    raw = "# Head\r\n\r\nWe have **over 129** [members](http://x.example/12).\r\n"
    found = [one for one in every(raw) if one.left_out is None]
    assert [(raw[one.start : one.end], one.text, one.bound, one.unit) for one in found] == [
        ("129", "129", "more_than", "members")
    ]


def test_units_dates_and_places():
    text = "From March 2023 to May 2024 ECPAT Belgium held 8 regional workshops in Kenya and Ghana."
    found = next(one for one in every(text) if one.text == "8")
    assert (found.unit, found.dates, found.places, found.asked) == (
        "regional workshops",
        ("2023-03/2024-05",),
        ("KEN", "GHA"),
        ("ECPAT Belgium",),
    )


def test_names_of_organisations_are_no_places():
    text = "Kenya Red Cross, UNICEF Ghana and the Women's Consortium of Nigeria met in Togo."
    found = [(one.text, bool(one.within)) for one in find_all_places(Passages(text))]
    assert found == [("Kenya", True), ("Ghana", True), ("Nigeria", True), ("Togo", False)]


def test_events_and_dating():
    text = (
        "Submission\n\nDate: 15 November 2024\n\nIn October 2023 we held a workshop in Togo. "
        "It must end by 2030. See Smith (2019), p. 4."
    )
    passages = Passages(text)
    events = [(one.kind, one.dates, one.places) for one in find_events(passages)]
    assert events == [("workshop", ("2023-10",), ("TGO",))]
    assert [(one.date, one.shows) for one in find_dating(passages)] == [
        ("2024-11-15", "printed at the beginning"),
        ("2023-10", "printed at the beginning"),
        ("2024-11-15", "the latest date named as past"),
    ]
