"""The bytes of a PDF go in; the document comes out, with a map back to its pages."""

from __future__ import annotations

import io
import logging
import math
import re
import warnings
from collections.abc import Callable
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import LimitReachedError, PyPdfError

from extract.document import (
    LARGEST_TEXT,
    MOST_PAGES,
    Document,
    NeedsPassword,
    Part,
    Unreadable,
    too_long,
)
from extract.pdf_lines import Line, Piece, lines_of, paragraphs, without_furniture

Progress = Callable[[float], None]

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
    return _document(name, kept, notes)


def _document(name: str, pages: list[list[Line]], notes: list[str]) -> Document:
    """Write the paragraphs one below the other."""
    texts: list[str] = []
    parts: list[Part] = []
    length, section, count = 0, "", 0
    for paragraph in paragraphs(pages):
        text = paragraph.text.strip()
        if not text:
            continue
        mark = "#" * paragraph.level + " " if paragraph.level else ""
        section, count = (text[:120], 0) if paragraph.level else (section, count + 1)
        parts.append(Part(length, paragraph.page, section, count))
        parts += [
            Part(length + len(mark) + at, page, section, count) for at, page in paragraph.turns
        ]
        texts.append(mark + text)
        length += len(mark) + len(text) + 2
        if length > LARGEST_TEXT:
            raise Unreadable(too_long())
    return Document(name, "pdf", "\n\n".join(texts) + "\n", tuple(parts), tuple(notes))


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
