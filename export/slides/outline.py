"""Rings of longitudes and latitudes go in; the XML of PowerPoint outlines comes out.

The projection is Equal Earth, the one of the map on the screen.
"""

from __future__ import annotations

from functools import cache
from math import asin, cos, radians, sin, sqrt

from charts.map_roles import LATITUDES
from charts.outlines import EDGE, Point, Ring, outlines
from export.slides.markup import SPACES, Box, attribute, fill, place

UNITS = 20_000  # across the map: outlines are whole numbers
_A = (1.340264, -0.081106, 0.000893, 0.003796)
_ROOT = sqrt(3) / 2


def ratio() -> float:
    """The width of the map by its height."""
    return _span()[0] / _span()[1]


def position(point: Point) -> tuple[float, float]:
    """Where a point lies, as shares of the map's width and height, from the upper left."""
    wide, high = _span()
    x, y = _project(point)
    return x / wide + 0.5, (_project((0.0, LATITUDES[1]))[1] - y) / high


def path(codes: tuple[str, ...]) -> str:
    """The outline of these countries as one path; the code "" is all land that has none."""
    return "".join(map(_country, codes))


@cache
def _country(code: str) -> str:
    world = outlines()
    return "".join(map(_ring, world.land.get(code, ()) if code else world.other))


def shape(number: int, name: str, box: Box, path_xml: str, colour: str, border: str) -> str:
    """An outline as a shape that can be recoloured; `box` is the whole map."""
    high = round(UNITS / ratio())
    return (
        f"<p:sp {SPACES}><p:nvSpPr><p:cNvPr id='{number}' name={attribute(name)}/><p:cNvSpPr/>"
        f"<p:nvPr/></p:nvSpPr><p:spPr>{place(box)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/>"
        f"<a:cxnLst/><a:rect l='0' t='0' r='r' b='b'/><a:pathLst><a:path w='{UNITS}' h='{high}'>"
        f"{path_xml}</a:path></a:pathLst></a:custGeom>{fill(colour)}"
        f"<a:ln w='3175'>{fill(border)}</a:ln></p:spPr></p:sp>"
    )


def _ring(ring: Ring) -> str:
    """One closed line; points that fall on the one before are left out."""
    high = UNITS / ratio()
    points: list[tuple[int, int]] = []
    for point in ring[:-1]:
        x, y = position(point)
        here = round(x * UNITS), round(min(max(y, 0.0), 1.0) * high)
        if not points or abs(here[0] - points[-1][0]) + abs(here[1] - points[-1][1]) > 6:
            points.append(here)
    if len(points) < 3:
        return ""
    first, *rest = (f"<a:pt x='{x}' y='{y}'/>" for x, y in points)
    lines = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in rest)
    return f"<a:moveTo>{first}</a:moveTo>{lines}<a:close/>"


@cache
def _span() -> tuple[float, float]:
    """The width and height of what is drawn, in the units of the projection."""
    low, high = (_project((0.0, latitude))[1] for latitude in LATITUDES)
    right = _project((EDGE + 360, 0.0))[0]
    return 2 * right, high - low


def _project(point: Point) -> tuple[float, float]:
    """Equal Earth, about the middle of the map."""
    longitude, latitude = point
    theta = asin(_ROOT * sin(radians(latitude)))
    square = theta * theta
    sixth = square**3
    a, b, c, d = _A
    scale = a + 3 * b * square + sixth * (7 * c + 9 * d * square)
    across = radians(longitude - EDGE - 180) * cos(theta) / (_ROOT * scale)
    return across, theta * (a + b * square + sixth * (c + d * square))
