"""Finds the sentences of a text that stand in an earlier submission already."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from extract.documents.document import Progress
from facts.corpus import Corpus, Sub
from facts.memo import memo
from language.plain_text import normalise

_WORD = re.compile(r"\w+")
_LENGTH = 4  # words of one shingle
_SHORTEST = 6  # words of a sentence that can be told to be copied
_SAME = 0.75
Hashes = npt.NDArray[np.int64]


@dataclass(frozen=True)
class _Told:
    """One submission: its different shingles, and a mark of its plain text."""

    shingles: Hashes
    text: tuple[int, int]


@dataclass(frozen=True)
class _Index:
    """Every shingle of every submission in order, and in which submission it stands."""

    shingles: Hashes
    places: npt.NDArray[np.int32]
    texts: tuple[tuple[int, int], ...]


class Earlier:
    """The word sequences of all earlier submissions.

    `progress` is told the share of the submissions read, 0 to 1; those read before are known.
    """

    def __init__(
        self, corpus: Corpus | None, text: str = "", progress: Progress | None = None
    ) -> None:
        self._last: tuple[str, tuple[Sub | None, float]] = ("", (None, 0.0))
        self._subs = corpus.submissions if corpus else ()
        self._index = _index(corpus, progress) if corpus else None
        plain = _mark(normalise(text).text)
        texts = self._index.texts if self._index else ()
        self._itself = [at for at, mark in enumerate(texts) if mark == plain]

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
        if len(words) < _SHORTEST or self._index is None:
            return None, 0.0
        wanted = _shingles(words)
        starts = np.searchsorted(self._index.shingles, wanted, "left")
        ends = np.searchsorted(self._index.shingles, wanted, "right")
        found = [self._index.places[a:b] for a, b in zip(starts, ends, strict=True) if a < b]
        if not found:
            return None, 0.0
        shared = np.bincount(np.concatenate(found), minlength=len(self._subs))
        shared[self._itself] = 0
        newest = len(shared) - 1 - int(np.argmax(shared[::-1]))
        share = float(shared[newest] / len(wanted))
        return (self._subs[newest], share) if share else (None, 0.0)


def _index(corpus: Corpus, progress: Progress | None) -> _Index:
    """The shingles of all submissions, made once for a corpus."""
    told = []
    for number, sub in enumerate(corpus.submissions, 1):
        told.append(_told(sub))
        if progress:
            progress(number / len(corpus.submissions))
    return memo(corpus, "shingles", lambda: _sorted(told))


def _sorted(told: list[_Told]) -> _Index:
    sizes = [len(one.shingles) for one in told]
    every = np.concatenate([np.empty(0, np.int64), *(one.shingles for one in told)])
    order = np.argsort(every, kind="stable")
    places = np.repeat(np.arange(len(told), dtype=np.int32), sizes)[order]
    return _Index(every[order], places, tuple(one.text for one in told))


def _told(sub: Sub) -> _Told:
    """The shingles of one submission, made once as long as it stays the same."""

    def made() -> _Told:
        plain = normalise(sub.source_text).text
        return _Told(_shingles(_WORD.findall(plain.lower())), _mark(plain))

    return memo(sub, "shingles", made)


def _mark(plain: str) -> tuple[int, int]:
    return len(plain), hash(plain)


def _shingles(words: list[str]) -> Hashes:
    """The different shingles of a text, sorted; words that are too few are one shingle."""
    if len(words) < _LENGTH:
        return np.array([hash(tuple(words))], dtype=np.int64)
    following = zip(*(words[at:] for at in range(_LENGTH)), strict=False)
    return np.unique(np.fromiter(map(hash, following), dtype=np.int64))
