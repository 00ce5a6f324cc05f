"""The dots of an activity and a box go in; a piece of the world map with named dots comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from charts.outlines import Point, outlines
from charts.theme import BOLD
from decks.slides import Dot
from export.picture import metrics
from export.picture.map import project
from export.picture.scene import Anchor, Box, Group, Line, Mark, Part, Path, Span, Text
from export.talk.stage import COLOURS, SMALL

MARGIN = 0.16  # of the map around the outermost dots
DOT = 15  # units
LEAST = 0.5  # of the globe's radius: the width of a map of one dot
SMALLEST = 3.0  # units: a ring smaller than this is no more than a speck


def layout(dots: tuple[Dot, ...], box: Box) -> tuple[Part, ...]:
    """Land, dots and their names; a name lies on no dot and on no other name."""
    place = _view(dots, box)
    world = outlines()
    rings = [ring for rings in world.land.values() for ring in rings] + list(world.other)
    drawn = [tuple(place(point) for point in ring) for ring in rings]
    # A path for each piece of land: one path of them all takes a browser ten times as long.
    land = Group("land", tuple(
        Path((ring,), COLOURS.rule, COLOURS.card, 1) for ring in drawn if _seen(ring, box)
    ))  # fmt: skip
    at = {dot.code: place((dot.lon, dot.lat)) for dot in dots}
    ink, paper = COLOURS.series[0], COLOURS.card
    marks = [
        Mark(at[dot.code][0], at[dot.code][1], DOT, "circle", ink, paper, 2, dot.code)
        for dot in dots
    ]
    return (land, *_names(dots, at, box), *marks)


def _view(dots: tuple[Dot, ...], box: Box) -> Callable[[Point], tuple[float, float]]:
    """What turns a longitude and a latitude into a place in the box."""
    points = [project((dot.lon, dot.lat)) for dot in dots]
    west, east = min(x for x, _y in points), max(x for x, _y in points)
    south, north = min(y for _x, y in points), max(y for _x, y in points)
    wide, high = max(east - west, LEAST), max(north - south, LEAST * 0.5)
    scale = min(box.width / (wide * (1 + 2 * MARGIN)), box.height / (high * (1 + 2 * MARGIN)))
    middle = ((west + east) / 2, (south + north) / 2)

    def place(point: Point) -> tuple[float, float]:
        x, y = project(point)
        return (
            box.x + box.width / 2 + (x - middle[0]) * scale,
            box.y + box.height / 2 - (y - middle[1]) * scale,
        )

    return place


def _seen(ring: tuple[tuple[float, float], ...], box: Box) -> bool:
    xs, ys = [x for x, _y in ring], [y for _x, y in ring]
    inside = max(xs) > box.x and min(xs) < box.right and max(ys) > box.y and min(ys) < box.bottom
    return inside and max(max(xs) - min(xs), max(ys) - min(ys)) > SMALLEST


def _names(dots: tuple[Dot, ...], at: dict[str, tuple[float, float]], box: Box) -> Iterator[Part]:
    """Each name beside its dot, where nothing stands yet; far off it gets a thin line."""
    half = DOT * 0.8
    taken = [Box(x - half, y - half, 2 * half, 2 * half) for x, y in at.values()]
    for dot in sorted(dots, key=lambda one: -at[one.code][0]):
        x, y = at[dot.code]
        wide, high = metrics.width(dot.label, SMALL, BOLD), SMALL * 1.2
        found = None
        for left, top, anchor, far in _tries(x, y, wide, high):
            tried = Box(left, top, wide, high)
            inside = box.x <= tried.x and tried.right <= box.right
            inside = inside and box.y <= tried.y and tried.bottom <= box.bottom
            if inside and not any(_meet(tried, other) for other in taken):
                found = (tried, anchor, far)
                break
        tried, anchor, far = found or (Box(x + half, y - high / 2, wide, high), "start", False)
        taken.append(tried)
        if far:
            middle = tried.x + (
                wide / 2 if anchor == "middle" else 0 if anchor == "start" else wide
            )
            end = tried.bottom if tried.y < y else tried.y
            yield Line(x, y, middle, end, COLOURS.quiet)
        edge = {"start": tried.x, "middle": tried.x + wide / 2, "end": tried.right}[anchor]
        spans = (Span(dot.label, BOLD, dot.code),)
        yield Text(edge, tried.y + SMALL * 0.92, spans, SMALL, COLOURS.ink, anchor, COLOURS.card)


def _tries(
    x: float, y: float, wide: float, high: float
) -> Iterator[tuple[float, float, Anchor, bool]]:
    beside = DOT * 0.9
    yield x + beside, y - high / 2, "start", False
    yield x - beside - wide, y - high / 2, "end", False
    yield x - wide / 2, y + beside, "middle", False
    yield x - wide / 2, y - beside - high, "middle", False
    for left, anchor in ((x + 4, "start"), (x - 4 - wide, "end")):
        yield left, y - beside - high, anchor, False  # type: ignore[misc]
        yield left, y + beside, anchor, False  # type: ignore[misc]
    for away in (1.6, 2.6, 3.6, 4.6):
        for way in (1, -1):
            top = y + way * away * high - high / 2
            yield x - wide / 2, top, "middle", True
            yield x, top, "start", True
            yield x - wide, top, "end", True


def _meet(a: Box, b: Box) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom
