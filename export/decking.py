"""A deck file and a snapshot go in; the whole slide file comes out, or none."""

from __future__ import annotations

import argparse

from decks.read import read_deck
from export.making import NotMade, read, write
from export.slides.deck import write_deck
from facts.problems import as_text
from facts.store import Snapshot


def deck(asked: argparse.Namespace, held: Snapshot) -> int:
    """A deck file as slides; with a problem in it nothing is written. Raises NotMade."""
    found, problems = read_deck(read(asked.deck), asked.deck.as_posix())
    if found is None or problems:
        raise NotMade(as_text(problems), 1)
    template = read(asked.template) if asked.template else None
    try:
        data = write_deck(found, held, template)
    except ValueError as error:
        raise NotMade(f"{asked.out.name} was not made. {error}", 1) from error
    write({asked.out: data})
    return 0
