"""A deck: its shape, its file, and what someone does with it.

A deck holds no number of a fact: it names indicators, facts and figures, and the numbers are
looked up each time that it is shown. A slide that cannot be read is left out and told, with its
place in the file; the others stand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

from facts.disk import Blob, Disk
from facts.parse import Entry, Reader
from facts.problems import Problem, show
from facts.vocabulary import Identifier
from facts.yaml_tree import resolved

Kind = Literal["title", "numbers", "figure", "sources"]
LINE, WORDS = 500, 5_000  # the longest title, the longest notes
Line = Annotated[str, StringConstraints(min_length=1, max_length=LINE)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=WORDS)]
Ref = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9_-]+$")]  # "submission/fact"

MOST_SLIDES = 60
MOST_NUMBERS = 6  # on one slide: more cannot be read from the last row


class _Entry(BaseModel):
    """What all entries share: unknown fields are refused, nothing is coerced or changes later."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Head(_Entry):
    """What a deck is called; the words of its title slide."""

    title: Line
    subtitle: Line | None = None


class Slide(_Entry):
    """One slide as it was chosen. Which fields it may have follows from its kind.

    `numbers`: the newest fact of each of `indicators`, then `facts`; `map` names the activity whose
    places stand as labelled dots beside them. `figure`: the name of a figure and the choices of its
    page. Any slide may have a title typed by hand (else one is made from the facts), a subtitle,
    notes for the speaker, and `steps`: what is said one after the other.
    """

    kind: Kind
    title: Line | None = None
    subtitle: Line | None = None
    notes: Words | None = None
    indicators: tuple[Identifier, ...] = ()
    facts: tuple[Ref, ...] = ()
    map: Ref | None = None
    figure: Identifier | None = None
    choices: dict[str, str] = {}
    steps: tuple[Words, ...] = ()


class DeckFile(_Entry):
    """One whole deck file."""

    deck: Head
    slides: tuple[Slide, ...] = ()


class Deck(Head):
    """A deck: its title and its slides in order. The sources stand last whether named or not."""

    slides: tuple[Slide, ...] = ()


FOLDER = "decks"  # inside a data folder
LARGEST = 200_000  # bytes
OWN = {  # the fields that only one kind of slide has
    **dict.fromkeys(("indicators", "facts", "map"), "numbers"),
    **dict.fromkeys(("figure", "choices"), "figure"),
}
_CHOICE = re.compile(r"[A-Za-z0-9_-]{1,80}")


def read_deck(data: bytes, file: str) -> tuple[Deck | None, tuple[Problem, ...]]:
    """One deck, and what is wrong in its file; None where it has no title that can be read.

    `file` is how problems name it. Never raises for what stands in the file.
    """
    if len(data) > LARGEST:
        what = f"the file has {len(data):,} bytes; a deck has at most {LARGEST:,}."
        return None, (Problem(file, 1, 1, "file", what, "choose a deck file."),)
    reader = Reader(data, file, DeckFile)
    head = reader.one("deck", Head)
    entries = reader.many("slides", Slide)
    problems = list(reader.problems)
    slides = []
    for entry in entries:
        wrong = list(_misfits(entry))
        problems += wrong
        if not wrong:
            slides.append(entry)
    if len(slides) > MOST_SLIDES:
        what = f"the deck has {len(slides)} slides; at most {MOST_SLIDES} are shown."
        problems.append(slides[MOST_SLIDES].problem((), what, "split it into two decks."))
    if head is None:
        return None, tuple(sorted(set(problems)))
    kept = tuple(entry.item for entry in slides[:MOST_SLIDES])
    deck = Deck(title=head.item.title, subtitle=head.item.subtitle, slides=kept)
    return deck, tuple(sorted(set(problems)))


def read_folder(
    folder: Path, shown: str | None = None
) -> tuple[dict[str, Deck], tuple[Problem, ...]]:
    """The decks of a data folder by the name of their file, in its order, and all problems.

    `shown` is how problems name the data folder. No folder `decks` is no problem.
    """
    here, shown = folder / FOLDER, folder.as_posix() if shown is None else shown
    disk = Disk(folder)
    decks: dict[str, Deck] = {}
    problems: list[Problem] = []
    for path in sorted(here.glob("*.yaml")):
        file = f"{shown}/{FOLDER}/{path.name}"
        blob = disk.read(path, file, LARGEST)
        deck, wrong = read_deck(blob.data, file) if isinstance(blob, Blob) else (None, (blob,))
        problems += wrong
        if deck:
            decks[path.stem] = deck
    return decks, tuple(problems)


def _misfits(entry: Entry[Slide]) -> Iterator[Problem]:
    """What a slide has that its kind has not, and what it lacks."""
    slide = entry.item
    for field, kind in OWN.items():
        if getattr(slide, field) and slide.kind != kind:
            what = f"a slide of the kind {slide.kind} has no {field}."
            yield entry.problem((field,), what, f"take it away, or write kind: {kind}.")
    if slide.kind == "figure" and not slide.figure:
        what = "a slide of the kind figure needs the name of a figure."
        yield entry.problem((), what, "add figure: network, or another.")
    numbers = len(slide.indicators) + len(slide.facts)
    if slide.kind == "numbers" and not 1 <= numbers <= MOST_NUMBERS:
        what = f"a slide of numbers has 1 to {MOST_NUMBERS} of them, this one {numbers}."
        yield entry.problem((), what, "name them under indicators or facts.")
    for key, value in slide.choices.items():
        for part in (key, value):
            if not _CHOICE.fullmatch(part):
                what = f"{show(part)} is not a choice of a page."
                fix = "write it as it stands in the address of the page, for example show: members."
                yield entry.problem(("choices", key), what, fix)


