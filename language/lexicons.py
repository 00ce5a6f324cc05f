"""The languages that are read, by their two letters. What is in none of them is read as English."""

from __future__ import annotations

from functools import cache

from language.lexicon import Lexicon

LANGUAGES = ("en", "fr", "es")


@cache
def lexicon(language: str) -> Lexicon:
    """The words of a language; English where it is not among those that are read.

    A language is loaded when it is first read: its many patterns take a tenth of a second.
    """
    if language == "fr":
        from language.fr import FRENCH

        return FRENCH
    if language == "es":
        from language.es import SPANISH

        return SPANISH
    from language.en import ENGLISH

    return ENGLISH
