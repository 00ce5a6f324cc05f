"""Indicators and earlier facts go in; which one a number is likely about, and why, comes out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from facts.corpus import Corpus
from facts.entry import in_language
from facts.kept import kept
from facts.model import Indicator
from facts.stated import Progress, gathered

_WORD = re.compile(r"[^\W\d_]{3,}")
_DULL = frozenset(
    [
        "the",
        "and",
        "for",
        "with",
        "that",
        "this",
        "were",
        "was",
        "from",
        "are",
        "has",
        "have",
        "which",
        "their",
        "its",
        "our",
        "said",
        "one",
        "form",
        "who",
        "all",
        "more",
        "than",
        "over",
        "least",
        "almost",
        "including",
        "other",
        "also",
        "been",
        "into",
        "not",
        "was",
        "any",
        "each",
        "took",
        "part",
        "number",
        "people",
        "submission",
        "organisation",
        "given",
        "names",
        "named",
        "together",
        "says",
        "counts",
        "years",
        "not",
        "countries",
        "country",
    ]
)
_IRREGULAR = {"children": "child", "people": "person", "women": "woman", "men": "man"}
_ENOUGH = 0.35


@dataclass(frozen=True)
class Likely:
    """An indicator that a number may be about: how sure (0 to 1) and why, in words."""

    indicator: str
    sure: float
    why: str


@dataclass(frozen=True)
class _Profile:
    """An indicator: the words that it is told by, and where its facts stand in `_Known`."""

    indicator: Indicator
    units: frozenset[str]
    wordings: tuple[str, ...]
    words: frozenset[str]
    first: int
    last: int


@dataclass(frozen=True)
class _Known:
    """The words of the facts stated before, indicator by indicator, and where each word stands.

    Facts of an indicator with the same words are one: the first of them, named in `refs`.
    """

    profiles: tuple[_Profile, ...]
    refs: tuple[str, ...]
    places: Mapping[str, npt.NDArray[np.intp]]
    weight: Mapping[str, float]
    totals: npt.NDArray[np.float64]


class Guesser:
    """Knows the words of every indicator and of the facts stated before; guesses by them."""

    def __init__(self, corpus: Corpus | None, progress: Progress | None = None) -> None:
        """`progress` is told the share of the submissions read, where they are not known yet."""
        self._known: _Known | None = None
        if corpus:
            self._known = kept(corpus, "words of facts", lambda: _known(corpus, progress))

    def guess(self, sentence: str, clause: str, unit: str) -> tuple[Likely, ...]:
        """Rank the indicators for a number in `clause` of `sentence` that counts `unit`."""
        head = _stem(unit.lower().split()[-1]) if unit else ""
        if not head or self._known is None:
            return ()
        fitting = [one for one in self._known.profiles if head in one.units]
        if not fitting:
            return ()
        heard = _words(sentence)
        shares = self._shares(heard | _words(clause))
        found = [self._judge(one, heard, shares, head, clause.lower()) for one in fitting]
        ranked = sorted((one for one in found if one), key=lambda one: -one.sure)
        return tuple(ranked[:3])

    def _judge(
        self,
        one: _Profile,
        heard: frozenset[str],
        shares: npt.NDArray[np.float64],
        head: str,
        clause: str,
    ) -> Likely | None:
        """Judge one indicator whose unit fits: words of its wordings and facts make it surer."""
        assert self._known is not None
        why = [f"counts {head}"]
        sure = 0.25
        worded = [word for word in one.wordings if word in clause]
        if worded and not one.units >= _words(worded[-1]):
            sure += 0.2
            why.append(f'says "{worded[-1]}"')
        label = self._share(one.words, heard)
        sure += 0.3 * label
        near = shares[one.first : one.last]
        best = int(np.argmax(near)) if len(near) else 0
        near_best = float(near[best]) if len(near) else 0.0
        sure += 0.5 * near_best
        if label > 0.3:
            why.append("words of its name")
        if near_best > 0.3:
            why.append(f"worded like {self._known.refs[one.first + best]}")
        return (
            Likely(one.indicator.id, round(min(sure, 1.0), 2), ", ".join(why))
            if sure >= _ENOUGH
            else None
        )

    def _share(self, words: frozenset[str], heard: frozenset[str]) -> float:
        """Say how much of the words, the rarer the weightier, is heard."""
        assert self._known is not None
        weight = self._known.weight
        total = sum(weight.get(word, 1.0) for word in words)
        return sum(weight.get(word, 1.0) for word in words & heard) / total if total else 0.0

    def _shares(self, heard: frozenset[str]) -> npt.NDArray[np.float64]:
        """The same for the words of each fact stated before."""
        assert self._known is not None
        known = self._known
        said = np.zeros(len(known.refs))
        for word in sorted(heard & known.places.keys()):
            said[known.places[word]] += known.weight[word]
        shares = np.divide(said, known.totals, out=np.zeros_like(said), where=known.totals > 0)
        return shares.round(9)  # so that of equals the first is the best


def _known(corpus: Corpus, progress: Progress | None) -> _Known:
    earlier: dict[str, dict[frozenset[str], str]] = {}
    for name, facts in gathered(corpus, progress).facts.items():
        for one in facts:
            earlier.setdefault(name, {}).setdefault(_words(one.quote), one.ref)
    refs: list[str] = []
    said: list[frozenset[str]] = []
    profiles = []
    for indicator in corpus.indicators.values():
        said_of = earlier.get(indicator.id, {})
        profiles.append(_profile(indicator, len(refs), len(refs) + len(said_of)))
        refs += said_of.values()
        said += said_of.keys()
    weight = _weights(profiles, said)
    places: dict[str, list[int]] = {}
    for at, words in enumerate(said):
        for word in words:
            places.setdefault(word, []).append(at)
    totals = [sum(weight[word] for word in sorted(words)) for words in said]
    held = {word: np.array(found, dtype=np.intp) for word, found in places.items()}
    return _Known(tuple(profiles), tuple(refs), held, weight, np.array(totals, dtype=np.float64))


def _weights(profiles: Iterable[_Profile], said: list[frozenset[str]]) -> dict[str, float]:
    """Of each word, how much it tells: the less, the more indicators it is said of."""
    counts = Counter(
        word for one in profiles for word in one.words.union(*said[one.first : one.last])
    )
    return {word: 1 / count for word, count in counts.items()}


def _profile(indicator: Indicator, first: int, last: int) -> _Profile:
    names = (in_language(indicator.unit.one), in_language(indicator.unit.many))
    units = {_stem(word) for name in names for word in _WORD.findall(name.lower())} - {"year"}
    units |= {_stem(name.split()[-1].lower()) for name in names}
    units |= {_stem(wording.split()[-1].lower()) for wording in indicator.wordings}
    wordings = tuple(sorted((w.lower() for w in indicator.wordings), key=len))
    return _Profile(
        indicator, frozenset(units), wordings, _words(in_language(indicator.label)), first, last
    )


@lru_cache(maxsize=1024)
def _words(text: str) -> frozenset[str]:
    found = (_stem(word) for word in _WORD.findall(text.lower()))
    return frozenset(word for word in found if word not in _DULL)


def _stem(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    """Take a plural's ending off, so that analyses and analysis, countries and country are one."""
    for ending, put in (("ies", "y"), ("yses", "ysis"), ("sses", "ss"), ("s", "")):
        if word.endswith(ending) and len(word) > len(ending) + 2 and not word.endswith("ss"):
            return word[: -len(ending)] + put
    return word
