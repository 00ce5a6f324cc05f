"""Reads a file of any format, told by its first bytes and not by its name.

Nothing is fetched, run or written.
"""

from __future__ import annotations

import re
import stat
from dataclasses import replace
from pathlib import Path

from extract.documents.document import LARGEST_FILE, Document, Progress, Unreadable, read_plain
from language.detect import is_right_to_left, language_of

_PICTURES = (
    (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"), (b"BM", "BMP"),
)  # fmt: skip
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "This is an old Word file (.doc) or a"
" Word file with a password. Open it in "
     "Word and save it as .docx without a password."),
    (b"{\\rtf", "This is an RTF file. Open it in a word processor and save it as .docx."),
    (b"\x1f\x8b", "This is a packed file. Unpack it and read what is inside."),
    (b"Rar!", "This is a packed file. Unpack it and read what is inside."),
    (b"7z\xbc\xaf", "This is a packed file. Unpack it and read what is inside."),
)  # fmt: skip
_MARKDOWN = (".md", ".markdown")


def read_file(
    path: Path, password: str | None = None, progress: Progress | None = None
) -> Document:
    """Read a file. Raises Unreadable where it is missing, too large, or nothing that is read."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise Unreadable("This is no file; give the path of a document.")
        _refuse_size(about.st_size)
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise Unreadable("There is no such file.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        raise Unreadable(f"This file cannot be opened: {reason}.") from None
    return read_bytes(data, path.name, password, progress)


def read_bytes(
    data: bytes, name: str, password: str | None = None, progress: Progress | None = None
) -> Document:
    """Read an uploaded file. Of `name` only the last part is used, and only to be shown.

    Raises NeedsPassword for an encrypted file, Unreadable for what cannot be read.
    """
    _refuse_size(len(data))
    name = plain_name(name)
    try:
        document = _read(data, name, password, progress)
    except (MemoryError, RecursionError):
        raise Unreadable("This file asks for more memory than is given. It was not read.") from None
    return _remarked(document)


def plain_name(name: str) -> str:
    """Give the last part of a file name, without folders and control characters."""
    last = re.split(r"[/\\]", name)[-1]
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", "", last)[:200] or "document"


def _refuse_size(size: int) -> None:
    if size > LARGEST_FILE:
        raise Unreadable(
            f"This file has {size / 1e6:,.0f} MB; up to {LARGEST_FILE // 1_000_000} MB are read. "
            "Save it with smaller pictures, or split it."
        )
    if size == 0:
        raise Unreadable("This file is empty.")


def _read(data: bytes, name: str, password: str | None, progress: Progress | None) -> Document:
    """Tell by the first bytes what a file is, and read it."""
    head = data[:2048]
    if b"%PDF-" in head[:1024]:
        # slow to import; other formats do not need it
        from extract.documents.read_pdf import read_pdf

        return read_pdf(data, name, password, progress)
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _read_packed(data, name)
    _refuse_known(head, name)
    if _is_html(head, name):
        from extract.documents.read_html import read_html

        return read_html(data, name)
    return read_plain(data, name, "markdown" if name.lower().endswith(_MARKDOWN) else "text")


def _refuse_known(head: bytes, name: str) -> None:
    """Refuse what is known and not read: pictures, old formats, packed files."""
    for start, kind in _PICTURES:
        if head.startswith(start):
            raise Unreadable(_picture(kind, name))
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        raise Unreadable(_picture("WebP", name))
    if head[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif"):
        raise Unreadable(_picture("HEIC", name))
    for start, sentence in _OTHERS:
        if head.startswith(start):
            raise Unreadable(sentence)
    if name.lower().endswith((".pdf", ".docx", ".odt")):
        ending = name.rpartition(".")[2].upper()
        raise Unreadable(
            f"This file is damaged, or no {ending} at all: it does not begin like one."
        )


def _picture(kind: str, name: str) -> str:
    renamed = f" under the name of a .{name.rpartition('.')[2].lower()}" if "." in name else ""
    return (
        f"This is a picture ({kind}){renamed}; it holds no text. Run text recognition (OCR) on it, "
        "or ask for the document itself."
    )


def _read_packed(data: bytes, name: str) -> Document:
    from extract.documents.read_word import Packed, read_docx, read_odt

    packed = Packed(data)
    if "word/document.xml" in packed.names:
        return read_docx(packed, name)
    if "content.xml" in packed.names:
        return read_odt(packed, name)
    raise Unreadable("This packed file is no document: neither Word nor OpenDocument text.")


def _is_html(head: bytes, name: str) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or (
        name.lower().endswith((".html", ".htm", ".xhtml")) and b"<" in start
    )


def _remarked(document: Document) -> Document:
    """Add what is to be said of the language; refuse a document without text."""
    if not document.text.strip():
        raise Unreadable("This document holds no text.")
    notes = list(document.notes)
    if is_right_to_left(document.text):
        notes.append("This text runs from right to left: look whether its order was kept.")
    if language_of(document.text) == "":
        notes.append(
            "This text is in none of the languages whose number words are known (English, French, "
            "Spanish): numbers in digits are found, those in words are not."
        )
    return replace(document, notes=tuple(notes))
