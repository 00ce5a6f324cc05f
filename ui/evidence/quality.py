"""The page of data quality: what is wrong, inferred, corrected, repeated or missing, in parts.

Each part is a list of which any stretch can be made, so that only a page of it is sent.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

import settings
from charts.captions import as_of
from charts.spec import NEVER_NARROWER
from facts.check_submission import AGAIN, DATE, FACT, account, disagreements
from facts.corpus import Sub
from facts.memo import memo
from facts.model import SubmissionHead
from facts.partial_dates import first_day, last_day, say_span
from facts.problems import as_text
from facts.store import Snapshot
from facts.vocabulary import by_language
from ui.evidence.fact_list import rows_of
from ui.evidence.proof import doubt_of
from ui.evidence.receipts import press, show_receipt_if_asked
from ui.widgets import html
from ui.widgets.html_component import pressable
from ui.widgets.pager import pager
from words import N_, Labels, _, counted, listed, pick


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
    return f"<p>{html.text(words)}</p>"


def inferred(snapshot: Snapshot) -> Entries:
    """Submissions whose date of writing is inferred, then facts whose own date is."""
    subs = [s.head for s in snapshot.corpus.submissions if s.head.written.basis == "inferred"]
    at = np.flatnonzero((snapshot.every["own_basis"] == "inferred").to_numpy(dtype=bool))

    def make(first: int, last: int) -> Iterable[str]:
        yield from map(_written, subs[first:last])
        places = at[max(0, first - len(subs)) : max(0, last - len(subs))]
        for row in snapshot.every.take(places).to_dict("records"):
            number = html.number(row["says"], row["ref"], row["label"])
            what = f"{row['label']}, {row['submission_name']}: {as_of(row)}"
            yield f"{number} {html.text(what)}"

    return Entries(len(subs) + len(at), make, _("None."))


def _written(head: SubmissionHead) -> str:
    when = say_span(head.written.earliest, head.written.latest)
    shows = " ".join(f"“{e.quote}”: {e.shows}" for e in head.written.evidence)
    line = _("{name}: written {when}.", name=head.name, when=when)
    return f"{html.text(line)} <span class='f-quiet'>{html.text(shows)}</span>"


def corrected(snapshot: Snapshot) -> Entries:
    """What the sources say and the facts read otherwise, submission by submission."""
    found = memo(snapshot, "corrected", lambda: _corrected(snapshot))

    def make(first: int, last: int) -> Iterable[str]:
        for one in found[first:last]:
            name = _name(snapshot, one.submission)
            says = html.number(one.says, one.ref, name) if one.ref else html.text(one.says)
            yield f"“{says}” ({html.text(name)}): {html.text(one.more)}"

    return Entries(len(found), make, _("None."))


def _corrected(snapshot: Snapshot) -> list[_Entry]:
    rows = snapshot.every[snapshot.every["corrected_says"] != ""]
    cells = (rows[c] for c in ("ref", "corrected_says", "submission", "corrected_because"))
    found = [_Entry(*entry) for entry in zip(*cells, strict=True)]
    for sub in snapshot.corpus.submissions:
        name = sub.head.id
        for told in sub.activities:
            if one := told.activity.corrected:
                found.append(_Entry(told.ref, one.source_says, name, one.because))
        for named in sub.mentions:
            if one := named.mention.corrected:
                found.append(_Entry("", one.source_says, name, one.because))
    return _in_order(snapshot, found)


def doubted(snapshot: Snapshot) -> Entries:
    """The doubts that a person answered, each with the fact and the reason."""
    asked = snapshot.every["doubts"] != ""
    found = [
        (row, one)
        for row in snapshot.every[asked].to_dict("records")
        for one in json.loads(row["doubts"])
    ]

    def make(first: int, last: int) -> Iterable[str]:
        for row, one in found[first:last]:
            number = html.number(row["says"], row["ref"], row["label"])
            about = f"{row['label']}, {row['submission_name']}. {doubt_of(one['kind'])}."
            reason = _("Decided by hand: {because}", because=one["because"])
            yield f"{number} {html.text(about)} {html.text(reason)}"

    return Entries(len(found), make, _("None."))


def copied(snapshot: Snapshot) -> Entries:
    """What was copied from an earlier submission, submission by submission."""
    found = memo(snapshot, "copied", lambda: _copied(snapshot))

    def make(first: int, last: int) -> Iterable[str]:
        some = found[first:last]
        rows = iter(rows_of(snapshot, (one.ref for one in some if not one.says)))
        for one in some:
            name = _name(snapshot, one.submission)
            words = _("{name}, copied from {earlier}", name=name, earlier=_name(snapshot, one.more))
            if one.says:  # an activity; a fact says its number
                yield f"{html.number(one.says, one.ref, name)}, {html.text(words)}"
            else:
                row = next(rows)
                number = html.number(row["says"], one.ref, row["label"])
                yield f"{number} {html.text(row['label'])}, {html.text(words)}"

    return Entries(len(found), make, _("None."))


def _copied(snapshot: Snapshot) -> list[_Entry]:
    rows = snapshot.every[snapshot.every["carried_from"] != ""]
    found = [
        _Entry(ref, "", name, earlier.partition("/")[0])
        for ref, name, earlier in zip(
            rows["ref"], rows["submission"], rows["carried_from"], strict=True
        )
    ]
    for sub in snapshot.corpus.submissions:
        for told in sub.activities:
            if earlier := told.activity.carried_from:
                title = told.activity.title
                found.append(_Entry(told.ref, title, sub.head.id, earlier.submission))
    return _in_order(snapshot, found)


def in_other_languages(snapshot: Snapshot) -> Entries:
    """The labels and other words of the data that are shown in another language than asked."""
    own, asked = snapshot.corpus, settings.language()
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
            yield html.text(line)

    return Entries(len(found), make, _("None."))


def _in_order(snapshot: Snapshot, found: list[_Entry]) -> list[_Entry]:
    """The entries submission by submission, in each the order in which they were found."""
    rank = {sub.head.id: at for at, sub in enumerate(snapshot.corpus.submissions)}
    return sorted(found, key=lambda one: rank[one.submission])


def _name(snapshot: Snapshot, submission: str) -> str:
    sub = snapshot.corpus.submission(submission)
    return sub.head.name if sub else ""


CLASSES = Labels(
    {
        FACT: N_("facts"),
        AGAIN: N_("a fact said again"),
        DATE: N_("dates of facts and activities"),
        "date": N_("other dates"),
        "numbering": N_("numbering"),
        "document_symbol": N_("document symbols"),
        "template_text": N_("the form’s own text"),
        "duration": N_("durations"),
        "contact": N_("addresses and telephone numbers"),
        "name": N_("parts of names"),
        "legal_reference": N_("laws and articles"),
        "publication": N_("cited publications"),
        "deadline": N_("deadlines"),
        "pronoun": N_("“one” as a word"),
        "no_claim": N_("numbers that claim nothing"),
    }
)


LISTED = 50  # lines of a part on one page
COLUMNS = 12  # submissions side by side


@dataclass(frozen=True)
class Part:
    """One question: its answer has `count` entries, `size` of them on a page.

    `make(first, last)` gives these entries as HTML; `make(0, 0)` what stands where there are none.
    """

    name: str
    title: str
    count: int
    size: int
    make: Callable[[int, int], str]

    @property
    def has_pages(self) -> bool:
        """Whether one page does not hold all."""
        return self.count > self.size


def parts_of(snapshot: Snapshot) -> tuple[Part, ...]:
    """The whole page: one part for each question."""
    problems, *others = (
        _listed(name, title, entries)
        for name, title, entries in (
            ("problems", _("Problems"), _problems(snapshot)),
            ("inferred", _("Dates that are inferred"), inferred(snapshot)),
            ("corrected", _("Errors of the sources that are read otherwise"), corrected(snapshot)),
            ("doubts", _("Doubts of a sentence that a person answered"), doubted(snapshot)),
            ("copied", _("Sentences copied from an earlier submission"), copied(snapshot)),
            ("disagreements", _("Disagreements"), _disagreements(snapshot)),
            (
                "languages",
                _("Words that are missing in the language of these pages"),
                in_other_languages(snapshot),
            ),
        )
    )
    not_held = _("Years whose submission is not held here")
    last = Part("not-held", not_held, 1, LISTED, _not_held(snapshot))
    return (problems, _accounted(snapshot), *others, last)


def section(part: Part, body: str) -> str:
    """A part with its title over it."""
    return f"<section class='f-part-of-page'>{heading(part)}{body}</section>"


def heading(part: Part) -> str:
    """The title of a part."""
    return f"<h2>{html.text(part.title)}</h2>"


def _listed(name: str, title: str, entries: Entries) -> Part:
    def make(first: int, last: int) -> str:
        return _list(entries.make(first, last)) if entries.count else said(entries.nothing)

    return Part(name, title, entries.count, LISTED, make)


def _problems(snapshot: Snapshot) -> Entries:
    def make(first: int, last: int) -> Iterable[str]:
        return (html.text(line) for line in as_text(snapshot.problems[first:last]).splitlines())

    nothing = _("None: every quote, value, bound and place is proved against the sources.")
    return Entries(len(snapshot.problems), make, nothing)


def _accounted(snapshot: Snapshot) -> Part:
    """What became of the numbers of each submission, a column for each, some side by side.

    Where they have pages, the newest come first, beside a column for all of them.
    """
    subs = snapshot.corpus.submissions
    many = len(subs) > COLUMNS

    def make(first: int, last: int) -> str:
        shown = subs[::-1] if many else subs
        columns = [(sub.head.name, _counts(sub)) for sub in shown[first:last]]
        if many:
            every = _("All {number} submissions", number=f"{len(subs):,}")
            counts = memo(snapshot, "numbers accounted for", lambda: _counts_of_all(subs))
            columns.insert(0, (every, counts))
        return _table(columns)

    return Part("accounted", _("Every number accounted for"), len(subs), COLUMNS, make)


def _counts_of_all(subs: Iterable[Sub]) -> dict[str, int]:
    found: Counter[str] = Counter()
    for sub in subs:
        found.update(_counts(sub))
    return dict(found)


def _counts(sub: Sub) -> dict[str, int]:
    return dict(sub.accounted) or account(sub)


def _table(columns: list[tuple[str, dict[str, int]]]) -> str:
    used = [kind for kind in CLASSES if any(kind in found for _name, found in columns)]
    lines = [(CLASSES[kind], [found.get(kind, 0) for _name, found in columns]) for kind in used]
    every = [sum(found.values()) for _name, found in columns]
    lines.append((_("all numbers in the source"), every))
    names = (_("What it is"), *(name for name, _found in columns))
    body = "".join(
        html.table_row(names, html.text(label), *(f"{number:,}" for number in numbers))
        for label, numbers in lines
    )
    caption = _("Counted by this program: what became of each number that a source holds.")
    return html.table_of(names, body, caption=f"<caption>{html.text(caption)}</caption>")


def _disagreements(snapshot: Snapshot) -> Entries:
    pairs = memo(snapshot.frame, "disagreements", lambda: disagreements(snapshot.frame))

    def make(first: int, last: int) -> Iterable[str]:
        some = pairs[first:last]
        rows = rows_of(snapshot, (ref for pair in some for ref in pair))
        for at in range(0, len(rows), 2):
            numbers = [
                f"{html.number(row['says'], row['ref'], row['label'])} "
                f"({html.text(row['submission_name'])})"
                for row in rows[at : at + 2]
            ]
            yield f"{html.text(rows[at]['label'])}: {listed(numbers)}"

    nothing = _("None: no two submissions state different values of one thing at one time.")
    return Entries(len(pairs), make, nothing)


def _not_held(snapshot: Snapshot) -> Callable[[int, int], str]:
    years = memo(snapshot, "years with a submission", lambda: _years(snapshot))
    first, last = NEVER_NARROWER[0].year, NEVER_NARROWER[1].year
    missing = [str(year) for year in range(first, last + 1) if year not in years]
    words = counted(
        "{years}. A submission may have been made; its text is not in this data folder.",
        "{years}. Submissions may have been made; their texts are not in this data folder.",
        len(missing),
        years=listed(missing),
    )
    return lambda _first, _last: said(words if missing else _("None."))


def _years(snapshot: Snapshot) -> set[int]:
    years: set[int] = set()
    for earliest, latest in {
        (sub.head.written.earliest, sub.head.written.latest) for sub in snapshot.corpus.submissions
    }:
        years |= set(range(first_day(earliest).year, last_day(latest).year + 1))
    return years


def _list(items: Iterable[str]) -> str:
    return f"<ul class='f-plain'>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def show_quality(snapshot: Snapshot) -> None:
    """Every part in its order. Parts without pages stand together, as one piece of HTML."""
    parts = parts_of(snapshot)
    pieces: list[str] = []
    number, pressed = 0, False

    def put() -> None:
        nonlocal number, pressed
        if pieces:
            key = "quality" if number == 0 else f"quality-{number}"
            pressed = pressable("".join(pieces), key, press) or pressed
            number += 1
            pieces.clear()

    for part in parts:
        if not part.has_pages:
            pieces.append(section(part, part.make(0, part.count)))
            continue
        pieces.append(heading(part))
        put()
        first, last = pager(part.count, part.size, part.name)
        pieces.append(f"<div class='f-part-of-page'>{part.make(first, last)}</div>")
        put()
    put()
    if pressed:
        show_receipt_if_asked(snapshot)
