"""A figure as a CSV with a row per fact, and the metadata that stand beside it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import asdict

from export.figures import Job
from export.receipt import Receipt
from export.receipt_diff import different_rows, one_line, wrong_version
from export.receipt_io import (
    COLUMNS,
    KEYS,
    Row,
    from_json,
    from_row,
    harmless,
    plain,
    to_row,
)
from words import N_, _, translate

SUFFIX = "csv"
MIME = "text/csv"
GROUP = N_("Numbers")
LABEL = N_("Numbers (CSV)")
BY_BROWSER = False

BESIDE = "-metadata.json"  # behind the name of the CSV, as the standard for CSV on the Web asks
SEPARATORS = (",", ";", "\t")  # what spreadsheets write, by country
LARGEST = 50_000_000

# What the metadata name of the receipt, for programs that know no receipts.
NAMED = {
    "dc:title": "title",
    "dc:source": "source",
    "dc:identifier": "code",
    "rdfs:comment": "note",
}

# What a row carries of the figure that it was taken from, so that one row alone can be traced.
OF_THE_FIGURE = {
    "figure": N_("The figure that this row belongs to."),
    "view": N_("The view of the dashboard that draws it, with its filters."),
    "link": N_("The address of that view; empty where the dashboard has none."),
    "version": N_("The data version: a hash of the facts of this figure."),
    "code": N_("The short code of the figure, to type where only a picture is left."),
    "words": N_("A hash of the rows as they are worded here, in whatever language."),
}


def is_one(data: bytes) -> bool:
    """Whether a file of any name is a CSV with the columns of a figure."""
    return bool(_rows(data))


def write(job: Job) -> bytes:
    """UTF-8 with a byte order mark, which spreadsheets need to read accents; lines end in CRLF."""
    held = job.receipt
    whole = {key: str(getattr(held, key)) for key in OF_THE_FIGURE}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*KEYS, *OF_THE_FIGURE])
    for one in held.items:
        cells = to_row(one) | whole
        writer.writerow([harmless(cells[key]) for key in (*KEYS, *OF_THE_FIGURE)])
    return out.getvalue().encode("utf-8-sig")


def metadata(job: Job, name: str) -> bytes:
    """What stands beside the CSV of this name: CSV on the Web, with the receipt in it."""
    held = job.receipt
    numbers = {column.key for column in COLUMNS if column.number}
    meanings = {column.key: column.meaning for column in COLUMNS} | OF_THE_FIGURE
    described = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": name,
        **{key: getattr(held, field) for key, field in NAMED.items()},
        "dc:description": job.spec.subtitle,
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True},
        "tableSchema": {
            "columns": [
                {
                    "name": key,
                    "titles": key,
                    "dc:description": translate(meaning),
                    "datatype": "number" if key in numbers else "string",
                    "required": key in ("label", "quote", "ref", "figure", "version", "code"),
                }
                for key, meaning in meanings.items()
            ],
            "primaryKey": "ref",
        },
        "notes": [{"type": "receipt", "receipt": asdict(held)}],
    }
    return (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode()


def beside(data: bytes) -> tuple[str, ...] | None:
    """What was changed by hand in such metadata; None where they are none of ours."""
    try:
        told = json.loads(data)
        held = from_json(json.dumps(told["notes"][0]["receipt"]))
    except (ValueError, LookupError, TypeError, RecursionError):
        return None
    if held is None:
        return None
    found = list(wrong_version(held))
    for key, field in NAMED.items():
        if told.get(key) != getattr(held, field):
            found.append(_("{key} is not what the receipt holds.", key=key))
    return tuple(found)


def read_receipt(data: bytes) -> Receipt | None:
    """What the rows say of the figure that they were taken from, the rows being its items.

    Title, source line and note stand beside the CSV, not in it, and are empty here.
    """
    rows = _rows(data)
    if not rows:
        return None
    items = tuple(item for one in rows if (item := from_row(one)))
    return Receipt(**_whole(rows[0]), title="", newest="", source="", note="", items=items)


def differences(data: bytes, now: Receipt | None) -> tuple[str, ...]:
    """What was changed by hand; its rows are their own receipt, held together by its version.

    `now` is what the figure says today: what a changed row said can be told only where that is
    still what the file was made with.
    """
    held, rows = read_receipt(data), _rows(data)
    if held is None:
        return ()
    words = [_("“{cell}” is no number.", cell=one_line(text)) for text in _no_numbers(rows)]
    if any({key: one[key] for key in OF_THE_FIGURE} != _whole(rows[0]) for one in rows):
        words.append(_("The rows name different figures or versions."))
    found = wrong_version(held)
    if found and now is not None and held.words == now.words:
        words += different_rows(rows, now)
    return tuple(words or found)


def _whole(one: Row) -> Row:
    return {key: one[key] for key in OF_THE_FIGURE}


def _no_numbers(rows: list[Row]) -> Iterator[str]:
    for one in rows:
        if from_row(one) is None:
            yield " ".join((one["says"], one["value"], one["low"], one["high"]))


def _rows(data: bytes) -> list[Row]:
    """The rows, by column; none where the columns are not those of a figure."""
    try:
        text = data[:LARGEST].decode("utf-8-sig")
        head = text.partition("\n")[0]
        separator = max(SEPARATORS, key=head.count)
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        names = next(lines, [])
        if not {*KEYS, *OF_THE_FIGURE} <= set(names):
            return []
        return [dict(zip(names, map(plain, line), strict=True)) for line in lines if any(line)]
    except (UnicodeDecodeError, csv.Error, ValueError):
        return []
