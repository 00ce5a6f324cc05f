"""A figure and a reader's choices go in; the choices with the page that is shown come out."""

from __future__ import annotations

from charts import registry
from charts.paging import KEY
from charts.registry import Choices
from facts.store import Snapshot
from ui.made import made
from ui.pager import pager


def turned(held: Snapshot, figure: str, choices: Choices | None = None) -> Choices:
    """Show the pager where the figure has several pages, and add the page chosen.

    What is downloaded, presented or put into a deck has these choices too, so it is the same page.
    """
    chosen = dict(choices or {})
    size = registry.CHARTS[figure].size
    about = "&".join(f"{key}={value}" for key, value in sorted(chosen.items()))
    number = made(held, _number, figure, *sorted(chosen.items()))
    first, _last = pager(number, size, KEY, about)
    return chosen | ({KEY: str(first // size + 1)} if first else {})


def _number(held: Snapshot, figure: str, *choices: tuple[str, str]) -> int:
    """How many rows the figure has in all; for `made`."""
    return registry.count_rows(held, figure, dict(choices))
