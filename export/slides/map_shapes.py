"""A map of places as outlines of countries, which can be recoloured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from charts.places import MEANINGS, ROLES
from charts.spec import Map
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
    width, height = _span()
    x, y = project(point)
    return x / width + 0.5, (project((0.0, LATITUDES[1]))[1] - y) / height


def country_path(codes: tuple[str, ...]) -> str:
    """The outline of these countries as one path; the code "" is all land that has none."""
    return "".join(map(_country, codes))


@cache
def _country(code: str) -> str:
    world = outlines()
    return "".join(map(_ring, world.land.get(code, ()) if code else world.other))


def outline_shape(number: int, name: str, box: Box, path_xml: str, colour: str, border: str) -> str:
    """An outline as a shape that can be recoloured; `box` is the whole map."""
    height = round(UNITS / map_ratio())
    return (
        f"<p:sp {SPACES}><p:nvSpPr><p:cNvPr id='{number}' name={attribute(name)}/><p:cNvSpPr/>"
        f"<p:nvPr/></p:nvSpPr><p:spPr>{place(box)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/>"
        f"<a:cxnLst/><a:rect l='0' t='0' r='r' b='b'/><a:pathLst><a:path w='{UNITS}' h='{height}'>"
        f"{path_xml}</a:path></a:pathLst></a:custGeom>{fill(colour)}"
        f"<a:ln w='3175'>{fill(border)}</a:ln></p:spPr></p:sp>"
    )


def _ring(ring: Ring) -> str:
    """One closed line; points that fall on the one before are left out."""
    height = UNITS / map_ratio()
    points: list[tuple[int, int]] = []
    for point in ring[:-1]:
        x, y = map_position(point)
        here = round(x * UNITS), round(min(max(y, 0.0), 1.0) * height)
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
    south, north = (project((0.0, latitude))[1] for latitude in LATITUDES)
    return 2 * project((EDGE + 360, 0.0))[0], north - south


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
class Named:
    """A role on a map: its heading, and its countries in one line."""

    role: Role
    heading: str
    countries: str

    def heights(self, width: float, look: Look) -> tuple[float, float]:
        """How high heading and countries stand in a column."""
        head = text_height(self.heading, TEXT, width - 2 * MARK, True, look.factor)
        return head, text_height(self.countries, TEXT, width, factor=look.factor)


def _named(drawing: Map) -> list[Named]:
    """The roles of the map that have a country, each with its own."""
    found = []
    for role in ROLES:
        countries = ", ".join(place.name for place in drawing.places if first_role(place) == role)
        word, meaning = translate(ROLES[role]).capitalize(), translate(MEANINGS[role])
        heading = _("{role}: {meaning}", role=word, meaning=meaning)
        found += [Named(role, heading, countries)] if countries else []
    return found


def _plan(roles: list[Named], box: Box, look: Look) -> tuple[Box, Box, bool]:
    """The map, what stands beside or under it, and whether that is more than the legend.

    The names stand beside the map on a wide page, under it on a tall one; else only the legend.
    """

    def tall(width: float) -> float:
        return sum(sum(one.heights(width, look)) + 8 for one in roles)

    column = Box(box.x + box.width * (1 - COLUMN), box.y, box.width * COLUMN, box.height)
    if box.width > 1.6 * box.height and tall(column.width) <= box.height:
        left = Box(box.x, box.y, box.width - column.width - GAP, box.height)
        return _inside(left, centred=False), column, True
    named = box.height - tall(box.width) - GAP / 2 >= LEAST
    under = tall(box.width) if named else len(roles) * KEY
    room = box.height - under - GAP / 2
    at = _inside(Box(box.x, box.y, box.width, room), centred=True)
    top = at.bottom + GAP / 2 if named else box.bottom - under
    return at, Box(box.x, top, box.width, under), named


def draw_map(page: Page, drawing: Map, name: str, alt: str) -> bool:
    """The map with its legend; says whether the names of the countries stand there too."""
    look, roles = page.look, _named(drawing)
    at, words, named = _plan(roles, page.box, look)
    page.holder()
    group(page, name, alt, at, [*_land(drawing, at, look), *_marks(drawing, at, look)])
    y = words.y
    for count, one in enumerate(roles, 1):
        head, under = one.heights(words.width, look)
        _key(page, one, Box(words.x, y, words.width, head if named else TEXT * 1.3), name)
        if named:
            lines = (Paragraph((Run(one.countries, TEXT, look.ink),)),)
            box = Box(words.x, y + head, words.width, under)
            names = name.replace(":map", f":names-{count}")
            page.add(text_box(page.number(), names, box, lines))
        y += head + under + 8 if named else KEY
    return named


def _inside(room: Box, *, centred: bool) -> Box:
    """The largest map in this room; on a tall page it stands at the top."""
    width = min(room.width, room.height * map_ratio())
    height = width / map_ratio()
    x = room.x + (room.width - width) / 2 if centred else room.x
    return Box(x, room.y if centred else room.y + (room.height - height) / 2, width, height)


def group(page: Page, name: str, alt: str, box: Box, inner: list[str]) -> None:
    """Several shapes as one, with one alternative text; each gets a number of its own."""
    number = page.number()
    frame = place(box)
    child = frame.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
    child = child.removeprefix("<a:xfrm>")
    numbered = "".join(
        one.replace("id='0'", f"id='{number + at}'", 1) for at, one in enumerate(inner, 1)
    )
    page.add(
        f"<p:grpSp {SPACES}><p:nvGrpSpPr><p:cNvPr id='{number}' name={attribute(name)} "
        f"descr={attribute(alt)}/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>"
        f"{frame.removesuffix('</a:xfrm>')}{child}</p:grpSpPr>{numbered}</p:grpSp>"
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
        for named in drawing.places:
            if first_role(named) == role and named.code in points:
                x, y = map_position(points[named.code])
                yield _mark(role, named.name, box.x + x * box.width, box.y + y * box.height, look)


def _mark(role: Role, name: str, x: float, y: float, look: Look) -> str:
    edge = scheme("bg1") if role == "host" else look.steps[0]
    return mark(SHAPES[role], name, x, y, MARK, look.steps[list(ROLES).index(role)], edge)


def _key(page: Page, one: Named, box: Box, name: str) -> None:
    """One line of the legend."""
    look = page.look
    drawn = _mark(one.role, f"{name} {one.role}", box.x + MARK / 2, box.y + TEXT * 0.6, look)
    page.add(drawn.replace("id='0'", f"id='{page.number()}'", 1))
    lines = (Paragraph((Run(one.heading, TEXT, look.ink, bold=True),)),)
    at = Box(box.x + 2 * MARK, box.y, box.width - 2 * MARK, box.height)
    page.add(text_box(page.number(), f"{name} {one.role} words", at, lines))


def listed_rows(drawing: Map) -> Rows:
    """The countries by role as a table, for where they have no room beside the map."""
    body = tuple((((Piece(one.heading),),), ((Piece(one.countries),),)) for one in _named(drawing))
    return Rows((_("Role"), _("Countries")), body, (0.28, 0.72))
