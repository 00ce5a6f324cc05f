"""The bytes of an ODT file go in; the document comes out: changes accepted, comments left out."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from extract.document import Document, NeedsPassword, Unreadable, Writer
from extract.packed import Packed, local

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"


def read_odt(data: bytes, name: str) -> Document:
    """Read an OpenDocument text. Raises Unreadable for what is broken or encrypted."""
    packed = Packed(data)
    if "content.xml" not in packed.names:
        raise Unreadable("This is no OpenDocument text: it has no text part.")
    if "META-INF/manifest.xml" in packed.names and b"encryption-data" in packed.read(
        "META-INF/manifest.xml"
    ):
        raise NeedsPassword(
            "This document is encrypted. Open it in its own program with the password and"
            " save it without one."
        )
    root = packed.xml("content.xml")
    reader = _Reader(_raised(root))
    body = next(
        (one for one in root.iter() if local(one.tag) == "text" and one.tag != f"{_TEXT}text"), root
    )
    reader.blocks(body, "")
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


class _Reader:
    """Walks through blocks; footnotes and text boxes are kept until their paragraph ends."""

    def __init__(self, raised: frozenset[str]) -> None:
        self.writer = Writer()
        self.raised = raised
        self.waiting: list[tuple[str, Element]] = []
        self.count = 0

    def blocks(self, parent: Element, mark: str) -> None:
        """Read paragraphs, headings, lists and tables; `mark` stands before list items."""
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
                    self.row(child)
                case "tracked-changes" | "annotation" | "sequence-decls" | "forms":
                    continue
                case "list-item":
                    self.blocks(child, "- ")
                case _:
                    self.blocks(child, mark)

    def row(self, element: Element) -> None:
        """Read one row of a table as a line."""
        cells = [
            " ".join("".join(self.words(p)).strip() for p in cell.iter(f"{_TEXT}p"))
            for cell in element
        ]
        if any(cells):
            self.writer.add("| " + " | ".join(cells) + " |")
        self.hanging()

    def hanging(self) -> None:
        """Read the footnotes and text boxes that wait."""
        while self.waiting:
            mark, element = self.waiting.pop(0)
            if mark:
                words = " ".join("".join(self.words(p)).strip() for p in element.iter(f"{_TEXT}p"))
                self.writer.add(f"<sup>{mark}</sup> {words}")
            else:
                self.blocks(element, "")

    def words(self, element: Element) -> Iterator[str]:
        """Give the text of a paragraph."""
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
                self.count += 1
                self.waiting.append((str(self.count), child))
                yield f"<sup>{self.count}</sup>"
            case "text-box":
                self.waiting.append(("", child))
            case "annotation" | "annotation-end" | "tracked-changes":
                return
            case "span" if child.get(f"{_TEXT}style-name") in self.raised:
                text = "".join(self.words(child))
                yield f"<sup>{text}</sup>" if text.strip() else text
            case _:
                yield from self.words(child)
