"""The parts of a drawing go in; the same parts, with what is pale made clear, come out.

On a projector pale colours vanish: what carries meaning gets at least 3:1 against its ground.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from export.picture.scene import Group, Line, Part, Path, Rect
from export.talk.stage import COLOURS

FAINTEST = 0.66  # of the first two data colours on paper, this still gives 3:1
STRIP = 6  # units: the foot of a band of years
EDGE = 2.0
MANY = 12  # points of a ring that is land, and no arrow


def legible(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Pale bars get an outline, bands of years a dark foot, faded strokes more ink."""
    return tuple(_all(parts))


def _all(parts: Iterable[Part]) -> Iterator[Part]:
    for part in parts:
        match part:
            case Group(name=name) if name.startswith("band "):
                yield replace(part, parts=(*part.parts, *_strips(part)))
            case Group():
                yield replace(part, parts=legible(part.parts))
            case Rect(opacity=opacity) if opacity < 1:
                yield from _bar(part)
            case Line(opacity=opacity) if opacity < FAINTEST:
                yield replace(part, opacity=FAINTEST)
            case Path():
                yield replace(part, rings=_rounded(part))
            case _:
                yield part


def _strips(band: Group) -> Iterator[Rect]:
    for rect in band.parts:
        if isinstance(rect, Rect):
            y = rect.y + rect.height - STRIP
            yield Rect(rect.x + 1, y, max(rect.width - 2, 1), STRIP, COLOURS.quiet)


def _bar(rect: Rect) -> Iterator[Part]:
    if rect.opacity >= 0.5:
        yield replace(rect, opacity=1)
        return
    x, y, right, bottom = rect.x, rect.y, rect.x + rect.width, rect.y + rect.height
    yield rect
    for x1, y1, x2, y2 in ((x, y, right, y), (right, y, right, bottom),
                           (right, bottom, x, bottom), (x, bottom, x, y)):  # fmt: skip
        yield Line(x1, y1, x2, y2, rect.fill, EDGE)


def _rounded(path: Path) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Outlines of land on a coarser grid, without the points that fall together there."""
    if all(len(ring) < MANY for ring in path.rings):
        return path.rings
    rings = []
    for ring in path.rings:
        made: list[tuple[float, float]] = []
        for x, y in ring:
            point = (round(x * 2) / 2, round(y * 2) / 2)
            if not made or made[-1] != point:
                made.append(point)
        if len(made) > 2:
            rings.append(tuple(made))
    return tuple(rings)
