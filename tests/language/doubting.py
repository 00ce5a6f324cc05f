"""Makes a fact of each labelled sentence, and says which the checker refuses, by which kind."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from curate.validation import Ground, case_of, read_entry
from curate.yaml_edit import Fields
from facts.check_context import Case
from facts.checks import bound, open_doubts, value, wording
from facts.corpus import Corpus
from facts.model import Fact
from language.quotes import SourceText
from tests.support.real import real

SETS = ("doubts", "doubts_unseen", "doubts_third", "doubts_fourth")


def rows(name: str) -> list[dict[str, Any]]:
    """The labelled rows of a set."""
    file = Path(__file__).parent / f"{name}.yaml"
    return yaml.safe_load(file.read_text(encoding="utf-8"))


@cache
def corpus() -> Corpus:
    """The real data, for its indicators."""
    return real().corpus


def refusals(row: dict[str, Any]) -> list[str]:
    """The kinds for which the checker refuses the number of a row; empty where it passes."""
    case = case_for(row)
    found = case.facts[0]
    if not found.passages or found.token is None:
        return ["no number"]
    kinds = []
    for check in (value.check, bound.check, wording.check, open_doubts.check):
        for problem in check(case):
            parts = problem.field.split(".")
            named = {"indicator": "noun", "wording": "noun", "quote": "bound"}
            kinds.append(parts[3] if parts[2] == "doubts" else named.get(parts[2], parts[2]))
    return list(dict.fromkeys(kinds))


def case_for(row: dict[str, Any]) -> Case:
    """The case of one fact: the sentence is the source, the number is where the row says."""
    at = -1
    for _each in range(row.get("occurrence", 1)):
        at = row["text"].index(row["number"], at + 1)
    source = SourceText(row["text"], row["language"])
    normal = source.normal()
    token = next(
        (t for t in source.numbers() if normal.span(t.start, t.end)[0] < at + len(row["number"])
         and at < normal.span(t.start, t.end)[1]), None,
    )  # fmt: skip
    measured = corpus().indicators[row["indicator"]]
    quote = row.get("quote") or _sentence(source, at)
    fields: Fields = {
        "id": "f", "indicator": row["indicator"], "value": row["value"],
        "bound": row.get("bound", "exact"),
        "wording": row.get("wording") or next(iter(measured.wordings)), "scope": "own",
        "time": {"on": str(row["time"])} if "time" in row else {"as_of": "document"},
        "quote": quote, "section": "x",
    }  # fmt: skip
    entry, faults = read_entry("facts", Fact, fields)
    assert entry is not None, faults
    ground = Ground(source, corpus(), corpus().indicators, "made")
    case = case_of(ground, facts=(entry,))
    return replace(case, facts=(replace(case.facts[0], token=token),))


def _sentence(source: SourceText, at: int) -> str:
    normal = source.normal()
    for one in source.passages.sentences:
        start, end = normal.span(one.start, one.end)
        if start <= at < end:
            return source.raw[start:end]
    return source.raw


def figures(part: list[dict[str, Any]]) -> dict[str, tuple[int, int]]:
    """How many false sentences are refused, plain true and hard true ones pass; of how many."""
    counts: Counter[str] = Counter()
    for row in part:
        name = "false" if row["refused"] else "hard true" if "like" in row else "plain true"
        counts[f"{name}, all"] += 1
        counts[name] += bool(refusals(row)) == bool(row["refused"])
    names = ("false", "plain true", "hard true")
    return {name: (counts[name], counts[f"{name}, all"]) for name in names}


if __name__ == "__main__":
    for name in sys.argv[1:] or SETS:
        for row in rows(name):
            told = refusals(row)
            if bool(told) != bool(row["refused"]):
                kind = row["refused"] or f"passes ({row.get('like', 'plain')})"
                print(f"{row['language']} {kind}: {row['text']!r} [{row['number']}] got {told}")
        print(name, figures(rows(name)))
