"""A frame of facts goes in, a button that downloads it as a sheet comes out."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pandas as pd
import streamlit as st
from pandas.api.types import is_numeric_dtype

from words import _

# Read first: the number as it may be said, so that "over 100" is never pasted as 100.
COLUMNS = (
    "says", "label", "submission_name", "time_start", "time_end", "time_basis", "bound", "value",
    "value_low", "value_high", "unit", "wording", "scope", "said_by", "section", "quote", "ref",
)  # fmt: skip
# What makes a spreadsheet run a cell; the last four are the full-width forms of the first.
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def download(rows: Callable[[], pd.DataFrame], name: str, *, also_json: bool = False) -> None:
    """Buttons that make the file on the press: a row per fact, its quote and reference in it.

    `rows` picks the facts out of all of them, on the press too.
    """
    with st.container(horizontal=True):
        st.download_button(
            _("Download these numbers (CSV)"),
            data=lambda: as_csv(rows()),
            file_name=f"{name}.csv",
            mime="text/csv",
            on_click="ignore",
        )
        if also_json:
            st.download_button(
                _("Download these numbers (JSON)"),
                data=lambda: as_json(rows()),
                file_name=f"{name}.json",
                mime="application/json",
                on_click="ignore",
            )


def as_csv(rows: pd.DataFrame) -> bytes:
    """The facts as UTF-8 CSV with a byte order mark, which spreadsheets need to read accents.

    A cell that a spreadsheet would run as a formula is given an apostrophe in front.
    """
    sheet = io.StringIO(newline="")
    # The ends of lines are those of RFC 4180, so that either of them inside a cell is quoted.
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    columns = ([_harmless(cell) for cell in cells] for cells in _columns(rows))
    writer.writerows(zip(*columns, strict=True))
    return sheet.getvalue().encode("utf-8-sig")


def as_json(rows: pd.DataFrame) -> bytes:
    """The facts as a JSON list of objects with the same columns; what is not stated is null."""
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",\n  ", ": ")).encode
    lines = zip(*_columns(rows), strict=True)
    facts = ",\n ".join(encode(dict(zip(COLUMNS, line, strict=True))) for line in lines)
    return f"[\n {facts}\n]".encode()


def _columns(rows: pd.DataFrame) -> list[list[object]]:
    """The cells of each column; None for a number that is not stated."""
    return [
        [None if cell != cell else cell for cell in rows[name].tolist()]
        if is_numeric_dtype(rows[name].dtype)
        else rows[name].tolist()
        for name in COLUMNS
    ]


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(RUNS) else cell
