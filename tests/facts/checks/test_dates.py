"""Each kind of fault that facts.checks.dates tells: its place and its whole message."""

from __future__ import annotations

from datetime import date

import pytest

from facts.disk import Disk
from facts.load import Memory, load
from facts.store import Store
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
        "a month that is not said",
        [("{on: 2023}", "{on: 2023-05}")],
        [],
        [
            "submission.yaml:46:14: facts.workshops.time.on: the words near the quote do not say "
            "the month of 2023-05. Fix: write a date as precise as the words: 2023, or say basis: "
            "inferred."
        ],
    ),
    (
        "a day in a month that is said without one",
        [
            ("{on: 2023}", "{on: 2023-05-02}"),
            ("    In 2023 we", "    In May 2023 we"),
        ],
        [("In 2023 we", "In May 2023 we")],
        [
            "submission.yaml:46:14: facts.workshops.time.on: the words near the quote do not say "
            "the day of 2023-05-02. Fix: write a date as precise as the words: 2023, or say basis: "
            "inferred."
        ],
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


NOW = date(2026, 11, 30)
FIELDS = (  # the field, and how it is written in the file
    ("submission.reports_on.from", "reports_on: {from: 2023,", "reports_on: {from: DATE,"),
    ("submission.written.earliest", "earliest: 2024-05-15", "earliest: DATE"),
    ("submission.written.latest", "latest: 2024-05-15", "latest: DATE"),
    ("submission.plot_at.value", "plot_at: {value: 2024-05-15", "plot_at: {value: DATE"),
    ("submission.session.to", "  citation:", "  session: {from: DATE, to: DATE}\n  citation:"),
    ("facts.workshops.time.on", "{on: 2023}", "{on: DATE}"),
    ("facts.workshops.time.to", "{on: 2023}", "{from: DATE, to: DATE}"),
    ("activities.nairobi-2024.time.on", "{on: 2024-03-05}", "{on: DATE}"),
)


@pytest.mark.parametrize(("field", "old", "new"), FIELDS)
@pytest.mark.parametrize(
    ("date_", "allowed"),
    [
        ("0001-01-01", False),
        ("1899-12-31", False),
        ("1900", True),
        ("2028-12-31", True),
        ("2029", False),
        ("9999-12-31", False),
    ],
)
def test_every_date_lies_between_1900_and_the_year_after_next(
    data: DataFolder, field: str, old: str, new: str, date_: str, allowed: bool
) -> None:
    data.edit(old, new.replace("DATE", date_))
    corpus = load(data.path, "data", Memory(Disk(data.path), today=lambda: NOW))
    far = [one for one in corpus.problems if "does not lie" in one.what]
    told = f"'{date_}' does not lie between 1900 and 2028."
    assert [one.what for one in far if one.field == field] == ([] if allowed else [told])
    assert bool(far) is not allowed


def test_a_date_that_was_too_late_is_right_in_its_own_time(data: DataFolder) -> None:
    data.edit("plot_at: {value: 2024-05-15", "plot_at: {value: 2029-05-15")
    year = [2026]
    store = Store(data.path, "data", lambda: year[0] * 10.0, today=lambda: date(year[0], 1, 1))
    assert store.snapshot().corpus.left_out == ("first",)
    year[0] = 2027
    assert store.snapshot().problems == ()


@pytest.mark.parametrize(
    ("status", "year", "allowed"),
    [
        ("", "2030", False),
        ("  status: target\n", "2030", True),
        ("  status: plan\n", "2128", True),
        ("  status: target\n", "2129", False),
    ],
)
def test_only_a_target_or_plan_lies_further_ahead(
    data: DataFolder, status: str, year: str, allowed: bool
) -> None:
    data.edit("{on: 2023}\n", f"{{on: {year}}}\n{status}")
    corpus = load(data.path, "data", Memory(Disk(data.path), today=lambda: NOW))
    assert any("does not lie" in one.what for one in corpus.problems) is not allowed
