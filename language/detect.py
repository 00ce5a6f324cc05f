"""Says in which language a text is written: "en", "fr", "es", or "" for another."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

# Words that tell the language of a text; what is a word of two of them tells of both.
_COMMON = {
    "en": (
        "the of and in to for with that this were was by from on are as at have has which is be an "
        "it its we our they their not or who will been had can more than one two three four five "
        "seven eight nine ten hundred thousand under over all about some members countries "
        "children people report held no plus licence call"
    ),
    "fr": (
        "le la les des du et dans une pour par sur est que qui au aux avec ont été en sont ce un "
        "de il elle nous notre nos ses son sa leur leurs se plus ou à d'une cette ces selon entre "
        "deux trois quatre cinq sept huit neuf dix vingt trente cent mille environ près moins "
        "membres pays enfants réseau où lors chez tous mais ans année sous"
    ),
    "es": (
        "el los las del y en que una por para con se su al fue más entre como sus la son un de es "
        "han ha nuestra nuestro nuestros está están fueron lo no o según hasta desde cada casi "
        "dos tres cuatro cinco seis siete ocho nueve diez veinte treinta cien ciento mil "
        "miembros países niños niñas sobre este esta hay ante años año ley unas unos tiene tienen"
    ),
}
_LANGUAGES: dict[str, list[str]] = {}
for _language, _words in _COMMON.items():
    for _word in _words.split():
        _LANGUAGES.setdefault(_word, []).append(_language)
# Letters and endings that only one of them writes.
_MARKS = {
    "fr": re.compile(r"[çœèêûâîë]|\b[dlnsj]'|\bqu'|\w(?:ée?s?|eaux?|aient)\b"),
    "es": re.compile(
        r"[ñ¿¡úí]|\w{3}[ao]s\b|\w(?:ó|ción|aron|ieron|ient[ao]s|ados|idos|adas|idas|dades)\b|íos?\b"
    ),
}
_WORD = re.compile(r"[^\W\d_]+")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
# So many common words decide about a passage; one with fewer is in the language of its document.
_ENOUGH = 6


def language_of(text: str) -> str:
    """Say in which language a document is; "" where few of its words are common in the three."""
    some = text[:200_000].lower()
    words = _WORD.findall(some)
    counts = _counts(some, words)
    if not counts:
        return "" if len(words) > 50 else "en"
    best, count = counts.most_common(1)[0]
    return best if count * 20 >= len(words) else ""


def language_of_passage(text: str, whole: str) -> str:
    """Say in which language a passage of a document in the language `whole` is."""
    small = text.lower()
    counts = _counts(small, _WORD.findall(small))
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


def _counts(small: str, words: list[str]) -> Counter[str]:
    """How much of a text in small letters tells of each language: a word of one only, twice."""
    counts: Counter[str] = Counter()
    for word, times in Counter(words).items():
        told = _LANGUAGES.get(word, ())
        for language in told:
            counts[language] += times * (3 - min(len(told), 2))
    marked = dict.fromkeys(_MARKS, 0)
    for piece, times in Counter(small.split()).items():
        for language, found in _marks_in(piece):
            marked[language] += times * found
    for language, found in marked.items():
        if found:
            counts[language] += found
    return counts


@lru_cache(maxsize=50_000)
def _marks_in(piece: str) -> tuple[tuple[str, int], ...]:
    """How many marks of each language stand in a piece between two blanks; no mark spans one."""
    found = ((language, len(marks.findall(piece))) for language, marks in _MARKS.items())
    return tuple((language, count) for language, count in found if count)
