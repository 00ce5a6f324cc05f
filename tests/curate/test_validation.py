"""The verdict on one entry is what the checker says of it in its file."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curate import yaml_edit
from curate.errors import Fault, NotSaved
from curate.validation import Ground, judge_activity, judge_fact, judge_head, judge_indicator
from curate.yaml_edit import comparable
from facts.check_submission import prove
from facts.parse import parse_submission
from language.quotes import SourceText
from tests.curate.drawn import TEXTS, VALUES, changes
from tests.support.real import real

OFTEN = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
CORPUS = real().corpus
SUBS = {sub.head.id: sub for sub in CORPUS.submissions}
SOURCES = {name: SourceText(sub.source_text) for name, sub in SUBS.items()}


def ground(name: str, without: str = "") -> Ground:
    def others(key: str) -> frozenset[str]:
        ids = {str(one["id"]) for one in VALUES[name][key]}
        return frozenset(ids - {without})

    return Ground(
        SOURCES[name],
        CORPUS,
        CORPUS.indicators,
        name,
        others("facts"),
        others("activities"),
        head=SUBS[name].head,
    )


def plain_fields(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: plain_fields(one) for key, one in value.items()}
    return [plain_fields(one) for one in value] if isinstance(value, tuple) else value


@pytest.mark.parametrize("name", TEXTS)
def test_every_fact_and_activity_of_the_data_is_allowed(name: str):
    for fields in VALUES[name]["facts"]:
        verdict = judge_fact(ground(name, fields["id"]), plain_fields(fields))
        placed = CORPUS.fact(f"{name}/{fields['id']}")
        assert verdict.faults == ()
        assert placed
        assert verdict.quote == (placed.match.start, placed.match.end)
        assert verdict.number == placed.number
        assert verdict.says
    for fields in VALUES[name]["activities"]:
        assert judge_activity(ground(name, fields["id"]), plain_fields(fields)).faults == ()


@pytest.mark.broad
@given(changes(("facts", "activities")))
@OFTEN
def test_the_verdict_is_that_of_the_checker(change):
    name, key, index, fields = change
    try:
        text = yaml_edit.change_entry(TEXTS[name], key, index, fields)
    except NotSaved:
        return  # what no file can hold: see test_what_no_file_can_hold_is_refused
    parsed, problems = parse_submission(text.encode(), "submission.yaml")
    assert parsed
    proof = prove(
        parsed,
        problems,
        SUBS[name].source_text.encode(),
        "source.txt",
        CORPUS.indicators,
        own=CORPUS.organisation.names,
    )
    path = f"{key}.{fields['id']}"
    told = {one.what for one in proof.problems if one.field.startswith(f"{path}.")}
    told |= {one.what for one in proof.problems if one.field == path}
    ids = [str(one["id"]) for at, one in enumerate(VALUES[name][key]) if at != index]
    judge = judge_fact if key == "facts" else judge_activity
    verdict = judge(ground(name, VALUES[name][key][index]["id"]), plain_fields(fields))
    said = {one.what for one in verdict.faults if "in this submission" not in one.what}
    said = {what for what in said if "there is no" not in what or "in this file" in what}
    told = {what for what in told if "there is no" not in what or "in this file" in what}
    if fields["id"] not in ids:
        assert said == told


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | st.binary(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=5,
)


NAMES = (
    "id", "indicator", "value", "bound", "wording", "scope", "time", "quote", "value_text",
    "occurrence", "section", "also", "places", "part_of", "counted", "corrected", "carried_from",
    "title", "kind", "facts", "written", "label", "unit", "description", "wordings", "x",
)  # fmt: skip


@pytest.mark.broad
@given(st.dictionaries(st.sampled_from(NAMES), ANYTHING))
@OFTEN
def test_no_fields_whatever_make_it_stumble(fields):
    base = plain_fields(VALUES["cstd-28-2025"]["facts"][0])
    on = ground("cstd-28-2025", "network-members")
    for given_fields in (fields, {**base, **fields}):
        assert isinstance(judge_fact(on, given_fields).faults, tuple)
        assert isinstance(judge_activity(on, given_fields).faults, tuple)
        judge_head(on, given_fields, ())
        judge_indicator(CORPUS.indicators, ["network"], given_fields)


def test_what_no_file_can_hold_is_refused():
    fields = plain_fields(VALUES["cstd-28-2025"]["facts"][0])
    for note, said in (
        ("a\x00b", "a character in this text cannot be written into a file."),
        ("half \ud800 a pair", "'half \\ud800 a pair' is not text."),
    ):
        [fault] = judge_fact(ground("cstd-28-2025", fields["id"]), {**fields, "note": note}).faults
        assert (fault.field, fault.what) == ("note", said)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("id", "network-countries", "the id 'network-countries' is given already"),
        ("value", 130, "the value is 130, but '129' in the quote reads as 129."),
        ("bound", "more_than", 'the bound is more_than, but the source says "our network of 129'),
        ("indicator", "nothing", "'nothing' is not an indicator of indicators.yaml."),
        ("wording", "people", "'people' is not a wording of the indicator members."),
        ("quote", "our network of 128 members", "these words are not in source.txt. Closest"),
        ("carried_from", {"submission": "x"}, "there is no submission 'x'."),
        ("carried_from", {"submission": "cstd-25-2022", "fact": "x"}, "there is no fact 'x' in"),
        ("part_of", {"fact": "x", "same_unit": True}, "there is no fact 'x' in this file."),
    ],
)
def test_a_fault_names_its_field_and_says_what_and_how(field, value, said):
    fields = {**plain_fields(VALUES["cstd-28-2025"]["facts"][0]), field: value}
    verdict = judge_fact(ground("cstd-28-2025", "network-members"), fields)
    [fault] = verdict.faults[:1]
    assert not verdict.allowed
    assert fault.field.split(".")[0] == field
    assert fault.what.startswith(said)
    assert fault.sentence[0].isupper() or fault.sentence[0] == "'"


def test_a_head_needs_an_id_that_is_free_and_may_be_a_folder_everywhere():
    head = {key: one for key, one in plain_fields(VALUES["cstd-28-2025"]["submission"]).items()
            if key != "source"}  # fmt: skip
    on = ground("cstd-28-2025")
    assert judge_head(on, head, ()) == ()
    for name, said in (
        ("cstd-28-2025", "there is a submission 'cstd-28-2025' already."),
        ("con", "'con' cannot be the name of a folder on every computer."),
        ("../evil", "'../evil' is not"), ("Ä", "'Ä' is not"), ("a/b", "'a/b' is not"),
    ):  # fmt: skip
        [fault] = judge_head(on, {**head, "id": name}, ["CSTD-28-2025"])
        assert (fault.field, fault.what[: len(said)]) == ("id", said)
    [fault] = judge_head(on, {**head, "written": {**head["written"], "latest": "2024-13"}}, ())
    assert (fault.field, fault.what) == ("written.latest", "'2024-13' is not in the calendar.")
    [fault] = judge_head(on, {**head, "title": ""}, ())
    assert (fault.field, fault.what) == ("title", "the field 'title' is missing.")
    evidence = [{"quote": "16 Nov. 24", "shows": "x"}]
    [fault] = judge_head(on, {**head, "written": {**head["written"], "evidence": evidence}}, ())
    assert fault.field == "written.evidence[0].quote"


def test_the_fields_are_judged_as_a_file_gives_them_back():
    assert comparable({"a": [1, {"b": "x"}]}) == {"a": (1, {"b": "x"})}


def test_an_id_is_one_thing_whether_a_fact_or_an_activity():
    name = "cstd-21-2018"
    fact, activity = VALUES[name]["facts"][0], VALUES[name]["activities"][0]
    taken = f"the id '{activity['id']}' is given already in this submission."
    judged = judge_fact(ground(name, fact["id"]), plain_fields({**fact, "id": activity["id"]}))
    assert Fault("id", taken, "give another one.") in judged.faults
    taken = f"the id '{fact['id']}' is given already in this submission."
    judged = judge_activity(
        ground(name, activity["id"]), plain_fields({**activity, "id": fact["id"]})
    )
    assert Fault("id", taken, "give another one.") in judged.faults
