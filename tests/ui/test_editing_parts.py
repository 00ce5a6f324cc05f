"""What people type in the forms: dates, numbers; and who may edit."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
import streamlit as st

import settings
from ui import editing_conflict, editing_dates, editing_rights
from ui.editing_fact import number, time_words, typed_number
from ui.editing_words import BOUNDS, KINDS, REASONS, ROLES, SCOPES


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("15 November 2024", "2024-11-15"),
        ("15 Nov. 2024", "2024-11-15"),
        ("November 2024", "2024-11"),
        (" 2024 ", "2024"),
        ("2024-11-15", "2024-11-15"),
        ("le 3 mars 2024", "2024-03-03"),
        ("last spring", "last spring"),
        ("2024-13", "2024-13"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_date_as_people_type_it(text: str | None, date: str):
    assert editing_dates.typed(text) == date


def test_a_date_is_shown_as_it_is_typed_back():
    for date in ("2024", "2024-11", "2024-11-15"):
        assert editing_dates.typed(editing_dates.shown(date)) == date
    assert editing_dates.shown("last spring") == "last spring"
    assert editing_dates.span("2024-03", "2023-01") == "March 2024 – January 2023"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("23,090", 23090),
        ("26 million", 26_000_000),
        ("7.25", 7.25),
        ("twelve", 12),
        ("many", "many"),
        ("", ""),
    ],
)
def test_a_number_as_people_type_it(text: str, value: object):
    assert number(text) == value


def test_a_number_is_shown_as_it_is_typed_back():
    for value in (12, 23090, 26_000_000, 7.25):
        assert number(typed_number(value)) == value


@pytest.mark.parametrize(
    ("time", "words"),
    [
        ({"on": "2024-11"}, "November 2024"),
        ({"from": "2023-03", "to": "2024-09", "basis": "inferred"},
         "March 2023 to September 2024 (inferred)"),
        ({"as_of": "not_stated"}, "not stated"),
        (None, "not chosen yet"),
    ],
)  # fmt: skip
def test_a_time_in_words(time: object, words: str):
    assert time_words(time) == words


def test_every_choice_of_the_data_has_its_words():
    from typing import get_args

    from facts import entry

    for options, kind in (
        (BOUNDS, entry.Bound),
        (SCOPES, entry.Scope),
        (ROLES, entry.Role),
        (KINDS, entry.ActivityKind),
        ([name for name, _key, _words in REASONS], entry.SetAsideClass),
    ):
        assert set(options) == set(get_args(kind))
    keys = [key for _name, key, _words in REASONS]
    assert len(set(keys)) == len(keys)
    assert not {"A", "E", "S", "U", "C", "R"} & set(keys)


@pytest.mark.parametrize(
    ("asked", "headers", "address", "may"),
    [
        ("", {"Host": "localhost:8501"}, None, True),
        ("", {"Host": "127.0.0.1:8501"}, "127.0.0.1", True),
        ("", {"Host": "[::1]:8501"}, "::1", True),
        ("", {"Host": "dashboard.example.org"}, None, False),
        ("", {"Host": "localhost.example.org:8501"}, None, False),
        ("", {"Host": "localhost:8501"}, "10.0.0.7", False),
        ("", {"Host": "localhost", "X-Forwarded-For": "10.0.0.7"}, "127.0.0.1", False),
        ("", {"Host": "localhost"}, "nonsense", False),
        ("on", {"Host": "dashboard.example.org"}, "10.0.0.7", True),
        ("off", {"Host": "localhost:8501"}, None, False),
    ],
)
def test_who_may_edit(monkeypatch, asked: str, headers: dict[str, str], address, may: bool):
    context = SimpleNamespace(headers=headers, ip_address=address)
    monkeypatch.setattr(st, "context", context)
    monkeypatch.setattr(settings, "editing", lambda: asked)
    assert editing_rights.may_edit() is may


def test_what_differs_between_two_versions():
    mine, theirs = "a\nb\nc\nd\ne\nf\n", "a\nb\nX\nd\ne\nf\n"
    left, right = editing_conflict.differing(mine, theirs)
    assert left == [("a", False), ("b", False), ("c", True), ("d", False), ("e", False)]
    assert right == [("a", False), ("b", False), ("X", True), ("d", False), ("e", False)]
    assert editing_conflict.differing(mine, mine) == ([], [])
