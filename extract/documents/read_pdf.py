"""Reads a PDF into paragraphs in reading order, with a map back to its pages.

Raised text is marked as such, words broken at line ends keep their line end, page heads, feet and
numbers are left out, and footnotes follow the paragraph that runs over their page.
"""

from __future__ import annotations

import io
import logging
import math
import re
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import LimitReachedError, PyPdfError

from extract.documents.document import (
    LARGEST_TEXT,
    MOST_PAGES,
    Document,
    NeedsPassword,
    Progress,
    Unreadable,
    Writer,
    too_long,
)


@dataclass(frozen=True)
class Piece:
    """Text as it was set: where its baseline begins, and the size of its letters."""

    text: str
    x: float
    y: float
    size: float


@dataclass
class Line:
    """One line of a page: text, baseline, size of most letters."""

    text: str
    y: float
    size: float


@dataclass(frozen=True)
class Paragraph:
    """A paragraph and the page (from 1) on which it begins; `level` of a heading, else 0.

    `turns` says where in the text each further page begins.
    """

    text: str
    page: int
    level: int
    turns: tuple[tuple[int, int], ...] = ()


_RAISED = (0.12, 0.75)  # of the size of the line: how far above its baseline raised text stands
_SMALLER = 0.92
_NUMBER_ALONE = re.compile(
    r"(?:page )?[-\u2013|]?\s*\d{1,4}\s*[-\u2013|]?(?: ?(?:of|/|sur|de) ?\d{1,4})?", re.I
)
_ITEM = re.compile(r"(?:[-•‣▪●\u2013*]|\(?[a-z]\)|\(?[ivx]{1,4}\)|\d{1,2}[.)]) ", re.I)
_NOTE_BEGINS = re.compile(r"(?:<sup>)?\d{1,3}(?:</sup>)? ?\S")
_ENDS = re.compile(r"[.!?:;…][\"'”’)\]]*(?:<sup>[^<]{1,9}</sup>)*$")


def lines_of(pieces: Iterable[Piece]) -> list[Line]:
    """Put the pieces of one page together to lines, in the order in which they were set."""
    lines: list[Line] = []
    for piece in pieces:
        for index, part in enumerate(piece.text.split("\n")):
            if not part.strip():
                if lines and part and not lines[-1].text.endswith(" ") and index == 0:
                    lines[-1].text += " "
                continue
            line = lines[-1] if lines else None
            rise = piece.y - line.y if line else 0.0
            if line and index == 0 and _is_raised(piece, line, rise):
                line.text += f"<sup>{part.strip()}</sup>" + (" " if part.endswith(" ") else "")
            elif line and index == 0 and abs(rise) < 0.35 * max(piece.size, line.size):
                line.text += part
                line.size = max(line.size, piece.size)
            else:
                lines.append(Line(part, piece.y, piece.size))
    return _with_marks(lines)


def _is_raised(piece: Piece, line: Line, rise: float) -> bool:
    return (
        piece.size < _SMALLER * line.size
        and _RAISED[0] * line.size < rise < _RAISED[1] * line.size
        and len(piece.text.strip()) < 12
    )


def _with_marks(lines: list[Line]) -> list[Line]:
    """Join a raised mark that begins a line (of a footnote) with the line set lower behind it."""
    joined: list[Line] = []
    for line in lines:
        before = joined[-1] if joined else None
        if (
            before
            and before.size < _SMALLER * line.size
            and re.fullmatch(r"\s*\d{1,3}\s*", before.text)
            and _RAISED[0] * line.size < before.y - line.y < _RAISED[1] * line.size
        ):
            joined[-1] = Line(
                f"<sup>{before.text.strip()}</sup> {line.text.lstrip()}", line.y, line.size
            )
        else:
            joined.append(line)
    return joined


def without_furniture(pages: list[list[Line]]) -> tuple[list[list[Line]], bool]:
    """Leave out page numbers, and heads and feet that stand on most pages; say whether any were."""
    edges = Counter(key for lines in pages for key in {_key(line) for line in _edge(lines)})
    often = max(3, len(pages) // 3)
    kept, gone = [], False
    for lines in pages:
        edge = {id(line) for line in _edge(lines)}
        last = {id(line) for line in [*lines[:1], *lines[-1:], *_lowest(lines)]}
        body = [
            line
            for line in lines
            if not (id(line) in edge and edges[_key(line)] >= often and len(pages) > 2)
            and not (id(line) in last and _NUMBER_ALONE.fullmatch(line.text.strip()))
        ]
        gone = gone or len(body) < len(lines)
        kept.append(body)
    return kept, gone


def _lowest(lines: list[Line]) -> list[Line]:
    return [min(lines, key=lambda line: line.y)] if lines else []


def _edge(lines: list[Line]) -> list[Line]:
    """Give the two highest and the two lowest lines of a page."""
    ranked = sorted(lines, key=lambda line: line.y)
    return [*ranked[:2], *ranked[-2:]]


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text.split()))


