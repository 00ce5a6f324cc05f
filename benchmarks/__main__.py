"""Nothing goes in; one table of what the dashboard costs beside its floors comes out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import crowd, first_paint, pictures, reading, reruns, sessions, slides, talk
from benchmarks.pairs import Row, as_table
from benchmarks.screen import browser
from benchmarks.servers import FLOOR, dashboard, serving


def rows() -> Iterator[Row]:
    """Every row of the table, as it is measured."""
    yield from reading.rows()
    yield from slides.rows()
    yield from pictures.rows()
    with serving(dashboard()) as ours, browser() as started:
        with serving(FLOOR / "choice.py") as floor:
            yield from reruns.rows(started, ours, floor)
        with serving(FLOOR / "chart.py") as floor:
            yield from first_paint.rows(started, ours, floor)
        with TemporaryDirectory() as made:
            yield from talk.rows(started, Path(made), ours.address)
    with serving(dashboard()) as ours, serving(FLOOR / "empty.py") as floor:
        yield from sessions.rows(ours, floor)
    with serving(dashboard()) as ours:
        yield from crowd.rows(ours)


def main() -> int:
    """Measure everything and print the table; 1 where a ratio that is wanted is missed.

    Each row also goes to the error output as soon as it is there: a whole run takes minutes.
    """
    found = []
    for row in rows():
        print(as_table([row]).splitlines()[-1], file=sys.stderr, flush=True)
        found.append(row)
    print(as_table(found))
    return int(any(row.met is False for row in found))


if __name__ == "__main__":
    sys.exit(main())
