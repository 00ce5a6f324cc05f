"""Nothing goes in; entries of the real files with other fields, drawn by hypothesis, come out."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from curate import yaml_edit
from curate.yaml_edit import ORDER
from tests.support.real import ROOT

FILES = sorted((ROOT / "data" / "submissions").glob("*/submission.yaml"))
TEXTS = {path.parent.name: path.read_bytes().decode() for path in FILES}
VALUES = {name: yaml_edit.read_values(text) for name, text in TEXTS.items()}
KEYS = ("facts", "activities", "mentions", "set_aside", "absent")
ENTRIES = [
    (name, key, index)
    for name, values in VALUES.items()
    for key in KEYS
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


@st.composite
def changes(draw: st.DrawFn, keys: tuple[str, ...] = KEYS) -> tuple[str, str, int, dict[str, Any]]:
    """An entry of a real file with one to three of its fields written, added or taken away."""
    name, key, index = draw(st.sampled_from([one for one in ENTRIES if one[1] in keys]))
    fields = dict(VALUES[name][key][index])
    for field in draw(st.lists(st.sampled_from(ORDER[key]), min_size=1, max_size=3, unique=True)):
        first = next(iter(fields))
        if field in fields and field != first and draw(st.integers(0, 3)) == 0:
            del fields[field]
            continue
        default = PLACED.get(key, PLACES) if field == "places" else TEXT
        fields[field] = draw(KINDS.get(field, default))
    return name, key, index, fields
