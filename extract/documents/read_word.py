"""Reads Word files (.docx) and OpenDocument texts (.odt), changes accepted, comments left out.

Their parts are never unpacked to disk.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from extract.documents.document import (
    LARGEST_UNPACKED,
    Document,
    NeedsPassword,
    Unreadable,
    Writer,
    too_long,
)
from language.lexicon import word_set

_BROKEN = (
    "This file is damaged: it cannot be unpacked. Open it in the program that"
    " made it and save it again."
)
_BOMB = "This file unpacks to far more than its size, as no honest document does. It was not read."
_LARGEST_XML = 60_000_000
_MOST_PARTS = 20_000
_MOST_TIMES = 500
_DEEPEST = 400


class Packed:
    """The parts of a packed file, read with a limit on what all of them may unpack to."""

    def __init__(self, data: bytes) -> None:
        """Open it. Raises Unreadable for a broken file or one that unpacks to too much."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except Exception:  # anyone's file: what is wrong in it has many names
            raise Unreadable(_BROKEN) from None
        infos = self._zip.infolist()
        whole = sum(info.file_size for info in infos)
        packed = sum(info.compress_size for info in infos)
        if len(infos) > _MOST_PARTS or whole > LARGEST_UNPACKED:
            raise Unreadable(_BOMB)
        if whole > 20_000_000 and whole > _MOST_TIMES * max(packed, 1):
            raise Unreadable(_BOMB)
        self.names = frozenset(info.filename for info in infos)
        self._left = LARGEST_UNPACKED

    def read(self, name: str) -> bytes:
        """Give one part. Raises Unreadable where it is damaged, encrypted or too large."""
        try:
            with self._zip.open(name) as part:
                data = part.read(self._left + 1)
        except RuntimeError as error:
            if isinstance(error, NotImplementedError):  # packed in a way that nobody knows
                raise Unreadable(_BROKEN) from None
            raise Unreadable("This file is encrypted. Save it without a password.") from None
        except Exception:  # anyone's file: what is wrong in it has many names
            raise Unreadable(_BROKEN) from None
        self._left -= len(data)
        if self._left < 0:
            raise Unreadable(_BOMB)
        return data

    def xml(self, name: str) -> ElementTree.Element:
        """Give one XML part. Raises Unreadable where it is no plain XML."""
        data = self.read(name)
        head = data[:4096].replace(b"\0", b"")
        if b"<!DOCTYPE" in head or b"<!ENTITY" in data.replace(b"\0", b"")[:1_000_000]:
            raise Unreadable(
                "This file holds a kind of XML that no document needs. It was not read."
            )
        if len(data) > _LARGEST_XML:
            raise Unreadable(too_long())
        try:
            return _parse(data)
        except (ElementTree.ParseError, ValueError, LookupError):
            raise Unreadable(_BROKEN) from None


