"""The formats in which a figure can be had, the format of a file, and the name that it gets."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from importlib import import_module
from pathlib import PurePath
from typing import NamedTuple, Protocol, cast
from urllib.parse import parse_qsl

from export.figures import Job
from export.formats import csv
from export.receipt import Receipt
from words import N_


class Format(Protocol):
    """What the module of each format has."""

    def write(self, job: Job) -> bytes:
        """The whole file."""

    def read_receipt(self, data: bytes) -> Receipt | None:
        """What `write` put in; None where there is none. Never raises."""

    def differences(self, data: bytes, now: Receipt | None) -> tuple[str, ...]:
        """What was changed by hand in a file with one figure; `now` is its receipt of today."""


class Choice(NamedTuple):
    """What a reader chooses a format by; whether a browser on this machine draws it."""

    group: str
    label: str
    mime: str
    by_browser: bool = False


OFFICE = "application/vnd.openxmlformats-officedocument"
# In the order in which people need them. A format is a module of this name in `export/formats`, and
# its name ends that of a file.
FORMATS = {
    "png": Choice(N_("Picture"), N_("Picture (PNG)"), "image/png", by_browser=True),
    "svg": Choice(N_("Picture"), N_("Picture to edit (SVG)"), "image/svg+xml"),
    "pdf": Choice(N_("Picture"), N_("Picture to print (PDF)"), "application/pdf", by_browser=True),
    "pptx": Choice(N_("Slide"), N_("Slide (PowerPoint)"), f"{OFFICE}.presentationml.presentation"),
    "xlsx": Choice(N_("Numbers"), N_("Numbers (Excel)"), f"{OFFICE}.spreadsheetml.sheet"),
    "csv": Choice(N_("Numbers"), N_("Numbers (CSV)"), "text/csv"),
    "html": Choice(N_("Page"), N_("Page (HTML)"), "text/html"),
    "zip": Choice(N_("Everything"), N_("Everything (ZIP)"), "application/zip"),
}


@cache
def format_named(name: str) -> Format:
    """The module of a format, imported when it is first asked for: some are slow to import."""
    return cast(Format, import_module(f"export.formats.{name}"))


def files_of(form: str, job: Job, name: str) -> dict[str, bytes]:
    """A figure as a file of this name, a CSV with its metadata beside it.

    Raises NoBrowser where a picture needs one and there is none, ValueError for a size in which
    nothing can be read.
    """
    files = {name: format_named(form).write(job)}
    if form == "csv":
        files[name + csv.BESIDE] = csv.metadata(job, name)
    return files


def format_of(data: bytes, name: str) -> str | None:
    """The format of a file, by what it holds; by its name only where that does not tell."""
    suffix = PurePath(name).suffix.lstrip(".").casefold()
    begins = data[:2000].decode("utf-8", "replace").lstrip("\ufeff \t\r\n").casefold()
    parts = _part_names(data)
    holds = {
        "png": data.startswith(b"\x89PNG"),
        "svg": begins.startswith("<svg") or (begins.startswith("<?xml") and "<svg" in begins),
        "pdf": data.startswith(b"%PDF"),
        "pptx": "ppt/presentation.xml" in parts,
        "xlsx": "xl/workbook.xml" in parts,
        "csv": bool(csv.read_rows(data)),
        "html": begins.startswith(("<!doctype html", "<html")),
        "zip": bool(parts),
    }
    return next((one for one in holds if holds[one]), suffix if suffix in FORMATS else None)


def _part_names(data: bytes) -> set[str]:
    """The names of the parts of a packed file; none where it is none."""
    if not data.startswith(b"PK"):
        return set()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return set(archive.namelist())
    except Exception:  # anyone's file: what is wrong in it has many names
        return set()


def file_name_of(job: Job, suffix: str) -> str:
    """`network_2014-2025_as-of-2024-11-15.png`; a choice stands behind the figure's name."""
    receipt = job.receipt
    choices = [value for _key, value in parse_qsl(receipt.view.partition("?")[2])]
    chosen = [re.sub(r"[^a-z0-9]+", "-", value.casefold()).strip("-")[:60] for value in choices]
    newest = f"as-of-{receipt.newest}" if receipt.newest else ""
    years = job.spec.drawing.years
    drawn = f"{years[0]}-{years[1]}" if years else ""
    parts = (receipt.figure, *chosen, drawn, newest)
    return "_".join(part for part in parts if part) + f".{suffix}"
