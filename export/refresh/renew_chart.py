"""A native chart shows today's numbers, with axes that reach them, its bands and its workbook."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from dataclasses import replace
from datetime import date, timedelta

from lxml import etree
from pptx.oxml import parse_xml
from xlsxwriter.utility import xl_col_to_name

from charts.captions import DAGGER
from charts.spec import Lines
from export.refresh import renew_series
from export.refresh.figure_versions import Figure
from export.refresh.old_slides import Ours, Page, box_of
from export.refresh.renew_series import C, Made, Series, make_chart, match_series
from export.slides.chart_series import Column, Sheet, says
from export.slides.line_chart import (
    DAY_ZERO,
    DRAWING,
    NARROW,
    USER_SHAPES,
    Plot,
    band_shapes,
    chart_workbook,
    serial,
    user_shapes,
)
from export.slides.shapes import SPACES
from export.slides.template_theme import Look, look_of
from words import _, counted

ROOM = 0.06  # of an axis of values, over the highest number, for its label
AFTER = 60  # days behind the last mark
NEAR = 0.5  # what is as near as this is the same
D = f"{{{USER_SHAPES}}}"
_OURS = re.compile(r"(?P<kind>not_stated|not_held|silent|written) \d{4}")
SAME = 0.002  # of the chart's width
Span = tuple[float, float]  # as shares of the chart's width
WORKBOOK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BEFORE = ("printSettings", "userShapes", "extLst")  # what stands behind it in a chart
USUAL = (872.0, 303.0)  # pt, of a chart whose size is not told
SHAPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartUserShapes"


def reach_axes(
    root: etree._Element,
    now: Plot,
    before: Plot | None,
    dates: list[date],
    values: list[float],
) -> None:
    """Set the ends of both axes where they have to be set; dates and values are all that is shown.

    `before` is the plot as it was made, None where that is not known.
    """
    if not dates or not values:
        return
    across, up = root.find(f".//{C}dateAx"), root.find(f".//{C}valAx")
    if across is not None:
        ends = serial(now.x[0]), serial(now.x[1])
        made = (serial(before.x[0]), serial(before.x[1])) if before else None
        asked = serial(min(dates)), serial(max(dates)) + AFTER
        if _set_ends(across, ends, made, asked) and now.years > 1:
            _set_unit(across, now.years)
    if up is not None:
        ends_ = now.y
        room = ROOM * (now.y[1] - now.y[0])
        asked_ = min(values), max(values) + room
        if _set_ends(up, ends_, before.y if before else None, asked_):
            _set_unit(up, now.step)


def widen_plot(root: etree._Element, now: Plot, before: Plot | None) -> None:
    """Leave more room at the sides of the plot where the words there have become longer."""
    layout = root.find(f".//{C}plotArea/{C}layout/{C}manualLayout")
    if layout is None or before is None:
        return
    left = max(0.0, now.left - before.left)
    right = max(0.0, before.left + before.width - now.left - now.width)
    x, w = layout.find(f"{C}x"), layout.find(f"{C}w")
    if x is None or w is None or left + right < 1e-6:
        return
    wide = float(w.get("val")) - left - right
    if wide > 0.2:
        x.set("val", f"{float(x.get('val')) + left:.5f}")
        w.set("val", f"{wide:.5f}")


def axis_spans(root: etree._Element) -> tuple[tuple[date, date], tuple[float, float]] | None:
    """From when to when the axis of dates runs, and where its plot begins and how wide it is.

    None where the chart leaves one of them to the program that draws it.
    """
    axis = root.find(f".//{C}dateAx")
    layout = root.find(f".//{C}plotArea/{C}layout/{C}manualLayout")
    if axis is None or layout is None:
        return None
    inner = layout.find(f"{C}layoutTarget")
    ends = _ends(axis)
    held = [layout.find(f"{C}{name}") for name in ("x", "w")]
    if inner is None or inner.get("val") != "inner" or ends is None or None in held:
        return None
    first, last = (DAY_ZERO + timedelta(days=int(end)) for end in ends)
    x, wide = (float(one.get("val")) for one in held if one is not None)
    return ((first, last), (x, wide)) if first < last else None


def _ends(axis: etree._Element) -> tuple[float, float] | None:
    held = [axis.find(f"{C}scaling/{C}{name}") for name in ("min", "max")]
    values = [float(one.get("val")) for one in held if one is not None]
    return (values[0], values[1]) if len(values) == 2 else None


def _set_ends(
    axis: etree._Element,
    now: tuple[float, float],
    made: tuple[float, float] | None,
    asked: tuple[float, float],
) -> bool:
    """Set each end that has to be; whether one was."""
    done = False
    for at, name in enumerate(("min", "max")):
        end = axis.find(f"{C}scaling/{C}{name}")
        if end is None:
            continue
        held = float(end.get("val"))
        as_made = made is not None and abs(held - made[at]) < NEAR
        outside = asked[0] < held if name == "min" else asked[1] > held
        if (as_made or outside) and abs(now[at] - held) >= NEAR:
            end.set("val", f"{now[at]:.15g}")
            done = True
    return done


def _set_unit(axis: etree._Element, unit: float) -> None:
    held = axis.find(f"{C}majorUnit")
    if held is not None and float(held.get("val")) < unit:
        held.set("val", f"{unit:.15g}")


def bands_of(held: etree._Element) -> dict[str, etree._Element]:
    """The bands of ours, by their name."""
    found: dict[str, etree._Element] = {}
    for anchor in held.iterfind(f"{D}relSizeAnchor"):
        name = anchor.find(f".//{D}cNvPr")
        text = name.get("name", "") if name is not None else ""
        if _OURS.fullmatch(text):
            found.setdefault(text, anchor)
    return found


def place_bands(held: etree._Element, now: dict[str, etree._Element], before: set[str]) -> bool:
    """Renew the bands; `now` are those of today as they are made, `before` the names of the old.

    Whether anything was changed.
    """
    there = bands_of(held)
    done = False
    for name, anchor in there.items():
        if name in now:
            done |= _moved_band(anchor, _span(now[name]))
        else:
            held.remove(anchor)
            done = True
    for name, made in now.items():
        if name in there or name in before:
            continue
        kind = name.partition(" ")[0]
        alike = next((one for other, one in there.items() if other.startswith(kind)), None)
        fresh = copy.deepcopy(made if alike is None else alike)
        _moved_band(fresh, _span(made))
        about = fresh.find(f".//{D}cNvPr")
        about.set("name", name)
        about.set("id", str(_number(held)))
        held.append(fresh)
        done = True
    return done


def _span(anchor: etree._Element) -> Span:
    """From where to where a band of today lies."""
    start, end = (float(anchor.findtext(f"{D}{end}/{D}x") or 0) for end in ("from", "to"))
    return start, end


def _moved_band(anchor: etree._Element, span: Span) -> bool:
    """Move a band, where it does not stand there already; whether it was moved."""
    ends = [anchor.find(f"{D}{end}/{D}x") for end in ("from", "to")]
    if any(end is None for end in ends):
        return False
    if all(abs(float(e.text or 0) - at) < SAME for e, at in zip(ends, span, strict=True)):
        return False
    for end, at in zip(ends, span, strict=True):
        end.text = f"{at:.5f}"
    return True


def _number(held: etree._Element) -> int:
    numbers = [int(one.get("id", "0")) for one in held.iter(f"{D}cNvPr")]
    return max([1, *numbers]) + 1


def _has_workbook(page: Page, chart: str) -> bool:
    """Whether the workbook of a chart is there, in the file or outside of it."""
    known = page.package.linked(chart, page.package.tree(chart).find(f"{C}externalData"))
    return known is not None and (known.outside or known.target in page.package.data)


def _renew_workbook(
    page: Page, chart: str, held: list[Series], dates: list[date], columns: int
) -> None:
    """Write the workbook of a chart; `columns` is how many the old one had."""
    package = page.package
    root = package.tree(chart)
    link = root.find(f"{C}externalData")
    known = package.linked(chart, link)
    if known is not None and known.outside:
        page.told.lack(_("The workbook of the chart lies outside the file: only the chart itself "
                         "was brought up to date."))  # fmt: skip
        return
    if known is not None and (more := _more(package.data.get(known.target, b""), columns)):
        page.told.lack(_("The workbook of the chart held more than the numbers of the chart "
                         "({what}): that is not in the new one.", what=more))  # fmt: skip
    data = chart_workbook(Sheet(tuple(dates), tuple(_column(one) for one in held)))
    if known is not None and known.target in package.data:
        package.put(known.target, data)
        return
    page.told.change(_("Workbook of the chart, which was lost"), "", _("made again"))
    if link is not None:
        root.remove(link)
    name = package.add("ppt/embeddings/Microsoft_Excel_Sheet%d.xlsx", data, XLSX)
    new = package.relate(chart, WORKBOOK, name)
    made = parse_xml(
        f"<c:externalData {SPACES} r:id='{new}'><c:autoUpdate val='0'/></c:externalData>"
    )
    behind = [one for one in root if etree.QName(one).localname in BEFORE]
    if behind:
        behind[0].addprevious(made)
    else:
        root.append(made)


def _more(data: bytes, count: int) -> str:
    """What a workbook holds beside the columns of a chart: other sheets, or more columns."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [n for n in archive.namelist() if n.startswith("xl/worksheets/sheet")]
            first = archive.read(names[0]) if len(names) == 1 else b""
    except (zipfile.BadZipFile, OSError, RuntimeError, EOFError, ValueError, KeyError, IndexError):
        return ""
    if len(names) > 1:
        return counted("{number} sheet more", "{number} sheets more", len(names) - 1)
    cells = set(re.findall(rb'<(?:\w+:)?c r="([A-Z]+)\d+"', first))
    used = {xl_col_to_name(at).encode() for at in range(count + 1)}
    return _("cells in other columns") if cells - used else ""


