"""What someone types as a date goes in, the date as the data writes it comes out; and back."""

from __future__ import annotations

import re

from facts.partial_dates import say, say_span, valid
from language.date_mentions import find_dates


def typed(text: str | None) -> str:
    """ "12 Nov. 2025", "November 2025", "2025" or "2025-11-12" as 2025-11-12, 2025-11, 2025.

    What is no date comes back as it was typed, so that the check can say so.
    """
    words = " ".join((text or "").split())
    if valid(words) or re.fullmatch(r"\d{4}-[\d-]*", words):
        return words
    found = find_dates(words)
    if len(found) != 1 or found[0].first != found[0].last:
        return words
    rest = words[: found[0].start] + words[found[0].end :]
    return words if any(letter.isdigit() for letter in rest) else found[0].first


def shown(value: object) -> str:
    """A date of the data in words; what is no date as it is."""
    text = str(value or "")
    return say(text) if valid(text) else text


def span(start: object, end: object) -> str:
    """A stretch of time in words."""
    first, last = str(start or ""), str(end or "")
    try:
        return say_span(first, last)
    except ValueError:
        return f"{shown(first)} – {shown(last)}"
