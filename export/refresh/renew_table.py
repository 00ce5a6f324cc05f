"""A native table shows today's rows and columns, each cell in the look that it had.

Columns are matched by their heads, rows by what tells them apart; new ones are added beside those
that they stand beside, in their look. Rows, columns and words of a colleague's own stay.
"""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from export.refresh.figure_versions import Figure
from export.refresh.old_slides import Page, masked, put_words, said, squeezed
from export.refresh.refresh_report import shown
from export.slides.shapes import clean
from export.slides.slide_table import Content, Line, Rows
from export.slides.template_theme import A
from words import _

Key = tuple[str, ...]
Row = tuple[Content, ...]


def rows_of(table: etree._Element) -> list[etree._Element]:
    """The rows of a table, the head first."""
    return list(table.findall(f"{A}tr"))


def cells_of(row: etree._Element) -> list[etree._Element]:
    """The cells of a row."""
    return list(row.findall(f"{A}tc"))


def columns_of(table: etree._Element) -> list[etree._Element]:
    """The columns of a table, which hold its widths."""
    return list(table.findall(f"{A}tblGrid/{A}gridCol"))


def widths_of(table: etree._Element) -> list[int]:
    """How wide each column is, in EMU."""
    return [int(column.get("w", "0")) for column in columns_of(table)]


@dataclass
class Part:
    """A table on a slide: one of several where a figure takes several slides.

    `places` is where each of today's columns stands in it, `new` those that were added.
    """

    page: Page
    table: etree._Element
    places: dict[int, int] = field(default_factory=dict)
    new: set[int] = field(default_factory=set)

    def keys(self, row: etree._Element, by: tuple[int, ...]) -> Key:
        """What tells a row of the table from the others."""
        cells = cells_of(row)
        return tuple(_first(_lines_in(cells[self.places[column]])) for column in by)


def renew_tables(parts: list[Part], figure: Figure) -> None:
    """Renew the tables of a view, in the order of their slides."""
    now, before = figure.now.rows, figure.before.rows if figure.before else None
    if now is None or not parts:
        return
    for part in parts:
        if _is_merged(part.table) and not _as_it_is(part, now):
            part.page.told.lack(_("Cells of the table were joined: it was left as it is."))
            return
    for part in parts:
        _columns(part, now, before)
    lost = _("The heads of the table could not be matched: it was left as it is.")
    by = now.keys
    if any(not part.places for part in parts):
        for part in parts:
            part.page.told.lack(lost)
    elif any(column not in part.places for part in parts for column in by):
        parts[0].page.told.lack(lost)
    else:
        _rows(parts, figure, now, before)


def _is_merged(table: etree._Element) -> bool:
    """Whether cells of it were joined."""
    return any(
        cell.get(name, "1") != "1"
        for cell in table.iter(f"{A}tc")
        for name in ("gridSpan", "rowSpan")
    )


def _as_it_is(part: Part, now: Rows) -> bool:
    """Whether every cell of the table says what one of today says."""
    said = {_plain_lines(content) for row in now.body for content in row}
    return all(_lines_in(cell) in said for row in rows_of(part.table)[1:] for cell in cells_of(row))


def _columns(part: Part, now: Rows, before: Rows | None) -> None:
    """Find each of today's columns in a table, new ones added and gone ones taken out.

    None is found where the heads of the columns that tell rows apart are not there.
    """
    heads = [" ".join(_lines_in(cell)) for cell in cells_of(rows_of(part.table)[0])]
    for name in (name for name in (before.head if before else ()) if name not in now.head):
        if name in heads and len(heads) > 1:
            _drop_column(part.table, heads.index(name))
            heads.remove(name)
            part.page.told.change(_("Column “{name}”", name=name), name, "")
    if now.head[0] not in heads:
        return
    for at, name in enumerate(now.head):
        if name in heads or (before and name in before.head):
            continue
        beside = next(heads.index(h) for h in reversed(now.head[:at]) if h in heads)
        _add_column(part.table, beside)
        heads.insert(beside + 1, name)
        part.new.add(at)
        put_words(cells_of(rows_of(part.table)[0])[beside + 1], name)
        part.page.told.change(_("Column “{name}”", name=name), "", name)
    part.places = {at: heads.index(name) for at, name in enumerate(now.head) if name in heads}


def _rows(parts: list[Part], figure: Figure, now: Rows, before: Rows | None) -> None:
    """Match the rows, renew their cells, add what is new and take out what is gone."""
    by = now.keys
    wanted, known = _by_key(now.body, by), _by_key(_in_order(before, now), by)
    there = [(part, row) for part in parts for row in rows_of(part.table)[1:]]
    keys = list(_numbered(part.keys(row, by) for part, row in there))
    met: dict[Key, tuple[Part, etree._Element]] = {}
    for (part, row), key in zip(there, keys, strict=True):
        name = " · ".join(key[: len(by)])
        if key in wanted:
            met[key] = (part, row)
            _renew(part, figure, row, wanted[key], known.get(key))
        elif key in known:
            part.table.remove(row)
            part.page.told.change(_("Row"), name, "")
        else:
            for column in part.new:
                _put_cell(cells_of(row)[part.places[column]], ())
            part.page.told.leave(
                _("A row of the table that is none of ours: “{text}”", text=shown(name))
            )
    _add({key: row for key, row in wanted.items() if key in met or key not in known}, met, parts)


