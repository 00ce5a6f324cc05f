"""Text, a size and a font go in; how much room it takes on a slide comes out, in points.

The widths are those of the most common sans-serif; a slide is drawn by whatever font the reader's
machine has, so fonts of other widths are estimated, and rather too wide.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

LINE, LINE_UNKNOWN = 1.17, 1.22  # height of a line, as a share of the size
BOLD = 1.08  # how much wider bold text is
UNKNOWN = 1.22  # a font of unknown width, or one that another font stands in for
FACTORS = {"arial": 1.0, "helvetica": 1.0, "liberation sans": 1.0, "times new roman": 0.95}

# The advance of the letters from space to ~, in hundredths of the size.
_WIDTHS = (
    28, 28, 35, 56, 56, 89, 67, 19, 33, 33, 39, 58, 28, 33, 28, 28, 56, 56, 56, 56, 56, 56, 56, 56,
    56, 56, 28, 28, 58, 58, 58, 56, 102, 67, 67, 72, 72, 67, 61, 78, 72, 28, 50, 67, 56, 83, 72,
    78, 67, 78, 72, 67, 61, 72, 67, 94, 67, 67, 61, 28, 28, 28, 47, 56, 33, 56, 56, 50, 56, 56,
    28, 56, 56, 22, 22, 50, 22, 83, 56, 56, 56, 56, 33, 50, 28, 56, 50, 72, 50, 50, 50, 33, 26, 33,
    58,
)  # fmt: skip
_OTHERS = {"“": 35, "”": 35, "‘": 22, "’": 22, "–": 56, "·": 28, "†": 56, "\u00a0": 28}


def factor(font: str) -> float:
    """How wide a font is, beside the one whose widths are known."""
    return FACTORS.get(font.casefold(), UNKNOWN)


def width(text: str, size: float, bold: bool = False, wide: float = 1.0) -> float:
    """The width of one line of text."""
    return size * wide * (BOLD if bold else 1.0) * _units(text)


def wrapped(text: str, size: float, room: float, bold: bool = False, wide: float = 1.0) -> int:
    """How many lines a text takes in this width; at least one."""
    scale = size * wide * (BOLD if bold else 1.0)
    count, used, gap = 1, 0.0, scale * _units(" ")
    for word in text.split():
        need = scale * _units(word)
        if used and used + gap + need > room:
            count, used = count + 1, 0.0
        used += need + (gap if used else 0.0)
        while used > room > 0:  # a word longer than a line is broken
            count, used = count + 1, used - room
    return count


def height(text: str, size: float, room: float, bold: bool = False, wide: float = 1.0) -> float:
    """How high a text stands in this width; nothing for no text."""
    return wrapped(text, size, room, bold, wide) * line(size, wide) if text else 0.0


def line(size: float, wide: float = 1.0) -> float:
    """The height of one line of text."""
    return size * (LINE if wide <= 1.0 else LINE_UNKNOWN)


def largest(
    text: str, sizes: tuple[int, ...], room: tuple[float, float], bold: bool, wide: float
) -> int:
    """The first of these sizes at which a text fits into a width and height; else the last."""
    fits = (s for s in sizes if height(text, s, room[0], bold, wide) <= room[1])
    return next(fits, sizes[-1])


@lru_cache(maxsize=20_000)
def _units(text: str) -> float:
    """The width of a text of size 1."""
    return sum(map(_advance, text)) / 100


def _advance(letter: str) -> int:
    if " " <= letter <= "~":
        return _WIDTHS[ord(letter) - 32]
    if letter in _OTHERS:
        return _OTHERS[letter]
    if unicodedata.combining(letter):
        return 0
    return 100 if unicodedata.east_asian_width(letter) in "WF" else 64
