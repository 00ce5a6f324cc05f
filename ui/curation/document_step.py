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
    HELP,
    columns,
    date_words,
    line,
    more_of_it,
    one_in,
    one_of,
    read_date,
    read_only,
    span_words,
)
from ui.widgets import html
from words import _

Fields = dict[str, Any]
OTHER = -1  # among the dates that the document shows: another one, typed


def show(desk: ReviewSession) -> None:
    """The form, what is still wrong in it, and the way on."""
    key = f"head-{desk.work.id}"
    name = plain_name(desk.work.document.name)
    words = _("These were read from {name}. Correct what is wrong.", name=name)
    st.html(f"<div class='f-root'><p class='f-quiet'>{html.text(words)}</p></div>")
    document_upload.reading_notes(desk.work.document)
    with st.container(key="card-head"):
        fields = _form(desk, dict(desk.head), key)
        found = review_session.check_head(desk, fields)
        if found:
            st.html(
                f"<div class='f-root a-card'>{faults_html(found, _('Still to be filled in'))}</div>"
            )
        label = _("Go on to the numbers")
        st.button(label, type="primary", key="head-on", on_click=keep, args=("numbers",))


def keep(step: str) -> None:
    """Keep what is typed about the document, and go on to another step."""
    desk = curation_state.desk()
    if desk is None:
        return
    with read_only():
        fields = _form(desk, dict(desk.head), f"head-{desk.work.id}")
    fields = _named(fields, desk.head)
    if fields.get("language") != desk.reading.source.language:
        curation_state.typed().clear()  # each card is filled in anew
    if fields == desk.head or curation_state.do(partial(review_session.set_head, fields=fields)):
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


def _form(desk: ReviewSession, head: Fields, key: str) -> Fields:
    made = dict(head)
    made["title"] = line(_("Title"), head.get("title"), f"{key}-title")
    left, right = columns(2)
    with left:
        made["body"] = line(
            _("Sent to"),
            head.get("body"),
            f"{key}-body",
            help=_("The body or process of the United Nations: CSTD, OHCHR."),
        )
    with right:
        made["name"] = line(
            _("What staff call it"),
            head.get("name"),
            f"{key}-name",
            help=_("Short, with its year: “CSTD 2025”. Charts and lists use it."),
        )
    _written(desk, made, key)
    period: Fields = dict(head.get("reports_on") or {})
    left, right = columns(2)
    with left:
        start = line(
            _("Reports on the time from"), date_words(period.get("from")), f"{key}-from", help=HELP
        )
    with right:
        end = line(_("to"), date_words(period.get("to")), f"{key}-to", help=HELP)
    made["reports_on"] = {**period, "from": read_date(start), "to": read_date(end)}
    with more_of_it():
        _more(desk, made, head, key)
    return {name: value for name, value in made.items() if value not in ("", None, {})}


def _written(desk: ReviewSession, made: Fields, key: str) -> None:
    """When it was written: one of the dates that the document shows, or another."""
    now: Fields = dict(made.get("written") or {})
    dating = _dates(desk)
    chosen = next((n for n, one in enumerate(dating) if _is(one, now)), OTHER)
    options = [*range(len(dating)), OTHER]
    words = {n: span_words(*_ends(one)) for n, one in enumerate(dating)} | {
        OTHER: _("Another date")
    }
    captions = [_shows(desk, one) for one in dating] + [_("Type it below.")]
    label = _("When was it written?")
    answer = one_in(label, words, options.index(chosen), captions, f"{key}-dating")
    if answer != OTHER:
        if not _is(dating[answer], now):
            made["written"] = _evident(desk, dating[answer])
            made["plot_at"] = {"value": made["written"]["latest"], "basis": "stated"}
        return
    left, right = columns(2)
    with left:
        earliest = line(
            _("Written not before"), date_words(now.get("earliest")), f"{key}-earliest", help=HELP
        )
    with right:
        latest = line(
            _("Written not after"), date_words(now.get("latest")), f"{key}-latest", help=HELP
        )
    first, last = read_date(earliest), read_date(latest)
    if (first, last) != (now.get("earliest"), now.get("latest")):
        made["written"] = {**now, "earliest": first, "latest": last, "basis": "inferred"}
        made["plot_at"] = {"value": last, "basis": "inferred"}


def _dates(desk: ReviewSession) -> list[Dating]:
    """What dates the document, each date once, the strongest first."""
    order = list(DATED_BY)
    ranked = sorted(
        desk.reading.dating, key=lambda one: order.index(one.shows) if one.shows in order else 9
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


def _shows(desk: ReviewSession, one: Dating) -> str:
    place = place_in_document(desk.work.document, one.start)
    shows = DATED_BY.get(one.shows, one.shows)
    return html.markdown(f"“{one.text}”, {place}: {shows}")


def _evident(desk: ReviewSession, one: Dating) -> Fields:
    """The field `written` for a date that the document shows, with its evidence."""
    first, last = _ends(one)
    evidence: Fields = {"quote": one.text, "shows": DATED_BY.get(one.shows, one.shows)}
    places = find_all(desk.reading.source, one.text)
    if len(places) > 1:
        number = next((n for n, at in enumerate(places, 1) if at.start >= one.start), len(places))
        evidence["occurrence"] = number
    printed = one.shows == "printed at the beginning"
    basis = "stated" if printed else "inferred"
    return {"earliest": first, "latest": last, "basis": basis, "evidence": [evidence]}


def _plot_at(made: Fields, key: str) -> None:
    """The date on the charts."""
    plot: Fields = dict(made.get("plot_at") or {})
    value = line(
        _("Date on the charts, for what holds “today”"),
        date_words(plot.get("value")),
        f"{key}-plot-{plot.get('value')}",
        help=HELP,
    )
    made["plot_at"] = {**plot, "value": read_date(value)}


def _more(desk: ReviewSession, made: Fields, head: Fields, key: str) -> None:
    """The session, the date on the charts, the language, the citation and the short name."""
    session: Fields = dict(head.get("session") or {})
    first, second, third = columns(3)
    with first:
        number = line(_("Number of the session"), session.get("number"), f"{key}-session")
    with second:
        start = line(
            _("Session from"), date_words(session.get("from")), f"{key}-session-from", help=HELP
        )
    with third:
        end = line(_("Session to"), date_words(session.get("to")), f"{key}-session-to", help=HELP)
    given: Fields = {
        "number": int(number) if number.isdecimal() else number,
        "from": read_date(start),
        "to": read_date(end),
    }
    kept = {name: value for name, value in given.items() if value != ""}
    made["session"] = {**session, **kept} if kept else None
    _plot_at(made, key)
    made["language"] = one_of(
        _("Language of the document"),
        LANGUAGES,
        head.get("language") or desk.reading.source.language,
        f"{key}-language",
        help=_("Its numbers are read in this language; a fact can name another one."),
    )
    made["citation"] = line(_("How to cite it"), head.get("citation"), f"{key}-citation")
    made["note"] = line(_("Note for readers"), head.get("note"), f"{key}-note")
    made["id"] = line(
        _("Name of its folder"),
        head.get("id"),
        f"{key}-id",
        help=_("Small letters, digits and hyphens; it stands in the address of its page."),
    )
