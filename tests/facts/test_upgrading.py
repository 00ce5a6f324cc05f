"""What the page for data owners says of an upgrade is what the program does."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest
import yaml

from facts.checks.open_doubts import SAYS
from language.bounds import stated_bound
from language.doubts import KINDS
from language.numbers import find_numbers

PAGE = (Path(__file__).parents[2] / "docs" / "upgrading.md").read_text("utf-8")
LANGUAGES = {"(French)": "fr", "(Spanish)": "es"}
BOUNDS = {"exactly": "exact", "more": "more_than"}


def rows(head: str) -> list[list[str]]:
    """The rows of the table under this head."""
    table = PAGE.partition(f"\n| {head} |")[2].partition("\n\n")[0]
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in table.split("\n")[2:]]


@pytest.mark.parametrize(("words", "now"), [(row[0], row[2]) for row in rows("words")])
def test_each_number_reads_as_the_page_says(words: str, now: str):
    words, _space, named = words.rpartition(" ") if words.endswith(")") else (words, "", "")
    language = LANGUAGES.get(named, "en")
    [token] = find_numbers(words, language)
    said = [int(one.replace(",", "")) for one in re.findall(r"\d[\d,]*", now)]
    assert said == ([token.value] if token.kind != "range" else [token.low, token.high])
    bound = "range" if " to " in now else BOUNDS.get(now.split()[0], "exact")
    assert stated_bound(words, token, language=language) == bound


def test_every_kind_of_doubt_is_told_with_the_words_of_its_problem():
    told = {row[0].strip("`"): row[1] for row in rows("kind")}
    assert told == {kind: SAYS[kind][0] for kind in KINDS}


def test_every_example_can_be_read():
    for example in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL):
        for part in example.split("\n\n"):
            assert yaml.safe_load(dedent(part)) is not None
