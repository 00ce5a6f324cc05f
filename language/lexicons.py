"""The languages that are read, by their two letters. What is in none of them is read as English."""

from __future__ import annotations

from collections.abc import Mapping

from language.en import ENGLISH as ENGLISH
from language.es import SPANISH
from language.fr import FRENCH
from language.lexicon import Lexicon

LEXICONS: Mapping[str, Lexicon] = {one.language: one for one in (ENGLISH, FRENCH, SPANISH)}


def lexicon(language: str) -> Lexicon:
    """The words of a language; English where it is not among those that are read."""
    return LEXICONS.get(language, ENGLISH)
