"""The HTML of drawings that are made of words, which are ledger, timeline, grid, shares and list.

These drawings are HTML and not Plotly: their numbers are text that wraps on a phone, can be read
aloud, and can be pressed.
"""

from __future__ import annotations

from datetime import date
from typing import assert_never

from charts.said_by_others import said_by
from charts.spec import (
    Cell,
    Drawing,
    Entry,
    Event,
    Events,
    Grid,
    GridCell,
    Ledger,
    Lines,
    Map,
    Share,
    Shares,
    Statement,
    Statements,
)
from ui.widgets import html
from words import _

LANE_STEP = 22  # px between activities that would lie on one another


def draw(drawing: Drawing) -> str:
    """The HTML of a drawing of words. Raises TypeError for one that Plotly draws."""
    match drawing:
        case Ledger():
            return ledger(drawing)
        case Events():
            return events(drawing)
        case Grid():
            return grid(drawing)
        case Shares():
            return shares(drawing)
        case Statements():
            return statements(drawing)
        case Lines() | Map():
            raise TypeError(f"{type(drawing).__name__} is not a drawing of words")
    assert_never(drawing)


def ledger(drawing: Ledger) -> str:
    """Rows with their span on one time axis, and their numbers as text."""
    dated = [entry for entry in drawing.entries if entry.start]
    undated = [entry for entry in drawing.entries if not entry.start]
    body = "".join(_entry(entry, drawing.x) for entry in dated)
    if undated:
        head = html.text(_("No date stated"))
        body += f"<li class='f-part'><h3>{head}</h3></li>"
        body += "".join(_entry(entry, drawing.x) for entry in undated)
    return f"<div class='f-ledger'>{axis(drawing.x)}<ol>{body}</ol></div>"


def events(drawing: Events) -> str:
    """A lane for each kind of activity, under a band for each period that a document reports on."""
    periods = "".join(_period(p, row, drawing.x) for row, p in enumerate(drawing.periods))
    label = html.text(_("Reported on"))
    rows = [
        f"<div class='f-lane f-periods'><div class='f-name'>{label}</div>"
        f"<div class='f-track' style='height:{len(drawing.periods) * LANE_STEP}px'>{periods}"
        "</div></div>"
    ]
    for name in drawing.lanes:
        placed = _levels([event for event in drawing.events if event.lane == name])
        height = (max(level for _event, level in placed) + 1) * LANE_STEP
        marks = "".join(_mark(event, level, drawing.x) for event, level in placed)
        rows.append(
            f"<div class='f-lane'><div class='f-name'>{html.text(name)}</div>"
            f"<div class='f-track' style='height:{height}px'>{marks}</div></div>"
        )
    return f"<div class='f-timeline'>{axis(drawing.x)}{''.join(rows)}</div>"


def grid(drawing: Grid) -> str:
    """A table of words: a row per figure, a column per submission."""
    body = "".join(
        f"<tr><th scope='row'>{html.text(label)}</th>"
        + "".join(
            _grid_cell(cell, label, column)
            for column, cell in zip(drawing.columns, cells, strict=True)
        )
        + "</tr>"
        for label, cells in drawing.rows
    )
    under = "".join(
        f"<p class='f-small f-quiet'>{html.text(note)}</p>" for note in drawing.footnotes
    )
    return html.table_of((_("Figure"), *drawing.columns), body, "f-grid") + under


def shares(drawing: Shares) -> str:
    """Bands on one axis from 0 to 100 %: solid, or hatched where an end is not known."""
    ticks = "".join(
        f"<span style='left:{tick}%'>{tick}{' %' if tick == 100 else ''}</span>"
        for tick in (0, 25, 50, 75, 100)
    )
    rows = "".join(_share(share) for share in drawing.rows)
    return (
        f"<div class='f-shares'><ol>{rows}</ol>"
        f"<div class='f-percent' aria-hidden='true'>{ticks}</div></div>"
    )


def statements(drawing: Statements) -> str:
    """A dated list: when, the number, what it counts, who said it."""
    rows = "".join(
        f"<li><div><div class='f-when'>{html.text(s.as_of)}</div>"
        f"<div class='f-small f-quiet'>{html.text(s.document)}</div></div><div>"
        f"{html.number(s.says, s.ref, s.what)}: {html.text(s.what)}"
        f"<div class='f-quiet'>{_behind(s)}</div></div></li>"
        for s in drawing.rows
    )
    return f"<ol class='f-entries'>{rows}</ol>"


def _behind(one: Statement) -> str:
    """Who said it; of a target what was stated since, to press."""
    since = one.since
    if since is None or since.ref is None:
        return html.text(said_by(one))
    number = html.number(since.text, since.ref, one.what)
    return f"{html.text(since.before)} {number} {html.text(since.after)}"


