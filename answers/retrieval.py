"""Finds what a question asks for among the indicators, and what holds its words in the sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
import pandas as pd

from answers.question import (
    GROWTH,
    LITTLE,
    SHORT,
    AskedPlace,
    ParsedQuestion,
    fold,
    known_places,
    word_forms,
    word_pattern,
    words_of,
)
from facts.corpus import Corpus, Sub
from facts.memo import memo
from facts.problems import closest
from facts.vocabulary import Indicator, Question
from language.countries import named_in
from language.plain_text import normalise
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


def find_topic(asked: ParsedQuestion, corpus: Corpus) -> Topic | None:
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


def indicator_words(indicator: Indicator) -> frozenset[str]:
    """The words by which an indicator goes."""
    same = (wording for wording, rule in indicator.wordings.items() if rule == "same")
    return _words((*indicator.label.values(), *same, *_units(indicator)))


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in words_of(text)) - LITTLE


def _units(indicator: Indicator) -> tuple[str, ...]:
    return (*indicator.unit.one.values(), *indicator.unit.many.values())


def _of_no_words(asked: ParsedQuestion, corpus: Corpus) -> Topic | None:
    """Nothing but a time, a place or a wish to hear of growth; or words such as “where”."""
    shown = [i for i in corpus.indicators.values() if i.chart == "network"]
    if not asked.growth:
        for question in corpus.questions:
            wordless = [p for p in question_phrases(question) if not _words([p]) and words_of(p)]
            if any(f" {' '.join(words_of(p))} " in f" {asked.plain} " for p in wordless):
                typed = () if asked.where else words_of(wordless[0])
                return _asked_by(question, typed, ()) if not asked.where else None
        if not asked.years or asked.where:
            return None
        shown = [i for i in corpus.indicators.values() if i.headline]
    label = listed([pick(i.label) for i in shown])
    return Topic(label, tuple(i.id for i in shown)) if shown else None


def question_phrases(question: Question) -> tuple[str, ...]:
    """What may be typed for a written question."""
    return (
        *question.label.values(),
        *(word for words in question.words.values() for word in words),
    )


def _by_question(asked: ParsedQuestion, corpus: Corpus) -> Topic | None:
    """The written question whose phrases hold most of the words; of equal ones the first."""
    written = memo(corpus, "phrases of questions", lambda: _all_phrases(corpus))
    typed = {word: word_forms(word) for word in asked.words}
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
        found |= indicator_words(corpus.indicators[name])
    return found


def _all_phrases(corpus: Corpus) -> tuple[tuple[frozenset[str], ...], ...]:
    return tuple(
        tuple(words for phrase in question_phrases(question) if (words := _words([phrase])))
        for question in corpus.questions
    )


def _by_name(asked: ParsedQuestion, corpus: Corpus) -> Topic | None:
    """The indicators whose names hold every word, one of them their unit, or all of the label."""
    known = memo(corpus, "names of indicators", lambda: _all_indicator_words(corpus))
    typed = [word_forms(word) for word in asked.words if word not in VAGUE]
    found = []
    for name, (every, unit, label) in known.items():
        if typed and all(one & every for one in typed):
            whole = all(any(word in one for one in typed) for word in label)
            if whole or any(one & unit for one in typed):
                found.append(name)
    if not found:
        return None
    return Topic(listed([pick(corpus.indicators[name].label) for name in found]), tuple(found))


def _all_indicator_words(
    corpus: Corpus,
) -> dict[str, tuple[frozenset[str], frozenset[str], frozenset[str]]]:
    return {
        one.id: (indicator_words(one), _words(_units(one)) - VAGUE, _words(one.label.values()))
        for one in corpus.indicators.values()
    }


MOST_PASSAGES = 6
MOST_OF_ONE = 2  # passages of one submission
MOST_FACTS = 8
LONGEST = 300  # letters of a passage
CLOSE = 0.8  # how like another a word must be to be taken for a slip of typing
_CAPITALS = re.compile(r"\b[^\W\d_a-z]{4,}\b")
_ENDS = re.compile(r"\n\s*\n|\n(?=\s*[-*#] )|(?<=[.!?:;])\s+(?=[A-ZÀ-Ý“\"(-])")


@dataclass(frozen=True)
class Passage:
    """A piece of a source as it reads, and the submission that it stands in."""

    submission: str
    text: str


@dataclass(frozen=True)
class Term:
    """Something to search for: a word, or a place in any spelling."""

    said: str
    found: re.Pattern[str]
    where: AskedPlace | None = None

    def stands_in(self, piece: str) -> bool:
        """Whether a text as received holds it; a country by the rules of `language.countries`."""
        if self.where and self.where.code:
            code = self.where.code
            return named_in(code, piece) or named_in(code, _CAPITALS.sub(_titled, piece))
        return bool(self.found.search(fold(piece)))


def _titled(found: re.Match[str]) -> str:
    return found.group().title()


def search_terms(asked: ParsedQuestion, *, with_growth: bool = False) -> tuple[Term, ...]:
    """What a question gives to search for."""
    grown = [word for word in asked.growth if word] if with_growth else []
    every = (*asked.words, *grown, *(year for year in asked.years))
    return (
        *(Term(word, word_pattern([word.partition("-")[0]])) for word in dict.fromkeys(every)),
        *(_place(where) for where in asked.where),
    )


def _place(where: AskedPlace) -> Term:
    long = [name for name in where.spellings if len(name) >= SHORT]
    return Term(where.name, word_pattern(long or where.spellings), where)


def submissions_with(corpus: Corpus, term: Term, only: tuple[str, ...] = ()) -> list[Sub]:
    """The submissions whose source holds a term, the newest first."""
    return [sub for sub in _subs(corpus, only) if _may_hold(sub, term) and _holds(sub, term)]


def find_passages(corpus: Corpus, wanted: tuple[Term, ...], only: tuple[str, ...]) -> list[Passage]:
    """Pieces of the sources that hold every term, the newest submission first, a few of each."""
    found = list[Passage]()
    for sub in _subs(corpus, only):
        if len(found) >= MOST_PASSAGES:
            break
        if all(_may_hold(sub, term) for term in wanted):
            mine = islice(_pieces(sub, wanted), MOST_OF_ONE)
            found += [Passage(sub.head.id, text) for text in mine]
    return found[:MOST_PASSAGES]


def keep_rows(rows: pd.DataFrame, keep: list[bool]) -> pd.DataFrame:
    """The rows that are kept; of none, none."""
    return rows[np.array(keep, dtype=bool)]


def find_facts(frame: pd.DataFrame, wanted: tuple[Term, ...], asked: ParsedQuestion) -> list[str]:
    """The facts whose own words, places or time hold every term: our own before those of others.

    To a question of what the organisation itself does, no number of others is offered.
    """
    texts = memo(frame, "texts of facts to search", lambda: _texts(frame))
    rows = []
    for at, text in enumerate(texts):
        if all(term.found.search(text) for term in wanted if not (term.where and term.where.code)):
            rows.append(at)
    few = frame.take(rows)
    for term in wanted:
        if term.where and term.where.code:
            few = keep_rows(few, [term.where.code in codes.split() for codes in few["places"]])
    if asked.submissions:
        few = few[few["submission"].isin(asked.submissions)]
    if asked.ours:
        few = few[few["scope"] != "world"]
    few = few.assign(other=few["scope"] == "world", again=few["carried_from"] != "")
    few = few.sort_values(["other", "again", "plot_at"], ascending=[True, True, False])
    return [str(ref) for ref in few["ref"].head(MOST_FACTS)]


def suggest_question(asked: ParsedQuestion, unknown: list[str], corpus: Corpus) -> tuple[str, ...]:
    """The question with each unknown word as it was perhaps meant; empty where none is like it."""
    known = memo(corpus, "words to suggest", lambda: _vocabulary(corpus))
    meant = {word: closest_word(word, known) for word in unknown if word not in known}
    if not any(meant.values()):
        return ()
    return (" ".join(meant.get(word) or word for word in asked.plain.split()),)


def closest_word(word: str, known: dict[str, str]) -> str:
    """The one of these words that a word is a slip of typing for, as it is written; else empty."""
    like = [one for one in known if abs(len(one) - len(word)) <= 2]
    return known.get(closest(word, like, CLOSE), "") if len(word) >= SHORT else ""


def _vocabulary(corpus: Corpus) -> dict[str, str]:
    """Each word that leads to an answer, as it is compared and as it is written."""
    words = [word for one in corpus.indicators.values() for word in sorted(indicator_words(one))]
    words += [
        word
        for one in corpus.questions
        for text in question_phrases(one)
        for word in words_of(text)
    ]
    known = {word: word for word in (*words, *sorted(GROWTH))}
    known |= {sub.head.body.casefold(): sub.head.body for sub in corpus.submissions}
    places = ((w, one) for w, one in known_places(corpus).items() if " " not in w)
    known |= {word: place.typed for word, place in places if word not in known}
    return {word: said for word, said in known.items() if len(word) >= SHORT}


def _subs(corpus: Corpus, only: tuple[str, ...]) -> Iterator[Sub]:
    return (sub for sub in reversed(corpus.submissions) if not only or sub.head.id in only)


def _flat(sub: Sub) -> str:
    return memo(sub, "source to search", lambda: fold(sub.source_text))


def _may_hold(sub: Sub, term: Term) -> bool:
    short = term.where and term.where.code and any(len(s) < SHORT for s in term.where.spellings)
    return bool(term.found.search(_flat(sub))) or bool(short and _holds(sub, term))


def _holds(sub: Sub, term: Term) -> bool:
    """Of a country a name may be found that means something else, such as New Mexico."""
    if not (term.where and term.where.code):
        return True
    return memo(sub, f"names {term.where.code}", lambda: term.stands_in(sub.source_text))


def _pieces(sub: Sub, wanted: tuple[Term, ...]) -> Iterator[str]:
    start = 0
    for end in (*(match.start() for match in _ENDS.finditer(sub.source_text)), None):
        piece = sub.source_text[start:end]
        start = end or 0
        if all(term.stands_in(piece) for term in wanted):
            yield _short(normalise(piece).text.strip(" -"), wanted)


def _short(text: str, wanted: tuple[Term, ...]) -> str:
    """A piece, cut around the first of the terms where it is long."""
    if len(text) <= LONGEST:
        return text
    hit = wanted[0].found.search(fold(text)) if wanted else None
    first = max(0, (hit.start() if hit else 0) - LONGEST // 3)
    first = text.rfind(" ", 0, first) + 1 if first else 0
    last = text.rfind(" ", 0, first + LONGEST)
    return ("… " if first else "") + text[first:last] + (" …" if last < len(text) else "")


def _texts(frame: pd.DataFrame) -> list[str]:
    """What may be searched for in each fact."""
    columns = ["label", "unit", "wording", "says", "quote", "said_by", "time_start", "time_end"]
    cells = (frame[name].tolist() for name in columns)
    return [fold(" ".join(row)) for row in zip(*cells, strict=True)]
