"""A deck and what someone does with it go in; the deck after it comes out. Nothing is changed."""

from __future__ import annotations

from typing import Any

from decks.model import LINE, MOST_SLIDES, WORDS, Deck, Slide
from decks.write import clean


def arranged(deck: Deck) -> Deck:
    """The deck with its sources last, once; where it names none it stays without."""
    sources = [slide for slide in deck.slides if slide.kind == "sources"][:1]
    others = [slide for slide in deck.slides if slide.kind != "sources"]
    return _with(deck, [*others, *sources])


def add(deck: Deck, slide: Slide) -> Deck:
    """The deck with one slide more, before the sources; the same deck where it is full."""
    if len(deck.slides) >= MOST_SLIDES:
        return deck
    return arranged(_with(deck, [*deck.slides, slide]))


def move(deck: Deck, at: int, by: int) -> Deck:
    """The deck with one slide moved; the same deck where it would leave its place at an end."""
    slides, to = list(deck.slides), at + by
    if not (0 <= at < len(slides) and 0 <= to < len(slides)):
        return deck
    slides.insert(to, slides.pop(at))
    return arranged(_with(deck, slides))


def remove(deck: Deck, at: int) -> Deck:
    """The deck without one slide."""
    return _with(deck, [slide for index, slide in enumerate(deck.slides) if index != at])


def reword(deck: Deck, at: int | None, **words: str) -> Deck:
    """The deck with typed words (`title`, `subtitle`, `notes`) of one slide; "" takes them away.

    `at` None is the slide with the sources where the deck does not name it.
    """
    if at is None:
        deck = _with(deck, [*deck.slides, Slide(kind="sources")])
        at = len(deck.slides) - 1
    typed = {name: _typed(text, lines=name == "notes") for name, text in words.items()}
    slides = list(deck.slides)
    slides[at] = Slide(**{**slides[at].model_dump(), **typed})
    return _with(deck, slides)


def rename(deck: Deck, title: str, subtitle: str) -> Deck:
    """The deck with another title; an empty title leaves the one it has."""
    named = _typed(title) or deck.title
    return Deck(title=named, subtitle=_typed(subtitle), slides=deck.slides)


def _typed(text: str, *, lines: bool = False) -> str | None:
    """Typed words as they are kept: on one line but for notes; None where nothing is typed."""
    kept = clean(text)[: WORDS if lines else LINE]
    return (kept.strip() if lines else " ".join(kept.split())) or None


def _with(deck: Deck, slides: list[Slide]) -> Deck:
    held: dict[str, Any] = {"title": deck.title, "subtitle": deck.subtitle}
    return Deck(**held, slides=tuple(slides))
