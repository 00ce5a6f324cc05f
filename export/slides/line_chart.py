"""A drawing of lines and a page go in; the native chart stands on the page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.parts.chart import ChartPart

from charts.spec import Band, Lines
from export.slides.book import book
from export.slides.chart_xml import Plot, chart_xml
from export.slides.look import Look, clear
from export.slides.markup import SPACES, attribute, fill, place
from export.slides.measure import width
from export.slides.page import Page
from export.slides.sheet import Sheet, says, sheet

DRAWING = "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml"
USER_SHAPES = "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
LARGE, SMALL = 14, 12  # pt
NARROW = 760.0  # pt: a chart that is not wider has the small labels


class ChartData:
    """What python-pptx asks of the data of a chart: its XML and its workbook."""

    def __init__(self, held: Sheet, plot: Plot, look: Look) -> None:
        self._held, self._plot, self._look = held, plot, look

    def xml_bytes(self, _chart_type: Any) -> bytes:
        """The chart."""
        return chart_xml(self._held, self._plot, self._look)

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook."""
        return book(self._held)


def draw(page: Page, drawing: Lines, name: str, alt: str) -> None:
    """Fill the free room of the page with the chart."""
    box, look = page.box, page.look
    held = sheet(drawing, brief=box.w <= NARROW)
    plot = plot_of(drawing, held, box.w, box.h, look)
    package = page.slide.part.package
    part = ChartPart.new(None, ChartData(held, plot, look), package)  # type: ignore[arg-type]
    bands(part, drawing, plot, look)
    link = page.slide.part.relate_to(part, RT.CHART)
    number = page.number()
    page.add(
        f"<p:graphicFrame {SPACES}><p:nvGraphicFramePr><p:cNvPr id='{number}' "
        f"name={attribute(name)} descr={attribute(alt)}/><p:cNvGraphicFramePr/>"
        f"<p:nvPr>{page.holder()}</p:nvPr></p:nvGraphicFramePr>{place(box, 'p:xfrm')}"
        f"<a:graphic><a:graphicData uri='{CHART}'><c:chart r:id='{link}'/></a:graphicData>"
        "</a:graphic></p:graphicFrame>"
    )


def plot_of(drawing: Lines, held: Sheet, wide: float, high: float, look: Look) -> Plot:
    """Room at the edges for the words of the axes and of the last marks; years to scale."""
    size = LARGE if wide > NARROW else SMALL
    x = (date(drawing.x[0].year, 1, 1), date(drawing.x[1].year + 1, 1, 1))
    low, top = drawing.y
    left = width(f"{top:,.0f}", size, wide=look.wide) + 10
    units = [c for c in held.columns if c.kind == "unit" and c.values]
    share = (x[1] - x[0]).days
    needed = max((width(c.name, size, True, look.wide) + 16 for c in units), default=0.0)
    last = max((c.values[-1][0] for c in units), default=x[1])
    inner = wide - left - 16
    # The name beside the last mark may reach over the end of the axis, not over the chart's edge.
    behind = inner * (x[1] - last).days / share
    right = 16 + max(0.0, needed - behind)
    year = (wide - left - right) / share * 365.25
    plot = Plot(
        left=left / wide,
        top=0.02,
        width=(wide - left - right) / wide,
        height=(high - size * 1.9 - 4) / high - 0.02,
        x=x,
        y=(low, top),
        step=_step(top - low),
        size=size,
        years=1 if width("2020", size, wide=look.wide) + 4 <= year else 2,
    )
    return replace(plot, turned=_turned(held, plot, wide, look))


def _turned(held: Sheet, plot: Plot, wide: float, look: Look) -> frozenset[tuple[str, date]]:
    """The labels that would meet their neighbour's: the lower of the two stands below its mark,
    the higher above it.
    """
    found = set()
    for column in held.columns:
        for (day, value), (then, more) in pairwise(column.values):
            apart = (plot.across(then) - plot.across(day)) * wide
            text = max((says(v, column.format) for v in (value, more)), key=len)
            if column.kind == "marks" and apart < width(text, plot.size, True, look.wide) + 3:
                lower, higher = (day, then) if value <= more else (then, day)
                found.add((column.name, lower if column.above else higher))
    return frozenset(found)


def bands(part: ChartPart, drawing: Lines, plot: Plot, look: Look) -> None:
    """The marked years and the spans of undated documents, as shapes that belong to the chart.

    They lie over the plot, half clear, and move and grow with it.
    """
    shapes = band_shapes(drawing, plot, look)
    if not shapes:
        return
    name = part.package.next_partname("/ppt/drawings/drawing%d.xml")
    held = Part(PackURI(name), DRAWING, part.package, user_shapes(shapes))
    link = part.relate_to(held, RT.CHART_USER_SHAPES)
    part._element.append(parse_xml(f"<c:userShapes {SPACES} r:id='{link}'/>"))


def user_shapes(shapes: list[str]) -> bytes:
    """The part that holds the shapes of a chart."""
    inner = "".join(shapes)
    return f'<c:userShapes {SPACES} xmlns:cdr="{USER_SHAPES}">{inner}</c:userShapes>'.encode()


def band_shapes(drawing: Lines, plot: Plot, look: Look) -> list[str]:
    """The XML of each band."""
    spans = sorted({m.window for s in drawing.series for m in s.marks if m.window})
    pale = clear(look.tones[0].full, 16)
    shapes = [
        _shape(
            at,
            f"{band.kind} {band.start:%Y}",
            band.start,
            band.end,
            plot,
            clear(look.quiet, 22 if band.kind == "not_stated" else 9),
        )
        for at, band in enumerate(_joined(drawing.bands), 2)
    ]
    return shapes + [
        _shape(at, f"written {start:%Y}", start, end, plot, pale)
        for at, (start, end) in enumerate(spans, 100)
    ]


def _joined(found: tuple[Band, ...]) -> list[Band]:
    """Years that follow one another as one band."""
    joined: list[Band] = []
    for band in sorted(found, key=lambda b: b.start):
        last = joined[-1] if joined else None
        if last and last.kind == band.kind and (band.start - last.end).days <= 1:
            joined[-1] = Band(last.start, band.end, last.label, last.kind)
        else:
            joined.append(band)
    return joined


def _shape(number: int, name: str, start: date, end: date, plot: Plot, colour: str) -> str:
    left, right = plot.across(start), plot.across(end)
    return (
        f"<cdr:relSizeAnchor><cdr:from><cdr:x>{left:.5f}</cdr:x><cdr:y>{plot.top:.5f}</cdr:y>"
        f"</cdr:from><cdr:to><cdr:x>{right:.5f}</cdr:x><cdr:y>{plot.top + plot.height:.5f}</cdr:y>"
        f"</cdr:to><cdr:sp macro='' textlink=''><cdr:nvSpPr><cdr:cNvPr id='{number}' "
        f"name={attribute(name)}/><cdr:cNvSpPr/></cdr:nvSpPr><cdr:spPr><a:xfrm><a:off x='0' y='0'/>"
        "<a:ext cx='0' cy='0'/></a:xfrm><a:prstGeom prst='rect'><a:avLst/></a:prstGeom>"
        f"{fill(colour)}<a:ln><a:noFill/></a:ln></cdr:spPr></cdr:sp></cdr:relSizeAnchor>"
    )


def _step(span: float) -> float:
    """The step of the value axis: about six to a chart."""
    size = 10.0 ** (len(str(int(max(span / 6, 1)))) - 1)
    return next(size * many for many in (1, 2, 5, 10) if size * many * 7 >= span)
