"""Guesses which indicator a number is about, by the words of indicators and of earlier facts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from facts.corpus import Corpus
from facts.fact_index import Progress, facts_of, gathered
from facts.memo import memo
from facts.vocabulary import Indicator, in_language
from language.detect import language_of
from language.lexicon import word_set
from language.nouns import counted
from language.numbers import NumberToken, find_numbers

LANGUAGES = ("en", "fr", "es")
_WORD = re.compile(r"[^\W\d_]{3,}")
_ANY_WORD = re.compile(r"[^\W\d_]+")
_DULL = word_set(
    "the and for with that this were was from are has have which their its our said one form who "
    "all more than over least almost including other also been into not any each took part number "
    "people submission organisation given names named together says counts years countries country"
)
_IRREGULAR = {"children": "child", "people": "person", "women": "woman", "men": "man"}
_ENOUGH = 0.35
_REACH = 160  # letters beside a number in which its noun stands
_FAR = 1000  # so many times more than was ever stated is another thing
_LOOKED_AT = 20  # newest facts of an indicator that tell whose numbers it holds


@dataclass(frozen=True)
class IndicatorGuess:
    """An indicator that a number may be about: how sure (0 to 1) and why, in words."""

    indicator: str
    sure: float
    why: str


@dataclass(frozen=True)
class Told:
    """A number in its text: what it counts is read there. `foreign` says that others say it."""

    text: str
    token: NumberToken
    language: str
    foreign: bool = False


@dataclass(frozen=True)
class _Profile:
    """An indicator: words of its name, the most that was stated, its facts' place in `_Known`.

    `foreign` says that it holds numbers of others too, or none yet.
    """

    indicator: Indicator
    words: frozenset[str]
    most: float
    foreign: bool
    first: int
    last: int

    def nouns(self, language: str) -> tuple[str, ...]:
        """All that a number of it may count."""
        own = self.indicator
        named = (noun for one in own.wordings for noun in own.nouns(one, language))
        return tuple(dict.fromkeys(named))

    def told_by(self, noun: str, clause: str, language: str) -> str:
        """Words of a clause beside the noun that tell its definition: countries "of members"."""
        for wording in self.indicator.wordings:
            for words in self.indicator.definition_words(wording, language):
                low = words.lower()
                if low != noun and low not in noun and low in clause:
                    return words
        return noun if " " in noun else ""


@dataclass(frozen=True)
class _Known:
    """The words of the facts stated before, indicator by indicator, and where each word stands.

    Facts of an indicator with the same words are one: the first of them, named in `refs`.
    `by_word` gives the indicators of which a noun begins with a word.
    """

    profiles: tuple[_Profile, ...]
    by_word: Mapping[str, tuple[int, ...]]
    refs: tuple[str, ...]
    places: Mapping[str, npt.NDArray[np.intp]]
    weight: Mapping[str, float]
    totals: npt.NDArray[np.float64]


class Guesser:
    """Knows the words of every indicator and of the facts stated before; guesses by them."""

    def __init__(self, corpus: Corpus | None, progress: Progress | None = None) -> None:
        """`progress` is told the share of the submissions read, where they are not known yet."""
        self._known = _Known((), {}, (), {}, {}, np.zeros(0))
        self.own: tuple[str, ...] = ()
        if corpus:
            self._known = memo(corpus, "words of facts", lambda: _known(corpus, progress))
            named = corpus.organisation.name, corpus.organisation.short_name
            self.own = tuple(name.lower() for name in named)

    def guess(self, sentence: str, clause: str, counts: Told | str) -> tuple[IndicatorGuess, ...]:
        """Rank the indicators of which the number itself, in `clause` of `sentence`, counts a noun.

        `counts` is the number, or only the words that it counts, for a text at hand no more.
        """
        told = counts if isinstance(counts, Told) else _told(counts, sentence)
        fitting = [
            (one, noun)
            for one in self._near(told)
            if (noun := _counts(one, told)) and _is_of(one, told)
        ]
        if not fitting:
            return ()
        heard = _words(sentence)
        shares = self._shares(heard | _words(clause))
        alone = 0.2 / len(fitting)
        small = clause.lower()
        found = [self._judge(*one, heard, shares, small, told.language, alone) for one in fitting]
        ranked = sorted((one for one in found if one), key=lambda one: -one.sure)
        return tuple(ranked[:3])

    def _near(self, told: Told) -> list[_Profile]:
        """The indicators of which a noun may stand beside the number."""
        at, end = told.token.start, told.token.end
        words = _ANY_WORD.findall(told.text[max(0, at - _REACH) : end + _REACH].lower())
        found = {place for word in words for place in self._known.by_word.get(word, ())}
        if told.token.percent:
            found |= set(self._known.by_word.get("percent", ()))
        return [self._known.profiles[place] for place in sorted(found)]

    def _judge(
        self,
        one: _Profile,
        noun: str,
        heard: frozenset[str],
        shares: npt.NDArray[np.float64],
        clause: str,
        language: str,
        alone: float,
    ) -> IndicatorGuess | None:
        """Judge one indicator whose noun is counted: words of its wordings and facts tell more."""
        why = [f"counts {noun}"]
        sure = 0.25 + alone
        worded = one.told_by(noun, clause, language)
        if worded:
            sure += 0.2
            why.append(f'says "{worded}"')
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
        if sure < _ENOUGH:
            return None
        return IndicatorGuess(one.indicator.id, round(min(sure, 1.0), 2), ", ".join(why))

    def _share(self, words: frozenset[str], heard: frozenset[str]) -> float:
        """Say how much of the words, the rarer the weightier, is heard."""
        weight = self._known.weight
        total = sum(weight.get(word, 1.0) for word in words)
        return sum(weight.get(word, 1.0) for word in words & heard) / total if total else 0.0

    def _shares(self, heard: frozenset[str]) -> npt.NDArray[np.float64]:
        """The same for the words of each fact stated before."""
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
        profiles.append(_profile(corpus, indicator, len(refs), len(refs) + len(said_of)))
        refs += said_of.values()
        said += said_of.keys()
    weight = _weights(profiles, said)
    places: dict[str, list[int]] = {}
    for at, words in enumerate(said):
        for word in words:
            places.setdefault(word, []).append(at)
    totals = [sum(weight[word] for word in sorted(words)) for words in said]
    held = {word: np.array(found, dtype=np.intp) for word, found in places.items()}
    shares = np.array(totals, dtype=np.float64)
    return _Known(tuple(profiles), _by_word(profiles), tuple(refs), held, weight, shares)


def _weights(profiles: Iterable[_Profile], said: list[frozenset[str]]) -> dict[str, float]:
    """Of each word, how much it tells: the less, the more indicators it is said of."""
    counts = Counter(
        word for one in profiles for word in one.words.union(*said[one.first : one.last])
    )
    return {word: 1 / count for word, count in counts.items()}


def _by_word(profiles: list[_Profile]) -> Mapping[str, tuple[int, ...]]:
    """Of each word with which a noun begins, in any language, the places of its indicators."""
    found: dict[str, dict[int, None]] = {}
    for place, one in enumerate(profiles):
        for language in LANGUAGES:
            for noun in one.nouns(language):
                for word in _ANY_WORD.findall(noun.lower())[:1]:
                    found.setdefault(word, {})[place] = None
        if one.indicator.kind == "share":
            found.setdefault("percent", {})[place] = None
    return {word: tuple(places) for word, places in found.items()}


def _told(unit: str, sentence: str) -> Told:
    """A number that counts these words, in the language of its sentence."""
    language = language_of(sentence) or "en"
    text = f"2 {unit}"
    return Told(text, find_numbers(text, language)[0], language)


def _counts(one: _Profile, told: Told) -> str:
    """The noun of an indicator that the number counts, in small letters; "" for none."""
    if one.indicator.kind == "share":
        return "percent" if told.token.percent else ""
    if told.token.percent:
        return ""
    found = counted(told.text, told.token, one.nouns(told.language), told.language)
    return told.text[found.start : found.end].lower() if found else ""


def _is_of(one: _Profile, told: Told) -> bool:
    """Whether a number can be of an indicator: not one of others, nor one a thousand times more."""
    least = told.token.low if told.token.value is None else told.token.value
    if one.most and least is not None and least > _FAR * one.most:
        return False
    return one.foreign or not told.foreign


def _profile(corpus: Corpus, indicator: Indicator, first: int, last: int) -> _Profile:
    said = [placed.fact for placed in facts_of(corpus, indicator.id, _LOOKED_AT)]
    values = [value for fact in said if isinstance(value := fact.value, int | float)]
    return _Profile(
        indicator,
        _words(in_language(indicator.label)),
        max(values, default=0),
        not said or any(fact.scope == "world" or fact.said_by for fact in said),
        first,
        last,
    )


@lru_cache(maxsize=1024)
def _words(text: str) -> frozenset[str]:
    found = (_stem(word) for word in _WORD.findall(text.lower()))
    return frozenset(word for word in found if word not in _DULL)


def _stem(word: str) -> str:
    """Take a plural's ending off, so that analyses and analysis, countries and country are one."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending, put in (("ies", "y"), ("yses", "ysis"), ("sses", "ss"), ("s", "")):
        if word.endswith(ending) and len(word) > len(ending) + 2 and not word.endswith("ss"):
            return word[: -len(ending)] + put
    return word
