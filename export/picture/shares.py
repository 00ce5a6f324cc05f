"""Shares in percent go in, their bands on one axis from 0 to 100 come out, within a box."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from charts.spec import Share, Shares
from charts.theme import BOLD
from export.picture import metrics
from export.picture.flow import flow, texts
from export.picture.rows import Row, stack
from export.picture.scene import Box, Group, Laid, Line, Part, Rect, Span
from export.picture.style import Style, height

TICKS = (0, 25, 50, 75, 100)
BAND = 24  # height of a band, px
STROKES = 7  # px between the strokes of a band without a known end


def layout(drawing: Shares, box: Box, style: Style, rows: int | None = None) -> Laid:
    """Each share with its number, its words and its band; the percent under the last."""
    found = [_row(share, box, style) for share in drawing.rows]
    return stack(found, box, style, rows)


def _row(share: Share, box: Box, style: Style) -> Row:
    said = flow([Span(share.says, BOLD, share.ref), Span(f" {share.label}")], box.width, style.lead)
    detail = metrics.tidy(share.detail, box.width, style.small)
    band = BAND * style.factor
    axis = style.small * metrics.LINE_HEIGHT
    pad = style.gap

    def draw(top: float) -> Sequence[Part]:
        top += pad
        scale = Box(box.x, top + height(said, style.lead) + pad, box.width, band + pad)
        under = scale.bottom + axis + pad
        return (
            *texts(said, box.x, top, style.lead, style.colours.ink),
            Group("share", tuple(_scale(share, scale, style)), share.says),
            *style.paragraph(detail, box.x, under, style.small, style.colours.quiet),
        )

    high = height(said, style.lead) + band + axis + height(detail, style.small) + 5 * pad
    return Row(high, draw)


def _scale(share: Share, box: Box, style: Style) -> Iterator[Part]:
    yield style.shade(box)
    for tick in TICKS:
        x = box.x + box.width * tick / 100
        yield Line(x, box.y, x, box.bottom, style.colours.rule)
        anchor = {0: "start", 100: "end"}.get(tick, "middle")
        text = f"{tick} %" if tick == 100 else str(tick)
        yield style.line(x, box.bottom + style.small * 1.1, text, anchor=anchor)
    low = box.width * (share.low or 0) / 100
    high = box.width * (100 if share.high is None else share.high) / 100
    band = Box(box.x + low, box.y + style.gap / 2, max(high - low, 3), box.height - style.gap)
    if share.low is not None and share.high is not None:
        yield Rect(band.x, band.y, band.width, band.height, style.colours.series[0])
    else:
        yield from _open(share, band, style)


def _open(share: Share, band: Box, style: Style) -> Iterator[Part]:
    """Strokes that fade from the limit that is known towards the end that is not."""
    colour, wide = style.colours.series[0], 2 * style.factor
    step = STROKES * style.factor
    known_left = share.low is not None
    count = max(1, int((band.width - band.height) / step))
    for place in range(count):
        at = place * step if known_left else band.width - band.height - place * step
        x = band.x + at
        fade = 1 - 0.9 * place / count
        yield Line(x, band.bottom, x + band.height, band.y, colour, wide, opacity=fade)
    x = band.x if known_left else band.right
    yield Line(x, band.y - wide, x, band.bottom + wide, colour, 2 * wide)
