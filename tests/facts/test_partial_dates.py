"""Dates as written go in; their days and their words are compared."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.partial_dates import first_day, last_day, say, say_span, valid


@pytest.mark.parametrize(
    ("text", "first", "last", "words"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31), "2024"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28), "February 2023"),
        ("2024-11-15", date(2024, 11, 15), date(2024, 11, 15), "15 November 2024"),
        ("2024-04-05", date(2024, 4, 5), date(2024, 4, 5), "5 April 2024"),
    ],
)
def test_a_date_is_as_precise_as_it_was_written(text, first, last, words):
    assert valid(text)
    assert (first_day(text), last_day(text), say(text)) == (first, last, words)


@pytest.mark.parametrize(
    ("language", "day", "month", "span"),
    [
        ("fr", "15 novembre 2024", "novembre 2024", "12–16 mai 2014"),
        ("es", "15 de noviembre de 2024", "noviembre de 2024", "12–16 de mayo de 2014"),
        ("xx", "15 November 2024", "November 2024", "12 to 16 May 2014"),
    ],
)
def test_a_date_is_said_in_a_language(language: str, day: str, month: str, span: str):
    assert say("2024-11-15", language) == day
    assert (say("2024-11", language), say("2024", language)) == (month, "2024")
    assert say_span("2014-05-12", "2014-05-16", language) == span


@pytest.mark.parametrize(
    "text",
    ["", "24", "20245", "2024-1", "2024-13", "2024-00", "2023-02-29", "2024-04-31", "2024-04-5",
     "0000", "2024/04/05", "2024-", "2024-04-05 ", "2024\n", "٢٠٢٤", "-2024", "November 2024"],
)  # fmt: skip
def test_what_the_calendar_has_not_is_refused(text):
    assert not valid(text)
    for read in (first_day, last_day, say):
        with pytest.raises(ValueError, match="is not"):
            read(text)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2014-05-12", "2014-05-16", "12 to 16 May 2014"),
        ("2022-03-28", "2022-04-01", "28 March to 1 April 2022"),
        ("2013-12-30", "2014-01-02", "30 December 2013 to 2 January 2014"),
        ("2023-03", "2024-09", "March 2023 to September 2024"),
        ("2024-03", "2024-09", "March to September 2024"),
        ("2011", "2013", "2011 to 2013"),
        ("2015", "2024-11", "2015 to November 2024"),
        ("2024", "2024-11", "2024 to November 2024"),
        ("2024", "2024", "2024"),
        ("2024-11", "2024-11", "November 2024"),
        ("2024-11-15", "2024-11-15", "15 November 2024"),
    ],
)
def test_a_span_does_not_repeat_what_its_ends_share(start, end, words):
    assert say_span(start, end) == words


def test_a_span_that_ends_before_it_starts_is_refused():
    with pytest.raises(ValueError, match="'2013' is before '2014'"):
        say_span("2014", "2013")


def test_a_language_without_month_names_is_said_in_english():
    assert (say("2024-11", "xx"), say_span("2024-03", "2024-09", "xx")) == (
        "November 2024",
        "March to September 2024",
    )


@given(st.dates())
def test_every_day_of_the_calendar_is_its_own_first_and_last(day):
    assert first_day(day.isoformat()) == last_day(day.isoformat()) == day
    month, year = day.isoformat()[:7], day.isoformat()[:4]
    assert first_day(year) <= first_day(month) <= day <= last_day(month) <= last_day(year)
