"""Reads an HTML page. Nothing in it is run or fetched."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

from extract.documents.document import Document, Unreadable, Writer, decode
from language.lexicon import word_set

_OUT = word_set("script style noscript template svg iframe object head canvas audio video")
_BLOCKS = word_set(
    "p div section article aside header footer main nav ul ol dl dt dd table thead tbody "
    "tfoot blockquote figure figcaption address form fieldset pre hr body html br details "
    "summary"
)
_EMPTY = word_set("br hr img input meta link area base col embed source track wbr")
# What begins something that has an end, and the end that it has. A conditional section of old
# Windows pages has an end of its own.
_ENDS = (
    (re.compile(r"<"), ">"),
    (re.compile(r"<(?=!--)"), "-->"),
    (re.compile(r"<(?=!\[(?!\s*(?:if|else|endif)\b))", re.I), "]]>"),
    (re.compile(r"<(?=!\[)"), "]>"),
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{1,40})", re.I)


def read_html(data: bytes, name: str) -> Document:
    """Read a page. Raises Unreadable for bytes that are no text and for too much text."""
    text, notes = _decode(data)
    parser = _Parser()
    try:
        parser.feed(_ended(text))
        parser.close()
    except AssertionError:  # so it says that it knows no such section
        raise Unreadable(
            "This page is damaged: a part that begins with <![ is no part of a page. "
            "Take it out, or give the page as text."
        ) from None
    parser.end_row()
    parser.flush()
    if parser.scripts:
        notes.append("Scripts and other running parts were left out; nothing was run or fetched.")
    return parser.writer.document(name, "html", notes)


def _ended(text: str) -> str:
    """The page with what begins a tag, a comment or a section that never ends as words.

    The parser would look for each such end to the end of the page.
    """
    for begins, end in _ENDS:
        last = text.rfind(end) + 1
        text = text[:last] + begins.sub("&lt;", text[last:])
    return text


def _decode(data: bytes) -> tuple[str, list[str]]:
    named = _CHARSET.search(data[:4096])
    if named:
        try:
            return data.decode(named[1].decode("ascii")), []
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


class _Parser(HTMLParser):
    """Collects the words of each block; `deep` counts the open elements that are left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.writer = Writer()
        self.words: list[str] = []
        self.level = 0
        self.deep: list[str] = []
        self.in_deep: Counter[str] = Counter()
        self.cells: list[str] | None = None
        self.in_cell = False
        self.scripts = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, cell or left-out element."""
        hidden = any(
            name == "hidden" or (name == "style" and _hides(value)) for name, value in attrs
        )
        if tag not in _EMPTY and (tag in _OUT or self.deep or hidden):
            self.deep.append(tag)
            self.in_deep[tag] += 1
            self.scripts = self.scripts or tag in ("script", "iframe", "object")
        elif tag == "tr":
            self.end_row()
            self.flush()
            self.cells = []
        elif tag in ("td", "th") and self.cells is not None:
            self.end_cell()
            self.in_cell = True
        elif tag == "sup":
            self.words.append("<sup>")
        elif tag == "br" and self.cells is not None:
            self.words.append(" ")
        elif tag == "li":
            self.flush()
            self.words.append("- ")
        elif re.fullmatch(r"h[1-6]", tag):
            self.flush()
            self.level = int(tag[1])
        elif tag in _BLOCKS and self.cells is None:
            self.flush()

    def handle_endtag(self, tag: str) -> None:
        """End what was begun; an end tag without its beginning changes nothing."""
        if self.deep:
            while self.in_deep[tag]:
                last = self.deep.pop()
                self.in_deep[last] -= 1
                if last == tag:
                    break
        elif tag in ("td", "th"):
            self.end_cell()
        elif tag in ("tr", "table"):
            self.end_row()
        elif tag == "sup":
            self.words.append("</sup>")
        elif (tag in _BLOCKS and self.cells is None) or tag == "li" or re.fullmatch(r"h[1-6]", tag):
            self.flush()

    def end_cell(self) -> None:
        """Keep the words of the cell that is open, if one is."""
        if self.cells is not None:
            if self.in_cell:
                self.cells.append(" ".join("".join(self.words).split()))
            self.words, self.in_cell = [], False

    def end_row(self) -> None:
        """Write the row that is open, if one is."""
        if self.cells is not None:
            self.end_cell()
            row, self.cells = self.cells, None
            self.words = ["| " + " | ".join(row) + " |"] if any(row) else []
            self.flush()

    def handle_data(self, data: str) -> None:
        """Take the words of what is shown."""
        if not self.deep:
            self.words.append(data)

    def flush(self) -> None:
        """Write the block that is open."""
        text = " ".join("".join(self.words).split())
        self.words = []
        if text not in ("", "-"):
            self.writer.add(text, self.level)
        self.level = 0


def _hides(style: str | None) -> bool:
    return bool(style and re.search(r"display\s*:\s*none|visibility\s*:\s*hidden", style, re.I))
