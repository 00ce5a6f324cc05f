"""The labelled sets are what their heads say: whole rows, none twice, each kind and language."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.language import readings

HERE = Path(__file__).parent
INDICATORS = HERE.parents[1] / "data" / "indicators.yaml"
LANGUAGES = ["en", "fr", "es"]
BOUNDS = ["exact", "at_least", "more_than", "about", "almost", "up_to", "less_than", "range"]
DOUBTS = [
    "denied",
    "planned",
    "conditional",
    "asked",
    "said_by_others",
    "other_subject",
    "other_time",
    "part",
    "change",
    "label",
    "struck",
    "cut",
    "noun",
]
READING = {"text", "language", "number", "occurrence", "why"}
READ = {"value", "bound", "bound_or", "percent", "noun", "not"}
DOUBT = {"text", "language", "indicator", "wording", "value", "bound", "number", "occurrence"}
JUDGED = {"quote", "time", "refused", "refused_or", "like", "answered_by", "why"}
ANSWERS = {"scope", "said_by", "status", "time"}


@cache
def loaded(path: Path) -> Any:
    """A YAML file, read once."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of one labelled set."""
    found: list[dict[str, Any]] = loaded(HERE / name)
    return found


def wordings() -> dict[str, list[str]]:
    """The wordings of each indicator."""
    return {one["id"]: list(one["wordings"]) for one in loaded(INDICATORS)["indicators"]}


def place(row: dict[str, Any]) -> int:
    """Where the number of a row begins in its text, -1 where it does not."""
    at = -1
    for _ in range(row.get("occurrence", 1)):
        at = row["text"].find(row["number"], at + 1)
        if at < 0:
            return at
    return at


def numbers(row: dict[str, Any]) -> list[float]:
    """Every number that the keys of a reading give."""
    given = [row.get("value"), *row.get("not", []), *row.get("ambiguous", [])]
    parts = [list(one.values()) if isinstance(one, dict) else [one] for one in given]
    return [number for part in parts for number in part if number is not None]


@pytest.mark.parametrize("name", ["readings.yaml", "doubts.yaml"])
def test_each_number_stands_in_its_text_as_a_token_of_its_own(name: str) -> None:
    wrong = []
    for row in rows(name):
        at = place(row)
        around = row["text"][max(at - 1, 0) : at] + row["text"][at + len(row["number"]) :][:1]
        letters = "" if row.get("claim") is False else around
        if at < 0 or any(sign.isdigit() for sign in letters) or row["language"] not in LANGUAGES:
            wrong.append(row)
    assert wrong == []


@pytest.mark.parametrize("name", ["readings.yaml", "doubts.yaml"])
def test_no_row_stands_twice(name: str) -> None:
    keys = ("text", "number", "occurrence", "indicator", "time", "quote")
    seen = Counter(tuple(row.get(key) for key in keys) for row in rows(name))
    assert [row for row, times in seen.items() if times > 1] == []


def test_a_reading_is_a_value_or_two_readings_or_no_claim() -> None:
    for row in rows("readings.yaml"):
        kind = set(row) - READING
        if "value" in row:
            assert kind <= READ and {"value", "bound"} <= kind, row
            assert row["bound"] in BOUNDS and set(row.get("bound_or", [])) <= set(BOUNDS), row
            assert isinstance(row["value"], dict) == (row["bound"] == "range"), row
            assert row["value"] not in row.get("not", []), row
            assert row.get("noun") is None or row["noun"] in row["text"], row
        else:
            assert kind == {"ambiguous"} or (kind == {"claim"} and row["claim"] is False), row
        assert len(row.get("ambiguous", [1, 2])) == 2, row
        assert all(type(number) in (int, float) for number in numbers(row)), row


def test_the_low_end_of_a_range_is_the_lower() -> None:
    values = [row.get("value") for row in rows("readings.yaml")]
    spans = [one for one in values if isinstance(one, dict)]
    assert [one for one in spans if not one["low"] < one["high"]] == []


def test_readings_hold_every_bound_in_every_language() -> None:
    given = rows("readings.yaml")
    seen = Counter((row["language"], row["bound"]) for row in given if "bound" in row)
    assert [(to, b) for to in LANGUAGES for b in BOUNDS if seen[to, b] < 2] == []
    for key in ("ambiguous", "claim"):
        assert {row["language"] for row in given if key in row} == set(LANGUAGES)
    assert len(given) >= 350


def test_a_doubt_names_what_the_indicators_and_the_kinds_know() -> None:
    known = wordings()
    for row in rows("doubts.yaml"):
        assert set(row) <= DOUBT | JUDGED and "refused" in row, row
        named = [row["refused"], row.get("like"), *row.get("refused_or", [])]
        assert all(kind is None or kind in DOUBTS for kind in named), row
        assert row["indicator"] in known and row["bound"] in BOUNDS, row
        assert row.get("wording", known[row["indicator"]][0]) in known[row["indicator"]], row
        assert row.get("quote", row["text"]) in row["text"], row
        assert row["number"] in row.get("quote", row["text"]), row
        assert isinstance(row["value"], int) and isinstance(row.get("time", ""), str), row
        assert set(row.get("answered_by", {})) <= ANSWERS, row


def test_a_doubt_that_a_time_answers_has_its_twin_with_that_time() -> None:
    given = rows("doubts.yaml")
    passing = {(r["text"], r["value"], r["time"]) for r in given if "time" in r}
    asked = [row for row in given if "time" in row.get("answered_by", {})]
    answered = {(row["text"], row["value"], row["answered_by"]["time"]) for row in asked}
    assert answered == passing
    assert [row for row in given if "time" in row and row["refused"] is not None] == []


def test_doubts_are_half_true_and_half_false_and_hold_every_kind() -> None:
    given = rows("doubts.yaml")
    false = Counter(row["refused"] for row in given if row["refused"])
    true = Counter(row.get("like") for row in given if row["refused"] is None)
    assert [kind for kind in DOUBTS if false[kind] < 8 or true[kind] < 8] == []
    languages = Counter((row["language"], row["refused"] is None) for row in given)
    for language in LANGUAGES:
        here = languages[language, True] + languages[language, False]
        assert 0.4 < languages[language, True] / here < 0.6
        assert {r["refused"] for r in given if r["language"] == language} >= set(DOUBTS)
    assert len(given) >= 330


def test_every_number_of_the_set_is_read_as_a_careful_person_does() -> None:
    told = {
        f"{row['text']} [{row['number']}]": found
        for row in readings.rows()
        if (found := readings.fault(row) or readings.noun_fault(row))
    }
    assert told == {
        "The index stands at .75 for our region. [.75]": "'75' value 75 ()",
        "9 out of the 12 partners signed. [9 out of the 12]": "'9' value 9 ()",
        "The 24 or more than a year old cases were closed. [24]": "noun '', not 'cases'",
        "It has 1.200–1.400 members. [1.200–1.400]": "readings (1.2, 1200), value None",
        "On a estimé à 1,8 million le nombre d'enfants exposés. [1,8 million]": (
            "noun '', not 'enfants'"
        ),
        "12 de los 15 países reformaron su ley. [12 de los 15]": "'12' value 12 ()",
    }
