"""A figure as a CSV with a row per fact, and the metadata that stand beside it."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict

from export.figures import Job
from export.receipt import Receipt
from export.receipt_diff import different_rows, one_line, wrong_version
from export.receipt_io import (
    COLUMNS,
    KEYS,
    NUMBERS,
    Row,
    from_json,
    from_row,
    harmless,
    plain,
    to_row,
)
from words import N_, _, translate

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


def write(job: Job) -> bytes:
    """UTF-8 with a byte order mark, which spreadsheets need to read accents; lines end in CRLF."""
    receipt = job.receipt
    whole = {key: str(getattr(receipt, key)) for key in OF_THE_FIGURE}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*KEYS, *OF_THE_FIGURE])
    for one in receipt.items:
        cells = to_row(one) | whole
        writer.writerow([harmless(cells[key]) for key in (*KEYS, *OF_THE_FIGURE)])
    return out.getvalue().encode("utf-8-sig")


def metadata(job: Job, name: str) -> bytes:
    """What stands beside the CSV of this name: CSV on the Web, with the receipt in it."""
    receipt = job.receipt
    meanings = {column.key: column.meaning for column in COLUMNS} | OF_THE_FIGURE
    described = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": name,
        **{key: getattr(receipt, field) for key, field in NAMED.items()},
        "dc:description": job.spec.subtitle,
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True},
        "tableSchema": {
            "columns": [
                {
                    "name": key,
                    "titles": key,
                    "dc:description": translate(meaning),
                    "datatype": "number" if key in NUMBERS else "string",
                    "required": key in ("label", "quote", "ref", "figure", "version", "code"),
                }
                for key, meaning in meanings.items()
            ],
            "primaryKey": "ref",
        },
        "notes": [{"type": "receipt", "receipt": asdict(receipt)}],
    }
    return (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode()


def beside(data: bytes) -> tuple[str, ...] | None:
    """What was changed by hand in such metadata; None where they are none of ours."""
    try:
        told = json.loads(data)
        receipt = from_json(json.dumps(told["notes"][0]["receipt"]))
    except (ValueError, LookupError, TypeError, RecursionError):
        return None
    if receipt is None:
        return None
    found = list(wrong_version(receipt))
    for key, field in NAMED.items():
        if told.get(key) != getattr(receipt, field):
            found.append(_("{key} is not what the receipt holds.", key=key))
    return tuple(found)


def read_receipt(data: bytes) -> Receipt | None:
    """What the rows say of the figure that they were taken from, the rows being its items.

    Title, source line and note stand beside the CSV, not in it, and are empty here.
    """
    rows = read_rows(data)
    if not rows:
        return None
    items = tuple(item for one in rows if (item := from_row(one)))
    return Receipt(**_whole(rows[0]), title="", newest="", source="", note="", items=items)


def differences(data: bytes, now: Receipt | None) -> tuple[str, ...]:
    """What was changed by hand; its rows are their own receipt, held together by its version.

    `now` is what the figure says today: what a changed row said can be told only where that is
    still what the file was made with.
    """
    receipt, rows = read_receipt(data), read_rows(data)
    if receipt is None:
        return ()
    bad = (" ".join(one[key] for key in ("says", *NUMBERS)) for one in rows if not from_row(one))
    words = [_("“{cell}” is no number.", cell=one_line(text)) for text in bad]
    if any({key: one[key] for key in OF_THE_FIGURE} != _whole(rows[0]) for one in rows):
        words.append(_("The rows name different figures or versions."))
    found = wrong_version(receipt)
    if found and now is not None and receipt.words == now.words:
        words += different_rows(rows, now)
    return tuple(words or found)


def _whole(one: Row) -> Row:
    return {key: one[key] for key in OF_THE_FIGURE}


def read_rows(data: bytes) -> list[Row]:
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
