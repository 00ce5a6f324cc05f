"""Indicators and earlier facts go in; which one a number is likely about, and why, comes out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from facts.corpus import Corpus
from facts.model import Indicator

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
    indicator: Indicator
    units: frozenset[str]
    wordings: tuple[str, ...]
    words: frozenset[str]
    earlier: tuple[tuple[str, frozenset[str]], ...]


class Guesser:
    """Knows the words of every indicator and of the facts stated before; guesses by them."""

    def __init__(self, corpus: Corpus | None) -> None:
        self._profiles = tuple(_profiles(corpus)) if corpus else ()
        counts = Counter(
            word
            for profile in self._profiles
            for word in profile.words.union(*(words for _, words in profile.earlier))
        )
        self._weight = {word: 1 / count for word, count in counts.items()}

    def guess(self, sentence: str, clause: str, unit: str) -> tuple[Likely, ...]:
        """Rank the indicators for a number in `clause` of `sentence` that counts `unit`."""
        heard = _words(sentence)
        near = _words(clause)
        head = _stem(unit.lower().split()[-1]) if unit else ""
        found = [self._judge(one, heard, near, head, clause.lower()) for one in self._profiles]
        ranked = sorted((one for one in found if one), key=lambda one: -one.sure)
        return tuple(ranked[:3])

    def _judge(
        self, one: _Profile, heard: frozenset[str], near: frozenset[str], head: str, clause: str
    ) -> Likely | None:
        """Judge one indicator: the unit must fit; words of its wordings and facts make it surer."""
        if not head or head not in one.units:
            return None
        why = [f"counts {head}"]
        sure = 0.25
        worded = [word for word in one.wordings if word in clause]
        if worded and not one.units >= _words(worded[-1]):
            sure += 0.2
            why.append(f'says "{worded[-1]}"')
        label = self._share(one.words, heard)
        sure += 0.3 * label
        ref, near_best = max(
            ((ref, self._share(words, heard | near)) for ref, words in one.earlier),
            key=lambda pair: pair[1],
            default=("", 0.0),
        )
        sure += 0.5 * near_best
        if label > 0.3:
            why.append("words of its name")
        if near_best > 0.3:
            why.append(f"worded like {ref}")
        return (
            Likely(one.indicator.id, round(min(sure, 1.0), 2), ", ".join(why))
            if sure >= _ENOUGH
            else None
        )

    def _share(self, words: frozenset[str], heard: frozenset[str]) -> float:
        """Say how much of the words, the rarer the weightier, is heard."""
        total = sum(self._weight.get(word, 1.0) for word in words)
        return sum(self._weight.get(word, 1.0) for word in words & heard) / total if total else 0.0


def _profiles(corpus: Corpus) -> Iterable[_Profile]:
    earlier: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for placed in corpus.facts():
        words = _words(placed.fact.quote)
        earlier.setdefault(placed.fact.indicator, []).append((placed.ref, words))
    for indicator in corpus.indicators.values():
        names = (indicator.unit.one["en"], indicator.unit.many["en"])
        units = {_stem(word) for name in names for word in _WORD.findall(name.lower())} - {"year"}
        units |= {_stem(name.split()[-1].lower()) for name in names}
        units |= {_stem(wording.split()[-1].lower()) for wording in indicator.wordings}
        yield _Profile(
            indicator,
            frozenset(units),
            tuple(sorted((w.lower() for w in indicator.wordings), key=len)),
            _words(indicator.label["en"]),
            tuple(earlier.get(indicator.id, ())),
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
