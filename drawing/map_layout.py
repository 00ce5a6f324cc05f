"""Countries by role as parts of a picture - a world map with its legend and, if they fit, names."""

from __future__ import annotations

from collections.abc import Iterator
from math import asin, cos, radians, sin, sqrt

from charts.places import MEANINGS, ROLES
from charts.spec import Map, PlaceNamed
from charts.theme import BOLD
from charts.world_map import (
    EDGE,
    LATITUDES,
    RATIO,
    SYMBOLS,
    Point,
    edge,
    fill,
    fills,
    first_role,
    legend,
    outlines,
)
from drawing import font_metrics
from drawing.scene import Box, Group, Laid, Mark, Part, Path, Span, Text
from drawing.text_blocks import Style, flow, height_of, texts
from facts.vocabulary import Role
from words import translate

MARK = 8  # px on a map of 1000 px
BORDER = 0.6  # px
LEAST = 180  # px: a map lower than this is none
SMALL = 0.8  # of the width: for a larger map, smaller type is taken
EQUAL_EARTH = (1.340264, -0.081106, 0.000893, 0.003796)


def layout_map(drawing: Map, box: Box, style: Style) -> Laid:
    """The legend, the map as large as it can be, and the names by role if they fit under it."""
    keys, top = _legend(drawing, box, style)
    names = _names(drawing, box, style)
    under = sum(height_of(lines, style.small) + style.gap / 2 for _role, lines in names) + style.gap
    room = box.bottom - top
    whole = box.width / RATIO
    with_names = room - under >= min(whole, LEAST * 2) * 0.9
    high = min(whole, room - (under if with_names else 0))
    wide = high * RATIO
    spare = (room - high - (under if with_names else 0)) / 2
    at = Box(box.x + (box.width - wide) / 2, top + max(0.0, spare), wide, high)
    parts = [*keys, Group("map", tuple(_world(drawing, at, style)))]
    if with_names:
        y = at.bottom + style.gap
        for _role, lines in names:
            parts += texts(lines, box.x, y, style.small, style.colours.ink)
            y += height_of(lines, style.small) + style.gap / 2
    short = max(0.0, LEAST * style.factor - high)
    return Laid(tuple(parts), box.bottom + short, crowded=int(wide < SMALL * box.width))


def project(point: Point) -> tuple[float, float]:
    """Equal Earth: east and north of the middle of the map, as parts of the globe's radius."""
    lon, lat = radians(point[0] - EDGE - 180), radians(point[1])
    a, b, c, d = EQUAL_EARTH
    angle = asin(sqrt(3) / 2 * sin(lat))
    two, six = angle**2, angle**6
    x = 2 * sqrt(3) * lon * cos(angle) / (3 * (a + 3 * b * two + six * (7 * c + 9 * d * two)))
    return x, angle * (a + b * two + six * (c + d * two))


def _world(drawing: Map, box: Box, style: Style) -> Iterator[Part]:
    middle_y = (project((0, LATITUDES[0]))[1] + project((0, LATITUDES[1]))[1]) / 2
    half = project((EDGE + 360, 0))[0]
    scale = min(
        box.width / (2 * half),
        box.height / (project((0, LATITUDES[1]))[1] - project((0, LATITUDES[0]))[1]),
    )
    centre = (box.x + box.width / 2, box.y + box.height / 2)

    def place(point: Point) -> tuple[float, float]:
        x, y = project(point)
        return centre[0] + x * scale, centre[1] - (y - middle_y) * scale

    for name, rings, colour in fills(drawing, style.colours):
        drawn = tuple(tuple(place(point) for point in ring[:-1]) for ring in rings)
        yield Group(name, (Path(drawn, colour, style.colours.card, BORDER),))
    points = outlines().points
    size = MARK * box.width / 1000
    for role in reversed(ROLES):
        for named in drawing.places:
            if first_role(named) == role and named.code in points:
                yield _mark(named, role, place(points[named.code]), size, style)


def _mark(
    named: PlaceNamed, role: Role, at: tuple[float, float], size: float, style: Style
) -> Group:
    look = (SYMBOLS[role], fill(role, style.colours), edge(role, style.colours))
    roles = ", ".join(translate(ROLES[one]) for one in ROLES if one in named.roles)
    said = f"{named.name}: {roles} ({', '.join(named.documents)})"
    drawn = Mark(*at, size, *look, size * 0.15, named.code)  # type: ignore[arg-type]
    return Group("place", (drawn,), said)


def _legend(drawing: Map, box: Box, style: Style) -> tuple[list[Part], float]:
    """The roles with their meaning, in as many lines as they take; and where they end."""
    parts: list[Part] = []
    size, step = style.small, style.small * font_metrics.LINE_HEIGHT * 1.1
    x, y = box.x, box.y
    for key in legend(drawing, style.colours):
        spans = (Span(translate(ROLES[key.role]), BOLD), Span(f": {translate(MEANINGS[key.role])}"))
        wide = 1.6 * size + sum(font_metrics.width(s.text, size, s.weight) for s in spans)
        if x > box.x and x + wide > box.right:
            x, y = box.x, y + step
        mark = Mark(
            x + size / 2, y + step / 2, size * 0.85, key.symbol, key.colour, key.edge,  # type: ignore[arg-type]
            size * 0.12, key.role,
        )  # fmt: skip
        parts += [mark, Text(x + 1.5 * size, y + step * 0.72, spans, size, style.colours.quiet)]
        x += wide + 2.5 * style.gap
    return parts, y + step + style.gap


def _names(drawing: Map, box: Box, style: Style) -> list[tuple[Role, tuple[tuple[Span, ...], ...]]]:
    """For each role its countries, in the order of their names."""
    found = []
    for role in ROLES:
        names = sorted(place.name for place in drawing.places if first_role(place) == role)
        if names:
            spans = (Span(f"{translate(ROLES[role])}:", BOLD), Span(f" {', '.join(names)}"))
            found.append((role, flow(spans, box.width, style.small)))
    return found
