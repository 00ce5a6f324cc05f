"""A normalised text and a number in it go in; the bound that words beside it state comes out."""

from __future__ import annotations

import re

from facts.model import Bound
from facts.numbers import NumberToken

_FILLER = r"(?:a total of |total of |the |an? |US)?[$€£]?"
# A phrase counts where it stands directly left of the number. Of phrases that end alike the longest
# counts: "no more than" before "more than", "just under" before "under".
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
_LEFT_OF = re.compile(
    rf"(?<!\w)(?:{'|'.join(f'(?P<{bound}>{words})' for bound, words in _LEFT)}) ?{_FILLER}$", re.I
)
_BOUNDS: dict[str, Bound] = {bound: bound for bound, _ in _LEFT}
# What a phrase of _LEFT ends in, with what may stand between it and the number.
_ENDS = (
    "least", "of", "than", "to", "as", "most", "almost", "nearly", "under",
    "approaching", "over", "above", "beyond", "exceed", "exceeds", "exceeded", "exceeding",
    "surpasses", "surpassed", "surpassing", "below", "about", "around", "approximately", "approx",
    "roughly", "some", "circa", ".", ">", "<", "~", "the", "a", "an", "us",
)  # fmt: skip
_LONGEST = 32  # more than any phrase of _LEFT has with what may stand behind it
_LONGEST_END = max(map(len, _ENDS))
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


def stated_bound(text: str, token: NumberToken, begin: int = 0, end: int | None = None) -> Bound:
    """Say which bound the words directly beside `token` state in the normalised `text`.

    `text` is what `find_numbers` found `token` in: the sentence or the whole source, not a quote
    that may leave the bound's word out; of it only `text[begin:end]` is looked at. Before years,
    months and other stretches of time "over" means during, and states no bound.
    """
    if token.kind == "range":
        return "range"
    left = text[max(begin, token.start - 60) : token.start]
    right = text[token.end : token.end + 60 if end is None else min(end, token.end + 60)]
    stated = _LEFT_OF.search(left, max(0, len(left) - _LONGEST)) if _may_state(left) else None
    if stated and not (_DURING.search(left) and _is_time(token, right)):
        return _BOUNDS[stated.lastgroup or ""]
    if not right.isascii() or _may_follow(right.lower()):
        for bound, words in _RIGHT_OF:
            if words.match(right):
                return bound
    return "at_least" if token.kind == "vague" else "exact"


def _may_state(left: str) -> bool:
    """Say whether a text may end in a phrase of `_LEFT`; this only saves time."""
    last = left.rstrip("$€£ \n")[-_LONGEST_END:]
    return not last.isascii() or last.lower().endswith(_ENDS)


def _may_follow(right: str) -> bool:
    """Say whether a text in small letters may begin with a phrase of `_RIGHT_OF`, likewise."""
    return right.startswith(("+", "-plus", " and ")) or " or " in right


def _is_time(token: NumberToken, right: str) -> bool:
    """Say whether a number is a year, or counts years, months or other stretches of time."""
    return bool(re.fullmatch(r"(?:19|20)\d\d", token.text) or _DURATION.match(right))
