"""The bytes of a deck file, or a data folder, go in; decks come out, and the problems of the rest.

A slide that cannot be read is left out and told, with its place in the file; the others stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from decks.model import MOST_NUMBERS, MOST_SLIDES, Deck, DeckFile, Head, Slide
from facts.disk import Blob, Disk
from facts.parse import Entry, Reader
from facts.problems import Problem, show

FOLDER = "decks"  # inside a data folder
LARGEST = 200_000  # bytes
OWN = {  # the fields that only one kind of slide has
    "indicators": "numbers",
    "facts": "numbers",
    "map": "numbers",
    "figure": "figure",
    "choices": "figure",
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