def paragraphs(pages: list[list[Line]]) -> Iterator[Paragraph]:
    """Give the paragraphs of all pages; one that runs over the end of a page is one."""
    sizes = Counter(round(line.size, 1) for lines in pages for line in lines for _ in line.text)
    body = sizes.most_common(1)[0][0] if sizes else 10.0
    open_: list[tuple[int, Line]] = []
    notes: list[Paragraph] = []
    for page, lines in enumerate(pages, 1):
        main, small = _without_notes(lines, body)
        step = _step(main)
        before: Line | None = None
        for line in main:
            turned = bool(open_) and open_[-1][0] != page
            if open_ and (
                (turned and not _runs_on(open_, line))
                or (not turned and before is not None and _parts(before, line, step))
            ):
                yield _joined(open_, body)
                yield from notes
                open_, notes = [], []
            open_.append((page, line))
            before = line
        notes += _note_paragraphs(small, page)
    if open_:
        yield _joined(open_, body)
    yield from notes


def _step(lines: list[Line]) -> float:
    """Give the usual distance from line to line."""
    gaps = [a.y - b.y for a, b in pairwise(lines) if 0 < a.y - b.y < 4 * a.size]
    return median(gaps) if gaps else 14.0


def _parts(before: Line, line: Line, step: float) -> bool:
    """Say whether a new paragraph begins with `line`."""
    gap = before.y - line.y
    if gap < -step or abs(line.size - before.size) > 0.08 * before.size:
        return True
    return gap > 1.25 * step or (gap > 0.3 * line.size and bool(_ITEM.match(line.text.lstrip())))


def _runs_on(open_: list[tuple[int, Line]], line: Line) -> bool:
    """Say whether a paragraph goes on with the first line of the next page."""
    last = open_[-1][1]
    same = abs(last.size - line.size) < 0.08 * line.size
    return same and not _ENDS.search(last.text.strip()) and not _ITEM.match(line.text.lstrip())


def _without_notes(lines: list[Line], body: float) -> tuple[list[Line], list[Line]]:
    """Take the footnotes off the foot of a page: smaller lines, the first with a number."""
    at = len(lines)
    while at > 0 and lines[at - 1].size < _SMALLER * body:
        at -= 1
    while at < len(lines) and not _NOTE_BEGINS.match(lines[at].text.strip()):
        at += 1
    return lines[:at], lines[at:]


def _note_paragraphs(lines: list[Line], page: int) -> list[Paragraph]:
    found: list[list[Line]] = []
    for line in lines:
        if not found or _NOTE_BEGINS.match(line.text.strip()):
            found.append([])
        found[-1].append(line)
    return [Paragraph(_text([(page, line) for line in one])[0], page, 0) for one in found]


def _joined(lines: list[tuple[int, Line]], body: float) -> Paragraph:
    text, turns = _text(lines)
    size = lines[0][1].size
    level = 0 if size < 1.12 * body or len(text) > 160 else 1 if size > 1.4 * body else 2
    return Paragraph(text, lines[0][0], level, tuple(turns))


def _text(lines: list[tuple[int, Line]]) -> tuple[str, list[tuple[int, int]]]:
    """Join lines with spaces; behind a hyphen the line end stays, for the search to decide."""
    text = ""
    page = lines[0][0]
    turns = []
    for at, line in lines:
        words = " ".join(line.text.split())
        text += "\n" if re.search(r"\w[-\u2010]$", text) else " " if text else ""
        if at != page:
            turns.append((len(text), at))
            page = at
        text += words
    return text, turns


_BROKEN = "This PDF is damaged and cannot be read. Open it in a PDF program and save it again."
_BOMB = "This PDF unpacks to far more than its size, as no honest document does. It was not read."
_SCANNED = (
    "This PDF holds pictures of pages and no text: it was scanned. Run text recognition (OCR) on "
    "it, or ask for the file that it was printed from."
)
_LARGEST_PAGE = 400_000
# What a reader of broken files may meet: whatever it raises, the file is damaged.
_FAILURES = (
    PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError,
    OSError, RecursionError, TypeError, ValueError,
)  # fmt: skip


