"""Number words: "twenty-five", "quatre-vingt-douze", "half a million", "decenas de miles"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Literal

from language.lexicon import Lexicon, lexicon

_MOST = 10**18  # more than any text counts: so many scale words in a row are no number
_PART_ENDS = re.compile(r" (?:of|are|is|was|were|have|has|had|said|did|more|less|in)\b|[^\w\s-]|$")


@dataclass(frozen=True)
class Words:
    """What a row of number words reads as, and where it ends.

    A share is in percent. `approx` says that the words mean about so many; a `vague` one means at
    least so many. `scale` is the scale word that it ends in.
    """

    end: int
    value: Fraction
    percent: bool = False
    approx: bool = False
    kind: Literal["words", "vague", "times"] = "words"
    scale: int = 1


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


class Patterns:
    """The patterns of one language, made of its lexicon; texts are in small letters."""

    def __init__(self, words: Lexicon) -> None:
        ones = "an?|one" if words.language == "en" else _any(words.ones)
        article = r"an? " if words.language == "en" else rf"(?:{_any(words.ones)}) "
        scales, rounds = _any(words.scales), _any(words.rounds)
        counts = _any([*words.small, *words.scales])
        behind = _any({*words.rounds, *words.rounds_plural} - set(words.scales))
        plurals = _any(words.rounds_plural)
        parts = "|".join(
            rf"{_any([part])}s?" for part in sorted(words.parts, key=len, reverse=True)
        )
        self.words = words
        self.start = _start(words)
        self.word = re.compile(rf"({counts}){'s?' if words.language == 'en' else ''}(?!\w)")
        self.joined = re.compile(
            rf"(?:-|,? )(?:(?P<joint>{words.joint})[- ])?"
            rf"(?P<word>{_any([*words.small, *words.scales, *words.ones])})(?!\w)"
        )
        self.article = re.compile(rf"{article}(?=(?:{scales})(?!\w))")
        self.half = re.compile(rf"(?:{words.half_before})[ -]?({scales}|{rounds})(?!\w)")
        self.half_behind = re.compile(rf"{words.half_behind}(?!\w)")
        self.vague = _vague_pattern(words)
        self.round = re.compile(rf"(?:(?:{ones}) )?({rounds})(?!\w)")
        self.part = re.compile(rf"[- ]({parts})(?!\w)(?: partes?(?!\w))?")
        self.one_part = re.compile(rf"(?:{words.one_part})[- ]({parts})(?!\w)(?: parte(?!\w))?")
        self.alone = re.compile(rf"({_any([*words.halves, *words.times]) or '(?!)'})(?!\w)")
        self.ordinal_tail = re.compile(words.ordinal_tail)
        self.no_part_before = re.compile(words.no_part_before)
        self.nth = re.compile(rf"(?:{words.ordinal})(?!\w)")
        self.scale_behind = re.compile(rf"[ \u00a0-]?({scales})s?(?!\w)")
        self.rounds_behind = re.compile(rf" ({behind})(?!\w)")
        self.of_scale = re.compile(rf"{words.of}(?:an? |un |une )?({scales})(?!\w)")
        self.of_rounds = re.compile(rf"{words.of}({plurals})(?!\w)")
        self.ratio = re.compile(words.ratio, re.I)
        self.one_ratio = re.compile(rf"(?<!\w)(?:{words.one_ratio or '(?!)'})(?!\w)", re.I)
        self.between = re.compile(
            rf"({words.between})(?:(?:el|los|las|les?|la) )?(?:(?:us)?[$€£])?", re.I
        )

    def scale_of(self, word: str) -> int:
        """The size of a scale word, in the singular or plural."""
        sizes = self.words.scales
        return sizes[word] if word in sizes else sizes[word.removesuffix("s")]

    def round_of(self, word: str) -> int:
        """The size of a round noun, in the singular or plural."""
        return self.words.rounds.get(word) or self.words.rounds_plural[word]


@cache
def patterns(language: str) -> Patterns:
    """The patterns of a language, built once."""
    return Patterns(lexicon(language))


def _start(words: Lexicon) -> re.Pattern[str]:
    """What may begin a number, a letter at a time, so that most places are passed over at once."""
    firsts = {
        *words.small, *words.scales, *words.rounds, *words.rounds_plural, *words.halves,
        *words.times, *words.ones, *words.one_part.replace("?", "").split("|"),
        *words.several.split("|"), "a", "an", "half", "demi", "medio",
    }  # fmt: skip
    tried = "|".join(
        rf"{letter}(?:{_any({word[1:] for word in firsts if word[0] == letter})})"
        for letter in sorted({word[0] for word in firsts})
    )
    letters = "".join(sorted({word[0] for word in firsts}))
    return re.compile(
        rf"(?:(?<!\w)|(?<=[a-z]\$))(?:(?=[\d½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅒])"
        rf"|(?=[{letters}])(?=(?:{tried})(?!\w)))"
    )


def _vague_pattern(words: Lexicon) -> re.Pattern[str]:
    plurals, many = _any(words.rounds_plural), _any({*words.rounds_plural, *words.scales})
    return re.compile(
        rf"(?:(?:{words.several}) )?(?P<first>{plurals})(?:{words.of}(?P<second>{many}))?(?!\w)"
        rf"|(?:{words.several}) (?P<scale>{_any({*words.scales, *words.rounds})})(?!\w)"
    )


def read_words(small: str, at: int, known: Patterns) -> Words | None:
    """Read the number words that begin at a place of a text in small letters, or None."""
    for read in (_vague, _half_scale, _round, _one_part, _alone):
        found = read(small, at, known)
        if found:
            return found
    return _count(small, at, known)


def _vague(small: str, at: int, known: Patterns) -> Words | None:
    """Read "millions", "tens of millions", "several hundred" as the least that it can mean."""
    found = known.vague.match(small, at)
    if not found:
        return None
    words = known.words
    if found["scale"] in ("mil", "mille"):
        return None  # "unos mil doscientos": about 1,200
    if found["scale"]:
        size = {**words.scales, **words.rounds}[found["scale"]]
        return Words(found.end(), Fraction(size), kind="vague")
    plain = found["first"] in words.scales and not found["second"]
    if plain and at and words.language != "en" and not re.search(r"(?:^|\W)(?:des|los|las|de|unos"
        r"|varios|plusieurs|quelques|a|y|et|à)? ?$", small[max(0, at - 10) : at]):  # fmt: skip
        return None
    value = Fraction(words.rounds_plural[found["first"]])
    if found["second"]:
        second = found["second"]
        value *= words.rounds_plural.get(second) or words.scales[second]
    return Words(found.end(), value, kind="vague")


def _half_scale(small: str, at: int, known: Patterns) -> Words | None:
    """Read "half a million"."""
    found = known.half.match(small, at)
    if not found:
        return None
    size = {**known.words.scales, **known.words.rounds}[found[1]]
    return Words(found.end(), Fraction(size, 2), scale=size)


def _round(small: str, at: int, known: Patterns) -> Words | None:
    """Read "a dozen" or "une centaine": about so many."""
    found = known.round.match(small, at)
    if not found:
        return None
    size = known.words.rounds[found[1]]
    end, value = found.end(), Fraction(size)
    times = known.of_rounds.match(small, end)
    if times:
        value, end = value * known.words.rounds_plural[times[1]], times.end()
    return Words(end, value, approx=True)


def _one_part(small: str, at: int, known: Patterns) -> Words | None:
    """Read "a third", "la moitié", "una cuarta parte" as a share."""
    found = known.one_part.match(small, at)
    if not found or known.no_part_before.match(small, found.end()):
        return None
    whole = _denominator(found[1], known.words)
    told = found[1] in ("half", "quarter") or "-" in found.group()
    if known.words.language == "en" and not told and not _PART_ENDS.match(small, found.end()):
        return None  # "a third workshop"
    return _of_scale(small, found.end(), Fraction(1, whole), known)


def _of_scale(small: str, end: int, part: Fraction, known: Patterns) -> Words:
    """A part of a scale ("three quarters of a million") or, without one, a share in percent."""
    found = known.of_scale.match(small, end)
    if found and known.words.scales[found[1]] >= 10**3:
        size = known.words.scales[found[1]]
        return Words(found.end(), part * size, scale=size)
    return Words(end, part * 100, percent=True)


def _alone(small: str, at: int, known: Patterns) -> Words | None:
    """Read "half" and "twice"."""
    found = known.alone.match(small, at)
    if not found:
        return None
    words = known.words
    if found[1] in words.times:
        return Words(found.end(), Fraction(words.times[found[1]]), kind="times")
    return Words(found.end(), Fraction(words.halves[found[1]]), percent=True)


def _denominator(word: str, words: Lexicon) -> int:
    return words.parts.get(word) or words.parts[word.removesuffix("s")]


@dataclass
class _Sum:
    """A number in words as far as it was read."""

    end: int
    total: Fraction = Fraction(0)
    current: Fraction = Fraction(0)
    last: int = 0
    rounds: bool = False

    @property
    def value(self) -> Fraction:
        return self.total + self.current

    def fits(self, size: int, words: Lexicon) -> bool:
        """Whether a word that adds may come next: two hundred | four, sixty | ten in French."""
        current = int(self.current)
        if size == 0:
            return False
        if size >= 100:
            return current % 1000 == 0
        if size >= 20:
            return current % 100 == 0
        if size >= 10:
            return current % 100 == 0 or current % 100 in words.teens_after
        tens = current % 100
        return tens == 0 or (tens % 10 == 0 and tens >= 20)

    def times(self, size: int) -> bool:
        """Multiply by a scale word, if it may come next."""
        if size == 100:
            if self.current >= 100 or (self.current > 9 and self.current % 10 == 0):
                return False
            self.current = max(self.current, Fraction(1)) * 100
        elif not self.last or size < self.last:
            self.total += max(self.current, Fraction(1)) * size
            self.current = Fraction(0)
        elif self.current == 0 and self.total * size <= _MOST:
            self.total *= size
        else:
            return False
        self.last = size if size != 100 else self.last
        return True


def _count(small: str, at: int, known: Patterns) -> Words | None:
    """Read counting words: "one hundred and four" is 104, "two and a half million" 2,500,000."""
    words = known.words
    article = known.article.match(small, at)
    first = known.word.match(small, article.end() if article else at)
    if not first:
        return None
    if first[1] in words.small and known.ordinal_tail.match(small, first.end()):
        return None
    sum_ = _Sum(first.end())
    if not _take(sum_, first[1], known, first=True):
        return None
    scale = words.scales.get(first[1], 1)
    while (following := _next(small, sum_, known)) is not None:
        scale, sum_ = following
    return _ended(small, sum_, scale, known)


def _take(sum_: _Sum, word: str, known: Patterns, first: bool = False) -> bool:
    """Add or multiply by one word, if it fits."""
    words = known.words
    if word in words.scales:
        return sum_.times(words.scales[word])
    size = words.small.get(word, 1)
    if not first and not sum_.fits(size, words):
        return False
    sum_.current += size
    return True


def _next(small: str, sum_: _Sum, known: Patterns) -> tuple[int, _Sum] | None:
    """The number with one word more, or None where it ends."""
    found = known.joined.match(small, sum_.end)
    words = known.words
    if not found or (small[sum_.end] == "," and words.language != "en"):
        return None
    word = found["word"]
    if word in words.small and known.ordinal_tail.match(small, found.end()):
        return None
    if small[sum_.end] == "," and not (sum_.last and not sum_.current):
        return None
    whole = sum_.current % 100 == 0 and (sum_.current or sum_.total)
    if found["joint"] and not (whole or words.joined_after_tens):
        return None
    if word in words.scales and found["joint"]:
        return None
    longer = _Sum(found.end(), sum_.total, sum_.current, sum_.last)
    if not _take(longer, word, known):
        return None
    if word in words.scales:
        return words.scales[word], longer
    if found["joint"] and word in words.small and whole:
        ahead = known.joined.match(small, found.end())
        if ahead and words.scales.get(ahead["word"]) == 100:
            return None  # "between one hundred and two hundred"
    return 1, longer


def _ended(small: str, sum_: _Sum, scale: int, known: Patterns) -> Words:
    """What follows the last word: a half, a fraction, a round noun."""
    words, end, value = known.words, sum_.end, sum_.value
    half = known.half_behind.match(small, end)
    if half:
        value += Fraction(scale, 2)
        end = half.end()
        behind = known.scale_behind.match(small, end)
        if behind and scale == 1:
            size = known.scale_of(behind[1])
            return Words(behind.end(), value * size, scale=size)
        return Words(end, value, scale=scale)
    part = known.part.match(small, end)
    if part and value < 20:
        return _of_scale(small, part.end(), value / _denominator(part[1], words), known)
    times = known.rounds_behind.match(small, end)
    if times:
        size = known.round_of(times[1])
        return Words(times.end(), value * size, approx=True, scale=size)
    return Words(end, value, scale=scale)
