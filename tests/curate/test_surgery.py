"""Surgery on the real files: what is asked for changes, and every other byte stays."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from curate import surgery
from curate.scalars import comparable
from tests.curate.drawn import TEXTS, VALUES, changes

OFTEN = settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@given(changes())
@OFTEN
def test_only_the_entry_changes_and_it_reads_as_wanted(change):
    name, key, index, fields = change
    before = TEXTS[name]
    after = surgery.changed(before, (key, index), fields)
    wanted = {**VALUES[name], key: (
        *VALUES[name][key][:index], comparable(fields), *VALUES[name][key][index + 1 :])
    }  # fmt: skip
    assert surgery.values(after) == wanted
    assert [line for line in after.splitlines() if line.lstrip().startswith("#")] == [
        line for line in before.splitlines() if line.lstrip().startswith("#")
    ]
    # All before the entry and all behind it is there, byte for byte.
    start, end = place_of(before, key, index)
    assert after.startswith(before[:start])
    assert after.endswith(before[end:])


def place_of(text: str, key: str, index: int) -> tuple[int, int]:
    """Where the lines of an entry stand, found without the code under test."""
    at = text.index(f"\n{key}:\n") + 1
    for _ in range(index + 1):
        start = text.index("\n- ", at) + 1
        at = start
    after = start + 2
    for line in text[start:].splitlines(keepends=True)[1:]:
        if not line.startswith(" "):
            break
        after = text.index(line, after) + len(line)
    lines = text[start:after].splitlines(keepends=True)
    if len(lines) == 1:
        after = start + len(text[start:].splitlines(keepends=True)[0])
    return start, after


@pytest.mark.parametrize("name", TEXTS)
def test_a_file_put_back_is_the_file_as_it_was(name):
    """Each field of each entry changed and changed back: the bytes are the same again."""
    text = TEXTS[name]
    for key in ("facts", "activities", "mentions", "set_aside", "absent"):
        for index, entry in enumerate(VALUES[name][key]):
            changed = surgery.changed(text, (key, index), {**entry, "note": "Another note: here."})
            assert changed != text
            if "note" in entry:
                assert surgery.values(surgery.changed(changed, (key, index), entry)) == VALUES[name]
            else:
                assert surgery.changed(changed, (key, index), entry) == text


@pytest.mark.parametrize("name", TEXTS)
def test_an_entry_put_in_and_taken_out_leaves_the_file_as_it_was(name):
    text = TEXTS[name]
    for key in ("facts", "activities", "mentions", "set_aside", "absent"):
        entry = {"quote": "One, two: # three", "class": "date", "note": "NO"}
        for index in range(len(VALUES[name][key]) + 1):
            with_it = surgery.inserted(text, key, index, entry)
            assert surgery.values(with_it)[key][index] == comparable(entry)
            assert surgery.removed(with_it, key, index) == text, (key, index)
