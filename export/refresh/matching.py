"""The series of a chart and today's columns go in; each series has its column, or is taken out.

Series are matched by name. What is new is appended in the house's style; what a colleague took out
stays out, and a series of their own stays as it is.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, replace
from datetime import date

from lxml import etree
from pptx.oxml import parse_xml

from charts.spec import Lines
from export.receipt import Item, Receipt
from export.refresh import series
from export.refresh.pages import Page
from export.refresh.series import C, Series
from export.slides.chart_xml import Plot, chart_xml
from export.slides.line_chart import plot_of
from export.slides.look import Look
from export.slides.sheet import CLEAR, Column, Sheet, sheet
from facts.dates import say
from facts.say import say_number
from words import _


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


def make(drawing: Lines, size: tuple[float, float], brief: bool, look: Look) -> Made:
    """A chart of this size as it would be made."""
    held = sheet(drawing, brief=brief)
    plot = plot_of(drawing, held, *size, look)
    return Made(drawing, held, plot, parse_xml(chart_xml(held, plot, look)))


def match(
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
