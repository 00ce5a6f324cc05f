"""The finder and the checker agree: what is offered is proved, and its false twin is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extract.candidates import Candidate, find_candidates
from extract.indicator_guess import Guesser
from extract.reused_sentences import Earlier
from facts.check_context import Case, Found, Passage, passage_at
from facts.checks import bound, value, wording
from facts.load import load
from facts.model import Fact
from facts.parse import Entry
from facts.vocabulary import Indicator, Span
from facts.yaml_tree import Node
from language.passages import Passages
from language.quotes import Match, SourceText
from tests.extract.figures import FOLDER
from tests.extract.sentences import sentences

DATA = Path(__file__).parents[2] / "data"
NODE = Node({}, 1, 1, "")
OTHER = "zebras"
BOUNDS = ("exact", "at_least", "more_than", "about", "almost", "up_to", "less_than")


def indicator(noun: str, language: str, percent: bool) -> Indicator:
    """An indicator that counts this noun."""
    return Indicator.model_validate(
        {
            "id": "counted", "label": {"en": "Counted"}, "group": "g", "kind": "share"
            if percent else "stock", "description": {"en": "x"},
            "unit": {"one": {"en": noun}, "many": {"en": noun}},
            "wordings": {noun: {"is": "same", "says": {language: (noun,)}}},
        }
    )  # fmt: skip


class Checker:
    """Makes a fact of a candidate and gives the fields that the checks refuse."""

    def __init__(self, raw: str) -> None:
        self.source = SourceText(raw)

    def passage(self, one: Candidate) -> Passage:
        quote = self.source.raw[one.sentence_start : one.sentence_end]
        match = Match(one.sentence_start, one.sentence_end)
        return passage_at(self.source, match, quote, one.language)

    def refused(self, one: Candidate, noun: str, **changed: object) -> list[str]:
        passage = self.passage(one)
        tokens = [
            token for token in passage.tokens if passage.raw_span(token) == (one.start, one.end)
        ]
        assert len(tokens) == 1, (one.text, one.sentence, passage.tokens)
        said = one.value if one.bound != "range" else _span(one)
        fact = Fact.model_construct(
            id="x", indicator="counted", value=said, bound=one.bound, wording=noun or "x",
            quote=passage.text, language=one.language, counted=None, corrected=None, also=(),
            value_text=one.text,
        ).model_copy(update=changed)  # fmt: skip
        entry = Entry("facts.x", fact, NODE, "x")
        found = Found(entry, (passage,), None, (), tokens[0])
        known = {"counted": indicator(noun, one.language, tokens[0].percent)} if noun else {}
        case = Case(None, self.source, "", "", known, frozenset(), 9999, (found,), (), (), ())  # type: ignore[arg-type]
        checks = (value.check, bound.check, *((wording.check,) if noun else ()))
        return [problem.field for check in checks for problem in check(case)]


def offered(raw: str) -> list[Candidate]:
    found = find_candidates(Passages(raw), Guesser(None), Earlier(None))
    return [one for one in found if one.left_out is None]


def noun_of(one: Candidate) -> str:
    """The words counted; nothing for money, shares and numbers without a noun."""
    money = one.unit.isupper() or one.unit == "franc"
    plain = one.unit not in ("", "percent", "times") and not money
    return one.unit if plain and re.search(rf"{re.escape(one.unit)}(?!\w)", one.sentence) else ""


def disagreements(raw: str) -> list[str]:
    """Every candidate that the checker reads otherwise, and every false twin that it takes."""
    checker, wrong = Checker(raw), []
    for one in offered(raw):
        if one.value is None and one.bound != "range":
            continue  # what has no exact reading is no value
        noun = noun_of(one)
        told = f"{one.language} {one.sentence!r}: {one.text!r} {one.value} {one.bound} {noun!r}"
        if refused := checker.refused(one, noun):
            wrong.append(f"{told}: refused for {refused}")
        if "facts.x.value" not in checker.refused(one, "", value=_other_value(one)):
            wrong.append(f"{told}: another value is proved")
        if one.bound != "range":
            other = next(b for b in BOUNDS if b != one.bound)
            if "facts.x.bound" not in checker.refused(one, "", bound=other):
                wrong.append(f"{told}: the bound {other} is proved")
        if noun and OTHER not in one.sentence and not checker.refused(one, OTHER):
            wrong.append(f"{told}: another noun is proved")
    return wrong


def _span(one: Candidate, more: int = 0) -> Span:
    assert one.value_low is not None and one.value_high is not None
    return Span(low=one.value_low, high=one.value_high + more)


def _other_value(one: Candidate) -> float | Span:
    if one.bound == "range":
        return _span(one, 1)
    assert one.value is not None
    return one.value + 1


@pytest.mark.parametrize("id_", [sub.head.id for sub in load(DATA).submissions])
def test_in_the_submissions(id_):
    (sub,) = [sub for sub in load(DATA).submissions if sub.head.id == id_]
    assert disagreements(sub.source_text) == []


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.txt")), ids=lambda file: file.stem)
def test_in_the_labelled_texts(file):
    assert disagreements(file.read_bytes().decode()) == []


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_in_ten_thousand_generated_sentences(language):
    wrong = []
    for one in sentences(language, 3_334, seed=1):
        wrong += disagreements(one.text)
        read = [(_value(found), found.bound) for found in offered(one.text)]
        if one.value is not None and (one.value, one.bound) not in read:
            wrong.append(f"{one}: offered {read}")
    assert wrong == []


def _value(one: Candidate) -> object:
    return (one.value_low, one.value_high) if one.bound == "range" else one.value
