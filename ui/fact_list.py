"""The frame of facts and a reader's choices go in, the facts that answer them come out."""

from __future__ import annotations

import pandas as pd

from charts.wording import as_of
from ui import tags
from ui.answers import plain
from words import _, counted

PAGE = 100  # facts on one page of the list
ORDERS = {
    "written": _("Order of the texts"),
    "newest": _("Newest first"),
    "about": _("What is counted"),
}
SEARCHED = ("says", "label", "quote", "wording", "submission_name", "said_by", "section", "ref")


def select(frame: pd.DataFrame, words: str, sub: str, group: str, order: str) -> pd.DataFrame:
    """The facts that hold every word searched for, of one submission and group, in this order.

    `frame` has a row per fact; `sub` and `group` are ids, or `all`; `order` is one of `ORDERS`.
    """
    found = frame
    if sub != "all":
        found = found[found["submission"] == sub]
    if group != "all":
        found = found[found["group"] == group]
    for word in plain(words).split():
        held = found.apply(
            lambda row, word=word: word in plain(" ".join(str(row[c]) for c in SEARCHED)),
            axis="columns",
        )
        found = found[held.astype(bool)] if len(found) else found
    if order == "newest":
        return found.sort_values(["plot_at", "written_end"], ascending=False, na_position="last")
    return found.sort_values(["label", "plot_at"]) if order == "about" else found


def pages(found: pd.DataFrame) -> dict[str, str]:
    """The pages of the list: number by number, "1 to 50" and so on."""
    count = max(1, -(-len(found) // PAGE))
    return {
        str(i + 1): _("{first} to {last}", first=i * PAGE + 1, last=min((i + 1) * PAGE, len(found)))
        for i in range(count)
    }


def page(found: pd.DataFrame, number: str) -> pd.DataFrame:
    """One page of the list."""
    start = (int(number) - 1) * PAGE
    return found.iloc[start : start + PAGE]


def listing(rows: pd.DataFrame, found: int, every: int) -> str:
    """The facts as a table: number, what it counts, when, the words, the submission."""
    count = counted("{number} fact of {every}", "{number} facts of {every}", found, every=every)
    if rows.empty:
        hint = _("No fact holds all of these words. Try fewer, or “All” in the lists above.")
        return f"<p role='status'><strong>{tags.text(hint)}</strong></p>"
    names = (_("Number"), _("What is counted"), _("When"), _("The words"), _("Submission"))
    head = "".join(f"<th scope='col'>{tags.text(name)}</th>" for name in names)
    body = "".join(_row(row, names) for _index, row in rows.iterrows())
    return (
        f"<table class='f-table f-facts'><caption role='status'>{tags.text(count)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row(row: pd.Series, names: tuple[str, ...]) -> str:
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
