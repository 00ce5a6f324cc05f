"""What changed between two submissions goes in, a table that says it comes out."""

from __future__ import annotations

from collections.abc import Sequence

from curate.compare_submissions import Row
from ui import tags
from words import _, counted

STANDINGS = {
    "new": _("new"),
    "gone": _("no longer stated"),
    "larger": _("larger"),
    "smaller": _("smaller"),
    "same": _("the same"),
    "not comparable": _("counted otherwise: not compared"),
}


def table(rows: Sequence[Row]) -> str:
    """A row per indicator: before, after, and what that means."""
    if not rows:
        return f"<p class='f-quiet'>{tags.text(_('Nothing changes.'))}</p>"
    gone = [row for row in rows if row.standing == "gone"]
    stated = [row for row in rows if row.standing != "gone"]
    made = _table(stated, _("Beside the submission before")) if stated else ""
    if gone:
        words = counted(
            "{number} number of the submission before is not stated this time",
            "{number} numbers of the submission before are not stated this time",
            len(gone),
        )
        made += (
            f"<details class='a-gone'><summary>{tags.text(words)}</summary>"
            f"{_table(gone, words)}</details>"
        )
    return made


def _table(rows: Sequence[Row], title: str) -> str:
    names = (_("What is counted"), _("Before"), _("After"), _("Change"))
    head = "".join(f"<th scope='col'>{tags.text(name)}</th>" for name in names)
    body = "".join(_row(row, names) for row in rows)
    caption = tags.text(title)
    return (
        f"<table class='f-table f-grid'><caption>{caption}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row(row: Row, names: Sequence[str]) -> str:
    change = STANDINGS[row.standing]
    if row.same_words and row.standing == "same":
        change = _("the same, in the same words")
    cells = "".join(
        f"<td data-label='{tags.text(name)}'>{tags.text(value or '–')}</td>"
        for name, value in zip(names[1:], (row.before, row.after, change), strict=True)
    )
    return f"<tr><th scope='row'>{tags.text(row.label)}</th>{cells}</tr>"