def _column(one: Series) -> Column:
    if one.column is not None:
        return one.column
    values = tuple(sorted(one.points.items()))
    return Column(one.name, "marks", 0, values, one.code)


def renew_chart(page: Page, ours: Ours, figure: Figure) -> None:
    """Renew one chart, and tell what was changed."""
    now, before = figure.now.drawing, figure.before.drawing if figure.before else None
    package = page.package
    held = package.linked(page.part, ours.element.find(f".//{C}chart"))
    if held is None or held.outside or held.target not in package.data:
        page.told.lack(_("The chart “{view}” is no chart any more: it was left as it is.",
                         view=ours.view))  # fmt: skip
        return
    root = package.tree(held.target)
    known = renew_series.read_series(root)
    if not known or not isinstance(now, Lines):
        page.told.lack(_("The chart “{view}” holds no series that could be matched.",
                         view=ours.view))  # fmt: skip
        return
    size, brief, look = _size(ours.element), _brief(known, ours.element), look_of(page.layout)
    made = make_chart(now, size, brief, look)
    then = make_chart(before, size, brief, look) if isinstance(before, Lines) else None
    kept = match_series(page, known, made, then, figure.old)
    if _is_current(known, kept) and _has_workbook(page, held.target):
        return
    dates = sorted({day for one in kept for day in one.values})
    _tell(page, kept, made, dates)
    renew_series.write_series(kept, dates)
    _labels(kept, made, then, dates)
    values = [value for one in kept for value in one.values.values()]
    reach_axes(root, made.plot, then.plot if then else None, dates, values)
    widen_plot(root, made.plot, then.plot if then else None)
    _bands(page, held.target, made, then, look)
    columns = max(len(known), len(then.sheet.columns) if then else 0)
    _renew_workbook(page, held.target, kept, dates, columns)


