"""Finds the dates that a plain sentence names, as precise as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from language.lexicon import lower

_NAMES = (
    "january|jan|janvier|enero|ene",
    "february|feb|février|fevrier|fév|febrero",
    "march|mar|mars|marzo",
    "april|apr|avril|avr|abril|abr",
    "may|mai|mayo",
    "june|jun|juin|junio",
    "july|jul|juillet|juil|julio",
    "august|aug|août|aout|agosto|ago",
    "september|sept|sep|septembre|septiembre|setiembre",
    "october|oct|octobre|octubre",
    "november|nov|novembre|noviembre",
    "december|dec|décembre|déc|diciembre|dic",
)
MONTHS = {name: index for index, names in enumerate(_NAMES, 1) for name in names.split("|")}
_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})(?!\w)\.?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|º|°)?(?!\d)"
_YEAR = r"(?:(?:19|20)\d\d(?!\d)|'?\d\d(?=[.,;)]|$))"
_FULL_YEAR = r"(?:19|20)\d\d(?!\d)"
_TO = r" ?(?:-|to|and|et|au|à|y|al|a|until|&) ?(?:le )?"
_OF = r"(?: of| de| del)?,? ?"
_FIRST = "".join(sorted({name[0] for name in MONTHS}))
_MONTHS = ("m1", "m2", "m3", "m4", "m5", "m6")
_DATE = re.compile(
    rf"(?<![\w/])(?=[\d{_FIRST}])(?:"
    rf"(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)(?!\d)"
    rf"|(?P<d1>{_DAY})(?:{_TO}(?P<d2>{_DAY}))?{_OF}(?P<m1>{_MONTH})"
    rf"(?:{_TO}(?P<d3>{_DAY}){_OF}(?P<m2>{_MONTH}))?(?:{_OF}(?P<y1>{_YEAR}))?"
    rf"|(?P<m3>{_MONTH}) (?P<d4>{_DAY})(?: ?- ?(?P<d5>{_DAY}))?,? (?P<y2>{_FULL_YEAR})"
    rf"|(?P<m4>{_MONTH})(?:{_OF}(?P<y3>{_FULL_YEAR}))?(?:{_TO}(?P<m5>{_MONTH}))(?:{_OF}(?P<y4>{_FULL_YEAR}))"
    rf"|(?P<m6>{_MONTH}){_OF}(?P<y5>{_FULL_YEAR})"
    rf"|(?P<num>(?P<a>\d{{1,2}})[/.](?P<b>\d{{1,2}})[/.](?P<y6>(?:19|20)\d\d|\d\d))(?![\w/])"
    rf"|(?P<y7>{_FULL_YEAR})(?:(?: ?[-/] ?| to | and | à | y | a | et | until )(?P<y8>{_FULL_YEAR})"
    rf"|[-/](?P<y9>\d\d)(?![\w%]|[,.]\d))?"
    rf"(?![\w/]|-\w|,\d|\.\d| ?%)"
    rf")",
)


@dataclass(frozen=True)
class When:
    """A date or span of dates in a text, text[start:end]; `first` and `last` are partial dates."""

    start: int
    end: int
    first: str
    last: str

    @property
    def iso(self) -> str:
        """The date, or both ends with a slash between, as ISO 8601 writes a span."""
        return self.first if self.first == self.last else f"{self.first}/{self.last}"

    @property
    def has_month(self) -> bool:
        """Say whether it is more precise than a year."""
        return len(self.first) > 4 or len(self.last) > 4


@lru_cache(maxsize=256)
def find_dates(text: str) -> tuple[When, ...]:
    """Find the dates of one sentence, in order. A day and month without a year is left out."""
    found = (_when(match) for match in _matches(text))
    return tuple(one for one in found if one is not None)


def date_spans(text: str) -> list[tuple[int, int]]:
    """Find where dates stand, those without a year too."""
    return [match.span() for match in _matches(text)]


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Where dates stand; "may" and "march" in small letters are words of other meaning."""
    for found in _DATE.finditer(lower(text)):
        months = (text[slice(*found.span(group))] for group in _MONTHS if found[group])
        if not any(month in ("may", "march", "mar", "a") for month in months):
            yield found


def _when(found: re.Match[str]) -> When | None:
    first = last = ""
    if found["iso"]:
        first = last = found["iso"]
    elif found["m1"]:
        year = _year(found["y1"])
        month, month2 = _month(found["m1"]), _month(found["m2"] or found["m1"])
        first = _iso(year, month, found["d1"])
        last = _iso(year, month2, found["d3"] or found["d2"] or found["d1"])
    elif found["m3"]:
        first = _iso(found["y2"], _month(found["m3"]), found["d4"])
        last = _iso(found["y2"], _month(found["m3"]), found["d5"] or found["d4"])
    elif found["m4"]:
        first = _iso(found["y3"] or found["y4"], _month(found["m4"]), None)
        last = _iso(found["y4"], _month(found["m5"]), None)
    elif found["m6"]:
        first = last = _iso(found["y5"], _month(found["m6"]), None)
    elif found["num"]:
        first = last = _iso(_year(found["y6"]), int(found["b"]), found["a"])
    else:
        first = found["y7"]
        second = found["y8"] or found["y9"] or first
        last = first[:2] + second if len(second) == 2 else second
        last = last if last >= first else first
    if not (first and _is_real(first) and _is_real(last)) or first > last:
        return None
    return When(*found.span(), first, last)


def _is_real(text: str) -> bool:
    """Say whether the calendar has a partial date."""
    try:
        date(*(int(part) for part in f"{text}-01-01".split("-")[:3]))
    except ValueError:
        return False
    return True


def _year(text: str | None) -> str:
    """Give four digits; "24" is 2024."""
    digits = (text or "").strip("'")
    return f"20{digits}" if len(digits) == 2 else digits


def _month(text: str | None) -> int:
    return MONTHS.get((text or "").lower().strip("."), 0)


def _iso(year: str, month: int, day: str | None) -> str:
    if not year or not month:
        return ""
    number = int(re.sub(r"\D", "", day)) if day else 0
    return f"{year}-{month:02}-{number:02}" if number else f"{year}-{month:02}"


_NAMED = re.compile(
    rf"(?:(?P<day>{_DAY})(?:{_TO}(?P<last>{_DAY}))?{_OF})?"
    rf"(?P<month>{_MONTH})(?: (?P<after>{_DAY}))?",
    re.I,
)


def says_date(text: str, partial: str) -> bool:
    """Say whether a text names a month or day (2024-05, 2024-05-12), its year aside.

    A span says its two ends, and a day without a year that its sentence gives elsewhere counts.
    """
    for found in _DATE.finditer(lower(text)):
        when = _when(found)
        if when and any(one.startswith(partial) for one in (when.first, when.last)):
            return True
    month, day = int(partial[5:7]), int(partial[8:10] or 0)
    for found in _NAMED.finditer(text):
        if _month(found["month"]) != month or found["month"] in ("may", "march", "mar"):
            continue
        days = (found[name] for name in ("day", "last", "after"))
        if not day or day in {int(re.sub(r"\D", "", one)) for one in days if one}:
            return True
    return False
