"""Surgery on the real files: what is asked for changes, and every other byte stays."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from curate import yaml_edit
from curate.errors import NotSaved
from curate.yaml_edit import comparable
from tests.curate.drawn import TEXTS, VALUES, changes

OFTEN = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@given(changes())
@OFTEN
def test_only_the_entry_changes_and_it_reads_as_wanted(change):
    name, key, index, fields = change
    before = TEXTS[name]
    after = yaml_edit.change_entry(before, key, index, fields)
    wanted = {**VALUES[name], key: (
        *VALUES[name][key][:index], comparable(fields), *VALUES[name][key][index + 1 :])
    }  # fmt: skip
    assert yaml_edit.read_values(after) == wanted
    comments = [line for line in before.splitlines() if line.lstrip().startswith("#")]
    # A quote that was drawn may begin with this sign too.
    assert [line for line in after.splitlines() if line in comments] == comments
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


@pytest.mark.broad
@pytest.mark.parametrize("name", TEXTS)
def test_a_file_put_back_is_the_file_as_it_was(name):
    """Each field of each entry changed and changed back: the bytes are the same again."""
    text = TEXTS[name]
    for key in ("facts", "activities", "mentions", "set_aside", "absent"):
        for index, entry in enumerate(VALUES[name][key]):
            changed = yaml_edit.change_entry(
                text, key, index, {**entry, "note": "Another note: here."}
            )
            assert changed != text
            if "note" in entry:
                assert (
                    yaml_edit.read_values(yaml_edit.change_entry(changed, key, index, entry))
                    == VALUES[name]
                )
            else:
                assert yaml_edit.change_entry(changed, key, index, entry) == text


@pytest.mark.broad
@pytest.mark.parametrize("name", TEXTS)
def test_an_entry_put_in_adds_its_lines_and_no_other(name):
    text = TEXTS[name]
    for key in ("facts", "activities", "mentions", "set_aside", "absent"):
        entry = {"quote": "One, two: # three", "class": "date", "note": "NO"}
        count = len(VALUES[name][key])
        for index in {0, min(1, count), *range(3, count, 4), count}:
            with_it = yaml_edit.insert_entry(text, key, index, entry)
            assert yaml_edit.read_values(with_it)[key][index] == comparable(entry)
            around = text.replace(f"{key}: []\n", f"{key}:\n")
            start = next(at for at, one in enumerate(with_it) if around[at : at + 1] != one)
            start = with_it.rfind("\n", 0, start) + 1
            added = len(with_it) - len(around)
            assert with_it[:start] + with_it[start + added :] == around, (key, index)


SMALL = """\
# The head stays.
facts:   # all of them
- id: one   # first
  value: 1  # counted by hand
  time: {on: '2024'}  # printed
  quote: >-  # long
    In 2024 we held one: "meeting" # no comment

  # about the note
  note: 'It''s here'
- {id: two, value: 2, quote: 'b, c'}

