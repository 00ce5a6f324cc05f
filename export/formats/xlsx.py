"""A figure as a workbook with its numbers, quotes, table and sources, and read back from it."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import datetime
from itertools import zip_longest
from xml.etree import ElementTree

import xlsxwriter
from pydantic import TypeAdapter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_cell_to_rowcol
from xlsxwriter.worksheet import Worksheet

from charts.captions import plain as written_out
from charts.spec import Cell, ChartSpec, Evidence, Table
from export.figures import Job
from export.receipt import Receipt
from export.receipt_diff import different_rows, wrong_version
from export.receipt_io import COLUMNS, Column, Row, as_number, as_text, from_json, to_row
from export.slides.chart_series import number_format
from facts.format_value import parted
from facts.partial_dates import first_day
from words import _, translate

Sheets = dict[str, list[list[str]]]  # by the title of the sheet, in the order of the workbook

LARGEST = 50_000_000  # bytes of all parts together, unpacked
MOST_COLUMNS = 200  # cells further to the right are not ours
MOST_ROWS = 20_000
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_CELL = re.compile("[A-Z]{1,3}[0-9]{1,7}")
RECEIPT = "Receipt"  # the hidden sheet that lets the file be checked
PIECE = 30_000  # letters of a text in one cell; a cell holds 32,767
QUOTED = ("says", "label", "quote", "document", "section", "citation", "ref")
WIDTHS = {"says": 18, "label": 42, "quote": 70, "citation": 50, "document": 14, "ref": 36}
WIDTH = 16
EMPTY = datetime(2000, 1, 1)  # the date of a file whose facts have none


def write(job: Job) -> bytes:
    """The whole workbook: no cell is a formula, the same job gives the same bytes."""
    out = io.BytesIO()
    given = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, given | {"strings_to_numbers": False})
    receipt, spec = job.receipt, job.spec
    made = first_day(receipt.newest) if receipt.newest else EMPTY
    created = datetime(made.year, made.month, made.day)
    book.set_properties(
        {"title": receipt.title[:255], "subject": receipt.code, "comments": "", "created": created}
    )
    book.set_custom_property("Receipt", f"{receipt.code} {receipt.version}")
    styles = {
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "cell": book.add_format({"text_wrap": True, "valign": "top"}),
    }
    numbers = tuple(c for c in COLUMNS if c.key not in ("section", "quote", "citation"))
    by_key = {column.key: column for column in COLUMNS}
    _items(book, _("Numbers"), receipt.items, numbers, styles)
    _items(book, _("Quotes"), receipt.items, tuple(by_key[key] for key in QUOTED), styles)
    drawn = drawn_table(spec, receipt)
    sheet = book.add_worksheet(_("As drawn"))
    for at, line in enumerate([list(drawn.columns), *([c.text for c in r] for r in drawn.rows)]):
        _texts(sheet, at, line, styles["cell" if at else "head"])
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, len(drawn.columns) - 1, 24)
    _about(book.add_worksheet(_("About")), job, styles)
    _receipt(book.add_worksheet(RECEIPT), receipt, drawn)
    book.close()
    return out.getvalue()


def read_receipt(data: bytes) -> Receipt | None:
    """The receipt in the hidden sheet."""
    sheets = read_sheets(data)
    return _told(sheets)[0] if sheets else None


def differences(data: bytes, now: Receipt | None) -> tuple[str, ...]:
    """Where a sheet is no longer what the receipt in the file says; `now` is not needed."""
    sheets = read_sheets(data) or {}
    receipt, drawn = _told(sheets)
    if receipt is None:
        return ()
    found = list(wrong_version(receipt))
    rows = _rows(sheets)
    for there in rows.values():
        found += different_rows(there, receipt)
    if len(rows) < 2:
        found.append(_("A sheet with a row for each fact is missing, or its columns are."))
    if drawn not in [_trimmed(lines) for lines in sheets.values()]:
        found.append(_("The sheet with the table of the chart was changed, or is missing."))
    return tuple(dict.fromkeys(found))


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
        place = cell.get("r", "")
        if not _CELL.fullmatch(place):
            raise ValueError("a cell without a place")
        at, across = xl_cell_to_rowcol(place)
        if at < MOST_ROWS and across < MOST_COLUMNS and (text := _value(cell, shared)):
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
    return as_text(float(held)) if kind == "n" and held else _unescaped(held)


def _text(held: ElementTree.Element) -> str:
    """The text of a cell, in one piece or in several with styles; a reading aid is left out."""
    said = []
    for one in held:
        if _is(one, "t"):
            said.append(one.text or "")
        elif _is(one, "r"):
            said += [inner.text or "" for inner in one if _is(inner, "t")]
    return _unescaped("".join(said))


def _unescaped(text: str) -> str:
    """A text with its escapes, `_x000D_`, taken back."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _xml(packed: zipfile.ZipFile, path: str) -> ElementTree.Element:
    held = packed.read(path)
    if b"<!DOCTYPE" in held or b"<!ENTITY" in held:
        raise ValueError("a workbook declares no entities")
    return ElementTree.fromstring(held)


def _is(one: ElementTree.Element, name: str) -> bool:
    return one.tag.rpartition("}")[2] == name


