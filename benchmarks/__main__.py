"""Names of parts go in, or none for all; one table of what they cost beside floors comes out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import (
    crowd,
    first_paint,
    growth,
    hostile,
    pictures,
    reading,
    reruns,
    sessions,
    slides,
    talk,
)
from benchmarks.pairs import Row, as_table
from benchmarks.screen import browser
from benchmarks.servers import FLOOR, dashboard, serving


def on_pages() -> Iterator[Row]:
    """What a reader waits for, in a browser."""
    with serving(dashboard()) as ours, browser() as started:
        with serving(FLOOR / "choice.py") as floor:
            yield from reruns.rows(started, ours, floor)
        with serving(FLOOR / "chart.py") as floor:
            yield from first_paint.rows(started, ours, floor)
        with TemporaryDirectory() as made:
            yield from talk.rows(started, Path(made), ours.address)


def of_sessions() -> Iterator[Row]:
    """What many readers cost."""
    with serving(dashboard()) as ours, serving(FLOOR / "empty.py") as floor:
        yield from sessions.rows(ours, floor)
    with serving(dashboard()) as ours:
        yield from crowd.rows(ours)


def of_growth() -> Iterator[Row]:
    """What more facts cost."""
    with browser() as started:
        yield from growth.rows(started)


PARTS = {
    "reading": reading.rows,
    "slides": slides.rows,
    "pictures": pictures.rows,
    "pages": on_pages,
    "sessions": of_sessions,
    "growth": of_growth,
    "hostile": hostile.rows,
}


def main() -> int:
    """Measure everything, or the parts that are named, and print the table.

    Gives 1 where a ratio that is wanted is missed. Each row also goes to the error output as soon
    as it is there: a whole run takes minutes.
    """
    asked = sys.argv[1:] or list(PARTS)
    found = []
    for row in (row for part in asked for row in PARTS[part]()):
        print(as_table([row]).splitlines()[-1], file=sys.stderr, flush=True)
        found.append(row)
    print(as_table(found))
    return int(any(row.met is False for row in found))


if __name__ == "__main__":
    sys.exit(main())
