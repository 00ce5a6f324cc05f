"""A native line chart with its XML, its workbook and the bands over its years."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.parts.chart import ChartPart
from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from charts.spec import Band, Lines
from export.slides.chart_series import Column, Sheet, chart_sheet, says
from export.slides.layout_geometry import Page
from export.slides.shapes import HEAD, SPACES, attribute, fill, place, text_width, xml
from export.slides.template_theme import Look, Tone, clear
from words import _

DAY_ZERO = date(1899, 12, 30)  # of the dates in a workbook
SYMBOLS = ("circle", "square", "diamond", "triangle")
LINE = 28575  # EMU: 2.25 pt
MARK, LIMIT = 10, 13  # pt
BAR = 88900  # EMU: 7 pt, the bar of a range
LONG = 24  # letters of a number format: a label with the words of a definition may wrap
DATES = r"yyyy\-mm\-dd"


@dataclass(frozen=True)
class Plot:
    """Where the plot lies in its chart, as shares of it, and what its axes span."""

    left: float
    top: float
    width: float
    height: float
    x: tuple[date, date]
    y: tuple[float, float]
    step: float
    size: int  # of the labels, pt
    years: int = 1  # from one year that is named on the axis to the next
    turned: frozenset[tuple[str, date]] = frozenset()  # labels on the other side of their mark

    def across(self, at: date) -> float:
        """Where a date lies, as a share of the chart's width."""
        part = (at - self.x[0]).days / (self.x[1] - self.x[0]).days
        return self.left + self.width * min(max(part, 0.0), 1.0)


def chart_xml(sheet: Sheet, plot: Plot, look: Look) -> bytes:
    """The whole part, but for its workbook."""
    series = "".join(
        _series(at, column, sheet, plot, look) for at, column in enumerate(sheet.columns)
    )
    body = (
        "<c:date1904 val='0'/><c:roundedCorners val='0'/><c:chart><c:autoTitleDeleted val='1'/>"
        f"<c:plotArea>{_layout(plot)}<c:lineChart><c:grouping val='standard'/>"
        f"<c:varyColors val='0'/>{series}<c:marker val='1'/><c:axId val='111'/><c:axId val='222'/>"
        f"</c:lineChart>{_dates(plot, look)}{_values(plot, look)}<c:spPr><a:noFill/></c:spPr>"
        "</c:plotArea><c:plotVisOnly val='1'/><c:dispBlanksAs val='span'/></c:chart>"
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{_words(look.ink, plot.size, False)}"
    )
    return f"{HEAD}<c:chartSpace {SPACES}>{body}</c:chartSpace>".encode()


def serial(at: date) -> int:
    """A date as a workbook holds it."""
    return (at - DAY_ZERO).days


def _layout(plot: Plot) -> str:
    shares = (("x", plot.left), ("y", plot.top), ("w", plot.width), ("h", plot.height))
    values = "".join(f"<c:{name} val='{value:.5f}'/>" for name, value in shares)
    return (
        "<c:layout><c:manualLayout><c:layoutTarget val='inner'/><c:xMode val='edge'/>"
        f"<c:yMode val='edge'/>{values}</c:manualLayout></c:layout>"
    )


def _series(at: int, column: Column, sheet: Sheet, plot: Plot, look: Look) -> str:
    tone = look.tones[column.slot % len(look.tones)]
    own, last = xl_col_to_name(at + 1), len(sheet.dates) + 1
    values = dict(column.values)
    points = [f"{values[day]:.15g}" if day in values else None for day in sheet.dates]
    days = numbers_xml("cat", f"$A$2:$A${last}", DATES, list(map(serial, sheet.dates)))
    numbers = numbers_xml("val", f"${own}$2:${own}${last}", column.format, points)
    return (
        f"<c:ser><c:idx val='{at}'/><c:order val='{at}'/>{name_xml(own, column.name)}"
        f"{_line(column, tone)}{_marker(column, tone)}{_labels(column, sheet, tone, plot)}"
        f"{_bar(column, tone)}{days}{numbers}<c:smooth val='0'/></c:ser>"
    )


def name_xml(column: str, name: str, spaces: str = "") -> str:
    """The name of a series, which stands over its column of the workbook."""
    return (
        f"<c:tx{spaces}><c:strRef><c:f>Sheet1!${column}$1</c:f><c:strCache><c:ptCount val='1'/>"
        f"<c:pt idx='0'><c:v>{xml(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>"
    )


def numbers_xml(tag: str, cells: str, code: str, values: Sequence[object], spaces: str = "") -> str:
    """The numbers or dates of a series with their cells and number format; None is a gap."""
    points = "".join(
        f"<c:pt idx='{row}'><c:v>{value}</c:v></c:pt>"
        for row, value in enumerate(values)
        if value is not None
    )
    return (
        f"<c:{tag}{spaces}><c:numRef><c:f>Sheet1!{cells}</c:f><c:numCache><c:formatCode>"
        f"{xml(code)}</c:formatCode><c:ptCount val='{len(values)}'/>{points}</c:numCache>"
        f"</c:numRef></c:{tag}>"
    )


