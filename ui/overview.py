"""The parts of the overview: the newest size, the question box, big numbers, what was added."""

from __future__ import annotations

from datetime import date

import pandas as pd
import streamlit as st

from answers.answer import Answer, answer
from answers.phrasing import age, sentence
from charts.captions import as_of, moment, rows_by_ref, together, with_rivals
from facts.corpus import Sub
from facts.format_value import parted
from facts.frame import reached
from facts.model import SubmissionHead
from facts.newest_and_changes import changes, newest, rivals
from facts.partial_dates import say_span
from facts.store import Snapshot
from ui.evidence.fact_list import fact_line
from ui.evidence.receipts import press, show_receipt_if_asked
from ui.server.data_store import current_snapshot, made
from ui.widgets import html
from ui.widgets.html_component import pressable
from ui.widgets.pager import pager
from words import _, counted, listed, pick

MOST_ADDED = 5  # facts written out for each submission
SUBMISSIONS = 8  # on one page of what was added
ADDED = "added"  # that page in the address


@st.fragment
def question_box() -> None:
    """The box in which someone asks which number to say."""
    snapshot = current_snapshot()
    with st.container(key="card-ask"):
        asked = st.text_input(
            _("Which number do I say?"),
            key="ask",
            bind="query-params",
            max_chars=200,
            placeholder=_("Type a word: countries, workshops, children reached …"),
            live=True,
        )
        shown = _chips(snapshot, asked or "")
        if asked and asked.strip():
            found = answer(asked, snapshot.frame, snapshot.corpus)
            shown += answer_html(found, snapshot)
        if pressable(shown, "which-number", _press_chip):
            show_receipt_if_asked(snapshot)


def _press_chip(value: str) -> None:
    if value.startswith("fact:ask:"):
        st.session_state["ask"] = value.removeprefix("fact:ask:")
    else:
        press(value)


def _chips(snapshot: Snapshot, asked: str) -> str:
    chips = "".join(
        f"<li><button type='button' class='f-chip' data-fact='ask:{html.text(pick(q.label))}' "
        f"aria-pressed='{str(pick(q.label) == asked).lower()}'>{html.text(pick(q.label))}"
        "</button></li>"
        for q in snapshot.corpus.questions
    )
    return f"<ul class='f-chips' aria-label='{html.text(_('Questions often asked'))}'>{chips}</ul>"


def answer_html(found: Answer, snapshot: Snapshot) -> str:
    """What to say, how the question was understood, where it is written, what not to say."""
    css = "f-answer" if found.answered else "f-answer f-none"
    first = rows_by_ref(snapshot.frame, found.facts[:1] if found.newest else ())
    old = [age(row, date.today()) for row in first.values()]
    quiet = " ".join(filter(None, (found.took_as, *old)))
    again = "".join(
        f"<li><button type='button' class='f-chip' data-fact='ask:{html.text(one)}'>"
        f"{html.text(one)}</button></li>"
        for one in found.did_you_mean
    )
    meant = _headed(_("Did you mean"), again, " class='f-chips'")
    copy = f"<div class='f-actions'>{html.copier(_('Copy sentence'), found.say)}</div>"
    return (
        f"<div class='{css}' role='status'><div class='f-said'>{html.text(found.say)}</div>"
        f"<div class='f-quiet'>{html.text(quiet)}</div>{meant}"
        f"{copy if found.answered and found.kind != 'passages' else ''}"
        f"{_facts_of(found, snapshot)}{_passages_of(found, snapshot)}"
        f"{_not_instead(found, snapshot)}</div>"
    )


def _facts_of(found: Answer, snapshot: Snapshot) -> str:
    """The facts of an answer, each to press."""
    rows = rows_by_ref(snapshot.frame, found.facts)
    lines = "".join(
        f"<li>{fact_line(rows[ref], snapshot)} <span class='f-quiet'>({html.text(as_of(rows[ref]))}"
        f"{html.text(_('; said by others')) if rows[ref]['scope'] == 'world' else ''})</span></li>"
        for ref in found.facts
    )
    heading = _("Written where") if found.answered else _("The nearest that is stated")
    if found.kind == "passages":
        heading = _("Numbers stated with it, not of it alone")
    return _headed(heading, lines)


def _headed(heading: str, lines: str, css: str = "") -> str:
    """The lines of a list with a heading over them; nothing without lines."""
    return f"<h3>{html.text(heading)}</h3><ul{css}>{lines}</ul>" if lines else ""


def _passages_of(found: Answer, snapshot: Snapshot) -> str:
    """The passages of an answer, each with the submission that it stands in."""
    lines = []
    for one in found.sources:
        sub = snapshot.corpus.submission(one.submission)
        if one.kind == "passage" and sub:
            link = html.link(sub.head.name, "submissions", submission=one.submission)
            lines.append(f"<li>{link}: “{html.text(one.text)}”</li>")
    return _headed(_("Passages"), "".join(lines), " class='f-small'")


def _not_instead(found: Answer, snapshot: Snapshot) -> str:
    """What is easily said by mistake, and why not."""
    rows = rows_by_ref(snapshot.frame, [ref for ref, _why in found.not_instead])
    lines = "".join(
        f"<li>{_('Not')} {html.number(rows[ref]['says'], ref, rows[ref]['label'])}: "
        f"{html.text(why)}.</li>"
        for ref, why in found.not_instead
    )
    return _headed(_("What not to say instead"), lines)


def hero(snapshot: Snapshot) -> None:
    """The newest size of the network as the page's title."""
    st.html(made(snapshot, _hero))


