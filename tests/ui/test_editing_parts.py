"""What people type in the forms: dates, numbers; and who may edit."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
import streamlit as st

import settings
from ui.curation import form_controls, saved_outcome
from ui.curation.entry_form import number, time_words, typed_number
from ui.curation.field_labels import BOUNDS, KINDS, REASONS, ROLES, SCOPES
from ui.server import login_settings, permissions


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
    assert form_controls.read_date(text) == date


def test_a_date_is_shown_as_it_is_typed_back():
    for date in ("2024", "2024-11", "2024-11-15"):
        assert form_controls.read_date(form_controls.date_words(date)) == date
    assert form_controls.date_words("last spring") == "last spring"
    assert form_controls.span_words("2024-03", "2023-01") == "March 2024 – January 2023"


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

    from facts import vocabulary

    for options, kind in (
        (BOUNDS, vocabulary.Bound),
        (SCOPES, vocabulary.Scope),
        (ROLES, vocabulary.Role),
        (KINDS, vocabulary.ActivityKind),
        ([name for name, _key, _words in REASONS], vocabulary.SetAsideClass),
    ):
        assert set(options) == set(get_args(kind))
    keys = [key for _name, key, _words in REASONS]
    assert len(set(keys)) == len(keys)
    assert not {"A", "E", "S", "U", "C", "R"} & set(keys)


@pytest.mark.parametrize(
    ("asked", "headers", "address", "may"),
    [
        ("on", {"Host": "localhost:8501", "Origin": "http://localhost:8501"}, None, True),
        ("on", {"Host": "127.0.0.1:8501", "Origin": "http://127.0.0.1:8501"}, "127.0.0.1", True),
        ("on", {"Host": "[::1]:8501", "Origin": "http://[::1]:8501"}, "::1", True),
        ("on", {"Host": "127.0.0.1:8501", "Origin": "http://localhost:8501"}, None, True),
        # Nobody said that this machine may edit.
        ("", {"Host": "localhost:8501", "Origin": "http://localhost:8501"}, None, False),
        ("off", {"Host": "localhost:8501", "Origin": "http://localhost:8501"}, None, False),
        ("", {}, None, False),
        # Another page, another port, another scheme, another name.
        ("on", {"Host": "localhost:8501", "Origin": "http://localhost:3000"}, None, False),
        ("on", {"Host": "localhost:8501", "Origin": "http://localhost"}, None, False),
        ("on", {"Host": "localhost:8501", "Origin": "https://localhost:8501"}, None, False),
        ("on", {"Host": "localhost:8501", "Origin": "http://localhost:85011"}, None, False),
        ("on", {"Host": "localhost:8501", "Origin": "http://localhost.a.org:8501"}, None, False),
        ("on", {"Host": "localhost:8501", "Origin": "null"}, None, False),
        ("on", {"Host": "localhost:8501"}, None, False),
        ("on", {"Host": "a.example.org", "Origin": "http://a.example.org"}, None, False),
        # A server in between, which says so or does not.
        ("on", {"Host": "127.0.0.1:8501", "Origin": "https://a.example.org"}, "127.0.0.1", False),
        ("on", {"Host": "localhost", "Origin": "http://localhost:8501",
                "X-Forwarded-For": "10.0.0.7"}, "127.0.0.1", False),
        ("on", {"Host": "localhost:8501", "Origin": "http://localhost:8501"}, "10.0.0.7", False),
        ("on", {"Host": "localhost:8501", "Origin": "http://localhost:8501"}, "nonsense", False),
    ],
)  # fmt: skip
def test_who_may_edit(monkeypatch, asked: str, headers: dict[str, str], address, may: bool):
    context = SimpleNamespace(headers=headers, ip_address=address)
    monkeypatch.setattr(st, "context", context)
    monkeypatch.setattr(settings, "editing", lambda: asked)
    assert permissions.may_edit() is may


@pytest.mark.parametrize(
    ("url", "back", "own"),
    [
        ("", "", {"http://localhost:8501", "http://127.0.0.1:8501", "http://[::1]:8501"}),
        ("https://a.example.org", "",
         {"http://localhost:8501", "http://127.0.0.1:8501", "http://[::1]:8501"}),
        ("http://localhost:9000/facts", "",
         {"http://localhost:8501", "http://127.0.0.1:8501", "http://[::1]:8501",
          "http://localhost:9000"}),
        ("", "https://A.example.org/oauth2callback", {"https://a.example.org"}),
        ("", "https://a.example.org:443/oauth2callback", {"https://a.example.org"}),
        ("", "https://a.example.org:8443/oauth2callback", {"https://a.example.org:8443"}),
        ("", "http://localhost:{port}/oauth2callback", {"http://localhost:8501"}),
    ],
)  # fmt: skip
def test_the_addresses_from_which_one_may_edit(monkeypatch, url: str, back: str, own: set[str]):
    monkeypatch.setattr(settings, "dashboard_url", lambda: url)
    monkeypatch.setattr(login_settings, "configured", lambda: bool(back))
    monkeypatch.setattr(login_settings, "section", lambda: {"redirect_uri": back})
    assert permissions.origins() == own


def test_what_differs_between_two_versions():
    mine, theirs = "a\nb\nc\nd\ne\nf\n", "a\nb\nX\nd\ne\nf\n"
    left, right = saved_outcome.differing(mine, theirs)
    assert left == [("a", False), ("b", False), ("c", True), ("d", False), ("e", False)]
    assert right == [("a", False), ("b", False), ("X", True), ("d", False), ("e", False)]
    assert saved_outcome.differing(mine, mine) == ([], [])
