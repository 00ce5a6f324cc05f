"""Each kind of fault that facts.checks.agreement tells: its place and its whole message."""

from __future__ import annotations

import pytest

from tests.facts.folder import DataFolder

Edits = list[tuple[str, str]]

# What is tried, edits of submission.yaml, edits of source.txt, what is told.
FAULTS: list[tuple[str, Edits, Edits, list[str]]] = [
    (
        "a part of what is not there",
        [("{fact: teams, same_unit: false}", "{fact: team, same_unit: false}")],
        [],
        [
            (
                "submission.yaml:97:19: facts.new-teams.part_of.fact: "
                "there is no fact 'team' in this file. Fix: write the id "
                "of a fact of this file."
            )
        ],
    ),
    (
        "a part of itself",
        [("{fact: teams, same_unit: false}", "{fact: new-teams, same_unit: false}")],
        [],
        [
            (
                "submission.yaml:97:19: facts.new-teams.part_of.fact: a "
                "fact is not a part of itself. Fix: name the larger fact."
            )
        ],
    ),
    (
        "a fact that an activity names and that is not there",
        [("  facts: [teams]", "  facts: [team]")],
        [],
        [
            (
                "submission.yaml:108:11: activities.nairobi-2024.facts[0]: "
                "there is no fact 'team' in this file. Fix: write the id "
                "of a fact of this file."
            )
        ],
    ),
    (
        "a sentence carried from no submission",
        [
            (
                "  part_of: {fact: teams, same_unit: false}",
                "  part_of: {fact: teams, same_unit: false}\n"
                "  carried_from: {submission: zeroth, fact: x}",
            )
        ],
        [],
        [
            (
                "submission.yaml:98:30: "
                "facts.new-teams.carried_from.submission: there is no "
                "submission 'zeroth'. Fix: write the id of a submission, "
                "which is the name of its folder."
            )
        ],
    ),
    (
        "a sentence carried from the same submission",
        [
            (
                "  part_of: {fact: teams, same_unit: false}",
                "  part_of: {fact: teams, same_unit: false}\n  carried_from: {submission: first}",
            )
        ],
        [],
        [
            (
                "submission.yaml:98:30: "
                "facts.new-teams.carried_from.submission: a submission "
                "does not carry a sentence from itself. Fix: name the "
                "earlier submission, or put the second place under also."
            )
        ],
    ),
    (
        "an absent indicator that is unknown",
        [("indicator: share-of-nothing", "indicator: nothing")],
        [],
        [
            (
                "submission.yaml:122:15: absent[0].indicator: 'nothing' is "
                "not an indicator of indicators.yaml. Fix: did you mean "
                "share-of-nothing? Otherwise add it there."
            )
        ],
    ),
    (
        "an absent indicator that is stated",
        [("indicator: share-of-nothing", "indicator: members")],
        [],
        [
            (
                "submission.yaml:122:15: absent[0].indicator: 'members' is "
                "said to be absent, but the fact 'network-members' states "
                "it. Fix: delete one of the two."
            )
        ],
    ),
    (
        "an absent indicator listed twice",
        [
            (
                "- {indicator: share-of-nothing, searched: [nothing]}",
                (
                    "- {indicator: share-of-nothing, searched: [nothing]}\n- "
                    "{indicator: share-of-nothing, searched: [nothing]}"
                ),
            )
        ],
        [],
        [
            (
                "submission.yaml:123:15: absent[1].indicator: "
                "'share-of-nothing' is listed twice. Fix: delete one of "
                "the two."
            )
        ],
    ),
]


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
