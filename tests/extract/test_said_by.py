"""Whose number it is, and which indicators it may be about."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.candidates import Candidate, find_candidates
from extract.indicator_guess import Guesser
from extract.reused_sentences import Earlier
from facts.load import load
from language.passages import Passages

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def guesser() -> Guesser:
    return Guesser(load(DATA))


def offered(text: str, guesser: Guesser) -> list[Candidate]:
    found = find_candidates(Passages(text), guesser, Earlier(None))
    return [one for one in found if one.left_out is None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("According to UNICEF, 300 million children are online.", ["UNICEF"]),
        ("UNICEF says: our network has 510 members.", ["UNICEF"]),
        ("The World Bank estimates that 12 million people are poor.", ["World Bank"]),
        ("According to the police, there were 12 cases; we counted 10.", ["police", None]),
        ("We found 12 cases, said INTERPOL.", ["INTERPOL"]),
        ("According to our survey, 12 members replied.", [None]),
        ("ECPAT reports that it has 129 members.", [None]),
        ("We have 129 members.", [None]),
        ("Selon le ministère de la Justice, 12 affaires ont été jugées.",
         ["ministère de la Justice"]),
        ("L'OMS estime que 12 millions de filles sont touchées.", ["OMS"]),
        ("Selon notre enquête, 12 membres ont répondu.", [None]),
        ("Según el UNICEF, 300 millones de niños están en línea.", ["UNICEF"]),
        ("El INEGI informó que 12 millones de niños usan internet.", ["INEGI"]),
        ("Según nuestra encuesta, 12 miembros respondieron.", [None]),
    ],
)  # fmt: skip
def test_whose_number_it_is(text, expected, guesser):
    assert [one.said_by for one in offered(text, guesser)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The network has 129 members.", "members"),
        ("Notre réseau compte 135 membres.", "members"),
        ("Nuestra red tiene 129 miembros.", "members"),
        ("Notre réseau compte ses membres dans 108 pays.", "member_countries"),
        ("Nuestra red cuenta con miembros en 100 países.", "member_countries"),
        ("Nous avons organisé 8 ateliers régionaux.", "workshops"),
        ("The research heard 506 children.", "survey_children"),
        # what the number itself counts is another thing, or someone else's
        ("The network of members works with 45 governments.", None),
        ("We helped 650 family members.", None),
        ("UNICEF supports 300 million children.", None),
        ("According to UNICEF, 506 children took part in research.", None),
        ("Selon l'UNICEF, 300 enfants ont participé.", None),
    ],
)
def test_the_likeliest_indicator_is_one_of_what_is_counted(text, expected, guesser):
    assert [one.indicator for one in offered(text, guesser)] == [expected]
