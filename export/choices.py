"""A snapshot goes in; every choice that a figure's page offers comes out, and all its codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from charts.naming import ROLES
from decks.model import Deck
from export import figures
from export.figures import Choices, Job
from export.receipt import Receipt
from export.slides import number_receipt
from facts.store import Snapshot


def offered(held: Snapshot, name: str) -> dict[str, tuple[str, ...]]:
    """The choices of a figure by the name that they have in its address, with their values."""
    if name == "network":
        shown = (i.id for i in held.corpus.indicators.values() if i.chart == "network")
        return {"show": tuple(shown)}
    if name == "reach":
        return {"whose": ("own", "partner")}
    if name == "activities":
        told = (p.activity for sub in held.corpus.submissions for p in sub.activities)
        return {"country": tuple(sorted({place.country for a in told for place in a.places}))}
    if name == "places":
        return {"role": tuple(ROLES)}
    return {}


def unknown(held: Snapshot, name: str, choices: Choices) -> str | None:
    """The first choice that the figure does not offer; None where each is one."""
    known = offered(held, name)
    return next((key for key, value in choices.items() if value not in known.get(key, ())), None)


def jobs(held: Snapshot, name: str) -> Iterator[Job]:
    """The figure as its page first shows it, then with each choice."""
    chosen: list[Choices] = [{}]
    chosen += [{key: value} for key, values in offered(held, name).items() for value in values]
    for choices in chosen:
        if job := figures.job(held, name, choices):
            yield job


def numbers(held: Snapshot, decks: Iterable[Deck]) -> Iterator[Receipt]:
    """The slides of numbers in these decks, then each number on a slide of its own."""
    slides = (slide for deck in decks for slide in deck.slides if slide.kind == "numbers")
    views = [number_receipt.view_of(slide) for slide in slides]
    views += [f"{number_receipt.NUMBERS}?indicators={name}" for name in held.corpus.indicators]
    views += [f"{number_receipt.NUMBERS}?facts={ref}" for ref in held.frame["ref"]]
    for view in dict.fromkeys(views):
        if receipt := number_receipt.current(view, held):
            yield receipt
