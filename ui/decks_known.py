"""Nothing goes in; the decks whose slides of numbers have codes of their own come out."""

from __future__ import annotations

import settings
from decks.model import Deck
from decks.read import read_folder
from ui import deck_state


def decks() -> tuple[Deck, ...]:
    """Those of the data folder, and the one that is being built in this session."""
    shipped, _problems = read_folder(settings.data_folder())
    return (*shipped.values(), deck_state.current())
