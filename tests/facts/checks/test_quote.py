"""Each kind of fault that facts.checks.quote tells: its place and its whole message."""

from __future__ import annotations

import pytest

from tests.facts.folder import DataFolder

Edits = list[tuple[str, str]]

# What is tried, edits of submission.yaml, edits of source.txt, what is told.
FAULTS: list[tuple[str, Edits, Edits, list[str]]] = [
    (
        "a changed digit in a quote",
        [
            (
                (
                    "    our network has 12 members and partners in over 10 "
                    'countries\n  value_text: "12"'
                ),
                (
                    "    our network has 13 members and partners in over 10 "
                    'countries\n  value_text: "12"'
                ),
            )
        ],
        [],
        [
            (
                "submission.yaml:25:10: facts.network-members.quote: these "
                'words are not in source.txt. Closest text, line 3: "our '
                "network has 12 members and partners in over 10 "
                'countries". Fix: copy the words exactly.'
            )
        ],
    ),
    (
        "over dropped from a quote",
        [
            (
                (
                    "    our network has 12 members and partners in over 10 "
                    'countries\n  value_text: "10"'
                ),
                ('    our network has 12 members and partners in 10 countries\n  value_text: "10"'),
            )
        ],
        [],
        [
            (
                "submission.yaml:36:10: facts.network-countries.quote: "
                "these words are not in source.txt. Closest text, line 3: "
                '"our network has 12 members and partners in over 10 '
                'countries". Fix: copy the words exactly.'
            )
        ],
    ),
    (
        "cut out of a range",
        [
            (
                (
                    "    children asked, 1–20% had seen it, across 4 "
                    'countries\n  value_text: "1–20%"'
                ),
                ('    20% had seen it, across 4 countries\n  value_text: "20%"'),
            ),
            ("{low: 1, high: 20}\n  bound: range", "20\n  bound: exact"),
        ],
        [],
        [
            (
                "submission.yaml:59:10: facts.seen.quote: these words "
                "stand in source.txt only as a part of a longer word, "
                'number or range: "children asked, 1-20% had seen it, '
                'across 4 countries. Of 108 countries". Fix: take the '
                "whole of it into the quote."
            )
        ],
    ),
    (
        "a range without its sign",
        [
            (
                (
                    "    children asked, 1–20% had seen it, across 4 "
                    'countries\n  value_text: "1–20%"'
                ),
                '    children asked, 1–20\n  value_text: "1–20"',
            )
        ],
        [],
        [
            (
                "submission.yaml:59:10: facts.seen.quote: these words "
                "stand in source.txt only as a part of a longer word, "
                'number or range: "and Nepal. Among children asked, 1-20% '
                'had seen it,". Fix: take the whole of it into the quote.'
            )
        ],
    ),
    (
        "cut out of a number",
        [("- quote: Of 108 countries we know little", "- quote: 08 countries we know little")],
        [],
        [
            (
                "submission.yaml:118:10: set_aside[0].quote: these words "
                "stand in source.txt only as a part of a longer word, "
                'number or range: "4 countries. Of 108 countries we know '
                'little. We met in". Fix: take the whole of it into the '
                "quote."
            )
        ],
    ),
    (
        "cut out of a word",
        [("    across 4 countries\n  section", "    cross 4 countries\n  section")],
        [],
        [
            (
                "submission.yaml:72:10: facts.seen-countries.quote: these "
                "words stand in source.txt only as a part of a longer "
                'word, number or range: "had seen it, across 4 countries. '
                'Of 108 countries". Fix: take the whole of it into the '
                "quote."
            )
        ],
    ),
    (
        "absent from the source",
        [("- quote: Of 108 countries we know little", "- quote: Of 108 lands we know little")],
        [],
        [
            (
                "submission.yaml:118:10: set_aside[0].quote: these words "
                'are not in source.txt. Closest text, line 7: "Of 108 '
                'countries we know little". Fix: copy the words exactly.'
            )
        ],
    ),
    (
        "with nothing close",
        [("    Our teams work in Peru\n", "    zzz yyy xxx\n")],
        [],
        [
            (
                "submission.yaml:113:10: mentions.lands.quote: these words "
                "are not in source.txt. Fix: copy the words exactly."
            )
        ],
    ),
    (
        "without a word",
        [("- quote: Of 108 countries we know little", '- quote: "** **"')],
        [],
        [
            (
                "source.txt:7:65: source: the number '108' in \"…en it, "
                'across 4 countries. Of 108 countries we know little. We…" '
                "is neither a fact nor set aside. Fix: add a fact with "
                "this number, or set it aside with its class."
            ),
            (
                "submission.yaml:118:10: set_aside[0].quote: these words "
                "are not in source.txt. Fix: copy the words exactly."
            ),
        ],
    ),
    (
        "more than once",
        [("- {quote: 12 years old, class: duration}", "- {quote: 12, class: duration}")],
        [],
        [
            (
                "submission.yaml:120:11: set_aside[1].quote: these words "
                "stand 2 times in source.txt. Fix: add occurrence: a "
                "number from 1 to 2, or lengthen the quote."
            )
        ],
    ),
    (
        "an occurrence that is not there",
        [
            (
                "- {quote: 12 years old, class: duration}",
                "- {quote: 12, class: duration, occurrence: 3}",
            )
        ],
        [],
        [
            (
                "submission.yaml:120:44: set_aside[1].occurrence: these "
                "words stand 2 times in source.txt, so this occurrence is "
                "not there. Fix: write a number from 1 to 2."
            )
        ],
    ),
    (
        "an occurrence of a single place",
        [
            (
                "- {quote: 12 years old, class: duration}",
                "- {quote: 12 years old, class: duration, occurrence: 2}",
            )
        ],
        [],
        [
            (
                "submission.yaml:120:54: set_aside[1].occurrence: these "
                "words stand once in source.txt, so this occurrence is not "
                "there. Fix: delete the field."
            )
        ],
    ),
    (
        "corrected words that are not there",
        [
            (
                "  part_of: {fact: teams, same_unit: false}",
                "  part_of: {fact: teams, same_unit: false}\n"
                "  corrected: {field: time, source_says: eight, because: typing error}",
            )
        ],
        [],
        [
            (
                "submission.yaml:98:41: "
                "facts.new-teams.corrected.source_says: these words are "
                "not in the quote. Fix: copy the words that are wrong in "
                "the source, exactly as they stand in the quote."
            )
        ],
    ),
    (
        "markup left off is no fault",
        [
            (
                ("    In 2023 we held 3 workshops, in Jordan, Kenya and Nepal."),
                (
                    "    In 2023 we held 3 workshops, in **Jordan**, "
                    "[Kenya](https://example.org/9) and Nepal."
                ),
            )
        ],
        [],
        [],
    ),
    (
        "an occurrence that is there is no fault",
        [
            (
                "- {quote: 12 years old, class: duration}",
                "- {quote: 12, class: duration, occurrence: 2}",
            )
        ],
        [],
        [],
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
