"""A snapshot goes in; what is wrong, inferred, corrected, repeated or missing comes out, in parts.

Each part is a list of which any stretch can be made, so that only a page of it is sent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from charts.timeline import NEVER_NARROWER
from facts.check_submission import AGAIN, DATE, FACT, account, disagreements
from facts.corpus import Sub
from facts.memo import memo
from facts.partial_dates import first_day, last_day
from facts.problems import as_text
from facts.store import Snapshot
from ui import quality_lists, tags
from ui.quality_lists import said
from ui.rows import rows_of
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


def parts(held: Snapshot) -> tuple[Part, ...]:
    """The whole page: one part for each question."""
    accounted = _Accounted(held)
    return (
        _listed("problems", _("Problems"), _problems(held)),
        Part(
            "accounted",
            _("Every number accounted for"),
            len(held.corpus.submissions),
            COLUMNS,
            accounted.table,
        ),
        _listed("inferred", _("Dates that are inferred"), quality_lists.inferred(held)),
        _listed(
            "corrected",
            _("Errors of the sources that are read otherwise"),
            quality_lists.corrected(held),
        ),
        _listed(
            "doubts",
            _("Doubts of a sentence that a person answered"),
            quality_lists.doubted(held),
        ),
        _listed(
            "copied",
            _("Sentences copied from an earlier submission"),
            quality_lists.copied(held),
        ),
        _listed("disagreements", _("Disagreements"), _disagreements(held)),
        _listed(
            "languages",
            _("Words that are missing in the language of these pages"),
            quality_lists.in_other_languages(held),
        ),
        Part("not-held", _("Years whose submission is not held here"), 1, LISTED, _not_held(held)),
    )


def section(part: Part, body: str) -> str:
    """A part with its title over it."""
    return f"<section class='f-part-of-page'>{heading(part)}{body}</section>"


def heading(part: Part) -> str:
    """The title of a part."""
    return f"<h2>{tags.text(part.title)}</h2>"


def _listed(name: str, title: str, entries: quality_lists.Entries) -> Part:
    def make(first: int, last: int) -> str:
        return _list(entries.make(first, last)) if entries.count else said(entries.nothing)

    return Part(name, title, entries.count, LISTED, make)


def _problems(held: Snapshot) -> quality_lists.Entries:
    def make(first: int, last: int) -> Iterable[str]:
        return (tags.text(line) for line in as_text(held.problems[first:last]).splitlines())

    nothing = _("None: every quote, value, bound and place is proved against the sources.")
    return quality_lists.Entries(len(held.problems), make, nothing)


class _Accounted:
    """What became of the numbers of each submission, some submissions side by side."""

    def __init__(self, held: Snapshot) -> None:
        self._held = held
        self._subs = held.corpus.submissions
        if len(self._subs) > COLUMNS:  # then the newest come first
            self._subs = self._subs[::-1]

    def table(self, first: int, last: int) -> str:
        """A column for each of these submissions; one for all of them where they have pages."""
        columns = [(sub.head.name, _counts(sub)) for sub in self._subs[first:last]]
        if len(self._subs) > COLUMNS:
            every = _("All {number} submissions", number=f"{len(self._subs):,}")
            columns.insert(0, (every, memo(self._held, "numbers accounted for", self._every)))
        return _table(columns)

    def _every(self) -> dict[str, int]:
        found: Counter[str] = Counter()
        for sub in self._subs:
            found.update(_counts(sub))
        return dict(found)


def _counts(sub: Sub) -> dict[str, int]:
    return dict(sub.accounted) or account(sub)


def _table(columns: list[tuple[str, dict[str, int]]]) -> str:
    used = [kind for kind in CLASSES if any(kind in found for _name, found in columns)]
    head = "".join(f"<th scope='col'>{tags.text(name)}</th>" for name, _found in columns)
    lines = [(CLASSES[kind], [found.get(kind, 0) for _name, found in columns]) for kind in used]
    every = [sum(found.values()) for _name, found in columns]
    lines.append((_("all numbers in the source"), every))
    body = "".join(
        f"<tr><th scope='row'>{tags.text(label)}</th>"
        + "".join(
            f"<td data-label='{tags.text(name)}'>{number:,}</td>"
            for (name, _found), number in zip(columns, numbers, strict=True)
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


def _disagreements(held: Snapshot) -> quality_lists.Entries:
    pairs = memo(held.frame, "disagreements", lambda: disagreements(held.frame))

    def make(first: int, last: int) -> Iterable[str]:
        some = pairs[first:last]
        rows = rows_of(held, (ref for pair in some for ref in pair))
        for at in range(0, len(rows), 2):
            numbers = [
                f"{tags.number(row['says'], row['ref'], row['label'])} "
                f"({tags.text(row['submission_name'])})"
                for row in rows[at : at + 2]
            ]
            yield f"{tags.text(rows[at]['label'])}: {listed(numbers)}"

    nothing = _("None: no two submissions state different values of one thing at one time.")
    return quality_lists.Entries(len(pairs), make, nothing)


def _not_held(held: Snapshot) -> Callable[[int, int], str]:
    years = memo(held, "years with a submission", lambda: _years(held))
    first, last = NEVER_NARROWER[0].year, NEVER_NARROWER[1].year
    missing = [str(year) for year in range(first, last + 1) if year not in years]
    words = counted(
        "{years}. A submission may have been made; its text is not in this data folder.",
        "{years}. Submissions may have been made; their texts are not in this data folder.",
        len(missing),
        years=listed(missing),
    )
    return lambda _first, _last: said(words if missing else _("None."))


def _years(held: Snapshot) -> set[int]:
    years: set[int] = set()
    for earliest, latest in {
        (sub.head.written.earliest, sub.head.written.latest) for sub in held.corpus.submissions
    }:
        years |= set(range(first_day(earliest).year, last_day(latest).year + 1))
    return years


def _list(items: Iterable[str]) -> str:
    return f"<ul class='f-plain'>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
