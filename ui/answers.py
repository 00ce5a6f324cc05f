"""A question in someone's own words goes in; what to say, and what not to say, come out."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from charts import rows
from charts.wording import as_of, dated
from facts.change import newest
from facts.corpus import Corpus
from facts.dates import last_day
from facts.kept import kept
from facts.model import Question
from words import _, counted, pick

MOST_NEAR = 5


@dataclass(frozen=True)
class Answer:
    """What to say. `facts` are the references of the facts in it; empty means: not stated.

    `sentence` is the whole sentence to copy; `not_instead` pairs a fact with the reason against it;
    `nearest` are facts to offer where nothing answers.
    """

    asked: str
    sentence: str
    facts: tuple[str, ...]
    age: str
    not_instead: tuple[tuple[str, str], ...]
    nearest: tuple[str, ...]


def answer(asked: str, frame: pd.DataFrame, corpus: Corpus, today: date) -> Answer | None:
    """Answer a question from the facts; None for an empty question."""
    if not plain(asked):
        return None
    question = best(asked, corpus.questions)
    newest_ = [newest(frame, name) for name in question.answer] if question else []
    found = [row for row in newest_ if row is not None]
    if question and found:
        return _stated(pick(question.label), question, found, frame, corpus, today)
    near = question.nearest if question else search(asked, frame)
    known = set(rows.by_ref(frame, near))
    return Answer(
        asked=pick(question.label) if question else asked.strip(),
        sentence=_("Not stated in any submission"),
        facts=(),
        age="",
        not_instead=(),
        nearest=tuple(ref for ref in near if ref in known)[:MOST_NEAR],
    )


def sentence(found: list[pd.Series], corpus: Corpus) -> str:
    """ "129 members in 108 countries (15 November 2024)": facts as one sentence to copy."""
    return dated(found, [corpus.indicators[row["indicator"]] for row in found], as_of)


def plain(text: str) -> str:
    """Lower case, without accents and punctuation, single spaces: how questions are compared."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    plainer = "".join(c for c in letters if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+|%", plainer))


def best(asked: str, questions: tuple[Question, ...]) -> Question | None:
    """The question whose longest phrase stands in what was asked; None where none does."""
    padded = f" {plain(asked)} "
    scores = []
    for order, question in enumerate(questions):
        phrases = [plain(word) for word in _phrases(question)]
        held = [p for p in phrases if p and f" {p} " in padded]
        if held:
            scores.append((max(map(len, held)), -order, question))
    return max(scores, key=lambda score: score[:2])[2] if scores else None


def search(asked: str, frame: pd.DataFrame) -> tuple[str, ...]:
    """References of the facts whose label, unit or quote hold most of the words asked, the best.

    As many as are offered, and none that holds none of the words.
    """
    words = [word for word in plain(asked).split() if len(word) > 2]
    texts = kept(frame, "label, unit and quote of facts", lambda: _plain_texts(frame))
    scores = np.zeros(len(texts), dtype=np.intp)
    for word in words:
        scores += np.fromiter((word in text for text in texts), dtype=bool, count=len(texts))
    if not scores.any():
        return ()
    best_ = np.sort(scores)[-MOST_NEAR:][0]  # the score of the last that is offered
    few = frame[["scope", "ref"]].assign(score=scores)[(scores >= best_) & (scores > 0)]
    few = few.assign(other=few["scope"] != "own")
    ranked = few.sort_values(["score", "other", "ref"], ascending=[False, True, True])
    return tuple(ranked["ref"].head(MOST_NEAR))


def _plain_texts(frame: pd.DataFrame) -> list[str]:
    """Label, unit and quote of each fact; a word of `plain` stands there as in the plain text."""
    columns = (frame[name].tolist() for name in ("label", "unit", "quote"))
    texts = (" ".join(cells) for cells in zip(*columns, strict=True))
    return [text.lower() if text.isascii() else plain(text) for text in texts]


def _phrases(question: Question) -> list[str]:
    return [
        *question.label.values(),
        *(word for words in question.words.values() for word in words),
    ]


def _stated(
    asked: str,
    question: Question,
    found: list[pd.Series],
    frame: pd.DataFrame,
    corpus: Corpus,
    today: date,
) -> Answer:
    known = rows.by_ref(frame, [item.fact for item in question.not_instead])
    against = [(i.fact, pick(i.because)) for i in question.not_instead if i.fact in known]
    return Answer(
        asked=asked,
        sentence=sentence(found, corpus),
        facts=tuple(row["ref"] for row in found),
        age=age(found[0], today),
        not_instead=tuple(against),
        nearest=(),
    )


def age(row: pd.Series, today: date) -> str:
    """How long ago the fact held, in words; empty where it has no date."""
    if row["time_basis"] == "not_stated":
        return ""
    days = (today - last_day(row["time_end"])).days
    years, months = days // 365, (days % 365) // 30
    if days < 60:
        return _("This is the newest figure stated, less than two months old.")
    if years == 0:
        return counted(
            "This figure is {number} month old.", "This figure is {number} months old.", days // 30
        )
    spoken = counted("{number} year", "{number} years", years)
    if months:
        spoken += " " + counted("and {number} month", "and {number} months", min(months, 11))
    return _("This figure is {age} old; no newer one is stated in a submission.", age=spoken)
