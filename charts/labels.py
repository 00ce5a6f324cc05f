"""A drawing of lines goes in, its direct labels come out, for wide and for narrow charts.

Every label has a name that ends in `wide`, `narrow` or `always`; the page shows the ones that fit
the width of the chart, so that two marks that meet on a phone share one label.
"""

from __future__ import annotations

from datetime import date
from html import escape

from charts.spec import Lines, Mark, Series
from charts.theme import BODY, FONT, MARK, SMALL, Palette
from charts.wording import DAGGER

MEET_DAYS = 400  # marks closer than this would run into each other on a narrow chart
GAP = MARK / 2 + 4


def labels(drawing: Lines, colours: Palette) -> list[dict[str, object]]:
    """The annotations of a chart, in the order: marks of each series, bands, documents."""
    found = []
    for place, series in enumerate(drawing.series):
        found += _series(series, colours.tone(series.slot), above=place == 0)
    found += [
        _text(band.end, drawing.y[1], escape(band.label), colours.quiet, SMALL)
        | {"xanchor": "left", "yanchor": "top", "align": "left", "xshift": 6, "name": "band always"}
        for band in drawing.bands
        if band.kind == "not_stated"
    ]
    return found + _documents(drawing, colours)


def _series(series: Series, colour: str, *, above: bool) -> list[dict[str, object]]:
    comparable = [mark for mark in series.marks if mark.comparable]
    ends = {comparable[0].ref, comparable[-1].ref} if comparable else set()
    found = []
    for group in _meeting(series.marks):
        for mark in group:
            unit = series.unit if mark.ref in ends else ""
            wide = _place(mark, _says(mark, unit), colour, above=above)
            narrow = _place(mark, _says(mark, unit, short=True), colour, above=above)
            if len(group) > 1:
                wide |= _aside(mark, group)
            elif mark.comparable and mark is comparable[0]:
                narrow |= {"xanchor": "right", "xshift": MARK / 2}
            found.append(wide | {"name": f"{mark.ref} wide"})
            if len(group) == 1:
                found.append(narrow | {"name": f"{mark.ref} narrow"})
        if len(group) > 1:  # above for every series: below, it would run into the line
            text = " → ".join(f"<b>{escape(mark.says)}</b>" for mark in group)
            shared = _place(group[-1], text, colour, above=True)
            shared |= {"xanchor": "right", "xshift": MARK, "name": f"{group[-1].ref} narrow"}
            found.append(shared)
    return found


def _says(mark: Mark, unit: str, *, short: bool = False) -> str:
    """What is written at a mark; another definition is named, or marked as the note marks it."""
    said = f"<b>{escape(mark.says)}</b>"
    if mark.other_definition:
        said += f" {DAGGER}"
        if not short:
            said += f"<br><span style='font-size:{SMALL}px'>{escape(mark.wording)}</span>"
    return f"{said} {escape(unit)}" if unit else said


def _aside(mark: Mark, group: list[Mark]) -> dict[str, object]:
    """Labels of marks that meet lean away from each other."""
    if mark is group[0]:
        return {"xanchor": "right", "xshift": MARK / 2}
    return {"xanchor": "left", "xshift": -MARK / 2} if mark is group[-1] else {}


def _meeting(marks: tuple[Mark, ...]) -> list[list[Mark]]:
    """Comparable marks that lie close together in time form one group; all others stand alone."""
    groups: list[list[Mark]] = []
    for mark in marks:
        last: Mark | None = groups[-1][-1] if groups else None
        close = last is not None and last.comparable and (mark.at - last.at).days < MEET_DAYS
        if close and mark.comparable:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return groups


def _place(mark: Mark, text: str, colour: str, *, above: bool) -> dict[str, object]:
    return _text(mark.at, mark.value, text, colour, BODY) | {
        "yanchor": "bottom" if above else "top",
        "yshift": GAP if above else -GAP,
    }


def _documents(drawing: Lines, colours: Palette) -> list[dict[str, object]]:
    """The names of the documents, each over its date, stepped where they would meet."""
    dates: dict[str, date] = {}
    for series in drawing.series:
        for mark in series.marks:
            dates.setdefault(mark.document, mark.at)
    found = []
    previous: date | None = None
    level = 0
    for place, (name, at) in enumerate(sorted(dates.items(), key=lambda item: item[1])):
        close = previous is not None and (at - previous).days < 2 * MEET_DAYS
        level = 1 - level if close else 0
        for width, step in (("wide", level), ("narrow", place % 2)):
            found.append(
                _text(at, 1, escape(name), colours.quiet, SMALL)
                | {"yref": "paper", "yanchor": "bottom", "yshift": 4 + step * 18}
                | {"name": f"{name} {width}"}
            )
        previous = at
    return found


def _text(x: date, y: float, text: str, colour: str, size: int) -> dict[str, object]:
    return {
        "x": x,
        "y": y,
        "text": text,
        "showarrow": False,
        "font": {"family": FONT, "size": size, "color": colour},
    }
