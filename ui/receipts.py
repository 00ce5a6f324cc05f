"""A fact goes in, its receipt comes out: the sentence that states it, and why to trust it."""

from __future__ import annotations

import re

import pandas as pd
import streamlit as st

from charts.wording import as_of
from facts.corpus import Corpus, PlacedFact, Sub
from facts.dates import say_span
from facts.places import country_name
from facts.store import Snapshot
from facts.text import normalise
from ui import html
from ui.pressable import pressable
from words import _, listed, pick

KEY = "receipt"  # the parameter in the address that holds the open receipt

CONTEXT = 600  # code points looked at on either side for the ends of a sentence
SENTENCE_END = re.compile(
    r"[.!?][”’\"')]?\s+(?=[\"“‘(]?[A-ZÀ-Ý*\[])|\n[ \t]*\n|\n(?=[ \t]*[-*•#]\s)|:\s*\n"
)

BOUNDS = {
    "exact": _("exact"),
    "at_least": _("a lower limit: at least this many"),
    "more_than": _("a lower limit: more than this many"),
    "about": _("about this many"),
    "almost": _("a little less than this many"),
    "up_to": _("an upper limit: at most this many"),
    "less_than": _("an upper limit: fewer than this many"),
    "range": _("a range: no single value is stated"),
}
ROLES = {
    "host": _("Held in"),
    "covered": _("Covers"),
    "consulted": _("Consulted in"),
    "named": _("Names"),
}


def press(value: str) -> None:
    """Answer a press: `fact:REF` opens the receipt, `go:ADDRESS` opens another page."""
    kind, _colon, what = value.partition(":")
    if kind == "fact":
        st.query_params[KEY] = what
    elif kind == "go":
        st.session_state["going"] = what


def close() -> None:
    """Take the receipt out of the address."""
    if KEY in st.query_params:
        del st.query_params[KEY]


def show_if_asked(snapshot: Snapshot) -> None:
    """Open the receipt that the address names; an unknown one is answered with a sentence."""
    ref = st.query_params.get(KEY)
    if ref is None:
        return
    placed = snapshot.corpus.fact(ref)
    if placed is None:
        close()
        st.warning(
            _("There is no proved fact named “{name}”; it may have been renamed.", name=ref[:80])
        )
        return
    st.dialog(_("Where this number is written"), width="large", on_dismiss=close)(_content)(
        placed, snapshot
    )


def _content(placed: PlacedFact, snapshot: Snapshot) -> None:
    row = snapshot.frame[snapshot.frame["ref"] == placed.ref].iloc[0]
    sub = snapshot.corpus.submission(placed.submission.id)
    if sub is not None:
        pressable(receipt(placed, row, sub, snapshot.corpus), f"receipt-{placed.ref}", press)


def receipt(placed: PlacedFact, row: pd.Series, sub: Sub, corpus: Corpus) -> str:
    """The receipt of one fact as HTML."""
    head, fact = placed.submission, placed.fact
    indicator = corpus.indicators[fact.indicator]
    body = [
        f"<div class='f-figure'>{html.text(row['says'])}</div>",
        f"<div><strong>{html.text(pick(indicator.label))}</strong></div>",
        f"<blockquote>{in_context(sub.source_text, placed)}</blockquote>",
        html.rows(_terms(placed, row, sub, corpus)),
        "<div class='f-actions'>",
        html.copier(_("Copy citation"), citation(placed, sub)),
        html.copier(_("Copy number"), f"{row['says']} {row['unit']} ({as_of(row)})"),
        html.link_copier(_("Copy link"), f"?{KEY}={placed.ref}"),
        html.link(_("Read it in the submission"), "submissions", submission=head.id, fact=fact.id),
        "</div>",
    ]
    return f"<div class='f-receipt'>{''.join(body)}</div>"


def marked(source: str, placed: PlacedFact) -> str:
    """The quote as it stands in the source, as HTML, the number in it marked.

    The source's own markup (bold, links) is left out, as it is when the quote is proved.
    """
    start, end = placed.match.start, placed.match.end
    if placed.number is None:
        return html.text(readable(source, start, end))
    left, right = placed.number
    return (
        f"{html.text(readable(source, start, left))}<mark>"
        f"{html.text(readable(source, left, right))}</mark>"
        f"{html.text(readable(source, right, end))}"
    )


def in_context(source: str, placed: PlacedFact) -> str:
    """The quote inside the whole sentence that it is part of, as HTML; the rest is quieter."""
    start, end = sentence_around(source, placed.match.start, placed.match.end)
    before = html.text(readable(source, start, placed.match.start))
    after = html.text(readable(source, placed.match.end, end))
    quiet = "<span class='f-quiet'>{}</span>"
    return (
        f"{quiet.format(before) if before.strip() else ''}“{marked(source, placed)}”"
        f"{quiet.format(after) if after.strip() else ''}"
    )


