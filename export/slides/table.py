"""The rows of a table and a page go in; a native table stands on the page, as far as it fits."""

from __future__ import annotations

from export.slides.cells import Content, Line, Rows
from export.slides.look import Look
from export.slides.markup import (
    EMU,
    SPACES,
    Box,
    Paragraph,
    Run,
    attribute,
    fill,
    paragraphs,
    place,
)
from export.slides.measure import LINE, wrapped
from export.slides.page import Page

TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
SIDE, ABOVE = 5.0, 2.5  # room within a cell, pt
HEAD = 12


def fit(held: Rows, box: Box, look: Look) -> tuple[int, tuple[Rows, ...]]:
    """The size of the text, and the rows of each page; one page wherever that can be."""
    for size in held.sizes:
        if sum(heights(held, size, box.w, look)) <= box.h:
            return size, (held,)
    size = held.sizes[-1]
    head, *tall = heights(held, size, box.w, look)
    count = 1
    while len(_pages(tall, max(sum(tall) / count, max(tall)), box.h - head)) > count:
        count += 1
    pages = _pages(tall, max(sum(tall) / count, max(tall)), box.h - head)
    return size, tuple(_part(held, first, last) for first, last in pages)


def heights(held: Rows, size: float, wide: float, look: Look) -> list[float]:
    """The height of the head and of each row."""
    shares = [share * wide - 2 * SIDE for share in held.shares]
    top = max(
        wrapped(text, HEAD, room, True, look.wide)
        for text, room in zip(held.head, shares, strict=True)
    )
    found = [top * HEAD * LINE + 2 * ABOVE + 2]
    for row in held.body:
        cells = zip(row, shares, strict=True)
        found.append(
            max(_height(cell, size, room, held, look) for cell, room in cells) + 2 * ABOVE + 1
        )
    return found


def draw(page: Page, held: Rows, size: int, name: str, alt: str) -> None:
    """Put the table into the free room of the page."""
    look, box = page.look, page.box
    tall = heights(held, size, box.w, look)
    columns = "".join(
        f"<a:gridCol w='{round(share * box.w * EMU)}'/>" for share in held.shares
    )
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
        f"</p:nvGraphicFramePr>{place(Box(box.x, box.y, box.w, sum(tall)), 'p:xfrm')}"
        f"<a:graphic><a:graphicData uri='{TABLE}'><a:tbl><a:tblPr firstRow='1'>"
        f"<a:tableStyleId>{NO_STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>{columns}</a:tblGrid>"
        f"{''.join(lines)}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _pages(tall: list[float], aim: float, room: float) -> list[tuple[int, int]]:
    """Where each page begins and ends: about as high as `aim`, never higher than `room`."""
    found, first, used = [], 0, 0.0
    for at, high in enumerate(tall):
        if at > first and (used + high > room or used + high / 2 > aim):
            found.append((first, at))
            first, used = at, 0.0
        used += high
    return [*found, (first, len(tall))]


def _part(held: Rows, first: int, last: int) -> Rows:
    return Rows(
        held.head, held.body[first:last], held.shares, held.sizes, held.large, held.notes
    )


def _height(cell: Content, size: float, room: float, held: Rows, look: Look) -> float:
    return sum(_line_height(line, size, room, held, look) for line in cell)


def _line_height(line: Line, size: float, room: float, held: Rows, look: Look) -> float:
    text = "".join(piece.text for piece in line)
    bold = any(piece.number for piece in line)
    large = max(_size(size, piece.number, piece.quiet, held) for piece in line) if line else size
    return wrapped(text, large, room, bold, look.wide) * large * LINE


def _size(size: float, number: bool, quiet: bool, held: Rows) -> float:
    """Numbers may be larger, what is told beside them smaller; never under 12 pt."""
    if number:
        return round(size * held.large)
    return max(size - 2, 12) if quiet else size


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
                for piece in line
            )
        )
        for line in cell
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
