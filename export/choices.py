"""A snapshot goes in; every choice that a figure's page offers comes out, and all its codes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from charts import activities, paging
from charts.naming import ROLES
from decks.model import Deck
from export import figures
from export.figures import Choices, Job
from export.receipt import Receipt, code, versions
from export.slides import number_receipt
from facts.store import Snapshot


def offered(held: Snapshot, name: str) -> dict[str, tuple[str, ...]]:
    """The choices of a figure by the name that they have in its address, with their values.

    Which of its pages is shown is a choice too; how many there are hangs on the others: `allowed`.
    """
    if name == "network":
        shown = (i.id for i in held.corpus.indicators.values() if i.chart == "network")
        return {"show": tuple(shown)}
    if name == "reach":
        return {"whose": ("own", "partner")}
    if name == "activities":
        where = {"country": activities.countries(held.corpus)}
        if figures.pages(held, name) == 1:
            return where
        return where | {"year": tuple(map(str, activities.years(held.corpus)))}
    if name == "places":
        return {"role": tuple(ROLES)}
    return {}


def allowed(held: Snapshot, name: str, asked: Mapping[str, str]) -> Choices:
    """Those of the choices asked for that the figure offers, the page among them."""
    known = offered(held, name)
    chosen = {key: value for key, value in asked.items() if value in known.get(key, ())}
    page = paging.asked(asked.get(paging.KEY))
    if 1 < page <= figures.pages(held, name, chosen):
        chosen[paging.KEY] = str(page)
    return chosen


def unknown(held: Snapshot, name: str, choices: Choices) -> str | None:
    """The first choice that the figure does not offer; None where each is one."""
    known = {paging.KEY: "1"} | allowed(held, name, choices)
    return next((key for key, value in choices.items() if known.get(key) != value), None)


def jobs(held: Snapshot, name: str) -> Iterator[Job]:
    """The figure as its page first shows it, then with each choice, each with all its pages."""
    chosen: list[Choices] = [{}]
    chosen += [{key: value} for key, values in offered(held, name).items() for value in values]
    for choices in chosen:
        for page in range(1, figures.pages(held, name, choices) + 1):
            turned = {paging.KEY: str(page)} if page > 1 else {}
            if job := figures.job(held, name, choices | turned):
                yield job


def numbers(held: Snapshot, decks: Iterable[Deck]) -> Iterator[Receipt]:
    """The slides of numbers in these decks, then the newest number of each indicator."""
    slides = (slide for deck in decks for slide in deck.slides if slide.kind == "numbers")
    views = [number_receipt.view_of(slide) for slide in slides]
    views += [f"{number_receipt.NUMBERS}?indicators={name}" for name in held.corpus.indicators]
    for view in dict.fromkeys(views):
        if receipt := number_receipt.current(view, held):
            yield receipt


def alone(held: Snapshot, fits: Callable[[str], bool]) -> Receipt | None:
    """The first fact on a slide of its own whose code fits: only this one is drawn."""
    for ref, version in versions(held.frame, held.corpus):
        view = f"{number_receipt.NUMBERS}?facts={ref}"
        if fits(code(number_receipt.NUMBERS, view, version)):
            return number_receipt.current(view, held)
    return None
