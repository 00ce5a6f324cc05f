"""A drawing of places goes in; how each role and each piece of land is drawn comes out."""

from __future__ import annotations

from dataclasses import dataclass

from charts.naming import ROLES
from charts.outlines import Ring, outlines
from charts.spec import Map, PlaceNamed
from charts.theme import Palette
from facts.vocabulary import Role

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
    firsts = {first(place) for place in drawing.places}
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


def first(place: PlaceNamed) -> Role:
    """The role in which a country is drawn: the first of those that it has."""
    return next(role for role in ROLES if role in place.roles)


def fills(drawing: Map, colours: Palette) -> list[tuple[str, list[Ring], str]]:
    """Name, rings and colour of each layer; what lies inside another country comes last.

    A country with work in it is one pale tone, whatever its role: a large country with one meeting
    would otherwise look like much work. The mark says the role. One that is only named stays plain.
    """
    world = outlines()
    role_of = {place.code: first(place) for place in drawing.places}
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