def read_pdf(
    data: bytes, name: str, password: str | None = None, progress: Progress | None = None
) -> Document:
    """Read a PDF. Raises NeedsPassword for an encrypted one, Unreadable for what cannot be read."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pages, broken = _pages(data, password, progress)
    kept, furniture = without_furniture(pages)
    notes = []
    if broken:
        which = ", ".join(map(str, broken[:10])) + (" and more" if len(broken) > 10 else "")
        notes.append(f"These pages could not be read: {which}.")
    empty = [index for index, lines in enumerate(pages, 1) if not lines and index not in broken]
    if not any(pages):
        raise Unreadable(_BROKEN if broken else _SCANNED)
    if empty:
        which = ", ".join(map(str, empty[:10])) + (" and more" if len(empty) > 10 else "")
        notes.append(f"These pages hold no text; they may be scanned pictures: {which}.")
    if furniture:
        notes.append("Page numbers and the heads and feet of pages were left out.")
    writer = Writer()
    for one in paragraphs(kept):
        writer.add(one.text, one.level, one.page, one.turns)
    return writer.document(name, "pdf", notes)


def _pages(
    data: bytes, password: str | None, progress: Progress | None
) -> tuple[list[list[Line]], list[int]]:
    """Give the lines of each page, and the numbers of the pages that could not be read."""
    reader = _open(data, password)
    try:
        count = len(reader.pages)
    except _FAILURES:
        raise Unreadable(_BROKEN) from None
    if count > MOST_PAGES:
        raise Unreadable(
            f"This PDF has {count:,} pages; up to {MOST_PAGES:,} are read. Split it and"
            f" read the parts."
        )
    pages: list[list[Line]] = []
    broken: list[int] = []
    letters = 0
    for number in range(count):
        pages.append(_page(reader, number, broken))
        letters += sum(len(line.text) for line in pages[-1])
        if letters > LARGEST_TEXT:
            raise Unreadable(too_long())
        if progress:
            progress((number + 1) / count)
    return pages, broken


def _open(data: bytes, password: str | None) -> PdfReader:
    """Open a PDF, with the password where it asks for one."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(password or ""):
            asked = "The password is wrong." if password else "This PDF is encrypted."
            raise NeedsPassword(f"{asked} Give the password with which it opens (--password).")
    except _FAILURES:
        raise Unreadable(_BROKEN) from None
    return reader


def _page(reader: PdfReader, number: int, broken: list[int]) -> list[Line]:
    """Read the lines of one page; a page that cannot be read is noted and empty."""
    try:
        page = reader.pages[number]
        return lines_of(_pieces(page))
    except (LimitReachedError, MemoryError):
        raise Unreadable(_BOMB) from None
    except _FAILURES:
        broken.append(number + 1)
        return []


def _pieces(page: PageObject) -> list[Piece]:
    """Collect what the page sets, piece by piece."""
    pieces: list[Piece] = []
    letters = 0
    rise = set_with = 0.0
    kept: list[float] = []

    def watch(operator: bytes, operands: Any, cm: Any, tm: Any) -> None:
        nonlocal rise, set_with
        if operator == b"Ts":
            rise = float(operands[0])
        elif operator == b"q":
            kept.append(rise)
        elif operator == b"Q":
            rise = kept.pop() if kept else 0.0
        elif operator in (b"Tj", b"TJ", b"'", b'"'):
            set_with = rise

    def collect(text: str, cm: Any, tm: Any, font: Any, size: Any) -> None:
        nonlocal letters
        letters += len(text)
        if letters > _LARGEST_PAGE:
            raise LimitReachedError("too much text on one page")
        if text:
            pieces.append(_piece(text, cm, tm, float(size), set_with))

    page.extract_text(visitor_text=collect, visitor_operand_before=watch)
    return pieces


def _piece(text: str, cm: Any, tm: Any, size: float, rise: float) -> Piece:
    """Work out where on the page a piece stands, and how large its letters are."""
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    up = math.hypot(tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3]) or 1.0
    return Piece(_clean(text), x, y + rise * up, size * up)


def _clean(text: str) -> str:
    """Take out what no text has: NULs and other controls, halves of pairs."""
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]", "", text)
