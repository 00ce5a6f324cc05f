"""A question taken apart goes in; which of the numbers that are kept it asks for comes out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from answers.asking import Asked
from answers.folding import forms, words_of
from answers.grammar import LITTLE
from facts.corpus import Corpus
from facts.memo import memo
from facts.vocabulary import Indicator, Question
from words import listed, pick

# Too wide to tell by themselves which number is asked for.
VAGUE = frozenset({"people", "person", "percent", "time", "year", "personnes", "personas"})


@dataclass(frozen=True)
class Topic:
    """What is asked for: `indicators`, by a written `question` or by their own names.

    `typed` is the words that led to it where they are not its name; `left` those not understood.
    """

    label: str
    indicators: tuple[str, ...]
    question: Question | None = None
    typed: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def topic(asked: Asked, corpus: Corpus) -> Topic | None:
    """What a question is about; None where no indicator and no written question says."""
    if not asked.words:
        return _of_no_words(asked, corpus)
    found = _by_question(asked, corpus)
    if found is None or found.left:
        named = _by_name(asked, corpus)
        if named is not None:
            return named
    covered = len(asked.words) - len(found.left) if found else 0
    return found if found and len(found.left) <= covered else None


def names(indicator: Indicator) -> frozenset[str]:
    """The words by which an indicator goes."""
    same = (wording for wording, rule in indicator.wordings.items() if rule == "same")
    return _words((*indicator.label.values(), *same, *_units(indicator)))


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in words_of(text)) - LITTLE


def _units(indicator: Indicator) -> tuple[str, ...]:
    return (*indicator.unit.one.values(), *indicator.unit.many.values())


def _of_no_words(asked: Asked, corpus: Corpus) -> Topic | None:
    """Nothing but a time, a place or a wish to hear of growth; or words such as “where”."""
    shown = [i for i in corpus.indicators.values() if i.chart == "network"]
    if not asked.growth:
        for question in corpus.questions:
            wordless = [p for p in phrases(question) if not _words([p]) and words_of(p)]
            if any(f" {' '.join(words_of(p))} " in f" {asked.plain} " for p in wordless):
                typed = () if asked.where else words_of(wordless[0])
                return _asked_by(question, typed, ()) if not asked.where else None
        if not asked.years or asked.where:
            return None
        shown = [i for i in corpus.indicators.values() if i.headline]
    label = listed([pick(i.label) for i in shown])
    return Topic(label, tuple(i.id for i in shown)) if shown else None


def phrases(question: Question) -> tuple[str, ...]:
    """What may be typed for a written question."""
    return (
        *question.label.values(),
        *(word for words in question.words.values() for word in words),
    )


def _by_question(asked: Asked, corpus: Corpus) -> Topic | None:
    """The written question whose phrases hold most of the words; of equal ones the first."""
    written = memo(corpus, "phrases of questions", lambda: _phrases(corpus))
    typed = {word: forms(word) for word in asked.words}
    found = list[tuple[tuple[int, int, int], Question, set[str]]]()
    for order, (question, each) in enumerate(zip(corpus.questions, written, strict=True)):
        covered, longest = set[str](), 0
        for phrase in each:
            held = [[w for w, many in typed.items() if one in many] for one in phrase]
            if all(held):
                covered |= {word for words in held for word in words}
                longest = max(longest, sum(map(len, phrase)))
        score = (len(covered), longest, -order)
        if covered:
            found.append((score, question, covered))
    if not found:
        return None
    _score, question, covered = max(found, key=lambda one: one[0])
    for _other, question_, more in found:  # such as “member countries”: one answer to both
        if question.answer and question_.answer == question.answer:
            covered |= more
    mine = _question_names(question, corpus)
    left = [w for w in typed if w not in covered and not typed[w] & mine and w not in VAGUE]
    return _asked_by(question, _synonyms(question, typed, covered, mine), tuple(left))


def _asked_by(question: Question, typed: tuple[str, ...], left: tuple[str, ...]) -> Topic:
    return Topic(pick(question.label), question.answer, question, typed, left)


def _synonyms(
    question: Question, typed: dict[str, frozenset[str]], covered: set[str], mine: frozenset[str]
) -> tuple[str, ...]:
    """The words that are none of its names; where nothing answers it, all but its whole label."""
    label = _words(question.label.values())
    if not question.answer and not all(any(one in typed[w] for w in covered) for one in label):
        return tuple(w for w in typed if w in covered)
    return tuple(w for w in typed if w in covered and not typed[w] & mine)


def _question_names(question: Question, corpus: Corpus) -> frozenset[str]:
    found = _words(question.label.values())
    for name in question.answer:
        found |= names(corpus.indicators[name])
    return found


def _phrases(corpus: Corpus) -> tuple[tuple[frozenset[str], ...], ...]:
    return tuple(
        tuple(words for phrase in phrases(question) if (words := _words([phrase])))
        for question in corpus.questions
    )


def _by_name(asked: Asked, corpus: Corpus) -> Topic | None:
    """The indicators whose names hold every word, one of them their unit, or all of the label."""
    known = memo(corpus, "names of indicators", lambda: _names(corpus))
    typed = [forms(word) for word in asked.words if word not in VAGUE]
    found = []
    for name, (every, unit, label) in known.items():
        if typed and all(one & every for one in typed):
            whole = all(any(word in one for one in typed) for word in label)
            if whole or any(one & unit for one in typed):
                found.append(name)
    if not found:
        return None
    return Topic(listed([pick(corpus.indicators[name].label) for name in found]), tuple(found))


def _names(corpus: Corpus) -> dict[str, tuple[frozenset[str], frozenset[str], frozenset[str]]]:
    return {
        one.id: (names(one), _words(_units(one)) - VAGUE, _words(one.label.values()))
        for one in corpus.indicators.values()
    }
