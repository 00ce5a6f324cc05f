"""A fact goes in, its receipt as HTML comes out: the sentence that states it, and its proof."""

from __future__ import annotations

import pandas as pd

from charts import captions
from charts.captions import as_of
from export.receipt import item_of
from export.receipt_terms import terms
from facts.corpus import Corpus, PlacedFact, Sub
from ui import tags
from ui.curation.field_labels import LANGUAGES
from ui.proved import marks
from ui.quoting import citation, in_context
from words import _, pick


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
    unit = "" if indicator.kind == "share" else f" {captions.unit(row, indicator)}"
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
        (line.name, tags.text(line.value + more.get(line.key, "")))
        for line in terms(item_of(row, corpus), corpus)
    ]
    if fact.language:
        lines.append((_("Language"), tags.text(LANGUAGES[fact.language])))
    detail = _(
        "Characters {start} to {end}; the source’s SHA-256 begins {digest}.",
        start=f"{placed.match.start:,}",
        end=f"{placed.match.end:,}",
        digest=head.source.sha256[:12],
    )
    proof = f"<span class='f-quiet f-small'>{tags.text(detail)}</span>"
    return [*lines, (_("Proof"), f"{marks(fact, row['says'])}{proof}")]
