"""A deck goes in; its slides with today's numbers, pictures and doubts come out.

Figures and pictures are made once for each snapshot, for all readers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from charts.spec import ChartSpec
from decks.check import Flag, check_deck
from decks.model import Deck
from decks.resolve import resolve
from decks.slides import ResolvedDeck, ResolvedSlide
from decks.stated import Known, known
from export.figures import FIGURES, job
from export.picture.markup import svg
from export.picture.page import compose
from facts.store import Snapshot

WIDTH, HEIGHT = 960, 540  # px of a picture: small, so that its type is large
MOST = 400  # figures and pictures that are remembered

Value = TypeVar("Value")


@dataclass
class _Made:
    """What was made of one snapshot."""

    held: Snapshot
    known: Known
    specs: dict[object, ChartSpec | None] = field(default_factory=dict)
    pictures: dict[object, str] = field(default_factory=dict)


_latest: list[_Made] = []  # at most one: that of the newest snapshot


def resolved(deck: Deck, held: Snapshot) -> ResolvedDeck:
    """The deck with the numbers of this snapshot."""
    return resolve(deck, held, {name: _remembering(name) for name in FIGURES})


def doubts(deck: Deck, shown: ResolvedDeck, held: Snapshot) -> dict[int, tuple[Flag, ...]]:
    """What the typed words of each slide say otherwise than the facts, by place in the deck."""
    return check_deck(deck, shown, _made(held).known)


def picture(slide: ResolvedSlide, held: Snapshot) -> str:
    """The slide's figure as SVG, with the title that was typed; empty where there is none."""
    if slide.spec is None:
        return ""
    key = (slide.figure, slide.choices, slide.title, slide.subtitle)
    return _once(_made(held).pictures, key, lambda: _drawn(slide, held))


def _drawn(slide: ResolvedSlide, held: Snapshot) -> str:
    made = job(held, slide.figure, dict(slide.choices), width=WIDTH, height=HEIGHT)
    if made is None:
        return ""
    spec = replace(made.spec, title=slide.title, subtitle=slide.subtitle)
    try:
        return svg(compose(replace(made, spec=spec)), with_font=False)
    except (KeyError, ValueError):  # a drawing that no picture is made of: words stand for it
        return ""


def _remembering(name: str) -> Callable[[Snapshot, dict[str, str]], ChartSpec | None]:
    """The figure of this name, made once for each choice."""

    def figure(held: Snapshot, choices: dict[str, str]) -> ChartSpec | None:
        key = (name, tuple(sorted(choices.items())))
        return _once(_made(held).specs, key, lambda: FIGURES[name](held, choices))

    return figure


def _made(held: Snapshot) -> _Made:
    if not _latest or _latest[0].held is not held:
        _latest[:] = [_Made(held, known(held))]
    return _latest[0]


def _once(kept: dict[object, Value], key: object, make: Callable[[], Value]) -> Value:
    if key not in kept:
        if len(kept) >= MOST:
            kept.clear()
        kept[key] = make()
    return kept[key]
