"""A chart as it is exported: with its receipt, its size and its colours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from charts import paging
from charts.registry import Choices, count_pages, make_chart, offered
from drawing.picture import Picture
from export.receipt import Receipt, receipt
from facts.store import Snapshot


@dataclass(frozen=True, kw_only=True)
class Job(Picture):
    """One figure as it is asked for: what, with which receipt, how large, in which colours."""

    receipt: Receipt


def job(
    snapshot: Snapshot, name: str, choices: Choices | None = None, **asked: object
) -> Job | None:
    """The job for a figure with these choices; None where the data has nothing to draw.

    `choices` are those of the figure's page, as they stand in its address. Raises KeyError for an
    unknown name.
    """
    first = {paging.KEY: "1"}.items()
    chosen = dict(sorted((choices or {}).items() - first))
    spec = make_chart(snapshot, name, chosen)
    if spec is None:
        return None
    query = "&".join(f"{key}={value}" for key, value in chosen.items())
    told = receipt(spec, f"{name}?{query}" if query else name)
    return Job(spec=spec, code=told.code, receipt=told, **asked)  # type: ignore[arg-type]


def jobs(snapshot: Snapshot, name: str) -> Iterator[Job]:
    """The figure as its page first shows it, then with each choice, each with all its pages."""
    chosen: list[Choices] = [{}]
    chosen += [{key: value} for key, values in offered(snapshot, name).items() for value in values]
    for choices in chosen:
        for page in range(1, count_pages(snapshot, name, choices) + 1):
            turned = {paging.KEY: str(page)} if page > 1 else {}
            if found := job(snapshot, name, choices | turned):
                yield found
