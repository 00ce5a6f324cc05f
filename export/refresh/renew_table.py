"""A native table shows today's rows and columns, each cell in the look that it had."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field

from lxml import etree

from charts.spec import Drawing, Events, Ledger, Shares, Statements
from export.refresh.old_slides import Page, masked, rewrite, said, squeezed
from export.refresh.refresh_report import shown
from export.refresh.renew_words import Figure
from export.slides.shapes import clean
from export.slides.slide_table import Content, Line, Rows
from export.slides.template_theme import A
from words import _


@dataclass
class Grid:
    """A table: its element, and its rows of cells."""

    element: etree._Element

    @property
    def rows(self) -> list[etree._Element]:
        """The rows, the head first."""
        return list(self.element.findall(f"{A}tr"))

    @property
    def columns(self) -> list[etree._Element]:
        """The columns, which hold the widths."""
        return list(self.element.findall(f"{A}tblGrid/{A}gridCol"))

    @property
    def merged(self) -> bool:
        """Whether cells of it were joined."""
        return any(
            cell.get(name, "1") != "1"
            for cell in self.element.iter(f"{A}tc")
            for name in ("gridSpan", "rowSpan")
        )


def cells_of(row: etree._Element) -> list[etree._Element]:
    """The cells of a row."""
    return list(row.findall(f"{A}tc"))


def lines_in(cell: etree._Element) -> tuple[str, ...]:
    """The words of a cell, a text to a paragraph."""
    return tuple(squeezed(said(p)) for p in cell.iterfind(f"{A}txBody/{A}p"))


def plain_lines(content: Content) -> tuple[str, ...]:
    """The words of a cell as it is made."""
    return tuple(squeezed("".join(piece.text for piece in line)) for line in content)


def bold_words(cell: etree._Element) -> list[str]:
    """The numbers of a cell: they are bold."""
    found = []
    for run in cell.iterfind(f"{A}txBody/{A}p/{A}r"):
        text = (run.findtext(f"{A}t") or "").strip()
        if _bold(run) and text:
            found.append(text)
    return found


def put_cell(cell: etree._Element, content: Content) -> None:
    """Let a cell say this."""
    body = cell.find(f"{A}txBody")
    old = body.findall(f"{A}p")
    looks = _looks(cell)
    for at, line in enumerate(content):
        paragraph = old[min(at, len(old) - 1)]
        if at >= len(old):
            paragraph = copy.deepcopy(paragraph)
            body.append(paragraph)
        if at >= len(old) or not _in_place(paragraph, line):
            _fill(paragraph, line, looks)
    for paragraph in old[max(len(content), 1) :]:
        body.remove(paragraph)
    if not content:
        _fill(old[0], (), looks)


def put_head(cell: etree._Element, text: str) -> None:
    """Let a cell say these words in its first paragraph."""
    first, *more = cell.findall(f"{A}txBody/{A}p")
    rewrite(first, text)
    for paragraph in more:
        paragraph.getparent().remove(paragraph)


def add_row(grid: Grid, after: etree._Element) -> etree._Element:
    """A row like another one, behind it."""
    made = _without_ids(copy.deepcopy(after))
    made.set("h", "0")  # as high as its words will need
    after.addnext(made)
    return made


def add_column(grid: Grid, after: int) -> None:
    """A column like another one, behind it; all become narrower: the table stays as wide."""
    columns = grid.columns
    whole = sum(int(column.get("w", "0")) for column in columns)
    made = _without_ids(copy.deepcopy(columns[after]))
    columns[after].addnext(made)
    for row in grid.rows:
        cell = cells_of(row)[after]
        cell.addnext(copy.deepcopy(cell))
    _widths(grid, whole)


def drop_column(grid: Grid, at: int) -> None:
    """Take a column away; the others become wider."""
    whole = sum(int(column.get("w", "0")) for column in grid.columns)
    column = grid.columns[at]
    column.getparent().remove(column)
    for row in grid.rows:
        row.remove(cells_of(row)[at])
    _widths(grid, whole)


def _widths(grid: Grid, whole: int) -> None:
    columns = grid.columns
    now = sum(int(column.get("w", "0")) for column in columns) or 1
    for column in columns:
        column.set("w", str(round(int(column.get("w", "0")) * whole / now)))


def _without_ids(held: etree._Element) -> etree._Element:
    """Without the numbers that only one row or column may have."""
    for extra in held.findall(f"{A}extLst"):
        held.remove(extra)
    return held


def _bold(run: etree._Element) -> bool:
    look = run.find(f"{A}rPr")
    return look is not None and look.get("b") in ("1", "true")


def _looks(cell: etree._Element) -> dict[bool, etree._Element]:
    """The look of numbers (True) and of words: of this cell, else of one over or beside it."""
    found: dict[bool, etree._Element] = {}
    row = cell.getparent()
    at = cells_of(row).index(cell)
    rows = row.getparent().findall(f"{A}tr")[1:]
    column = [cells_of(one)[at] for one in rows if len(cells_of(one)) > at]
    for held in (
        cell,
        *column,
        *cells_of(row),
        *(other for one in rows for other in cells_of(one)),
    ):
        for run in held.iterfind(f"{A}txBody/{A}p/{A}r"):
            look = run.find(f"{A}rPr")
            if look is not None and (run.findtext(f"{A}t") or "").strip():
                found.setdefault(_bold(run), look)
        if len(found) == 2:
            break
    return found


def _in_place(paragraph: etree._Element, line: Line) -> bool:
    """Write the pieces of a line into the runs that are there, where they are as many and alike."""
    runs = paragraph.findall(f"{A}r")
    if len(runs) != len(line) or paragraph.find(f"{A}br") is not None:
        return False
    if any(_bold(run) != piece.number for run, piece in zip(runs, line, strict=True)):
        return False
    for run, piece in zip(runs, line, strict=True):
        run.find(f"{A}t").text = clean(piece.text)
    return True


def _fill(paragraph: etree._Element, line: Line, looks: dict[bool, etree._Element]) -> None:
    """Write a line anew, each piece in the look of its kind."""
    for name in ("r", "br", "fld"):
        for old in paragraph.findall(f"{A}{name}"):
            paragraph.remove(old)
    end = paragraph.find(f"{A}endParaRPr")
    if not line and end is None and False in looks:
        end = copy.deepcopy(looks[False])
        end.tag = f"{A}endParaRPr"
        paragraph.append(end)
    for piece in line:
        run = etree.Element(f"{A}r")
        like = looks.get(piece.number, looks.get(not piece.number))
        look = copy.deepcopy(like) if like is not None else etree.Element(f"{A}rPr")
        look.set("b", str(int(piece.number)))
        run.append(look)
        etree.SubElement(run, f"{A}t").text = clean(piece.text)
        if end is not None:
            end.addprevious(run)
        else:
            paragraph.append(run)


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


def renew_tables(parts: list[Part], figure: Figure) -> None:
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
    said = {plain_lines(content) for row in now.body for content in row}
    return all(lines_in(cell) in said for row in part.grid.rows[1:] for cell in cells_of(row))


def _columns(part: Part, now: Rows, before: Rows | None) -> dict[int, int] | None:
    """Where each of today's columns stands in the table, new ones added and gone ones taken out.

    None where the heads of the columns that tell rows apart are not there.
    """
    heads = [" ".join(lines_in(cell)) for cell in cells_of(part.grid.rows[0])]
    gone = [h for h in (before.head if before else ()) if h not in now.head]
    for name in gone:
        if name in heads and len(heads) > 1:
            drop_column(part.grid, heads.index(name))
            heads.remove(name)
            part.page.told.change(_("Column “{name}”", name=name), name, "")
    if now.head[0] not in heads:
        return None
    for at, name in enumerate(now.head):
        if name in heads or (before and name in before.head):
            continue
        beside = next(heads.index(h) for h in reversed(now.head[:at]) if h in heads)
        add_column(part.grid, beside)
        heads.insert(beside + 1, name)
        part.new.add(at)
        put_head(cells_of(part.grid.rows[0])[beside + 1], name)
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
            cells = cells_of(row)
            key = tuple(_first(lines_in(cells[place[k]])) for k in by)
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
                    put_cell(cells_of(row)[place[column]], ())
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
        made = add_row(part.grid, beside)
        if last is None:
            beside.addprevious(made)
        for at, cell in enumerate(cells_of(made)):
            column = next((c for c, where in place.items() if where == at), None)
            put_cell(cell, row[column] if column is not None else ())
        part.page.told.change(_("Row"), "", " · ".join(plain_lines(c)[0] for c in row if c))
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
    cells = cells_of(row)
    for column, at in place.items():
        cell, new = cells[at], content[column]
        if column in part.new:
            put_cell(cell, new)
            continue
        text, wanted = lines_in(cell), plain_lines(new)
        if text == wanted or not (any(text) or any(wanted)):
            continue
        old = plain_lines(before[column]) if before else None
        found = bold_words(cell)
        ours = text == old or not any(text) or (bool(found) and set(found) <= said)
        ours = ours or [masked(t) for t in text] == [masked(t) for t in wanted]
        where = _("{row}, {column}", row=plain_lines(content[0])[0] if content[0] else "",
                  column=now.head[column])  # fmt: skip
        if ours:
            put_cell(cell, new)
            part.page.told.change(where, " / ".join(text), " / ".join(wanted))
        else:
            part.page.told.leave(_("A cell typed by hand ({where}): “{text}”", where=where,
                                   text=shown(" / ".join(text))))  # fmt: skip


def _keyed(rows: Rows, by: tuple[int, ...]) -> list[tuple[Key, int, tuple[Content, ...]]]:
    """Every row with its key, and how many of the same key stand before it."""
    found: list[tuple[Key, int, tuple[Content, ...]]] = []
    times: dict[Key, int] = {}
    for row in rows.body:
        key = tuple(_first(plain_lines(row[column])) for column in by)
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
