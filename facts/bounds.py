"""A normalised text and a number in it go in; the bound that words beside it state comes out."""

from __future__ import annotations

import re

from facts.model import Bound
from facts.numbers import NumberToken

_FILLER = r"(?:a total of |total of |the |an? |US)?[$€£]?"
# A phrase counts where it stands directly left of the number. The order decides between phrases
# that end alike: "no more than" before "more than", "just under" before "under".
_LEFT: tuple[tuple[Bound, str], ...] = (
    ("at_least", r"at (?:the )?(?:very )?least|minimum of|(?:no|not) (?:fewer|less) than|≥"),
    ("up_to", r"up to|as many as|as much as|maximum of|(?:no|not) more than|at (?:the )?most|≤"),
    ("almost", r"almost|nearly|close to|just under|approaching"),
    (
        "more_than",
        r"over|more than|in excess of|upwards? of|above|beyond|exceed(?:s|ed|ing)?"
        r"|surpass(?:es|ed|ing)|(?:greater|higher|larger) than|>",
    ),
    ("less_than", r"under|(?:less|fewer|lower|smaller) than|below|<"),
    ("about", r"about|around|approximately|approx\.?|roughly|some|circa|ca\.|~"),
)
_LEFT_OF = tuple(
    (bound, re.compile(rf"(?:^|(?<!\w))(?:{words}) ?{_FILLER}$", re.I)) for bound, words in _LEFT
)
_RIGHT_OF: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    (
        "at_least",
        re.compile(
            r"\+|-plus\b|(?: [\w'-]+)? or (?:more|over|above|upwards)\b(?! than)"
            r"| and (?:above|upwards)\b",
            re.I,
        ),
    ),
    ("up_to", re.compile(r"(?: [\w'-]+)? or (?:fewer|less|under|below)\b(?! than)", re.I)),
    ("about", re.compile(r" or so\b", re.I)),
)
_DURATION = re.compile(r"[ -](?:[\w-]+ )?(?:year|month|decade|week|day|hour|minute)s?\b", re.I)
_DURING = re.compile(r"\bover (?:the )?$", re.I)


def stated_bound(text: str, token: NumberToken) -> Bound:
    """Say which bound the words directly beside `token` state in the normalised `text`.

    `text` is what `find_numbers` found `token` in: the sentence or the whole source, not a quote
    that may leave the bound's word out. Before years, months and other stretches of time "over"
    means during, and states no bound.
    """
    if token.kind == "range":
        return "range"
    left = text[max(0, token.start - 60) : token.start]
    right = text[token.end : token.end + 60]
    if not (_DURING.search(left) and _is_time(token, right)):
        for bound, words in _LEFT_OF:
            if words.search(left):
                return bound
    for bound, words in _RIGHT_OF:
        if words.match(right):
            return bound
    return "at_least" if token.kind == "vague" else "exact"


def _is_time(token: NumberToken, right: str) -> bool:
    """Say whether a number is a year, or counts years, months or other stretches of time."""
    return bool(re.fullmatch(r"(?:19|20)\d\d", token.text) or _DURATION.match(right))