def axis(x: tuple[date, date]) -> str:
    """The years of a time axis, each over its own year, for eyes only: the rows say their dates."""
    years = range(x[0].year, x[1].year + 1)
    width = 100 / len(years)
    ticks = "".join(f"<span style='width:{width:.4f}%'>{year}</span>" for year in years)
    return f"<div class='f-axis' aria-hidden='true'><div></div><div>{ticks}</div><div></div></div>"


def numbers(cells: tuple[Cell, ...], what: str) -> str:
    """Numbers with the words around them, each to press."""
    return "".join(
        f"<li>{html.text(cell.before)} {html.number(cell.text, cell.ref or '', what)} "
        f"{html.text(cell.after)}</li>"
        for cell in cells
    )


def _percent(at: date, x: tuple[date, date]) -> float:
    return 100 * (at - x[0]).days / ((x[1] - x[0]).days + 1)


def _span(start: date, end: date, x: tuple[date, date]) -> str:
    left = _percent(start, x)
    return f"left:{left:.3f}%;width:{max(_percent(end, x) - left, 0.4):.3f}%"


def _entry(entry: Entry, x: tuple[date, date]) -> str:
    bar = ""
    if entry.start and entry.end:
        css = "f-bar f-vague" if entry.vague else "f-bar"
        bar = f"<span class='{css}' style='{_span(entry.start, entry.end, x)}'></span>"
    parts = (entry.as_of, entry.place, entry.document, entry.whose)
    under = " · ".join(part for part in parts if part)
    return (
        f"<li><div class='f-what'><strong>{html.text(entry.title)}</strong>"
        f"<div class='f-small f-quiet'>{html.text(under)}</div></div>"
        f"<div class='f-track' aria-hidden='true'>{bar}</div>"
        f"<ul>{numbers(entry.numbers, entry.title)}</ul></li>"
    )


def _period(event: Event, row: int, x: tuple[date, date]) -> str:
    start, end = max(event.start, x[0]), min(event.end, x[1])
    if start >= end:
        return ""
    css = "f-period f-vague" if event.vague else "f-period"
    css += " f-late" if _percent(start, x) > 70 else ""
    return (
        f"<span class='{css}' style='{_span(start, end, x)};top:{row * LANE_STEP}px' "
        f"title='{html.text(event.as_of)}'><bdi>{html.text(event.title)}</bdi>"
        f"<span class='f-live'> {html.text(event.as_of)}</span></span>"
    )


def _levels(found: list[Event]) -> list[tuple[Event, int]]:
    """Activities in order of time, each on the first level where it lies on no other."""
    free: list[date] = []
    placed = []
    for event in sorted(found, key=lambda e: (e.start, e.end, e.ref)):
        level = next((i for i, until in enumerate(free) if until < event.start), len(free))
        if level == len(free):
            free.append(date.min)
        reach = max((event.end - event.start).days, 200)  # a mark takes room on a phone too
        free[level] = date.fromordinal(event.start.toordinal() + reach)
        placed.append((event, level))
    return placed


def _mark(event: Event, level: int, x: tuple[date, date]) -> str:
    label = html.text(event.label)
    vague = " f-vague" if event.vague else ""
    return (
        f"<button type='button' class='f-event{vague}' data-fact='{html.text(event.ref)}' "
        f"style='{_span(event.start, event.end, x)};top:{level * LANE_STEP}px' "
        f"title='{label}' aria-label='{label}'></button>"
    )


def _grid_cell(cell: GridCell, label: str, column: str) -> str:
    said = "".join(
        f"<div>{html.number(number.text, number.ref or '', f'{label}, {column}')}</div>"
        for number in cell.numbers
    )
    words = f"<div class='f-small f-quiet'>{html.text(cell.short)}</div>" if cell.short else ""
    return (
        f"<td class='f-{cell.state}' data-label='{html.text(column)}'><div>{said}{words}</div></td>"
    )


def _share(share: Share) -> str:
    low = 0.0 if share.low is None else share.low
    high = 100.0 if share.high is None else share.high
    css = "f-band" if share.low is not None and share.high is not None else "f-band f-open"
    band = f"<span class='{css}' style='left:{low:g}%;width:{max(high - low, 0.6):g}%'></span>"
    return (
        f"<li><div class='f-share'>{html.number(share.says, share.ref, share.label)} "
        f"<span>{html.text(share.label)}</span></div>"
        f"<div class='f-scale' aria-hidden='true'>{band}</div>"
        f"<div class='f-small f-quiet'>{html.text(share.detail)}</div></li>"
    )
