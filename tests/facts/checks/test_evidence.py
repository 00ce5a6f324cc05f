"""Each kind of fault that facts.checks.quote tells: its place and its whole message."""

from __future__ import annotations

import pytest

from tests.facts.folder import DataFolder

Edits = list[tuple[str, str]]

# What is tried, edits of submission.yaml, edits of source.txt, what is told.
FAULTS: list[tuple[str, Edits, Edits, list[str]]] = [
    (
        "a date that is not in the source",
        [("- quote: Written on 15 May 2024", "- quote: Written on 16 May 2024")],
        [],
        [
            (
                "submission.yaml:13:14: "
                "submission.written.evidence[0].quote: these words are not "
                'in source.txt. Closest text, line 11: "Written on 15 May '
                '2024". Fix: copy the words exactly.'
            )
        ],
    ),
    (
        "a further place that is not in the source",
        [
            (
                "  section: paragraph 3\n- id: teams",
                ("  section: paragraph 3\n  also:\n  - {quote: across 5 countries}\n- id: teams"),
            )
        ],
        [],
        [
            (
                "submission.yaml:76:13: "
                "facts.seen-countries.also[0].quote: these words are not "
                'in source.txt. Closest text, line 7: "across 4 '
                'countries". Fix: copy the words exactly.'
            )
        ],
    ),
    (
        "a further place that is cut",
        [("  facts: [teams]", "  facts: [teams]\n  also:\n  - {quote: airobi}")],
        [],
        [
            (
                "submission.yaml:110:13: "
                "activities.nairobi-2024.also[0].quote: these words stand "
                "in source.txt only as a part of a longer word, number or "
                'range: "We met in Nairobi on 5 March 2024.". Fix: take '
                "the whole of it into the quote."
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
