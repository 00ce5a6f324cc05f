"""What stands where there is nothing to show, while facts are read, and where some are left out."""

from __future__ import annotations

import streamlit as st

from facts.problems import as_text
from facts.store import Snapshot
from ui.server.data_store import Progress, reading
from ui.widgets import html
from words import _, counted

SOON = 0.7  # seconds within which nothing is said
STEP = 0.3  # seconds between two figures
MOST = 20  # problems written out; the checker prints all of them


def nothing_yet() -> None:
    """The page of a data folder without a single proved fact."""
    show_empty(
        _("No facts yet"),
        _(
            "This data folder holds no proved fact. Add a submission under submissions/, with its "
            "source.txt and submission.yaml; the README says how, and "
            "“python -m facts check” says what is still missing."
        ),
    )


def show_empty(head: str, words: str) -> None:
    """A heading and a sentence in place of what is missing."""
    st.html(
        f"<div class='f-root'><h1>{html.text(head)}</h1>"
        f"<p class='f-lead f-quiet'>{html.text(words)}</p></div>"
    )


def until_read() -> None:
    """Say how many submissions are checked, until all are; nothing where it is done at once."""
    thread = reading()
    if thread is None:
        return
    thread.join(SOON)
    if not thread.is_alive():
        return
    place = st.empty()
    while thread.is_alive():
        read, of = Progress.read, max(Progress.of, Progress.read, 1)
        said = _("Checking every fact against its source: {read} of {of} submissions.",
                 read=f"{read:,}", of=f"{of:,}")  # fmt: skip
        place.progress(read / of, text=said)
        thread.join(STEP)
    place.empty()


def banner(snapshot: Snapshot) -> None:
    """Show what is left out; nothing where all is well."""
    if snapshot.problems:
        st.html(f"<div class='f-root'>{banner_html(snapshot)}</div>")


def banner_html(snapshot: Snapshot) -> str:
    """The banner as HTML: what is left out, and each problem with its place and its cure."""
    left_out = list(snapshot.corpus.left_out)
    for sub in snapshot.corpus.submissions:
        left_out += [f"{sub.head.name}: {name}" for name in sub.left_out]
    number = len(left_out)
    if number > MOST:
        rest = number - MOST
        left_out = [*left_out[:MOST], counted("and {number} more", "and {number} more", rest)]
    head = counted(
        "{number} problem in the data.", "{number} problems in the data.", len(snapshot.problems)
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
    lines = as_text(snapshot.problems[:MOST]).splitlines()
    more = len(snapshot.problems) - MOST
    if more > 0:
        lines.append(counted("and {number} more", "and {number} more", more))
    items = "".join(f"<li>{html.text(line)}</li>" for line in lines)
    return (
        f"<div class='f-notice' role='status'><strong>{html.text(head)}</strong> {html.text(what)}"
        f"<details><summary>{html.text(_('What is wrong, where, and how to mend it'))}</summary>"
        f"<ul>{items}</ul></details></div>"
    )
