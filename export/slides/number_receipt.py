"""The view of a slide of big numbers, which can be read back, and its receipt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from urllib.parse import parse_qsl

from pydantic import ValidationError

import settings
from charts.evidence import evidence_of_fact, with_evidence
from charts.spec import Cell, ChartSpec, Statement, Statements, Table
from decks.deck import Deck, Slide
from decks.resolve import ResolvedSlide, numbers_slide
from export.receipt import Receipt, code, receipt, version_of
from facts.store import Snapshot
from words import _

NUMBERS = "numbers"  # the figure that such a receipt names


def view_of(slide: Slide) -> str:
    """What the slide asks for: `numbers?indicators=members,member_countries`."""
    asked = {
        "indicators": ",".join(slide.indicators),
        "facts": ",".join(slide.facts),
        "map": slide.map or "",
    }
    query = "&".join(f"{key}={value}" for key, value in asked.items() if value)
    return f"{NUMBERS}?{query}"


def asked(view: str) -> Slide | None:
    """The slide that a view asks for; None for a view of anything else."""
    name, _gap, query = view.partition("?")
    if name != NUMBERS:
        return None
    choices = dict(parse_qsl(query))
    try:
        return Slide(
            kind="numbers",
            indicators=tuple(filter(None, choices.get("indicators", "").split(","))),
            facts=tuple(filter(None, choices.get("facts", "").split(","))),
            map=choices.get("map"),
        )
    except ValidationError:
        return None


def current(view: str, snapshot: Snapshot) -> Receipt | None:
    """The receipt that the same numbers have today; None where none of them is stated any more."""
    slide = asked(view)
    shown = numbers_slide(slide, 0, snapshot) if slide else None
    return numbers_receipt(shown, snapshot, view) if shown and shown.numbers else None


def numbers_receipt(shown: ResolvedSlide, snapshot: Snapshot, view: str) -> Receipt:
    """The receipt of the numbers and the activity on a slide.

    Its title and note are those made from the facts, so that words typed by hand make no slide old.
    """
    slide = asked(view) if shown.typed else None
    if slide is not None:
        shown = replace(shown, title=numbers_slide(slide, 0, snapshot).title)
    said = tuple(Statement(n.ref, n.as_of, n.says, n.label, "", n.document) for n in shown.numbers)
    spec = ChartSpec(
        name=NUMBERS,
        title=shown.title,
        subtitle=shown.subtitle,
        note=shown.note,
        source=shown.source,
        alt=shown.title,
        refs=shown.refs,
        table=Table(
            (_("What"), _("Number")),
            tuple((Cell(n.label), Cell(n.says, n.ref, n.before, n.after)) for n in shown.numbers),
        ),
        drawing=Statements(said),
    )
    made = receipt(with_evidence(spec, snapshot.every, snapshot.corpus), view)
    url = settings.dashboard_url().rstrip("/")
    return replace(made, link=f"{url}/?receipt={shown.refs[0]}" if url and shown.refs else "")


def numbers(snapshot: Snapshot, decks: Iterable[Deck]) -> Iterator[Receipt]:
    """The slides of numbers in these decks, then the newest number of each indicator."""
    slides = (slide for deck in decks for slide in deck.slides if slide.kind == "numbers")
    views = [view_of(slide) for slide in slides]
    views += [f"{NUMBERS}?indicators={name}" for name in snapshot.corpus.indicators]
    for view in dict.fromkeys(views):
        if found := current(view, snapshot):
            yield found


def alone(snapshot: Snapshot, fits: Callable[[str], bool]) -> Receipt | None:
    """The first fact on a slide of its own whose code fits: only this one is drawn."""
    for _index, row in snapshot.frame.iterrows():
        item = evidence_of_fact(row, snapshot.corpus)
        view = f"{NUMBERS}?facts={item.ref}"
        if fits(code(NUMBERS, view, version_of((item,)))):
            return current(view, snapshot)
    return None
