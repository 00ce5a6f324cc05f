"""Surgery on the real files: what is asked for changes, and every other byte stays."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curate import surgery
from curate.scalars import comparable
from curate.writing import ORDER
from tests.support.real import ROOT

FILES = sorted((ROOT / "data" / "submissions").glob("*/submission.yaml"))
TEXTS = {path.parent.name: path.read_bytes().decode() for path in FILES}
VALUES = {name: surgery.values(text) for name, text in TEXTS.items()}
ENTRIES = [
    (name, key, index)
    for name, values in VALUES.items()
    for key in ("facts", "activities", "mentions", "set_aside", "absent")
    for index in range(len(values[key]))
]
WORDS = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\ufeff"
    ),
    min_size=1,
    max_size=60,
)
AWKWARD = st.sampled_from(
    ["NO", "on", "12:30", "0123", "2024-11-15", "a: b", "a #b", "# a", "- a", "{a}", "[a", "a,b",
     "'", '"', "a\nb", "a\n\nb\n", " a", "a ", "%a", "@a", "`a", "&a", "*a", "!a", "|", ">", "?",
     "~", "null", "true", "1.5", "é\u2028x", "a\\b", "\u00a0", "---", "…", "😀"]
)  # fmt: skip
TEXT = st.one_of(WORDS, AWKWARD)
DATE = st.sampled_from(["2024", "2024-11", "2024-11-15"])
TIME = st.one_of(
    st.builds(lambda d: {"on": d}, DATE),
    st.builds(lambda a, b: {"from": a, "to": b, "basis": "inferred"}, DATE, DATE),
    st.just({"as_of": "document"}),
)
NUMBER = st.one_of(
    st.integers(0, 10**12), st.sampled_from([7.25, 33.33, 0.5]), st.just({"low": 1, "high": 20})
)
ALSO = st.lists(
    st.builds(lambda q, w: {"quote": q, **({"wording": w} if w else {})}, TEXT, st.none() | TEXT),
    max_size=3,
)
CODES = st.lists(st.sampled_from(["KEN", "NOR", "JOR"]), max_size=3)
PLACES = st.builds(lambda c, y: {"role": "host", "list": c, "complete": y}, CODES, st.booleans())
KINDS: dict[str, st.SearchStrategy[Any]] = {
    "id": st.sampled_from(["a", "b-2"]), "value": NUMBER, "time": TIME, "also": ALSO,
    "occurrence": st.integers(1, 9), "counted": st.lists(TEXT, min_size=1, max_size=4),
    "searched": st.lists(TEXT, min_size=1, max_size=12),
    "facts": st.lists(st.just("a"), max_size=2),
    "part_of": st.builds(lambda y: {"fact": "a", "same_unit": y}, st.booleans()),
    "corrected": st.builds(
        lambda a, b: {"field": "time", "source_says": a, "because": b}, TEXT, TEXT
    ),
    "carried_from": st.just({"submission": "a", "fact": "b"}),
}  # fmt: skip
PLACED = {
    "activities": st.lists(
        st.builds(lambda c: {"city": c, "country": "KEN"}, TEXT) | st.just({"country": "NOR"}),
        max_size=3,
    )
}
OFTEN = settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def lines_apart(before: str, after: str) -> tuple[str, str]:
    """What is not the same at both ends of two texts, in whole lines."""
    a, b = before.splitlines(keepends=True), after.splitlines(keepends=True)
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    return "".join(a), "".join(b)


@st.composite
def changes(draw: st.DrawFn) -> tuple[str, str, int, dict[str, Any]]:
    """An entry of a real file with one to three of its fields written, added or taken away."""
    name, key, index = draw(st.sampled_from(ENTRIES))
    fields = dict(VALUES[name][key][index])  # type: ignore[call-overload,index,arg-type]
    for field in draw(st.lists(st.sampled_from(ORDER[key]), min_size=1, max_size=3, unique=True)):
        first = next(iter(fields))
        if field in fields and field != first and draw(st.integers(0, 3)) == 0:
            del fields[field]
            continue
        default = PLACED.get(key, PLACES) if field == "places" else TEXT
        fields[field] = draw(KINDS.get(field, default))
    return name, key, index, fields


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
