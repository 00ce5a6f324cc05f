"""The facts that answer a search, as a list, as single lines, and as a sheet to download."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import streamlit as st
from pandas.api.types import is_numeric_dtype

from answers.question import plain_words
from charts.captions import as_of
from export.receipt_io import harmless
from facts.fact_index import rows_by_ref
from facts.memo import memo, memo_of_last
from facts.store import Snapshot
from ui.widgets import html
from words import N_, _, counted, pick

REMEMBERED = 16  # answers
FACTS_ON_A_PAGE = 100  # facts on one page of the list
ORDERS = {
    "written": N_("Order of the texts"),
    "newest": N_("Newest first"),
    "about": N_("What is counted"),
}
SEARCHED = ("says", "label", "quote", "wording", "submission_name", "said_by", "section", "ref")
SHOWN = [
    "says", "ref", "label", "quote", "submission_name", "time_basis", "time_start", "time_end",
    "corrected_field", "corrected_says",
]  # fmt: skip
Places = npt.NDArray[np.intp]
# Read first: the number as it may be said, so that "over 100" is never pasted as 100.
COLUMNS = (
    "says", "label", "submission_name", "time_start", "time_end", "time_basis", "bound", "value",
    "value_low", "value_high", "unit", "wording", "scope", "said_by", "section", "quote", "ref",
)  # fmt: skip


def row_of(snapshot: Snapshot, ref: str) -> pd.Series:
    """The row of a fact, a target too. Raises KeyError for one that is not proved."""
    return snapshot.every.iloc[rows_by_ref(snapshot.every)[ref]]


def rows_of(snapshot: Snapshot, refs: Iterable[str]) -> list[dict[Hashable, Any]]:
    """The rows of several facts, looked up together. Raises KeyError as `row_of` does."""
    known = rows_by_ref(snapshot.every)
    return snapshot.every.take([known[ref] for ref in refs]).to_dict("records")


def fact_line(row: pd.Series, snapshot: Snapshot) -> str:
    """A fact as a line: its number to press, and what it counts."""
    number = html.number(row["says"], row["ref"], row["label"])
    label = row["label"]
    if snapshot.corpus.indicators[row["indicator"]].kind == "share":
        return f"{number}: {html.text(label[:1].lower() + label[1:])}"
    if row["wording_rule"] == "differs":  # said as it is written, and not as the series is called
        unit, wording = pick(snapshot.corpus.indicators[row["indicator"]].unit.many), row["wording"]
        counted_ = wording if unit in wording else f"{unit} ({wording})"
        return f"{number} {html.text(counted_)}, {html.text(_('another definition'))}"
    return f"{number} {html.text(label[:1].lower() + label[1:])}"


def download_facts(rows: Callable[[], pd.DataFrame], name: str, *, also_json: bool = False) -> None:
    """Buttons that make the file on the press: a row per fact, its quote and reference in it.

    `rows` picks the facts out of all of them, on the press too.
    """
    with st.container(horizontal=True):
        st.download_button(
            _("Download these numbers (CSV)"),
            data=lambda: facts_csv(rows()),
            file_name=f"{name}.csv",
            mime="text/csv",
            on_click="ignore",
        )
        if also_json:
            st.download_button(
                _("Download these numbers (JSON)"),
                data=lambda: facts_json(rows()),
                file_name=f"{name}.json",
                mime="application/json",
                on_click="ignore",
            )


def facts_csv(rows: pd.DataFrame) -> bytes:
    """The facts as UTF-8 CSV with a byte order mark, which spreadsheets need to read accents.

    A cell that a spreadsheet would run as a formula is given an apostrophe in front.
    """
    sheet = io.StringIO(newline="")
    # The ends of lines are those of RFC 4180, so that either of them inside a cell is quoted.
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    columns = (
        [harmless(c) if isinstance(c, str) else c for c in cells]
        for cells in _cells_by_column(rows)
    )
    writer.writerows(zip(*columns, strict=True))
    return sheet.getvalue().encode("utf-8-sig")


def facts_json(rows: pd.DataFrame) -> bytes:
    """The facts as a JSON list of objects with the same columns; what is not stated is null."""
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",\n  ", ": ")).encode
    lines = zip(*_cells_by_column(rows), strict=True)
    facts = ",\n ".join(encode(dict(zip(COLUMNS, line, strict=True))) for line in lines)
    return f"[\n {facts}\n]".encode()


def _cells_by_column(rows: pd.DataFrame) -> list[list[object]]:
    """The cells of each column; None for a number that is not stated."""
    return [
        [None if cell != cell else cell for cell in rows[name].tolist()]
        if is_numeric_dtype(rows[name].dtype)
        else rows[name].tolist()
        for name in COLUMNS
    ]


def select(frame: pd.DataFrame, words: str, sub: str, group: str, order: str) -> Places:
    """The same as `search`; what was asked last is remembered, for its other pages."""
    key = (plain_words(words), sub, group, order)
    found: Places = memo_of_last(
        frame, "searches", key, lambda: search(frame, words, sub, group, order), REMEMBERED
    )
    return found


def search(frame: pd.DataFrame, words: str, sub: str, group: str, order: str) -> Places:
    """Where in the frame the facts stand that answer, in this order: `frame.iloc[...]` has them.

    They hold every word searched for and are of one submission and group. `frame` has a row per
    fact; `sub` and `group` are ids, or `all`; `order` is one of `ORDERS`.
    """
    fits = np.ones(len(frame), dtype=bool)
    if sub != "all":
        fits &= (frame["submission"] == sub).to_numpy(dtype=bool)
    if group != "all":
        fits &= (frame["group"] == group).to_numpy(dtype=bool)
    if wanted := plain_words(words).split():
        texts = memo(frame, "folded facts", lambda: _folded(frame))
        for word in sorted(wanted, key=len, reverse=True):  # a long word leaves few facts
            at = np.flatnonzero(fits)
            fits[at] = [word in texts[place] for place in at]
    if order == "written" or order not in ORDERS:
        return np.flatnonzero(fits)
    places: Places = memo(frame, f"facts by {order}", lambda: _ordered(frame, order))
    return places[fits[places]]


def _ordered(frame: pd.DataFrame, order: str) -> Places:
    """Where the facts stand, in one of the other orders."""
    rows = frame[["label", "plot_at", "written_end"]].reset_index(drop=True)
    if order == "newest":
        by = ["plot_at", "written_end"]
        rows = rows.sort_values(by, ascending=False, na_position="last")
    else:
        rows = rows.sort_values(["label", "plot_at"])
    return rows.index.to_numpy(dtype=np.intp)


def _folded(frame: pd.DataFrame) -> list[str]:
    """What is searched of each fact, as one text without capitals and accents.

    A word of `plain` stands in it exactly where it stands in the plain text: punctuation only
    parts words.
    """
    columns = [frame[column].tolist() for column in SEARCHED]
    texts = (" ".join(cells) for cells in zip(*columns, strict=True))
    return [text.lower() if text.isascii() else _without_accents(text) for text in texts]


def _without_accents(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c))


def listing(rows: pd.DataFrame, found: int, every: int) -> str:
    """The facts as a table: number, what it counts, when, the words, the submission."""
    count = counted(
        "{number} fact of {every}", "{number} facts of {every}", found, every=f"{every:,}"
    )
    if rows.empty:
        hint = _("No fact holds all of these words. Try fewer, or “All” in the lists above.")
        return f"<p role='status'><strong>{html.text(hint)}</strong></p>"
    names = (_("Number"), _("What is counted"), _("When"), _("The words"), _("Submission"))
    body = "".join(_row(row, names) for row in rows[SHOWN].to_dict("records"))
    caption = f"<caption role='status'>{html.text(count)}</caption>"
    return html.table_of(names, body, "f-facts", caption)


def _row(row: Mapping[Hashable, Any], names: tuple[str, ...]) -> str:
    said = (row["label"], as_of(row), f"“{row['quote']}”", row["submission_name"])
    cells = (f"<div>{html.text(words)}</div>" for words in said)
    return html.table_row(names, html.number(row["says"], row["ref"], row["label"]), *cells)
