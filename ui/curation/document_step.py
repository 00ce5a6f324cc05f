"""The first step of adding: the form about the document, its dates with what shows them."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from curate import review_session
from curate.durable_write import slug
from curate.review_session import ReviewSession
from extract.dated_events import Dating
from extract.documents.read_document import plain_name
from language.quotes import find_all
from ui.curation import curation_state, document_upload
from ui.curation.draft_report import place_in_document
from ui.curation.entry_verdict import faults_html
from ui.curation.field_labels import DATED_BY, LANGUAGES
from ui.curation.form_controls import (
    columns,
    date_line,
    line,
    more_of_it,
    one_in,
    one_of,
    read_only,
    span_words,
    text_field,
)
from ui.widgets import html
from words import _

Fields = dict[str, Any]
OTHER = -1  # among the dates that the document shows: another one, typed


def show(review: ReviewSession) -> None:
    """The form, what is still wrong in it, and the way on."""
    key = f"head-{review.work.id}"
    name = plain_name(review.work.document.name)
    words = _("These were read from {name}. Correct what is wrong.", name=name)
    st.html(html.paragraph(words, "f-quiet"))
    document_upload.reading_notes(review.work.document)
    with st.container(key="card-head"):
        fields = _form(review, dict(review.head), key)
        found = review_session.check_head(review, fields)
        if found:
            st.html(
                f"<div class='f-root a-card'>{faults_html(found, _('Still to be filled in'))}</div>"
            )
        label = _("Go on to the numbers")
        st.button(label, type="primary", key="head-on", on_click=keep, args=("numbers",))


def keep(step: str) -> None:
    """Keep what is typed about the document, and go on to another step."""
    review = curation_state.review()
    if review is None:
        return
    with read_only():
        fields = _form(review, dict(review.head), f"head-{review.work.id}")
    fields = _named(fields, review.head)
    if fields.get("language") != review.reading.source.language:
        curation_state.typed().clear()  # each card is filled in anew
    if fields == review.head or curation_state.do(partial(review_session.set_head, fields=fields)):
        curation_state.go(step)


def _named(fields: Fields, before: Fields) -> Fields:
    """Once the body is known it stands in the names that were guessed without it."""
    body = str(fields.get("body", ""))
    if before.get("body") or not body:
        return fields
    made = dict(fields)
    if fields.get("name") == before.get("name"):
        year = str(fields.get("name", "")).rpartition(" ")[2]
        made["name"] = f"{body} {year}"
    if fields.get("id") == before.get("id") and slug(body):
        made["id"] = slug(f"{body} {fields.get('id', '')}")
    return made


def _form(review: ReviewSession, head: Fields, key: str) -> Fields:
    made = dict(head)
    made["title"] = text_field(head, "title", key)
    left, right = columns(2)
    with left:
        sent_to = _("The body or process of the United Nations: CSTD, OHCHR.")
        made["body"] = text_field(head, "body", key, help=sent_to)
    with right:
        called = _("Short, with its year: “CSTD 2025”. Charts and lists use it.")
        made["name"] = text_field(head, "name", key, help=called)
    _written(review, made, key)
    period: Fields = dict(head.get("reports_on") or {})
    left, right = columns(2)
    with left:
        start = date_line(_("Reports on the time from"), period.get("from"), f"{key}-from")
    with right:
        end = date_line(_("to"), period.get("to"), f"{key}-to")
    made["reports_on"] = {**period, "from": start, "to": end}
    with more_of_it():
        _more(review, made, head, key)
    return {name: value for name, value in made.items() if value not in ("", None, {})}


def _written(review: ReviewSession, made: Fields, key: str) -> None:
    """When it was written: one of the dates that the document shows, or another."""
    now: Fields = dict(made.get("written") or {})
    dating = _dates(review)
    chosen = next((n for n, one in enumerate(dating) if _is(one, now)), OTHER)
    options = [*range(len(dating)), OTHER]
    words = {n: span_words(*_ends(one)) for n, one in enumerate(dating)} | {
        OTHER: _("Another date")
    }
    captions = [_shows(review, one) for one in dating] + [_("Type it below.")]
    label = _("When was it written?")
    answer = one_in(label, words, options.index(chosen), captions, f"{key}-dating")
    if answer != OTHER:
        if not _is(dating[answer], now):
            made["written"] = _evident(review, dating[answer])
            made["plot_at"] = {"value": made["written"]["latest"], "basis": "stated"}
        return
    left, right = columns(2)
    with left:
        first = date_line(_("Written not before"), now.get("earliest"), f"{key}-earliest")
    with right:
        last = date_line(_("Written not after"), now.get("latest"), f"{key}-latest")
    if (first, last) != (now.get("earliest"), now.get("latest")):
        made["written"] = {**now, "earliest": first, "latest": last, "basis": "inferred"}
        made["plot_at"] = {"value": last, "basis": "inferred"}


def _dates(review: ReviewSession) -> list[Dating]:
    """What dates the document, each date once, the strongest first."""
    order = list(DATED_BY)
    ranked = sorted(
        review.reading.dating, key=lambda one: order.index(one.shows) if one.shows in order else 9
    )
    once: dict[str, Dating] = {}
    for one in ranked:
        once.setdefault(one.date, one)
    return list(once.values())[:4]


def _ends(one: Dating) -> tuple[str, str]:
    first, _slash, last = one.date.partition("/")
    return first, last or first


def _is(one: Dating, written: Fields) -> bool:
    return _ends(one) == (written.get("earliest"), written.get("latest"))


def _shows(review: ReviewSession, one: Dating) -> str:
    place = place_in_document(review.work.document, one.start)
    shows = DATED_BY.get(one.shows, one.shows)
    return html.markdown(f"“{one.text}”, {place}: {shows}")


def _evident(review: ReviewSession, one: Dating) -> Fields:
    """The field `written` for a date that the document shows, with its evidence."""
    first, last = _ends(one)
    evidence: Fields = {"quote": one.text, "shows": DATED_BY.get(one.shows, one.shows)}
    places = find_all(review.reading.source, one.text)
    if len(places) > 1:
        number = next((n for n, at in enumerate(places, 1) if at.start >= one.start), len(places))
        evidence["occurrence"] = number
    printed = one.shows == "printed at the beginning"
    basis = "stated" if printed else "inferred"
    return {"earliest": first, "latest": last, "basis": basis, "evidence": [evidence]}


def _plot_at(made: Fields, key: str) -> None:
    """The date on the charts."""
    plot: Fields = dict(made.get("plot_at") or {})
    label = _("Date on the charts, for what holds “today”")
    value = date_line(label, plot.get("value"), f"{key}-plot-{plot.get('value')}")
    made["plot_at"] = {**plot, "value": value}


def _more(review: ReviewSession, made: Fields, head: Fields, key: str) -> None:
    """The session, the date on the charts, the language, the citation and the short name."""
    session: Fields = dict(head.get("session") or {})
    first, second, third = columns(3)
    with first:
        number = line(_("Number of the session"), session.get("number"), f"{key}-session")
    with second:
        start = date_line(_("Session from"), session.get("from"), f"{key}-session-from")
    with third:
        end = date_line(_("Session to"), session.get("to"), f"{key}-session-to")
    count = int(number) if number.isdecimal() else number
    given: Fields = {"number": count, "from": start, "to": end}
    kept = {name: value for name, value in given.items() if value != ""}
    made["session"] = {**session, **kept} if kept else None
    _plot_at(made, key)
    made["language"] = one_of(
        _("Language of the document"),
        LANGUAGES,
        head.get("language") or review.reading.source.language,
        f"{key}-language",
        help=_("Its numbers are read in this language; a fact can name another one."),
    )
    made["citation"] = text_field(head, "citation", key)
    made["note"] = text_field(head, "note", key)
    plain = _("Small letters, digits and hyphens; it stands in the address of its page.")
    made["id"] = text_field(head, "id", key, _("Name of its folder"), help=plain)
