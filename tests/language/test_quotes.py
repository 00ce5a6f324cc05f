"""Quotes, true and forged, go in; where they stand, or why they prove nothing, is compared."""

from __future__ import annotations

import pytest

from language.quotes import Match, Miss, SourceText, find, find_all
from tests.facts.sources import sources


def raw_of(source: SourceText, quote: str, occurrence: int | None = None) -> str:
    """Give the stretch of the source that a quote is found at; fails where it is not found."""
    found = find(source, quote, occurrence)
    assert isinstance(found, Match), found
    return source.raw[found.start : found.end]


def miss(source: SourceText, quote: str, occurrence: int | None = None) -> Miss:
    """Give why a quote is not found; fails where it is."""
    found = find(source, quote, occurrence)
    assert isinstance(found, Miss), source.raw[found.start : found.end]
    return found


# source, quote as a person copies it, what stands there in the source
TRUE = [
    (
        "cstd-28-2025",
        'bringing together over 551 participants including 260 CSOs from 143 countries',
        'bringing together over **551** participants including **260** CSOs from **143** countries',
    ),
    (
        "cstd-28-2025",
        "Kenya (Nairobi), Thailand (Bangkok), Senegal (Dakar), Costa Rica",
        "Kenya ([Nairobi](#)), Thailand ([Bangkok](#)), Senegal ([Dakar](#)), Costa Rica",
    ),
    (
        "cstd-28-2025",
        "anywhere between 1-20% of children had experienced at least one form",
        "anywhere between 1–20% of children had experienced at least one form",
    ),
    (
        "cstd-28-2025",
        "European Child Legislation Advisory Group (ECLAG)",
        "European Child](#)\n\n[Legislation Advisory Group \\(ECLAG\\)",
    ),
    ("cstd-28-2025", "during its 28 annual session", "during its 28<sup>th</sup> annual session"),
    ("cstd-28-2025", "Date of response: 15 Nov. 24", "Date of response: **15 Nov. 24"),
    (
        "cstd-28-2025",
        "Our collaborative EU campaign: https://www.childsafetyineurope.com/",
        "Our collaborative EU campaign: <https://www.childsafetyineurope.com/",
    ),
    ("cstd-28-2025", "more than half of all 23,090 EU citizens surveyed in 15 EU countries", None),
    ("cstd-28-2025", "undertaken during 2023-24", None),
    ("cstd-28-2025", "misused tens of millions of times each year", None),
    ("cstd-21-2018", "At the moment there is an over- reliance on securing the", None),
    (
        "cstd-21-2018",
        "securing the co-operation of private sector actors",
        "securing the co-\noperation of private sector actors",
    ),
    (
        "cstd-21-2018",
        "securing the co- operation of private",
        "securing the co-\noperation of private",
    ),
    ("cstd-21-2018", "securing the cooperation of", "securing the co-\noperation of"),
    (
        "cstd-21-2018",
        "international and inter-agency co-operation",
        "international and inter-\nagency co-operation",
    ),
    ("cstd-21-2018", "ECPAT, SAIEVAC and UNICEF''s", "ECPAT, SAIEVAC and UNICEF’'s"),
    ("cstd-21-2018", "five forces contained 7.25% of the entire population", None),
    ("cstd-21-2018", "TEL: +662 215 3388, +662 611 0972, or +622 611 1271-2", None),
    ("cstd-21-2018", "Part One: An executive summary (half a page)", None),
    ("cstd-25-2022", "work in 2019-and 2020 was severely hampered", None),
    ("cstd-25-2022", "---000---", None),
    (
        "cstd-25-2022",
        'for convenience, as the "Luxembourg Guidelines".',
        'for convenience, as the "[Luxembourg Guidelines](#)".',
    ),
    ("cstd-17-2014", "Between 20011-2013, ECPAT convened", None),
    ("cstd-17-2014", "Geneva, 12 to 16 May 2014", None),
    ("cstd-17-2014", "ECPAT's 5-module CISS training", None),
    ("cstd-17-2014", "conducted and in 5 countries of Africa (Cameroon , Gambia", None),
    ("ohchr-2024", "is ongoing in Morocco Tunisia and Jordan", None),
    ("ohchr-2024", "Balkans (Albanian, Serbia, North Macedonia)", None),
    ("ohchr-2024", "S. (2002). Mesures de protection", "S. (2002). [Mesures de protection"),
    ("ohchr-2024", "thematic report to the 79th session", None),
    ("ohchr-2024", "ECPAT México is cooperating", None),
    ("ohchr-2024", "In Perú, they were instrumental in shaping Law 31664", None),
    ("ohchr-2024", "ECPAT has become the forefront international NGO network", None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "quote", "raw"), TRUE)
