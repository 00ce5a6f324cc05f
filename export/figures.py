"""The name of a figure and a snapshot go in, the chart as it is exported comes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from charts.activities import activities
from charts.coverage import coverage
from charts.findings import findings
from charts.naming import ROLES
from charts.network import network
from charts.others import said_by_others
from charts.places import places
from charts.reach import reach
from charts.spec import ChartSpec
from export.receipt import Receipt, receipt
from facts.store import Snapshot

Mode = Literal["light", "dark", "transparent"]
Choices = dict[str, str]

SIZES = {  # px; a picture is made at twice these for sharp type
    "slide": (1280, 720),
    "square": (1080, 1080),
    "portrait": (1080, 1350),
    "a4-half": (1240, 877),
}


@dataclass(frozen=True)
class Job:
    """One figure as it is asked for: what, with which receipt, how large, in which colours."""

    spec: ChartSpec
    receipt: Receipt
    width: int = SIZES["slide"][0]
    height: int = SIZES["slide"][1]
    mode: Mode = "light"
    with_title: bool = True


def _network(held: Snapshot, choices: Choices) -> ChartSpec | None:
    shown = choices.get("show")
    frame = held.frame if not shown else held.frame[held.frame["indicator"] == shown]
    return network(frame, held.corpus)


def _reach(held: Snapshot, choices: Choices) -> ChartSpec | None:
    return reach(held.frame, held.corpus, choices.get("whose"))


def _activities(held: Snapshot, choices: Choices) -> ChartSpec | None:
    return activities(held.corpus, choices.get("country"))


def _places(held: Snapshot, choices: Choices) -> ChartSpec | None:
    role = choices.get("role")
    return places(held.corpus, next((known for known in ROLES if known == role), None))


def _coverage(held: Snapshot, _choices: Choices) -> ChartSpec | None:
    return coverage(held.frame, held.corpus)


def _findings(held: Snapshot, _choices: Choices) -> ChartSpec | None:
    return findings(held.frame, held.corpus)


def _said_by_others(held: Snapshot, _choices: Choices) -> ChartSpec | None:
    return said_by_others(held.frame, held.corpus)


FIGURES: dict[str, Callable[[Snapshot, Choices], ChartSpec | None]] = {
    "network": _network,
    "reach": _reach,
    "activities": _activities,
    "places": _places,
    "coverage": _coverage,
    "findings": _findings,
    "said-by-others": _said_by_others,
}


def job(held: Snapshot, name: str, choices: Choices | None = None, **asked: object) -> Job | None:
    """The job for a figure with these choices; None where the data has nothing to draw.

    `choices` are those of the figure's page, as they stand in its address. Raises KeyError for an
    unknown name.
    """
    chosen = dict(sorted((choices or {}).items()))
    spec = FIGURES[name](held, chosen)
    if spec is None:
        return None
    query = "&".join(f"{key}={value}" for key, value in chosen.items())
    view = f"{name}?{query}" if query else name
    return Job(spec, receipt(spec, held.frame, held.corpus, view), **asked)  # type: ignore[arg-type]
