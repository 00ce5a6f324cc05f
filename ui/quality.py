"""A snapshot goes in; what is wrong, inferred, corrected, repeated or missing comes out as HTML."""

from __future__ import annotations

from collections.abc import Iterable

from charts.timeline import NEVER_NARROWER
from charts.wording import as_of
from facts.accounting import AGAIN, DATE, FACT, account, disagreements
from facts.corpus import Sub
from facts.dates import first_day, last_day, say_span
from facts.problems import as_text
from facts.store import Snapshot
from ui import tags
from words import _, counted, listed

CLASSES = {
    FACT: _("facts"),
    AGAIN: _("a fact said again"),
    DATE: _("dates of facts and activities"),
    "date": _("other dates"),
    "numbering": _("numbering"),
    "document_symbol": _("document symbols"),
    "template_text": _("the form’s own text"),
    "duration": _("durations"),
    "contact": _("addresses and telephone numbers"),
    "name": _("parts of names"),
    "legal_reference": _("laws and articles"),
    "publication": _("cited publications"),
    "deadline": _("deadlines"),
    "pronoun": _("“one” as a word"),
    "no_claim": _("numbers that claim nothing"),
}


def report(held: Snapshot) -> str:
    """The whole page: one part for each question."""
    parts = (
        (_("Problems"), _problems(held)),
        (_("Every number accounted for"), _accounted(held)),
        (_("Dates that are inferred"), _inferred(held)),
        (_("Errors of the sources that are read otherwise"), _corrected(held)),
        (_("Sentences copied from an earlier submission"), _copied(held)),
        (_("Disagreements"), _disagreements(held)),
        (_("Years whose submission is not held here"), _not_held(held)),
    )
    return "".join(
        f"<section class='f-part-of-page'><h2>{tags.text(title)}</h2>{body}</section>"
        for title, body in parts
    )


def _problems(held: Snapshot) -> str:
    if not held.problems:
        return _said(_("None: every quote, value, bound and place is proved against the sources."))
    return _list(tags.text(line) for line in as_text(held.problems).splitlines())


def _accounted(held: Snapshot) -> str:
    counts = {sub.head.name: account(sub) for sub in held.corpus.submissions}
    used = [kind for kind in CLASSES if any(kind in found for found in counts.values())]
    head = "".join(f"<th scope='col'>{tags.text(name)}</th>" for name in counts)
    lines = [(CLASSES[kind], [found.get(kind, 0) for found in counts.values()]) for kind in used]
    lines.append((_("all numbers in the source"), [sum(c.values()) for c in counts.values()]))
    body = "".join(
        f"<tr><th scope='row'>{tags.text(label)}</th>"
        + "".join(
            f"<td data-label='{tags.text(name)}'>{number}</td>"
            for name, number in zip(counts, numbers, strict=True)
        )
        + "</tr>"
        for label, numbers in lines
    )
    caption = _("Counted by this program: what became of each number that a source holds.")
    return (
        f"<table class='f-table'><caption>{tags.text(caption)}</caption><thead><tr>"
        f"<th scope='col'>{tags.text(_('What it is'))}</th>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )


def _inferred(held: Snapshot) -> str:
    items = []
    for sub in held.corpus.submissions:
        written = sub.head.written
        if written.basis == "inferred":
            when = say_span(written.earliest, written.latest)
            shows = " ".join(f"“{e.quote}”: {e.shows}" for e in written.evidence)
            line = _("{name}: written {when}.", name=sub.head.name, when=when)
            items.append(f"{tags.text(line)} <span class='f-quiet'>{tags.text(shows)}</span>")
    for placed in held.corpus.facts():
        if placed.fact.time.basis == "inferred":
            row = held.frame[held.frame["ref"] == placed.ref].iloc[0]
            number = tags.number(row["says"], placed.ref, row["label"])
            what = f"{row['label']}, {row['submission_name']}: {as_of(row)}"
            items.append(f"{number} {tags.text(what)}")
    return _list(items) if items else _said(_("None."))


def _corrected(held: Snapshot) -> str:
    items = []
    for sub in held.corpus.submissions:
        entries = [(p.ref, p.fact.corrected) for p in sub.facts]
        entries += [(p.ref, p.activity.corrected) for p in sub.activities]
        for ref, corrected in entries:
            if corrected:
                shown = tags.number(corrected.source_says, ref, sub.head.name)
                items.append(
                    f"“{shown}” ({tags.text(sub.head.name)}): {tags.text(corrected.because)}"
                )
        items += [
            f"“{tags.text(m.mention.corrected.source_says)}” ({tags.text(sub.head.name)}): "
            f"{tags.text(m.mention.corrected.because)}"
            for m in sub.mentions
            if m.mention.corrected
        ]
    return _list(items) if items else _said(_("None."))


def _copied(held: Snapshot) -> str:
    items = []
    for sub in held.corpus.submissions:
        for placed in sub.facts:
            if placed.fact.carried_from:
                row = held.frame[held.frame["ref"] == placed.ref].iloc[0]
                number = tags.number(row["says"], placed.ref, row["label"])
                items.append(f"{number} {tags.text(row['label'])}, {_from(held, sub, placed.fact)}")
        for told in sub.activities:
            if told.activity.carried_from:
                title = tags.number(told.activity.title, told.ref, sub.head.name)
                items.append(f"{title}, {_from(held, sub, told.activity)}")
    return _list(items) if items else _said(_("None."))


def _from(held: Snapshot, sub: Sub, entry: object) -> str:
    earlier = held.corpus.submission(entry.carried_from.submission)  # type: ignore[attr-defined]
    name = earlier.head.name if earlier else ""
    return tags.text(_("{name}, copied from {earlier}", name=sub.head.name, earlier=name))


def _disagreements(held: Snapshot) -> str:
    rows = {row["ref"]: row for _index, row in held.frame.iterrows()}
    items = []
    for one, other in disagreements(held.frame):
        numbers = [
            f"{tags.number(rows[ref]['says'], ref, rows[ref]['label'])} "
            f"({tags.text(rows[ref]['submission_name'])})"
            for ref in (one, other)
        ]
        items.append(f"{tags.text(rows[one]['label'])}: {listed(numbers)}")
    nothing = _("None: no two submissions state different values of one thing at one time.")
    return _list(items) if items else _said(nothing)


def _not_held(held: Snapshot) -> str:
    years: set[int] = set()
    for sub in held.corpus.submissions:
        start, end = first_day(sub.head.written.earliest), last_day(sub.head.written.latest)
        years |= set(range(start.year, end.year + 1))
    first, last = NEVER_NARROWER[0].year, NEVER_NARROWER[1].year
    missing = [str(year) for year in range(first, last + 1) if year not in years]
    if not missing:
        return _said(_("None."))
    words = counted(
        "{years}. A submission may have been made; its text is not in this data folder.",
        "{years}. Submissions may have been made; their texts are not in this data folder.",
        len(missing),
        years=listed(missing),
    )
    return _said(words)


def _said(words: str) -> str:
    return f"<p>{tags.text(words)}</p>"


def _list(items: Iterable[str]) -> str:
    return f"<ul class='f-plain'>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
