"""The drawing of the map: outlines, fills by role, one mark a country, nothing from outside."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from charts.network import network
from charts.places import ROLES
from charts.spec import ChartSpec, Map, PlaceNamed, Table
from charts.theme import DARK, LIGHT, Palette
from charts.world_map import EDGE, SYMBOLS, Point, Ring, edge, fill, legend, outlines
from drawing.plotly_map import BASE_LAYERS, MARKS, map_figure
from facts.vocabulary import Role
from language.countries import is_country
from tests.support.small import LIKE_THE_REAL_ONES, rows

BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def place(code: str, *roles: Role) -> PlaceNamed:
    """A country in these roles."""
    return PlaceNamed(code, f"Name of {code}", roles, ("One 2020",), (f"one/{code.lower()}",))


def spec(*places: PlaceNamed) -> ChartSpec:
    """A chart of these countries and no words."""
    return ChartSpec("places", "", "", "", "", "", (), Table((), ()), Map(places))


DRAWN = spec(
    place("KEN", "host", "consulted"),
    place("ZAF", "covered"),
    place("LSO", "named"),
    place("MDV", "consulted"),
)


def traces(drawn: ChartSpec, colours: Palette = LIGHT) -> dict[str, dict[str, Any]]:
    """The traces of a figure by name, as they are sent to the browser."""
    return {trace["name"]: trace for trace in map_figure(drawn, colours).to_dict()["data"]}


def holds(ring: Ring, point: Point) -> bool:
    """Whether a ring runs around a point."""
    (x, y), inside = point, False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def ringed(code: str, *point: float) -> bool:
    """Whether a country's land runs around a point."""
    return any(holds(ring, (point[0], point[1])) for ring in outlines().land[code])


def test_every_country_has_one_position_and_land_lies_around_it():
    world = outlines()
    assert len(world.points) == 249
    assert all(is_country(code) for code in (*world.points, *world.land))
    outside = [code for code in world.land if not ringed(code, *world.points[code])]
    assert outside == []


def test_rings_are_closed_clockwise_and_uncut():
    world = outlines()
    rings = [ring for found in world.land.values() for ring in found] + list(world.other)
    for ring in rings:
        assert ring[0] == ring[-1] and len(ring) > 3
        pairs = list(pairwise(ring))
        assert sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) < 0
        assert max(abs(a[0] - b[0]) for a, b in pairs) < 30  # no jump over the edge
        assert all(EDGE <= lon < EDGE + 363 and -90 < lat < 90 for lon, lat in ring)


def test_land_without_a_code_and_land_that_iso_lists_apart():
    pristina, hargeisa, kyrenia = (20.9, 42.6), (44.1, 9.6), (33.3, 35.3)
    for spot in (pristina, hargeisa, kyrenia):
        assert sum(holds(ring, spot) for ring in outlines().other) == 1
    assert not ringed("SRB", *pristina)
    assert not ringed("SOM", *hargeisa)
    assert not ringed("CYP", *kyrenia)
    assert ringed("ESH", -13.2, 26.0) and not ringed("MAR", -13.2, 26.0)
    assert ringed("UKR", 34.3, 45.3) and not ringed("RUS", 34.3, 45.3)
    assert ringed("GUF", -53.1, 4.0) and not ringed("FRA", -53.1, 4.0)


@BOTH
def test_a_country_with_work_is_one_pale_tone_whatever_its_role(colours: Palette):
    found = traces(DRAWN, colours)
    world = outlines()
    assert list(found) == ["land", "host", "covered", "named LSO", "places wide", "places narrow"]
    assert found["land"]["fillcolor"] == colours.grid
    filled: tuple[tuple[Role, str], ...] = (("host", "KEN"), ("covered", "ZAF"))
    for role, code in filled:
        (ring,) = world.land[code]
        assert found[role]["lon"] == [*(lon for lon, _lat in ring), None]
        assert found[role]["lat"] == [*(lat for _lon, lat in ring), None]
        assert found[role]["fillcolor"] == colours.pale[0]
    # Lesotho lies inside South Africa's outline: drawn before it, it would not be seen.
    # No work is told of there, so it stays plain.
    assert found["named LSO"]["fillcolor"] == colours.grid


def test_a_country_inside_another_stays_plain_when_it_is_not_named():
    assert list(traces(spec(place("ZAF", "host"))))[-4:-2] == ["host", "land LSO"]


@BOTH
def test_one_mark_a_country_told_by_shape_and_tone(colours: Palette):
    found = traces(DRAWN, colours)
    order = ["LSO", "MDV", "ZAF", "KEN"]  # hosts on top
    roles: list[Role] = ["named", "consulted", "covered", "host"]
    for width, size in MARKS.items():
        marks = found[f"places {width}"]
        assert marks["customdata"] == [[code] for code in order]
        points = list(zip(marks["lon"], marks["lat"], strict=True))
        assert points == [outlines().points[code] for code in order]
        assert marks["marker"]["symbol"] == [SYMBOLS[role] for role in roles]
        assert marks["marker"]["color"] == [fill(role, colours) for role in roles]
        assert marks["marker"]["line"]["color"] == [edge(role, colours) for role in roles]
        assert marks["marker"]["size"] == size
    assert len(set(SYMBOLS.values())) == len({fill(role, colours) for role in ROLES}) == 4


def test_what_is_read_when_pointing_at_a_mark():
    hostile = PlaceNamed("KEN", "<b>Kenya</b>", ("host", "named"), ("A & B",), ("one/x",))
    assert traces(spec(hostile))["places wide"]["hovertext"] == [
        "<b>&lt;b&gt;Kenya&lt;/b&gt;</b><br>host, named<br>A &amp; B<br>"
        "Press for the sentences that name it"
    ]


@BOTH
def test_the_legend_names_only_what_is_drawn(colours: Palette):
    drawing = Map((place("KEN", "host", "consulted"), place("ZAF", "covered")))
    keys = [(key.role, key.symbol, key.colour) for key in legend(drawing, colours)]
    expected: tuple[Role, ...] = ("host", "covered")
    assert keys == [(role, SYMBOLS[role], fill(role, colours)) for role in expected]


def test_the_map_is_drawn_from_what_it_holds():
    drawn = map_figure(DRAWN, LIGHT)
    kinds = {trace["type"] for trace in drawn.to_dict()["data"]}
    assert kinds == {"scattergeo"}  # a choropleth would fetch its world from the internet
    geo = drawn.to_dict()["layout"]["geo"]
    assert {name: geo[name] for name in BASE_LAYERS} == dict.fromkeys(BASE_LAYERS, False)
    assert not any("locations" in trace for trace in drawn.to_dict()["data"])
    assert drawn.layout.height == 520
    assert map_figure(DRAWN, LIGHT, height=None).layout.height is None


def test_a_chart_of_another_kind_is_refused():
    lines = network(rows(LIKE_THE_REAL_ONES), LIKE_THE_REAL_ONES)
    assert lines is not None
    with pytest.raises(TypeError, match="network is not a map"):
        map_figure(lines, LIGHT)
