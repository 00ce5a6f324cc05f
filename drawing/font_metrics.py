"""How wide text is, and its lines at a width.

The widths are those of the shipped font, so that a picture can be laid out without a browser."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from charts.theme import BOLD

FILE = Path(__file__).parent.parent / "reference" / "font_widths.json"
ASCENT, DESCENT = 0.76, 0.24  # of the size: from the base line up and down, for letters and accents
LINE_HEIGHT = 1.28
BLANK = re.compile("[ \t\r\n]+")  # a no-break space is none
# A letter that the font lacks comes from some other font: guessed, and rather too wide.
GUESSED, GUESSED_WIDE = 0.62, 1.05
SHORT = 0.25  # of the room: a last line shorter than this looks lost


@cache
def _table() -> dict[str, tuple[float, float]]:
    """Per letter its advance at the regular and at the bold weight, as a share of the size."""
    held = json.loads(FILE.read_text(encoding="utf-8"))
    return {
        letter: (regular / held["units"], bold / held["units"])
        for regular, bold, letters in held["widths"]
        for letter in letters
    }


def width(text: str, size: float, weight: int = 400) -> float:
    """How wide a line of text is, in px; an estimate for letters that the font does not have."""
    return size * _ems(text, weight >= BOLD)


@lru_cache(maxsize=20_000)
def _ems(text: str, bold: bool) -> float:
    """The width of a text as a multiple of the size."""
    table = _table()
    return sum(known[bold] if (known := table.get(letter)) else _guess(letter) for letter in text)


def wrap(text: str, room: float, size: float, weight: int = 400) -> tuple[str, ...]:
    """The lines of a text, none wider than `room`; words are cut only where one is too wide."""
    lines: list[str] = []
    line, wide = "", 0.0
    space = width(" ", size, weight)
    for word in filter(None, BLANK.split(text)):
        more = width(word, size, weight)
        if line and wide + space + more <= room:
            line, wide = f"{line} {word}", wide + space + more
            continue
        if line:
            lines.append(line)
        *whole, line = _pieces(word, room, size, weight) if more > room else [word]
        lines += whole
        wide = width(line, size, weight)
    return (*lines, line) if line else tuple(lines)


def tidy(text: str, room: float, size: float, weight: int = 400) -> tuple[str, ...]:
    """As `wrap`, but no last line of a word or two."""
    lines = wrap(text, room, size, weight)
    tried, narrow = lines, room
    while len(tried) == len(lines) > 1 and narrow > room / 2:
        if width(tried[-1], size, weight) >= SHORT * room:
            return tried
        narrow *= 0.96
        tried = wrap(text, narrow, size, weight)
    return lines


def balanced(text: str, room: float, size: float, weight: int = 400) -> tuple[str, ...]:
    """The same number of lines as `wrap`, but of much the same width."""
    lines = wrap(text, room, size, weight)
    low, high = 0.0, room
    while len(lines) > 1 and high - low > size / 2:
        middle = (low + high) / 2
        tried = wrap(text, middle, size, weight)
        if len(tried) == len(lines) and _words(tried) == _words(lines):
            high = middle
        else:
            low = middle
    return wrap(text, high, size, weight)


def right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    strong = (d for c in text if (d := unicodedata.bidirectional(c)) in ("L", "R", "AL"))
    return next(strong, "L") != "L"


def _words(lines: tuple[str, ...]) -> list[str]:
    return " ".join(lines).split(" ")


def _guess(letter: str) -> float:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Cf", "Mn"):
        return 0.0
    wide = unicodedata.east_asian_width(letter) in "WF" or ord(letter) > 0xFFFF
    return GUESSED_WIDE if wide else GUESSED


def _pieces(word: str, room: float, size: float, weight: int) -> list[str]:
    """A word in pieces that fit; a letter that alone is too wide stays whole."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size, weight) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces
