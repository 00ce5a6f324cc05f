"""Which charts there are: what makes each, how many rows it has, and the choices of its page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from charts import (
    activities,
    coverage,
    findings,
    network,
    paging,
    places,
    reach,
    said_by_others,
    targets,
)
from charts.evidence import with_evidence
from charts.spec import ChartSpec
from facts.store import Snapshot

Choices = dict[str, str]


@dataclass(frozen=True)
class Chart:
    """One chart: `make` draws it, `count` tells its rows over all pages, `size` those on a page.

    `offered` are the choices of its page by the name that they have in its address, with their
    values; `where_some` says that it is there only where it has rows.
    """

    make: Callable[[Snapshot, Choices], ChartSpec | None]
    count: Callable[[Snapshot, Choices], int]
    size: int = paging.ROWS
    offered: Callable[[Snapshot], dict[str, tuple[str, ...]]] = lambda _data: {}
    where_some: bool = False


def _page(choices: Choices) -> int:
    return paging.asked(choices.get(paging.KEY))


def _shown(data: Snapshot, choices: Choices) -> pd.DataFrame:
    """The facts of one indicator, or all of them."""
    shown = choices.get("show")
    return data.frame if not shown else data.frame[data.frame["indicator"] == shown]


def _sizes(data: Snapshot) -> dict[str, tuple[str, ...]]:
    every = data.corpus.indicators.values()
    return {"show": tuple(i.id for i in every if i.chart == network.NAME)}


def _where_and_when(data: Snapshot) -> dict[str, tuple[str, ...]]:
    """The year is a choice only where the activities take more than one page."""
    where = {"country": activities.countries(data.corpus)}
    if count_pages(data, activities.NAME) == 1:
        return where
    return where | {"year": tuple(map(str, activities.years(data.corpus)))}


CHARTS: dict[str, Chart] = {
    network.NAME: Chart(
        lambda data, asked: network.network(_shown(data, asked), data.corpus, _page(asked)),
        lambda data, asked: network.count_rows(_shown(data, asked), data.corpus),
        network.MARKS,
        _sizes,
    ),
    reach.NAME: Chart(
        lambda data, asked: reach.reach(data.frame, data.corpus, asked.get("whose"), _page(asked)),
        lambda data, asked: reach.count_rows(data.frame, data.corpus, asked.get("whose")),
        offered=lambda _data: {"whose": tuple(reach.WHOSE)},
    ),
    activities.NAME: Chart(
        lambda data, asked: activities.activities(
            data.corpus, asked.get("country"), asked.get("year"), _page(asked)
        ),
        lambda data, asked: activities.count_rows(
            data.corpus, asked.get("country"), asked.get("year")
        ),
        offered=_where_and_when,
    ),
    places.NAME: Chart(  # drawn whole, in no pages
        lambda data, asked: places.places(
            data.frame, data.corpus, next((r for r in places.ROLES if r == asked.get("role")), None)
        ),
        lambda _data, _asked: 0,
        offered=lambda _data: {"role": tuple(places.ROLES)},
    ),
    coverage.NAME: Chart(
        lambda data, asked: coverage.coverage(data.frame, data.corpus, _page(asked)),
        lambda data, _asked: coverage.count_rows(data.frame, data.corpus),
        coverage.COLUMNS,
    ),
    findings.NAME: Chart(
        lambda data, asked: findings.findings(data.frame, data.corpus, _page(asked)),
        lambda data, _asked: findings.count_rows(data.frame, data.corpus),
    ),
    said_by_others.NAME: Chart(
        lambda data, asked: said_by_others.said_by_others(data.frame, data.corpus, _page(asked)),
        lambda data, _asked: said_by_others.count_rows(data.frame),
    ),
    targets.NAME: Chart(
        lambda data, asked: targets.targets(data.every, data.corpus, _page(asked)),
        lambda data, _asked: targets.count_rows(data.every),
        where_some=True,
    ),
}


def make_chart(data: Snapshot, name: str, choices: Choices) -> ChartSpec | None:
    """The chart with these choices and its evidence; None where the data has nothing to draw.

    Raises KeyError for an unknown name.
    """
    spec = CHARTS[name].make(data, choices)
    return None if spec is None else with_evidence(spec, data.every, data.corpus)


def charts_of(data: Snapshot) -> tuple[str, ...]:
    """The charts that the data are asked for: that of targets only where some are stated."""
    return tuple(name for name, one in CHARTS.items() if not one.where_some or one.count(data, {}))


def count_rows(data: Snapshot, name: str, choices: Choices | None = None) -> int:
    """How many rows, marks or columns a chart has with these choices, over all its pages.

    0 for the map, which is drawn whole. Raises KeyError for an unknown name.
    """
    return CHARTS[name].count(data, choices or {})


def count_pages(data: Snapshot, name: str, choices: Choices | None = None) -> int:
    """How many pages a chart has with these choices: at least one."""
    return paging.pages(count_rows(data, name, choices), CHARTS[name].size)


def offered(data: Snapshot, name: str) -> dict[str, tuple[str, ...]]:
    """The choices of a chart by the name that they have in its address, with their values.

    Which of its pages is shown is a choice too; how many there are hangs on the others: `allowed`.
    """
    return CHARTS[name].offered(data)


def allowed(data: Snapshot, name: str, asked: Mapping[str, str]) -> Choices:
    """Those of the choices asked for that the chart offers, the page among them."""
    known = offered(data, name)
    chosen = {key: value for key, value in asked.items() if value in known.get(key, ())}
    page = paging.asked(asked.get(paging.KEY))
    if 1 < page <= count_pages(data, name, chosen):
        chosen[paging.KEY] = str(page)
    return chosen


def unknown(data: Snapshot, name: str, choices: Choices) -> str | None:
    """The first choice that the chart does not offer; None where each is one."""
    known = {paging.KEY: "1"} | allowed(data, name, choices)
    return next((key for key, value in choices.items() if known.get(key) != value), None)
