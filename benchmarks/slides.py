"""The real data go in; what a slide costs beside python-pptx alone, and a deck of 20, come out.

The floor writes the same chart (the same series over the same dates) on a slide of the same
template with python-pptx's own call, and saves the file: no labels, no notes, no receipt.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

import settings
from benchmarks.pairs import Row, in_turns
from benchmarks.screen import browser
from charts.registry import CHARTS
from charts.spec import Lines
from decks.deck import Deck, Slide
from export.figures import Job, job
from export.formats import pptx
from export.slides.chart_series import chart_sheet
from export.slides.deck_file import write_deck
from export.slides.default_template import default_template
from facts.store import Store

MOST = 1.5
REPEATS = 10  # slides within one figure
DECK = 20  # slides


def rows() -> Iterator[Row]:
    """One slide with a chart, then a deck of twenty slides beside twenty bare charts."""
    held = Store(settings.data_folder()).snapshot()
    made = job(held, "network")
    assert made is not None and isinstance(made.spec.drawing, Lines)
    drawing = made.spec.drawing
    default_template((made.width, made.height), False)  # made once in a process
    yield Row(
        "PPTX slide with a chart, floor: python-pptx, the same chart bare",
        "ms",
        *in_turns(_timed(lambda: pptx.write(made)), _timed(lambda: bare(drawing, made))),
        MOST,
    )
    deck = twenty()
    yield Row(
        f"Deck of {DECK} slides from the facts, floor: one start of a browser",
        "ms",
        *in_turns(_timed(lambda: write_deck(deck, held), 1), _timed(started, 1), pairs=5),
        1.0,
    )


def started() -> None:
    """A browser that shows an empty page, and its end."""
    with browser() as found:
        found.new_page()


def bare(drawing: Lines, asked: Job) -> bytes:
    """A file with a bare chart of the same series."""
    held = chart_sheet(drawing)
    presentation = Presentation(io.BytesIO(default_template((asked.width, asked.height), False)))
    data = CategoryChartData()
    data.categories = list(held.dates)
    for column in held.columns:
        values = dict(column.values)
        data.add_series(column.name, [values.get(day) for day in held.dates], column.format)
    slide = presentation.slides.add_slide(presentation.slide_layouts[1])
    slide.shapes.add_chart(
        XL_CHART_TYPE.LINE_MARKERS, Inches(1), Inches(1), Inches(11), Inches(5), data
    )
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


def twenty() -> Deck:
    """A title, eighteen figures with their choices, and the sources."""
    figures = [
        *(("network", {"show": one}) for one in ("members", "member_countries")),
        *(("reach", {"whose": one}) for one in ("own", "partner")),
        *(("places", {"role": one}) for one in ("host", "covered", "named")),
        *((name, {}) for name in CHARTS),
        ("network", {}), ("coverage", {}), ("findings", {}), ("places", {}),
    ]  # fmt: skip
    slides = [Slide(kind="figure", figure=name, choices=held) for name, held in figures]
    return Deck(title="Twenty slides", slides=(Slide(kind="title"), *slides[: DECK - 2]))


def _timed(work: Callable[[], object], repeats: int = REPEATS) -> Callable[[], float]:
    """How long one call takes, in ms."""

    def once() -> float:
        start = time.perf_counter()
        for _turn in range(repeats):
            work()
        return (time.perf_counter() - start) * 1000 / repeats

    return once
