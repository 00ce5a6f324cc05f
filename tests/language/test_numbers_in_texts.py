"""Sentences, and the real sources, go in; all the numbers found in them are compared."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.numbers import find_numbers
from language.plain_text import normalise
from tests.facts.sources import sources

# Each text: its numbers, as they stand.
FOUND = {
    "line C5, E2EE, NET4U, A4A, p1, index_5": [],
    "someone often attends; the tenant's weight, alone, phone": [],
    "the first, Seventeenth, Twenty-fifth and twenty-eighth session": [],
    "the twenty-first, thirty-second, forty-third, fifty-fourth": [],
    "the sixty-sixth, seventy-seventh, eighty-ninth": [],
    "at http://a.org/2019/x-5 and (www.b.org/7), <https://c.org/8> 9": ["9"],
    "[1](http://a.org/2) 3": ["1", "3"],
    "write to team.4@mail5.org, 6": ["6"],
    "SPEAK @ 10": ["10"],
    "a third of it, once, twice, both": ["a third", "once", "twice"],
    "5-module, 15-year, three-year, 5G, 108countries": ["5", "15", "three", "5", "108"],
    "---000---": ["000"],
    "+662 215 3388, or 1271-2": ["662", "215", "3388", "1271-2"],
    "328/1 ROAD, 2006/46, E/RES/2023/3": ["328", "1", "2006", "46", "2023", "3"],
    "WSIS+20, SDGs 16.2, 5.3 and 8.7.": ["20", "16.2", "5.3", "8.7"],
    "COVID-19 in 2019-and 2020": ["19", "2019", "2020"],
    "15 Nov. 24": ["15", "24"],
    "no. 27.": ["27"],
    "2024-11-15, 555-12-34": ["2024", "11", "15", "555", "12", "34"],
    "28 March to 1 April 2022": ["28", "1", "2022"],
    "March 2023 to September 2024": ["2023", "2024"],
    "nine and three analyses": ["nine", "three"],
    "one to one, fifty-fifty": ["one", "one", "fifty", "fifty"],
    "in 2013 - 15 countries": ["2013", "15"],
    "in 2013 - 2050 countries": ["2013 - 2050"],
    "grew from 93 to 103 members": ["93", "103"],
    "an increase in members from 93 to 103": ["93", "103"],
    "aged from 12 to 17": ["12 to 17"],
    "moved from 2011 to 2013": ["2011 to 2013"],
    "2011 and 2013": ["2011", "2013"],
    "between the years 2011 and 2013": ["2011", "2013"],
    "100,000, 50 and 1,5": ["100,000", "50", "1,5"],
    "in 2019,2020": ["2019,2020"],
    "123,4567 and 1,234,5": ["123,4567", "1,234,5"],
    "26 million-strong": ["26 million"],
    "one hundred and fourteenth": ["one hundred"],
    "one of two-thirds": ["one", "two-thirds"],
    "1 in 5; one in five": ["1 in 5", "one in five"],
    "1 child in 4 is harmed; one girl out of every ten": [
        "1 child in 4",
        "one girl out of every ten",
    ],
    "one workshop in 4 towns, 3 workshops in 10": ["one", "4", "3", "10"],
}


@pytest.mark.parametrize("text", FOUND)
def test_the_numbers_of_a_text(text):
    tokens = find_numbers(text)
    assert [token.text for token in tokens] == FOUND[text]
    assert all(text[token.start : token.end] == token.text for token in tokens)


NUMBERS = {
    "cstd-17-2014": (
        "12 to 16|2014|2013|17th|2006|46|1|2|20011-2013|2011|5|5|2013|9|2013|10|2012|2012|48|2013"
        "|2012|2013|3|5|2011|2013|4"
    ),
    "cstd-21-2018": (
        "One|half|four|One|2016|20|328|1|10400|662|215|3388|662|611|0972|622|611|1271-2|662|215"
        "|8272|2017|Two|1-2|2030|16.2|5.3|8.7|two|1|2|2012|2010|2012|five|26 million|five|7.25%"
        "|300 million|2014|50,000|50,000|2016|2017|100,000|Three|1-2|Two|103|93|one|2015|three"
        "|5.2|8.7|16.2|14|2030|2016|2018|2016|2014|three|One|2017"
    ),
    "cstd-25-2022": (
        "28|1|2022|2021|25th|2006|46|One|four|25|2021|2018|One|2016|20|2019|2020|Two|1-2|2030|16.2"
        "|5.3|8.7|Three|1-2|Two|122|100|one|14|2030|2016|2018|2016|2014|three|000"
    ),
    "cstd-28-2025": (
        "7-11|2025|20|20|28|2025|2023|3|20|20|15|24|129|108|two|tens of millions|12|1-20%|one|2022"
        "|12|1|2023|2024|8|551|260|143|45|129|2023|2011 and 2013|2015|15|500|6,000|2024|250|half"
        "|23,090|15|Nine|three|12|2023|2024|2023|2024|2024|2024|2023-24|2023|5|16|2025|seven|163"
        "|27|2015|2015|2015|billions|30|129|108|45|ten|2024|2015|three|2015|one|two|2024|2024|2030"
    ),
    "ohchr-2024": "15|2024|79th|2024|30|126|106|2002|Zero|2024|2023|24|25|31664",
}


@pytest.mark.parametrize("name", NUMBERS)
def test_every_number_of_the_sources_is_found(name):
    assert "|".join(token.text for token in sources()[name].numbers()) == NUMBERS[name]


@given(st.text(alphabet="0123 ,.-%aAtone tohundred\u00a0/", max_size=60))
def test_numbers_stand_in_order_apart_and_miss_no_digit(text):
    plain = normalise(text).text
    tokens = find_numbers(plain)
    ends = [place for token in tokens for place in (token.start, token.end)]
    assert ends == sorted(ends)
    inside = {place for token in tokens for place in range(token.start, token.end)}
    for place, character in enumerate(plain):
        if character.isdigit() and place not in inside:
            run = plain[:place].rstrip("0123456789")
            assert run[-1:].isalpha(), f"{plain!r} at {place}"


@pytest.mark.parametrize(
    "piece", ["1,", "123,", "1-", "one ", "a ", "one hundred and ", "a@", "twenty-"]
)
def test_a_long_row_of_numbers_takes_no_longer_than_its_length(piece):
    tokens = find_numbers(piece * 20_000)
    assert all(first.end <= second.start for first, second in pairwise(tokens))
