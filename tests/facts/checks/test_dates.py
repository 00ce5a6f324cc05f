"""Each kind of fault that facts.checks.dates tells: its place and its whole message."""

from __future__ import annotations

import pytest

from tests.facts.folder import DataFolder

Edits = list[tuple[str, str]]

# What is tried, edits of submission.yaml, edits of source.txt, what is told.
FAULTS: list[tuple[str, Edits, Edits, list[str]]] = [
    (
        "a day that no calendar has",
        [
            ("{on: 2024-03-05}", "{on: 2024-02-30}"),
            ("  class: no_claim", "  class: no_claim\n- {quote: on 5 March 2024, class: date}"),
        ],
        [],
        [
            (
                "submission.yaml:102:14: activities.nairobi-2024.time.on: "
                "'2024-02-30' is not in the calendar. Fix: write a real "
                "date: 2024, 2024-05 or 2024-05-12."
            )
        ],
    ),
    (
        "a period that runs backwards",
        [("{on: 2023}", "{from: 2023-05, to: 2023-01}")],
        [],
        [
            (
                "submission.yaml:46:29: facts.workshops.time.to: '2023-01' "
                "lies before '2023-05'. Fix: write the earlier one first."
            )
        ],
    ),
    (
        "two ways to say a time",
        [("{on: 2023}", "{on: 2023, as_of: document}")],
        [],
        [
            (
                "submission.yaml:46:9: facts.workshops.time: a time is "
                "as_of, or on, or from with to; this is none of the three "
                "alone. Fix: write {as_of: document}, {on: 2024-04} or "
                "{from: 2023-03, to: 2024-09}."
            )
        ],
    ),
    (
        "half a period",
        [("{on: 2023}", "{from: 2023}")],
        [],
        [
            (
                "submission.yaml:46:9: facts.workshops.time: a time is "
                "as_of, or on, or from with to; this is none of the three "
                "alone. Fix: write {as_of: document}, {on: 2024-04} or "
                "{from: 2023-03, to: 2024-09}."
            )
        ],
    ),
    (
        "no time at all",
        [
            (
                "  time: {as_of: not_stated}\n  quote: >-\n    across",
                "  time: {}\n  quote: >-\n    across",
            )
        ],
        [],
        [
            (
                "submission.yaml:71:9: facts.seen-countries.time: a time "
                "is as_of, or on, or from with to; this is none of the "
                "three alone. Fix: write {as_of: document}, {on: 2024-04} "
                "or {from: 2023-03, to: 2024-09}."
            )
        ],
    ),
    (
        "a year that is not said",
        [("{on: 2023}", "{from: 2021, to: 2023}")],
        [],
        [
            (
                "submission.yaml:46:16: facts.workshops.time.from: the "
                "year 2021 stands neither in the quote nor in its "
                "paragraph. Fix: say basis: inferred, or add the words "
                "that date it under also."
            )
        ],
    ),
    (
        "a year that is inferred is no fault",
        [("{on: 2023}", "{from: 2021, to: 2023, basis: inferred}")],
        [],
        [],
    ),
    (
        "a head whose dates run backwards",
        [("{from: 2023, to: 2024-05, basis", "{from: 2024-06, to: 2024-05, basis")],
        [],
        [
            (
                "submission.yaml:7:35: submission.reports_on.to: '2024-05' "
                "lies before '2024-06'. Fix: write the earlier one first."
            )
        ],
    ),
    (
        "a head whose date is not real",
        [("plot_at: {value: 2024-05-15", "plot_at: {value: 2024-13")],
        [],
        [
            (
                "submission.yaml:15:20: submission.plot_at.value: "
                "'2024-13' is not in the calendar. Fix: write a real date: "
                "2024, 2024-05 or 2024-05-12."
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
