"""Sentences go in; the bound that they state for one of their numbers is compared."""

from __future__ import annotations

import pytest

from language.bounds import stated_bound
from language.numbers import find_numbers
from language.plain_text import normalise
from tests.facts.sources import sources

# The number asked about stands in square brackets.
CASES = [
    ("Today, [122] members and partners in over 100 countries", "exact"),
    ("members and partners in over [100] countries", "more_than"),
    ("bringing together over **[551]** participants", "more_than"),
    ("participants including [260] CSOs from 143 countries", "exact"),
    ("involving more than [20] international and regional agencies", "more_than"),
    ("could well be in excess of [300 million].", "more_than"),
    ("upwards of [50,000] individuals", "more_than"),
    ("I don’t believe that all [50,000] will end up", "exact"),
    ("as many as [100,000] men", "up_to"),
    ("almost [500] children and over 6,000 caregivers", "almost"),
    ("almost 500 children and over [6,000] caregivers", "more_than"),
    ("more than [half] of all 23,090 EU citizens", "more_than"),
    ("more than half of all [23,090] EU citizens", "exact"),
    ("had experienced at least [one] form of", "at_least"),
    ("anywhere between [1–20%] of children", "range"),
    ("between [3 and 5] countries", "range"),
    ("[2 to 5] countries", "range"),
    ("are misused [tens of millions] of times", "at_least"),
    ("over [a hundred] members", "more_than"),
    ("Over [100] members", "more_than"),
    ("above [100]", "more_than"),
    ("exceeding [100]", "more_than"),
    ("a number greater than [100]", "more_than"),
    ("more than a total of [100] members", "more_than"),
    ("more than US$[5 million]", "more_than"),
    ("just over [100]", "more_than"),
    ("a minimum of [100]", "at_least"),
    ("no fewer than [100]", "at_least"),
    ("not less than [100]", "at_least"),
    ("at the very least [100]", "at_least"),
    ("[100] or more", "at_least"),
    ("[100] countries or more", "at_least"),
    ("in [20]+ countries", "at_least"),
    ("[100]-plus members", "at_least"),
    ("no more than [100]", "up_to"),
    ("at most [100]", "up_to"),
    ("up to [100]", "up_to"),
    ("a maximum of [100]", "up_to"),
    ("[100] or fewer", "up_to"),
    ("nearly [100]", "almost"),
    ("close to [100]", "almost"),
    ("just under [100]", "almost"),
    ("under [100]", "less_than"),
    ("less than [half]", "less_than"),
    ("fewer than [100]", "less_than"),
    ("below [100]", "less_than"),
    ("about [100]", "about"),
    ("around [100]", "about"),
    ("approximately [100]", "about"),
    ("some [100] members", "about"),
    ("roughly [100]", "about"),
    ("circa [100]", "about"),
    ("~[100]", "about"),
    ("> [100]", "more_than"),
    ("[100] or so", "about"),
    # "over" that means during
    ("over [20] years of work", "exact"),
    ("over [two] decades", "exact"),
    ("over the [14] years", "exact"),
    ("over [six] long months", "exact"),
    ("Over the past [30] years", "exact"),
    ("over [2023]", "exact"),
    ("more than [20] years", "more_than"),
    # words that only look like bounds, or belong to another number
    ("[500] children and over 6,000 caregivers", "exact"),
    ("[5] members or less than half", "exact"),
    ("[5] or more than 6", "exact"),
    ("moreover [100] members", "exact"),
    ("over many of [100] members", "exact"),
    ("turnover [100]", "exact"),
    ("handsome [100]", "exact"),
    ("over 500 children, [12] of them", "exact"),
]


@pytest.mark.parametrize(("sentence", "bound"), CASES)
def test_the_words_beside_a_number_state_its_bound(sentence, bound):
    asked = sentence.index("["), sentence.index("]") - 1
    normal = normalise(sentence.replace("[", "").replace("]", ""))
    tokens = [t for t in find_numbers(normal.text) if normal.span(t.start, t.end) == asked]
    assert [stated_bound(normal.text, token) for token in tokens] == [bound]


