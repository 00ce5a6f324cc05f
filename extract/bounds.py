"""A plain text and a number in it go in; the bound that the words beside it state comes out."""

from __future__ import annotations

import re

from facts.bounds import stated_bound
from facts.model import Bound
from facts.numbers import NumberToken

MONEY = re.compile(
    r"(?:(?<![\w])(?:(?:US|A|C|NZ|AU|CA)?\$|€|£|¥|USD|EUR|GBP|CHF|CAD|AUD|KES|NPR|INR|PHP|XOF|MXN"
    r"|R\$|Rs\.?|UGX|TZS|THB|[A-Z]{2,3}\$) ?)$"
)
_WORDS: dict[str, tuple[tuple[Bound, str], ...]] = {
    "fr": (
        ("at_least", r"au moins|au minimum|minimum|(?:pas|non) moins d[e']|minimum de"),
        ("up_to", r"jusqu'(?:à|aux?)|au plus|au maximum|maximum|pas plus d[e']|maximum de"),
        ("almost", r"près d[e']|presque|quasi(?:ment)?|pas loin d[e']|proche d[e']"),
        ("more_than", r"plus d[e']|plus des|au-delà d[e']|supérieure?s? à|dépass\w+|plus du"),
        ("less_than", r"moins d[e']|moins des|inférieure?s? à|sous|moins du"),
        ("about", r"environ|quelque|autour d[e']|approximativement|à peu près|aux alentours d[e']"),
    ),
    "es": (
        ("at_least", r"al menos|por lo menos|como mínimo|no menos del?|un mínimo de|mínimo"),
        ("up_to", r"hasta|como máximo|a lo sumo|no más del?|un máximo de|máximo"),
        ("almost", r"casi|cerca del?|cercan[oa]s? al?|prácticamente"),
        ("more_than", r"más del?|superior(?:es)? al?|por encima del?|super(?:a|an|ó|aron)"),
        ("less_than", r"menos del?|inferior(?:es)? al?|por debajo del?"),
        ("about", r"alrededor del?|aproximadamente|unos|unas|en torno al?|aproximad\w+|cerca"),
    ),
}  # fmt: skip
_FILLER = {
    "fr": r"(?: ?(?:un total de|une?|les|la|le|l'|des|du|de|d'))?",
    "es": r"(?: ?(?:un total de|una?|los|las|la|el|del|de))?",
}
_LEFT = {
    language: tuple(
        (bound, re.compile(rf"(?:^|(?<!\w))(?:{words}){_FILLER[language]} ?$", re.I))
        for bound, words in rows
    )
    for language, rows in _WORDS.items()
}
_RIGHT: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    (
        "at_least",
        re.compile(r"(?: [^\W\d_]+)? (?:ou|o) (?:plus|más)\b|\+|(?: \w+)? au moins\b", re.I),
    ),
    ("up_to", re.compile(r"(?: [^\W\d_]+)? (?:ou|o) (?:moins|menos)\b|(?: \w+)? au plus\b", re.I)),
    ("about", re.compile(r" environ\b| aproximadamente\b", re.I)),
)
_UNTIL = re.compile(
    r"\b(?:cre|aument|sub|baj|pas|lleg|redu|dismin|descend)\w+ hasta (?:l[oa]s |el )?$", re.I
)
_ROUND = re.compile(r"(?:une|una|un) ", re.I)
_HARMLESS_RIGHT = re.compile(r"\+\d")


def bound_of(text: str, token: NumberToken, language: str) -> Bound:
    """Say which bound is stated; a sign or code of money before the number is passed over."""
    if token.kind == "range":
        return "range"
    left = text[max(0, token.start - 70) : token.start]
    right = text[token.end : token.end + 60]
    money = MONEY.search(left)
    left = left[: money.start()] if money else left
    if language in _LEFT:
        return _romance(left, right, token, language)
    if money:
        moved = NumberToken(
            len(left), len(left) + len(token.text), token.text,
            token.low, token.high, token.value, token.percent, token.kind,
        )  # fmt: skip
        return stated_bound(left + token.text + right, moved)
    return stated_bound(text, token)


def _romance(left: str, right: str, token: NumberToken, language: str) -> Bound:
    if _UNTIL.search(left):
        return "exact"
    for bound, words in _LEFT[language]:
        if words.search(left):
            return bound
    if not _HARMLESS_RIGHT.match(right):
        for bound, words in _RIGHT:
            if words.match(right):
                return bound
    if token.kind == "vague":
        return "at_least"
    is_round = token.kind == "words" and _ROUND.match(token.text) and not token.percent
    named = re.search(r"(?:aine|ena|centenar|millar|millier)$", token.text, re.I)
    return "about" if is_round and named else "exact"