def _line(column: Column, tone: Tone) -> str:
    if column.line == "none":
        return f"<c:spPr><a:ln w='{LINE}'><a:noFill/></a:ln></c:spPr>"
    dash = "sysDash" if column.line == "dashed" else "solid"
    return (
        f"<c:spPr><a:ln w='{LINE}' cap='flat'>{fill(tone.full)}<a:prstDash val='{dash}'/>"
        "<a:round/></a:ln></c:spPr>"
    )


def _bar(column: Column, tone: Tone) -> str:
    """The span of a range, which moves with its point: down from it, without a cap."""
    if not column.span:
        return ""
    return (
        "<c:errBars><c:errDir val='y'/><c:errBarType val='minus'/><c:errValType val='fixedVal'/>"
        f"<c:noEndCap val='1'/><c:val val='{column.span:.15g}'/><c:spPr><a:ln w='{BAR}' cap='flat'>"
        f"{fill(tone.full)}<a:round/></a:ln></c:spPr></c:errBars>"
    )


def _marker(column: Column, tone: Tone) -> str:
    if column.kind != "marks" or column.shape == "range":
        return "<c:marker><c:symbol val='none'/></c:marker>"
    symbol, size = SYMBOLS[column.slot % len(SYMBOLS)], MARK
    if column.shape == "lower":
        symbol, size = "triangle", LIMIT
    elif column.shape == "upper":
        symbol, size = "dash", LIMIT
    inside = tone.full if column.shape == "full" else tone.pale
    return (
        f"<c:marker><c:symbol val='{symbol}'/><c:size val='{size}'/><c:spPr>{fill(inside)}"
        f"<a:ln w='19050'>{fill(tone.full)}</a:ln></c:spPr></c:marker>"
    )


def _labels(column: Column, sheet: Sheet, tone: Tone, plot: Plot) -> str:
    """The labels of a series; where two would meet, one stands on the other side of its mark."""
    if column.kind == "solid":
        return ""
    side = "r" if column.kind == "unit" else "t" if column.above else "b"
    other = "b" if column.above else "t"
    turned = "".join(
        f"<c:dLbl><c:idx val='{row}'/>{_label(column, tone, plot, other)}</c:dLbl>"
        for row, day in enumerate(sheet.dates)
        if (column.name, day) in plot.turned
    )
    return f"<c:dLbls>{turned}{_label(column, tone, plot, side)}</c:dLbls>"


def _label(column: Column, tone: Tone, plot: Plot, side: str) -> str:
    unit = column.kind == "unit"
    wrap = "square" if len(column.format) > LONG and not unit else "none"
    code = xml(column.format).replace('"', "&quot;")
    shown = "".join(
        f"<c:show{name} val='{int(on)}'/>"
        for name, on in (
            ("LegendKey", False),
            ("Val", not unit),
            ("CatName", False),
            ("SerName", unit),
            ("Percent", False),
            ("BubbleSize", False),
        )
    )
    number = f'<c:numFmt formatCode="{code}" sourceLinked="0"/>'
    return (
        f"{number}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{_words(tone.text, plot.size, True, wrap)}<c:dLblPos val='{side}'/>{shown}"
    )


def _words(colour: str, size: int, bold: bool, wrap: str = "none") -> str:
    return (
        f"<c:txPr><a:bodyPr wrap='{wrap}'/><a:lstStyle/><a:p><a:pPr>"
        f"<a:defRPr sz='{size * 100}' b='{int(bold)}'>{fill(colour)}"
        "<a:latin typeface='+mn-lt'/></a:defRPr></a:pPr><a:endParaRPr lang='en-GB'/></a:p></c:txPr>"
    )


def _dates(plot: Plot, look: Look) -> str:
    return (
        "<c:dateAx><c:axId val='111'/><c:scaling><c:orientation val='minMax'/>"
        f"<c:max val='{serial(plot.x[1])}'/><c:min val='{serial(plot.x[0])}'/></c:scaling>"
        "<c:delete val='0'/><c:axPos val='b'/><c:numFmt formatCode='yyyy' sourceLinked='0'/>"
        "<c:majorTickMark val='out'/><c:minorTickMark val='none'/><c:tickLblPos val='low'/>"
        f"<c:spPr><a:ln w='9525'>{fill(look.quiet)}</a:ln></c:spPr>"
        f"{_words(look.quiet, plot.size, False)}<c:crossAx val='222'/><c:crosses val='min'/>"
        "<c:auto val='0'/><c:lblOffset val='100'/><c:baseTimeUnit val='days'/>"
        f"<c:majorUnit val='{plot.years}'/><c:majorTimeUnit val='years'/></c:dateAx>"
    )


