"""A figure that does not change goes in; the same figure, turned into plain data only once.

`st.plotly_chart` asks a figure for its plain data on every run, and Plotly copies it to the last
number each time: 12 ms of the 32 ms that a choice on the map took.
"""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go


class KeptFigure(go.Figure):  # type: ignore[misc]
    """For a figure that is kept between runs; neither it nor what it gives may be changed."""

    _plain: dict[str, Any] | None = None

    def to_dict(self) -> dict[str, Any]:
        """The figure as plain data, the same object each time."""
        if self._plain is None:
            self._plain = super().to_dict()
        return self._plain
