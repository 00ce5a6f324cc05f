"""Texts go in; the numbers found in them, and what they read as, are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.numbers import NumberToken, find_numbers, read_number

SMALL = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(number: int, joint: str) -> str:
    """Write a number below 10,000 in words; `joint` stands between hundreds and what follows."""
    if number < 20:
        return SMALL[number]
    if number < 100:
        return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    size, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    text = f"{in_words(number // size, joint)} {name}"
    rest = number % size
    return text + ((joint if rest < 100 else " ") + in_words(rest, joint) if rest else "")


@pytest.mark.parametrize("joint", [" ", " and "])
def test_every_number_to_9999_in_words_reads_as_itself(joint):
    for number in range(10_000):
        text = in_words(number, joint)
        expected = NumberToken(0, len(text), text, number, number, number, False, "words")
        assert find_numbers(text) == [expected]
        assert read_number(text.capitalize()) is not None


@given(st.integers(0, 10**12))
def test_every_number_in_digits_reads_as_itself(number):
    for text in {str(number), f"{number:,}", f"{number:,}".replace(",", "\u00a0")}:
        expected = NumberToken(3, 3 + len(text), text, number, number, number, False, "digits")
        assert find_numbers(f"of {text} members") == [expected]


@given(st.integers(0, 10**6), st.integers(1, 9999))
def test_every_decimal_number_reads_as_itself(whole, parts):
    text = f"{whole}.{parts:04}"
    token = read_number(text)
    assert token is not None
    assert token.value == float(text)


@pytest.mark.parametrize(
    ("text", "language", "readings"),
    [
        ("1.584", "en", (1.584, 1584)),
        ("1,584", "fr", (1.584, 1584)),
        ("10,500", "es", (10.5, 10500)),
        ("1.584", "fr", ()),
        ("1,584", "en", ()),
        ("0.584", "en", ()),
        ("1584.125", "en", ()),
    ],
)
def test_what_can_be_read_in_two_ways_has_both_readings_and_no_value(text, language, readings):
    token = read_number(text, language)
    assert token is not None
    assert token.readings == readings
    assert (token.value is None) == bool(readings)


# text: what it reads as, and whether that is a share
ONE_NUMBER = {
    "23,090": (23_090, False),
    "23\u00a0090": (23_090, False),
    "1,234,567.5": (1_234_567.5, False),
    "7.25%": (7.25, True),
    "7.25 %": (7.25, True),
    "20 percent": (20, True),
    "20 per cent": (20, True),
    "twenty per cent": (20, True),
    "26 million": (26_000_000, False),
    "26 millions": (26_000_000, False),
    "1.1 million": (1_100_000, False),
    "56.9K": (56_900, False),
    "1.2bn": (1_200_000_000, False),
    "3M": (3_000_000, False),
    "26-million": (26_000_000, False),
    "2 dozen": (24, False),
    "a dozen": (12, False),
    "two dozen": (24, False),
    "dozen": (12, False),
    "a hundred": (100, False),
    "one hundred and four": (104, False),
    "Twenty-five": (25, False),
    "twenty five": (25, False),
    "twelve hundred": (1_200, False),
    "three hundred thousand": (300_000, False),
    "one million, two hundred thousand and five": (1_200_005, False),
    "two million and three": (2_000_003, False),
    "half": (50, True),
    "half a million": (500_000, False),
    "two and a half million": (2_500_000, False),
    "two and a half": (2.5, False),
    "three quarters": (75, True),
    "three-quarters": (75, True),
    "two fifths": (40, True),
    "one half": (50, True),
    "three eighths": (37.5, True),
    "seven": (7, False),
    "ONE": (1, False),
    "007": (7, False),
    "٢٣": (23, False),
}


@pytest.mark.parametrize("text", ONE_NUMBER)
def test_a_number_reads_as_its_value(text):
    value, percent = ONE_NUMBER[text]
    token = read_number(text)
    assert token is not None
    assert (token.value, token.low, token.high, token.percent) == (value, value, value, percent)
    assert isinstance(token.value, int) == isinstance(value, int)
    assert (token.start, token.end, token.text) == (0, len(text), text)


RANGES = {
    "1-20%": (1, 20, True),
    "1% to 20%": (1, 20, True),
    "2 to 5": (2, 5, False),
    "two to five": (2, 5, False),
    "7-11": (7, 11, False),
    "12 to 16": (12, 16, False),
    "1,000-2,000": (1_000, 2_000, False),
    "2019-2020": (2019, 2020, False),
    "2019 - 2020": (2019, 2020, False),
    "2023-24": (2023, 2024, False),
    "20011-2013": (20011, 2013, False),
    "1 to 2 million": (1_000_000, 2_000_000, False),
    "two to three hundred": (200, 300, False),
    "500 to 2 thousand": (500, 2_000, False),
    "5-$10 million": (5_000_000, 10_000_000, False),
    "16.2-16.5": (16.2, 16.5, False),
}


@pytest.mark.parametrize("text", RANGES)
def test_a_range_reads_as_its_two_ends_and_has_no_value(text):
    low, high, percent = RANGES[text]
    assert read_number(text) == NumberToken(0, len(text), text, low, high, None, percent, "range")


def test_between_leads_a_range_and_is_no_part_of_it():
    expected = NumberToken(8, 15, "3 and 5", 3, 5, None, False, "range")
    assert find_numbers("between 3 and 5 countries") == [expected]
    assert read_number("between 3 and 5") == expected
    assert read_number("3 and 5") is None
    assert read_number("between 3") is None


VAGUE = {
    "tens of millions": 10_000_000,
    "hundreds of thousands": 100_000,
    "tens of thousands": 10_000,
    "billions": 1_000_000_000,
    "Millions": 1_000_000,
    "thousands": 1_000,
    "hundreds": 100,
    "dozens": 12,
    "several hundred": 100,
    "a few thousand": 1_000,
}


@pytest.mark.parametrize("text", VAGUE)
def test_a_vague_number_has_only_the_least_that_it_can_mean(text):
    least = VAGUE[text]
    assert read_number(text) == NumberToken(0, len(text), text, least, None, least, False, "vague")


@pytest.mark.parametrize("text", ["1st", "22nd", "3rd", "28th", "11th"])
def test_an_ordinal_in_digits_counts_nothing(text):
    place = int(text[:-2])
    token = NumberToken(0, len(text), text, place, place, None, False, "ordinal")
    assert read_number(text) == token


@pytest.mark.parametrize("text", ["3.2.1", "7,25", "1,00", "15.11.2024", "9" * 5_000])
def test_what_has_no_exact_reading_is_found_and_has_no_value(text):
    token = read_number(text)
    assert token is not None
    assert (token.low, token.high, token.value) == (None, None, None)


@pytest.mark.parametrize(
    "text", ["", " ", "of", "5 members", "5 6", "5, 6", "(5)", "C5", "28 th", "ten five"]
)
def test_what_is_not_exactly_one_number_is_not_read(text):
    assert read_number(text) is None


def test_white_space_around_a_number_does_not_matter():
    assert read_number(" 26 million\n") == read_number("26 million")
