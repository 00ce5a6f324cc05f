"""The name of a figure and a snapshot go in, the chart as it is exported comes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from charts import activities, coverage, findings, network, others, paging, reach, targets
from charts.naming import ROLES
from charts.places import places
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
    return network.network(_shown(held, choices), held.corpus, _page(choices))


def _reach(held: Snapshot, choices: Choices) -> ChartSpec | None:
    return reach.reach(held.frame, held.corpus, choices.get("whose"), _page(choices))


def _activities(held: Snapshot, choices: Choices) -> ChartSpec | None:
    where, year = choices.get("country"), choices.get("year")
    return activities.activities(held.corpus, where, year, _page(choices))


def _places(held: Snapshot, choices: Choices) -> ChartSpec | None:
    role = choices.get("role")
    known = next((known for known in ROLES if known == role), None)
    return places(held.frame, held.corpus, known)


def _coverage(held: Snapshot, choices: Choices) -> ChartSpec | None:
    return coverage.coverage(held.frame, held.corpus, _page(choices))


def _findings(held: Snapshot, choices: Choices) -> ChartSpec | None:
    return findings.findings(held.frame, held.corpus, _page(choices))


def _said_by_others(held: Snapshot, choices: Choices) -> ChartSpec | None:
    return others.said_by_others(held.frame, held.corpus, _page(choices))


def _targets(held: Snapshot, choices: Choices) -> ChartSpec | None:
    return targets.targets(held.every, held.corpus, _page(choices))


def _page(choices: Choices) -> int:
    return paging.asked(choices.get(paging.KEY))


def _shown(held: Snapshot, choices: Choices) -> pd.DataFrame:
    """The facts of one indicator, or all of them."""
    shown = choices.get("show")
    return held.frame if not shown else held.frame[held.frame["indicator"] == shown]


FIGURES: dict[str, Callable[[Snapshot, Choices], ChartSpec | None]] = {
    "network": _network,
    "reach": _reach,
    "activities": _activities,
    "places": _places,
    "coverage": _coverage,
    "findings": _findings,
    "said-by-others": _said_by_others,
    "targets": _targets,
}


def there(held: Snapshot) -> tuple[str, ...]:
    """The figures that the data are asked for: that of targets only where some are stated."""
    return tuple(name for name in FIGURES if name != "targets" or targets.number(held.every))


def size(name: str) -> int:
    """How many rows, marks or columns stand on one page of a figure."""
    return {"network": network.MARKS, "coverage": coverage.COLUMNS}.get(name, paging.ROWS)


def number(held: Snapshot, name: str, choices: Choices | None = None) -> int:
    """How many rows, marks or columns a figure has with these choices, over all its pages.

    0 for the map, which is drawn whole. Raises KeyError for an unknown name.
    """
    chosen = choices or {}
    numbers: dict[str, Callable[[], int]] = {
        "network": lambda: network.number(_shown(held, chosen), held.corpus),
        "reach": lambda: reach.number(held.frame, held.corpus, chosen.get("whose")),
        "activities": lambda: activities.number(
            held.corpus, chosen.get("country"), chosen.get("year")
        ),
        "places": lambda: 0,
        "coverage": lambda: coverage.number(held.frame, held.corpus),
        "findings": lambda: findings.number(held.frame, held.corpus),
        "said-by-others": lambda: others.number(held.frame),
        "targets": lambda: targets.number(held.every),
    }
    return numbers[name]()


def pages(held: Snapshot, name: str, choices: Choices | None = None) -> int:
    """How many pages a figure has with these choices: at least one."""
    return paging.pages(number(held, name, choices), size(name))


def job(held: Snapshot, name: str, choices: Choices | None = None, **asked: object) -> Job | None:
    """The job for a figure with these choices; None where the data has nothing to draw.

    `choices` are those of the figure's page, as they stand in its address. Raises KeyError for an
    unknown name.
    """
    first = {paging.KEY: "1"}.items()
    chosen = dict(sorted((choices or {}).items() - first))
    spec = FIGURES[name](held, chosen)
    if spec is None:
        return None
    query = "&".join(f"{key}={value}" for key, value in chosen.items())
    view = f"{name}?{query}" if query else name
    return Job(spec, receipt(spec, held.every, held.corpus, view), **asked)  # type: ignore[arg-type]
