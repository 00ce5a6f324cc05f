"""A drawing as SVG that a projector can show, whose marks and numbers can be pressed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import settings
from drawing import font_metrics
from drawing.scene import Group, Line, Mark, Part, Path, Rect, Scene, Text
from drawing.svg_writer import clean, svg
from export.talk.screen_parts import extent, shown_from
from export.talk.talk_screen import COLOURS

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


REACH = 17  # units: the least half of a mark that can be pressed


@dataclass(frozen=True)
class Behind:
    """What a press on a mark opens, and what is said of the mark."""

    refs: tuple[str, ...]
    says: str


@dataclass(frozen=True)
class Hit:
    """A place that can be pressed, from a step on."""

    x: float
    y: float
    width: float
    height: float
    key: str
    step: int = 1
    round: bool = False


def pressable_svg(
    parts: tuple[Part, ...], width: float, height: float, alt: str, behind: Mapping[str, Behind]
) -> str:
    """The drawing as SVG in these units.

    `behind` has an entry for each ref, country code, or spoken text of an activity that can be
    pressed. The drawing itself is hidden from screen readers, who get its alternative, its buttons
    and the table.
    """
    size = (round(width), round(height))
    whole = Scene(*size, None, parts, "", "", settings.language())
    art = svg(whole, with_font=False).replace("<title></title><desc></desc>", "", 1)
    return (
        f'<svg class="drawing" viewBox="0 0 {size[0]} {size[1]}" role="group" '
        f'aria-label="{clean(alt)}"><g class="art" aria-hidden="true">{art}</g>'
        f'<g class="hits">{"".join(_buttons(parts, behind))}</g></svg>'
    )


def _buttons(parts: Iterable[Part], behind: Mapping[str, Behind]) -> Iterator[str]:
    """A button for each place; where a fact has several, the first one takes the focus."""
    seen: set[str] = set()
    for hit in _hits(parts, behind, 1):
        opened = behind[hit.key]
        first = hit.key not in seen
        seen.add(hit.key)
        shape = (
            f'x="{hit.x:.1f}" y="{hit.y:.1f}" width="{hit.width:.1f}" height="{hit.height:.1f}" '
            f'rx="{hit.width / 2 if hit.round else 4:.1f}"'
        )
        reached = (
            f'tabindex="0" role="button" aria-haspopup="dialog" aria-label="{clean(opened.says)}"'
            if first
            else 'aria-hidden="true"'
        )
        step = f' data-from="{hit.step}"' if hit.step > 1 else ""
        yield (
            f'<rect class="hit" {shape} data-ref="{clean(" ".join(opened.refs))}" '
            f'data-tip="{clean(opened.says)}"{step} {reached}/>'
        )


def _hits(parts: Iterable[Part], behind: Mapping[str, Behind], step: int) -> Iterator[Hit]:
    for part in parts:
        match part:
            case Mark() if part.ref in behind:
                half = max(part.size * 0.8, REACH)
                x, y = part.x - half, part.y - half
                yield Hit(x, y, 2 * half, 2 * half, part.ref, step, round=True)
            case Text():
                yield from _numbers(part, behind, step)
            case Group() if part.says in behind:
                boxes = [box for inner in part.parts for box in _bounds(inner)]
                left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
                right, low = max(b[2] for b in boxes), max(b[3] for b in boxes)
                yield Hit(left - 4, top - 2, right - left + 8, low - top + 4, part.says, step)
            case Group():
                yield from _hits(part.parts, behind, max(step, shown_from(part.name)))


def _numbers(text: Text, behind: Mapping[str, Behind], step: int) -> Iterator[Hit]:
    """The places of the numbers in a line of text."""
    x, top = extent(text)[0], text.y - text.size * 0.9
    for span in text.spans:
        width = font_metrics.width(span.text, text.size, span.weight)
        if span.ref in behind and span.ref is not None:
            yield Hit(x - 5, top - 3, width + 10, text.size * 1.2 + 6, span.ref, step)
        x += width


def _bounds(part: Part) -> Iterator[tuple[float, float, float, float]]:
    match part:
        case Rect():
            yield part.x, part.y, part.x + part.width, part.y + part.height
        case Line():
            yield part.x1, part.y1, part.x2, part.y2
        case Text():
            left, right = extent(part)
            yield left, part.y - part.size * 0.9, right, part.y + part.size * 0.3
