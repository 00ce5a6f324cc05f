"""A snapshot goes in; a banner that says what is wrong in the data and left out comes out."""

from __future__ import annotations

import streamlit as st

from facts.problems import as_text
from facts.store import Snapshot
from ui import tags
from words import _, counted

MOST = 20  # problems written out; the checker prints all of them


def banner(held: Snapshot) -> None:
    """Show what is left out; nothing where all is well."""
    if held.problems:
        st.html(f"<div class='f-root'>{notice(held)}</div>")


def notice(held: Snapshot) -> str:
    """The banner as HTML: what is left out, and each problem with its place and its cure."""
    left_out = list(held.corpus.left_out)
    for sub in held.corpus.submissions:
        left_out += [f"{sub.head.name}: {name}" for name in sub.left_out]
    number = len(left_out)
    if number > MOST:
        rest = number - MOST
        left_out = [*left_out[:MOST], counted("and {number} more", "and {number} more", rest)]
    head = counted(
        "{number} problem in the data.", "{number} problems in the data.", len(held.problems)
    )
    what = (
        counted(
            "{number} entry is left out of every page until it is mended: {what}.",
            "{number} entries are left out of every page until they are mended: {what}.",
            number,
            what=", ".join(left_out),
        )
        if left_out
        else _("Nothing is left out of the pages.")
    )
    lines = as_text(held.problems[:MOST]).splitlines()
    more = len(held.problems) - MOST
    if more > 0:
        lines.append(counted("and {number} more", "and {number} more", more))
    items = "".join(f"<li>{tags.text(line)}</li>" for line in lines)
    return (
        f"<div class='f-notice' role='status'><strong>{tags.text(head)}</strong> {tags.text(what)}"
        f"<details><summary>{tags.text(_('What is wrong, where, and how to mend it'))}</summary>"
        f"<ul>{items}</ul></details></div>"
    )
