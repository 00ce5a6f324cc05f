"""Each kind of fault that facts.checks.agreement tells: its place and its whole message."""

from __future__ import annotations

import pytest

from tests.facts.folder import DataFolder

Edits = list[tuple[str, str]]

MEMBERS = '  value_text: "12"\n  section: paragraph 1\n'
PART = "  part_of: {fact: teams, same_unit: false}"
MORE_THAN_ALL = (
    "submission.yaml:97:19: facts.new-teams.part_of.fact: 7 is more than 3, which 'teams' "
    "states. Fix: name the larger number that this is a part of, or write same_unit: false."
)
NOT_COUNTED = (
    "submission.yaml:86:12: facts.teams.counted: the list in the source also names 'Chile'. Fix: "
    "count it too, or write bound: at_least where the list may be longer."
)


def also(quote: str) -> Edits:
    """A further place that is to state the 12 members."""
    return [(MEMBERS, f"{MEMBERS}  also:\n  - quote: {quote}\n")]


# What is tried, edits of submission.yaml, edits of source.txt, what is told.
FAULTS: list[tuple[str, Edits, Edits, list[str]]] = [
    ("a part that is more than its whole", [(PART, PART.replace("false", "true"))], [],
     [MORE_THAN_ALL]),
    (
        "a further place that states another number",
        also("in over 10 countries"),
        [],
        [
            "submission.yaml:30:12: facts.network-members.also[0].quote: these words do not state "
            "12. Fix: quote the words that state the same number, or delete this entry."
        ],
    ),
    ("a further place that states it again", also("12 members and partners"), [], []),
    ("a further place that dates it", also("Written on 15 May 2024"), [], []),
    (
        "a count that leaves out what the list names",
        [
            ("  counted: [Peru, Chile, Togo]", "  counted: [Peru, Togo]"),
            ("list: [PER, CHL, TGO], complete: true}\n  counted", "list: [PER, TGO], "
             "complete: true}\n  counted"),
            ("  value: 3\n  bound: exact\n  wording: teams", "  value: 2\n  bound: exact\n"
             "  wording: teams"),
        ],
        [],
        [NOT_COUNTED],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("edits", "source_edits", "told"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS]
)
def test_each_fault_is_told_at_its_place(
    data: DataFolder, edits: Edits, source_edits: Edits, told: list[str]
) -> None:
    for old, new in source_edits:
        data.edit_source(old, new)
    for old, new in edits:
        data.edit(old, new)
    assert data.problems() == told
