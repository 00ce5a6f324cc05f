"""The series of a native chart, matched by name with the columns of today, which they then show."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from lxml import etree
from pptx.oxml import parse_xml
from xlsxwriter.utility import xl_col_to_name

from charts.spec import Evidence, Lines
from export.receipt import Receipt
from export.refresh.old_slides import Page
from export.slides.chart_series import CLEAR, Column, Sheet, chart_sheet
from export.slides.line_chart import (
    DATES,
    DAY_ZERO,
    Plot,
    chart_xml,
    name_xml,
    numbers_xml,
    plot_of,
    serial,
)
from export.slides.shapes import SPACES
from export.slides.template_theme import Look
from facts.format_value import say_number
from facts.partial_dates import say
from words import _

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
LAST_DAY = serial(date(9999, 12, 31))


@dataclass
class Series:
    """A series as it stands in a chart: `points` by date, `days` the date of each of its points."""

    element: etree._Element
    name: str
    points: dict[date, float]
    days: dict[int, date]
    code: str = "General"
    column: Column | None = field(default=None)

    @property
    def values(self) -> dict[date, float]:
        """What it is to show: today's column, else what it shows already."""
        return dict(self.column.values) if self.column else self.points


def read_series(root: etree._Element) -> list[Series]:
    """Every series of a chart, in the order in which it stands there."""
    return [_read(one) for one in root.iter(f"{C}ser")]


def write_series(held: list[Series], dates: list[date]) -> None:
    """Write the caches of all series over these dates; column B of the workbook is the first."""
    for at, one in enumerate(held, 1):
        _moved(one, dates)
        own, last = xl_col_to_name(at), len(dates) + 1
        name = one.column.name if one.column else one.name
        code = one.column.format if one.column else one.code
        _name(one.element, parse_xml(name_xml(own, name, f" {SPACES}")))
        values = one.values
        numbers = [f"{values[day]:.15g}" if day in values else None for day in dates]
        days = list(map(serial, dates))
        _numbers(one.element, ("cat", "xVal"), f"$A$2:$A${last}", days)
        _numbers(one.element, ("val", "yVal"), f"${own}$2:${own}${last}", numbers, code)


def turn_labels(one: Series, fresh: Series, before: set[date], dates: list[date]) -> None:
    """Set a label on the other side of its mark where today's chart has it so and the old had not.

    `before` are the dates whose labels the old chart had turned, wherever they stand now.
    """
    labels, wanted = one.element.find(f"{C}dLbls"), fresh.element.find(f"{C}dLbls")
    if labels is None or wanted is None:
        return
    there = {_index(label) for label in labels.iterfind(f"{C}dLbl")}
    for label in wanted.iterfind(f"{C}dLbl"):
        day = fresh.days.get(_index(label))
        if day is None or day in before or day not in dates or dates.index(day) in there:
            continue
        made = etree.Element(f"{C}dLbl")
        etree.SubElement(made, f"{C}idx", val=str(dates.index(day)))
        made.extend(copy.deepcopy(c) for c in labels if c.tag != f"{C}dLbl" and _plain(c))
        side, other = made.find(f"{C}dLblPos"), label.find(f"{C}dLblPos")
        if side is not None and other is not None:
            side.set("val", other.get("val"))
            labels.insert(0, made)
    sorted_ = sorted(labels.iterfind(f"{C}dLbl"), key=_index)
    for at, label in enumerate(sorted_):
        labels.insert(at, label)


def renew_formats(one: Series, code: str) -> None:
    """Let the labels of a series write today's number format, where they wrote that of old."""
    for held in one.element.iterfind(f"{C}dLbls//{C}numFmt"):
        if one.column and held.get("formatCode") == code:
            held.set("formatCode", one.column.format)


def _read(held: etree._Element) -> Series:
    name = "".join(v.text or "" for v in held.iterfind(f"{C}tx//{C}v"))
    days = {at: day for at, text in _points(held, ("cat", "xVal")) if (day := _day(text))}
    points = {}
    for at, text in _points(held, ("val", "yVal")):
        value = _number(text)
        if at in days and value is not None:
            points[days[at]] = value
    code = held.findtext(f"{C}val//{C}formatCode") or "General"
    return Series(held, name, points, days, code)


def _points(held: etree._Element, tags: tuple[str, ...]) -> list[tuple[int, str]]:
    found = [one for tag in tags for one in held.iterfind(f"{C}{tag}//{C}pt")]
    return [
        (int(one.get("idx")), one.findtext(f"{C}v") or "")
        for one in found
        if one.get("idx", "").isdecimal()
    ]


def _day(text: str) -> date | None:
    """The date of a cell: the number of a workbook, or a date in words of its own."""
    number = _number(text)
    if number is not None and 0 < number <= LAST_DAY:
        return DAY_ZERO + timedelta(days=int(number))
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if abs(value) < 1e300 else None


def _index(held: etree._Element) -> int:
    idx = held.find(f"{C}idx")
    text = idx.get("val", "") if idx is not None else ""
    return int(text) if text.isdecimal() else -1


def _plain(held: etree._Element) -> bool:
    """Whether a label of one point may have this too."""
    names = ("numFmt", "spPr", "txPr", "dLblPos", "separator")
    name = etree.QName(held).localname
    return name in names or (name.startswith("show") and name != "showLeaderLines")


