"""A drawing shared out over as many screens as it takes, and over the steps of a slide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from charts.spec import Drawing, Events, Lines, Mark
from drawing import font_metrics, scene
from drawing.line_layout import Plot, plot
from drawing.picture import lay_out
from drawing.scene import Box, Group, Laid, Line, Part, Path, Rect, Text
from drawing.text_blocks import Style
from export.share_rows import share_out
from export.talk.talk_screen import CLOSE, COLOURS, GROWN, STYLE

NEAR = 0.6  # units: what touches a mark
SHARES = (1, 0.94, 0.88, 0.8, 0.7)  # of the height: a layout may add what it did not tell


@dataclass(frozen=True)
class Fitted:
    """A part of a drawing, and how it was laid out: with which style, into which box."""

    drawing: Drawing
    laid: Laid
    style: Style
    box: Box


def fitted(drawing: Drawing, box: Box) -> list[Fitted]:
    """The drawing in parts, each of which fits into the box; of much the same height."""
    for share in SHARES:
        parts = split(drawing, replace(box, height=box.height * share))
        found = [_inside(part, box, _usual(drawing)) for part in parts]
        if all(one.laid.bottom <= box.bottom + 0.5 for one in found):
            break
    for style in GROWN if drawing.type_size in ("growing", "large") else ():
        grown = [_inside(part, box, style) for part in parts]
        if all(one.laid.bottom <= box.bottom and not one.laid.crowded for one in grown):
            return grown
    return found


def split(drawing: Drawing, box: Box) -> list[Drawing]:
    """The drawing itself, or as many drawings of its rows as it takes.

    Activities stand in the order of their lanes; each part has the lanes of its own activities.
    """
    name = drawing.rows_in
    rows: tuple[Any, ...] = getattr(drawing, name) if name else ()
    if len(rows) < 2:
        return [drawing]
    if isinstance(drawing, Events):
        rows = tuple(event for lane in drawing.lanes for event in rows if event.lane == lane)

    def of(start: int, end: int) -> Drawing:
        part = replace(drawing, **{name: rows[start:end]})  # type: ignore[arg-type]
        if isinstance(part, Events):
            there = {event.lane for event in part.events}
            part = replace(part, lanes=tuple(lane for lane in part.lanes if lane in there))
        return part

    return [of(*cut) for cut in share_out(len(rows), lambda *cut: _needed(of(*cut), box))]


def extent(line: Text) -> tuple[float, float]:
    """Where the words of a line begin and end, from left to right."""
    width = sum(font_metrics.width(span.text, line.size, span.weight) for span in line.spans)
    left = line.x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[line.anchor]
    return left, left + width


def right_edge(parts: Iterable[Part]) -> float:
    """How far to the right the words of a drawing reach."""
    found = [0.0]
    for part in parts:
        if isinstance(part, Group):
            found.append(right_edge(part.parts))
        elif isinstance(part, Text):
            found.append(extent(part)[1])
    return max(found)


def _usual(drawing: Drawing) -> Style:
    return CLOSE if drawing.type_size == "close" else STYLE


def _inside(drawing: Drawing, box: Box, style: Style) -> Fitted:
    """Laid out so that no word reaches over the edge of the box."""
    narrow = box
    for _try in range(4):
        laid = lay_out(drawing, narrow, style)
        over = right_edge(laid.parts) - box.right
        if over <= 0:
            break
        narrow = replace(narrow, width=narrow.width - 1.3 * over)
    return Fitted(drawing, laid, style, narrow)


def _needed(drawing: Drawing, box: Box) -> float:
    """The share of the box that a drawing takes where there is none to spare."""
    none = Box(box.x, box.y, box.width, 0)
    return (lay_out(drawing, none, _usual(drawing)).bottom - box.y) / box.height


def staged(
    parts: Sequence[Part], drawing: Drawing, box: Box, style: Style, steps: int
) -> tuple[Part, ...]:
    """The parts in groups named `from N`, N being the step that shows them first."""
    if steps < 2:
        return tuple(parts)
    if isinstance(drawing, Lines):
        return tuple(_lines(parts, drawing, plot(drawing, box, style), steps))
    return _rows(parts, steps)


def shown_from(name: str) -> int:
    """The step of a group that `staged` made; 1 for any other."""
    return int(name.removeprefix("from ")) if name.startswith("from ") else 1


def _lines(parts: Iterable[Part], drawing: Lines, at: Plot, steps: int) -> Iterator[Part]:
    """By the marks that a part touches: it is there when the last of them is."""
    steps_of = _steps(drawing, steps)
    places = {
        mark.ref: (at.x(mark.at), at.y(mark.value), mark)
        for series in drawing.series
        for mark in series.marks
    }
    last = {series.unit: series.marks[-1].ref for series in drawing.series if series.marks}
    texts_of = ""
    for part in _flat(parts):
        refs = [ref for ref, place in places.items() if _touches(part, place)]
        if isinstance(part, Text):
            own = [span.ref for span in part.spans if span.ref in places]
            # The wording of another definition stands under its number.
            follows = texts_of and not own and part.fill in COLOURS.series
            refs = [ref for ref in (*own, texts_of if follows else None) if ref]
            name = "".join(span.text for span in part.spans)
            if name in last and not own and not refs:
                refs = [last[name]]
            texts_of = own[0] if own and places[own[0]][2].other_definition else ""
        upright = isinstance(part, Line) and part.x1 == part.x2 and not part.dash
        number = (min if upright else max)((steps_of[ref] for ref in refs), default=1)
        yield Group(f"from {number}", (part,)) if number > 1 else part


def _steps(drawing: Lines, steps: int) -> dict[str, int]:
    """When each mark appears: the first ones, what can be compared with them, the rest."""
    found: dict[str, int] = {}
    for series in drawing.series:
        comparable = [mark for mark in series.marks if mark.comparable]
        for mark in series.marks:
            first = mark.ref == (comparable or series.marks)[0].ref
            found[mark.ref] = 1 if first else min(steps, 2 if mark.comparable else 3)
    return found


def _flat(parts: Iterable[Part]) -> Iterator[Part]:
    """The groups that hold the whole opened, those of one mark or band left as they are."""
    for part in parts:
        if isinstance(part, Group) and part.name == "lines":
            yield from _flat(part.parts)
        else:
            yield part


def _touches(part: Part, place: tuple[float, float, Mark]) -> bool:
    x, y, mark = place
    match part:
        case Group(parts=(scene.Mark(ref=ref), *_more)):
            return ref == mark.ref
        case Line():
            ends = ((part.x1, part.y1), (part.x2, part.y2))
            exact = any(abs(a - x) < NEAR and abs(b - y) < NEAR for a, b in ends)
            return exact or (part.x1 == part.x2 and abs(part.x1 - x) < NEAR)
        case Path(rings=(((tip, _y), *_rest),)):
            return abs(tip - x) < NEAR
        case Rect():
            within = part.x - NEAR <= x <= part.x + part.width + NEAR
            return within and abs(part.y + part.height / 2 - y) < NEAR
    return False


def _rows(parts: Sequence[Part], steps: int) -> tuple[Part, ...]:
    """Rows end at a thin rule; they are shared out evenly over the steps."""
    rule = COLOURS.rule
    rows: list[list[Part]] = [[]]
    for part in parts:
        rows[-1].append(part)
        if isinstance(part, Line) and part.stroke == rule and part.y1 == part.y2 and part.x1 == 0:
            rows.append([])
    if len(rows) < 2:
        return tuple(parts)
    groups = []
    for place, row in enumerate(rows):
        number = 1 + place * steps // len(rows)
        groups.append(Group(f"from {number}", tuple(row)))
    return tuple(groups)
