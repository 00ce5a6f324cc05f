"""The columns of a PowerPoint chart: a series for each indicator, definition and bound."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from charts.captions import DAGGER
from charts.spec import LOWER_LIMITS, UPPER_LIMITS, Lines, Mark, Series
from facts.format_value import parted, say_number
from words import _

_PIECES = re.compile(r'"([^"]*)"?|([^"]+)')  # of a number format: quoted words, or a pattern
CLEAR = "\u00a0\u00a0"  # keeps the name beside a mark clear of it
Kind = Literal["marks", "solid", "unit"]
Shape = Literal["full", "open", "lower", "upper", "range"]


@dataclass(frozen=True)
class Column:
    """One series of the chart.

    `marks` are facts, labelled by `format`; `solid` is the stretch of a line over which nothing is
    missing, `unit` the name beside the last mark. These two repeat numbers of `copies`.
    """

    name: str
    kind: Kind
    slot: int
    values: tuple[tuple[date, float], ...]
    format: str
    shape: Shape = "full"
    line: Literal["none", "solid", "dashed"] = "none"
    above: bool = True
    copies: str = ""
    span: float = 0  # of a range: how far its bar reaches down from its value


@dataclass(frozen=True)
class Sheet:
    """All series over the same dates; a date without a value is a gap."""

    dates: tuple[date, ...]
    columns: tuple[Column, ...]


def chart_sheet(drawing: Lines, *, brief: bool = False) -> Sheet:
    """The columns of a drawing, in the order in which they lie on one another.

    `brief` leaves another definition out of the labels: its dagger stays, and the note tells it.
    """
    found: list[Column] = []
    for place, series in enumerate(drawing.series):
        found += _series(series, above=place == 0, brief=brief)
    dates = {at for column in found for at, _value in column.values}
    return Sheet(tuple(sorted(dates)), tuple(found))


def _series(series: Series, *, above: bool, brief: bool) -> list[Column]:
    """Marks by definition and bound; the line on the first; its name beside the last mark."""
    groups: dict[str, list[Mark]] = {}
    formats: dict[str, str] = {}
    for mark in series.marks:
        name = _name(series, mark)
        tries = 1
        while any(other.at == mark.at for other in groups.get(name, ())):
            tries += 1  # two documents that disagree about one day
            name = f"{_name(series, mark)} ({tries})"
        formats.setdefault(name, number_format(mark.says, mark.value, _other(mark, brief)))
        groups.setdefault(name, []).append(mark)
    columns = [
        _marks(name, marks, series, formats[name], above=above) for name, marks in groups.items()
    ]
    columns.sort(key=lambda column: column.name != series.label)
    return [*columns, *_solid(series, columns), *_unit(series, columns)]


def _marks(name: str, marks: list[Mark], series: Series, code: str, *, above: bool) -> Column:
    first = marks[0]
    shape: Shape = "full" if first.comparable else "open"
    if first.bound in LOWER_LIMITS:
        shape = "lower"
    if first.bound in UPPER_LIMITS:
        shape = "upper"
    if first.low is not None:
        shape = "range"
    values = tuple((mark.at, mark.value) for mark in marks)
    span = first.value - first.foot
    above = above or span > 0  # below, it would lie on the bar
    column = Column(name, "marks", series.slot, values, code, shape, above=above, span=span)
    if name != series.label or len(marks) < 2:
        return column
    dashed = any(stretch.dashed for stretch in series.stretches)
    return replace(column, line="dashed" if dashed else "solid")


def _solid(series: Series, columns: list[Column]) -> list[Column]:
    """The stretches over which nothing is missing, drawn over the dashes; each run a series."""
    main = next((c for c in columns if c.line == "dashed"), None)
    runs: list[list[Mark]] = []
    for stretch in series.stretches:
        if main is None or stretch.dashed:
            continue
        if runs and runs[-1][-1] == stretch.start:
            runs[-1].append(stretch.end)
        else:
            runs.append([stretch.start, stretch.end])
    found = []
    for number, run in enumerate(runs, 1):
        name = _("{label}, unbroken line", label=series.label)
        name = name if number == 1 else f"{name} {number}"
        values = tuple((mark.at, mark.value) for mark in run)
        found.append(
            Column(name, "solid", series.slot, values, "#,##0", line="solid", copies=series.label)
        )
    return found


def _unit(series: Series, columns: list[Column]) -> list[Column]:
    """What is counted, to be read beside the last mark of the line."""
    main = columns[0] if columns else None
    if main is None:
        return []
    last = main.values[-1:]
    name = f"{CLEAR}{series.unit}"
    return [Column(name, "unit", series.slot, last, "#,##0", copies=main.name)]


def _name(series: Series, mark: Mark) -> str:
    """What is counted, by which definition and with which bound; one that disagrees by itself."""
    parts = [series.label]
    if mark.at_odds:
        parts.append(mark.document)
    if mark.corrected:
        parts.append(parted(mark.says)[2])
    if mark.other_definition:
        parts.append(mark.wording)
    if mark.bound != "exact":
        parts.append(_bound(mark))
    return ", ".join(parts)


def _bound(mark: Mark) -> str:
    """The words of a bound without its number: "over"; all of them where there is no number.

    Of a range all of them too: each has a column, because its bar is as long as it is wide.
    """
    if mark.low is not None:
        return mark.says
    words = mark.says.replace(say_number(mark.value), "").strip()
    return words or mark.says


def _other(mark: Mark, brief: bool) -> str:
    """The words of another definition, behind its dagger; the document of one that disagrees."""
    if mark.at_odds:
        return f" ({mark.document})"
    if not mark.other_definition:
        return ""
    return f" {DAGGER}" if brief else f" {DAGGER} {mark.wording}"


def number_format(says: str, value: float, after: str = "") -> str:
    """The number format that writes a value as it is said: `"over "#,##0`.

    Words that hold no such number (tens of millions) are the whole format. The format is chosen by
    the words of one mark; marks of one series are said alike.
    """
    for size, commas in ((1, ""), (10**6, ",,"), (10**9, ",,,")):
        shown = _shown(value, size)
        before, found, behind = says.partition(shown)
        if found:
            decimals = len(shown.partition(".")[2])
            code = "#,##0" + ("." + "0" * decimals if decimals else "") + commas
            return f"{_quoted(before)}{code}{_quoted(behind + after)}"
    return _quoted(says + after)


def _shown(value: float, size: int) -> str:
    part = value / size
    return f"{int(part):,}" if part == int(part) else f"{part:,}"


def _quoted(words: str) -> str:
    """Words inside a number format; a quotation mark cannot stand in it."""
    return f'"{words.replace(chr(34), chr(8221))}"' if words else ""


def says(value: float, code: str) -> str:
    """What a number format of this module writes for a value, without the words of a definition."""
    pieces = _PIECES.findall(code)
    text = "".join(_number(value, bare) if bare else words for words, bare in pieces)
    return text.split(f" {DAGGER}")[0].strip()


def _number(value: float, code: str) -> str:
    if code.strip().casefold() in ("", "general"):
        return f"{value:,g}" if code.strip() else ""
    part = value / 1000 ** (len(code) - len(code.rstrip(",")))
    decimals = len(code.rstrip(",").partition(".")[2])
    return f"{part:,.{decimals}f}"
