"""The series of a chart and the columns of today go in; the series hold today's numbers.

A series is matched by its name and keeps its look: only what it shows is written. Marks that stand
at a point, a colleague's or ours, go along with the date of that point.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from datetime import date, timedelta

from lxml import etree
from pptx.oxml import parse_xml

from export.slides.chart_xml import DATES, DAY_ZERO, letter, serial
from export.slides.markup import SPACES, xml
from export.slides.sheet import Column

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


def read(root: etree._Element) -> list[Series]:
    """Every series of a chart, in the order in which it stands there."""
    return [_read(one) for one in root.iter(f"{C}ser")]


def write(held: list[Series], dates: list[date]) -> None:
    """Write the caches of all series over these dates; column B of the workbook is the first."""
    for at, one in enumerate(held, 1):
        _moved(one, dates)
        own, last = letter(at), len(dates) + 1
        name = one.column.name if one.column else one.name
        code = one.column.format if one.column else one.code
        _name(one.element, f"Sheet1!${own}$1", name)
        days = {row: f"{serial(day)}" for row, day in enumerate(dates)}
        values = one.values
        numbers = {row: f"{values[day]:.15g}" for row, day in enumerate(dates) if day in values}
        _numbers(one.element, ("cat", "xVal"), f"Sheet1!$A$2:$A${last}", days, len(dates))
        place = f"Sheet1!${own}$2:${own}${last}"
        _numbers(one.element, ("val", "yVal"), place, numbers, len(dates), code)


def turn(one: Series, fresh: Series, before: set[date], dates: list[date]) -> None:
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


def renumber(one: Series, code: str) -> None:
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


def _name(held: etree._Element, place: str, name: str) -> None:
    """The name of a series, as its workbook holds it."""
    made = parse_xml(
        f"<c:tx {SPACES}><c:strRef><c:f>{place}</c:f><c:strCache><c:ptCount val='1'/>"
        f"<c:pt idx='0'><c:v>{xml(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>"
    )
    old = held.find(f"{C}tx")
    if old is not None:
        held.replace(old, made)
    else:
        held.find(f"{C}order").addnext(made)


def _numbers(
    held: etree._Element,
    tags: tuple[str, str],
    place: str,
    values: dict[int, str],
    count: int,
    code: str = "",
) -> None:
    """The numbers of a series, or its dates where no `code` is given: these keep their format."""
    old = next((one for tag in tags if (one := held.find(f"{C}{tag}")) is not None), None)
    kept = (old.findtext(f".//{C}formatCode") if old is not None else "") or DATES
    tag = etree.QName(old).localname if old is not None else tags[0]
    points = "".join(f"<c:pt idx='{row}'><c:v>{v}</c:v></c:pt>" for row, v in values.items())
    made = parse_xml(
        f"<c:{tag} {SPACES}><c:numRef><c:f>{place}</c:f><c:numCache><c:formatCode>"
        f"{xml(code or kept)}</c:formatCode><c:ptCount val='{count}'/>{points}</c:numCache>"
        f"</c:numRef></c:{tag}>"
    )
    if old is not None:
        held.replace(old, made)
    elif (value := held.find(f"{C}val")) is not None:
        value.addprevious(made)
