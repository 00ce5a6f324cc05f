"""Dates as precise as they were written (2024, 2024-11, 2024-11-15), their days and their words."""

from __future__ import annotations

import calendar
import re
from datetime import MAXYEAR, date
from functools import lru_cache

FIRST_YEAR = 1900  # no date in data/ lies before it
AHEAD = 2  # years: nor later than the year after next
KNOWN = 10_000  # dates that are remembered: the same few stand in every submission
_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_MONTHS: dict[str, tuple[str, ...]] = {
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip


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


def say(text: str, language: str = "en") -> str:
    """Say a date in words: "15 November 2024", "November 2024", "2024".

    A language whose month names are not here is said in English. Raises ValueError for no real
    date.
    """
    return _say(_parts(text), language)


def say_span(start: str, end: str, language: str = "en") -> str:
    """Say a span of time without repeating what its ends share: "12 to 16 May 2014".

    Raises ValueError for no real date, and where the span ends before it starts.
    """
    first, last = _parts(start), _parts(end)
    if first == last:
        return _say(first, language)
    if last_day(end) < first_day(start):
        raise ValueError(f"{end!r} is before {start!r}")
    shared = 0
    if len(first) == len(last):
        while first[shared] == last[shared]:
            shared += 1
    return f"{_say(first, language, shared)} to {_say(last, language)}"


def _say(parts: tuple[int, ...], language: str, without: int = 0) -> str:
    """Say year, month and day in that language, leaving off the first `without` of them."""
    months = _MONTHS.get(language, _MONTHS["en"])
    words = [str(parts[0]), *(months[part - 1] for part in parts[1:2]), *map(str, parts[2:3])]
    return " ".join(reversed(words[without:]))
