"""Problems as lines for people, for GitHub and for programs."""

from __future__ import annotations

import json

from facts.problems import Problem, as_github, as_json, as_text, one_line, show

FIRST = Problem("data/a.yaml", 41, 12, "facts.x.value", "'twelve' is not a number.", "write 12.")
NASTY = Problem("data/a,b:c.yaml", 1, 1, "title", "50% of\n::error::it\x1b[31m\u202e.", "mend.")


def test_text_is_one_line_each() -> None:
    assert as_text([FIRST, NASTY]).splitlines() == [
        "data/a.yaml:41:12: facts.x.value: 'twelve' is not a number. Fix: write 12.",
        "data/a,b:c.yaml:1:1: title: 50% of\\n::error::it\\u001b[31m\\u202e. Fix: mend.",
    ]
    assert as_text([]) == ""


def test_github_marks_are_escaped() -> None:
    assert as_github([FIRST, NASTY]).splitlines() == [
        "::error file=data/a.yaml,line=41,col=12,title=facts.x.value::"
        "facts.x.value: 'twelve' is not a number. Fix: write 12.",
        "::error file=data/a%2Cb%3Ac.yaml,line=1,col=1,title=title::"
        "title: 50%25 of\\n::error::it\\u001b[31m\\u202e. Fix: mend.",
    ]


def test_json_holds_every_field_as_it_is() -> None:
    assert json.loads(as_json([NASTY])) == [
        {
            "file": "data/a,b:c.yaml",
            "line": 1,
            "column": 1,
            "field": "title",
            "what": "50% of\n::error::it\x1b[31m\u202e.",
            "fix": "mend.",
            "level": "error",
        }
    ]
    assert as_json([]) == "[]"


def test_they_sort_by_file_line_and_column() -> None:
    other = [Problem("b", 1, 1, "x", "w", "f"), Problem("a", 10, 2, "x", "w", "f")]
    early = Problem("a", 10, 1, "y", "w", "f")
    assert sorted([*other, early]) == [early, other[1], other[0]]


def test_show_is_short_and_on_one_line() -> None:
    assert show("a\nb") == "'a\\nb'"
    assert show("x" * 100) == f"'{'x' * 80}…'"
    assert one_line("a\tb\r") == "a\\tb\\r"