def _hero(snapshot: Snapshot) -> str:
    corpus = snapshot.corpus
    rows = [
        newest(snapshot.frame, i.id) for i in corpus.indicators.values() if i.chart == "network"
    ]
    found = [with_rivals(row, snapshot.frame) for row in rows if row is not None]
    moments = {as_of(row) for row in found}
    title = sentence(found, corpus) if found else pick(corpus.organisation.title)
    if len(moments) == 1:
        title = together(found, [corpus.indicators[row["indicator"]] for row in found])
    lead = _("As of {date}.", date=moments.pop()) + " " if len(moments) == 1 else ""
    if any(not rivals(snapshot.frame, row).empty for row in found):
        lead += _("Submissions disagree: each number is named below.") + " "
    return (
        f"<div class='f-root f-hero'><h1>{html.text(title)}</h1><p class='f-lead'>"
        f"{html.text(lead + pick(corpus.organisation.about))} "
        f"{html.text(_('Press a number to read its sentence.'))}</p></div>"
    )


def big_numbers(snapshot: Snapshot) -> None:
    """The newest fact of each headline indicator, with the changes that may be said."""
    if shown := made(snapshot, _big_numbers):
        pressable(shown, "big-numbers", press)


def _big_numbers(snapshot: Snapshot) -> str:
    items = []
    for indicator in snapshot.corpus.indicators.values():
        row = newest(snapshot.frame, indicator.id) if indicator.headline else None
        if row is None:
            continue
        words, digits, mark = parted(row["says"])
        shown = f"<span class='f-word'>{html.text(words)}</span>" if words else ""
        behind = f" <span class='f-word'>{html.text(mark)}</span>" if mark else ""
        label = _(
            "{number} {what}: show the sentence that states it",
            number=row["says"],
            what=pick(indicator.label),
        )
        items.append(
            f"<li><button type='button' class='f-figure' data-fact='{html.text(row['ref'])}' "
            f"aria-label='{html.text(label)}'>{shown}{html.text(digits)}{behind}</button>"
            f"<div class='f-what'>{html.text(pick(indicator.label))}</div>"
            f"<div class='f-small'>{html.text(_detail(snapshot, row))}</div></li>"
        )
    return f"<ul class='f-figures'>{''.join(items)}</ul>" if items else ""


def _detail(snapshot: Snapshot, row: pd.Series) -> str:
    """As-of date and changes: "15 November 2024 · +26 since the 2018 submission · +3 since …"."""
    parts = [as_of(row)]
    for _index, other in rivals(snapshot.frame, row).iterrows():
        told = _("{name} states {says}", name=other["submission_name"], says=other["says"])
        parts.append(told)
    found = changes(snapshot.frame, row["indicator"])
    starts = rows_by_ref(snapshot.frame, [change.start for change in found])
    for change in found:
        start = starts[change.start]
        since = moment(start)
        if start["time_basis"] != "stated":
            since = _("the {moment}", moment=since)
        parts.append(
            _("{change} since {moment}", change=f"{change.difference:+,.0f}", moment=since)
        )
    if int((snapshot.frame["indicator"] == row["indicator"]).sum()) == 1:
        parts.append(_("stated once, no trend"))
    return " · ".join(parts)


@st.fragment
def added_by_submission() -> None:
    """What each submission states anew, the newest first; of many a page, and a link to each."""
    snapshot = current_snapshot()
    above = st.container()
    first, last = pager(len(snapshot.corpus.submissions), SUBMISSIONS, ADDED)
    with above:
        shown = (
            _added_by_submission(snapshot, first, last)
            if first
            else made(snapshot, _added_by_submission, 0, last)
        )
        if pressable(shown, "added", press):
            show_receipt_if_asked(snapshot)


def _added_by_submission(snapshot: Snapshot, first: int, last: int) -> str:
    subs = snapshot.corpus.submissions[::-1][first:last]
    mine = snapshot.every[snapshot.every["submission"].isin([sub.head.id for sub in subs])]
    entries = []
    for sub in subs:
        rows = mine[mine["submission"] == sub.head.id]
        new = reached(rows[(rows["carried_from"] == "") & (rows["scope"] == "own")])
        ranked = sorted((row for _i, row in new.iterrows()), key=lambda row: _rank(snapshot, row))
        said = [(row["says"], row["label"]) for row in ranked]
        lines = "".join(
            f"<li>{fact_line(row, snapshot)}{_which(row, sub) if said.count(one) > 1 else ''}</li>"
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
        open_it = html.link(_("Read it"), "submissions", submission=sub.head.id)
        entries.append(
            f"<li><div><div class='f-when'>{html.text(sub.head.name)}</div>"
            f"<div class='f-small f-quiet'>{html.text(_when(sub.head))}</div></div>"
            f"<div><ul>{lines}</ul><div class='f-small f-quiet'>"
            f"{html.text(listed(counts))}. {open_it}</div></div></li>"
        )
    heading = html.text(_("What each submission states anew"))
    return f"<h2>{heading}</h2><ol class='f-entries'>{''.join(entries)}</ol>"


def _which(row: pd.Series, sub: Sub) -> str:
    """Of what a number is that reads like another: the activity that it counts."""
    of = [a.activity.title for a in sub.activities if row["fact"] in a.activity.facts]
    return f" <span class='f-quiet'>{html.text(f'({listed(tuple(of))})')}</span>" if of else ""


def _rank(snapshot: Snapshot, row: pd.Series) -> tuple[bool, bool, int]:
    indicator = snapshot.corpus.indicators[row["indicator"]]
    order = list(snapshot.corpus.indicators).index(row["indicator"])
    return not indicator.chart, not indicator.recurring, order


def _when(head: SubmissionHead) -> str:
    written = say_span(head.written.earliest, head.written.latest)
    return written if head.written.basis == "stated" else _("{when}, inferred", when=written)