def _add(
    wanted: dict[Key, Row], met: dict[Key, tuple[Part, etree._Element]], parts: list[Part]
) -> None:
    """Add each new row behind the one that it follows today."""
    last: tuple[Part, etree._Element] | None = None
    for key, row in wanted.items():
        if key in met:
            last = met[key]
            continue
        part, beside = last or (parts[0], next(iter(rows_of(parts[0].table)[1:]), None))
        if beside is None:
            part.page.told.lack(_("The table has no row left that a new one could be like."))
            return
        made = _add_row(beside)
        if last is None:
            beside.addprevious(made)
        columns = {where: column for column, where in part.places.items()}
        for at, cell in enumerate(cells_of(made)):
            _put_cell(cell, row[columns[at]] if at in columns else ())
        part.page.told.change(_("Row"), "", " · ".join(_plain_lines(c)[0] for c in row if c))
        last = (part, made)


def _renew(
    part: Part, figure: Figure, row: etree._Element, content: Row, before: Row | None
) -> None:
    """Renew the cells of a row; one that was typed by hand is left."""
    said = {item.says for item in figure.old.items} if figure.old else set()
    head = figure.now.rows.head if figure.now.rows else ()
    cells = cells_of(row)
    for column, at in part.places.items():
        cell, new = cells[at], content[column]
        if column in part.new:
            _put_cell(cell, new)
            continue
        text, wanted = _lines_in(cell), _plain_lines(new)
        if text == wanted or not (any(text) or any(wanted)):
            continue
        old = _plain_lines(before[column]) if before else None
        found = _bold_words(cell)
        ours = text == old or not any(text) or (bool(found) and set(found) <= said)
        ours = ours or [masked(t) for t in text] == [masked(t) for t in wanted]
        where = _("{row}, {column}", row=_first(_plain_lines(content[0])), column=head[column])
        if ours:
            _put_cell(cell, new)
            part.page.told.change(where, " / ".join(text), " / ".join(wanted))
        else:
            part.page.told.leave(_("A cell typed by hand ({where}): “{text}”", where=where,
                                   text=shown(" / ".join(text))))  # fmt: skip


def _by_key(rows: Iterable[Row], by: tuple[int, ...]) -> dict[Key, Row]:
    """Rows as they are made, by what tells them apart."""
    held = tuple(rows)
    keys = (tuple(_first(_plain_lines(row[column])) for column in by) for row in held)
    return dict(zip(_numbered(keys), held, strict=True))


def _numbered(keys: Iterable[Key]) -> Iterator[Key]:
    """Each key with how many of the same stand before it."""
    seen: Counter[Key] = Counter()
    for key in keys:
        yield (*key, str(seen[key]))
        seen[key] += 1


def _in_order(before: Rows | None, now: Rows) -> Iterator[Row]:
    """The rows of before with today's columns; empty cells where there was no such column."""
    if before is None:
        return
    places = [before.head.index(name) if name in before.head else None for name in now.head]
    for row in before.body:
        yield tuple(row[at] if at is not None else () for at in places)


def _first(lines: tuple[str, ...]) -> str:
    return lines[0] if lines else ""


def _lines_in(cell: etree._Element) -> tuple[str, ...]:
    """The words of a cell, a text to a paragraph."""
    return tuple(squeezed(said(p)) for p in cell.iterfind(f"{A}txBody/{A}p"))


def _plain_lines(content: Content) -> tuple[str, ...]:
    """The words of a cell as it is made."""
    return tuple(squeezed("".join(piece.text for piece in line)) for line in content)


def _bold_words(cell: etree._Element) -> list[str]:
    """The numbers of a cell: they are bold."""
    found = []
    for run in cell.iterfind(f"{A}txBody/{A}p/{A}r"):
        text = (run.findtext(f"{A}t") or "").strip()
        if _bold(run) and text:
            found.append(text)
    return found


def _put_cell(cell: etree._Element, content: Content) -> None:
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


def _add_row(after: etree._Element) -> etree._Element:
    """A row like another one, behind it."""
    made = _without_ids(copy.deepcopy(after))
    made.set("h", "0")  # as high as its words will need
    after.addnext(made)
    return made


def _add_column(table: etree._Element, after: int) -> None:
    """A column like another one, behind it; all become narrower: the table stays as wide."""
    whole = sum(widths_of(table))
    column = columns_of(table)[after]
    column.addnext(_without_ids(copy.deepcopy(column)))
    for row in rows_of(table):
        cell = cells_of(row)[after]
        cell.addnext(copy.deepcopy(cell))
    _spread(table, whole)


def _drop_column(table: etree._Element, at: int) -> None:
    """Take a column away; the others become wider."""
    whole = sum(widths_of(table))
    column = columns_of(table)[at]
    column.getparent().remove(column)
    for row in rows_of(table):
        row.remove(cells_of(row)[at])
    _spread(table, whole)


def _spread(table: etree._Element, whole: int) -> None:
    """Let the columns be as wide together as this, each in its share."""
    now = sum(widths_of(table)) or 1
    for column, width in zip(columns_of(table), widths_of(table), strict=True):
        column.set("w", str(round(width * whole / now)))


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
