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
from charts.spec import Lines
from decks.model import Deck, Slide
from export.figures import FIGURES, Job, job
from export.formats import pptx
from export.slides.deck import write_deck
from export.slides.house import house
from export.slides.sheet import sheet
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
    house((made.width, made.height), False)  # made once in a process
    yield Row(
        "PPTX slide with a chart, floor: python-pptx, the same chart bare",
        "ms",
        *in_turns(_timed(lambda: pptx.write(made)), _timed(lambda: bare(drawing, made, 1))),
        MOST,
    )
    deck = twenty()
    ours = _timed(lambda: write_deck(deck, held), 1)
    floor = _timed(lambda: bare(drawing, made, DECK), 1)
    yield Row(
        f"Deck of {DECK} slides, its charts drawn anew, floor: {DECK} bare charts",
        "ms",
        *in_turns(ours, floor, pairs=5),
    )


def bare(drawing: Lines, asked: Job, slides: int) -> bytes:
    """A file with this many bare charts of the same series."""
    held = sheet(drawing)
    presentation = Presentation(io.BytesIO(house((asked.width, asked.height), False)))
    for _slide in range(slides):
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
    """A title, figures one after the other, and the sources: twenty slides or a few more."""
    names = [name for name in FIGURES if name in ("network", "findings", "coverage")]
    slides = [Slide(kind="title")]
    slides += [Slide(kind="figure", figure=names[at % len(names)]) for at in range(DECK - 2)]
    return Deck(title="Twenty slides", slides=tuple(slides))


def _timed(work: Callable[[], object], repeats: int = REPEATS) -> Callable[[], float]:
    """How long one call takes, in ms."""

    def once() -> float:
        start = time.perf_counter()
        for _turn in range(repeats):
            work()
        return (time.perf_counter() - start) * 1000 / repeats

    return once
