"""Words and places go in; the submissions, passages and facts that hold them come out."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
import pandas as pd

from answers.asking import SHORT, Asked, Where, known_places
from answers.folding import folded, pattern, words_of
from answers.grammar import GROWTH
from answers.topics import names, phrases
from facts.corpus import Corpus, Sub
from facts.memo import memo
from language.places import named_in
from language.text import normalise

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
    where: Where | None = None

    def stands_in(self, piece: str) -> bool:
        """Whether a text as received holds it; a country by the rules of `language.places`."""
        if self.where and self.where.code:
            code = self.where.code
            return named_in(code, piece) or named_in(code, _CAPITALS.sub(_titled, piece))
        return bool(self.found.search(folded(piece)))


def _titled(found: re.Match[str]) -> str:
    return found.group().title()


def terms(asked: Asked, *, with_growth: bool = False) -> tuple[Term, ...]:
    """What a question gives to search for."""
    grown = [word for word in asked.growth if word] if with_growth else []
    every = (*asked.words, *grown, *(year for year in asked.years))
    return (
        *(Term(word, pattern([word.partition("-")[0]])) for word in dict.fromkeys(every)),
        *(_place(where) for where in asked.where),
    )


def _place(where: Where) -> Term:
    long = [name for name in where.spellings if len(name) >= SHORT]
    return Term(where.name, pattern(long or where.spellings), where)


def holding(corpus: Corpus, term: Term, only: tuple[str, ...] = ()) -> list[Sub]:
    """The submissions whose source holds a term, the newest first."""
    return [sub for sub in _subs(corpus, only) if _may_hold(sub, term) and _holds(sub, term)]


def passages(corpus: Corpus, wanted: tuple[Term, ...], only: tuple[str, ...]) -> list[Passage]:
    """Pieces of the sources that hold every term, the newest submission first, a few of each."""
    found = list[Passage]()
    for sub in _subs(corpus, only):
        if len(found) >= MOST_PASSAGES:
            break
        if all(_may_hold(sub, term) for term in wanted):
            mine = islice(_pieces(sub, wanted), MOST_OF_ONE)
            found += [Passage(sub.head.id, text) for text in mine]
    return found[:MOST_PASSAGES]


def only(rows: pd.DataFrame, keep: list[bool]) -> pd.DataFrame:
    """The rows that are kept; of none, none."""
    return rows[np.array(keep, dtype=bool)]


def facts(frame: pd.DataFrame, wanted: tuple[Term, ...], asked: Asked) -> list[str]:
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
            few = only(few, [term.where.code in codes.split() for codes in few["places"]])
    if asked.submissions:
        few = few[few["submission"].isin(asked.submissions)]
    if asked.ours:
        few = few[few["scope"] != "world"]
    few = few.assign(other=few["scope"] == "world", again=few["carried_from"] != "")
    few = few.sort_values(["other", "again", "plot_at"], ascending=[True, True, False])
    return [str(ref) for ref in few["ref"].head(MOST_FACTS)]


def suggested(asked: Asked, unknown: list[str], corpus: Corpus) -> tuple[str, ...]:
    """The question with each unknown word as it was perhaps meant; empty where none is like it."""
    known = memo(corpus, "words to suggest", lambda: _vocabulary(corpus))
    meant = {word: closest(word, known) for word in unknown if word not in known}
    if not any(meant.values()):
        return ()
    return (" ".join(meant.get(word) or word for word in asked.plain.split()),)


def closest(word: str, known: dict[str, str]) -> str:
    """The one of these words that a word is a slip of typing for, as it is written; else empty."""
    like = [one for one in known if abs(len(one) - len(word)) <= 2]
    found = difflib.get_close_matches(word, like, cutoff=CLOSE) if len(word) >= SHORT else []
    alike = difflib.SequenceMatcher(b=word)

    def ratio(one: str) -> float:
        alike.set_seq1(one)
        return alike.ratio()

    return known[max(sorted(found, key=like.index), key=ratio)] if found else ""


def _vocabulary(corpus: Corpus) -> dict[str, str]:
    """Each word that leads to an answer, as it is compared and as it is written."""
    words = [word for one in corpus.indicators.values() for word in sorted(names(one))]
    words += [word for one in corpus.questions for text in phrases(one) for word in words_of(text)]
    known = {word: word for word in (*words, *sorted(GROWTH))}
    known |= {sub.head.body.casefold(): sub.head.body for sub in corpus.submissions}
    places = ((w, one) for w, one in known_places(corpus).items() if " " not in w)
    known |= {word: place.typed for word, place in places if word not in known}
    return {word: said for word, said in known.items() if len(word) >= SHORT}


def _subs(corpus: Corpus, only: tuple[str, ...]) -> Iterator[Sub]:
    return (sub for sub in reversed(corpus.submissions) if not only or sub.head.id in only)


def _flat(sub: Sub) -> str:
    return memo(sub, "source to search", lambda: folded(sub.source_text))


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
    hit = wanted[0].found.search(folded(text)) if wanted else None
    first = max(0, (hit.start() if hit else 0) - LONGEST // 3)
    first = text.rfind(" ", 0, first) + 1 if first else 0
    last = text.rfind(" ", 0, first + LONGEST)
    return ("… " if first else "") + text[first:last] + (" …" if last < len(text) else "")


def _texts(frame: pd.DataFrame) -> list[str]:
    """What may be searched for in each fact."""
    columns = ["label", "unit", "wording", "says", "quote", "said_by", "time_start", "time_end"]
    cells = (frame[name].tolist() for name in columns)
    return [folded(" ".join(row)) for row in zip(*cells, strict=True)]
