"""Rows or plain values go in; the text of a CSV or JSON file comes out, always the same bytes."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from facts.package.shape import Cell, Row, Table

_QUOTED = frozenset(',"\r\n')


def as_csv(table: Table, rows: Iterable[Row]) -> bytes:
    """A header, then a line per row, lines ending in a line feed; missing cells are empty.

    Text is exact: what a spreadsheet would take for a formula is not changed.
    """
    names = [column.name for column in table.columns]
    lines = [names, *([_text(row[name]) for name in names] for row in rows)]
    return "".join(",".join(map(_quoted, line)) + "\n" for line in lines).encode()


def as_json(value: dict[str, Any]) -> bytes:
    """Readable JSON in UTF-8, keys in the order given."""
    return (json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def _text(cell: Cell) -> str:
    if cell is None or (isinstance(cell, float) and math.isnan(cell)):
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else format(Decimal(repr(cell)), "f")
    return str(cell)


def _quoted(text: str) -> str:
    if _QUOTED.isdisjoint(text) and text == text.strip():
        return text
    return '"' + text.replace('"', '""') + '"'
