"""The draft of a next submission, held against the five in data/, and the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract.__main__ import main
from extract.candidates import find_candidates
from extract.draft_check import check_draft
from extract.indicator_guess import Guesser
from extract.reused_sentences import Earlier
from language.passages import Passages
from tests.support.small import Said, corpus, members, submission

DATA = Path(__file__).parents[2] / "data"
DRAFT = """# Next submission

Our network of 133 members in 110 countries goes on. In our annex we speak of 131 members.

From March 2023 to September 2024, ECPAT organised 9 regional workshops, with over 551 participants.

The adoption of the SDGs has given the ECPAT family a hard deadline of 14 years in which to put
itself out of business, given that 2030 is the deadline for the elimination of child exploitation.

In May 2025 we trained 77 judges.
"""


@pytest.fixture
def draft(tmp_path):
    file = tmp_path / "draft.md"
    file.write_text(DRAFT, encoding="utf-8")
    return file


def printed(capsys, *words: object) -> dict:
    assert main([str(word) for word in words]) == 0
    return json.loads(capsys.readouterr().out)


def test_standings(draft, capsys):
    before = sorted(DATA.rglob("*"))
    found = printed(capsys, "draft", draft, "--json", "--data", DATA)
    assert [(one["text"], one["standing"]) for one in found["numbers"]] == [
        ("133", "new"),
        ("110", "new"),
        ("131", "contradicts"),
        ("9", "contradicts"),
        ("551", "same"),
        ("14", "copied"),
        ("77", "new"),
    ]
    assert found["numbers"][0]["because"] == "last time: 129 members (CSTD 2025)"
    left = {one["indicator"]: one["last"] for one in found["left_out"]}
    assert left["working_groups"] == "last time: 45 working groups (CSTD 2025)"
    assert "members" not in left
    assert sorted(DATA.rglob("*")) == before


def test_candidates_as_json(draft, capsys):
    found = printed(capsys, "candidates", draft, "--json", "--data", DATA)
    first = found["candidates"][0]
    names = ["start", "end", "text", "value", "value_low", "value_high", "bound", "unit"]
    at = DRAFT.index("133")
    assert [first[name] for name in names] == [
        at, at + 3, "133", 133, 133, 133, "exact", "members",
    ]  # fmt: skip
    assert first["indicator"] == "members"
    assert first["sentence"] == "Our network of 133 members in 110 countries goes on."
    copied = next(one for one in found["candidates"] if one["text"] == "14")
    assert copied["carried_from"] == "cstd-25-2022"
    assert not any("class" in one for one in found["candidates"])
    whole = printed(capsys, "candidates", draft, "--json", "--all", "--data", DATA)
    assert {one["class"] for one in whole["candidates"] if "class" in one} == {"date"}


def test_read_writes_whole_or_not(draft, tmp_path, capsys):
    assert main(["read", str(draft), "--out", str(tmp_path / "out.txt")]) == 0
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == DRAFT
    assert main(["read", str(draft), "--out", str(tmp_path / "none" / "out.txt")]) == 2
    assert main(["read", str(tmp_path / "missing.pdf")]) == 2
    assert capsys.readouterr().err.endswith("missing.pdf: There is no such file.\n")


def of_sizes(text: str, *more: Said) -> list[tuple[str, str, str]]:
    """Each number of a text held against 129 members, then 135 (and `more`) said last."""
    held = corpus(
        submission("First 2024", ("2024-05-13", "2024-05-13"), members(129)),
        submission("Second 2026", ("2026-05-13", "2026-05-13"), members(135), *more),
    )
    candidates = find_candidates(Passages(text), Guesser(held), Earlier(held, text))
    checked, _left = check_draft(candidates, held, text)
    return [(one.candidate.text, one.standing, one.why) for one in checked]


def test_a_size_that_was_said_before_the_last_one_is_older_and_not_the_same():
    assert of_sizes("Today our network has 129 members in all.") == [
        ("129", "older", "as in 129 members (First 2024), but last time: 135 members (Second 2026)")
    ]
    assert of_sizes("Today our network has 135 members in all.") == [
        ("135", "same", "as in 135 members (Second 2026)")
    ]


def test_a_size_of_an_earlier_day_in_the_last_submission_is_older():
    then = members(120, name="then", time={"on": "2020-05"})
    assert of_sizes("Today our network has 120 members in all.", then) == [
        (
            "120",
            "older",
            "as in 120 members (Second 2026), but last time: 135 members (Second 2026)",
        )
    ]
    assert of_sizes("In May 2020 our network had 120 members in all.", then) == [
        ("120", "same", "as in 120 members (Second 2026)")
    ]