def _is_current(known: list[Series], kept: list[Series]) -> bool:
    """Whether the chart shows today's numbers already."""
    return len(known) == len(kept) and all(one.values == one.points for one in kept)


def _size(element: etree._Element) -> tuple[float, float]:
    box = box_of(element)
    return (box.width, box.height) if box else USUAL


def _brief(known: list[Series], element: etree._Element) -> bool:
    """Whether the labels leave out the words of another definition; as they do already."""
    codes = [f.get("formatCode", "") for one in known for f in one.element.iter(f"{C}numFmt")]
    told = [code for code in codes if DAGGER in code]
    if told:
        return not any(f"{DAGGER} " in code for code in told)
    return _size(element)[0] <= NARROW


def _tell(page: Page, kept: list[Series], made: Made, dates: list[date]) -> None:
    """Every number that changes, by series and date."""
    for one in kept:
        if one.column is None or one.column.kind != "marks":
            continue
        new = dict(one.column.values)
        for day in sorted({*dates, *one.points}):
            before, after = one.points.get(day), new.get(day)
            if before == after:
                continue
            said = [
                says(value, one.column.format) if value is not None else ""
                for value in (before, after)
            ]
            what = f"{one.name}, {made.moment(one.column, day)}"
            page.told.change(what, *said)


def _labels(kept: list[Series], made: Made, then: Made | None, dates: list[date]) -> None:
    """Number formats that changed, and labels that would meet another."""
    fresh = {one.name: one for one in renew_series.read_series(made.root)}
    formats = {one.name: one.format for one in then.sheet.columns} if then else {}
    turned = then.plot.turned if then else frozenset()
    for one in kept:
        if one.column is not None:
            before = {day for name, day in turned if name == one.name}
            renew_series.turn_labels(one, fresh[one.name], before, dates)
            renew_series.renew_formats(one, formats.get(one.name, one.column.format))


def _bands(page: Page, name: str, made: Made, then: Made | None, look: Look) -> None:
    package = page.package
    root = package.tree(name)
    part = next(iter(package.related(name, "chartUserShapes")), None)
    found = axis_spans(root)
    if found is None:
        if part and bands_of(package.tree(part)):
            page.told.lack(_("The bands over the chart could not be placed: its axis or its plot "
                             "is no longer set. They were left as they are."))  # fmt: skip
        return
    ends, (x, wide) = found
    plot = replace(made.plot, left=x, width=wide, x=ends)
    now = bands_of(parse_xml(user_shapes(band_shapes(made.drawing, plot, look))))
    before: set[str] = set()
    if then is not None:
        shapes = band_shapes(then.drawing, plot, look)
        before = set(bands_of(parse_xml(user_shapes(shapes))))
    if part is None:
        if set(now) - before:
            part = package.add("ppt/drawings/drawing%d.xml", user_shapes([]), DRAWING)
            link = package.relate(name, SHAPES, part)
            root.append(parse_xml(f"<c:userShapes {SPACES} r:id='{link}'/>"))
        else:
            return
    place_bands(package.tree(part), now, before)
