"""Each kind of fault that facts.checks.bound tells: its place and its whole message."""

from __future__ import annotations

import pytest

from tests.facts.folder import DataFolder

Edits = list[tuple[str, str]]

# What is tried, edits of submission.yaml, edits of source.txt, what is told.
FAULTS: list[tuple[str, Edits, Edits, list[str]]] = [
    (
        "over dropped from the quote and the bound changed",
        [
            (
                (
                    "    our network has 12 members and partners in over 10 "
                    'countries\n  value_text: "10"'
                ),
                '    10 countries\n  value_text: "10"',
            ),
            ("  bound: more_than", "  bound: exact"),
        ],
        [],
        [
            (
                "submission.yaml:32:10: facts.network-countries.bound: the "
                'bound is exact, but the source says "partners in over 10 '
                'countries.", which is more_than. Fix: write bound: '
                "more_than."
            )
        ],
    ),
    (
        "over dropped from the quote alone",
        [
            (
                (
                    "    our network has 12 members and partners in over 10 "
                    'countries\n  value_text: "10"'
                ),
                '    10 countries\n  value_text: "10"',
            )
        ],
        [],
        [
            (
                "submission.yaml:36:10: facts.network-countries.quote: the "
                "words that make the number more_than stand in the source "
                "beside the quote, not in it. Fix: lengthen the quote by "
                "these words."
            )
        ],
    ),
    (
        "a changed bound",
        [("  bound: more_than", "  bound: at_least")],
        [],
        [
            (
                "submission.yaml:32:10: facts.network-countries.bound: the "
                'bound is at_least, but the source says "partners in over '
                '10 countries.", which is more_than. Fix: write bound: '
                "more_than."
            )
        ],
    ),
    (
        "a bound that nothing states",
        [
            (
                (
                    "  bound: exact\n  wording: teams\n  scope: own\n  time: "
                    "{as_of: document}\n  quote: >-\n    Of these"
                ),
                (
                    "  bound: about\n  wording: teams\n  scope: own\n  time: "
                    "{as_of: document}\n  quote: >-\n    Of these"
                ),
            )
        ],
        [],
        [
            (
                "submission.yaml:90:10: facts.new-teams.bound: the bound "
                'is about, but the source says "Of these teams, seven '
                'are", which is exact. Fix: write bound: exact.'
            )
        ],
    ),
    (
        "a range for one number",
        [("  bound: more_than", "  bound: range")],
        [],
        [
            (
                "submission.yaml:32:10: facts.network-countries.bound: a "
                "value with low and high has the bound range, and no other "
                "value has it. Fix: write bound: exact, or give low and "
                "high."
            )
        ],
    ),
    (
        "one number for a range",
        [("  bound: range", "  bound: exact")],
        [],
        [
            (
                "submission.yaml:55:10: facts.seen.bound: a value with low "
                "and high has the bound range, and no other value has it. "
                "Fix: write bound: range."
            )
        ],
    ),
    (
        "a count that is more than exact",
        [
            (
                (
                    "  bound: exact\n  wording: teams\n  scope: own\n  time: "
                    "{as_of: document}\n  quote: >-\n    Our teams"
                ),
                (
                    "  bound: at_least\n  wording: teams\n  scope: own\n  time: "
                    "{as_of: document}\n  quote: >-\n    Our teams"
                ),
            )
        ],
        [],
        [
            (
                "submission.yaml:78:10: facts.teams.bound: nothing such as "
                '"including" says that the list that was counted may be '
                "longer. Fix: write bound: exact."
            )
        ],
    ),
    (
        "a count that is almost",
        [
            (
                (
                    "  bound: exact\n  wording: teams\n  scope: own\n  time: "
                    "{as_of: document}\n  quote: >-\n    Our teams"
                ),
                (
                    "  bound: almost\n  wording: teams\n  scope: own\n  time: "
                    "{as_of: document}\n  quote: >-\n    Our teams"
                ),
            )
        ],
        [],
        [
            (
                "submission.yaml:78:10: facts.teams.bound: a count made by "
                "us is exact or at_least. Fix: write bound: exact or "
                "bound: at_least."
            )
        ],
    ),
    (
        "a count of a list after including",
        [
            (
                "    Our teams work in Peru, Chile and Togo\n  section",
                ("    Our teams work in lands including Peru, Chile and Togo\n  section"),
            ),
            ("    Our teams work in Peru\n", "    work in lands including Peru\n"),
        ],
        [("work in Peru", "work in lands including Peru")],
        [
            (
                "submission.yaml:78:10: facts.teams.bound: the list that "
                'was counted stands beside "including", so there may be '
                "more. Fix: write bound: at_least."
            )
        ],
    ),
    (
        "a count of a list that goes on",
        [],
        [("Chile and Togo. Of", "Chile and Togo and elsewhere. Of")],
        [
            (
                "submission.yaml:78:10: facts.teams.bound: the list that "
                'was counted stands beside "and elsewhere", so there may '
                "be more. Fix: write bound: at_least."
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
