"""Number words go in ("twenty-five", "half", "tens of millions"); what they read as comes out."""

from __future__ import annotations

import re
from fractions import Fraction

Number = int | float

_SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9,
    "trillion": 10**12,
}  # fmt: skip
_PARTS = {"hal": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}

SCALE = "|".join(SCALES)
_UNIT = "one|two|three|four|five|six|seven|eight|nine"
_99 = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{_UNIT}))?(?!-(?:first|second|third|fourth|fifth|sixth"
    rf"|seventh|eighth|ninth)\b)|{'|'.join(reversed(_SMALL))})"
)
_HUNDRED = rf"(?:(?:{_99}|an?)[- ])?hundred(?:(?: and)? {_99}\b)?"
_999 = rf"(?:{_HUNDRED}|{_99})"
_THOUSAND = rf"(?:(?:{_999}|an?)[- ])?thousand(?:,?(?: and)? {_HUNDRED}\b|(?: and)? {_99}\b)?"
_BIG = (
    rf"(?:(?:{_999}|an?)(?: and a half)?[- ])?(?:million|billion|trillion)"
    rf"(?:,?(?: and)? {_THOUSAND}\b|(?: and)? {_999}\b)?"
)
_PART = rf"(?:{_UNIT})[- ](?:half|halves|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)"
_VAGUE = (
    rf"(?:(?:tens|dozens|hundreds|thousands) of )?(?:dozens|hundreds|thousands|millions|billions"
    rf"|trillions)|(?:several|a few|many) (?:{SCALE})"
)
# No number begins but with the words of the first line. The longer reading comes first:
# "two thirds" before "two", "half a million" before "half".
PATTERN = (
    rf"(?=an? (?:{SCALE})|half|tens |several |many |a few |{SCALE}|{'|'.join(_TENS)}"
    rf"|{'|'.join(_SMALL)})"
    rf"(?:{_VAGUE}|{_PART}|half(?: an?)? (?:{SCALE})|half|(?:(?:{_99}|an?) )?dozen"
    rf"|{_BIG}|{_THOUSAND}|{_999}(?: and a half)?)"
)

_FIRST_WORDS = ["half", "tens", "several", "many", "a few", *SCALES, *_TENS, *_SMALL]
_FIRST_WORDS += [f"{article} {scale}" for article in ("a", "an") for scale in SCALES]
FIRST_LETTERS = "".join(sorted({word[0] for word in _FIRST_WORDS}))
# What every match of PATTERN begins with, in small letters; one letter is tried at a time.
FIRST_WORDS = "|".join(
    rf"{letter}(?:{'|'.join(word[1:] for word in _FIRST_WORDS if word[0] == letter)})s?\b"
    for letter in FIRST_LETTERS
)


def read(words: str) -> tuple[Number | None, bool, bool]:
    """Read words that PATTERN matched: value (None where none is exact), is a share, is vague."""
    plain = re.sub(r"[-,\s]+", " ", words.lower())
    parts = plain.split(" ")
    if parts[0] in ("several", "many") or plain.startswith("a few "):
        return SCALES[parts[-1]], False, True
    if parts[-1].endswith("s") and parts[-1][:-1] in SCALES:
        return _vague(parts), False, True
    if plain == "half":
        return 50, True, False
    if parts[0] == "half":
        return SCALES[parts[-1]] // 2, False, False
    if len(parts) == 2 and parts[0] in _SMALL and _part_of(parts[1]):
        share = Fraction(100 * _SMALL[parts[0]], _part_of(parts[1]))
        return (int(share) if share.denominator == 1 else _short(share)), True, False
    return _count(parts), False, False


def _vague(parts: list[str]) -> int:
    """Read "millions" or "tens of millions" as the least that it can mean."""
    value = SCALES[parts[-1][:-1]]
    if len(parts) > 1:
        value *= 10 if parts[0] == "tens" else SCALES[parts[0][:-1]]
    return value


def _part_of(word: str) -> int:
    """Say how many of such parts make a whole; 0 for another word."""
    return next((n for part, n in _PARTS.items() if word.startswith(part)), 0)


def _short(share: Fraction) -> float | None:
    """Give a share as a decimal where that is exact, as 37.5 is; None for a third."""
    return float(share) if share.denominator in (2, 4, 8) else None


def _count(parts: list[str]) -> Number:
    """Read counting words: "one hundred and four" is 104, "two and a half million" 2,500,000."""
    total = Fraction(0)
    current = Fraction(0)
    half = False
    for part in parts:
        if part in _SMALL or part in _TENS:
            current += _SMALL.get(part, 0) + _TENS.get(part, 0)
        elif part == "half":
            current += Fraction(1, 2)
            half = True
        elif part in ("hundred", "dozen"):
            current = max(current, Fraction(1)) * SCALES[part]
        elif part in SCALES:
            total += max(current, Fraction(1)) * SCALES[part]
            current = Fraction(0)
    total += current
    return float(total) if half and total.denominator != 1 else int(total)
