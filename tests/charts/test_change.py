"""The changes that may be said, beside what plain pandas finds in the same frame."""

from __future__ import annotations

import pandas as pd
import pytest

from facts.newest_and_changes import Change, changes, comparable, newest
from tests.support.small import LIKE_THE_REAL_ONES, corpus, members, rows, submission

FRAME = rows(LIKE_THE_REAL_ONES)


def frame_of(*said: tuple[str, dict]) -> pd.DataFrame:
    """A frame of facts about members: the day of each, and what is said of it."""
    made = [
        submission(f"On {day}", (day, day), members(**({"value": 5} | given)))
        for day, given in said
    ]
    return rows(corpus(*made))


def bound(value: int, kind: str = "more_than") -> dict:
    """A number that is only a limit."""
    return {"value": value, "bound": kind, "sentence": f"over {value} members"}


def test_the_real_changes():
    assert changes(FRAME, "members") == (
        Change("second-2018/members", "fifth-2025/members", 26.0),
        Change("fourth-2024/members", "fifth-2025/members", 3.0),
    )
    assert changes(FRAME, "countries") == (
        Change("second-2018/countries", "fifth-2025/countries", 15.0),
        Change("fourth-2024/countries", "fifth-2025/countries", 2.0),
    )


@pytest.mark.parametrize("name", ["members", "countries"])
def test_the_same_as_in_plain_pandas(name: str):
    plain = FRAME.query("indicator == @name and bound == 'exact' and wording_rule == 'same'")
    values = plain.sort_values("plot_at").set_index("ref")["value"]
    assert [(c.start, c.end, c.difference) for c in changes(FRAME, name)] == [
        (values.index[0], values.index[-1], float(values.iloc[-1] - values.iloc[0])),
        (values.index[-2], values.index[-1], float(values.diff().iloc[-1])),
    ]


def test_comparable_facts_are_exact_of_one_definition_in_order_of_time():
    assert list(comparable(FRAME, "countries")["ref"]) == [
        "second-2018/countries",
        "fourth-2024/countries",
        "fifth-2025/countries",
    ]


def test_two_facts_have_one_change():
    frame = frame_of(("2020-01-02", {"value": 9}), ("2021-01-02", {"value": 4}))
    assert changes(frame, "members") == (
        Change("on-2020-01-02/members", "on-2021-01-02/members", -5.0),
    )


@pytest.mark.parametrize(
    "last",
    [
        bound(7),
        bound(7, "at_least"),
        bound(7, "about"),
        {"value": 7, "wording": "members and partners"},
    ],
)
def test_no_change_to_a_bound_or_to_another_definition(last: dict):
    frame = frame_of(("2020-01-02", {}), ("2021-01-02", {"value": 6}), ("2022-01-02", last))
    assert changes(frame, "members") == ()


@pytest.mark.parametrize("first", [bound(3), {"value": 3, "wording": "members and partners"}])
def test_no_change_from_a_bound_or_from_another_definition(first: dict):
    frame = frame_of(("2020-01-02", first), ("2021-01-02", {}), ("2022-01-02", {"value": 6}))
    assert changes(frame, "members") == (
        Change("on-2021-01-02/members", "on-2022-01-02/members", 1.0),
    )


def test_no_change_across_two_values_of_one_moment_that_disagree():
    twice = submission(
        "Two",
        ("2021-01-02", "2021-01-02"),
        members(6, name="six"),
        members(8, name="eight"),
    )
    early = submission("One", ("2020-01-02", "2020-01-02"), members(5))
    assert changes(rows(corpus(early, twice)), "members") == ()
    late = submission("Three", ("2022-01-02", "2022-01-02"), members(9))
    assert changes(rows(corpus(early, twice, late)), "members") == (
        Change("one/members", "three/members", 4.0),
    )


def test_a_number_repeated_by_a_later_paper_is_no_measurement():
    carried = {"value": 5, "more": {"carried_from": {"submission": "on-2020-01-02"}}}
    frame = frame_of(("2020-01-02", {}), ("2021-01-02", carried))
    assert changes(frame, "members") == ()
    assert list(comparable(frame, "members")["ref"]) == ["on-2020-01-02/members"]


def test_nothing_to_compare_with():
    assert changes(frame_of(("2020-01-02", {})), "members") == ()
    assert changes(FRAME, "unknown") == ()
    assert changes(FRAME.head(0), "members") == ()


def test_the_newest_fact_is_the_last_in_time_of_whatever_bound():
    frame = frame_of(("2020-01-02", {}), ("2022-01-02", bound(7)), ("2021-01-02", {"value": 6}))
    row = newest(frame, "members")
    assert row is not None and row["ref"] == "on-2022-01-02/members"


def test_a_dated_fact_is_newer_than_one_without_a_date():
    undated = {"value": 50, "time": {"as_of": "not_stated"}}
    frame = frame_of(("2020-01-02", {}), ("2024-01-02", undated))
    row = newest(frame, "members")
    assert row is not None and row["ref"] == "on-2020-01-02/members"


def test_of_facts_without_a_date_the_newest_document_counts():
    undated = {"time": {"as_of": "not_stated"}}
    frame = frame_of(("2020-01-02", undated), ("2024-01-02", undated))
    row = newest(frame, "members")
    assert row is not None and row["ref"] == "on-2024-01-02/members"


def test_no_fact_is_no_newest():
    assert newest(FRAME, "unknown") is None
