"""A native table goes in; its cells come out, to be read, written, added and taken away.

A cell keeps its fill, lines and paragraphs' look; its runs keep theirs, numbers that of numbers.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass

from lxml import etree

from export.refresh.texts import rewrite, said, squeezed
from export.slides.cells import Content, Line
from export.slides.look import A
from export.slides.markup import clean


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


def cells(row: etree._Element) -> list[etree._Element]:
    """The cells of a row."""
    return list(row.findall(f"{A}tc"))


def lines(cell: etree._Element) -> tuple[str, ...]:
    """The words of a cell, a text to a paragraph."""
    return tuple(squeezed(said(p)) for p in cell.iterfind(f"{A}txBody/{A}p"))


def plain(content: Content) -> tuple[str, ...]:
    """The words of a cell as it is made."""
    return tuple(squeezed("".join(piece.text for piece in line)) for line in content)


def numbers(cell: etree._Element) -> list[str]:
    """The numbers of a cell: they are bold."""
    found = []
    for run in cell.iterfind(f"{A}txBody/{A}p/{A}r"):
        text = (run.findtext(f"{A}t") or "").strip()
        if _bold(run) and text:
            found.append(text)
    return found


def put(cell: etree._Element, content: Content) -> None:
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


def put_text(cell: etree._Element, text: str) -> None:
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
        cell = cells(row)[after]
        cell.addnext(copy.deepcopy(cell))
    _widths(grid, whole)


def drop_column(grid: Grid, at: int) -> None:
    """Take a column away; the others become wider."""
    whole = sum(int(column.get("w", "0")) for column in grid.columns)
    column = grid.columns[at]
    column.getparent().remove(column)
    for row in grid.rows:
        row.remove(cells(row)[at])
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
    at = cells(row).index(cell)
    rows = row.getparent().findall(f"{A}tr")[1:]
    column = [cells(one)[at] for one in rows if len(cells(one)) > at]
    for held in (cell, *column, *cells(row), *(other for one in rows for other in cells(one))):
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
