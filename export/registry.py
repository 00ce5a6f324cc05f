"""The name of a format goes in, its module comes out; the bytes of a file go in, its format too."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import PurePath

from export.format import Format
from export.formats import csv, html, pdf, png, pptx, svg, xlsx, zip
from export.receipt import Receipt
from export.slides import read

# In the order in which people need them.
FORMATS: dict[str, Format] = {
    "png": png,
    "svg": svg,
    "pdf": pdf,
    "pptx": pptx,
    "xlsx": xlsx,
    "csv": csv,
    "html": html,
    "zip": zip,
}
# What was changed by hand in a file of each format that holds one figure, against its receipt.
DIFFERENCES: dict[str, Callable[[bytes, Receipt | None], tuple[str, ...]]] = {
    "png": png.differences,
    "svg": svg.differences,
    "pdf": pdf.differences,
    "xlsx": xlsx.differences,
    "csv": csv.differences,
    "html": html.differences,
}
# Formats of which one file may hold several figures.
SEVERAL = {"pptx": read.figures}
_STARTS = {b"\x89PNG": "png", b"%PDF": "pdf"}
_PARTS = {"ppt/presentation.xml": "pptx", "xl/workbook.xml": "xlsx"}


def kind(data: bytes, name: str) -> str | None:
    """The format of a file, by what it holds; by its name only where that does not tell."""
    for start, found in _STARTS.items():
        if data.startswith(start):
            return found
    if data.startswith(b"PK"):
        return _packed(data)
    head = data[:2000].decode("utf-8", "replace").lstrip("\ufeff \t\r\n").casefold()
    if head.startswith(("<!doctype html", "<html")):
        return "html"
    if head.startswith("<svg") or (head.startswith("<?xml") and "<svg" in head):
        return "svg"
    if csv.read_values(data) is not None or csv.read_receipt(data) is not None:
        return "csv"
    suffix = PurePath(name).suffix.lstrip(".").casefold()
    return suffix if suffix in FORMATS else None


def _packed(data: bytes) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except Exception:  # anyone's file: what is wrong in it has many names
        return None
    return next((found for part, found in _PARTS.items() if part in names), "zip")
