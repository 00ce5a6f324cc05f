"""A snapshot goes in; the long lists of the page of data quality come out, any stretch of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

import settings
from charts.wording import as_of
from facts.memo import memo
from facts.partial_dates import say_span
from facts.store import Snapshot
from facts.vocabulary import by_language
from ui import tags
from ui.proved import doubt_of
from ui.rows import rows_of
from words import _, pick


@dataclass(frozen=True)
class Entries:
    """A list of `count` entries; `make(first, last)` gives some of them as HTML.

    `nothing` is said where there is none.
    """

    count: int
    make: Callable[[int, int], Iterable[str]]
    nothing: str


@dataclass(frozen=True)
class _Entry:
    """Something corrected or copied: what is pressed, what is said, and of which submission."""

    ref: str
    says: str
    submission: str
    more: str


def said(words: str) -> str:
    """A sentence in place of a list."""
    return f"<p>{tags.text(words)}</p>"


def inferred(held: Snapshot) -> Entries:
    """Submissions whose date of writing is inferred, then facts whose own date is."""
    subs = memo(held, "subs dated by inference", lambda: _dated_by_inference(held))
    at = np.flatnonzero((held.every["own_basis"] == "inferred").to_numpy(dtype=bool))

    def make(first: int, last: int) -> Iterable[str]:
        for place in subs[first:last]:
            yield _written(held, place)
        places = at[max(0, first - len(subs)) : max(0, last - len(subs))]
        for row in held.every.take(places).to_dict("records"):
            number = tags.number(row["says"], row["ref"], row["label"])
            what = f"{row['label']}, {row['submission_name']}: {as_of(row)}"
            yield f"{number} {tags.text(what)}"

    return Entries(len(subs) + len(at), make, _("None."))


def _dated_by_inference(held: Snapshot) -> list[int]:
    subs = held.corpus.submissions
    return [at for at, sub in enumerate(subs) if sub.head.written.basis == "inferred"]


def _written(held: Snapshot, place: int) -> str:
    head = held.corpus.submissions[place].head
    when = say_span(head.written.earliest, head.written.latest)
    shows = " ".join(f"“{e.quote}”: {e.shows}" for e in head.written.evidence)
    line = _("{name}: written {when}.", name=head.name, when=when)
    return f"{tags.text(line)} <span class='f-quiet'>{tags.text(shows)}</span>"


def corrected(held: Snapshot) -> Entries:
    """What the sources say and the facts read otherwise, submission by submission."""
    found = memo(held, "corrected", lambda: _corrected(held))

    def make(first: int, last: int) -> Iterable[str]:
        for one in found[first:last]:
            name = _name(held, one.submission)
            says = tags.number(one.says, one.ref, name) if one.ref else tags.text(one.says)
            yield f"“{says}” ({tags.text(name)}): {tags.text(one.more)}"

    return Entries(len(found), make, _("None."))


def _corrected(held: Snapshot) -> list[_Entry]:
    rows = held.every[held.every["corrected_says"] != ""]
    cells = (rows[c] for c in ("ref", "corrected_says", "submission", "corrected_because"))
    found = [_Entry(*entry) for entry in zip(*cells, strict=True)]
    for sub in held.corpus.submissions:
        name = sub.head.id
        for told in sub.activities:
            if one := told.activity.corrected:
                found.append(_Entry(told.ref, one.source_says, name, one.because))
        for named in sub.mentions:
            if one := named.mention.corrected:
                found.append(_Entry("", one.source_says, name, one.because))
    return _in_order(held, found)


def doubted(held: Snapshot) -> Entries:
    """The doubts that a person answered, each with the fact and the reason."""
    asked = held.every["doubts"] != ""
    found = [
        (row, one)
        for row in held.every[asked].to_dict("records")
        for one in json.loads(row["doubts"])
    ]

    def make(first: int, last: int) -> Iterable[str]:
        for row, one in found[first:last]:
            number = tags.number(row["says"], row["ref"], row["label"])
            about = f"{row['label']}, {row['submission_name']}. {doubt_of(one['kind'])}."
            reason = _("Decided by hand: {because}", because=one["because"])
            yield f"{number} {tags.text(about)} {tags.text(reason)}"

    return Entries(len(found), make, _("None."))


def copied(held: Snapshot) -> Entries:
    """What was copied from an earlier submission, submission by submission."""
    found = memo(held, "copied", lambda: _copied(held))

    def make(first: int, last: int) -> Iterable[str]:
        some = found[first:last]
        rows = iter(rows_of(held, (one.ref for one in some if not one.says)))
        for one in some:
            name = _name(held, one.submission)
            words = _("{name}, copied from {earlier}", name=name, earlier=_name(held, one.more))
            if one.says:  # an activity; a fact says its number
                yield f"{tags.number(one.says, one.ref, name)}, {tags.text(words)}"
            else:
                row = next(rows)
                number = tags.number(row["says"], one.ref, row["label"])
                yield f"{number} {tags.text(row['label'])}, {tags.text(words)}"

    return Entries(len(found), make, _("None."))


def _copied(held: Snapshot) -> list[_Entry]:
    rows = held.every[held.every["carried_from"] != ""]
    found = [
        _Entry(ref, "", name, earlier.partition("/")[0])
        for ref, name, earlier in zip(
            rows["ref"], rows["submission"], rows["carried_from"], strict=True
        )
    ]
    for sub in held.corpus.submissions:
        for told in sub.activities:
            if earlier := told.activity.carried_from:
                title = told.activity.title
                found.append(_Entry(told.ref, title, sub.head.id, earlier.submission))
    return _in_order(held, found)


def in_other_languages(held: Snapshot) -> Entries:
    """The labels and other words of the data that are shown in another language than asked."""
    own, asked = held.corpus, settings.language()
    things = by_language(own.organisation, own.groups, own.indicators.values(), own.questions)
    found = [
        (name, lacking)
        for name, fields in things
        if (lacking := {field: texts for field, texts in fields.items() if asked not in texts})
    ]

    def make(first: int, last: int) -> Iterable[str]:
        for name, fields in found[first:last]:
            words = pick(next(iter(fields.values())))
            line = _("{name}: {fields}. Shown instead: “{words}”.",
                     name=name, fields=", ".join(fields), words=words)  # fmt: skip
            yield tags.text(line)

    return Entries(len(found), make, _("None."))


def _in_order(held: Snapshot, found: list[_Entry]) -> list[_Entry]:
    """The entries submission by submission, in each the order in which they were found."""
    rank = {sub.head.id: at for at, sub in enumerate(held.corpus.submissions)}
    return sorted(found, key=lambda one: rank[one.submission])


def _name(held: Snapshot, submission: str) -> str:
    sub = held.corpus.submission(submission)
    return sub.head.name if sub else ""
