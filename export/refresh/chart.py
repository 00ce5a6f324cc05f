"""A chart of ours in a file and today's figure go in; the chart shows today's numbers.

Series are matched by name and keep their look, new ones are appended in the house's style, and one
whose facts are stated no more is taken out. A series that a colleague took out stays out, and one
of their own stays as it is.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, replace
from datetime import date

from lxml import etree
from pptx.oxml import parse_xml

from charts.spec import Lines
from charts.wording import DAGGER
from export.receipt import Item, Receipt
from export.refresh import axes, bands, series
from export.refresh.package import Package
from export.refresh.pages import LINK, Ours, Page
from export.refresh.series import C, Series
from export.refresh.today import Today
from export.refresh.workbook import has_workbook, renew_workbook
from export.slides.chart_xml import Plot, chart_xml
from export.slides.line_chart import DRAWING, NARROW, band_shapes, plot_of, user_shapes
from export.slides.look import A, Look, P, look_of
from export.slides.markup import EMU, SPACES
from export.slides.sheet import CLEAR, Column, Sheet, says, sheet
from facts.dates import say
from facts.say import say_number
from words import _

USUAL = (872.0, 303.0)  # pt, of a chart whose size is not told
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartUserShapes"


@dataclass(frozen=True)
class Made:
    """A chart as it is made from data: its columns, the facts of each, its plot and its XML."""

    drawing: Lines
    sheet: Sheet
    plot: Plot
    root: etree._Element

    def facts(self, column: Column) -> set[str]:
        """The references of the facts that a column shows."""
        marks = self.drawing.series[column.slot].marks
        return {mark.ref for mark in marks if (mark.at, mark.value) in column.values}


def renew(
    package: Package,
    page: Page,
    ours: Ours,
    now: Today,
    before: Today | None,
    old: Receipt | None,
) -> None:
    """Renew one chart, and tell what was changed."""
    link = ours.element.find(f".//{C}chart")
    held = package.relations(page.part).get(link.get(LINK, "")) if link is not None else None
    if held is None or held.outside or held.target not in package.data:
        page.told.lack(_("The chart “{view}” is no chart any more: it was left as it is.",
                         view=ours.view))  # fmt: skip
        return
    root = package.tree(held.target)
    known = series.read(root)
    if not known or not isinstance(now.drawing, Lines):
        page.told.lack(_("The chart “{view}” holds no series that could be matched.",
                         view=ours.view))  # fmt: skip
        return
    size, brief, look = _size(ours.element), _brief(known, ours.element), look_of(page.layout)
    made = make(now.drawing, size, brief, look)
    then = (
        make(before.drawing, size, brief, look)
        if before and isinstance(before.drawing, Lines)
        else None
    )
    kept = _match(page, known, made, then, old)
    if _same(known, kept) and has_workbook(package, held.target):
        return
    dates = sorted({day for one in kept for day in one.values})
    _tell(page, kept, dates)
    series.write(kept, dates)
    _labels(kept, made, then, dates)
    values = [value for one in kept for value in one.values.values()]
    axes.reach(root, made.plot, then.plot if then else None, dates, values)
    axes.widen(root, made.plot, then.plot if then else None)
    _bands(package, page, held.target, made, then, look)
    renew_workbook(package, page, held.target, kept, dates)


def _same(known: list[Series], kept: list[Series]) -> bool:
    """Whether the chart shows today's numbers already."""
    return len(known) == len(kept) and all(one.values == one.points for one in kept)


def make(drawing: Lines, size: tuple[float, float], brief: bool, look: Look) -> Made:
    """A chart of this size as it would be made."""
    held = sheet(drawing, brief=brief)
    plot = plot_of(drawing, held, *size, look)
    return Made(drawing, held, plot, parse_xml(chart_xml(held, plot, look)))


def _size(element: etree._Element) -> tuple[float, float]:
    ext = element.find(f"{P}xfrm/{A}ext")
    if ext is None:
        return USUAL
    return int(ext.get("cx")) / EMU, int(ext.get("cy")) / EMU


def _brief(known: list[Series], element: etree._Element) -> bool:
    """Whether the labels leave out the words of another definition; as they do already."""
    codes = [f.get("formatCode", "") for one in known for f in one.element.iter(f"{C}numFmt")]
    told = [code for code in codes if DAGGER in code]
    if told:
        return not any(f"{DAGGER} " in code for code in told)
    return _size(element)[0] <= NARROW


def _match(
    page: Page, known: list[Series], made: Made, then: Made | None, old: Receipt | None
) -> list[Series]:
    """Give each series its column; take out what is gone, append what is new. In their order."""
    columns = {column.name: column for column in made.sheet.columns}
    gone = {column.name for column in then.sheet.columns} if then else set()
    names = set().union(*(_names(item) for item in old.items)) if old else set()
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


def _names(item: Item) -> set[str]:
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
    new = series.read(_around(fresh))[0]
    new.column, new.points = column, {}
    group = [one.element for one in kept]
    number = max(int(one.find(f"{C}idx").get("val")) for one in group) + 1
    for name in ("idx", "order"):
        new.element.find(f"{C}{name}").set("val", str(number))
    list(place.getparent().iterchildren(f"{C}ser"))[-1].addnext(new.element)
    kept.append(new)


def _around(held: etree._Element) -> etree._Element:
    root = etree.Element(f"{C}chart")
    root.append(held)
    return root


def _tell(page: Page, kept: list[Series], dates: list[date]) -> None:
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
            what = _("{name}, {day}", name=one.name, day=say(day.isoformat()))
            page.told.change(what, *said)


def _labels(kept: list[Series], made: Made, then: Made | None, dates: list[date]) -> None:
    """Number formats that changed, and labels that would meet another."""
    fresh = {one.name: one for one in series.read(made.root)}
    formats = {one.name: one.format for one in then.sheet.columns} if then else {}
    turned = then.plot.turned if then else frozenset()
    for one in kept:
        if one.column is not None:
            before = {day for name, day in turned if name == one.name}
            series.turn(one, fresh[one.name], before, dates)
            series.renumber(one, formats.get(one.name, one.column.format))


def _bands(
    package: Package, page: Page, name: str, made: Made, then: Made | None, look: Look
) -> None:
    root = package.tree(name)
    part = next(
        (one.target for one in package.relations(name).values() if one.kind == "chartUserShapes"),
        None,
    )
    found = axes.spans(root)
    if found is None:
        if part and bands.shapes_of(package.tree(part)):
            page.told.lack(_("The bands over the chart could not be placed: its axis or its plot "
                             "is no longer set. They were left as they are."))  # fmt: skip
        return
    ends, (x, wide) = found
    plot = replace(made.plot, left=x, width=wide, x=ends)
    now = bands.shapes_of(parse_xml(user_shapes(band_shapes(made.drawing, plot, look))))
    before: set[str] = set()
    if then is not None:
        shapes = band_shapes(then.drawing, plot, look)
        before = set(bands.shapes_of(parse_xml(user_shapes(shapes))))
    if part is None:
        if set(now) - before:
            part = package.add("ppt/drawings/drawing%d.xml", user_shapes([]), DRAWING)
            link = package.relate(name, KIND, part)
            root.append(parse_xml(f"<c:userShapes {SPACES} r:id='{link}'/>"))
        else:
            return
    bands.place(package.tree(part), now, before)