HEAD = "# A deck: choices and words. The numbers are looked up when it is shown.\n"
_PLAIN = re.compile(r"[a-z][a-z0-9_]*(?:[-/][a-z0-9_]+)*")
_READ_OTHERWISE = ("y", "n", "yes", "no", "on", "off")  # by other programs that read YAML
# What no file of ours may hold: control characters, and halves of characters.
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")


def as_yaml(deck: Deck) -> str:
    """The deck as a YAML file in UTF-8, a line per field; fields without a value are left out."""
    lines = [HEAD, "deck:\n", _field("  ", "title", deck.title)]
    if deck.subtitle:
        lines.append(_field("  ", "subtitle", deck.subtitle))
    lines.append("\nslides:\n" if deck.slides else "\nslides: []\n")
    for slide in deck.slides:
        lines += _slide(slide)
    return "".join(lines)


def clean(text: str) -> str:
    """Typed words as they can stand in a deck: without what no file may hold."""
    return _UNWANTED.sub("", text.replace("\t", " ").replace("\r\n", "\n").replace("\r", "\n"))


def _slide(slide: Slide) -> list[str]:
    lines = [f"- kind: {slide.kind}\n"]
    for name in ("title", "subtitle", "figure", "map", "notes"):
        if value := getattr(slide, name):
            lines.append(_field("  ", name, value))
    for name in ("indicators", "facts", "steps"):
        if values := getattr(slide, name):
            lines.append(f"  {name}:\n")
            lines += [f"  - {_scalar(value)}\n" for value in values]
    if slide.choices:
        lines.append("  choices:\n")
        lines += [f"    {_scalar(key)}: {_scalar(value)}\n" for key, value in slide.choices.items()]
    return lines


def _field(indent: str, name: str, value: str) -> str:
    return f"{indent}{name}: {_scalar(value)}\n"


def _scalar(text: str) -> str:
    """A plain word as it is; anything else in double quotes, where nothing but text can stand."""
    if _PLAIN.fullmatch(text) and resolved(text) == text and text not in _READ_OTHERWISE:
        return text
    quoted = json.dumps(_UNWANTED.sub("", text), ensure_ascii=False)
    return quoted.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def arranged(deck: Deck) -> Deck:
    """The deck with its sources last, once; where it names none it stays without."""
    sources = [slide for slide in deck.slides if slide.kind == "sources"][:1]
    others = [slide for slide in deck.slides if slide.kind != "sources"]
    return _with_slides(deck, [*others, *sources])


def add_slide(deck: Deck, slide: Slide) -> Deck:
    """The deck with one slide more, before the sources; the same deck where it is full."""
    if len(deck.slides) >= MOST_SLIDES:
        return deck
    return arranged(_with_slides(deck, [*deck.slides, slide]))


def move_slide(deck: Deck, at: int, by: int) -> Deck:
    """The deck with one slide moved; the same deck where it would leave its place at an end."""
    slides, to = list(deck.slides), at + by
    if not (0 <= at < len(slides) and 0 <= to < len(slides)):
        return deck
    slides.insert(to, slides.pop(at))
    return arranged(_with_slides(deck, slides))


def remove_slide(deck: Deck, at: int) -> Deck:
    """The deck without one slide."""
    return _with_slides(deck, [slide for index, slide in enumerate(deck.slides) if index != at])


def reword_slide(deck: Deck, at: int | None, **words: str) -> Deck:
    """The deck with typed words (`title`, `subtitle`, `notes`) of one slide; "" takes them away.

    `at` None is the slide with the sources where the deck does not name it.
    """
    if at is None:
        deck = _with_slides(deck, [*deck.slides, Slide(kind="sources")])
        at = len(deck.slides) - 1
    typed = {name: _typed(text, lines=name == "notes") for name, text in words.items()}
    slides = list(deck.slides)
    slides[at] = slides[at].model_copy(update=typed)
    return _with_slides(deck, slides)


def rename_deck(deck: Deck, title: str, subtitle: str) -> Deck:
    """The deck with another title; an empty title leaves the one it has."""
    typed = {"title": _typed(title) or deck.title, "subtitle": _typed(subtitle)}
    return deck.model_copy(update=typed)


def _typed(text: str, *, lines: bool = False) -> str | None:
    """Typed words as they are kept: on one line but for notes; None where nothing is typed."""
    kept = clean(text)[: WORDS if lines else LINE]
    return (kept.strip() if lines else " ".join(kept.split())) or None


def _with_slides(deck: Deck, slides: list[Slide]) -> Deck:
    return deck.model_copy(update={"slides": tuple(slides)})
