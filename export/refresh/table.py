"""A table of ours in a file and today's rows go in; the table shows today's rows.

Columns are matched by their heads, rows by what tells them apart; new ones are added beside those
that they stand beside, in their look. Rows, columns and words of a colleague's own stay.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from charts.spec import Drawing, Events, Ledger, Shares, Statements
from export.refresh import grid
from export.refresh.grid import Grid
from export.refresh.pages import Page
from export.refresh.report import shown
from export.refresh.texts import masked
from export.refresh.wording import Figure
from export.slides.cells import Content, Rows
from words import _

Key = tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """A table on a slide: one of several where a figure takes several slides."""

    page: Page
    grid: Grid
    new: set[int] = field(default_factory=set)  # today's columns that were added


def keys_of(drawing: Drawing | None) -> tuple[int, ...]:
    """Which columns tell the rows of a table apart, the first line of each."""
    match drawing:
        case Shares():
            return (1,)
        case Statements():
            return (2, 4)
        case Ledger():
            return (0, 3)
        case Events():
            return (1, 4)
    return (0,)


def renew(parts: list[Part], figure: Figure) -> None:
    """Renew the tables of a view, in the order of their slides."""
    now, before = figure.now.rows, figure.before.rows if figure.before else None
    if now is None or not parts:
        return
    for part in parts:
        if part.grid.merged and not _as_it_is(part, now):
            part.page.told.lack(_("Cells of the table were joined: it was left as it is."))
            return
    places = [_columns(part, now, before) for part in parts]
    if any(place is None for place in places):
        for part in parts:
            part.page.told.lack(_("The heads of the table could not be matched: it was left as "
                                  "it is."))  # fmt: skip
        return
    _rows(parts, [place for place in places if place is not None], figure, now, before)


def _as_it_is(part: Part, now: Rows) -> bool:
    """Whether every cell of the table says what one of today says."""
    said = {grid.plain(content) for row in now.body for content in row}
    return all(grid.lines(cell) in said for row in part.grid.rows[1:] for cell in grid.cells(row))


def _columns(part: Part, now: Rows, before: Rows | None) -> dict[int, int] | None:
    """Where each of today's columns stands in the table, new ones added and gone ones taken out.

    None where the heads of the columns that tell rows apart are not there.
    """
    heads = [" ".join(grid.lines(cell)) for cell in grid.cells(part.grid.rows[0])]
    gone = [h for h in (before.head if before else ()) if h not in now.head]
    for name in gone:
        if name in heads and len(heads) > 1:
            grid.drop_column(part.grid, heads.index(name))
            heads.remove(name)
            part.page.told.change(_("Column “{name}”", name=name), name, "")
    if now.head[0] not in heads:
        return None
    for at, name in enumerate(now.head):
        if name in heads or (before and name in before.head):
            continue
        beside = next(heads.index(h) for h in reversed(now.head[:at]) if h in heads)
        grid.add_column(part.grid, beside)
        heads.insert(beside + 1, name)
        part.new.add(at)
        grid.put_text(grid.cells(part.grid.rows[0])[beside + 1], name)
        part.page.told.change(_("Column “{name}”", name=name), "", name)
    return {at: heads.index(name) for at, name in enumerate(now.head) if name in heads}


def _rows(
    parts: list[Part],
    places: list[dict[int, int]],
    figure: Figure,
    now: Rows,
    before: Rows | None,
) -> None:
    """Match the rows, renew their cells, add what is new and take out what is gone."""
    by = keys_of(figure.now.drawing)
    if any(key not in place for place in places for key in by):
        parts[0].page.told.lack(_("The heads of the table could not be matched: it was left as "
                                  "it is."))  # fmt: skip
        return
    wanted = {_numbered(key, at): row for key, at, row in _keyed(now, by)}
    known = {_numbered(key, at): row for key, at, row in _keyed(_in_order(before, now), by)}
    met: dict[Key, tuple[int, etree._Element]] = {}
    times: dict[Key, int] = {}
    for number, (part, place) in enumerate(zip(parts, places, strict=True)):
        for row in part.grid.rows[1:]:
            cells = grid.cells(row)
            key = tuple(_first(grid.lines(cells[place[k]])) for k in by)
            times[key] = times.get(key, -1) + 1
            key = _numbered(key, times[key])
            if key in wanted:
                met[key] = (number, row)
                _renew(part, figure, row, place, wanted[key], known.get(key), now)
            elif key in known:
                part.grid.element.remove(row)
                part.page.told.change(_("Row"), " · ".join(key[: len(by)]), "")
            else:
                for column in part.new:
                    grid.put(grid.cells(row)[place[column]], ())
                part.page.told.leave(_("A row of the table that is none of ours: “{text}”",
                                       text=shown(" · ".join(key[: len(by)]))))  # fmt: skip
    _add(parts, places, wanted, known, met, by)


def _add(
    parts: list[Part],
    places: list[dict[int, int]],
    wanted: dict[Key, tuple[Content, ...]],
    known: dict[Key, tuple[Content, ...]],
    met: dict[Key, tuple[int, etree._Element]],
    by: tuple[int, ...],
) -> None:
    """Add each new row behind the one that it follows today; a row that was taken out stays out."""
    last: tuple[int, etree._Element] | None = None
    for key, row in wanted.items():
        if key in met:
            last = met[key]
            continue
        if key in known:
            continue
        number, beside = last or (0, parts[0].grid.rows[1] if parts[0].grid.rows[1:] else None)
        part, place = parts[number], places[number]
        if beside is None:
            part.page.told.lack(_("The table has no row left that a new one could be like."))
            return
        made = grid.add_row(part.grid, beside)
        if last is None:
            beside.addprevious(made)
        for at, cell in enumerate(grid.cells(made)):
            column = next((c for c, where in place.items() if where == at), None)
            grid.put(cell, row[column] if column is not None else ())
        part.page.told.change(_("Row"), "", " · ".join(grid.plain(c)[0] for c in row if c))
        last = (number, made)


def _renew(  # one argument for each thing that is compared
    part: Part,
    figure: Figure,
    row: etree._Element,
    place: dict[int, int],
    content: tuple[Content, ...],
    before: tuple[Content, ...] | None,
    now: Rows,
) -> None:
    said = {item.says for item in figure.old.items} if figure.old else set()
    cells = grid.cells(row)
    for column, at in place.items():
        cell, new = cells[at], content[column]
        if column in part.new:
            grid.put(cell, new)
            continue
        text, wanted = grid.lines(cell), grid.plain(new)
        if text == wanted or not (any(text) or any(wanted)):
            continue
        old = grid.plain(before[column]) if before else None
        found = grid.numbers(cell)
        ours = text == old or not any(text) or (bool(found) and set(found) <= said)
        ours = ours or [masked(t) for t in text] == [masked(t) for t in wanted]
        where = _("{row}, {column}", row=grid.plain(content[0])[0] if content[0] else "",
                  column=now.head[column])  # fmt: skip
        if ours:
            grid.put(cell, new)
            part.page.told.change(where, " / ".join(text), " / ".join(wanted))
        else:
            part.page.told.leave(_("A cell typed by hand ({where}): “{text}”", where=where,
                                   text=shown(" / ".join(text))))  # fmt: skip


def _keyed(rows: Rows, by: tuple[int, ...]) -> list[tuple[Key, int, tuple[Content, ...]]]:
    """Every row with its key, and how many of the same key stand before it."""
    found: list[tuple[Key, int, tuple[Content, ...]]] = []
    times: dict[Key, int] = {}
    for row in rows.body:
        key = tuple(_first(grid.plain(row[column])) for column in by)
        times[key] = times.get(key, -1) + 1
        found.append((key, times[key], row))
    return found


def _in_order(before: Rows | None, now: Rows) -> Rows:
    """The rows of before with today's columns; empty cells where there was no such column."""
    if before is None:
        return Rows(now.head, ())
    places = [before.head.index(name) if name in before.head else None for name in now.head]
    body = tuple(tuple(row[at] if at is not None else () for at in places) for row in before.body)
    return Rows(now.head, body)


def _numbered(key: Key, at: int) -> Key:
    return (*key, str(at))


def _first(lines: tuple[str, ...]) -> str:
    return lines[0] if lines else ""
