"""The door of the templates: PowerPoint files of colleagues, bent; a deck is made or refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import cache
from random import Random

from pptx import Presentation

from decks.deck import Deck, Slide
from export.slides.deck_file import write_deck
from export.slides.template import opened
from tests.export.made import small
from tests.export.older import packed, parts
from tests.export.templates import brand
from tests.faults.door import Bad, must
from tests.faults.mangle import mangled
from tests.faults.packages import bent

NAME = "templates"
SHARE = 70
DECK = Deck(title="A deck", slides=(Slide(kind="figure", figure="network"),))


def inputs(chance: Random) -> Iterator[Bad]:
    """A sound template with its bytes or its parts spoiled."""
    while True:
        if chance.random() < 0.2:
            yield Bad("bytes", {"template.pptx": mangled(brand(), chance)})
            continue
        held = _lean()
        what = []
        for _each in range(chance.choice((1, 1, 2, 4))):
            said, held = bent(held, chance)
            what.append(said)
        yield Bad("; ".join(what), {"template.pptx": packed(held)})


@cache
def _lean() -> dict[str, bytes]:
    """The parts of the template, without the pictures that take most of the room."""
    return parts(brand())


def try_one(given: Bad) -> None:
    """A sentence says why it is refused, or the deck opens again and says what it would anyway."""
    [data] = given.files.values()
    try:
        opened(data)
    except ValueError as error:
        must(str(error).strip() and "Error" not in str(error), f"no sentence: {error!r}")
        return
    try:
        made = write_deck(DECK, small(), data)
    except ValueError as error:
        must(str(error).strip() and "Error" not in str(error), f"no sentence: {error!r}")
        return
    again = Presentation(io.BytesIO(made))
    must(len(again.slides) == len(Presentation(io.BytesIO(_plain())).slides), "other slides")
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        slides = b"".join(file.read(one) for one in file.namelist() if "slides/slide" in one)
    must(b"129" in slides, "the number is gone")
    must(b"root:" not in slides, "a file of this machine is in it")


@cache
def _plain() -> bytes:
    return write_deck(DECK, small())
