"""The door of the deck files: bent ones are told slide by slide, and no number is made up."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from random import Random

from decks.deck import LARGEST, as_yaml, read_deck
from decks.resolve import ResolvedDeck, resolve
from export.talk import talk_deck
from export.talk.talk_file import write_html as as_talk
from facts.problems import as_text
from tests.faults.door import Bad, must
from tests.faults.yaml_text import spoiled
from tests.support.real import DATA, real

NAME = "decks"
SHARE = 70
RAW = b"<img src=x onerror"


@cache
def _shipped() -> bytes:
    return (DATA / "decks" / "network-in-brief.yaml").read_bytes()


def inputs(chance: Random) -> Iterator[Bad]:
    """The shipped deck spoiled once or twice; one in thirty is made into a talk."""
    while True:
        what, data = spoiled(_shipped(), chance)
        if chance.random() < 0.3 and data.strip():
            more, data = spoiled(data, chance)
            what = f"{what}, {more}"
        drawn = "drawn" if chance.random() < 0.03 else ""
        yield Bad(what, {"deck.yaml": data}, (drawn,))


def try_one(given: Bad) -> None:
    """Reads it, resolves it, and reads again what is written of it."""
    [data] = given.files.values()
    deck, problems = read_deck(data, "deck.yaml")
    for one in problems:
        must(one.line >= 1 and one.column >= 1 and one.what and one.fix, f"no place: {one}")
    as_text(problems).encode()
    must(deck is not None or problems, "no deck, and no reason")
    unpacked = talk_deck.unpacked(talk_deck.packed(data)) if len(data) < LARGEST else data
    must(unpacked is None or unpacked == data, "the address of a deck gives another deck")
    if deck is None:
        return
    again, told = read_deck(as_yaml(deck).encode(), "again.yaml")
    must(again == deck and not told, f"what is written is read otherwise: {told[:1]}")
    shown = resolve(deck, real())
    _proved(shown)
    if given.words[0] == "drawn":
        body = as_talk(shown, real())
        must(RAW not in body and b"<script>alert" not in body, "words of the deck are HTML")


def _proved(shown: ResolvedDeck) -> None:
    """Every number on a slide is one of the frame, and its words are those of the fact."""
    says = dict(zip(real().frame["ref"], real().frame["says"], strict=True))
    for slide in shown.slides:
        for number in slide.numbers:
            must(number.ref in says, f"a number of no fact: {number.ref}")
            must(says[number.ref] == number.says, f"{number.ref} says {number.says}")
        known = set(says) | {one.ref for sub in real().corpus.submissions for one in sub.activities}
        must(set(slide.refs) <= known, f"a slide refers to {set(slide.refs) - known}")
