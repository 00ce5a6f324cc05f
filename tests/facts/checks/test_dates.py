"""Each kind of fault that facts.checks.dates tells: its place and its whole message."""

from __future__ import annotations

from datetime import date

import pytest

from facts.disk import Disk
from facts.load import Memory, load
from facts.store import Store
from tests.facts.folder import DataFolder

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
