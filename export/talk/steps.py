"""The parts of a drawing and a number of steps go in; groups that appear step by step come out.

Everything keeps its place: the whole is laid out once, and a step only shows more of it. A line
chart shows its first points, then the line between what can be compared, then what breaks it;
a drawing in rows shows its rows; anything else is whole from the start.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from charts.spec import Drawing, Lines, Mark
from export.picture import scene
from export.picture.plot import Plot, plot
from export.picture.scene import Box, Group, Line, Part, Path, Rect, Text
from export.picture.style import Style
from export.talk.stage import COLOURS

NEAR = 0.6  # units


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
