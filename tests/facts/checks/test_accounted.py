"""Each kind of fault that facts.checks.accounted tells: its place and its whole message."""

from __future__ import annotations

from tests.facts.folder import DataFolder


def test_very_many_numbers_are_summed_up(data: DataFolder) -> None:
    data.edit_source("know little.", "know little." + " 77" * 600)
    told = data.problems()
    assert len(told) == 501
    assert told[-1] == (
        "source.txt:12:1: source: 100 more numbers are neither facts nor set aside. "
        "Fix: mend those above first."
    )
