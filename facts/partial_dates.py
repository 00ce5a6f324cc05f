"""Dates as precise as they were written (2024, 2024-11, 2024-11-15), their days and their words."""

from __future__ import annotations

import calendar
import re
from datetime import MAXYEAR, date
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

FIRST_YEAR = 1900  # no date in data/ lies before it
AHEAD = 2  # years: nor later than the year after next
KNOWN = 10_000  # dates that are remembered: the same few stand in every submission
_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@lru_cache(KNOWN)
def _parts(text: str) -> tuple[int, ...]:
    """Split a date into one, two or three numbers. Raises ValueError where no such date exists."""
    found = _PARTIAL.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is not a date; write 2024, 2024-11 or 2024-11-15")
    parts = tuple(int(part) for part in found.groups() if part is not None)
    try:
        _first(parts)
    except ValueError as reason:
        raise ValueError(f"{text!r} is not in the calendar: {reason}") from None
    return parts


def _first(parts: tuple[int, ...]) -> date:
    """Give the first day of a year, a month or a day. Raises ValueError for no real date."""
    year, month, day = (*parts, 1, 1)[:3]
    return date(year, month, day)


def valid(text: str) -> bool:
    """Say whether `text` is a year, a month or a day that the calendar has."""
    try:
        _parts(text)
    except ValueError:
        return False
    return True


def last_year(this_year: int) -> int:
    """Give the last year that a date in data/ may have."""
    return min(this_year + AHEAD, MAXYEAR)


@lru_cache(KNOWN)
def first_day(text: str) -> date:
    """Give the first day of the year, month or day. Raises ValueError for no real date."""
    return _first(_parts(text))


@lru_cache(KNOWN)
def last_day(text: str) -> date:
    """Give the last day of the year, month or day. Raises ValueError for no real date."""
    parts = _parts(text)
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) == 3 else calendar.monthrange(year, month)[1]
    return date(year, month, day)


def locale_of(language: str) -> Locale:
    """The customs of a language; those of British English for one that Babel does not know."""
    from babel import Locale, UnknownLocaleError  # slow to import, and not needed for checking

    try:
        return Locale.parse("en_GB" if language == "en" else language)
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")


@lru_cache(KNOWN)
def say(text: str, language: str = "en") -> str:
    """Say a date in words: "15 November 2024", "November 2024", "2024".

    A language that Babel does not know is said in English. Raises ValueError for no real date.
    """
    from babel.dates import format_date, format_skeleton

    parts, locale = _parts(text), locale_of(language)
    if len(parts) == 3:
        return format_date(_first(parts), "long", locale)
    return format_skeleton("yMMMM", _first(parts), locale=locale) if len(parts) == 2 else text


@lru_cache(KNOWN)
def say_span(start: str, end: str, language: str = "en") -> str:
    """Say a span of time without repeating what its ends share: "12 to 16 May 2014".

    Raises ValueError for no real date, and where the span ends before it starts.
    """
    first, last = _parts(start), _parts(end)
    if first == last:
        return say(start, language)
    if last_day(end) < first_day(start):
        raise ValueError(f"{end!r} is before {start!r}")
    locale = locale_of(language)
    if locale.language == "en":
        return f"{_without_shared(first, last)} to {say(end)}"
    if len(first) != len(last):
        return f"{say(start, language)} – {say(end, language)}"
    from babel.dates import format_interval

    skeleton = ("y", "yMMMM", "yMMMMd")[len(first) - 1]
    return format_interval(_first(first), _first(last), skeleton, locale=locale)


def _without_shared(first: tuple[int, ...], last: tuple[int, ...]) -> str:
    """The first date in English, without the year and the month that the last one repeats."""
    words = say("-".join([str(first[0]), *(f"{part:02}" for part in first[1:])])).split(" ")
    shared = 0
    if len(first) == len(last):
        while first[shared] == last[shared]:
            shared += 1
    return " ".join(words[: len(words) - shared])
