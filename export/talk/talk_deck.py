"""A deck as it can be told today, from a file or an address, whatever is wrong with it."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from pathlib import Path

from decks.deck import FOLDER, LARGEST, Deck, read_deck
from decks.resolve import ResolvedDeck, ResolvedSlide, resolve
from facts.disk import Blob, Disk
from facts.problems import Problem
from facts.store import Snapshot
from facts.yaml_tree import child, read_nodes
from words import _

LONGEST = 7_000  # letters of a deck in an address; browsers and servers take 8,000
UNPACKED = 50_000  # bytes of it; words that someone wrote shrink to a third
_SLIDE = re.compile(r"slides\[(\d+)\]")  # as a problem names it
MOST_IN_ADDRESS = 40  # slides of it: anybody can write an address, and each slide takes a while


def read_talk(
    data: bytes, file: str, snapshot: Snapshot, most: int | None = None
) -> tuple[ResolvedDeck | None, tuple[Problem, ...]]:
    """A deck file as a talk, with all its slides in place; None where nothing of it can be read.

    A slide that cannot be read is there with the sentence that says so. In an address only the
    first `most` slides are shown, and a sentence says so.
    """
    deck, problems = read_deck(data, file)
    if deck is None:
        return None, problems
    lost = _lost(problems)
    there = _count_slides(data, file)
    if most is not None and there > most:
        lost = {at: said for at, said in lost.items() if at < most}
        deck = deck.model_copy(update={"slides": deck.slides[: most - len(lost)]})
        lost[most] = (_too_many(there, most),)
    return _whole(resolve(deck, snapshot), deck, lost), problems


def find(folder: Path, name: str) -> bytes | None:
    """The file of a deck of a data folder, by its name without a suffix; None for no deck."""
    if name not in names(folder):
        return None
    blob = Disk(folder).read(folder / FOLDER / f"{name}.yaml", name, LARGEST)
    return blob.data if isinstance(blob, Blob) else None


def names(folder: Path) -> tuple[str, ...]:
    """The names of the decks of a data folder, in their order."""
    return tuple(path.stem for path in sorted((folder / FOLDER).glob("*.yaml")))


def packed(data: bytes) -> str:
    """A deck file as it can stand in an address; empty where it is too long for one."""
    made = base64.urlsafe_b64encode(zlib.compress(data, 9)).decode().rstrip("=")
    return made if len(made) <= LONGEST and len(data) <= UNPACKED else ""


def unpacked(text: str) -> bytes | None:
    """The deck file in an address; None where there is none, or where it would be too large."""
    if len(text) > LONGEST:
        return None
    try:
        deflated = base64.b64decode(text + "=" * (-len(text) % 4), b"-_", validate=True)
        inflate = zlib.decompressobj()
        data = inflate.decompress(deflated, UNPACKED)
    except (binascii.Error, ValueError, zlib.error):
        return None
    return data if data and not inflate.unconsumed_tail else None


def sentence(title: str, *said: str) -> ResolvedDeck:
    """A talk of one slide that only says something."""
    return ResolvedDeck(title, "", (_gone(title, said),))


def _gone(title: str, said: tuple[str, ...]) -> ResolvedSlide:
    return ResolvedSlide(at=None, kind="figure", title=title, typed=True, missing=said)


def _too_many(there: int, most: int) -> str:
    return _(
        "The deck has {there} slides; an address shows the first {most}. "
        "Save it as one file to show all.",
        there=f"{there:,}",
        most=most,
    )


def _lost(problems: tuple[Problem, ...]) -> dict[int, tuple[str, ...]]:
    """What is wrong with each slide that cannot be read, by its place in the file."""
    found: dict[int, tuple[str, ...]] = {}
    for problem in problems:
        slide = _SLIDE.match(problem.field)
        if slide:
            at = int(slide[1])
            found[at] = (*found.get(at, ()), problem.what)
    return found


def _count_slides(data: bytes, file: str) -> int:
    """How many slides stand in the file, that of the sources apart."""
    root = read_nodes(data, file)
    slides = None if isinstance(root, Problem) else child(root, "slides")
    found = slides.value if slides is not None and isinstance(slides.value, list) else []
    kinds = [child(slide, "kind") for slide in found]
    return sum(kind is None or kind.text != "sources" for kind in kinds)


def _whole(shown: ResolvedDeck, deck: Deck, lost: dict[int, tuple[str, ...]]) -> ResolvedDeck:
    """The slides with those that were lost at their places."""
    by_place = {slide.at: slide for slide in shown.slides if slide.kind != "sources"}
    slides: list[ResolvedSlide] = []
    kept = 0
    for at in range(len(deck.slides) + len(lost)):
        if at in lost:
            title = _("This slide cannot be shown")
            slides.append(_gone(title, lost[at]))
            continue
        if kept in by_place:
            slides.append(by_place[kept])
        kept += 1
    last = [slide for slide in shown.slides if slide.kind == "sources"]
    return ResolvedDeck(shown.title, shown.subtitle, (*slides, *last))
