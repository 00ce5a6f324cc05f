"""The bytes of a workbook go in; the cells of its sheets, as text, come out."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

from export.columns import as_text

Sheets = dict[str, list[list[str]]]  # by the title of the sheet, in the order of the workbook

LARGEST = 50_000_000  # bytes of all parts together, unpacked
COLUMNS = 200  # cells further to the right are not ours
ROWS = 20_000
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_CELL = re.compile("([A-Z]{1,3})([0-9]{1,7})")


def read_sheets(data: bytes) -> Sheets | None:
    """Every sheet, hidden ones too; None where this is no workbook that can be read.

    A number is written as in our own sheets, a formula gives the value that was kept with it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > LARGEST:
                return None
            return _sheets(packed)
    except Exception:  # anyone's file: what is wrong in it has many names
        return None


def _sheets(packed: zipfile.ZipFile) -> Sheets:
    shared: list[str] = []
    if "xl/sharedStrings.xml" in packed.namelist():
        shared = [_text(one) for one in _xml(packed, "xl/sharedStrings.xml") if _is(one, "si")]
    targets = {
        one.get("Id", ""): one.get("Target", "")
        for one in _xml(packed, "xl/_rels/workbook.xml.rels")
    }
    found: Sheets = {}
    for sheet in _xml(packed, "xl/workbook.xml").iter():
        if _is(sheet, "sheet"):
            target = targets[sheet.get(RELATION, "")]
            path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if "worksheets/" in path:
                found[sheet.get("name", "")] = _lines(_xml(packed, path), shared)
    return found


def _lines(sheet: ElementTree.Element, shared: list[str]) -> list[list[str]]:
    lines: list[list[str]] = []
    for cell in (one for one in sheet.iter() if _is(one, "c")):
        place = _CELL.fullmatch(cell.get("r", ""))
        if place is None:
            raise ValueError("a cell without a place")
        at, across = int(place[2]) - 1, _number_of(place[1])
        if at < ROWS and across < COLUMNS and (text := _value(cell, shared)):
            lines += [[] for _missing in range(at + 1 - len(lines))]
            lines[at] += [""] * (across + 1 - len(lines[at]))
            lines[at][across] = text
    return lines


def _value(cell: ElementTree.Element, shared: list[str]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return "".join(_text(one) for one in cell if _is(one, "is"))
    held = next((one.text or "" for one in cell if _is(one, "v")), "")
    if kind == "s":
        return shared[int(held)]
    return as_text(float(held)) if kind == "n" and held else _read(held)


def _text(held: ElementTree.Element) -> str:
    """The text of a cell, in one piece or in several with styles; a reading aid is left out."""
    said = []
    for one in held:
        if _is(one, "t"):
            said.append(one.text or "")
        elif _is(one, "r"):
            said += [inner.text or "" for inner in one if _is(inner, "t")]
    return _read("".join(said))


def _read(text: str) -> str:
    """A text with its escapes, `_x000D_`, taken back."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _xml(packed: zipfile.ZipFile, path: str) -> ElementTree.Element:
    held = packed.read(path)
    if b"<!DOCTYPE" in held or b"<!ENTITY" in held:
        raise ValueError("a workbook declares no entities")
    return ElementTree.fromstring(held)


def _is(one: ElementTree.Element, name: str) -> bool:
    return one.tag.rpartition("}")[2] == name


def _number_of(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
