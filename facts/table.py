"""The tidy frame goes in; CSV or JSON text, or a whole file of it, comes out."""

from __future__ import annotations

import json
import math
import os
import re
import tempfile
from pathlib import Path
from typing import Any

import pandas as pd

_IN_QUOTES = re.compile(r'[,"\r\n]')
# What makes a spreadsheet run a cell; the last four are the full-width forms of the first.
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def as_csv(rows: pd.DataFrame) -> str:
    """Comma-separated, a header, lines ending in a line feed, missing cells empty.

    A text that a spreadsheet would run as a formula gets an apostrophe before it; the exact text is
    in the JSON, and for a quote in the source between `char_start` and `char_end`.
    """
    lines = [",".join(map(_quoted, rows.columns))]
    for row in rows.itertuples(index=False):
        cells = (_cell(value) for value in row)
        lines.append(",".join("" if one is None else _quoted(str(_guarded(one))) for one in cells))
    return "\n".join(lines) + "\n"


def as_json(rows: pd.DataFrame) -> str:
    """A list with one object per row, missing cells null, days as YYYY-MM-DD."""
    records = [{key: _cell(value) for key, value in row.items()} for row in rows.to_dict("records")]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"


def write_whole(path: Path, text: str) -> None:
    """Writes a text file whole or not at all. Raises OSError where the folder cannot be written."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _cell(value: Any) -> str | int | float | bool | None:
    """A cell as plain Python: whole numbers as int, days as text, missing as None."""
    if value is pd.NaT or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    plain = value.item() if hasattr(value, "item") else value
    return plain if isinstance(plain, bool | int) else str(plain)


def _quoted(cell: str) -> str:
    """A cell in quotes where it needs them; the csv module leaves a carriage return without."""
    return f'"{cell.replace(chr(34), chr(34) * 2)}"' if _IN_QUOTES.search(cell) else cell


def _guarded(cell: str | int | float | bool) -> str | int | float:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, str) and cell.startswith(_STARTS_A_FORMULA):
        return f"'{cell}"
    return cell