def _parse(data: bytes) -> ElementTree.Element:
    """Parse XML; nothing nested deeper than any real document is read on."""
    depth = 0
    root: ElementTree.Element | None = None
    for event, element in ElementTree.iterparse(io.BytesIO(data), events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            raise ValueError("nested too deep")
        root = element
    if root is None:
        raise ValueError("empty")
    return root


def local(tag: object) -> str:
    """Give the name of an element without its namespace."""
    return re.sub(r"^\{[^}]*\}", "", tag) if isinstance(tag, str) else ""


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE = word_set(
    "del moveFrom instrText delText delInstrText pPr rPr Fallback sdtPr commentReference"
)
_CHANGES = frozenset(["ins", "del", "moveFrom", "moveTo"])
_HEADING = re.compile(r"(?:heading|titre|título|titulo|überschrift|überschrift)\s*([1-6])", re.I)
_NOTE_PARTS = {"footnoteReference": "word/footnotes.xml", "endnoteReference": "word/endnotes.xml"}


def read_docx(packed: Packed, name: str) -> Document:
    """Read a Word document. Raises Unreadable for what is broken."""
    root = packed.xml("word/document.xml")
    reader = _DocxReader(
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

    paragraph_tag: str

    def __init__(self) -> None:
        self.writer = Writer()
        self.waiting: list[tuple[str, Element]] = []
        self.count = 0

    def blocks(self, parent: Element, mark: str = "") -> None:
        """Read paragraphs, headings, lists and tables; `mark` stands before list items."""
        raise NotImplementedError

    def words(self, element: Element) -> Iterator[str]:
        """Give the text of a paragraph as it stands after all changes."""
        raise NotImplementedError

    def line(self, element: Element) -> str:
        """Give all the paragraphs of a cell or note as one line."""
        inside = element.iter(self.paragraph_tag)
        return " ".join("".join(self.words(p)).strip() for p in inside).strip()

    def row(self, cells: list[Element]) -> None:
        """Read one row of a table as a line, then what hangs on it."""
        lines = [self.line(cell) for cell in cells]
        if any(lines):
            self.writer.add("| " + " | ".join(lines) + " |")
        self.hanging()

    def note(self, note: Element) -> str:
        """Give the mark of a note, and let its text wait."""
        self.count += 1
        self.waiting.append((str(self.count), note))
        return f"<sup>{self.count}</sup>"

    def hanging(self) -> None:
        """Read the footnotes and text boxes that wait."""
        while self.waiting:
            mark, element = self.waiting.pop(0)
            if mark:
                self.writer.add(f"<sup>{mark}</sup> {self.line(element)}")
            else:
                self.blocks(element)


class _DocxReader(_Reader):
    """Walks through a Word document, inside content controls and the like too."""

    paragraph_tag = f"{_W}p"

    def __init__(self, levels: dict[str, int], notes: dict[str, dict[str, Element]]) -> None:
        super().__init__()
        self.levels = levels
        self.notes = notes
        self.changes = False

    def blocks(self, parent: Element, mark: str = "") -> None:
        for child in parent:
            match local(child.tag):
                case "p":
                    self.paragraph(child)
                case "tbl":
                    for row in child.iter(f"{_W}tr"):  # a table inside a cell follows its row
                        self.row([cell for cell in row if local(cell.tag) in ("tc", "sdt")])
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

    def words(self, element: Element) -> Iterator[str]:
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
                note = self.notes[kind].get(child.get(f"{_W}id", ""))
                yield "" if note is None else self.note(note)
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


_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"


def read_odt(packed: Packed, name: str) -> Document:
    """Read an OpenDocument text. Raises Unreadable for what is broken or encrypted."""
    if "META-INF/manifest.xml" in packed.names and b"encryption-data" in packed.read(
        "META-INF/manifest.xml"
    ):
        raise NeedsPassword(
            "This document is encrypted. Open it in its own program with the password and"
            " save it without one."
        )
    root = packed.xml("content.xml")
    reader = _OdtReader(_raised(root))
    body = next(
        (one for one in root.iter() if local(one.tag) == "text" and one.tag != f"{_TEXT}text"), root
    )
    reader.blocks(body)
    notes = []
    if any(local(one.tag) == "tracked-changes" for one in root.iter()):
        notes.append("Tracked changes were read as accepted.")
    if any(local(one.tag) == "annotation" for one in root.iter()):
        notes.append("Comments were left out.")
    if any(part.startswith(("Basic/", "Scripts/")) for part in packed.names):
        notes.append("The file holds macros; they were not run.")
    return reader.writer.document(name, "odt", notes)


def _raised(root: Element) -> frozenset[str]:
    """Give the names of the styles whose text stands raised."""
    return frozenset(
        style.get(f"{_STYLE}name", "")
        for style in root.iter(f"{_STYLE}style")
        for child in style
        if str(child.get(f"{_STYLE}text-position", "")).startswith(("super", "33", "58"))
    )


class _OdtReader(_Reader):
    """Walks through an OpenDocument text."""

    paragraph_tag = f"{_TEXT}p"

    def __init__(self, raised: frozenset[str]) -> None:
        super().__init__()
        self.raised = raised

    def blocks(self, parent: Element, mark: str = "") -> None:
        for child in parent:
            match local(child.tag):
                case "h":
                    level = child.get(f"{_TEXT}outline-level", "1")
                    self.writer.add(
                        "".join(self.words(child)), int(level) if level.isdigit() else 1
                    )
                case "p":
                    text = "".join(self.words(child)).strip()
                    self.writer.add(f"{mark}{text}" if text else "")
                    self.hanging()
                case "table-row":
                    self.row(list(child))
                case "tracked-changes" | "annotation" | "sequence-decls" | "forms":
                    continue
                case "list-item":
                    self.blocks(child, "- ")
                case _:
                    self.blocks(child, mark)

    def words(self, element: Element) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            yield from self.inline(child)
            yield child.tail or ""

    def inline(self, child: Element) -> Iterator[str]:
        """Give the text of one piece inside a paragraph."""
        match local(child.tag):
            case "s":
                count = child.get(f"{_TEXT}c", "1")
                yield " " * min(int(count) if count.isdigit() else 1, 20)
            case "tab":
                yield " "
            case "line-break":
                yield "\n"
            case "note":
                yield self.note(child)
            case "text-box":
                self.waiting.append(("", child))
            case "annotation" | "annotation-end" | "tracked-changes":
                return
            case "span" if child.get(f"{_TEXT}style-name") in self.raised:
                text = "".join(self.words(child))
                yield f"<sup>{text}</sup>" if text.strip() else text
            case _:
                yield from self.words(child)
