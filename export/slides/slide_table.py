"""A drawing of words as a native table, over as many slides as its rows take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import permutations
from operator import truediv
from typing import assert_never

from charts.said_by_others import said_by
from charts.spec import (
    Cell,
    Drawing,
    Entry,
    Events,
    Grid,
    GridCell,
    Ledger,
    Lines,
    Map,
    Shares,
    Statements,
)
from drawing.scene import Box
from export.share_rows import share_out
from export.slides.layout_geometry import Page
from export.slides.shapes import (
    EMU,
    SPACES,
    Paragraph,
    Run,
    attribute,
    count_lines,
    fill,
    line_height,
    paragraphs,
    place,
    text_width,
)
from export.slides.template_theme import Look
from words import _


@dataclass(frozen=True)
class Piece:
    """Words of one look in a cell."""

    text: str
    number: bool = False
    quiet: bool = False


Line = tuple[Piece, ...]
Content = tuple[Line, ...]  # the lines of one cell


@dataclass(frozen=True)
class Rows:
    """A table; `shares` of the width for its columns (empty: by what stands in them).

    `sizes` are those of its text, from large to small, `large` is how much larger its numbers are.
    `notes` stand under it. `keys` are the columns that tell its rows apart, by the first line.
    """

    head: tuple[str, ...]
    body: tuple[tuple[Content, ...], ...]
    shares: tuple[float, ...] = ()
    sizes: tuple[int, ...] = (16, 15, 14, 13, 12)
    large: float = 1.0
    notes: tuple[str, ...] = ()
    keys: tuple[int, ...] = (0,)


def notes_of(rows: Rows) -> tuple[str, ...]:
    """Those of the notes whose mark stands in a row: of a part of a table, its own."""
    words = [piece.text for row in rows.body for cell in row for line in cell for piece in line]
    marks = {word for text in words for word in text.split()}
    return tuple(note for note in rows.notes if note.partition(" ")[0] in marks)


def table_rows(drawing: Drawing) -> Rows:
    """The table of a drawing of words. Raises TypeError for one that is drawn otherwise."""
    match drawing:
        case Ledger():
            return _ledger(drawing)
        case Events():
            return _events(drawing)
        case Grid():
            return _grid(drawing)
        case Shares():
            return _shares(drawing)
        case Statements():
            return _statements(drawing)
        case Lines() | Map():
            raise TypeError(f"{type(drawing).__name__} is not drawn as a table")
    assert_never(drawing)


def _ledger(drawing: Ledger) -> Rows:
    head = (_("Activity"), _("When"), _("Numbers, as written"), _("Submission"))
    return Rows(head, tuple(map(_entry, drawing.entries)), keys=(0, 3))


def _entry(entry: Entry) -> tuple[Content, ...]:
    under = [part for part in (entry.place, entry.whose) if part]
    title: Content = ((Piece(entry.title),),)
    if under:
        title = (*title, (Piece(" · ".join(under), quiet=True),))
    numbers = tuple(_number(cell) for cell in entry.numbers)
    return title, _text(entry.as_of), numbers, _text(entry.document, quiet=True)


def _events(drawing: Events) -> Rows:
    head = (_("When"), _("Activity"), _("Where"), _("Kind"), _("Submission"))
    body = tuple(
        (
            _text(event.as_of),
            _text(event.title),
            _text(event.place or _("not stated"), quiet=not event.place),
            _text(event.lane, quiet=True),
            _text(event.document, quiet=True),
        )
        for event in drawing.events
    )
    return Rows(head, body, keys=(1, 4))


def _grid(drawing: Grid) -> Rows:
    body = tuple((_text(label), *map(_grid_cell, cells)) for label, cells in drawing.rows)
    return Rows((_("Figure"), *drawing.columns), body, notes=drawing.footnotes)


def _grid_cell(cell: GridCell) -> Content:
    first = tuple(piece for number in cell.numbers for piece in (*_number(number), Piece(" ")))
    quiet = (Piece(cell.short, quiet=True),) if cell.short else ()
    return ((*first, *quiet),)


def _shares(drawing: Shares) -> Rows:
    body = tuple(
        (
            ((Piece(share.says, number=True),),),
            ((Piece(share.label),), (Piece(share.detail, quiet=True),)),
        )
        for share in drawing.rows
    )
    head = (_("Share"), _("Of whom, and when"))
    return Rows(head, body, (0.3, 0.7), (18, 17, 16, 14, 13, 12), 2.2, keys=(1,))


def _statements(drawing: Statements) -> Rows:
    ahead = any(one.since for one in drawing.rows)
    when, by = (_("By when"), _("Stated since")) if ahead else (_("When"), _("Said by"))
    head = (when, _("Number"), _("What"), by, _("Submission"))
    body = tuple(
        (
            _text(one.as_of),
            ((Piece(one.says, number=True),),),
            _text(one.what),
            (_number(one.since),)
            if one.since and one.since.ref
            else _text(said_by(one) if one.since else one.said_by or _("not stated"), quiet=True),
            _text(one.document, quiet=True),
        )
        for one in drawing.rows
    )
    return Rows(head, body, keys=(2, 4))


def _text(text: str, *, quiet: bool = False) -> Content:
    return ((Piece(text, quiet=quiet),),)


def _number(cell: Cell) -> Line:
    """A number with the words around it."""
    before = (Piece(f"{cell.before} "),) if cell.before else ()
    after = (Piece(f" {cell.after}"),) if cell.after else ()
    return (*before, Piece(cell.text, number=True), *after)


TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
SIDE, ABOVE = 5.0, 2.5  # room within a cell, pt
HEAD = SMALLEST = 12
STEP, TURNS = 0.01, 40  # of the width, which one column gives another to make a table lower


Cells = list[list[tuple[Paragraph, ...]]]  # by row and column


def fit_table(
    rows: Rows, box: Box, look: Look, spare: Callable[[Rows], float] = lambda _rows: 0.0
) -> tuple[int, tuple[Rows, ...]]:
    """The size of the text, and the rows of each page; one page wherever that can be.

    `spare` is how much more room than the box there is on a page that holds only these rows.
    """
    for size in rows.sizes:
        cells = _cells(rows, size, look)
        shares = rows.shares or _column_shares(cells, box.width, look)
        if sum(_heights(cells, shares, box.width, look)) <= box.height:
            return size, (replace(rows, shares=shares),)
    shares = _lower(cells, shares, box.width, look)
    head, *tall = _heights(cells, shares, box.width, look)

    def part(first: int, last: int) -> Rows:
        return replace(rows, body=rows.body[first:last], shares=shares)

    def needs(first: int, last: int) -> float:
        return sum(tall[first:last]) / max(box.height - head + spare(part(first, last)), 1.0)

    return size, tuple(part(*cut) for cut in share_out(len(tall), needs))


def _cells(rows: Rows, size: int, look: Look) -> Cells:
    """Every cell as it is written at this size, the head first."""
    head: list[tuple[Paragraph, ...]] = [
        (Paragraph((Run(text, HEAD, look.quiet, bold=True),)),) for text in rows.head
    ]

    def run(piece: Piece) -> Run:
        """Numbers may be larger, what is told beside them smaller; never under 12 pt."""
        if piece.number:
            return Run(piece.text, round(size * rows.large), look.ink, bold=True)
        if piece.quiet:
            return Run(piece.text, max(size - 2, SMALLEST), look.quiet)
        return Run(piece.text, size, look.ink)

    body = [[tuple(Paragraph(tuple(map(run, line))) for line in cell) for cell in row]
            for row in rows.body]  # fmt: skip
    return [head, *body]


def _heights(cells: Cells, shares: tuple[float, ...], width: float, look: Look) -> list[float]:
    """The height of the head and of each row."""
    rooms = [share * width - 2 * SIDE for share in shares]
    tall = [
        max(
            sum(_line_height(line, room, look) for line in cell)
            for cell, room in zip(row, rooms, strict=True)
        )
        for row in cells
    ]
    return [height + 2 * ABOVE + (1 if at else 2) for at, height in enumerate(tall)]


def draw_table(page: Page, rows: Rows, size: int, name: str, alt: str) -> None:
    """Put the table into the free room of the page."""
    look, box = page.look, page.box
    cells = _cells(rows, size, look)
    tall = _heights(cells, rows.shares, box.width, look)
    columns = "".join(f"<a:gridCol w='{round(share * box.width * EMU)}'/>" for share in rows.shares)
    lines = []
    for at, (row, height) in enumerate(zip(cells, tall, strict=True)):
        under = (look.rule, 6350) if at else (look.ink, 12700)
        written = "".join(_cell(paragraphs(cell), *under) for cell in row)
        lines.append(f"<a:tr h='{round(height * EMU)}'>{written}</a:tr>")
    number = page.number()
    page.add(
        f"<p:graphicFrame {SPACES}><p:nvGraphicFramePr><p:cNvPr id='{number}' "
        f"name={attribute(name)} descr={attribute(alt)}/><p:cNvGraphicFramePr>"
        f"<a:graphicFrameLocks noGrp='1'/></p:cNvGraphicFramePr><p:nvPr>{page.holder()}</p:nvPr>"
        f"</p:nvGraphicFramePr>{place(Box(box.x, box.y, box.width, sum(tall)), 'p:xfrm')}"
        f"<a:graphic><a:graphicData uri='{TABLE}'><a:tbl><a:tblPr firstRow='1'>"
        f"<a:tableStyleId>{NO_STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>{columns}</a:tblGrid>"
        f"{''.join(lines)}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _column_shares(cells: Cells, width: float, look: Look) -> tuple[float, ...]:
    """The width of each column by what stands in it.

    Its longest word fits; what is left goes to the columns by how much text they hold, to none
    more than its longest line takes.
    """
    columns = [_column(cells, at, look) for at in range(len(cells[0]))]
    given = [least for least, _whole, _text in columns]
    if sum(given) >= width:
        return tuple(part / sum(given) for part in given)
    open_ = set(range(len(columns)))
    while open_ and width - sum(given) > 1:
        spare, weight = width - sum(given), sum(columns[at][2] for at in open_)
        for at in list(open_):
            wanted = columns[at][1] - given[at]
            given[at] += min(wanted, spare * columns[at][2] / weight)
            if given[at] >= columns[at][1] - 0.5:
                open_.remove(at)
    left = (width - sum(given)) / len(given)
    return tuple((part + left) / width for part in given)


def _lower(cells: Cells, shares: tuple[float, ...], width: float, look: Look) -> tuple[float, ...]:
    """The columns shared out anew, step by step, for the table to become as low as can be.

    Where no step takes a line away, one that brings the longest cells of the rows nearer to their
    columns counts as well.
    """
    columns = range(len(shares))
    narrow = [_column(cells, at, look)[0] / width for at in columns]
    longest = [
        [max((_width(line, look) for line in cell), default=0.0) for cell in row]
        for row in cells[1:]
    ]

    def cost(shares: tuple[float, ...]) -> tuple[float, float]:
        strain = sum(max(map(truediv, row, shares)) for row in longest)
        return round(sum(_heights(cells, shares, width, look))), strain

    best, least = shares, cost(shares)
    for _turn in range(TURNS):
        steps = (
            tuple(share + STEP * ((at == to) - (at == of)) for at, share in enumerate(best))
            for of, to in permutations(columns, 2)
            if best[of] - STEP >= narrow[of]
        )
        tried = min(((cost(shares), shares) for shares in steps), default=(least, best))
        if tried[0] >= least:
            break
        least, best = tried
    return best


def _column(cells: Cells, at: int, look: Look) -> tuple[float, float, float]:
    """How wide the longest word, the longest line and all lines of a column are.

    A number with its bound is one word.
    """
    words, whole = [], []
    for row in cells:
        for line in row[at]:
            whole.append(_width(line, look))
            for run in line.runs:
                one = run.bold and row is not cells[0]
                parts = [run.text] if one else run.text.split()
                words += [text_width(part, run.size, run.bold, look.factor) for part in parts]
    room = 2 * SIDE + 2
    return max(words) + room, max(whole) + room, sum(whole) + 1


def _width(line: Paragraph, look: Look) -> float:
    return sum(text_width(run.text, run.size, run.bold, look.factor) for run in line.runs)


def _line_height(line: Paragraph, room: float, look: Look) -> float:
    text = "".join(run.text for run in line.runs)
    bold = any(run.bold for run in line.runs)
    large = max((run.size for run in line.runs), default=HEAD)
    return count_lines(text, large, room, bold, look.factor) * line_height(large, look.factor)


def _cell(words: str, line: str, thick: int) -> str:
    """One cell: no fill, and a line under it."""
    room = f"marL='{round(SIDE * EMU)}' marR='{round(SIDE * EMU)}'"
    room += f" marT='{round(ABOVE * EMU)}' marB='{round(ABOVE * EMU)}'"
    none = "".join(f"<a:{side} w='0'><a:noFill/></a:{side}>" for side in ("lnL", "lnR", "lnT"))
    under = f"<a:lnB w='{thick}'>{fill(line)}</a:lnB>"
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{words}</a:txBody>"
        f"<a:tcPr {room} anchor='t'>{none}{under}<a:noFill/></a:tcPr></a:tc>"
    )