def drawn_table(spec: ChartSpec, receipt: Receipt) -> Table:
    """The table of the chart with what may be said of each row before it, in a column `says`."""
    said = {one.ref: one.says for one in receipt.items}
    found = ["; ".join(map(written_out, numbers)) for numbers in spec.drawing.numbers]
    if len(found) != len(spec.table.rows):
        found = [
            "; ".join(c.text for c in cells if c.ref and c.text and said.get(c.ref) == c.text)
            for cells in spec.table.rows
        ]
    lines = [(Cell(says), *cells) for says, cells in zip(found, spec.table.rows, strict=True)]
    return Table((_("says"), *spec.table.columns), tuple(lines))


def _items(
    book: xlsxwriter.Workbook,
    title: str,
    items: tuple[Evidence, ...],
    columns: tuple[Column, ...],
    styles: dict[str, Format],
) -> None:
    """A sheet with a row for each item."""
    sheet = book.add_worksheet(title)
    _texts(sheet, 0, [translate(column.label) for column in columns], styles["head"])
    for at, one in enumerate(items, start=1):
        told = to_row(one)
        for place, column in enumerate(columns):
            number = as_number(told[column.key]) if column.number else None
            if number is None:
                sheet.write_string(at, place, told[column.key], styles["cell"])
            else:
                sheet.write_number(at, place, number, _as_said(book, one, number, styles))
    for place, column in enumerate(columns):
        sheet.set_column(place, place, WIDTHS.get(column.key, WIDTH))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(items), len(columns) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _as_said(
    book: xlsxwriter.Workbook, one: Evidence, number: float, styles: dict[str, Format]
) -> Format:
    """A number is shown with the words before it: a cell that holds 100 reads "over 100"."""
    if one.bound in ("exact", "range") and not parted(one.says)[2]:
        return styles["cell"]
    pattern = number_format(one.says, number)
    if pattern not in styles:
        styles[pattern] = book.add_format({"num_format": pattern, "valign": "top"})
    return styles[pattern]


def _about(sheet: Worksheet, job: Job, styles: dict[str, Format]) -> None:
    receipt, spec = job.receipt, job.spec
    lines = [
        (_("Title"), receipt.title),
        (_("What is shown"), spec.subtitle),
        (_("Note"), receipt.note),
        (_("Source"), receipt.source),
        *((_("Citation"), text) for text in dict.fromkeys(one.citation for one in receipt.items)),
        (_("View"), receipt.view),
        (_("Link"), receipt.link),
        (_("Data version"), receipt.version),
        (_("Code"), receipt.code),
    ]
    for at, (term, text) in enumerate(line for line in lines if line[1]):
        sheet.write_string(at, 0, term, styles["head"])
        sheet.write_string(at, 1, text[:PIECE], styles["cell"])
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 110)


def _receipt(sheet: Worksheet, receipt: Receipt, drawn: Table) -> None:
    """In pieces: column A says which text a piece is of."""
    lines = [drawn.columns, *([cell.text for cell in cells] for cells in drawn.rows)]
    texts = {
        "receipt": receipt.as_json(),
        "columns": json.dumps({translate(column.label): column.key for column in COLUMNS}),
        "drawn": json.dumps(_trimmed([list(line) for line in lines])),
    }
    at = 0
    for name, text in texts.items():
        for start in range(0, len(text), PIECE):
            _texts(sheet, at, [name, text[start : start + PIECE]], None)
            at += 1
    sheet.hide()


def _texts(sheet: Worksheet, at: int, texts: list[str], style: object) -> None:
    for place, text in enumerate(texts):
        sheet.write_string(at, place, text[: PIECE + 1], style)  # a longer one would be left out


def _pieces(sheets: Sheets, name: str) -> str:
    lines = (line for line in sheets.get(RECEIPT, []) if len(line) > 1)
    return "".join(line[1] for line in lines if line[0] == name)


def _told(sheets: Sheets) -> tuple[Receipt | None, list[list[str]] | None]:
    """The receipt in the hidden sheet, and the table of the chart as it was."""
    try:
        drawn = TypeAdapter(list[list[str]]).validate_json(_pieces(sheets, "drawn"))
    except ValueError:
        drawn = None
    return from_json(_pieces(sheets, "receipt")), drawn


def _rows(sheets: Sheets) -> dict[str, list[Row]]:
    """The sheets whose first row names columns of ours, each with its rows by key."""
    try:
        keys = TypeAdapter(dict[str, str]).validate_json(_pieces(sheets, "columns"))
    except ValueError:
        return {}
    found = {}
    for title, lines in sheets.items():
        names = [keys.get(cell, "") for cell in lines[0]] if lines and title != RECEIPT else []
        if {"says", "ref"} <= set(names):
            found[title] = [
                {key: cell for key, cell in zip_longest(names, line, fillvalue="") if key}
                for line in lines[1:]
                if any(line)
            ]
    return found


def _trimmed(lines: list[list[str]]) -> list[list[str]]:
    """The lines without the empty cells at their ends, which programs keep or drop."""
    cut = []
    for line in lines:
        last = max((at for at, cell in enumerate(line) if cell), default=-1)
        cut.append(line[: last + 1])
    while cut and not cut[-1]:
        cut.pop()
    return cut
