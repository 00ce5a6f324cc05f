"""A fact's words as they stand in the source, and what of it was proved and what was decided.

What is shown is the source itself, not the quote that was typed to find it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from charts.captions import MEANINGS
from facts.format_value import correction
from facts.model import Fact
from language.plain_text import Normal, normalise
from ui.curation.field_labels import DOUBTS, STATUSES
from ui.widgets import html
from words import _, listed, translate

LIST_MARK = re.compile(r"\s*(?:[-*•]|\d{1,2}\.)\s+")
CONTEXT = 600  # code points looked at on either side for the ends of a sentence
SENTENCE_END = re.compile(
    # A full stop, with quotation marks, bold and a footnote behind it, before a capital;
    # an empty line; an item of a list; a colon that ends its line.
    r"[.!?][”’\"')]?(?:\*|<sup>[^<]*</sup>)*\s+(?=[\"“‘(]?[A-ZÀ-Ý*\[])"
    r"|\n[ \t]*\n|\n(?=[ \t]*[-*•#]\s)|:\s*\n"
)


def in_context(source: str, start: int, end: int, number: tuple[int, int] | None = None) -> str:
    """The quote [start, end) inside the whole sentence that it is part of, as HTML.

    The rest of the sentence is quieter; `number` is the span that is marked.
    """
    left, right = sentence_around(source, start, end)
    before = html.text(readable(source, left, start))
    after = html.text(readable(source, end, right))
    quiet = "<span class='f-quiet'>{}</span>"
    return (
        f"{quiet.format(before) if before.strip() else ''}“{marked(source, start, end, number)}”"
        f"{quiet.format(after) if after.strip() else ''}"
    )


def marked(source: str, start: int, end: int, number: tuple[int, int] | None) -> str:
    """The quote [start, end) as HTML, the number in it marked."""
    if number is None:
        return html.text(readable(source, start, end))
    left, right = number
    return (
        f"{html.text(readable(source, start, left))}<mark>"
        f"{html.text(readable(source, left, right))}</mark>"
        f"{html.text(readable(source, right, end))}"
    )


def sentence_around(source: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence of the source that holds [start, end), within its paragraph."""
    left = max(0, start - CONTEXT)
    ends = (found.end() for found in SENTENCE_END.finditer(source, left, start + 1))
    begins = [left, *(at for at in ends if at <= start)]
    following = SENTENCE_END.search(source, end, min(len(source), end + CONTEXT))
    item = LIST_MARK.match(source, begins[-1], start)
    right = following.start() + 1 if following else min(len(source), end + CONTEXT)
    return item.end() if item else begins[-1], right


def readable(source: str, start: int, end: int) -> str:
    """A piece of the source in its own letters, without its tags, white space folded.

    What is tags is asked of the whole source: a piece may begin or end inside a link or a bold.
    """
    normal = _normal(source)
    first, last = bisect_left(normal.offsets, start), bisect_left(normal.offsets, end)
    seen: dict[int, str] = {}  # by offset: one letter of the source may be two of its normal form
    for at in range(first, last):
        offset = normal.offsets[at]
        seen[offset] = " " if normal.text[at] == " " else source[offset]
    return "".join(seen.values())


@lru_cache(maxsize=32)
def _normal(source: str) -> Normal:
    return normalise(source)


def citation(citation: str, section: str, source: str, start: int, end: int) -> str:
    """The citation to copy: the submission, the section, the words."""
    return f"{citation.rstrip('.')}, {section}: “{readable(source, start, end)}”"


def proved(fact: Fact, says: str) -> list[tuple[str, str]]:
    """The four things that are proved, each with what it is of this fact."""
    if fact.counted:
        number = _("{says}: each name that is counted here stands in the words", says=says)
        bound = _("{bound}; the list in the words is whole", bound=translate(MEANINGS[fact.bound]))
        if fact.bound != "exact":
            bound = translate(MEANINGS[fact.bound])
    else:
        number = _("{says}, as it stands in the words", says=says)
        bound = _(
            "{bound}, as the words beside the number say", bound=translate(MEANINGS[fact.bound])
        )
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
    said = DOUBTS[kind]
    return f"{said[:1].upper()}{said[1:]}"


def proof_marks(fact: Fact, says: str) -> str:
    """What was proved, a check mark before each; under it, and without one, what was decided."""
    checks = "".join(
        f"<li><span aria-hidden='true'>✓</span> {html.text(name)}: {html.text(said)}.</li>"
        for name, said in proved(fact, says)
    )
    reasons = "".join(f"<li>{html.text(said)}.</li>" for said in decided(fact))
    return (
        f"<strong class='f-proof'>{html.text(_('Proved'))}</strong>"
        f"<ul class='f-proofs'>{checks}</ul>"
        f"<strong>{html.text(_('Decided by hand, not proved'))}</strong>"
        f"<ul class='f-proofs'>{reasons}</ul>"
    )