# Every phrase of the other languages; [100] is the number where none is written.
PHRASES = {
    "fr": {
        "at_least": [
            "au moins", "au strict moins", "au minimum", "minimum", "un minimum de", "pas moins de",
            "à tout le moins", "≥", "[100] membres ou plus", "[100] membres et davantage",
            "[100] membres au moins", "[100] au minimum", "[100]+",
        ],
        "up_to": [
            "jusqu'à", "au plus", "au maximum", "un maximum de", "pas plus de", "sans dépasser",
            "≤", "[100] membres ou moins", "[100] membres au plus", "[100] membres au maximum",
        ],
        "almost": ["près de", "presque", "quasiment", "pas loin de", "un peu moins de"],
        "more_than": [
            "plus de", "au-delà de", "au-dessus de", "supérieur à", "dépasse", "dépassant les", ">",
        ],
        "less_than": ["moins de", "inférieur à", "en dessous de", "<"],
        "about": [
            "environ", "plus ou moins", "env.", "quelque", "autour de", "approximativement",
            "à peu près", "aux alentours de", "de l'ordre de", "estimés à", "≈", "~",
            "[100] membres environ", "[100] membres à peu près",
        ],
    },
    "es": {
        "at_least": [
            "al menos", "por lo menos", "como mínimo", "no menos de", "un mínimo de",
            "cuando menos", "≥", "[100] miembros o más", "[100] miembros al menos",
            "[100] miembros como mínimo", "[100] por lo menos", "[100]+",
        ],
        "up_to": [
            "hasta", "como máximo", "a lo sumo", "no más de", "un máximo de", "≤",
            "[100] miembros o menos", "[100] miembros como máximo", "[100] a lo sumo",
        ],
        "almost": ["casi", "cerca de", "cercano a", "prácticamente", "poco menos de"],
        "more_than": [
            "más de", "superior a", "por encima de", "supera los", "superan", "más allá de", ">",
        ],
        "less_than": ["menos de", "inferior a", "por debajo de", "<"],
        "about": [
            "alrededor de", "más o menos", "aproximadamente", "unos", "unas", "en torno a",
            "del orden de", "se estima en", "estimados en", "≈", "~",
            "[100] miembros aproximadamente", "[100] y pico",
        ],
    },
}  # fmt: skip


@pytest.mark.parametrize("language", PHRASES)
@pytest.mark.parametrize("side", ["left", "right"])
def test_every_phrase_of_another_language_states_its_bound(language, side):
    wanted, found = {}, {}
    for bound, phrases in PHRASES[language].items():
        for phrase in phrases:
            if ("[100]" in phrase) == (side == "left"):
                continue
            text = (phrase if side == "right" else f"{phrase} [100]").replace("[100]", "100")
            (token,) = find_numbers(text, language)
            wanted[text], found[text] = bound, stated_bound(text, token, language=language)
    assert found == wanted


BOUNDS = {
    "cstd-17-2014": {"12 to 16": "range", "20011-2013": "range"},
    "cstd-21-2018": {
        "20": "more_than",
        "1-2": "range",
        "1271-2": "range",
        "300 million": "more_than",
        "50,000": "more_than",
        "100,000": "up_to",
    },
    "cstd-25-2022": {"20": "more_than", "1-2": "range", "100": "more_than"},
    "cstd-28-2025": {
        "7-11": "range",
        "tens of millions": "at_least",
        "1-20%": "range",
        "one": "at_least",
        "551": "more_than",
        "2011 and 2013": "range",
        "500": "almost",
        "6,000": "more_than",
        "half": "more_than",
        "2023-24": "range",
        "billions": "at_least",
    },
    "ohchr-2024": {},
}


@pytest.mark.parametrize("name", BOUNDS)
def test_the_numbers_of_the_sources_that_have_a_bound(name):
    source = sources()[name]
    text = source.normal().text
    found = {(t.text, stated_bound(text, t)) for t in source.numbers()}
    assert {one for one in found if one[1] != "exact"} == set(BOUNDS[name].items())
