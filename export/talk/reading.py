"""The bytes of a deck file and a snapshot go in; the deck as it can be told today comes out.

Whatever is wrong with it, the talk goes on: a sentence stands where the slide was.
"""

from __future__ import annotations

import base64
import binascii
import zlib
from pathlib import Path

from decks.model import Deck
from decks.read import FOLDER, LARGEST, read_deck
from decks.resolve import resolve
from decks.slides import ResolvedDeck, ResolvedSlide
from export.figures import FIGURES
from facts.disk import Blob, Disk
from facts.nodes import Node, read_nodes
from facts.problems import Problem
from facts.store import Snapshot
from words import _

LONGEST = 7_000  # letters of a deck in an address; browsers and servers take 8,000


def read_talk(
    data: bytes, file: str, held: Snapshot
) -> tuple[ResolvedDeck | None, tuple[Problem, ...]]:
    """A deck file as a talk, with all its slides in place; None where nothing of it can be read.

    A slide that cannot be read is there with the sentence that says so.
    """
    deck, problems = read_deck(data, file)
    if deck is None:
        return None, problems
    return _whole(resolve(deck, held, FIGURES), deck, _lost(data, file, problems)), problems


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
    return made if len(made) <= LONGEST else ""


def unpacked(text: str) -> bytes | None:
    """The deck file in an address; None where there is none, or where it would be too large."""
    try:
        held = base64.b64decode(text + "=" * (-len(text) % 4), b"-_", validate=True)
        inflate = zlib.decompressobj()
        data = inflate.decompress(held, LARGEST)
    except (binascii.Error, ValueError, zlib.error):
        return None
    return data if data and not inflate.unconsumed_tail else None


def sentence(title: str, *said: str) -> ResolvedDeck:
    """A talk of one slide that only says something."""
    return ResolvedDeck(title, "", (_gone(title, said),))


def _gone(title: str, said: tuple[str, ...]) -> ResolvedSlide:
    return ResolvedSlide(at=None, kind="figure", title=title, typed=True, missing=said)


def _lost(data: bytes, file: str, problems: tuple[Problem, ...]) -> dict[int, tuple[str, ...]]:
    """What is wrong with each slide that cannot be read, by its place in the file."""
    starts = _starts(read_nodes(data, file))
    found: dict[int, tuple[str, ...]] = {}
    for problem in problems:
        at = sum(line <= problem.line for line in starts) - 1
        if at >= 0:
            found[at] = (*found.get(at, ()), problem.what)
    return found


def _starts(root: Node | Problem) -> list[int]:
    """The lines on which the slides begin."""
    if isinstance(root, Problem) or not isinstance(root.value, dict):
        return []
    slides = root.value.get("slides")
    if slides is None or not isinstance(slides.value, list):
        return []
    return [slide.line for slide in slides.value]


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
