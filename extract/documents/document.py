"""A document as text with its pages or paragraphs, and the reader of plain text and Markdown."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

LARGEST_FILE = 50_000_000
LARGEST_UNPACKED = 200_000_000
LARGEST_TEXT = 5_000_000
MOST_PAGES = 2_000
Progress = Callable[[float], None]  # told the share that is done, 0 to 1


class Unreadable(Exception):
    """A file that is not read; its message says why and what to do, in one or two sentences."""


class NeedsPassword(Unreadable):
    """A file that is encrypted, and no password or a wrong one was given."""


@dataclass(frozen=True)
class Part:
    """Where a page or a paragraph begins: `start` is a code point of the text.

    `page` is None where the format has no pages; `section` is the last heading before it and
    `paragraph` counts the paragraphs since that heading, from 1.
    """

    start: int
    page: int | None
    section: str = ""
    paragraph: int = 0

    @property
    def label(self) -> str:
        """The place in words: "page 3", or "Findings, paragraph 2"."""
        if self.page is not None:
            return f"page {self.page}"
        paragraph = f"paragraph {self.paragraph}"
        return f"{self.section}, {paragraph}" if self.section else paragraph


@dataclass(frozen=True)
class Document:
    """A document as read. `notes` are sentences about what was left out or taken as accepted."""

    name: str
    form: str
    text: str
    parts: tuple[Part, ...]
    notes: tuple[str, ...] = ()

    @cached_property
    def _starts(self) -> list[int]:
        return [part.start for part in self.parts]

    def where(self, offset: int) -> Part:
        """Give the page or paragraph that holds a code point of the text."""
        index = bisect_right(self._starts, offset) - 1
        return self.parts[max(index, 0)] if self.parts else Part(0, None, "", 1)


@dataclass
class Writer:
    """Collects paragraphs into a text and remembers where each begins."""

    pieces: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    length: int = 0
    section: str = ""
    paragraph: int = 0

    def add(
        self,
        text: str,
        level: int = 0,
        page: int | None = None,
        turns: tuple[tuple[int, int], ...] = (),
    ) -> None:
        """Add one paragraph, or a heading of that level; empty ones are passed over.

        `page` is where it begins, `turns` where in it each further page does, and which.
        Raises Unreadable where the text grows too long.
        """
        text = text.strip()
        if not text:
            return
        if level:
            self.section, self.paragraph = " ".join(text.split())[:120], 0
        else:
            self.paragraph += 1
        mark = f"{'#' * min(level, 6)} " if level else ""
        row = not mark and page is None and self._row(text)
        between = "" if not self.pieces else "\n" if row else "\n\n"
        begins = self.length + len(between)
        for at, of in ((0, page), *((len(mark) + at, turned) for at, turned in turns)):
            self.parts.append(Part(begins + at, of, self.section, self.paragraph))
        self.pieces.append(between + mark + text)
        self.length += len(self.pieces[-1])
        if self.length > LARGEST_TEXT:
            raise Unreadable(too_long())

    def _row(self, text: str) -> bool:
        before = self.pieces[-1] if self.pieces else ""
        return text.startswith("| ") and before.lstrip("\n").startswith("| ")

    def document(self, name: str, form: str, notes: list[str]) -> Document:
        """Give the document that the paragraphs make."""
        text = "".join(self.pieces) + ("\n" if self.pieces else "")
        return Document(name, form, text, tuple(self.parts), tuple(notes))


def too_long() -> str:
    """Say that a text is too long to be read."""
    return (
        f"This document holds more than {LARGEST_TEXT // 1_000_000} million characters of text, "
        "more than is read. Split it and read the parts."
    )


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
