"""The columns of a chart and a look go in; the XML of a native PowerPoint line chart comes out.

Marks, lines and labels are set for a series and never for a point: a point's own look is lost in
other programs, and is left behind when data are changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from export.slides.look import Look, Tone
from export.slides.markup import HEAD, SPACES, fill, xml
from export.slides.sheet import Column, Sheet

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


def chart_xml(held: Sheet, plot: Plot, look: Look) -> bytes:
    """The whole part, but for its workbook."""
    series = "".join(
        _series(at, column, held, plot, look) for at, column in enumerate(held.columns)
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


def letter(column: int) -> str:
    """The name of a column of a sheet: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _layout(plot: Plot) -> str:
    shares = (("x", plot.left), ("y", plot.top), ("w", plot.width), ("h", plot.height))
    values = "".join(f"<c:{name} val='{value:.5f}'/>" for name, value in shares)
    return (
        "<c:layout><c:manualLayout><c:layoutTarget val='inner'/><c:xMode val='edge'/>"
        f"<c:yMode val='edge'/>{values}</c:manualLayout></c:layout>"
    )


def _series(at: int, column: Column, held: Sheet, plot: Plot, look: Look) -> str:
    tone = look.tones[column.slot % len(look.tones)]
    own, last = letter(at + 1), len(held.dates) + 1
    values = dict(column.values)
    days = "".join(
        f"<c:pt idx='{row}'><c:v>{serial(day)}</c:v></c:pt>" for row, day in enumerate(held.dates)
    )
    points = "".join(
        f"<c:pt idx='{row}'><c:v>{values[day]:.15g}</c:v></c:pt>"
        for row, day in enumerate(held.dates)
        if day in values
    )
    count = f"<c:ptCount val='{len(held.dates)}'/>"
    return (
        f"<c:ser><c:idx val='{at}'/><c:order val='{at}'/><c:tx><c:strRef>"
        f"<c:f>Sheet1!${own}$1</c:f><c:strCache><c:ptCount val='1'/><c:pt idx='0'>"
        f"<c:v>{xml(column.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>"
        f"{_line(column, tone)}{_marker(column, tone)}{_labels(column, held, tone, plot)}"
        f"{_bar(column, tone)}"
        f"<c:cat><c:numRef><c:f>Sheet1!$A$2:$A${last}</c:f><c:numCache>"
        f"<c:formatCode>{DATES}</c:formatCode>{count}{days}</c:numCache></c:numRef></c:cat>"
        f"<c:val><c:numRef><c:f>Sheet1!${own}$2:${own}${last}</c:f><c:numCache>"
        f"<c:formatCode>{xml(column.format)}</c:formatCode>{count}{points}</c:numCache>"
        "</c:numRef></c:val><c:smooth val='0'/></c:ser>"
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


def _labels(column: Column, held: Sheet, tone: Tone, plot: Plot) -> str:
    """The labels of a series; where two would meet, one stands on the other side of its mark."""
    if column.kind == "solid":
        return ""
    side = "r" if column.kind == "unit" else "t" if column.above else "b"
    other = "b" if column.above else "t"
    turned = "".join(
        f"<c:dLbl><c:idx val='{row}'/>{_label(column, tone, plot, other)}</c:dLbl>"
        for row, day in enumerate(held.dates)
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
