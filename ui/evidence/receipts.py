"""The dialog with the receipt of a fact or an activity, opened by a press or an address."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from charts import captions
from charts.activities import KINDS
from charts.captions import as_of
from charts.evidence import evidence_of_fact
from export.receipt_terms import terms
from facts.corpus import Corpus, PlacedActivity, PlacedFact, Sub
from facts.store import Snapshot
from ui.curation.field_labels import LANGUAGES
from ui.deck import add_to_deck
from ui.evidence.fact_list import row_of
from ui.evidence.proof import citation, in_context, proof_marks
from ui.server.permissions import may_edit
from ui.widgets import html, navigation
from ui.widgets.html_component import pressable
from words import N_, _, pick, translate

SCOPES = {
    "own": N_("the organisation’s own work"),
    "partner": N_("joint or partners’ work"),
    "world": N_("work of others"),
}
RECEIPT = "receipt"  # the parameter in the address that holds the open receipt


def fact_receipt(
    placed: PlacedFact,
    row: pd.Series,
    sub: Sub,
    corpus: Corpus,
    parameters: str,
    *,
    may_edit: bool = False,
) -> str:
    """The receipt of one fact as HTML; `parameters` is what the link to it holds."""
    head, fact = placed.submission, placed.fact
    indicator = corpus.indicators[fact.indicator]
    start, end = placed.match.start, placed.match.end
    quote = in_context(sub.source_text, start, end, placed.number)
    # A share carries its sign already.
    unit = "" if indicator.kind == "share" else f" {captions.unit(row, indicator)}"
    said = f"{row['says']}{unit}"
    cited = citation(head.citation, fact.section, sub.source_text, start, end)
    body = [
        f"<div class='f-figure'>{html.text(row['says'])}</div>",
        f"<div><strong>{html.text(pick(indicator.label))}</strong></div>",
        f"<blockquote>{quote}</blockquote>",
        html.terms(_fact_terms(placed, row, sub, corpus)),
        "<div class='f-actions'>",
        html.copier(_("Copy citation"), cited),
        html.copier(_("Copy number"), f"{said} ({as_of(row)})"),
        html.link_copier(_("Copy link"), parameters),
        html.link(_("Read it in the submission"), "submissions", submission=head.id, fact=fact.id),
        html.link(_("Edit this fact"), "add", edit=placed.ref) if may_edit else "",
        "</div>",
    ]
    return f"<div class='f-receipt'>{''.join(body)}</div>"


def _fact_terms(
    placed: PlacedFact, row: pd.Series, sub: Sub, corpus: Corpus
) -> list[tuple[str, str]]:
    """The lines of the receipt as HTML, with what only the screen has room for."""
    head, fact = placed.submission, placed.fact
    label = pick(corpus.indicators[fact.indicator].label)
    comparable = (
        _("same definition as the other “{label}” facts", label=label)
        if row["wording_rule"] == "same"
        else _("another definition: not compared with the other “{label}” facts", label=label)
    )
    more = {"document": f": {head.title}", "wording": f": {comparable}"}
    lines = [
        (line.name, html.text(line.value + more.get(line.key, "")))
        for line in terms(evidence_of_fact(row, corpus), corpus)
    ]
    if fact.language:
        lines.append((_("Language"), html.text(LANGUAGES[fact.language])))
    detail = _(
        "Characters {start} to {end}; the source’s SHA-256 begins {digest}.",
        start=f"{placed.match.start:,}",
        end=f"{placed.match.end:,}",
        digest=head.source.sha256[:12],
    )
    proof = f"<span class='f-quiet f-small'>{html.text(detail)}</span>"
    return [*lines, (_("Proof"), f"{proof_marks(fact, row['says'])}{proof}")]


def activity_receipt(placed: PlacedActivity, sub: Sub, corpus: Corpus, parameters: str) -> str:
    """The receipt of one activity; `parameters` is what the link to it holds."""
    head, activity = placed.submission, placed.activity
    start, end = placed.match.start, placed.match.end
    cited = citation(head.citation, activity.section, sub.source_text, start, end)
    return (
        f"<div class='f-receipt'><h3>{html.text(activity.title)}</h3>"
        f"<blockquote>{in_context(sub.source_text, start, end)}</blockquote>"
        f"{html.terms(_activity_terms(placed, corpus))}<div class='f-actions'>"
        f"{html.copier(_('Copy citation'), cited)}{html.link_copier(_('Copy link'), parameters)}"
        f"{html.link(_('Read it in the submission'), 'submissions', submission=head.id)}"
        "</div></div>"
    )


def _activity_terms(placed: PlacedActivity, corpus: Corpus) -> list[tuple[str, str]]:
    head, activity = placed.submission, placed.activity
    place = captions.where(activity)
    proof = _("The sentence stands word for word in the source.")
    terms = [
        (_("Submission"), f"{html.text(head.name)}: {html.text(head.title)}"),
        (_("Section"), html.text(activity.section)),
        (_("When"), html.text(captions.when_of(activity))),
        (_("Where"), html.text(place or _("not stated"))),
        (
            _("Kind"),
            html.text(f"{translate(KINDS[activity.kind])}; {translate(SCOPES[activity.scope])}"),
        ),
    ]
    refs = [f"{head.id}/{name}" for name in activity.facts]
    if found := [fact for ref in refs if (fact := corpus.fact(ref))]:
        said = " · ".join(
            html.number(captions.value_of(fact.fact, corpus), fact.ref, activity.title)
            for fact in found
        )
        terms.append((_("Numbers"), said))
    if activity.corrected:
        c = activity.corrected
        words = _("the source says “{says}”: {because}", says=c.source_says, because=c.because)
        terms.append((_("Corrected"), html.text(words)))
    if activity.note:
        terms.append((_("Note"), html.text(activity.note)))
    return [*terms, (_("Proof"), f"<span class='f-proof'>{html.text(proof)}</span>")]


def press(value: str) -> None:
    """Answer a press: `fact:REF` opens the receipt, `go:ADDRESS` opens another page."""
    kind, _colon, what = value.partition(":")
    if kind == "fact":
        st.query_params[RECEIPT] = what
    elif kind == "go":
        navigation.ask(what)


def close_receipt() -> None:
    """Take the receipt out of the address."""
    if RECEIPT in st.query_params:
        del st.query_params[RECEIPT]


def show_receipt_if_asked(snapshot: Snapshot) -> None:
    """Open the receipt that the address names; an unknown one is answered with a sentence."""
    ref = st.query_params.get(RECEIPT)
    if ref is None:
        return
    fact, activity = snapshot.corpus.fact(ref), snapshot.corpus.activity(ref)
    if fact is None and activity is None:
        close_receipt()
        words = _(
            "There is no proved fact named “{name}”; it may have been renamed.", name=ref[:80]
        )
        st.html(html.note(words))
    elif fact is not None:
        title = _("Where this number is written")
        st.dialog(title, width="large", on_dismiss=close_receipt)(_fact_dialog)(fact, snapshot)
    elif activity is not None:
        title = _("Where this is written")
        st.dialog(title, width="large", on_dismiss=close_receipt)(_activity_dialog)(
            activity, snapshot
        )


def _fact_dialog(placed: PlacedFact, snapshot: Snapshot) -> None:
    row = row_of(snapshot, placed.ref)
    sub = snapshot.corpus.submission(placed.submission.id)
    if sub is not None:
        link = f"?{RECEIPT}={placed.ref}"
        may = may_edit()
        body = fact_receipt(placed, row, sub, snapshot.corpus, link, may_edit=may)
        pressable(body, f"receipt-{placed.ref}", press)
        add_to_deck.number_button(snapshot, placed.ref)


def _activity_dialog(placed: PlacedActivity, snapshot: Snapshot) -> None:
    sub = snapshot.corpus.submission(placed.submission.id)
    if sub is not None:
        body = activity_receipt(placed, sub, snapshot.corpus, f"?{RECEIPT}={placed.ref}")
        pressed = pressable(body, f"receipt-{placed.ref}", press)
        if pressed and st.query_params.get(RECEIPT) != placed.ref:
            st.rerun()  # the receipt of a number in it opens in place of this one
