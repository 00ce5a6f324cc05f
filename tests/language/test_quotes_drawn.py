"""Words drawn from the real sources, true and changed by one character, are looked for in them."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from language.plain_text import normalise
from language.quotes import Match, Miss, SourceText, find, find_all
from tests.facts.sources import sources


def whole_parts(data: st.DataObject) -> tuple[SourceText, str, int, int]:
    """Draw a stretch of a source between two spaces that cuts no number: source, text, places."""
    source = sources()[data.draw(st.sampled_from(sorted(sources())))]
    text = source.normal().text
    starts = [found.start() for found in re.finditer(r"\S+", text)]
    first = data.draw(st.integers(0, len(starts) - 1))
    start = starts[first]
    end = text.find(" ", starts[min(first + data.draw(st.integers(0, 40)), len(starts) - 1)])
    end = len(text.rstrip()) if end < 0 else end
    for token in source.numbers():
        assume(not token.start < start < token.end and not token.start < end < token.end)
    # Half of a word broken at a line end is no word.
    assume(not re.search(r"\w-$", text[:end]) and not re.search(r"\w- $", text[:start]))
    return source, text, start, end


@settings(max_examples=200)
@given(st.data())
def test_any_true_words_are_found_at_their_true_place(data):
    source, text, start, end = whole_parts(data)
    first, last = source.normal().span(start, end)
    for quote in (text[start:end], text[start:end].replace(" ", "\n "), f" {text[start:end]}\n"):
        assert Match(first, last) in find_all(source, quote)
    assert normalise(source.raw[first:last]).text.count("[") >= text[start:end].count("[")


def change(data: st.DataObject, text: str) -> str:
    """Draw a text that differs by one digit, letter, case or accent."""
    at = data.draw(st.sampled_from([i for i, c in enumerate(text) if c.isalnum()]))
    old = text[at]
    if old.isdigit():
        new = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != old]))
    else:
        accents = [old + "\u0301", "é" if old == "e" else "e", "á" if old == "a" else "a"]
        new = data.draw(st.sampled_from([old.swapcase(), *accents, "", old + old]))
    assume(new != old)
    return text[:at] + new + text[at + 1 :]


@settings(max_examples=200)
@given(st.data())
def test_any_changed_words_are_refused(data):
    source, text, start, end = whole_parts(data)
    assume(any(character.isalnum() for character in text[start:end]))
    forged = change(data, text[start:end])
    assume(forged.strip() and forged not in text)
    assert find_all(source, forged) == []
    found = find(source, forged)
    assert isinstance(found, Miss)
    assert found.reason in ("absent", "cut")


@pytest.mark.parametrize("name", sources())
def test_no_digit_of_any_source_can_be_changed(name):
    source = sources()[name]
    text = source.normal().text
    for token in source.numbers():
        start = text.rfind(" ", 0, max(0, token.start - 25)) + 1
        end = text.find(" ", token.end + 25)
        quote = text[start : end if end > 0 else len(text)]
        for at in range(token.start - start, token.end - start):
            for digit in "0123456789" if quote[at].isdigit() else "":
                forged = f"{quote[:at]}{digit}{quote[at + 1 :]}"
                assert bool(find_all(source, forged)) == (digit == quote[at]), forged
