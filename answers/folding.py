"""A text goes in, its words as they are compared come out: no case, accents or signs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u00ad\u200b-\u200d\ufeff]"
)
_THOUSANDS = re.compile(r"(?<=\d)[,\u00a0\u202f](?=\d{3}(?!\d))")
_BROKEN = re.compile(r"(?<=\w)-[ \t]*\r?\n\s*(?=\w)")
_ODD = {
    "children": "child", "women": "woman", "men": "man", "people": "person", "analyses": "analysis"
}  # fmt: skip
_ODD |= {one: many for many, one in _ODD.items()}
_NO_PLURAL = frozenset({"news"})


def plain(text: str) -> str:
    """Lower case, without accents and punctuation, single spaces: how words are compared."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    plainer = "".join(c for c in letters if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+|%", plainer))


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text; a number with thousands set apart is one word."""
    return tuple(plain(_THOUSANDS.sub("", text)).split())


def folded(text: str) -> str:
    """A long text to search in; a word that a line broke stands in it whole as well."""
    whole = _BROKEN.sub("", text)
    both = text if whole == text else f"{text}\n{whole}"
    flat = both.lower() if both.isascii() else unicodedata.normalize("NFKD", both.casefold())
    return _THOUSANDS.sub("", _MARKS.sub("", flat))


def forms(word: str) -> frozenset[str]:
    """A word as it may stand for one or for many, in English, French or Spanish."""
    found = {word}
    if word in _ODD:
        found.add(_ODD[word])
    if len(word) < 3 or not word.isalpha() or word in _NO_PLURAL:
        return frozenset(found)
    found |= {f"{word}s", f"{word}es"}
    if word.endswith("y"):
        found.add(f"{word[:-1]}ies")
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        found |= {word[:-1], word[:-2]} if word.endswith("es") else {word[:-1]}
        found |= {f"{word[:-3]}y"} if word.endswith("ies") else set()
    return frozenset(found)


def pattern(spellings: Iterable[str]) -> re.Pattern[str]:
    """What finds any of these, each as whole words in one or many, in a `folded` text."""
    each = []
    for spelling in spellings:
        parts = ["|".join(map(re.escape, sorted(forms(word)))) for word in words_of(spelling)]
        each.append(r"[\W_]+".join(f"(?:{part})" for part in parts))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(each)})(?![^\W_])")
