"""Colours, sizes, shapes and fonts of every page, picture and slide: constants only."""

from __future__ import annotations

from dataclasses import dataclass

FONT = "'Source Sans 3', 'Source Sans', 'Helvetica Neue', Arial, sans-serif"

# Five sizes in px, no more; two weights.
SMALL, BODY, LEAD, TITLE, FIGURE = 13, 16, 20, 28, 46
REGULAR, BOLD = 400, 600

MARK = 13  # width of a data mark, px
VAGUE = 0.4  # of full colour: a bar whose date is known only to its year
LINE = 2.5  # width of a data line, px
SHAPES = ("circle", "square", "diamond", "triangle-up")  # series are told apart by shape too


@dataclass(frozen=True)
class Palette:
    """The colours of one mode; every text colour has at least 4.5:1 on `paper` and `card`."""

    paper: str
    card: str
    panel: str
    ink: str
    quiet: str
    rule: str
    grid: str
    band: str
    proof: str
    warning: str
    series: tuple[str, ...]
    pale: tuple[str, ...]  # the same hues, for windows of time and for marked text

    def tone(self, slot: int) -> str:
        """The colour of a series: by its indicator's place in the chart, whatever else is drawn."""
        return self.series[slot % len(self.series)]


LIGHT = Palette(
    paper="#FBFAF7",
    card="#FFFFFF",
    panel="#F1EEE7",
    ink="#1B1D24",
    quiet="#5C5F68",
    rule="#DEDBD3",
    grid="#E9E6DF",
    band="#F7F5F0",
    proof="#2A6A2F",
    warning="#8A4B00",
    series=("#0B5D7A", "#B4532A", "#5B4A8A", "#5E6B1F"),
    pale=("#CFE3EA", "#F3DACD", "#E0DBEE", "#E3E7CC"),
)
DARK = Palette(
    paper="#15181B",
    card="#1C2024",
    panel="#101315",
    ink="#ECEAE4",
    quiet="#A8ABB2",
    rule="#353A40",
    grid="#2A2F34",
    band="#21262A",
    proof="#86C98B",
    warning="#E9B36B",
    series=("#63B7D5", "#E79168", "#B4A5E3", "#B9C574"),
    pale=("#1F4454", "#57321F", "#3B3457", "#3E4423"),
)


def shape(slot: int) -> str:
    """The shape of the marks of a series, one of `SHAPES`, by the same place as its colour."""
    return SHAPES[slot % len(SHAPES)]


def palette(mode: str | None) -> Palette:
    """The palette of `"dark"`; of anything else, the light one."""
    return DARK if mode == "dark" else LIGHT
