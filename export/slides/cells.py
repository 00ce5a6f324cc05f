"""A drawing of words goes in; the rows of its table on a slide come out.

Numbers are pieces of their own, with their bound: they are read back as they stand there.
"""

from __future__ import annotations

from dataclasses import dataclass

from charts.others import said_by
from charts.spec import Cell, Drawing, Entry, Events, Grid, GridCell, Ledger, Shares, Statements
from words import _

FOOTNOTES = "¹²³⁴⁵⁶⁷⁸⁹"
LONGEST = 40  # letters of a reason that stand in a cell; a longer one stands in the note


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


def rows(drawing: Drawing) -> Rows:
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
    """A reason too long for its cell stands as a footnote; the same one once."""
    notes: list[str] = []
    body = tuple(
        (_text(label), *(_grid_cell(cell, notes) for cell in cells))
        for label, cells in drawing.rows
    )
    marked = tuple(f"{_mark(at)} {text}" for at, text in enumerate(notes))
    return Rows((_("Figure"), *drawing.columns), body, notes=marked)


def _grid_cell(cell: GridCell, notes: list[str]) -> Content:
    words = cell.words
    if len(words) > LONGEST:
        short, _gap, reason = words.partition(": ")
        reason = reason or words
        if reason not in notes:
            notes.append(reason)
        mark = _mark(notes.index(reason))
        words = f"{short} {mark}" if reason != cell.words else mark
    first = tuple(piece for number in cell.numbers for piece in (*_number(number), Piece(" ")))
    quiet = (Piece(words, quiet=True),) if words else ()
    return ((*first, *quiet),)


def _mark(at: int) -> str:
    return FOOTNOTES[at] if at < len(FOOTNOTES) else f"({at + 1})"


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
