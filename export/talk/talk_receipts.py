"""What stands behind a reference, as a receipt large enough to read aloud."""

from __future__ import annotations

from collections.abc import Iterable

from charts import captions
from charts.evidence import with_evidence
from charts.spec import Cell, ChartSpec, Evidence, Statements, Table
from decks.resolve import BigNumber
from export.receipt import Receipt, receipt
from export.receipt_terms import terms
from export.talk.talk_screen import text
from facts.corpus import Corpus, PlacedFact
from facts.partial_dates import say
from facts.store import Snapshot
from language.plain_text import normalise
from words import _

UNSPOKEN = ("written", "also")  # lines that nobody reads aloud
LONG, LONGER = 180, 420  # letters of a quote, from which it is set smaller


def items(refs: tuple[str, ...], snapshot: Snapshot) -> Receipt:
    """What is known of these references: facts, activities, countries named."""
    bare = ChartSpec("talk", "", "", "", "", "", refs, Table((), ()), Statements(()))
    return receipt(with_evidence(bare, snapshot.every, snapshot.corpus), "talk")


def in_words(item: Evidence) -> str:
    """A fact in a few words, for a tip and for a screen reader."""
    said = f"{item.says} {item.unit}" if item.says and "%" not in item.says else item.says
    named = item.label if said and item.unit.casefold() not in item.label.casefold() else ""
    parts = (said or item.label, named, item.as_of, item.document)
    return ", ".join(part for part in parts if part)


def receipt_html(item: Evidence, corpus: Corpus) -> str:
    """One receipt as HTML: the number, the words that state it, where and for when."""
    placed = corpus.fact(item.ref)
    size = "short" if len(item.quote) < LONG else "long" if len(item.quote) < LONGER else "longer"
    unit = item.unit if "%" not in item.says else ""
    head = (
        f"<p class='r-says'><strong>{text(item.says)}</strong> {text(unit)}</p>"
        if item.says
        else ""
    )
    lines = "".join(
        f"<div><dt>{text(term)}</dt><dd dir='auto'>{text(what)}</dd></div>"
        for key, term, what in terms(item, corpus)
        if key not in UNSPOKEN and (key, item.bound) != ("meaning", "exact")
    )
    return (
        f"<article data-receipt='{text(item.ref)}'>{head}"
        f"<p class='r-label' dir='auto'>{text(item.label)}</p>"
        f"<blockquote class='{size}' dir='auto'>“{quoted(item, placed, corpus)}”</blockquote>"
        f"<dl>{lines}</dl><p class='r-cite' dir='auto'>{text(item.citation)}</p></article>"
    )


def quoted(item: Evidence, placed: PlacedFact | None, corpus: Corpus) -> str:
    """The quote with its number marked, where the number stands in it."""
    plain = normalise(item.quote).text
    sub = corpus.submission(placed.submission.id) if placed else None
    if placed is None or sub is None or placed.number is None:
        return text(plain)
    start, end = placed.number
    number = normalise(sub.source_text[start:end]).text
    before = normalise(sub.source_text[placed.match.start : start]).text.count(number)
    at = -1
    for _time in range(before + 1):
        at = plain.find(number, at + 1)
        if at < 0 or not number:
            return text(plain)
    after = at + len(number)
    return f"{text(plain[:at])}<mark>{text(number)}</mark>{text(plain[after:])}"


def as_of(found: Receipt) -> str:
    """The date of the newest number; empty where none has one."""
    return _("As of {date}", date=say(found.newest)) if found.newest else ""


def stated(numbers: Iterable[BigNumber | Evidence]) -> Table:
    """Numbers as a table: what, how many, when, and where it is written."""
    rows = tuple(
        (Cell(one.label), Cell(one.says or "–", one.ref), Cell(one.as_of), Cell(one.document))
        for one in numbers
    )
    return Table((_("What"), _("Number"), _("As of"), _("Submission")), rows)


def table_html(spec: Table, known: dict[str, Evidence]) -> str:
    """A chart's table as HTML; what has a receipt can be pressed."""
    head = "".join(f"<th scope='col' dir='auto'>{text(column)}</th>" for column in spec.columns)
    body = ""
    for row in spec.rows:
        cells = [
            f"<button type='button' class='cell' data-ref='{text(cell.ref)}' "
            f"aria-label='{text(in_words(known[cell.ref]))}'>{text(captions.plain(cell))}</button>"
            if cell.ref in known and cell.ref is not None
            else text(captions.plain(cell))
            for cell in row
        ]
        body += f"<tr><th scope='row' dir='auto'>{cells[0]}</th>"
        body += "".join(f"<td dir='auto'>{cell}</td>" for cell in cells[1:]) + "</tr>"
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