def _values(plot: Plot, look: Look) -> str:
    return (
        "<c:valAx><c:axId val='222'/><c:scaling><c:orientation val='minMax'/>"
        f"<c:max val='{plot.y[1]:.15g}'/><c:min val='{plot.y[0]:.15g}'/></c:scaling>"
        "<c:delete val='0'/><c:axPos val='l'/>"
        f"<c:majorGridlines><c:spPr><a:ln w='6350'>{fill(look.rule)}</a:ln></c:spPr>"
        "</c:majorGridlines><c:numFmt formatCode='#,##0' sourceLinked='0'/>"
        "<c:majorTickMark val='none'/><c:minorTickMark val='none'/><c:tickLblPos val='nextTo'/>"
        f"<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{_words(look.quiet, plot.size, False)}"
        "<c:crossAx val='111'/><c:crosses val='min'/><c:crossBetween val='midCat'/>"
        f"<c:majorUnit val='{plot.step:.15g}'/></c:valAx>"
    )


MADE = datetime(2000, 1, 1)  # the same chart gives the same bytes


def chart_workbook(sheet: Sheet) -> bytes:
    """Sheet1 with a date in each row and a series in each column.

    A column that repeats another's numbers takes them from its cells, so that a number is changed
    in one place only.
    """
    out = io.BytesIO()
    workbook = Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    workbook.set_properties({"created": MADE})
    page = workbook.add_worksheet("Sheet1")
    page.set_column(0, len(sheet.columns), 16)
    days = workbook.add_format({"num_format": "yyyy-mm-dd"})
    page.write_string(0, 0, _("Date"))
    for row, day in enumerate(sheet.dates, 1):
        page.write_datetime(row, 0, datetime(day.year, day.month, day.day), days)
    rows = {day: row for row, day in enumerate(sheet.dates, 1)}
    places = {column.name: at for at, column in enumerate(sheet.columns, 1)}
    for at, column in enumerate(sheet.columns, 1):
        page.write_string(0, at, column.name)
        written = workbook.add_format({"num_format": column.format})
        for day, value in column.values:
            if column.copies:
                cell = f"={xl_col_to_name(places[column.copies])}{rows[day] + 1}"
                page.write_formula(rows[day], at, cell, written, value)
            else:
                page.write_number(rows[day], at, value, written)
    workbook.close()
    return out.getvalue()


DRAWING = "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml"
USER_SHAPES = "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
LARGE, SMALL = 14, 12  # pt
NARROW = 760.0  # pt: a chart that is not wider has the small labels


def draw_chart(page: Page, drawing: Lines, name: str, alt: str) -> None:
    """Fill the free room of the page with the chart."""
    box, look = page.box, page.look
    columns = chart_sheet(drawing, brief=box.width <= NARROW)
    plot = plot_of(drawing, columns, box.width, box.height, look)
    package = page.slide.part.package
    made = chart_xml(columns, plot, look)
    data: Any = SimpleNamespace(xml_bytes=lambda _kind: made, xlsx_blob=chart_workbook(columns))
    part = ChartPart.new(XL_CHART_TYPE.LINE, data, package)
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


def plot_of(drawing: Lines, sheet: Sheet, width: float, height: float, look: Look) -> Plot:
    """Room at the edges for the words of the axes and of the last marks; years to scale."""
    size = LARGE if width > NARROW else SMALL
    x = (date(drawing.x[0].year, 1, 1), date(drawing.x[1].year + 1, 1, 1))
    low, top = drawing.y
    left = text_width(f"{top:,.0f}", size, factor=look.factor) + 10
    units = [c for c in sheet.columns if c.kind == "unit" and c.values]
    share = (x[1] - x[0]).days
    needed = max((text_width(c.name, size, True, look.factor) + 16 for c in units), default=0.0)
    last = max((c.values[-1][0] for c in units), default=x[1])
    inner = width - left - 16
    # The name beside the last mark may reach over the end of the axis, not over the chart's edge.
    behind = inner * (x[1] - last).days / share
    right = 16 + max(0.0, needed - behind)
    year = (width - left - right) / share * 365.25
    plot = Plot(
        left=left / width,
        top=0.02,
        width=(width - left - right) / width,
        height=(height - size * 1.9 - 4) / height - 0.02,
        x=x,
        y=(low, top),
        step=_step(top - low),
        size=size,
        years=1 if text_width("2020", size, factor=look.factor) + 4 <= year else 2,
    )
    return replace(plot, turned=_turned(sheet, plot, width, look))


def _turned(sheet: Sheet, plot: Plot, width: float, look: Look) -> frozenset[tuple[str, date]]:
    """The labels that would meet their neighbour's: the lower of the two stands below its mark,
    the higher above it.
    """
    found = set()
    for column in sheet.columns:
        for (day, value), (then, more) in pairwise(column.values):
            apart = (plot.across(then) - plot.across(day)) * width
            text = max((says(v, column.format) for v in (value, more)), key=len)
            if (
                column.kind == "marks"
                and apart < text_width(text, plot.size, True, look.factor) + 3
            ):
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
    drawn = Part(PackURI(name), DRAWING, part.package, user_shapes(shapes))
    link = part.relate_to(drawn, RT.CHART_USER_SHAPES)
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