def test_a_true_quote_is_found_where_it_stands(name, quote, raw):
    assert raw_of(sources()[name], quote) == (raw or quote)


# source, quote, the reason for which it proves nothing, how often it stands
FALSE = [
    # cut out of a longer word, number or range
    ("cstd-28-2025", "08 countries", "cut", 2),
    ("cstd-28-2025", "20% of children", "cut", 1),
    ("cstd-28-2025", "between 1–20", "cut", 1),
    ("cstd-28-2025", "between 1", "cut", 1),
    ("cstd-28-2025", "more than half of all 23", "cut", 1),
    ("cstd-28-2025", "090 EU citizens", "cut", 1),
    ("cstd-28-2025", "ECPAT International between 2011", "cut", 1),
    ("cstd-28-2025", "undertaken during 2023", "cut", 1),
    ("cstd-28-2025", "millions of times each year", "cut", 1),
    ("cstd-28-2025", "members in 108 countr", "cut", 2),
    ("cstd-28-2025", "resolution E/RES/2023", "cut", 1),
    ("cstd-28-2025", "action line C", "cut", 1),
    ("cstd-28-2025", "sectoral panels and working groups", "cut", 1),
    ("cstd-21-2018", "seized 26", "cut", 1),
    ("cstd-21-2018", "five forces contained 7", "cut", 1),
    ("cstd-21-2018", "as many as 100", "cut", 1),
    ("cstd-21-2018", "operation of private sector actors", "cut", 1),
    ("cstd-21-2018", "securing the co", "cut", 1),
    ("cstd-21-2018", "agency co-operation", "cut", 1),
    ("cstd-21-2018", "662 215 3388", "cut", 1),
    ("cstd-25-2022", "fifth session", "cut", 1),
    ("cstd-25-2022", "resolution 2006", "cut", 1),
    ("cstd-17-2014", "Geneva, 12", "cut", 1),
    ("cstd-17-2014", "16 May 2014", "cut", 1),
    ("cstd-17-2014", "Between 20011", "cut", 1),
    ("cstd-17-2014", "2013, ECPAT convened", "cut", 1),
    ("cstd-17-2014", "module CISS training", "cut", 1),
    ("ohchr-2024", "report to the 79", "cut", 1),
    # not what the source says
    ("cstd-28-2025", "139 members in 108 countries", "absent", 0),
    ("cstd-28-2025", "129 members in 108 Countries", "absent", 0),
    ("cstd-28-2025", "over 551 participants including 260 CSOs from 134 countries", "absent", 0),
    ("cstd-28-2025", "almost 500 children and 6,000 caregivers", "absent", 0),
    ("cstd-28-2025", "more than half of all 23 090 EU citizens", "absent", 0),
    ("cstd-28-2025", "between 1 - 20% of children", "absent", 0),
    ("ohchr-2024", "ECPAT Mexico is cooperating", "absent", 0),
    ("ohchr-2024", "is ongoing in Morocco, Tunisia and Jordan", "absent", 0),
    ("cstd-17-2014", "Between 2011-2013, ECPAT convened", "absent", 0),
    ("cstd-21-2018", "an over-reliance on securing", "absent", 0),
    ("cstd-21-2018", "an overreliance on securing", "absent", 0),
    ("cstd-25-2022", "inter-agency co-operation", "absent", 0),
    # not one place
    ("cstd-28-2025", "108 countries", "repeated", 2),
    ("cstd-28-2025", "129 members", "repeated", 3),
    ("cstd-28-2025", "", "empty", 0),
    ("cstd-28-2025", " \n<sup>1</sup>**", "empty", 0),
]


