"""A drawing of words as a native table, over as many slides as its rows take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import permutations
from operator import truediv

from charts.others import said_by
from charts.spec import Cell, Drawing, Entry, Events, Grid, GridCell, Ledger, Shares, Statements
from drawing.scene import Box
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
from export.spread import share_out
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
    `notes` stand under it.
    """

    head: tuple[str, ...]
    body: tuple[tuple[Content, ...], ...]
    shares: tuple[float, ...] = ()
    sizes: tuple[int, ...] = (16, 15, 14, 13, 12)
    large: float = 1.0
    notes: tuple[str, ...] = ()


def notes_of(held: Rows) -> tuple[str, ...]:
    """Those of the notes whose mark stands in a row: of a part of a table, its own."""
    words = [piece.text for row in held.body for cell in row for line in cell for piece in line]
    marks = {word for text in words for word in text.split()}
    return tuple(note for note in held.notes if note.partition(" ")[0] in marks)


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
    raise TypeError(f"{type(drawing).__name__} is not drawn as a table")


def _ledger(drawing: Ledger) -> Rows:
    head = (_("Activity"), _("When"), _("Numbers, as written"), _("Submission"))
    return Rows(head, tuple(map(_entry, drawing.entries)))


def _entry(entry: Entry) -> tuple[Content, ...]:
    under = [part for part in (entry.place,) if part]
    under += [_("joint or partners’ work")] if entry.by_others else []
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
    return Rows(head, body)


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
    return Rows(head, body, (0.3, 0.7), (18, 17, 16, 14, 13, 12), 2.2)


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
    return Rows(head, body)


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


def fit_table(
    held: Rows, box: Box, look: Look, spare: Callable[[Rows], float] = lambda _rows: 0.0
) -> tuple[int, tuple[Rows, ...]]:
    """The size of the text, and the rows of each page; one page wherever that can be.

    `spare` is how much more room than the box there is on a page that holds only these rows.
    """
    for size in held.sizes:
        sized = replace(held, shares=held.shares or _column_shares(held, size, box.width, look))
        head, *tall = row_heights(sized, size, box.width, look)
        if head + sum(tall) <= box.height:
            return size, (sized,)
    sized = _lower(sized, size, box.width, look)
    head, *tall = row_heights(sized, size, box.width, look)

    def part(first: int, last: int) -> Rows:
        return replace(sized, body=held.body[first:last])

    def needs(first: int, last: int) -> float:
        return sum(tall[first:last]) / max(box.height - head + spare(part(first, last)), 1.0)

    return size, tuple(part(*cut) for cut in share_out(len(tall), needs))


def row_heights(held: Rows, size: float, wide: float, look: Look) -> list[float]:
    """The height of the head and of each row."""
    shares = [share * wide - 2 * SIDE for share in held.shares]
    top = max(
        count_lines(text, HEAD, room, True, look.wide)
        for text, room in zip(held.head, shares, strict=True)
    )
    found = [top * line_height(HEAD, look.wide) + 2 * ABOVE + 2]
    for row in held.body:
        cells = zip(row, shares, strict=True)
        found.append(
            max(_height(cell, size, room, held, look) for cell, room in cells) + 2 * ABOVE + 1
        )
    return found


def draw_table(page: Page, held: Rows, size: int, name: str, alt: str) -> None:
    """Put the table into the free room of the page."""
    look, box = page.look, page.box
    tall = row_heights(held, size, box.width, look)
    columns = "".join(f"<a:gridCol w='{round(share * box.width * EMU)}'/>" for share in held.shares)
    head = "".join(
        _cell(paragraphs((Paragraph((Run(text, HEAD, look.quiet, bold=True),)),)), look.ink, 12700)
        for text in held.head
    )
    lines = [f"<a:tr h='{round(tall[0] * EMU)}'>{head}</a:tr>"]
    for row, high in zip(held.body, tall[1:], strict=True):
        cells = "".join(
            _cell(paragraphs(_content(cell, size, held, look)), look.rule, 6350) for cell in row
        )
        lines.append(f"<a:tr h='{round(high * EMU)}'>{cells}</a:tr>")
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


