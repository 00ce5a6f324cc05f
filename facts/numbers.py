"""A normalised text goes in; its numbers come out: where each stands and what it reads as."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from facts import number_words

Number = int | float
Kind = Literal["digits", "words", "range", "ordinal", "vague"]


@dataclass(frozen=True)
class NumberToken:
    """One number in a normalised text, `text[start:end]`.

    `value` is the one number that it states. A range has `low` and `high` and no value. A vague
    number ("tens of millions") has the least it can mean as `low` and value, and no high. An
    ordinal ("28th") has `low` and `high` and no value, because it counts nothing. What has no
    exact reading (3.2.1; two thirds) has none of the three. Shares are in percent: "half" is 50.
    """

    start: int
    end: int
    text: str
    low: Number | None
    high: Number | None
    value: Number | None
    percent: bool
    kind: Kind


_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>()\[\]]*|(?<![\w.+-])[\w.+-]{1,64}+@[\w-]{1,63}(?:\.[\w-]{1,63})+",
    re.I,
)
_DIGITS = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!,?\d)"
    r"|\d{1,3}(?:\u00a0\d{3})+(?:\.\d+)?"
    r"|\d+(?:[.,]\d+)*"
)
_PERCENT = r"(?: ?%|[ -]per[ -]?cent\b)"
_ATOM = re.compile(
    rf"(?<!\w)(?P<digits>{_DIGITS})"
    rf"(?:(?P<nth>(?:st|nd|rd|th)\b)|(?:[ -]?(?P<scale>{number_words.SCALE})s?"
    rf"|(?P<short>k|K|M|mn|bn))\b)?(?P<percent>{_PERCENT})?"
    rf"|\b(?P<words>(?i:{number_words.PATTERN}))\b(?P<cent>{_PERCENT})?"
)
# Where _ATOM can begin in a text in small letters, which is quicker to look for than the whole.
_START = re.compile(
    rf"(?<!\w)(?=[\d{number_words.FIRST_LETTERS}])(?=\d|{number_words.FIRST_WORDS})"
)
_ODD_CASE = re.compile("[\u0130\u0131\u017f]")  # those that re.I takes for i and s
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_SHORT = {"k": 1_000, "K": 1_000, "M": 10**6, "mn": 10**6, "bn": 10**9}
_BETWEEN = re.compile(r"( ?- ?| to | and )[$€£]?")
_FURTHEST = len(" and $")
_CHANGE = re.compile(
    r"\b(?:gr[eo]wn?|growing|growth|rose|risen?|rising|increas\w+|expand\w+|f[ae]ll\w*|drop\w*"
    r"|decreas\w+|declin\w+|went|mov\w+|up|down|chang\w+)(?: [\w']+){0,5} from $",
    re.I,
)


def find_numbers(text: str) -> list[NumberToken]:
    """Find every number in a normalised text, in order. A range is one number."""
    atoms = _atoms(text)
    tokens: list[NumberToken] = []
    index = 0
    while index < len(atoms):
        joined = _is_range(text, atoms[index : index + 3])
        tokens.append(_range(text, *atoms[index : index + 2]) if joined else atoms[index])
        index += 2 if joined else 1
    return tokens


def read_number(text: str) -> NumberToken | None:
    """Read a text that is one number and nothing else; None where it is not."""
    bare = text.strip()
    skipped = re.match(r"(?:between|from) ", bare, re.I)
    start = skipped.end() if skipped else 0
    tokens = find_numbers(bare)
    if len(tokens) != 1 or (tokens[0].start, tokens[0].end) != (start, len(bare)):
        return None
    return tokens[0] if start == 0 or tokens[0].kind == "range" else None


def _atoms(text: str) -> list[NumberToken]:
    """Find the single numbers, without those that are part of a web or mail address."""
    small = text.lower()
    has_address = "@" in text or "://" in text or "www." in small
    closed = [found.span() for found in _ADDRESS.finditer(text)] if has_address else []
    starts = [start for start, _ in closed]
    atoms: list[NumberToken] = []
    for found in _found(text, small):
        nearest = bisect_right(starts, found.start()) - 1
        if nearest < 0 or found.start() >= closed[nearest][1]:
            atoms.append(_in_words(found) if found["words"] else _in_digits(found))
    return atoms


def _found(text: str, small: str) -> Iterator[re.Match[str]]:
    """Find what `_ATOM` matches, as `_ATOM.finditer` does; `small` is the text in small letters."""
    if len(small) != len(text) or _ODD_CASE.search(text):
        yield from _ATOM.finditer(text)
        return
    done = 0
    for start in _START.finditer(small):
        at = start.start()
        found = _ATOM.match(text, at) if at >= done else None
        if found:
            done = found.end()
            yield found


def _in_words(found: re.Match[str]) -> NumberToken:
    """Read one number in words."""
    value, share, vague = number_words.read(found["words"])
    percent = share or bool(found["cent"])
    kind: Kind = "vague" if vague else "words"
    high = None if vague else value
    return NumberToken(*found.span(), found.group(), value, high, value, percent, kind)


def _in_digits(found: re.Match[str]) -> NumberToken:
    """Read one number in digits."""
    scale = number_words.SCALES.get(found["scale"]) or _SHORT.get(found["short"], 1)
    value = _value(found["digits"], scale)
    kind: Kind = "ordinal" if found["nth"] else "digits"
    exact = None if found["nth"] else value
    percent = bool(found["percent"])
    return NumberToken(*found.span(), found.group(), value, value, exact, percent, kind)


def _value(digits: str, scale: int) -> Number | None:
    """Read digits times a scale, without the error of binary fractions; None for 3.2.1 or 7,25."""
    plain = digits.replace("\u00a0", "")
    if _THOUSANDS.fullmatch(plain):
        plain = plain.replace(",", "")
    if len(plain) <= 40 and plain.isdecimal():
        return int(plain) * scale
    whole, _, part = plain.partition(".")
    if len(plain) > 40 or not (whole + part).isdecimal():
        return None
    exact = Fraction(int(whole + part) * scale, 10 ** len(part))
    return int(exact) if exact.denominator == 1 else float(exact)


def _is_range(text: str, atoms: list[NumberToken]) -> bool:
    """Say whether the first two of up to three neighbouring numbers are the ends of one range."""
    if len(atoms) < 2:
        return False
    low, high, *third = atoms
    if high.start - low.end > _FURTHEST:
        return False
    gap = _BETWEEN.fullmatch(text, low.end, high.start)
    if not gap or low.value is None or high.value is None:
        return False
    if "vague" in (low.kind, high.kind) or (low.kind == "words" and low.value == high.value):
        return False
    left = text[max(0, low.start - 80) : low.start]
    years = _is_year(low), _is_year(high)
    match gap[1]:
        case "-":
            chained = bool(third) and text[high.end : third[0].start] == "-"
            return not chained and not re.search(r"\d[-/.]$", left)
        case " to ":
            return all(years) or not _CHANGE.search(left)
        case " and ":
            return bool(re.search(r"\bbetween [$€£]?$", left, re.I))
        case _:
            return low.value < high.value and years[0] == years[1]


def _is_year(token: NumberToken) -> bool:
    """Say whether a number can be a year."""
    return bool(re.fullmatch(r"(?:19|20)\d\d", token.text))


def _range(text: str, first: NumberToken, last: NumberToken) -> NumberToken:
    """Make one range of its two ends: "2023-24" ends in 2024, "1 to 2 million" begins at 10**6."""
    low, high = first.low, last.high
    if low is not None and high is not None:
        if _is_year(first) and re.fullmatch(r"\d\d", last.text):
            high = int(first.text[:2] + last.text)
        scale = next((n for word, n in number_words.SCALES.items() if last.text.endswith(word)), 1)
        if scale > 1 and high % scale == 0 and low < high // scale:
            low = low * scale
    whole = replace(first, end=last.end, text=text[first.start : last.end], low=low, high=high)
    return replace(whole, value=None, percent=first.percent or last.percent, kind="range")
