"""A plain text and words that do not stand in it go in; the passage most like them comes out.

It is a hint for the person who curates, and is never used as a proof.
"""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from itertools import islice

_WORD = re.compile(r"\w+")
_MOST_WORDS = 60  # of a quote, looked at
_MOST_PLACES = 3_000  # of one word in the text: a commoner word says nothing
_CANDIDATES = 6
_ENOUGH = 0.6  # likeness, 1 is the same

Candidate = tuple[float, int, int]  # likeness, start, end


class WordIndex:
    """The words of one plain text: where each stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [found.span() for found in _WORD.finditer(text)]
        self.places: dict[str, list[int]] = {}
        for place, (start, end) in enumerate(self.spans):
            self.places.setdefault(text[start:end].casefold(), []).append(place)


def closest_words(index: WordIndex, quote: str) -> tuple[int, int] | None:
    """Find the passage [start, end) of the indexed text that is most like `quote`, if one is."""
    spans = [found.span() for found in islice(_WORD.finditer(quote), _MOST_WORDS)]
    words = [quote[start:end].casefold() for start, end in spans]
    wanted = quote[spans[0][0] : spans[-1][1]] if spans else ""
    votes: Counter[int] = Counter()
    for place_in_quote, word in enumerate(words):
        places = index.places.get(word, [])
        if len(places) <= _MOST_PLACES:
            votes.update(place - place_in_quote for place in places)
    best: Candidate | None = None
    for first, _ in votes.most_common(_CANDIDATES):
        found = _best_near(index, wanted, first, len(words))
        if found and (best is None or found[0] > best[0]):
            best = found
    return (best[1], best[2]) if best and best[0] >= _ENOUGH else None


def _best_near(index: WordIndex, quote: str, first: int, many: int) -> Candidate | None:
    """Try passages of about as many words from the word `first` on, and give the best."""
    best: Candidate | None = None
    from_word = max(0, first)
    for last in range(first + many - 2, first + many + 1):
        if from_word <= last < len(index.spans):
            start, end = index.spans[from_word][0], index.spans[last][1]
            likeness = SequenceMatcher(None, quote, index.text[start:end], autojunk=False).ratio()
            if best is None or likeness > best[0]:
                best = (likeness, start, end)
    return best
