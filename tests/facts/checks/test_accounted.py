"""Each kind of fault that facts.checks.accounted tells: its place and its whole message."""

from __future__ import annotations

import pytest

from tests.facts.folder import DataFolder

Edits = list[tuple[str, str]]

# What is tried, edits of submission.yaml, edits of source.txt, what is told.
FAULTS: list[tuple[str, Edits, Edits, list[str]]] = [
    (
        "a number of which nothing speaks",
        [],
        [("Our teams", "In all 42 rooms. Our teams")],
        [
            (
                "source.txt:9:43: source: the number '42' in \"…irobi on 5 "
                'March 2024. In all 42 rooms. Our teams work in Peru…" is '
                "neither a fact nor set aside. Fix: add a fact with this "
                "number, or set it aside with its class."
            )
        ],
    ),
    (
        "a number in words",
        [],
        [("Our teams work", "Twenty-five rooms. Our teams work")],
        [
            (
                "source.txt:9:36: source: the number 'Twenty-five' in \"…t "
                "in Nairobi on 5 March 2024. Twenty-five rooms. Our teams "
                'work in Peru…" is neither a fact nor set aside. Fix: add '
                "a fact with this number, or set it aside with its class."
            )
        ],
    ),
    (
        "a number on a line of its own",
        [],
        [("\nWritten", "\n7.5%\n\nWritten")],
        [
            (
                "source.txt:11:1: source: the number '7.5%' in \"…f these "
                "teams, seven are new. 7.5% Written on 15 May 2024. The "
                't…" is neither a fact nor set aside. Fix: add a fact with '
                "this number, or set it aside with its class."
            )
        ],
    ),
    (
        "a number put into a quote",
        [],
        [("teams work in Peru", "teams (26) work in Peru")],
        [
            (
                "source.txt:9:47: source: the number '26' in \"…i on 5 "
                'March 2024. Our teams (26) work in Peru, Chile and Togo…" '
                "is neither a fact nor set aside. Fix: add a fact with "
                "this number, or set it aside with its class."
            ),
            (
                "submission.yaml:82:10: facts.teams.quote: these words are "
                'not in source.txt. Closest text, line 9: "Our teams (26) '
                'work in Peru, Chile and Togo". Fix: copy the words '
                "exactly."
            ),
            (
                "submission.yaml:113:10: mentions.lands.quote: these words "
                'are not in source.txt. Closest text, line 9: "Our teams '
                '(26) work in Peru". Fix: copy the words exactly.'
            ),
        ],
    ),
    (
        "the same number once more",
        [],
        [("know little.", "know little. 12 came.")],
        [
            (
                "source.txt:7:95: source: the number '12' in \"…108 "
                "countries we know little. 12 came. We met in Nairobi on "
                '5…" is neither a fact nor set aside. Fix: add a fact with '
                "this number, or set it aside with its class."
            )
        ],
    ),
    (
        "a year that is not the one of the entry",
        [("{on: 2024-03-05}", "{on: 2025-03-05, basis: inferred}")],
        [],
        [
            (
                "source.txt:9:30: source: the number '2024' in \"…We met in "
                'Nairobi on 5 March 2024. Our teams work in Peru, Chil…" '
                "is neither a fact nor set aside. Fix: add a fact with "
                "this number, or set it aside with its class."
            )
        ],
    ),
    (
        "a day that is not the one of the entry",
        [("{on: 2024-03-05}", "{on: 2024-03-06}")],
        [],
        [
            (
                "source.txt:9:22: source: the number '5' in \"…little. We "
                'met in Nairobi on 5 March 2024. Our teams work in…" is '
                "neither a fact nor set aside. Fix: add a fact with this "
                "number, or set it aside with its class."
            ),
            "submission.yaml:102:14: activities.nairobi-2024.time.on: the words near the quote "
            "do not say the day of 2024-03-06. Fix: write a date as precise as the words: 2024, "
            "or say basis: inferred.",
        ],
    ),
    (
        "a number that is only by chance the day of the entry",
        [
            (
                "    We met in Nairobi on 5 March 2024.",
                "    We met 5 times in Nairobi on 5 March 2024.",
            )
        ],
        [("We met in Nairobi", "We met 5 times in Nairobi")],
        [
            (
                "source.txt:9:8: source: the number '5' in \"…ntries we know little. We met 5 "
                'times in Nairobi on 5 March 2…" is neither a fact nor set aside. Fix: add a fact '
                "with this number, or set it aside with its class."
            )
        ],
    ),
    (
        "a fact that is set aside",
        [
            (
                "- {quote: 12 years old, class: duration}",
                "- {quote: 12, class: duration, occurrence: all}",
            )
        ],
        [],
        [
            (
                "submission.yaml:120:11: set_aside[1].quote: the number "
                "'12' in these words is set aside, and is also the fact "
                "'network-members'. Fix: shorten the quote to the numbers "
                "that are no facts."
            )
        ],
    ),
    (
        "a number in a link is no fault",
        [],
        [("know little.", "know little (https://example.org/2017/5).")],
        [],
    ),
    (
        "a number that a further place says again is no fault",
        [
            (
                "  section: paragraph 3\n- id: teams",
                ("  section: paragraph 3\n  also:\n  - {quote: all four countries}\n- id: teams"),
            )
        ],
        [("know little.", "know little. It is all four countries.")],
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


def test_very_many_numbers_are_summed_up(data: DataFolder) -> None:
    data.edit_source("know little.", "know little." + " 77" * 600)
    told = data.problems()
    assert len(told) == 501
    assert told[-1] == (
        "source.txt:12:1: source: 100 more numbers are neither facts nor set aside. "
        "Fix: mend those above first."
    )
