"""What is offered as a claim and what is left out: labelled readings, and each kind of number."""

from __future__ import annotations

import pytest

from extract.candidates import Candidate, find_candidates
from extract.indicator_guess import Guesser
from extract.reused_sentences import Earlier
from language.passages import Passages
from tests.language.readings import place, rows

# Ages and stretches of time are numbers, and no claims of a network.
NO_CLAIMS = ("duration", "no_claim")


def every(text: str) -> list[Candidate]:
    return list(find_candidates(Passages(text), Guesser(None), Earlier(None)))


def of_row(row: dict) -> list[Candidate]:
    start, end = place(row)
    return [one for one in every(row["text"]) if one.start < end and start < one.end]


def test_what_claims_nothing_is_left_out():
    wrong = [
        f"{row['text']!r}: {row['number']!r}"
        for row in rows()
        if row.get("claim") is False and any(one.left_out is None for one in of_row(row))
    ]
    assert wrong == []


def test_what_is_claimed_is_offered():
    wrong = []
    for row in rows():
        found = of_row(row)
        if row.get("claim") is False or any(one.left_out is None for one in found):
            continue
        if not found or any(one.left_out not in NO_CLAIMS for one in found):
            wrong.append(f"{row['text']!r}: {row['number']!r} {[one.why for one in found]}")
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("GE.25-06057 (E)", "25-06057", "document_symbol"),
        ("Distribution of HR.19-20345 is limited.", "19-20345", "document_symbol"),
        ("1612345 (E) 150916 220916", "220916", "document_symbol"),
        ("Call +41 22 917\n9220 for more.", "+41 22 917\n9220", "contact"),
        ("Tel: 022 791\n12 34", "12 34", "contact"),
        ("Teléfono: (55) 5211 1800.", "5211 1800", "contact"),
        ("Appelez le 119 sans attendre.", "119", "contact"),
        ("It is under CC BY-SA 3.0 IGO.", "3.0", "name"),
        ("Publié sous Creative Commons Attribution 4.0 International.", "4.0", "name"),
        ("Children want a say [12, 13].", "12", "numbering"),
        ("They asked to be heard by us (4).", "4", "numbering"),
        ("Contents\n\nOur members 7\n\nThe work done 18\n", "18", "numbering"),
        ("Our members …… 7", "7", "numbering"),
        ("See doi:10.1016/j.chiabu.2021.105000.", "2021.105000", "publication"),
        ("Ibid., 45.", "45", "publication"),
        ("Page 3 of 12", "3 of 12", "numbering"),
        ("Optional Protocol, art. 3 (1) (a).", "1", "legal_reference"),
        ("Rue de Varembé 1, CH-1202 Geneva", "1202", "contact"),
        ("It is significant (p<0.05).", "0.05", "no_claim"),
        ("La 3ème session se tient à Lomé.", "3", "numbering"),
    ],
)
def test_kinds_of_numbers_that_claim_nothing(text, number, expected):
    start = text.index(number)
    found = [one for one in every(text) if start <= one.start < start + len(number)]
    assert {one.left_out for one in found} == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police arrested 450 offenders in 2023.", [("450", "offenders")]),
        ("We have 40 offices in Asia.", [("40", "offices")]),
        ("12 officers were trained.", [("12", "officers")]),
        ("30 official delegates came.", [("30", "official delegates")]),
        ("Of the members, 98 of them full members voted.", [("98", "")]),
        ("We have 120-odd groups.", [("120", "groups")]),
        ("Il y a 300 millions d'enfants dans ces pays.", [("300 millions", "enfants")]),
        ("The mobile app has 450 000 users.", [("450 000", "users")]),
        ("Workshops were held in Kenya (4), Togo (3) and Peru (2).",
         [("4", ""), ("3", ""), ("2", "")]),
        ("Kenya 12\n\nTogo 9\n\nPeru 14\n", [("12", ""), ("9", ""), ("14", "")]),
        ("Awareness rose by 6 percentage points.", [("6", "percentage points")]),
        ("In all 60 hours of training were given.", [("60", "hours")]),
    ],
)  # fmt: skip
def test_what_is_counted_is_never_cut(text, expected):
    assert [(one.text, one.unit) for one in every(text) if not one.left_out] == expected


def test_a_year_that_labels_a_number_is_its_date():
    found = [one for one in every("Members: 122 (2022: 104; 2018: 93)") if not one.left_out]
    assert [(one.value, one.dates) for one in found] == [
        (122, ()),
        (104, ("2022",)),
        (93, ("2018",)),
    ]


def test_shares_and_scales_in_one_line():
    text = (
        "In 2023, 3/4 of the schools, ¾ of the teachers and 2/3 of countries took part. 1-in-5 "
        "children; 120-odd groups; ≈300 schools; c. 40 groups; 2.3 mn people; 12 lakh children."
    )
    found = [(one.value, one.bound) for one in every(text) if not one.left_out]
    assert found == [
        (75, "exact"), (75, "exact"), (66.67, "about"), (20, "exact"), (120, "about"),
        (300, "about"), (40, "about"), (2_300_000, "exact"), (1_200_000, "exact"),
    ]  # fmt: skip
