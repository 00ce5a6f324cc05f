"""Nothing goes in; what a further picture costs, beside a bare call of kaleido's server, comes out.

Both sides draw the network's line at 1280 x 720, at twice the pixels, from a running browser.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import kaleido  # type: ignore[import-untyped]
import plotly.graph_objects as go

from benchmarks.pairs import Row, as_table, in_turns
from charts.theme import LIGHT
from drawing.browser_pictures import SHARED, find_browser
from drawing.plotly_lines import lines_figure
from export.figures import Job, job
from export.formats import pdf, png, svg
from facts.store import Store

MOST = 1.3
PAIRS = 15
DATA = Path(__file__).resolve().parent.parent / "data"
OPTIONS = {"format": "png", "width": 1280, "height": 720, "scale": 2}


def rows() -> Iterator[Row]:
    """A further picture (PNG) beside kaleido's own; PDF and SVG beside the same, for interest."""
    asked = job(Store(DATA, "data").snapshot(), "network")
    assert asked is not None
    drawn = lines_figure(asked.spec, LIGHT, 720)
    kaleido.start_sync_server(n=1, path=find_browser(), silence_warnings=True)
    try:
        for what, write, most in (
            ("A further picture (PNG)", png.write, MOST),
            ("A further page (PDF)", pdf.write, None),
            ("A further drawing (SVG)", svg.write, None),
        ):
            floor = partial(_kaleido, drawn)
            ours, bare = in_turns(partial(_ours, write, asked), floor, PAIRS)
            yield Row(what, "ms", ours, bare, most)
    finally:
        kaleido.stop_sync_server(silence_warnings=True)
        SHARED.close()


def _ours(write: object, asked: Job) -> float:
    start = time.perf_counter()
    assert callable(write)
    assert write(asked)
    return 1000 * (time.perf_counter() - start)


def _kaleido(drawn: go.Figure) -> float:
    start = time.perf_counter()
    assert kaleido.calc_fig_sync(drawn, opts=OPTIONS)
    return 1000 * (time.perf_counter() - start)


if __name__ == "__main__":
    found = list(rows())
    print(as_table(found))
    sys.exit(int(any(row.met is False for row in found)))
