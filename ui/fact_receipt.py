"""A fact goes in, its receipt as HTML comes out: the sentence that states it, and its proof."""

from __future__ import annotations

import pandas as pd

import settings
from charts import rows
from charts.wording import MEANINGS, as_of
from facts.corpus import Corpus, PlacedFact, Sub
from facts.dates import say_span
from language.places import country_name
from ui import tags
from ui.editing_words import LANGUAGES
from ui.proved import marks
from ui.quoting import citation, in_context
from words import _, listed, pick

AHEAD = {
    "target": _("A target, not reached yet as of the document"),
    "plan": _("A plan, not carried out yet as of the document"),
}
ROLES = {
    "host": _("Held in"),
    "covered": _("Covers"),
    "consulted": _("Consulted in"),
    "named": _("Names"),
}


def receipt(
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
    unit = "" if indicator.kind == "share" else f" {rows.unit(row, indicator)}"
    said = f"{row['says']}{unit}"
    cited = citation(head.citation, fact.section, sub.source_text, start, end)
    body = [
        f"<div class='f-figure'>{tags.text(row['says'])}</div>",
        f"<div><strong>{tags.text(pick(indicator.label))}</strong></div>",
        f"<blockquote>{quote}</blockquote>",
        tags.rows(_terms(placed, row, sub, corpus)),
        "<div class='f-actions'>",
        tags.copier(_("Copy citation"), cited),
        tags.copier(_("Copy number"), f"{said} ({as_of(row)})"),
        tags.link_copier(_("Copy link"), parameters),
        tags.link(_("Read it in the submission"), "submissions", submission=head.id, fact=fact.id),
        tags.link(_("Edit this fact"), "add", edit=placed.ref) if may_edit else "",
        "</div>",
    ]
    return f"<div class='f-receipt'>{''.join(body)}</div>"


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
        (_("Submission"), f"{tags.text(head.name)}: {tags.text(head.title)}"),
        (_("Section"), tags.text(fact.section)),
        (_("Holds for"), tags.text(as_of(row))),
        (_("Written"), tags.text(f"{written} ({basis})")),
        (_("Meaning"), tags.text(MEANINGS[fact.bound])),
        (_("Counted as"), f"“{tags.text(fact.wording)}”: {tags.text(comparable)}"),
        (_("Definition"), tags.text(pick(indicator.description))),
    ]
    terms += _more(placed, row, corpus)
    detail = _(
        "Characters {start} to {end}; the source’s SHA-256 begins {digest}.",
        start=f"{placed.match.start:,}",
        end=f"{placed.match.end:,}",
        digest=head.source.sha256[:12],
    )
    terms.append(
        (
            _("Proof"),
            f"{marks(fact, row['says'])}<span class='f-quiet f-small'>{tags.text(detail)}</span>",
        )
    )
    return terms


def _more(placed: PlacedFact, row: pd.Series, corpus: Corpus) -> list[tuple[str, str]]:
    """What only some facts have."""
    fact = placed.fact
    found = [(_("Status"), tags.text(AHEAD[fact.status]))] if fact.status else []
    if fact.scope != "own":
        who = fact.said_by or (_("partners") if fact.scope == "partner" else _("others"))
        found.append((_("Said by"), tags.text(who)))
    if fact.spread:
        found.append((_("Ranges"), tags.text(fact.spread)))
    if fact.counted:
        found.append((_("Counted"), tags.text(listed(fact.counted))))
    if fact.places:
        names = [country_name(code, settings.language()) for code in fact.places.list]
        found.append((ROLES[fact.places.role], tags.text(listed(names))))
    if fact.part_of:
        whole = corpus.fact(f"{placed.submission.id}/{fact.part_of.fact}")
        if whole:
            label = pick(corpus.indicators[whole.fact.indicator].label)
            unit = "" if fact.part_of.same_unit else _(" (another unit, so no share is computed)")
            found.append((_("Part of"), tags.text(f"{label}{unit}")))
    if placed.also:
        found.append(
            (_("Also stated"), tags.text(_("{n} more in the same document", n=len(placed.also))))
        )
    if fact.carried_from:
        earlier = corpus.submission(fact.carried_from.submission)
        name = earlier.head.name if earlier else fact.carried_from.submission
        found.append((_("Repeated"), tags.text(_("copied from {name}: not new", name=name))))
    if fact.corrected:
        c = fact.corrected
        words = _("the source says “{says}”: {because}", says=c.source_says, because=c.because)
        found.append((_("Corrected"), tags.text(words)))
    if fact.language:
        found.append((_("Language"), tags.text(LANGUAGES[fact.language])))
    if fact.note:
        found.append((_("Note"), tags.text(fact.note)))
    return found