def _column_shares(held: Rows, size: float, wide: float, look: Look) -> tuple[float, ...]:
    """The width of each column by what stands in it.

    Its longest word fits; what is left goes to the columns by how much text they hold, to none
    more than its longest line takes.
    """
    columns = [_column(held, at, size, look) for at in range(len(held.head))]
    given = [least for least, _whole, _text in columns]
    if sum(given) >= wide:
        return tuple(part / sum(given) for part in given)
    open_ = set(range(len(columns)))
    while open_ and wide - sum(given) > 1:
        spare, weight = wide - sum(given), sum(columns[at][2] for at in open_)
        for at in list(open_):
            wanted = columns[at][1] - given[at]
            given[at] += min(wanted, spare * columns[at][2] / weight)
            if given[at] >= columns[at][1] - 0.5:
                open_.remove(at)
    left = (wide - sum(given)) / len(given)
    return tuple((part + left) / wide for part in given)


def _lower(held: Rows, size: float, wide: float, look: Look) -> Rows:
    """The table with its columns shared out anew, step by step, to become as low as can be.

    Where no step takes a line away, one that brings the longest cells of the rows nearer to their
    columns counts as well.
    """
    columns = range(len(held.shares))
    narrow = [_column(held, at, size, look)[0] / wide for at in columns]
    longest = [[_length(cell, size, held, look) for cell in row] for row in held.body]

    def cost(shares: tuple[float, ...]) -> tuple[float, float]:
        high = sum(row_heights(replace(held, shares=shares), size, wide, look))
        strain = sum(max(map(truediv, row, shares)) for row in longest)
        return round(high), strain

    best, least = held.shares, cost(held.shares)
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
    return replace(held, shares=best)


def _length(cell: Content, size: float, held: Rows, look: Look) -> float:
    """The width of the longest line of a cell, were it not wrapped."""
    return max(
        sum(
            text_width(p.text, _size(size, p.number, p.quiet, held), p.number, look.wide)
            for p in words
        )
        for words in (*cell, ())
    )


def _column(held: Rows, at: int, size: float, look: Look) -> tuple[float, float, float]:
    """How wide the longest word, the longest line and all lines of a column are.

    A number with its bound is one word.
    """
    words = [text_width(w, HEAD, True, look.wide) for w in held.head[at].split()]
    whole = [text_width(held.head[at], HEAD, True, look.wide)]
    for words_ in (words for row in held.body for words in row[at]):
        wide = 0.0
        for piece in words_:
            points = _size(size, piece.number, piece.quiet, held)
            wide += text_width(piece.text, points, piece.number, look.wide)
            parts = [piece.text] if piece.number else piece.text.split()
            words += [text_width(part, points, piece.number, look.wide) for part in parts]
        whole.append(wide)
    room = 2 * SIDE + 2
    return max(words) + room, max(whole) + room, sum(whole) + 1


def _height(cell: Content, size: float, room: float, held: Rows, look: Look) -> float:
    return sum(_line_height(words, size, room, held, look) for words in cell)


def _line_height(words: Line, size: float, room: float, held: Rows, look: Look) -> float:
    text = "".join(piece.text for piece in words)
    bold = any(piece.number for piece in words)
    large = max(_size(size, piece.number, piece.quiet, held) for piece in words) if words else size
    return count_lines(text, large, room, bold, look.wide) * line_height(large, look.wide)


def _size(size: float, number: bool, quiet: bool, held: Rows) -> float:
    """Numbers may be larger, what is told beside them smaller; never under 12 pt."""
    if number:
        return round(size * held.large)
    return max(size - 2, SMALLEST) if quiet else size


def _content(cell: Content, size: float, held: Rows, look: Look) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(
            tuple(
                Run(
                    piece.text,
                    _size(size, piece.number, piece.quiet, held),
                    look.quiet if piece.quiet else look.ink,
                    bold=piece.number,
                )
                for piece in words
            )
        )
        for words in cell
    )


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
