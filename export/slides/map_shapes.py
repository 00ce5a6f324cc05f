"""A map of places as outlines of countries, which can be recoloured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from charts.places import MEANINGS, ROLES
from charts.spec import Map, PlaceNamed
from charts.world_map import EDGE, LATITUDES, Point, Ring, first_role, outlines
from drawing.map_layout import project
from drawing.scene import Box
from export.slides.layout_geometry import Page
from export.slides.shapes import (
    SPACES,
    Paragraph,
    Run,
    attribute,
    fill,
    place,
    text_box,
    text_height,
)
from export.slides.slide_table import Piece, Rows
from export.slides.template_theme import Look, scheme
from facts.vocabulary import Role
from words import _, translate

UNITS = 20_000  # across the map: outlines are whole numbers


def map_ratio() -> float:
    """The width of the map by its height."""
    return _span()[0] / _span()[1]


def map_position(point: Point) -> tuple[float, float]:
    """Where a point lies, as shares of the map's width and height, from the upper left."""
    wide, high = _span()
    x, y = project(point)
    return x / wide + 0.5, (project((0.0, LATITUDES[1]))[1] - y) / high


def country_path(codes: tuple[str, ...]) -> str:
    """The outline of these countries as one path; the code "" is all land that has none."""
    return "".join(map(_country, codes))


@cache
def _country(code: str) -> str:
    world = outlines()
    return "".join(map(_ring, world.land.get(code, ()) if code else world.other))


def outline_shape(number: int, name: str, box: Box, path_xml: str, colour: str, border: str) -> str:
    """An outline as a shape that can be recoloured; `box` is the whole map."""
    high = round(UNITS / map_ratio())
    return (
        f"<p:sp {SPACES}><p:nvSpPr><p:cNvPr id='{number}' name={attribute(name)}/><p:cNvSpPr/>"
        f"<p:nvPr/></p:nvSpPr><p:spPr>{place(box)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/>"
        f"<a:cxnLst/><a:rect l='0' t='0' r='r' b='b'/><a:pathLst><a:path w='{UNITS}' h='{high}'>"
        f"{path_xml}</a:path></a:pathLst></a:custGeom>{fill(colour)}"
        f"<a:ln w='3175'>{fill(border)}</a:ln></p:spPr></p:sp>"
    )


def _ring(ring: Ring) -> str:
    """One closed line; points that fall on the one before are left out."""
    high = UNITS / map_ratio()
    points: list[tuple[int, int]] = []
    for point in ring[:-1]:
        x, y = map_position(point)
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
    low, high = (project((0.0, latitude))[1] for latitude in LATITUDES)
    return 2 * project((EDGE + 360, 0.0))[0], high - low


SHAPES: dict[Role, str] = {
    "host": "ellipse",
    "covered": "rect",
    "consulted": "diamond",
    "named": "triangle",
}
MARK = 6.5  # pt
TEXT = 12  # pt
COLUMN, GAP = 0.37, 18.0  # the width of the names beside the map, as a share of the page
KEY = TEXT * 1.3 + 4  # pt, of a line of the legend
LEAST = 150.0  # pt: a map that is lower gets its names on a slide of their own


@dataclass(frozen=True)
class Plan:
    """Where the map stands, and where the names by role or, without room for them, the legend."""

    map: Box
    words: Box
    named: bool


def plan_map(drawing: Map, box: Box, look: Look) -> Plan:
    """The names beside the map on a wide page, under it on a tall one; else only the legend."""
    column = Box(box.x + box.width * (1 - COLUMN), box.y, box.width * COLUMN, box.height)
    if box.width > 1.6 * box.height and _tall(drawing, column.width, look) <= box.height:
        left = Box(box.x, box.y, box.width - column.width - GAP, box.height)
        return Plan(_inside(left, centred=False), column, True)
    for named in (True, False):
        tall = _tall(drawing, box.width, look) if named else len(_by_role(drawing)) * KEY
        room = box.height - tall - GAP / 2
        if not named or room >= LEAST:
            under = Box(box.x, box.y + box.height - tall, box.width, tall)
            at = _inside(Box(box.x, box.y, box.width, room), centred=True)
            if named:
                under = replace(under, y=at.y + at.height + GAP / 2)
            return Plan(at, under, named)
    raise AssertionError("the legend alone always has its place")


def draw_map(page: Page, drawing: Map, name: str, alt: str) -> bool:
    """The map with its legend; says whether the names of the countries stand there too."""
    look, held = page.look, plan_map(drawing, page.box, page.look)
    page.holder()
    group(
        page,
        name,
        alt,
        held.map,
        [*_land(drawing, held.map, look), *_marks(drawing, held.map, look)],
    )
    if held.named:
        _names(page, drawing, held.words, name)
        return True
    for row, (role, _places) in enumerate(_by_role(drawing)):
        _key(
            page,
            role,
            Box(held.words.x, held.words.y + row * KEY, held.words.width, TEXT * 1.3),
            name,
        )
    return False


def _inside(room: Box, *, centred: bool) -> Box:
    """The largest map in this room; on a tall page it stands at the top."""
    wide = min(room.width, room.height * map_ratio())
    high = wide / map_ratio()
    x = room.x + (room.width - wide) / 2 if centred else room.x
    return Box(x, room.y if centred else room.y + (room.height - high) / 2, wide, high)


