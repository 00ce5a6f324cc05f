"""The messages: all of the code's are in the template, and every one can be translated."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import settings
import words
from tests.tools.words import KEYWORDS, POT, ROOT, calls, files, template
from tests.words.pseudo import compile_into

CALLS = [(path, name, call) for path in files() for name, call in calls(path)]
FILLED: dict[str, set[str]] = {"_": set(), "counted": {"number"}}  # by the call itself


def names(message: str) -> set[str]:
    """The names in braces in a message."""
    return {name for _text, name, _spec, _how in Formatter().parse(message) if name is not None}


def test_the_template_holds_what_the_code_says():
    assert POT.read_bytes() == template(), "run: make words"


def test_the_template_is_not_empty():
    text = POT.read_text(encoding="utf-8")
    assert 'msgid "Which number do I say?"' in text
    assert 'msgid "{number} problem in the data."\nmsgid_plural' in text
    assert text.count("\nmsgid ") > 150


def test_every_message_is_written_out_where_it_is_asked_for():
    for path, name, call in CALLS:
        for argument in call.args[: KEYWORDS[name]]:
            place = f"{path.relative_to(ROOT)}:{call.lineno}"
            assert isinstance(argument, ast.Constant) and isinstance(argument.value, str), place


def test_every_name_in_braces_is_filled_and_nothing_else_is_given():
    for path, name, call in CALLS:
        given = {str(keyword.arg) for keyword in call.keywords}
        if not given and name in ("_", "N_"):
            continue  # a message without names, or one that is filled later with `.format`
        for argument in call.args[: KEYWORDS[name]]:
            assert isinstance(argument, ast.Constant)
            place = f"{path.relative_to(ROOT)}:{call.lineno}"
            assert names(str(argument.value)) | FILLED[name] == given | FILLED[name], place


@pytest.fixture
def pseudo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The made-up language as the language of the program."""
    compile_into(tmp_path)
    monkeypatch.setattr(words, "FOLDER", tmp_path)
    monkeypatch.setenv("DASHBOARD_LANGUAGE", "xx")
    settings.language.cache_clear()
    words._catalogue.cache_clear()
    yield
    monkeypatch.undo()
    settings.language.cache_clear()
    words._catalogue.cache_clear()


@pytest.mark.usefixtures("pseudo")
def test_a_message_is_translated_and_then_filled():
    assert words._("{document}: size not stated", document="A {b}") == "⟦A {b}: size not stated⟧"


@pytest.mark.usefixtures("pseudo")
def test_one_and_many():
    one, many = "{number} problem in the data.", "{number} problems in the data."
    assert words.counted(one, many, 1) == "⟦1 problem in the data.⟧"
    assert words.counted(one, many, 1_200) == "⟦1,200 problems in the data.⟧"


@pytest.mark.usefixtures("pseudo")
def test_a_list_joins_with_the_word_of_the_language():
    assert words.listed(("a", "b", "c")) == "⟦a, b and c⟧"


@pytest.mark.usefixtures("pseudo")
def test_a_message_that_no_one_translated_stays_english():
    assert words._("not in the catalogue") == "not in the catalogue"


@pytest.mark.usefixtures("pseudo")
def test_a_label_by_language_falls_back_to_english_and_then_to_any():
    assert words.pick({"en": "e", "xx": "x"}) == "x"
    assert words.pick({"en": "e", "fr": "f"}) == "e"
    assert words.pick({"fr": "f"}) == "f"
    assert words.pick({}) == ""


def test_without_a_catalogue_the_messages_are_english():
    assert words._("{document}: size not stated", document="A") == "A: size not stated"
    assert words.listed(()) == "" and words.listed(("a",)) == "a"
    assert words.listed(("a", "b")) == "a and b"
