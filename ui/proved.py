"""A fact goes in; what of it was proved, and what a person decided, come out in sentences."""

from __future__ import annotations

from charts.captions import MEANINGS
from facts.format_value import correction
from facts.model import Fact
from ui import tags
from ui.curation.field_labels import DOUBTS, STATUSES
from words import _, listed


def proved(fact: Fact, says: str) -> list[tuple[str, str]]:
    """The four things that are proved, each with what it is of this fact."""
    if fact.counted:
        number = _("{says}: each name that is counted here stands in the words", says=says)
        bound = _("{bound}; the list in the words is whole", bound=MEANINGS[fact.bound])
        if fact.bound != "exact":
            bound = MEANINGS[fact.bound]
    else:
        number = _("{says}, as it stands in the words", says=says)
        bound = _("{bound}, as the words beside the number say", bound=MEANINGS[fact.bound])
    if fact.status:  # that it is a target is decided, not proved
        number = _("it stands in the words")
    if wrong := correction(fact, "value"):
        number = _("the words say {words}; it is read otherwise by hand", words=wrong)
    return [
        (_("Words"), _("they stand word for word in the document")),
        (_("Number"), number),
        (_("Bound"), bound),
        (_("What is counted"), _("“{wording}”, as the words say", wording=fact.wording)),
    ]


def decided(fact: Fact) -> list[str]:
    """What no check can prove: what a person decided, with the reason where one was asked for."""
    told = [
        _(
            "{doubt}. It holds all the same: {because}",
            doubt=doubt_of(d.kind),
            because=_bare(d.because),
        )
        for d in fact.doubts
    ]
    if fact.corrected:
        because = _bare(fact.corrected.because)
        told.append(_("The source errs: {because}", because=because))
    parts = [_("whose number it is")]
    if fact.time.as_of == "document":
        parts.append(_("that it holds on the day of the document"))
    elif fact.time.basis == "inferred":
        parts.append(_("when it holds"))
    if fact.status:
        parts.append(_("that it is {status}", status=STATUSES[fact.status]))
    said = listed(parts)
    return [*told, f"{said[:1].upper()}{said[1:]}"]


def _bare(because: str) -> str:
    return because.removesuffix(".")


def doubt_of(kind: str) -> str:
    """A doubt as a sentence, without its full stop."""
    said = DOUBTS[kind]  # type: ignore[index]
    return f"{said[:1].upper()}{said[1:]}"


def marks(fact: Fact, says: str) -> str:
    """What was proved, a check mark before each; under it, and without one, what was decided."""
    checks = "".join(
        f"<li><span aria-hidden='true'>✓</span> {tags.text(name)}: {tags.text(said)}.</li>"
        for name, said in proved(fact, says)
    )
    reasons = "".join(f"<li>{tags.text(said)}.</li>" for said in decided(fact))
    return (
        f"<strong class='f-proof'>{tags.text(_('Proved'))}</strong>"
        f"<ul class='f-proofs'>{checks}</ul>"
        f"<strong>{tags.text(_('Decided by hand, not proved'))}</strong>"
        f"<ul class='f-proofs'>{reasons}</ul>"
    )
