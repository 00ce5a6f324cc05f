"""A snapshot goes in, the parts of the overview come out."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from answers.phrasing import sentence
from charts.captions import as_of, moment, rows_by_ref, together, with_rivals
from facts.change import changes, newest, rivals
from facts.corpus import Sub
from facts.format_value import parted
from facts.frame import reached
from facts.model import SubmissionHead
from facts.partial_dates import say_span
from facts.store import Snapshot
from ui import tags
from ui.data import snapshot
from ui.fact_line import fact_line
from ui.made import made
from ui.pager import pager
from ui.pressable import pressable
from ui.receipts import press, show_if_asked
from words import _, counted, listed, pick

MOST_ADDED = 5  # facts written out for each submission
SUBMISSIONS = 8  # on one page of what was added
ADDED = "added"  # that page in the address


def hero(held: Snapshot) -> None:
    """The newest size of the network as the page's title."""
    st.html(made(held, _hero))


def _hero(held: Snapshot) -> str:
    corpus = held.corpus
    rows = [newest(held.frame, i.id) for i in corpus.indicators.values() if i.chart == "network"]
    found = [with_rivals(row, held.frame) for row in rows if row is not None]
    moments = {as_of(row) for row in found}
    title = sentence(found, corpus) if found else pick(corpus.organisation.title)
    if len(moments) == 1:
        title = together(found, [corpus.indicators[row["indicator"]] for row in found])
    lead = _("As of {date}.", date=moments.pop()) + " " if len(moments) == 1 else ""
    if any(not rivals(held.frame, row).empty for row in found):
        lead += _("Submissions disagree: each number is named below.") + " "
    return (
        f"<div class='f-root f-hero'><h1>{tags.text(title)}</h1><p class='f-lead'>"
        f"{tags.text(lead + pick(corpus.organisation.about))} "
        f"{tags.text(_('Press a number to read its sentence.'))}</p></div>"
    )


def big_numbers(held: Snapshot) -> None:
    """The newest fact of each headline indicator, with the changes that may be said."""
    if shown := made(held, _big_numbers):
        pressable(shown, "big-numbers", press)


def _big_numbers(held: Snapshot) -> str:
    items = []
    for indicator in held.corpus.indicators.values():
        row = newest(held.frame, indicator.id) if indicator.headline else None
        if row is None:
            continue
        words, digits, mark = parted(row["says"])
        shown = f"<span class='f-word'>{tags.text(words)}</span>" if words else ""
        behind = f" <span class='f-word'>{tags.text(mark)}</span>" if mark else ""
        label = _(
            "{number} {what}: show the sentence that states it",
            number=row["says"],
            what=pick(indicator.label),
        )
        items.append(
            f"<li><button type='button' class='f-figure' data-fact='{tags.text(row['ref'])}' "
            f"aria-label='{tags.text(label)}'>{shown}{tags.text(digits)}{behind}</button>"
            f"<div class='f-what'>{tags.text(pick(indicator.label))}</div>"
            f"<div class='f-small'>{tags.text(_detail(held, row))}</div></li>"
        )
    return f"<ul class='f-figures'>{''.join(items)}</ul>" if items else ""


def _detail(held: Snapshot, row: pd.Series) -> str:
    """As-of date and changes: "15 November 2024 · +26 since the 2018 submission · +3 since …"."""
    parts = [as_of(row)]
    for _index, other in rivals(held.frame, row).iterrows():
        told = _("{name} states {says}", name=other["submission_name"], says=other["says"])
        parts.append(told)
    found = changes(held.frame, row["indicator"])
    starts = rows_by_ref(held.frame, [change.start for change in found])
    for change in found:
        start = starts[change.start]
        since = moment(start)
        if start["time_basis"] != "stated":
            since = _("the {moment}", moment=since)
        parts.append(
            _("{change} since {moment}", change=f"{change.difference:+,.0f}", moment=since)
        )
    if int((held.frame["indicator"] == row["indicator"]).sum()) == 1:
        parts.append(_("stated once, no trend"))
    return " · ".join(parts)


@st.fragment
def submissions() -> None:
    """What each submission states anew, the newest first; of many a page, and a link to each."""
    held = snapshot()
    above = st.container()
    first, last = pager(len(held.corpus.submissions), SUBMISSIONS, ADDED)
    with above:
        shown = _submissions(held, first, last) if first else made(held, _submissions, 0, last)
        if pressable(shown, "added", press):
            show_if_asked(held)


def _submissions(held: Snapshot, first: int, last: int) -> str:
    subs = held.corpus.submissions[::-1][first:last]
    mine = held.every[held.every["submission"].isin([sub.head.id for sub in subs])]
    entries = []
    for sub in subs:
        rows = mine[mine["submission"] == sub.head.id]
        new = reached(rows[(rows["carried_from"] == "") & (rows["scope"] == "own")])
        ranked = sorted((row for _i, row in new.iterrows()), key=lambda row: _rank(held, row))
        said = [(row["says"], row["label"]) for row in ranked]
        lines = "".join(
            f"<li>{fact_line(row, held)}{_which(row, sub) if said.count(one) > 1 else ''}</li>"
            for one, row in zip(said[:MOST_ADDED], ranked, strict=False)
        )
        repeated = int((rows["carried_from"] != "").sum())
        counts = [
            counted("{number} fact", "{number} facts", len(rows)),
            counted("{number} activity", "{number} activities", len(sub.activities)),
        ]
        if repeated:
            counts.append(
                counted(
                    "{number} repeated from earlier", "{number} repeated from earlier", repeated
                )
            )
        open_it = tags.link(_("Read it"), "submissions", submission=sub.head.id)
        entries.append(
            f"<li><div><div class='f-when'>{tags.text(sub.head.name)}</div>"
            f"<div class='f-small f-quiet'>{tags.text(_when(sub.head))}</div></div>"
            f"<div><ul>{lines}</ul><div class='f-small f-quiet'>"
            f"{tags.text(listed(counts))}. {open_it}</div></div></li>"
        )
    heading = tags.text(_("What each submission states anew"))
    return f"<h2>{heading}</h2><ol class='f-entries'>{''.join(entries)}</ol>"


def _which(row: pd.Series, sub: Sub) -> str:
    """Of what a number is that reads like another: the activity that it counts."""
    of = [a.activity.title for a in sub.activities if row["fact"] in a.activity.facts]
    return f" <span class='f-quiet'>{tags.text(f'({listed(tuple(of))})')}</span>" if of else ""


def _rank(held: Snapshot, row: pd.Series) -> tuple[bool, bool, int]:
    indicator = held.corpus.indicators[row["indicator"]]
    order = list(held.corpus.indicators).index(row["indicator"])
    return not indicator.chart, not indicator.recurring, order


def _when(head: SubmissionHead) -> str:
    written = say_span(head.written.earliest, head.written.latest)
    return written if head.written.basis == "stated" else _("{when}, inferred", when=written)
