"""A mode and a factor go in; the colours and sizes that every layout draws with come out."""

from __future__ import annotations

from collections.abc import Sized
from dataclasses import dataclass

from charts import theme
from charts.theme import BOLD, REGULAR, Palette
from export.picture import metrics
from export.picture.scene import Anchor, Box, Part, Rect, Span, Text


@dataclass(frozen=True)
class Style:
    """The theme's sizes times `factor`, in one palette. `under` is None on no background."""

    colours: Palette
    under: str | None
    factor: float

    @property
    def small(self) -> float:
        """Notes, dates, ticks."""
        return theme.SMALL * self.factor

    @property
    def body(self) -> float:
        """Labels."""
        return theme.BODY * self.factor

    @property
    def lead(self) -> float:
        """Subtitles, and numbers in a list."""
        return theme.LEAD * self.factor

    @property
    def title(self) -> float:
        """Titles."""
        return theme.TITLE * self.factor

    @property
    def gap(self) -> float:
        """The distance between things that belong together."""
        return 8 * self.factor

    def shade(self, box: Box, strong: bool = False) -> Rect:
        """A quiet surface; on no background one that lets through what lies under it."""
        if self.under is None:
            opacity = 0.22 if strong else 0.08
            return Rect(box.x, box.y, box.width, box.height, self.colours.quiet, opacity=opacity)
        fill = self.colours.rule if strong else self.colours.band
        return Rect(box.x, box.y, box.width, box.height, fill)

    def line(self, x: float, y: float, text: str, **how: object) -> Text:
        """One line of quiet small text unless told otherwise (`size`, `fill`, `weight`, ...)."""
        weight, ref = how.pop("weight", REGULAR), how.pop("ref", None)
        given = {"size": self.small, "fill": self.colours.quiet} | how
        return Text(x, y, (Span(text, weight, ref),), **given)  # type: ignore[arg-type]

    def paragraph(
        self,
        lines: tuple[str, ...],
        x: float,
        top: float,
        size: float,
        fill: str,
        *,
        bold: bool = False,
        anchor: Anchor = "start",
        halo: str | None = None,
    ) -> tuple[Part, ...]:
        """Lines of text under each other, the first with its top at `top`."""
        weight = BOLD if bold else REGULAR
        step = size * metrics.LINE_HEIGHT
        first = top + size * metrics.ASCENT + (step - size) / 2
        return tuple(
            Text(x, first + place * step, (Span(text, weight),), size, fill, anchor, halo)
            for place, text in enumerate(lines)
        )


def height(lines: Sized, size: float) -> float:
    """How high these lines stand as a paragraph."""
    return len(lines) * size * metrics.LINE_HEIGHT
