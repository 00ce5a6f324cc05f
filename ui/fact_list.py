"""The frame of facts and a reader's choices go in, the facts that answer them come out."""

from __future__ import annotations

import unicodedata
from collections import OrderedDict
from collections.abc import Hashable, Mapping
from contextlib import suppress
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from answers.question import plain_words
from charts.captions import as_of
from facts.memo import memo
from ui import tags
from words import _, counted

REMEMBERED = 16  # answers
PAGE = 100  # facts on one page of the list
ORDERS = {
    "written": _("Order of the texts"),
    "newest": _("Newest first"),
    "about": _("What is counted"),
}
SEARCHED = ("says", "label", "quote", "wording", "submission_name", "said_by", "section", "ref")
SHOWN = [
    "says", "ref", "label", "quote", "submission_name", "time_basis", "time_start", "time_end",
    "corrected_field", "corrected_says",
]  # fmt: skip
Places = npt.NDArray[np.intp]


def select(frame: pd.DataFrame, words: str, sub: str, group: str, order: str) -> Places:
    """The same as `search`; what was asked last is remembered, for its other pages."""
    asked: OrderedDict[tuple[str, ...], Places] = memo(frame, "searches", OrderedDict)
    key = (plain_words(words), sub, group, order)
    found = asked.get(key)
    if found is None:
        found = search(frame, words, sub, group, order)
    asked[key] = found
    while len(asked) > REMEMBERED:
        with suppress(KeyError):  # another thread was quicker
            asked.popitem(last=False)
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
        return f"<p role='status'><strong>{tags.text(hint)}</strong></p>"
    names = (_("Number"), _("What is counted"), _("When"), _("The words"), _("Submission"))
    head = "".join(f"<th scope='col'>{tags.text(name)}</th>" for name in names)
    body = "".join(_row(row, names) for row in rows[SHOWN].to_dict("records"))
    return (
        f"<table class='f-table f-facts'><caption role='status'>{tags.text(count)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row(row: Mapping[Hashable, Any], names: tuple[str, ...]) -> str:
    cells = (
        tags.number(row["says"], row["ref"], row["label"]),
        tags.text(row["label"]),
        tags.text(as_of(row)),
        f"“{tags.text(row['quote'])}”",
        tags.text(row["submission_name"]),
    )
    inner = "".join(
        f"<td data-label='{tags.text(name)}'><div>{cell}</div></td>"
        for name, cell in zip(names[1:], cells[1:], strict=True)
    )
    return f"<tr><th scope='row'>{cells[0]}</th>{inner}</tr>"