@pytest.mark.parametrize(("name", "quote", "reason", "count"), FALSE)
def test_a_false_quote_proves_nothing(name, quote, reason, count):
    found = miss(sources()[name], quote)
    assert (found.reason, found.count) == (reason, count)
    assert (find_all(sources()[name], quote) == []) == (reason != "repeated")


def test_an_occurrence_names_one_of_several_places():
    source = sources()["cstd-28-2025"]
    places = find_all(source, "129 members")
    assert [source.raw[place.start : place.end] for place in places] == ["129 members"] * 3
    assert places == sorted(places)
    assert [find(source, "129 members", number) for number in (1, 2, 3)] == places
    for number in (0, 4, -1):
        found = miss(source, "129 members", number)
        assert (found.reason, found.count) == ("no_such_occurrence", 3)
    assert find(source, "over 551 participants", 1) == find(source, "over 551 participants")
    assert miss(source, "over 551 participants", 2).detail == (
        "the quote stands 1 time, so there is no occurrence 2"
    )


@pytest.mark.parametrize(
    ("raw", "quote"),
    [
        ("we had twenty-five members", "five members"),
        ("we had twenty-five members", "we had twenty"),
        ("two hundred members", "hundred members"),
        ("half a million members", "million members"),
        ("about two thirds agree", "about two"),
        ("in 20+ countries", "in 20"),
        ("some 5 % of them", "some 5"),
        ("from 2 to 5 of us", "from 2"),
        ("it cost $5 million", "5 million"),
        ("fell to -5 today", "5 today"),
        ("in 108countries", "in 108"),
        ("in 108\u00a0250 homes", "in 108"),
        ("we cannot or can't go", "can't g"),
        ("we don't know", "we don"),
        ("an R&D team", "an R"),
        ("the o\ufb03ce", "the of"),
        ("a \ufb01nance act", "inance act"),
        ("a cafe\u0301 opened", "a cafe"),
        ("a child\u00adren's day", "a child"),
        ("a **child**ren day", "a child"),
        ("non\u2011members left", "members left"),
        ("a 5-module training", "a 5"),
        ("after COVID-19 came", "after COVID"),
    ],
)
def test_nothing_is_cut_out_of_words_and_numbers(raw, quote):
    assert miss(SourceText(raw), quote).reason == "cut"


@pytest.mark.parametrize(
    ("raw", "quote"),
    [
        ("a shift\u2014motivated by it", "a shift"),
        ("a shift\u2014motivated by it", "motivated by it"),
        ("the 'default' in apps", "default"),
        ("FAPMI/ECPAT Spain", "ECPAT Spain"),
        ("WSIS+20 Report", "20 Report"),
        ("in 108\u00a0250 homes", "108 250 homes"),
        ("in **108**<sup>2</sup> countries", "108 countries"),
        ("the o\ufb03ce", "the office"),
        ("aa aa aa", "aa aa"),
    ],
)
def test_what_stands_whole_is_found(raw, quote):
    assert raw_of(SourceText(raw), quote)


def test_places_do_not_overlap_and_one_that_is_cut_hides_none():
    assert find_all(SourceText("aa aa aa aa"), "aa aa") == [Match(0, 5), Match(6, 11)]
    assert find_all(SourceText("55 5 5"), "5 5") == [Match(3, 6)]


def test_a_suggestion_names_the_nearest_words_and_proves_nothing():
    source = sources()["cstd-28-2025"]
    found = miss(source, "our network of 139 members in 108 countrys and the expertise")
    assert found.closest == "our network of 129 members in 108 countries and the expertise"
    assert found.closest_at is not None
    assert source.raw[found.closest_at.start : found.closest_at.end] == found.closest
    assert found.closest in found.detail
    assert miss(source, "zebras graze at noon beneath tall acacias").closest is None
    assert miss(source, "!!! ???").closest is None


def test_an_empty_source_holds_nothing():
    assert miss(SourceText(""), "a") == Miss(
        "absent", 0, None, None, "the quote does not stand in the source"
    )
