"""A figure in every format in one ZIP, with a readme."""

from __future__ import annotations

import io
import zipfile

from drawing.browser_pictures import NoBrowser
from export.figures import Job
from export.file_formats import FORMATS, file_name_of, files_of, format_named
from export.formats import csv
from export.receipt import Receipt, citation, citations, filters
from export.receipt_io import COLUMNS
from words import _, translate

README = "readme.txt"
WHEN = (1980, 1, 1, 0, 0, 0)  # of every part, so that the same figure gives the same bytes
LARGEST = 100_000_000  # bytes of all parts together, unpacked
MOST = 100


def write(job: Job) -> bytes:
    """Every format with a readme, which also says what a missing browser left out."""
    files: dict[str, bytes] = {}
    missing: list[str] = []
    for part in (one for one in FORMATS if one != "zip"):
        name = file_name_of(job, part)
        try:
            files |= files_of(part, job, name)
        except NoBrowser as error:
            missing.append(f"{name}: {error}")
    return packed({README: readme(job, tuple(files), tuple(missing)).encode()} | files)


def packed(files: dict[str, bytes]) -> bytes:
    """These files as a ZIP, in this order; the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            part = zipfile.ZipInfo(name, WHEN)
            part.external_attr = 0o644 << 16
            part.create_system = 3
            part.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(part, data)
    return out.getvalue()


def readme(job: Job, files: tuple[str, ...], missing: tuple[str, ...] = ()) -> str:
    """What the files hold, in plain words; `missing` are those that could not be made, and why."""
    receipt, spec = job.receipt, job.spec
    link = receipt.link or _("{view} (the address of the dashboard is not set)", view=receipt.view)
    parts = [
        (spec.title, spec.subtitle),
        (_("How to cite"), citation(receipt), *citations(receipt)),
        (_("The view"), link, _("Filters: {filters}.", filters=filters(receipt))),
        (_("Note"), spec.note, spec.source),
        (_("Files"), *files),
        (_("Left out"), *missing),
        (
            _("Columns of the sheets"),
            *(f"{c.key} ({translate(c.label)}): {translate(c.meaning)}" for c in COLUMNS),
            *(f"{key}: {translate(meaning)}" for key, meaning in csv.OF_THE_FIGURE.items()),
        ),
        (
            _("Is it still true?"),
            _("python -m export verify FILE says whether a file is still what the data say."),
            _(
                "python -m export verify --code {code} says so for a picture alone.",
                code=receipt.code,
            ),
        ),
    ]
    said = ("\r\n".join(_line(line) for line in lines if line) for lines in parts if lines[1:])
    return "\r\n\r\n".join(said) + "\r\n"


def members(data: bytes) -> dict[str, bytes]:
    """The files in a ZIP by name; none where it is none, or where it would be too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST or sum(part.file_size for part in parts) > LARGEST:
                return {}
            return {part.filename: archive.read(part) for part in parts if not part.is_dir()}
    except Exception:  # anyone's file: what is wrong in it has many names
        return {}


def differences(found: dict[str, bytes]) -> tuple[str, ...]:
    """What was changed by hand in the files that hold no figure: the readme, what describes a CSV.

    `found` are the files by name.
    """
    told: list[str] = []
    receipt = _first(found)
    for name, inner in found.items():
        if name.endswith(csv.BESIDE):
            told += [f"{name}: {text}" for text in csv.beside(inner) or ()]
        elif name.rpartition("/")[2] == README and receipt:
            said = " ".join(inner.decode("utf-8", "replace").split())
            lines = (receipt.title, receipt.note, receipt.source, *citations(receipt))
            told += [
                _("{name}: “{line}” is not in the file any more.", name=name, line=line)
                for line in map(_line, lines)
                if receipt.code in said and line not in said
            ]
    return tuple(told)


def read_receipt(data: bytes) -> Receipt | None:
    """The receipt of the first file in it that has one; each file is checked on its own."""
    return _first(members(data))


def _first(found: dict[str, bytes]) -> Receipt | None:
    """That of a file which can hold all of it; a CSV has neither title nor note."""
    kept = None
    for part in (one for one in reversed(FORMATS) if one != "zip"):
        for name, inner in found.items():
            if name.endswith(f".{part}") and (held := format_named(part).read_receipt(inner)):
                if held.title:
                    return held
                kept = held
    return kept


def _line(text: str) -> str:
    return " ".join(text.split())
