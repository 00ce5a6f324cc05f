"""One submission goes in, what is known about it and its reading view come out."""

from __future__ import annotations

import streamlit as st

from facts.corpus import PlacedFact, Sub
from facts.partial_dates import say_span
from facts.store import Snapshot
from ui import long_reading, tags
from ui.curation.field_labels import LANGUAGES
from ui.long_text import WHOLE
from ui.pressable import pressable
from ui.reading import contents, reading
from ui.receipts import press, show_if_asked
from words import _, counted, pick

FORMS = {
    "ocr": _("scanned and read by machine: letters may be misread, and stay as they are"),
    "text": _("a text, as received"),
    "pdf": _("the text of a PDF"),
}


def show(held: Snapshot, sub: Sub, only: str, here: str | None) -> None:
    """The submission, its facts as a list, and its source with those facts marked."""
    shown = [p for p in sub.facts if only in ("all", p.fact.indicator)]
    known = {p.fact.id for p in shown}
    if here is not None and here not in known:
        words = _("There is no fact named “{name}” marked in this submission.", name=here[:80])
        st.html(tags.note(words))
    rows = held.every.loc[held.every["submission"] == sub.head.id, ["ref", "says", "label"]]
    says = dict(zip(rows["ref"], rows["says"], strict=True))
    labels = dict(zip(rows["ref"], rows["label"], strict=True))
    ordered = sorted(shown, key=lambda p: p.number or (p.match.start, p.match.end))
    head = about(sub, held)
    is_long, name = len(sub.source_text) > WHOLE, sub.head.id
    if is_long and st.query_params.get("whole") != name:
        text = long_reading.Shown(sub, ordered, says, labels)
        pressed = long_reading.show(held, text, here, head, press)
    else:
        jumps = contents(ordered, says, labels)
        count = tags.text(_count(ordered))
        listing = f"<details class='f-listing'><summary>{count}</summary>{jumps}</details>"
        beside = f"<strong>{count}</strong>{jumps}"
        told = long_reading.whole_notice(sub) if is_long else ""
        body = head + listing + told + reading(sub, shown, here, beside)
        pressed = pressable(body, f"reading-{name}", press)
    if pressed:
        show_if_asked(held)


def about(sub: Sub, held: Snapshot) -> str:
    """What is known about a submission: body, dates with their basis, evidence, citation."""
    head = sub.head
    basis = {"stated": _("printed in it"), "inferred": _("inferred")}
    written = say_span(head.written.earliest, head.written.latest)
    reports = say_span(head.reports_on.start, head.reports_on.end)
    pairs = [
        (_("Sent to"), tags.text(head.body)),
        (_("Written"), tags.text(f"{written} ({basis[head.written.basis]})")),
        (_("Reports on"), tags.text(f"{reports} ({basis[head.reports_on.basis]})")),
        (_("Text"), tags.text(FORMS[head.source.form])),
        (_("Language"), tags.text(_language(sub))),
    ]
    evidence = "".join(
        f"<li>“{tags.text(e.quote)}”: {tags.text(e.shows)}</li>" for e in head.written.evidence
    )
    if evidence:
        pairs.append((_("How the date is known"), f"<ul>{evidence}</ul>"))
    absent = [
        pick(held.corpus.indicators[a.indicator].label)
        for a in sub.absent
        if a.indicator in held.corpus.indicators
    ]
    if absent:
        pairs.append((_("Looked for and not stated"), tags.text("; ".join(absent))))
    if head.note:
        pairs.append((_("Note"), tags.text(head.note)))
    return (
        f"<div class='f-about'><h2>{tags.text(head.name)}</h2>"
        f"<p class='f-quiet'>{tags.text(head.title)}</p>{tags.rows(pairs)}</div>"
        f"<div class='f-actions'>{tags.copier(_('Copy citation'), head.citation)}"
        f"{tags.link_copier(_('Copy link'), f'?submission={head.id}')}</div>"
    )


def _language(sub: Sub) -> str:
    """The language of a submission, and whether the file states it."""
    name = LANGUAGES.get(sub.head.language or "", sub.head.language or "")
    return _("{language}, guessed from the text", language=name) if sub.language_guessed else name


def _count(shown: list[PlacedFact]) -> str:
    return counted(
        "{number} fact in this text: jump to it",
        "{number} facts in this text: jump to one",
        len(shown),
    )
