"""A kept figure is sent as the figure it was made of, and turned into plain data only once."""

from __future__ import annotations

import json

import plotly.io
from plotly.tools import return_figure_from_figure_or_data

from charts.registry import make_chart
from charts.theme import palette
from drawing.plotly_lines import lines_figure
from tests.support.real import real
from ui.figures.chart import FigureMadePlainOnce


def sent(drawn: object) -> str:
    """What st.plotly_chart makes of a figure."""
    data = return_figure_from_figure_or_data(drawn, validate_figure=True)
    return str(plotly.io.to_json(data, validate=False))


def test_a_kept_figure_is_sent_as_the_figure_itself_each_time():
    spec = make_chart(real(), "network", {})
    assert spec is not None
    plain = lines_figure(spec, palette("light"))
    kept = FigureMadePlainOnce(plain)
    first = sent(kept)
    assert json.loads(first) == json.loads(sent(plain)) and sent(kept) == first
    assert kept.to_dict() is kept.to_dict()
