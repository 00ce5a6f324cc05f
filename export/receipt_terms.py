"""What a receipt says of a fact, line by line, for the screen, speaker notes, talks and pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import settings
from charts.captions import MEANINGS
from charts.spec import Evidence
from facts.corpus import Corpus, PlacedFact
from facts.partial_dates import say_span
from language.countries import country_name
from words import N_, _, listed, pick, translate

AHEAD = {
    "target": N_("A target, not reached yet as of the document"),
    "plan": N_("A plan, not carried out yet as of the document"),
}
ROLES = {
    "host": N_("Held in"),
    "covered": N_("Covers"),
    "consulted": N_("Consulted in"),
    "named": N_("Names"),
}


class Term(NamedTuple):
    """One line: `key` is the field of an `Evidence` where it says one, `value` is plain text."""

    key: str
    name: str
    value: str


def terms(item: Evidence, corpus: Corpus | None = None) -> tuple[Term, ...]:
    """The lines of a receipt that are not empty.

    Without a corpus those that travel with a file; with one also what the data hold of the fact.
    """
    placed = corpus.fact(item.ref) if corpus else None
    lines = [
        Term("document", _("Submission"), item.document),
        Term("section", _("Section"), item.section),
        Term("as_of", _("Holds for") if item.bound else _("When"), item.as_of),
        Term("written", _("Written"), _written(placed) if placed else ""),
        Term("meaning", _("Meaning"), translate(MEANINGS[item.bound]) if item.bound else ""),
        Term("wording", _("Counted as"), f"“{item.wording}”" if item.wording else ""),
    ]
    if placed is not None and corpus is not None:
        lines += [*_of_fact(placed, corpus), *_of_other_facts(placed, corpus)]
        lines.append(Term("note", _("Note"), placed.fact.note or ""))
    return tuple(line for line in lines if line.value)


def in_one_line(item: Evidence) -> str:
    """A receipt in the speaker notes of a slide."""
    what = ": ".join(part for part in (item.says, item.label) if part)
    where = ", ".join(part for part in (item.document, item.section, item.as_of) if part)
    return f"{what} ({where}): “{item.quote}”"


def _written(placed: PlacedFact) -> str:
    written = placed.submission.written
    basis = _("printed in it") if written.basis == "stated" else _("inferred")
    return f"{say_span(written.earliest, written.latest)} ({basis})"


def _of_fact(placed: PlacedFact, corpus: Corpus) -> Iterator[Term]:
    """What the fact itself says."""
    fact = placed.fact
    yield Term("definition", _("Definition"), pick(corpus.indicators[fact.indicator].description))
    if fact.status:
        yield Term("status", _("Status"), translate(AHEAD[fact.status]))
    if fact.scope != "own":
        who = fact.said_by or (_("partners") if fact.scope == "partner" else _("others"))
        yield Term("said_by", _("Said by"), who)
    yield Term("ranges", _("Ranges"), fact.spread or "")
    yield Term("counted", _("Counted"), listed(fact.counted or ()))
    if fact.places:
        names = [country_name(code, settings.language()) for code in fact.places.list]
        yield Term("places", translate(ROLES[fact.places.role]), listed(names))


def _of_other_facts(placed: PlacedFact, corpus: Corpus) -> Iterator[Term]:
    """How the fact stands to others, and to its source where that errs."""
    fact = placed.fact
    whole = corpus.fact(f"{placed.submission.id}/{fact.part_of.fact}") if fact.part_of else None
    if fact.part_of and whole:
        unit = "" if fact.part_of.same_unit else _(" (another unit, so no share is computed)")
        label = pick(corpus.indicators[whole.fact.indicator].label)
        yield Term("part_of", _("Part of"), f"{label}{unit}")
    if placed.also:
        more = _("{n} more in the same document", n=len(placed.also))
        yield Term("also", _("Also stated"), more)
    if fact.carried_from:
        earlier = corpus.submission(fact.carried_from.submission)
        name = earlier.head.name if earlier else fact.carried_from.submission
        yield Term("carried", _("Repeated"), _("copied from {name}: not new", name=name))
    if fact.corrected:
        wrong, because = fact.corrected.source_says, fact.corrected.because
        said = _("the source says “{says}”: {because}", says=wrong, because=because)
        yield Term("corrected", _("Corrected"), said)
