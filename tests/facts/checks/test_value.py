"""Each kind of fault that facts.checks.value tells: its place and its whole message."""

from __future__ import annotations

import pytest

from tests.facts.folder import DataFolder

Edits = list[tuple[str, str]]

# What is tried, edits of submission.yaml, edits of source.txt, what is told.
FAULTS: list[tuple[str, Edits, Edits, list[str]]] = [
    (
        "a changed digit in a value",
        [("  value: 12\n", "  value: 13\n")],
        [],
        [
            (
                "submission.yaml:20:10: facts.network-members.value: the "
                "value is 13, but '12' in the quote reads as 12. Fix: "
                "write value: 12, or name another number of the quote in "
                "value_text."
            )
        ],
    ),
    (
        "a changed end of a range",
        [("{low: 1, high: 20}", "{low: 1, high: 30}")],
        [],
        [
            (
                "submission.yaml:54:10: facts.seen.value: the value is 1 "
                "to 30, but '1-20%' in the quote reads as 1 to 20. Fix: "
                "write value: {low: 1, high: 20}, or name another number "
                "of the quote in value_text."
            )
        ],
    ),
    (
        "a range the wrong way round",
        [("{low: 1, high: 20}", "{low: 20, high: 1}")],
        [],
        [
            (
                "submission.yaml:54:10: facts.seen.value: the value is 20 "
                "to 1, but '1-20%' in the quote reads as 1 to 20. Fix: "
                "write value: {low: 1, high: 20}, or name another number "
                "of the quote in value_text."
            )
        ],
    ),
    (
        "a number for a range",
        [("{low: 1, high: 20}\n  bound: range", "1\n  bound: exact")],
        [],
        [
            (
                "submission.yaml:54:10: facts.seen.value: the value is 1, "
                "but '1-20%' in the quote reads as 1 to 20. Fix: write "
                "value: {low: 1, high: 20}, or name another number of the "
                "quote in value_text."
            ),
            (
                "submission.yaml:55:10: facts.seen.bound: the bound is "
                'exact, but the source says "Among children asked, 1-20% '
                'had", which is range. Fix: write bound: range.'
            ),
        ],
    ),
    (
        "several numbers and no value_text",
        [('  value_text: "12"\n', "")],
        [],
        [
            (
                "submission.yaml:20:10: facts.network-members.value: the "
                "quote holds several numbers: '12', '10'. Fix: say in "
                "value_text, in quotes, which of them states the value."
            )
        ],
    ),
    (
        "a value_text that is a part of a number",
        [('  value_text: "12"\n', '  value_text: "2"\n')],
        [],
        [
            (
                "submission.yaml:27:15: facts.network-members.value_text: "
                "'2' is not a whole number of the quote; its numbers are "
                "'12', '10'. Fix: copy one of these, whole."
            )
        ],
    ),
    (
        "a value_text that is a part of a range",
        [('  value_text: "1–20%"', '  value_text: "20%"')],
        [],
        [
            (
                "submission.yaml:61:15: facts.seen.value_text: '20%' is "
                "not a whole number of the quote; its numbers are '1-20%', "
                "'4'. Fix: copy one of these, whole."
            )
        ],
    ),
    (
        "a value_text that stands twice",
        [
            (
                "    across 4 countries\n  section",
                ('    across 4 countries. Of 108 countries\n  value_text: "countries"\n  section'),
            )
        ],
        [],
        [
            (
                "submission.yaml:74:15: facts.seen-countries.value_text: "
                "'countries' is not a whole number of the quote; its "
                "numbers are '4', '108'. Fix: copy one of these, whole."
            )
        ],
    ),
    (
        "no number in the quote",
        [("    Of these teams, seven are new", "    Of these teams")],
        [],
        [
            (
                "source.txt:9:92: source: the number 'seven' in \"…ile and "
                "Togo. Of these teams, seven are new. Written on 15 May "
                '20…" is neither a fact nor set aside. Fix: add a fact '
                "with this number, or set it aside with its class."
            ),
            (
                "submission.yaml:94:10: facts.new-teams.quote: no number "
                "stands in these words. Fix: quote the words that state "
                "the number, or list what was counted under counted."
            ),
        ],
    ),
    (
        "an item that is not in the quote",
        [("[Peru, Chile, Togo]\n- id", "[Peru, Chile, Ghana]\n- id")],
        [],
        [
            (
                "submission.yaml:86:26: facts.teams.counted[2]: 'Ghana' is "
                "not in the quote. Fix: copy the item from the quote, or "
                "lengthen the quote."
            )
        ],
    ),
    (
        "a part of an item",
        [("[Peru, Chile, Togo]\n- id", "[Peru, Chile, Tog]\n- id")],
        [],
        [
            (
                "submission.yaml:86:26: facts.teams.counted[2]: 'Tog' is "
                "not in the quote. Fix: copy the item from the quote, or "
                "lengthen the quote."
            )
        ],
    ),
    (
        "an item listed twice",
        [("[Peru, Chile, Togo]\n- id", "[Peru, Chile, Chile]\n- id")],
        [],
        [
            (
                "submission.yaml:86:26: facts.teams.counted[2]: 'Chile' is "
                "listed twice. Fix: delete one of the two."
            )
        ],
    ),
    (
        "a count that is too high",
        [("[Peru, Chile, Togo]\n- id", "[Peru, Chile]\n- id")],
        [],
        [
            (
                "submission.yaml:77:10: facts.teams.value: the value is 3, "
                "but 2 are listed under counted. Fix: write value: 2, or "
                "mend the list."
            )
        ],
    ),
    (
        "a count that is too low",
        [
            (
                "  value: 3\n  bound: exact\n  wording: teams",
                "  value: 2\n  bound: exact\n  wording: teams",
            ),
            ("[PER, CHL, TGO], complete: true", "[PER, CHL, TGO], complete: false"),
        ],
        [],
        [
            (
                "submission.yaml:77:10: facts.teams.value: the value is 2, "
                "but 3 are listed under counted. Fix: write value: 3, or "
                "mend the list."
            )
        ],
    ),
    (
        "a share in an indicator of numbers",
        [
            ("  indicator: share\n", "  indicator: countries\n"),
            ("  wording: children", "  wording: countries"),
        ],
        [],
        [
            (
                "submission.yaml:53:14: facts.seen.indicator: '1-20%' is a "
                "share, and 'countries' does not measure a share. Fix: "
                "choose an indicator of the kind share."
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
