"""Sentences go in; the dates that they name, as precise as they are written, are compared."""

from __future__ import annotations

import pytest

from language.date_mentions import find_dates, says_date

NAMED = {
    "12 mai 2014": ["2014-05-12"],
    "1er mars 2014": ["2014-03-01"],
    "el 12 de mayo de 2014": ["2014-05-12"],
    "on May 12, 2014": ["2014-05-12"],
    "2016-05-01": ["2016-05-01"],
    "12.5.2014": ["2014-05-12"],
    "05/06/14": ["2014-06-05"],
    "12 to 16 May 2014": ["2014-05-12/2014-05-16"],
    "du 12 au 16 mai 2014": ["2014-05-12/2014-05-16"],
    "del 12 al 16 de mayo de 2014": ["2014-05-12/2014-05-16"],
    "from 12 May to 3 June 2014": ["2014-05-12/2014-06-03"],
    "30 April to 2 May 2014": ["2014-04-30/2014-05-02"],
    "March 3-5, 2014": ["2014-03-03/2014-03-05"],
    "May to June 2014": ["2014-05/2014-06"],
    "May 2013 to June 2014": ["2013-05/2014-06"],
    "in May 2014": ["2014-05"],
    "2023-24": ["2023/2024"],
    "2011 and 2013": ["2011/2013"],
    "In 2014, 122 members; in 2018, 126": ["2014", "2018"],
    "on 12 May": [],
    "31 February 2014": [],
    "16 to 12 May 2014": [],
    "it may 2014 times": [],
    "2,014 members": [],
    "2014%": [],
}


@pytest.mark.parametrize("text", NAMED)
def test_the_dates_of_a_sentence(text: str):
    assert [when.iso for when in find_dates(text)] == NAMED[text]


# What is said, which month or day of it is asked for, and whether the words say so.
SAID = [
    ("1 May 2016", "2016-05-01", True),
    ("1 May 2016", "2016-05", True),
    ("2 May 2016", "2016-05-01", False),
    ("1 June 2016", "2016-05-01", False),
    ("May 2016", "2016-05-01", False),
    ("in 2016", "2016-05-01", False),
    ("in 2016", "2016-05", False),
    ("12 to 16 May 2014", "2014-05-12", True),
    ("12 to 16 May 2014", "2014-05-16", True),
    ("12 to 16 May 2014", "2014-05-14", False),
    ("on 12 May", "2014-05-12", True),
    ("on 12 May", "2014-05", True),
    ("it may be 12", "2014-05-12", False),
]


@pytest.mark.parametrize(("text", "partial", "said"), SAID)
def test_whether_words_say_a_month_or_a_day(text: str, partial: str, said: bool):
    assert says_date(text, partial) is said