def _moved(one: Series, dates: list[date]) -> None:
    """Marks and labels of single points, moved along with their dates."""
    rows = {day: row for row, day in enumerate(dates)}
    labels = one.element.find(f"{C}dLbls")
    held = list(one.element.iterfind(f"{C}dPt"))
    held += list(labels.iterfind(f"{C}dLbl")) if labels is not None else []
    for mark in held:
        day = one.days.get(_index(mark))
        if day in rows and (one.column is None or day in one.values):
            mark.find(f"{C}idx").set("val", str(rows[day]))
        else:
            mark.getparent().remove(mark)


def _name(held: etree._Element, made: etree._Element) -> None:
    """Give a series this name, as its workbook holds it."""
    old = held.find(f"{C}tx")
    if old is not None:
        held.replace(old, made)
    else:
        held.find(f"{C}order").addnext(made)


def _numbers(
    held: etree._Element,
    tags: tuple[str, str],
    cells: str,
    values: Sequence[object],
    code: str = "",
) -> None:
    """The numbers of a series, or its dates where no `code` is given: these keep their format."""
    old = next((one for tag in tags if (one := held.find(f"{C}{tag}")) is not None), None)
    kept = (old.findtext(f".//{C}formatCode") if old is not None else "") or DATES
    tag = etree.QName(old).localname if old is not None else tags[0]
    made = parse_xml(numbers_xml(tag, cells, code or kept, values, f" {SPACES}"))
    if old is not None:
        held.replace(old, made)
    elif (value := held.find(f"{C}val")) is not None:
        value.addprevious(made)


@dataclass(frozen=True)
class Made:
    """A chart as it is made from data: its columns, the facts of each, its plot and its XML."""

    drawing: Lines
    sheet: Sheet
    plot: Plot
    root: etree._Element

    def moment(self, column: Column, day: date) -> str:
        """When a mark holds, as it is said; the day itself where it is none of today's."""
        marks = self.drawing.series[column.slot].marks
        return next((mark.as_of for mark in marks if mark.at == day), say(day.isoformat()))

    def facts(self, column: Column) -> set[str]:
        """The references of the facts that a column shows."""
        marks = self.drawing.series[column.slot].marks
        return {mark.ref for mark in marks if (mark.at, mark.value) in column.values}


def make_chart(drawing: Lines, size: tuple[float, float], brief: bool, look: Look) -> Made:
    """A chart of this size as it would be made."""
    held = chart_sheet(drawing, brief=brief)
    plot = plot_of(drawing, held, *size, look)
    return Made(drawing, held, plot, parse_xml(chart_xml(held, plot, look)))


def match_series(
    page: Page, known: list[Series], made: Made, then: Made | None, old: Receipt | None
) -> list[Series]:
    """Give each series its column; take out what is gone, append what is new. In their order."""
    columns = {column.name: column for column in made.sheet.columns}
    gone = {column.name for column in then.sheet.columns} if then else set()
    names = set().union(*(_names_of(item) for item in old.items)) if old else set()
    kept: list[Series] = []
    for one in known:
        one.column = columns.pop(one.name, None)
        if one.column is None and (one.name in gone | names or one.name.startswith(CLEAR)):
            one.element.getparent().remove(one.element)
            page.told.change(_("Series “{name}”", name=one.name.strip()), _("drawn"), "")
            continue
        if one.column is None:
            page.told.lack(
                _("The series “{name}” is none of ours by its name: it was left as it is.",
                  name=one.name)
            )  # fmt: skip
        kept.append(one)
    last = next((one for one in reversed(kept) if one.column), None)
    for column in made.sheet.columns:
        if column.name in columns and not _taken_out(column, made, then, old):
            _append(page, column, made, kept, last)
    for one in kept:
        if one.column and one.column.copies not in {held.name for held in kept if held.column}:
            one.column = replace(one.column, copies="")
    return kept


def _names_of(item: Evidence) -> set[str]:
    """Every name that a series with this fact may have been given."""
    words = item.says.replace(say_number(item.value), "").strip() if item.value else ""
    found = {item.label}
    found |= {f"{name}, {item.wording}" for name in found}
    found |= {f"{name}, {words or item.says}" for name in found}
    found |= {f"{name} ({number})" for name in found for number in (2, 3)}
    runs = {_("{label}, unbroken line", label=item.label)}
    return found | runs | {f"{run} {number}" for run in runs for number in (2, 3, 4)}


def _taken_out(column: Column, made: Made, then: Made | None, old: Receipt | None) -> bool:
    """Whether a column stood in the chart when it was made, so that a colleague took it out."""
    if then is not None and any(one.name == column.name for one in then.sheet.columns):
        return True
    if old is None or column.kind != "marks":
        return False
    refs = {item.ref for item in old.items}
    return bool(made.facts(column) & refs)


def _append(
    page: Page, column: Column, made: Made, kept: list[Series], last: Series | None
) -> None:
    """A new series behind the others, as the house draws it."""
    place = last.element if last else None
    if place is None or place.getparent().tag != f"{C}lineChart":
        page.told.lack(
            _("The new series “{name}” cannot stand in a chart of this kind.",
              name=column.name.strip())
        )  # fmt: skip
        return
    at = [one.name for one in made.sheet.columns].index(column.name)
    fresh = copy.deepcopy(list(made.root.iter(f"{C}ser"))[at])
    new = _read(fresh)
    new.column, new.points = column, {}
    group = [one.element for one in kept]
    number = max(int(one.find(f"{C}idx").get("val")) for one in group) + 1
    for name in ("idx", "order"):
        new.element.find(f"{C}{name}").set("val", str(number))
    list(place.getparent().iterchildren(f"{C}ser"))[-1].addnext(new.element)
    kept.append(new)
