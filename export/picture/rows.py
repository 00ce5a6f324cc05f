"""Rows of known height and a box go in, their parts come out, with the spare room shared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from export.picture.scene import Box, Laid, Line, Part
from export.picture.style import Style
from words import counted

AIR = 0.9  # of its height: how much a row may grow


@dataclass(frozen=True)
class Row:
    """One row: its height with its own padding, and what draws it from a top edge down."""

    height: float
    draw: Callable[[float], Sequence[Part]]
    ruled: bool = True


@dataclass(frozen=True)
class Stacked(Laid):
    """Rows under each other, with the lower edge of each."""

    edges: tuple[float, ...] = ()


def stack(
    found: Sequence[Row], box: Box, style: Style, most: int | None = None, after: float = 0
) -> Stacked:
    """The rows under each other, a thin line between them; at most `most` of them.

    `after` is the height of what comes under the rows.
    """
    shown = found if most is None else found[:most]
    needed = sum(row.height for row in shown)
    spare = max(0.0, box.height - needed - after) / max(1, len(shown))
    air = min(spare, AIR * needed / max(1, len(shown)))
    parts: list[Part] = []
    edges: list[float] = []
    top = box.y
    for place, row in enumerate(shown):
        parts += row.draw(top + air / 2)
        top += row.height + air
        edges.append(top)
        if row.ruled and place < len(shown) - 1:
            parts.append(Line(box.x, top, box.right, top, style.colours.rule))
    return Stacked(tuple(parts), top, rest(len(found) - len(shown)), edges=tuple(edges))


def rest(number: int) -> str:
    """The sentence for rows that found no room; empty where there are none."""
    if number <= 0:
        return ""
    return counted("and {number} more, in the table", "and {number} more, in the table", number)
