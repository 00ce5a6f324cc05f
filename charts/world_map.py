"""The outlines of land, a position for each country, and how each role of a country is drawn."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from charts.places import ROLES
from charts.spec import Map, PlaceNamed
from charts.theme import Palette
from facts.vocabulary import Role

FILE = Path(__file__).parent.parent / "reference" / "outlines.json"
EDGE = -169.0  # longitudes run from here to here + 360; the Bering Strait is the map's edge

Point = tuple[float, float]  # longitude, latitude in degrees
Ring = tuple[Point, ...]  # closed and clockwise; no ring crosses the edge


@dataclass(frozen=True)
class Outlines:
    """Land by alpha-3 code, land without a code, and one position for a mark per country.

    `inside` are the codes that lie wholly inside another's ring and are drawn after it.
    """

    land: dict[str, tuple[Ring, ...]]
    other: tuple[Ring, ...]
    inside: frozenset[str]
    points: dict[str, Point]


@cache
def outlines() -> Outlines:
    """Read `reference/outlines.json`."""
    held = json.loads(FILE.read_text(encoding="utf-8"))
    return Outlines(
        land={code: tuple(map(_ring, flat)) for code, flat in held["land"].items()},
        other=tuple(map(_ring, held["other"])),
        inside=frozenset(held["inside"]),
        points={code: (lon, lat) for code, (lon, lat) in held["points"].items()},
    )


def _ring(flat: list[float]) -> Ring:
    return tuple(zip(flat[::2], flat[1::2], strict=True))


RATIO = 2.3  # width to height of the part of the world that is drawn
LATITUDES = (-57, 84)
SYMBOLS: dict[Role, str] = {
    "host": "circle",
    "covered": "square",
    "consulted": "diamond",
    "named": "triangle-up",
}
# One hue, from its pale (0) to its full (1) tone.
TONES: dict[Role, float] = {"host": 1.0, "covered": 0.5, "consulted": 0.25, "named": 0.0}


@dataclass(frozen=True)
class Key:
    """One line of the map's legend: how a role is drawn."""

    role: Role
    symbol: str
    colour: str
    edge: str


def legend(drawing: Map, colours: Palette) -> tuple[Key, ...]:
    """What the map's fills and marks mean, in the order of the roles; only what is drawn."""
    firsts = {first_role(place) for place in drawing.places}
    return tuple(
        Key(role, SYMBOLS[role], fill(role, colours), edge(role, colours))
        for role in ROLES
        if role in firsts
    )


def fill(role: Role, colours: Palette) -> str:
    """The colour of a role: a step between the pale and the full tone of the first hue."""
    return _mix(colours.pale[0], colours.series[0], TONES[role])


def edge(role: Role, colours: Palette) -> str:
    """The outline of a mark: what stands out from its own fill."""
    return colours.card if role == "host" else colours.series[0]


def first_role(place: PlaceNamed) -> Role:
    """The role in which a country is drawn: the first of those that it has."""
    return next(role for role in ROLES if role in place.roles)


def fills(drawing: Map, colours: Palette) -> list[tuple[str, list[Ring], str]]:
    """Name, rings and colour of each layer; what lies inside another country comes last.

    A country with work in it is one pale tone, whatever its role: a large country with one meeting
    would otherwise look like much work. The mark says the role. One that is only named stays plain.
    """
    world = outlines()
    role_of = {place.code: first_role(place) for place in drawing.places}
    layers: dict[tuple[str, str], list[Ring]] = {("land", ""): list(world.other)}
    for role in ROLES:
        layers[(role, "")] = []
    for code, rings in world.land.items():
        layer = (role_of.get(code, "land"), code if code in world.inside else "")
        layers.setdefault(layer, []).extend(rings)
    tones = dict.fromkeys(ROLES, colours.pale[0]) | dict.fromkeys(("land", "named"), colours.grid)
    return [
        (f"{kind} {code}".strip(), rings, tones[kind])
        for (kind, code), rings in layers.items()
        if rings
    ]


def _mix(low: str, high: str, share: float) -> str:
    """The colour that lies `share` of the way from `low` to `high` (both `#RRGGBB`)."""
    pairs = zip(bytes.fromhex(low[1:]), bytes.fromhex(high[1:]), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)
