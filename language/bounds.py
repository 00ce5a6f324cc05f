"""The bound that the words beside a number state: over, at least, près de, hasta, "or more"."""

from __future__ import annotations

import re
from functools import cache

from language.lexicon import Bound, Lexicon, lexicon, lower
from language.numbers import NumberToken, is_year

_REACH = 90  # letters looked at on each side
_LONGEST = 60  # letters of a phrase with what stands between it and the number


class _Phrases:
    """What states a bound in one language, in small letters."""

    def __init__(self, words: Lexicon) -> None:
        left = "|".join(f"(?P<{bound}>{phrases})" for bound, phrases in words.left)
        money = r"(?:(?:usd|eur|gbp|chf|cad|aud) ?)?"
        self.left = re.compile(rf"(?<!\w)(?:{left}) ?{words.filler}{money}$")
        self.left_of_share = re.compile(rf"(?<!\w)(?:{left}) ?{words.share_filler}$")
        self.no_bound = re.compile(words.no_bound)
        self.during = re.compile(rf"(?<!\w)(?:{words.during}) $")
        self.duration = re.compile(rf"[ -](?:[\w-]+ ){{0,1}}{words.duration}(?!\w)")
        self.right = [(bound, re.compile(phrases)) for bound, phrases in words.right]


@cache
def _phrases(language: str) -> _Phrases:
    return _Phrases(lexicon(language))


def stated_bound(
    text: str, token: NumberToken, begin: int = 0, end: int | None = None, language: str = "en"
) -> Bound:
    """Say which bound the words beside `token` state in a plain text.

    `text` is what `find_numbers` found `token` in: the whole source, not a quote that may leave the
    bound's word out; of it only `text[begin:end]` is looked at. A phrase belongs to the number by
    grammar: "read more about the 129 members" states none, and before years, months and other
    stretches of time "over" means during.
    """
    if token.kind == "range":
        return "range"
    known = _phrases(lexicon(language).language)
    left = lower(text[max(begin, token.start - _REACH) : token.start].rpartition("\n")[2])
    right = text[token.end : token.end + _REACH if end is None else min(end, token.end + _REACH)]
    right = lower(right.partition("\n")[0])
    stated = _stated_left(known, left, right, token)
    if stated:
        return stated
    for bound, words in known.right:
        if words.match(right):
            return bound
    if token.kind == "vague":
        return "at_least"
    return "about" if token.approx else "exact"


def _stated_left(known: _Phrases, left: str, right: str, token: NumberToken) -> Bound | None:
    """The bound that stands left of a number, or None."""
    phrases = known.left_of_share if token.percent else known.left
    found = phrases.search(left, max(0, len(left) - _LONGEST))
    if not found and token.percent:
        found = known.left.search(left, max(0, len(left) - _LONGEST))
    if not found or not found.lastgroup:
        return None
    phrase_end = found.end(found.lastgroup)
    before = left[:phrase_end] + " "
    if known.no_bound.search(before):
        return None
    if known.during.search(left) and (is_year(token) or known.duration.match(right)):
        return None
    bound: Bound = found.lastgroup  # type: ignore[assignment]
    return bound
