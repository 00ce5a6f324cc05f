"""A map of places as a Plotly figure, which asks nothing of the internet."""

from __future__ import annotations

from html import escape

import plotly.graph_objects as go

from charts.places import ROLES
from charts.spec import ChartSpec, Map, PlaceNamed
from charts.theme import Palette
from charts.world_map import (
    EDGE,
    LATITUDES,
    SYMBOLS,
    Ring,
    edge,
    fill,
    fills,
    first_role,
    outlines,
)
from drawing.plotly_lines import base_layout
from words import _, translate

HEIGHT = 520
CENTRE = 6.4  # the latitude half way up between these two, in this projection
MARKS = {"wide": 10, "narrow": 6}  # px
BORDER = 0.6  # px
BASE_LAYERS = (  # what Plotly would fetch from the internet; none of it is shown
    "showframe", "showcoastlines", "showcountries", "showland", "showocean", "showlakes",
    "showrivers", "showsubunits",
)  # fmt: skip


def map_figure(spec: ChartSpec, colours: Palette, height: int | None = HEIGHT) -> go.Figure:
    """Draw the map: land, the countries by role, one mark per country; its words stand around it.

    Each mark carries the country's code as `customdata`, so that a press on it can be answered.
    With `height` None the figure takes the height of where it stands.
    Raises TypeError for a chart of another kind.
    """
    drawing = spec.drawing
    if not isinstance(drawing, Map):
        raise TypeError(f"{spec.name} is not a map")
    drawn = go.Figure()
    for name, rings, colour in fills(drawing, colours):
        drawn.add_scattergeo(
            lon=_coordinates(rings, 0),
            lat=_coordinates(rings, 1),
            mode="lines",
            line={"color": colours.card, "width": BORDER},
            fill="toself",
            fillcolor=colour,
            hoverinfo="skip",
            showlegend=False,
            name=name,
        )
    _marks(drawn, drawing, colours)
    drawn.update_layout(_layout(colours, height))
    return drawn


def _coordinates(rings: list[Ring], axis: int) -> list[float | None]:
    """One coordinate of all rings, with a gap after each."""
    return [value for ring in rings for value in (*(point[axis] for point in ring), None)]


def _marks(drawn: go.Figure, drawing: Map, colours: Palette) -> None:
    """The mark of each country, its shape and tone by its first role; hosts lie on top.

    Twice, large and small: the page shows the trace that is made for the width of the chart.
    """
    points = outlines().points
    shown = [
        place
        for role in reversed(ROLES)
        for place in drawing.places
        if first_role(place) == role and place.code in points
    ]
    roles = [first_role(place) for place in shown]
    for width, size in MARKS.items():
        drawn.add_scattergeo(
            lon=[points[place.code][0] for place in shown],
            lat=[points[place.code][1] for place in shown],
            mode="markers",
            marker={
                "size": size,
                "symbol": [SYMBOLS[role] for role in roles],
                "color": [fill(role, colours) for role in roles],
                "line": {"color": [edge(role, colours) for role in roles], "width": size * 0.15},
                "opacity": 1,
            },
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
            customdata=[[place.code] for place in shown],
            hovertext=[_hover(place) for place in shown],
            hoverinfo="text",
            showlegend=False,
            name=f"places {width}",
        )


def _hover(place: PlaceNamed) -> str:
    return "<br>".join(
        (
            f"<b>{escape(place.name)}</b>",
            escape(", ".join(translate(ROLES[role]) for role in ROLES if role in place.roles)),
            escape(", ".join(place.documents)),
            escape(_("Press for the sentences that name it")),
        )
    )


def _layout(colours: Palette, height: int | None) -> dict[str, object]:
    layout: dict[str, object] = {
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        **base_layout(colours),
        "geo": {
            "projection": {"type": "equal earth", "rotation": {"lon": EDGE + 180}},
            "lonaxis": {"range": [EDGE, EDGE + 360]},
            "lataxis": {"range": list(LATITUDES)},
            "center": {"lon": EDGE + 180, "lat": CENTRE},
            "bgcolor": "rgba(0,0,0,0)",
            **dict.fromkeys(BASE_LAYERS, False),
        },
    }
    return layout if height is None else layout | {"height": height}
