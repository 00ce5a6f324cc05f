"""Earlier submissions go in; which sentences of a new text they hold already comes out."""

from __future__ import annotations

import re

from facts.corpus import Corpus, Sub
from facts.text import normalise

_WORD = re.compile(r"\w+")
_LENGTH = 4  # words of one shingle
_SHORTEST = 6  # words of a sentence that can be told to be copied
_SAME = 0.75


class Earlier:
    """The word sequences of each earlier submission, newest first."""

    def __init__(self, corpus: Corpus | None, text: str = "") -> None:
        self._last: tuple[str, tuple[Sub | None, float]] = ("", (None, 0.0))
        plain = normalise(text).text
        subs = reversed(corpus.submissions) if corpus else ()
        self._subs = [
            (sub, frozenset(_shingles(_words(sub.source_text))))
            for sub in subs
            if normalise(sub.source_text).text != plain
        ]

    def carried(self, sentence: str) -> Sub | None:
        """Give the newest earlier submission that holds the sentence, word for word or nearly."""
        sub, share = self.nearest(sentence)
        return sub if share >= _SAME else None

    def nearest(self, sentence: str) -> tuple[Sub | None, float]:
        """Give the submission that shares most word sequences with the sentence, and how many."""
        if sentence != self._last[0]:
            self._last = sentence, self._nearest(sentence)
        return self._last[1]

    def _nearest(self, sentence: str) -> tuple[Sub | None, float]:
        words = _WORD.findall(sentence.lower())
        if len(words) < _SHORTEST:
            return None, 0.0
        wanted = set(_shingles(words))
        best: tuple[Sub | None, float] = (None, 0.0)
        for sub, held in self._subs:
            share = len(wanted & held) / len(wanted)
            if share > best[1]:
                best = sub, share
        return best


def _words(text: str) -> list[str]:
    return _WORD.findall(normalise(text).text.lower())


def _shingles(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + _LENGTH]) for at in range(max(1, len(words) - _LENGTH + 1))]