def group(page: Page, name: str, alt: str, box: Box, inner: list[str]) -> None:
    """Several shapes as one, with one alternative text; each gets a number of its own."""
    number = page.number()
    frame = place(box)
    child = frame.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
    child = child.removeprefix("<a:xfrm>")
    held = "".join(
        one.replace("id='0'", f"id='{number + at}'", 1) for at, one in enumerate(inner, 1)
    )
    page.add(
        f"<p:grpSp {SPACES}><p:nvGrpSpPr><p:cNvPr id='{number}' name={attribute(name)} "
        f"descr={attribute(alt)}/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>"
        f"{frame.removesuffix('</a:xfrm>')}{child}</p:grpSpPr>{held}</p:grpSp>"
    )


def land(box: Box, look: Look) -> str:
    """All land in one plain outline."""
    world = outlines()
    codes = ("", *world.land)
    return outline_shape(0, "land", box, country_path(codes), look.rule, scheme("bg1"))


def mark(kind: str, name: str, x: float, y: float, size: float, inside: str, edge: str) -> str:
    """A small mark about a point."""
    box = Box(x - size / 2, y - size / 2, size, size)
    return (
        f"<p:sp {SPACES}><p:nvSpPr><p:cNvPr id='0' name={attribute(name)}/><p:cNvSpPr/><p:nvPr/>"
        f"</p:nvSpPr><p:spPr>{place(box)}<a:prstGeom prst='{kind}'><a:avLst/></a:prstGeom>"
        f"{fill(inside)}<a:ln w='9525'>{fill(edge)}</a:ln></p:spPr></p:sp>"
    )


def _land(drawing: Map, box: Box, look: Look) -> Iterator[str]:
    """An outline for plain land and for each role; what lies inside another country comes last.

    A country that is named is pale, whatever its role, as on the screen: its mark says the role.
    """
    world, paper, pale = outlines(), scheme("bg1"), look.steps[-1]
    role_of = {p.code: first_role(p) for p in drawing.places}
    plain = ("", *(c for c in world.land if c not in role_of and c not in world.inside))
    yield outline_shape(0, "land", box, country_path(plain), look.land, paper)
    for role in ROLES:
        codes = tuple(c for c in world.land if role_of.get(c) == role and c not in world.inside)
        if codes:
            yield outline_shape(0, role, box, country_path(codes), pale, paper)
    for code in sorted(world.inside):
        colour = pale if code in role_of else look.land
        yield outline_shape(0, code, box, country_path((code,)), colour, paper)


def _marks(drawing: Map, box: Box, look: Look) -> Iterator[str]:
    points = outlines().points
    for role in reversed(ROLES):
        for held in drawing.places:
            if first_role(held) == role and held.code in points:
                x, y = map_position(points[held.code])
                yield _mark(role, held.name, box.x + x * box.width, box.y + y * box.height, look)


def _mark(role: Role, name: str, x: float, y: float, look: Look) -> str:
    edge = scheme("bg1") if role == "host" else look.steps[0]
    return mark(SHAPES[role], name, x, y, MARK, look.steps[list(ROLES).index(role)], edge)


def _by_role(drawing: Map) -> list[tuple[Role, list[PlaceNamed]]]:
    found = [(role, [p for p in drawing.places if first_role(p) == role]) for role in ROLES]
    return [(role, held) for role, held in found if held]


def _heading(role: Role) -> str:
    return _(
        "{role}: {meaning}",
        role=translate(ROLES[role]).capitalize(),
        meaning=translate(MEANINGS[role]),
    )


def _tall(drawing: Map, wide: float, look: Look) -> float:
    """How high the names by role stand in a column."""
    return sum(_part(role, held, wide, look) for role, held in _by_role(drawing))


def _part(role: Role, held: list[PlaceNamed], wide: float, look: Look) -> float:
    names = ", ".join(p.name for p in held)
    head = text_height(_heading(role), TEXT, wide - 2 * MARK, True, look.wide)
    return head + text_height(names, TEXT, wide, wide=look.wide) + 8


def _names(page: Page, drawing: Map, box: Box, name: str) -> None:
    """The legend and, under each role, its countries."""
    look, y = page.look, box.y
    for at, (role, held) in enumerate(_by_role(drawing), 1):
        high = text_height(_heading(role), TEXT, box.width - 2 * MARK, True, look.wide)
        _key(page, role, Box(box.x, y, box.width, high), name)
        words = ", ".join(p.name for p in held)
        whole = _part(role, held, box.width, look)
        lines = (Paragraph((Run(words, TEXT, look.ink),)),)
        under = Box(box.x, y + high, box.width, whole - high - 8)
        page.add(text_box(page.number(), name.replace(":map", f":names-{at}"), under, lines))
        y += whole


def _key(page: Page, role: Role, box: Box, name: str) -> None:
    """One line of the legend."""
    look = page.look
    drawn = _mark(role, f"{name} {role}", box.x + MARK / 2, box.y + TEXT * 0.6, look)
    page.add(drawn.replace("id='0'", f"id='{page.number()}'", 1))
    lines = (Paragraph((Run(_heading(role), TEXT, look.ink, bold=True),)),)
    at = Box(box.x + 2 * MARK, box.y, box.width - 2 * MARK, box.height)
    page.add(text_box(page.number(), f"{name} {role} words", at, lines))


def listed_rows(drawing: Map) -> Rows:
    """The countries by role as a table, for where they have no room beside the map."""
    body = tuple(
        (((Piece(_heading(role)),),), ((Piece(", ".join(p.name for p in held)),),))
        for role, held in _by_role(drawing)
    )
    return Rows((_("Role"), _("Countries")), body, (0.28, 0.72))
