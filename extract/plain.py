"""The bytes of a plain text or Markdown file go in; the document comes out, its text unchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.document import LARGEST_TEXT, Document, Part, Unreadable, too_long

_HEADING = re.compile(r"#{1,6}[ \t]+(.*)")


def read_plain(data: bytes, name: str, form: str) -> Document:
    """Read a text file. Offsets are code points of the file as given.

    Raises Unreadable for bytes that are no text.
    """
    text, notes = decode(data)
    if len(text) > LARGEST_TEXT:
        raise Unreadable(too_long())
    parts: list[Part] = []
    section, paragraph = "", 0
    for start, words in _paragraphs(text):
        heading = _HEADING.match(words)
        if heading:
            section, paragraph = heading[1].strip(" *#")[:120], 0
        else:
            paragraph += 1
        parts.append(Part(start, None, section, paragraph))
    return Document(name, form, text, tuple(parts), tuple(notes))


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Where each paragraph begins, and its first line; lines of only white space part them."""
    at, inside = 0, False
    for line in text.split("\n"):
        if line.strip() and not inside:
            yield at, line.strip("\ufeff \t\r")
        inside = bool(line.strip())
        at += len(line) + 1


def decode(data: bytes) -> tuple[str, list[str]]:
    """Decode UTF-8, UTF-16 with its mark, or the old Western code; say where it was not UTF-8.

    Raises Unreadable for bytes that are no text.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            return data.decode("utf-16"), ["The file was read as UTF-16."]
        except UnicodeDecodeError:
            raise Unreadable("This file begins like a UTF-16 text and is not one.") from None
    if b"\0" in data:
        raise Unreadable("This file is no text: it holds bytes that no text has.")
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        note = "The file is not UTF-8; it was read as Windows-1252. Look whether accents are right."
        return data.decode("cp1252", errors="replace"), [note]
