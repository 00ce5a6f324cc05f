"""The two shapes of a screen go in; sizes of type, and how high words stand, come out.

A stage is 720 lines high. Everything on it is in its units, and grows with the window.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from charts import theme
from charts.theme import BOLD, REGULAR
from export.picture import metrics
from export.picture.style import Style

SMALL, BODY, LEAD = 18, 22, 28  # units: no text of a talk is smaller than the first
TITLES = (40, 37, 34, 32, 30, 28, 26, 24)  # the largest in which a title takes two lines
LINE_HEIGHT = 1.3  # as in talk.css
TITLE_HEIGHT = 1.16


@dataclass(frozen=True)
class Stage:
    """One shape of a screen, its edges, and the width that words and drawing have."""

    name: Literal["wide", "tall"]
    width: int
    height: int
    side: int
    top: int = 34
    bottom: int = 22

    @property
    def room(self) -> int:
        """The width between the edges."""
        return self.width - 2 * self.side


WIDE = Stage("wide", 1280, 720, 56)  # 16:9
TALL = Stage("tall", 960, 720, 44)  # 4:3
STAGES = (WIDE, TALL)

COLOURS = replace(theme.LIGHT, paper=theme.LIGHT.card)


class Close(Style):
    """For tables of many columns: labels hardly larger than the smallest text."""

    @property
    def body(self) -> float:
        """Labels."""
        return self.small * 1.06


# The layouts of pictures, with their smallest text as large as a talk's smallest.
STYLE = Style(COLOURS, COLOURS.card, SMALL / theme.SMALL)
CLOSE = Close(COLOURS, COLOURS.card, SMALL / theme.SMALL)
GROWN = tuple(replace(STYLE, factor=STYLE.factor * by) for by in (1.5, 1.4, 1.3, 1.2, 1.1))


def lines(text: str, room: float, size: float, *, bold: bool = False) -> int:
    """How many lines a text takes."""
    return len(metrics.wrap(text, room, size, BOLD if bold else REGULAR))


def high(text: str, room: float, size: float, *, bold: bool = False) -> float:
    """How high a paragraph stands; nothing for no text."""
    return lines(text, room, size, bold=bold) * size * LINE_HEIGHT


def title_size(text: str, room: float, sizes: tuple[int, ...] = TITLES) -> int:
    """The size of a title: two lines where that can be read, else three, else the smallest."""
    for most in (2, 3):
        for size in sizes:
            if lines(text, room, size, bold=True) <= most:
                return size
    return sizes[-1]


def title_high(text: str, room: float, size: float) -> float:
    """How high a title stands."""
    return lines(text, room, size, bold=True) * size * TITLE_HEIGHT
