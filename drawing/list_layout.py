"""Shares with their bands, and others' numbers as a dated list, as parts of a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from charts.said_by_others import said_by
from charts.spec import Share, Shares, Statement, Statements
from charts.theme import BOLD
from drawing import font_metrics
from drawing.scene import Box, Group, Laid, Line, Part, Rect, Span
from drawing.text_blocks import Row, Style, flow, height_of, stack, texts

TICKS = (0, 25, 50, 75, 100)
BAND = 24  # height of a band, px
STROKES = 7  # px between the strokes of a band without a known end


def layout_shares(drawing: Shares, box: Box, style: Style, rows: int | None = None) -> Laid:
    """Each share with its number, its words and its band; the percent under the last."""
    found = [_share_row(share, box, style) for share in drawing.rows]
    return stack(found, box, style, rows)


def _share_row(share: Share, box: Box, style: Style) -> Row:
    said = flow([Span(share.says, BOLD, share.ref), Span(f" {share.label}")], box.width, style.lead)
    detail = font_metrics.tidy(share.detail, box.width, style.small)
    band = BAND * style.factor
    axis = style.small * font_metrics.LINE_HEIGHT
    pad = style.gap

    def draw(top: float) -> Sequence[Part]:
        top += pad
        scale = Box(box.x, top + height_of(said, style.lead) + pad, box.width, band + pad)
        under = scale.bottom + axis + pad
        return (
            *texts(said, box.x, top, style.lead, style.colours.ink),
            Group("share", tuple(_scale(share, scale, style)), share.says),
            *style.paragraph(detail, box.x, under, style.small, style.colours.quiet),
        )

    high = height_of(said, style.lead) + band + axis + height_of(detail, style.small) + 5 * pad
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


def layout_statements(drawing: Statements, box: Box, style: Style, rows: int | None = None) -> Laid:
    """When and in which document at the left; the number, what it counts and who said it."""
    return stack([_statement_row(one, box, style) for one in drawing.rows], box, style, rows)


def _statement_row(one: Statement, box: Box, style: Style) -> Row:
    left = box.width * 0.26
    x, room = box.x + left, box.width - left
    ink, quiet = style.colours.ink, style.colours.quiet
    when = flow([Span(one.as_of, BOLD)], left - 2 * style.gap, style.small)
    document = font_metrics.wrap(one.document, left - 2 * style.gap, style.small)
    said = flow([Span(one.says, BOLD, one.ref), Span(f": {one.what}")], room, style.body)
    by = flow(_behind(one), room, style.small)
    high = max(
        height_of(when, style.small) + height_of(document, style.small),
        height_of(said, style.body) + height_of(by, style.small),
    )
    pad = style.gap * 0.6

    def draw(top: float) -> Sequence[Part]:
        top += pad
        even = (style.body - style.small) * font_metrics.ASCENT
        under = top + even + height_of(when, style.small)
        return (
            *texts(when, box.x, top + even, style.small, ink),
            *style.paragraph(document, box.x, under, style.small, quiet),
            *texts(said, x, top, style.body, ink),
            *texts(by, x, top + height_of(said, style.body), style.small, quiet),
        )

    return Row(high + 2 * pad, draw)


def _behind(one: Statement) -> tuple[Span, ...]:
    """Who said it; of a target what was stated since, a number of its own."""
    since = one.since
    if since is None or since.ref is None:
        return (Span(said_by(one)),)
    return Span(f"{since.before} "), Span(since.text, ref=since.ref), Span(f" {since.after}")
