"""A plain text and a number in it go in; the noun that it counts comes out."""

from __future__ import annotations

import re

from extract.bounds import MONEY
from facts.numbers import NumberToken

_CURRENCIES = {
    "€": "EUR", "euro": "EUR", "eur": "EUR", "us$": "USD", "$": "USD", "usd": "USD",
    "dollar": "USD", "dólar": "USD", "dólare": "USD", "£": "GBP", "gbp": "GBP", "pound": "GBP",
    "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD", "franc": "franc",
}  # fmt: skip
_RIGHT_MONEY = re.compile(
    r" ?(?:€|(?:d'|d[e'] |de )?(?:euros?|dollars?|dólares|francs?|pesos?|US"
    r" dollars?|EUR|USD|CHF|FCFA|pounds)\b)"
)
_GOES_BEFORE = re.compile(
    r"^(?: ?\)| of all| of the| of our| of these| of those| of| d'| de la| de los"
    r"| de las| des| del| de| du"
    r"| additional| more| further| other| new| different| the)+(?=[ \w])",
    re.I,
)
_WORD = re.compile(r"[ -]?([^\W\d_][\w'/-]*)")
_STOPS = frozenset(
    [
        "and",
        "or",
        "in",
        "on",
        "at",
        "from",
        "to",
        "for",
        "by",
        "with",
        "who",
        "which",
        "that",
        "were",
        "was",
        "is",
        "are",
        "have",
        "has",
        "had",
        "been",
        "be",
        "including",
        "across",
        "during",
        "between",
        "since",
        "than",
        "as",
        "per",
        "a",
        "an",
        "the",
        "this",
        "these",
        "those",
        "their",
        "its",
        "our",
        "his",
        "her",
        "while",
        "when",
        "where",
        "after",
        "before",
        "said",
        "say",
        "into",
        "about",
        "under",
        "over",
        "among",
        "within",
        "of",
        "not",
        "but",
        "against",
        "worldwide",
        "et",
        "ou",
        "en",
        "dans",
        "sur",
        "à",
        "au",
        "aux",
        "par",
        "pour",
        "avec",
        "qui",
        "que",
        "dont",
        "ont",
        "sont",
        "était",
        "étaient",
        "est",
        "entre",
        "depuis",
        "chez",
        "y",
        "o",
        "e",
        "con",
        "por",
        "para",
        "que",
        "se",
        "fueron",
        "eran",
        "han",
        "son",
        "es",
        "desde",
        "hasta",
        "al",
        "contra",
    ]
)
_PLURALS = frozenset(
    [
        "children",
        "people",
        "women",
        "men",
        "police",
        "youth",
        "staff",
        "girls",
        "adolescents",
        "media",
        "personnel",
        "data",
        "media",
        "enfants",
        "personas",
        "niños",
        "niñas",
    ]
)
_NOT_PLURAL = frozenset(
    [
        "series",
        "focus",
        "previous",
        "various",
        "religious",
        "serious",
        "business",
        "analysis",
        "campus",
        "virus",
        "access",
        "less",
        "civil-society",
        "process",
        "address",
        "pays",
        "fois",
        "mois",
    ]
)
_SINGLE = frozenset(["pays", "fois", "mois", "focus", "series", "media"])


def unit_of(text: str, token: NumberToken) -> str:
    """Give the counted noun with its adjectives as written, "percent", a currency's code, or ""."""
    left = text[max(0, token.start - 12) : token.start]
    right = text[token.end : token.end + 120]
    money = MONEY.search(left)
    if money:
        code = money.group().strip().lower()
        return _CURRENCIES.get(code, money.group().strip())
    if token.percent:
        return "percent"
    if token.text.lower() in ("once", "twice", "thrice"):
        return "times"
    named = _RIGHT_MONEY.match(right)
    if named:
        word = re.sub(r"^(?:d'|de )|s$", "", named.group().strip().lower())
        return _CURRENCIES.get(word, word.upper() if len(word) < 5 else word)
    if right.startswith("-") and (compound := _WORD.match(right)):
        return compound[1]
    skipped = _GOES_BEFORE.match(right)
    return _noun(right[skipped.end() :] if skipped else right)


def _noun(right: str) -> str:
    """Take words up to the first plural, or up to a word that cannot belong to the noun."""
    words: list[str] = []
    at = 0
    while len(words) < 6 and (found := _WORD.match(right, at)):
        word = found[1]
        low = word.lower()
        joins = (
            low in ("or", "and", "et", "y", "of")
            and bool(words)
            and _adjectives(right, found.end())
        )
        if low in _STOPS and not joins:
            break
        words.append(word)
        at = found.end()
        if not joins and _is_plural(low):
            break
    while words and words[-1].lower() in _STOPS:
        words.pop()
    return " ".join(words)


def _adjectives(right: str, at: int) -> bool:
    """Say whether a plural follows within two words: "regional or global working groups"."""
    following = re.match(r" ([\w-]+)(?: ([\w-]+))?(?: ([\w-]+))?", right[at:])
    if following is None:
        return False
    return any(_is_plural((word or "").lower()) for word in following.groups()[1:])


def _is_plural(word: str) -> bool:
    if word in _PLURALS or word in _SINGLE:
        return True
    return (
        len(word) > 3
        and word.endswith(("s", "x"))
        and not word.endswith("ss")
        and word not in _NOT_PLURAL
    )
