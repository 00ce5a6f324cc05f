"""A frame of facts goes in, a button that downloads it as a sheet comes out."""

from __future__ import annotations

import json

import pandas as pd
import streamlit as st

from words import _

# Read first: the number as it may be said, so that "over 100" is never pasted as 100.
COLUMNS = (
    "says", "label", "submission_name", "time_start", "time_end", "time_basis", "bound", "value",
    "value_low", "value_high", "unit", "wording", "scope", "said_by", "section", "quote", "ref",
)  # fmt: skip
# What makes a spreadsheet run a cell; the last four are the full-width forms of the first.
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def download(rows: pd.DataFrame, name: str, *, also_json: bool = False) -> None:
    """Buttons that make the file on the press: a row per fact, its quote and reference in it."""
    with st.container(horizontal=True):
        st.download_button(
            _("Download these numbers (CSV)"),
            data=lambda: as_csv(rows),
            file_name=f"{name}.csv",
            mime="text/csv",
            on_click="ignore",
        )
        if also_json:
            st.download_button(
                _("Download these numbers (JSON)"),
                data=lambda: as_json(rows),
                file_name=f"{name}.json",
                mime="application/json",
                on_click="ignore",
            )


def as_csv(rows: pd.DataFrame) -> bytes:
    """The facts as UTF-8 CSV with a byte order mark, which spreadsheets need to read accents.

    A cell that a spreadsheet would run as a formula is given an apostrophe in front.
    """
    sheet = rows[list(COLUMNS)].copy()
    for column in sheet.columns:
        sheet[column] = sheet[column].map(_harmless)
    # The ends of lines are those of RFC 4180, so that either of them inside a cell is quoted.
    return sheet.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def as_json(rows: pd.DataFrame) -> bytes:
    """The facts as a JSON list of objects with the same columns; what is not stated is null."""
    sheet = rows[list(COLUMNS)].astype(object)
    kept = sheet.where(sheet.notna(), None)
    return json.dumps(kept.to_dict("records"), ensure_ascii=False, indent=1).encode()


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(RUNS) else cell