mentions:
set_aside: []
"""
ONE = {
    "id": "one", "value": 1, "time": {"on": "2024"},
    "quote": 'In 2024 we held one: "meeting" # no comment', "note": "It's here",
}  # fmt: skip


@pytest.mark.parametrize("form", ["plain", "windows", "mark", "no end"])
@pytest.mark.parametrize(
    ("fields", "old", "new"),
    [
        ({"value": 12}, "value: 1  #", "value: 12  #"),
        ({"value": {"low": 1, "high": 2}}, "value: 1  #", "value: {low: 1, high: 2}  #"),
        ({"time": {"as_of": "document"}}, "{on: '2024'}  #", "{as_of: document}  #"),
        ({"note": "Other: it"}, "'It''s here'", "'Other: it'"),
        ({"quote": "one: two"}, 'In 2024 we held one: "meeting" # no comment', "one: two"),
        (
            {"scope": "own"},
            "  # counted by hand\n",
            "  # counted by hand\n  scope: own\n",
        ),
        ({"note": None}, "  note: 'It''s here'\n", ""),
    ],
)
def test_comments_line_ends_and_marks_stay(form, fields, old, new):
    text, was, now = SMALL, old, new
    if form == "windows":
        text, was, now = (one.replace("\n", "\r\n") for one in (SMALL, old, new))
    elif form == "mark":
        text = "\ufeff" + SMALL
    elif form == "no end":
        text = SMALL.rstrip("\n")
    assert yaml_edit.read_values(text)["facts"][0] == ONE
    wanted = {key: one for key, one in {**ONE, **fields}.items() if one is not None}
    after = yaml_edit.change_entry(text, "facts", 0, wanted)
    assert text.count(was) == 1
    assert after == text.replace(was, now)


def test_an_entry_on_one_line_stays_on_one_line():
    after = yaml_edit.change_entry(
        SMALL, "facts", 1, {"id": "two", "value": 3, "quote": "b, c", "note": "d: e"}
    )
    assert after == SMALL.replace("{id: two, value: 2, quote: 'b, c'}",
                                  "{id: two, value: 3, quote: 'b, c', note: 'd: e'}")  # fmt: skip


def test_entries_come_into_lists_that_are_empty_or_missing():
    entry = {"quote": "x", "class": "date"}
    lines = "- quote: >-\n    x\n  class: date\n"
    assert yaml_edit.insert_entry(SMALL, "set_aside", 0, entry) == SMALL.replace(
        "set_aside: []\n", f"set_aside:\n{lines}"
    )
    assert yaml_edit.insert_entry(SMALL, "mentions", 0, {"id": "m", "what": "w"}) == SMALL.replace(
        "mentions:\n", "mentions:\n- id: m\n  what: w\n"
    )
    absent = {"indicator": "a", "searched": ["b"]}
    assert yaml_edit.insert_entry(SMALL, "absent", 0, absent) == (
        SMALL + "\nabsent:\n- indicator: a\n  searched: [b]\n"
    )


def test_what_would_take_a_comment_along_is_refused():
    with pytest.raises(NotSaved, match="A comment stands inside"):
        yaml_edit.change_entry(SMALL, "facts", 0, {"id": "one"})
    listed = "facts:\n- id: a\n  counted: [b,  # because\n    c]\n"
    with pytest.raises(NotSaved, match="A comment stands inside"):
        yaml_edit.change_entry(listed, "facts", 0, {"id": "a", "counted": ["b"]})


@pytest.mark.parametrize(
    "text",
    ["a: &x 1\nb: *x\n", "a: 1\na: 2\n", "\ta: 1\n", "a: [1\n", "- 1\n", "", "a: !!str 1\n",
     "a: 1\n---\nb: 2\n", "facts: 3\n"],
)  # fmt: skip
def test_a_file_that_the_reader_refuses_is_not_changed(text):
    with pytest.raises(NotSaved):
        yaml_edit.insert_entry(text, "facts", 0, {"id": "a"})
    with pytest.raises(NotSaved):
        yaml_edit.change_entry(text, "facts", 0, {"id": "a"})


@pytest.mark.parametrize(("name", "index"), [("facts", 9), ("nothing", 0), ("facts", -1)])
def test_an_entry_that_is_gone_is_said(name, index):
    with pytest.raises(NotSaved, match="no longer in the file"):
        yaml_edit.change_entry(SMALL, name, index, {"id": "a"})


FOREIGN = """\
---
other: {a: ~, b: +3}   # untouched
facts:

    - id: one
      value: +3
      date: 2024-11-15
      none: ~
      said: yes
      also:
          - quote: "a \\u00e9"
            wording: 'b'
          # about the second
          - quote: in two
              lines
      counted:
        - b
        - c
      part: True
      kept: |
        first

        last
    # between
    -   id: two
        value: 0123
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_file_in_another_hand_keeps_every_byte_around_the_entry(end, mark):
    text = mark + FOREIGN.replace("\n", end)
    found = yaml_edit.read_values(text)["facts"]
    first, second = text.index("id: one"), text.index(f"{end}    # between")
    for field, value in (
        ("value", 7), ("counted", ("b",)),
        ("also", ({"quote": "x", "wording": "b"}, {"quote": "y"})),
        ("note", "new: it"), ("kept", "one line"), ("none", "NO"),
    ):  # fmt: skip
        after = yaml_edit.change_entry(text, "facts", 0, {**found[0], field: value})
        assert after.startswith(text[:first])
        assert after.endswith(text[second:])
        assert yaml_edit.read_values(after)["facts"] == ({**found[0], field: value}, found[1])
        assert after.count("# about the second") == 1
        assert (after.count("\n") == after.count("\r\n")) == (end == "\r\n")
    last = yaml_edit.change_entry(text, "facts", 1, {**found[1], "value": 1})
    assert last == text.replace("value: 0123", "value: 1")
    added = yaml_edit.insert_entry(text, "facts", 2, {"id": "three"})
    assert added == text + f"    - id: three{end}"


def test_entries_in_one_line_are_changed_in_it():
    text = "facts: [{id: a, value: 1}, {id: b, value: +2}]  # both\n"
    after = yaml_edit.change_entry(text, "facts", 0, {"id": "a", "value": 3})
    assert after == text.replace("value: 1", "value: 3")
    with pytest.raises(NotSaved):
        yaml_edit.insert_entry(text, "facts", 1, {"id": "c"})
