"""A text goes in; the language it is written in comes out: "en", "fr", "es", or "" for another."""

from __future__ import annotations

import re
from collections import Counter

_COMMON = {
    "en": "the of and in to for with that this were was by from on are as at have has which",
    "fr": "le la les des du et dans une pour par sur est que qui au aux avec ont été en sont ce",
    "es": "el los las del y en que una por para con se su al fue más entre como sus la son",
}
_LANGUAGES: dict[str, list[str]] = {}
for _language, _words in _COMMON.items():
    for _word in _words.split():
        _LANGUAGES.setdefault(_word, []).append(_language)
_WORD = re.compile(r"[^\W\d_]+")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
# So many common words decide about a passage; one with fewer is in the language of its document.
_ENOUGH = 4


def language_of(text: str) -> str:
    """Say in which language a document is; "" where few of its words are common in the three."""
    words = _WORD.findall(text[:200_000].lower())
    counts = _counts(words)
    if not counts:
        return "" if len(words) > 50 else "en"
    best, count = counts.most_common(1)[0]
    return best if count * 20 >= len(words) else ""


def language_of_passage(text: str, whole: str) -> str:
    """Say in which language a passage of a document in the language `whole` is."""
    counts = _counts(_WORD.findall(text.lower()))
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < _ENOUGH:
        return whole
    if len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]:
        return whole
    return ranked[0][0]


def is_right_to_left(text: str) -> bool:
    """Say whether more than a fifth of the letters are of a script that runs right to left."""
    some = text[:200_000]
    return len(_RIGHT_TO_LEFT.findall(some)) * 5 > len(_LETTER.findall(some)) > 0


def _counts(words: list[str]) -> Counter[str]:
    return Counter(language for word in words for language in _LANGUAGES.get(word, ()))
