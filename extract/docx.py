"""The bytes of a DOCX file go in; the document comes out: changes accepted, comments left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from extract.document import Document, Unreadable, Writer
from extract.packed import Packed, local

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE = frozenset(
    [
        "del",
        "moveFrom",
        "instrText",
        "delText",
        "delInstrText",
        "pPr",
        "rPr",
        "Fallback",
        "sdtPr",
        "commentReference",
    ]
)
_CHANGES = frozenset(["ins", "del", "moveFrom", "moveTo"])
_HEADING = re.compile(r"(?:heading|titre|título|titulo|überschrift|überschrift)\s*([1-6])", re.I)
_NOTE_PARTS = {"footnoteReference": "word/footnotes.xml", "endnoteReference": "word/endnotes.xml"}


def read_docx(data: bytes, name: str) -> Document:
    """Read a Word document. Raises Unreadable for what is broken or no Word document."""
    packed = Packed(data)
    if "word/document.xml" not in packed.names:
        raise Unreadable("This is no Word document: it has no text part.")
    root = packed.xml("word/document.xml")
    reader = _Reader(
        _styles(packed), {kind: _notes(packed, part) for kind, part in _NOTE_PARTS.items()}
    )
    body = next((child for child in root if local(child.tag) == "body"), root)
    reader.blocks(body)
    return reader.writer.document(name, "docx", _remarks(packed, reader.changes))


def _remarks(packed: Packed, changes: bool) -> list[str]:
    """Say what was accepted, left out, and not fetched or run."""
    said = []
    if changes:
        said.append("Tracked changes were read as accepted.")
    if "word/comments.xml" in packed.names:
        said.append("Comments were left out.")
    if any(re.match(r"word/(?:header|footer)\d*\.xml", part) for part in packed.names):
        said.append("The heads and feet of the pages were left out.")
    if any("vbaproject" in part.lower() for part in packed.names):
        said.append("The file holds macros; they were not run.")
    if any(part.startswith("word/embeddings/") for part in packed.names):
        said.append("Files embedded in the document were not opened.")
    if any(_reaches_out(packed, part) for part in packed.names if part.endswith(".rels")):
        said.append("The file refers to things outside of it; nothing was fetched.")
    return said


def _reaches_out(packed: Packed, part: str) -> bool:
    """Say whether a part refers to something outside that is more than a link to click."""
    return any(
        relation.get("TargetMode") == "External"
        and not relation.get("Type", "").endswith("hyperlink")
        for relation in packed.xml(part)
    )


def _styles(packed: Packed) -> dict[str, int]:
    """Give the heading level of each style that has one."""
    levels: dict[str, int] = {}
    if "word/styles.xml" not in packed.names:
        return levels
    for style in packed.xml("word/styles.xml"):
        ident = style.get(f"{_W}styleId", "")
        name = next(
            (child.get(f"{_W}val", "") for child in style if local(child.tag) == "name"), ""
        )
        found = _HEADING.match(name) or _HEADING.match(ident)
        if found:
            levels[ident] = int(found[1])
        elif name.lower() == "title":
            levels[ident] = 1
    return levels


def _notes(packed: Packed, part: str) -> dict[str, Element]:
    """Give the footnotes or endnotes by their ids; separators are none."""
    if part not in packed.names:
        return {}
    return {
        note.get(f"{_W}id", ""): note for note in packed.xml(part) if note.get(f"{_W}type") is None
    }


class _Reader:
    """Walks through blocks; footnotes and text boxes are kept until their paragraph ends."""

    def __init__(self, levels: dict[str, int], notes: dict[str, dict[str, Element]]) -> None:
        self.writer = Writer()
        self.levels = levels
        self.notes = notes
        self.changes = False
        self.count = 0
        self.waiting: list[tuple[str, Element]] = []

    def blocks(self, parent: Element) -> None:
        """Read paragraphs and tables, inside content controls and the like too."""
        for child in parent:
            match local(child.tag):
                case "p":
                    self.paragraph(child)
                case "tbl":
                    self.table(child)
                case "del" | "moveFrom" | "Fallback" | "sdtPr" | "sectPr":
                    self.changes = self.changes or local(child.tag) != "sectPr"
                case _:
                    self.blocks(child)

    def paragraph(self, element: Element) -> None:
        """Read one paragraph, then the footnotes and text boxes that hang on it."""
        text = "".join(self.words(element))
        style = element.find(f"{_W}pPr/{_W}pStyle")
        level = self.level(style.get(f"{_W}val", "")) if style is not None else 0
        is_item = element.find(f"{_W}pPr/{_W}numPr") is not None and not level
        self.writer.add(f"- {text.strip()}" if is_item and text.strip() else text, level)
        self.hanging()

    def level(self, style: str) -> int:
        """Give the heading level of a style, by what is said of it or else by its name."""
        named = _HEADING.match(style)
        return self.levels.get(style, int(named[1]) if named else 0)

    def hanging(self) -> None:
        """Read the footnotes and text boxes that wait."""
        while self.waiting:
            mark, element = self.waiting.pop(0)
            if mark:
                words = " ".join("".join(self.words(p)) for p in element.iter(f"{_W}p"))
                self.writer.add(f"<sup>{mark}</sup> {words.strip()}")
            else:
                self.blocks(element)

    def table(self, element: Element) -> None:
        """Read each row as one line of cells; a table inside a cell follows its row."""
        for row in element.iter(f"{_W}tr"):
            cells = []
            for cell in row:
                if local(cell.tag) in ("tc", "sdt"):
                    inside = cell.iter(f"{_W}p")
                    cells.append(" ".join("".join(self.words(p)).strip() for p in inside).strip())
            if any(cells):
                self.writer.add("| " + " | ".join(cells) + " |")
            self.hanging()

    def words(self, element: Element) -> Iterator[str]:
        """Give the text of a paragraph as it stands after all changes."""
        for child in element:
            kind = local(child.tag)
            self.changes = self.changes or kind in _CHANGES
            if kind in _GONE:
                continue
            if kind == "t":
                yield child.text or ""
            elif kind in ("tab", "br", "cr"):
                yield "\n" if kind != "tab" else " "
            elif kind == "noBreakHyphen":
                yield "\u2011"
            elif kind in _NOTE_PARTS:
                yield self.note(kind, child.get(f"{_W}id", ""))
            elif kind == "txbxContent":
                self.waiting.append(("", child))
            elif kind == "r":
                yield from self.run(child)
            else:
                yield from self.words(child)

    def run(self, element: Element) -> Iterator[str]:
        """Give the text of a run; raised text is marked, hidden text left out."""
        if element.find(f"{_W}rPr/{_W}vanish") is not None:
            return
        raised = element.find(f"{_W}rPr/{_W}vertAlign")
        text = "".join(self.words(element))
        is_raised = raised is not None and raised.get(f"{_W}val") == "superscript"
        yield f"<sup>{text}</sup>" if is_raised and text.strip() and "<sup>" not in text else text

    def note(self, kind: str, ident: str) -> str:
        """Give the mark of a note, and let its text wait."""
        note = self.notes[kind].get(ident)
        if note is None:
            return ""
        self.count += 1
        self.waiting.append((str(self.count), note))
        return f"<sup>{self.count}</sup>"
