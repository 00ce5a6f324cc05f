"""A place in an order goes in, in words or digits; the other of the two comes out."""

from __future__ import annotations

_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
    "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_TENS = (
    (20, "twentieth", "twenty"), (30, "thirtieth", "thirty"), (40, "fortieth", "forty"),
    (50, "fiftieth", "fifty"), (60, "sixtieth", "sixty"), (70, "seventieth", "seventy"),
    (80, "eightieth", "eighty"), (90, "ninetieth", "ninety"),
)  # fmt: skip


def ordinal(number: int) -> str:
    """A place in an order in digits: 21st, 28th."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def read_ordinal(word: str) -> int | None:
    """The number of "twenty-eighth", or None."""
    word = word.lower()
    if word in _UNITS:
        return _UNITS.index(word) + 1
    if word in _TEENS:
        return _TEENS.index(word) + 10
    tens, _, unit = word.partition("-")
    for number, whole, joined in _TENS:
        if word == whole:
            return number
        if tens == joined and unit in _UNITS:
            return number + _UNITS.index(unit) + 1
    return None