def sentence_around(source: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence of the source that holds [start, end), within its paragraph."""
    left = max(0, start - CONTEXT)
    ends = (found.end() for found in SENTENCE_END.finditer(source, left, start + 1))
    begins = [left, *(at for at in ends if at <= start)]
    following = SENTENCE_END.search(source, end, min(len(source), end + CONTEXT))
    return begins[-1], following.start() + 1 if following else min(len(source), end + CONTEXT)


def readable(source: str, start: int, end: int) -> str:
    """A piece of the source without its markup, white space folded."""
    piece = source[start:end]
    text = normalise(piece).text
    before = " " if piece[:1].isspace() and not text.startswith(" ") else ""
    after = " " if piece[-1:].isspace() and text and not text.endswith(" ") else ""
    return f"{before}{text}{after}"


def citation(placed: PlacedFact, sub: Sub) -> str:
    """The citation to copy: the submission, the section, the words."""
    quote = readable(sub.source_text, placed.match.start, placed.match.end)
    return f"{placed.submission.citation.rstrip('.')}, {placed.fact.section}: “{quote}”"


def _terms(placed: PlacedFact, row: pd.Series, sub: Sub, corpus: Corpus) -> list[tuple[str, str]]:
    head, fact = placed.submission, placed.fact
    indicator = corpus.indicators[fact.indicator]
    comparable = (
        _("same definition as the other “{label}” facts", label=pick(indicator.label))
        if row["wording_rule"] == "same"
        else _(
            "another definition: not compared with the other “{label}” facts",
            label=pick(indicator.label),
        )
    )
    written = say_span(head.written.earliest, head.written.latest)
    basis = _("printed in it") if head.written.basis == "stated" else _("inferred")
    terms = [
        (_("Submission"), f"{html.text(head.name)}: {html.text(head.title)}"),
        (_("Section"), html.text(fact.section)),
        (_("Holds for"), html.text(as_of(row))),
        (_("Written"), html.text(f"{written} ({basis})")),
        (_("Meaning"), html.text(BOUNDS[fact.bound])),
        (_("Counted as"), f"“{html.text(fact.wording)}”: {html.text(comparable)}"),
        (_("Definition"), html.text(pick(indicator.description))),
    ]
    terms += _more(placed, row, corpus)
    proof = _("The sentence stands word for word in the source, and the number is read from it.")
    if fact.counted:
        proof = _("The sentence stands word for word in the source; its items are counted here.")
    detail = _(
        "Characters {start} to {end}; the source’s SHA-256 begins {digest}.",
        start=f"{placed.match.start:,}",
        end=f"{placed.match.end:,}",
        digest=head.source.sha256[:12],
    )
    terms.append(
        (
            _("Proof"),
            f"<span class='f-proof'>{html.text(proof)}</span> "
            f"<span class='f-quiet f-small'>{html.text(detail)}</span>",
        )
    )
    return terms


def _more(placed: PlacedFact, row: pd.Series, corpus: Corpus) -> list[tuple[str, str]]:
    """What only some facts have."""
    fact = placed.fact
    found = []
    if fact.scope != "own":
        who = fact.said_by or (_("partners") if fact.scope == "partner" else _("others"))
        found.append((_("Said by"), html.text(who)))
    if fact.spread:
        found.append((_("Ranges"), html.text(fact.spread)))
    if fact.counted:
        found.append((_("Counted"), html.text(listed(fact.counted))))
    if fact.places:
        names = [country_name(code) for code in fact.places.list]
        found.append((ROLES[fact.places.role], html.text(listed(names))))
    if fact.part_of:
        whole = corpus.fact(f"{placed.submission.id}/{fact.part_of.fact}")
        if whole:
            label = pick(corpus.indicators[whole.fact.indicator].label)
            unit = "" if fact.part_of.same_unit else _(" (another unit, so no share is computed)")
            found.append((_("Part of"), html.text(f"{label}{unit}")))
    if placed.also:
        found.append(
            (_("Also stated"), html.text(_("{n} more in the same document", n=len(placed.also))))
        )
    if fact.carried_from:
        earlier = corpus.submission(fact.carried_from.submission)
        name = earlier.head.name if earlier else fact.carried_from.submission
        found.append((_("Repeated"), html.text(_("copied from {name}: not new", name=name))))
    if fact.corrected:
        c = fact.corrected
        words = _("the source says “{says}”: {because}", says=c.source_says, because=c.because)
        found.append((_("Corrected"), html.text(words)))
    if fact.note:
        found.append((_("Note"), html.text(fact.note)))
    return found
