"""An activity goes in, its receipt as HTML comes out: the sentence that tells of it, and when."""

from __future__ import annotations

from charts import captions
from charts.activities import KINDS
from facts.corpus import Corpus, PlacedActivity, Sub
from ui import tags
from ui.quoting import citation, in_context
from words import _

SCOPES = {
    "own": _("the organisation’s own work"),
    "partner": _("joint or partners’ work"),
    "world": _("work of others"),
}


def receipt(placed: PlacedActivity, sub: Sub, corpus: Corpus, parameters: str) -> str:
    """The receipt of one activity; `parameters` is what the link to it holds."""
    head, activity = placed.submission, placed.activity
    start, end = placed.match.start, placed.match.end
    cited = citation(head.citation, activity.section, sub.source_text, start, end)
    return (
        f"<div class='f-receipt'><h3>{tags.text(activity.title)}</h3>"
        f"<blockquote>{in_context(sub.source_text, start, end)}</blockquote>"
        f"{tags.rows(_terms(placed, corpus))}<div class='f-actions'>"
        f"{tags.copier(_('Copy citation'), cited)}{tags.link_copier(_('Copy link'), parameters)}"
        f"{tags.link(_('Read it in the submission'), 'submissions', submission=head.id)}"
        "</div></div>"
    )


def _terms(placed: PlacedActivity, corpus: Corpus) -> list[tuple[str, str]]:
    head, activity = placed.submission, placed.activity
    place = captions.where(activity)
    proof = _("The sentence stands word for word in the source.")
    terms = [
        (_("Submission"), f"{tags.text(head.name)}: {tags.text(head.title)}"),
        (_("Section"), tags.text(activity.section)),
        (_("When"), tags.text(captions.when_of(activity))),
        (_("Where"), tags.text(place or _("not stated"))),
        (_("Kind"), tags.text(f"{KINDS[activity.kind]}; {SCOPES[activity.scope]}")),
    ]
    refs = [f"{head.id}/{name}" for name in activity.facts]
    if found := [fact for ref in refs if (fact := corpus.fact(ref))]:
        said = " · ".join(
            tags.number(captions.value_of(fact.fact, corpus), fact.ref, activity.title)
            for fact in found
        )
        terms.append((_("Numbers"), said))
    if activity.corrected:
        c = activity.corrected
        words = _("the source says “{says}”: {because}", says=c.source_says, because=c.because)
        terms.append((_("Corrected"), tags.text(words)))
    if activity.note:
        terms.append((_("Note"), tags.text(activity.note)))
    return [*terms, (_("Proof"), f"<span class='f-proof'>{tags.text(proof)}</span>")]
