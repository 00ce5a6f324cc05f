"""Nothing goes in; the outlines of land and a position for each country come out, read once."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

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
