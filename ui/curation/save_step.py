"""The last step of adding: what is missing, what changes, and the one button that saves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from charts.captions import value_of
from charts.network import network
from curate import review_session, submit
from curate.compare_submissions import Row
from curate.errors import NotSaved
from curate.review_session import ReviewSession
from curate.submit import Missing, Preview
from facts.corpus import Corpus
from facts.fact_index import facts_of
from facts.problems import as_text
from ui.curation import curation_state, saved_outcome
from ui.curation.curation_state import session_work
from ui.curation.entry_verdict import plain, say_refusal
from ui.curation.field_labels import REASON_WORDS, field
from ui.figures.chart import show_picture
from ui.server.permissions import must_edit
from ui.widgets import html
from words import N_, Labels, _, counted, listed, pick

STANDINGS = Labels(
    {
        "new": N_("new"),
        "gone": N_("no longer stated"),
        "larger": N_("larger"),
        "smaller": N_("smaller"),
        "same": N_("the same"),
        "not comparable": N_("counted otherwise: not compared"),
    }
)


def changes_table(rows: Sequence[Row]) -> str:
    """A row per indicator: before, after, and what that means."""
    if not rows:
        return f"<p class='f-quiet'>{html.text(_('Nothing changes.'))}</p>"
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
            f"<details class='a-gone'><summary>{html.text(words)}</summary>"
            f"{_table(gone, words)}</details>"
        )
    return made


def _table(rows: Sequence[Row], title: str) -> str:
    names = (_("What is counted"), _("Before"), _("After"), _("Change"))
    head = "".join(f"<th scope='col'>{html.text(name)}</th>" for name in names)
    body = "".join(_row(row, names) for row in rows)
    caption = html.text(title)
    return (
        f"<table class='f-table f-grid'><caption>{caption}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row(row: Row, names: Sequence[str]) -> str:
    change = STANDINGS[row.standing]
    if row.same_words and row.standing == "same":
        change = _("the same, in the same words")
    cells = "".join(
        f"<td data-label='{html.text(name)}'>{html.text(value or '–')}</td>"
        for name, value in zip(names[1:], (row.before, row.after, change), strict=True)
    )
    return f"<tr><th scope='row'>{html.text(row.label)}</th>{cells}</tr>"


MOST = 40  # numbers of one class that are listed


def show(review: ReviewSession) -> None:
    """Everything between the last card and the save."""
    conflict = saved_outcome.conflict_about(review.work.id)
    if conflict is not None:
        saved_outcome.show_conflict(conflict, save)
        return
    _left(review)
    _missing(review)
    _aside(review)
    try:
        made = submit.preview(review)
    except NotSaved as reason:
        curation_state.wrong(reason)
        made = None
    if made is not None:
        _changes(made)
    _save(review, made)


def _left(review: ReviewSession) -> None:
    """Cards that are still open."""
    waiting = [card for card in review.cards if card.standing != "done"]
    if not waiting:
        return
    words = counted("{number} card is still open.", "{number} cards are still open.", len(waiting))
    st.html(f"<div class='f-root'><h2>{html.text(words)}</h2></div>")
    label = _("Go back to the numbers")
    st.button(label, key="finish-back", on_click=curation_state.go, args=("numbers",))


def _missing(review: ReviewSession) -> None:
    """Each recurring indicator that was not found: said to be not stated, or looked for again."""
    waiting = submit.missing(review)
    if not waiting:
        return
    head = _("Said in other years, and not found here")
    hint = _("Say for each that the document does not state it, or mark it in the document.")
    st.html(
        f"<div class='f-root'><h2>{html.text(head)}</h2>"
        f"<p class='f-quiet'>{html.text(hint)}</p></div>"
    )
    for one in waiting:
        _one_missing(review, one)


def _one_missing(review: ReviewSession, one: Missing) -> None:
    with st.container(
        key=f"a-missing-{one.indicator}", horizontal=True, vertical_alignment="center"
    ):
        indicator = review.indicators[one.indicator]
        words = ", ".join(one.searched)
        searched = _("Looked for: {words}", words=words) if words else ""
        st.html(
            f"<div class='f-root a-missing'><p><strong>{html.text(pick(indicator.label))}</strong> "
            f"<span class='f-quiet'>{html.text(_last(review, one))}</span></p>"
            f"<p class='f-small f-quiet'>{html.text(searched)}</p></div>",
            width="stretch",
        )
        step = partial(review_session.not_stated, indicator=one.indicator)
        key = f"missing-{one.indicator}"
        st.button(_("Not stated"), key=key, on_click=curation_state.press, args=(step,))
        st.button(
            _("It is there"), key=f"there-{one.indicator}", type="tertiary", on_click=_look_for
        )


def _look_for() -> None:
    session_work()[curation_state.SAID] = _("Mark the number in the page, or paste its words.")
    curation_state.go("numbers")


def _last(review: ReviewSession, one: Missing) -> str:
    """What was last said of an indicator: "last time: 8 workshops (CSTD 2025)"."""
    corpus = review.reading.corpus
    known = facts_of(corpus, one.indicator, 1)
    if not known:
        return _("never stated yet")
    unit = corpus.indicators[one.indicator].unit
    said = f"{value_of(known[-1].fact, corpus)} {pick(unit.many)}"
    return _("last time: {said} ({name})", said=said, name=known[-1].submission.name)


def _aside(review: ReviewSession) -> None:
    """What was never asked, by its class: each can be called back."""
    if not review.left_out:
        return
    counts: Counter[str] = Counter(one.class_ for one in review.left_out)
    words = counted(
        "{number} number was set aside without asking",
        "{number} numbers were set aside without asking",
        len(review.left_out),
    )
    with st.expander(words):
        names = [name for name in REASON_WORDS if counts[name]]
        options = {name: f"{REASON_WORDS[name]} ({counts[name]:,})" for name in names}
        chosen = st.selectbox(
            _("Show"), names, format_func=lambda name: options[name], key="aside-class"
        )
        for one in [one for one in review.left_out if one.class_ == chosen][:MOST]:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.html(
                    f"<div class='f-root'><p><strong>{html.text(one.text)}</strong> "
                    f"{html.text(one.sentence[:200])} <span class='f-small f-quiet'>"
                    f"{html.text(one.where)}</span></p></div>",
                    width="stretch",
                )
                st.button(
                    _("Make it a card"),
                    key=f"call-{one.id}",
                    type="tertiary",
                    on_click=_call_back,
                    args=(one.id,),
                )


def _call_back(name: str) -> None:
    if curation_state.do(partial(review_session.call_back, left_out=name)):
        curation_state.go("numbers")


def _changes(made: Preview) -> None:
    """What changes against the submission before, and the charts before and after."""
    head = _("What changes")
    st.html(
        f"<div class='f-root a-finish'><h2>{html.text(head)}</h2>{changes_table(made.rows)}</div>"
    )
    left, right = st.columns(2)
    with left:
        _chart(_("Before"), made.frame_before, made.before, "before")
    with right:
        _chart(_("After"), made.frame_after, made.after, "after")
    with st.expander(_("Show the file")):
        st.code(made.yaml, language="yaml", wrap_lines=True)


def _chart(head: str, frame: pd.DataFrame, corpus: Corpus, key: str) -> None:
    spec = network(frame, corpus) if len(frame) else None
    st.html(f"<div class='f-root'><h3>{html.text(head)}</h3></div>")
    if spec is None:
        st.html(html.paragraph(_("No number of the network’s size is stated."), "f-quiet"))
        return
    show_picture(spec, f"finish-{key}")


def _save(review: ReviewSession, made: Preview | None) -> None:
    """The button, or what is to be done before."""
    waiting = _waiting(review)
    if made is not None:
        waiting += as_text(made.problems[:10]).splitlines()
    if waiting:
        items = "".join(f"<li>{html.text(one)}</li>" for one in waiting)
        head = html.text(_("Before it can be saved:"))
        st.html(
            f"<div class='f-root'><div class='f-notice' role='status'><strong>{head}</strong>"
            f"<ul>{items}</ul></div></div>"
        )
    say_refusal()
    st.button(_("Save"), type="primary", key="finish-save", disabled=bool(waiting), on_click=save)


def _waiting(review: ReviewSession) -> list[str]:
    """What must be done before saving, a sentence each."""
    found = []
    done, of = review.progress
    if done < of:
        words = counted("{number} card is still open.", "{number} cards are still open.", of - done)
        found.append(words)
    for fault in review_session.check_head(review, review.head):
        what = f"{field(fault.field)}: {plain(fault)}"
        found.append(_("About the document. {what}", what=what))
    if waiting := submit.missing(review):
        labels = [pick(review.indicators[one.indicator].label) for one in waiting]
        found.append(_("Say of each whether it is not stated: {labels}.", labels=listed(labels)))
    return found


def save(over: str | None = None) -> None:
    """Save; where someone else saved meanwhile, both versions are shown. `over` is theirs, seen."""
    review = curation_state.review()
    if review is None:
        return
    saved = None
    with saved_outcome.saving(review.work.id):
        must_edit()
        saved = submit.save(review, over=over)
    if saved is not None:
        curation_state.leave()
        saved_outcome.keep_saved(saved, str(review.head.get("name") or saved.submission))
