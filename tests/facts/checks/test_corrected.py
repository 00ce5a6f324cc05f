"""What may be read otherwise than the source says: a closed list, and numbers by slips only."""

from __future__ import annotations

import pytest

from facts.checks.corrected import is_slip, is_slip_of_year
from facts.disk import Disk
from facts.load import Memory, load
from tests.facts.folder import DataFolder

QUOTE = "our network has {number} members and partners"


def told(
    data: DataFolder, number: str, value: str, field: str = "value", says: str | None = None
) -> list[str]:
    """The problems where the source says a number and the fact another value."""
    data.edit_source("has 12 members", f"has {number} members")
    text = data.yaml.read_bytes().decode()
    text = text.replace("our network has 12 members", f"our network has {number} members")
    text = text.replace('value_text: "12"', f'value_text: "{number}"')
    corrected = f"{{field: {field}, source_says: '{says or number}', because: typing error}}"
    text = text.replace("  value: 12\n", f"  value: {value}\n  corrected: {corrected}\n", 1)
    data.yaml.write_bytes(text.encode())
    corpus = load(data.path, "data", Memory(Disk(data.path)))
    return [f"{one.field}: {one.what} {one.fix}" for one in corpus.problems]


CURE = "write the value that the source states, or set its number aside."
SLIP = "one digit too many, one missing, or two neighbours exchanged."


@pytest.mark.parametrize(
    ("number", "value"),
    [("1103", "103"), ("1,103", "103"), ("13", "103"), ("1033", "103"), ("130", "103")],
    ids=["one too many", "with a comma", "missing", "doubled", "exchanged"],
)
def test_a_slip_of_typing_is_corrected(data: DataFolder, number: str, value: str) -> None:
    assert told(data, number, value) == []


@pytest.mark.parametrize(
    ("number", "value"),
    [("103", "9999"), ("103", "104"), ("103", "301"), ("103", "10322"), ("25", "2.5")],
)
def test_any_other_value_is_a_problem(data: DataFolder, number: str, value: str) -> None:
    assert told(data, number, value) == [
        f"facts.network-members.value: {value} is no slip of typing of '{number}': {SLIP} {CURE}"
    ]


def test_a_correction_that_corrects_nothing_is_a_problem(data: DataFolder) -> None:
    assert told(data, "103", "103") == [
        "facts.network-members.value: the source says 103 too, so nothing is corrected. "
        "delete corrected."
    ]


def test_words_and_ranges_are_not_corrected(data: DataFolder) -> None:
    assert told(data, "twelve", "11") == [
        "facts.network-members.value: only a single number written in digits can be corrected. "
        + CURE
    ]


def test_the_source_says_the_very_number(data: DataFolder) -> None:
    assert told(data, "1103", "103", says="1103 members") == [
        "facts.network-members.corrected.source_says: '1103 members' is not the number that the "
        "quote states. write source_says: '1103'."
    ]


def test_words_that_stand_only_inside_others_are_not_what_the_source_says(
    data: DataFolder,
) -> None:
    assert told(data, "12", "12", field="time", says="artner") == [
        "facts.network-members.corrected.source_says: these words are not in the quote. copy the "
        "words that are wrong in the source, exactly as they stand in the quote."
    ]


def test_another_field_that_is_corrected_excuses_no_value(data: DataFolder) -> None:
    assert told(data, "12", "13", field="time") == [
        "facts.network-members.value: the value is 13, but '12' in the quote reads as 12. write "
        "value: 12, or name another number of the quote in value_text."
    ]


@pytest.mark.parametrize("field", ["bound", "wording", "scope", "vaule"])
def test_only_some_fields_are_corrected(data: DataFolder, field: str) -> None:
    (problem,) = [one for one in told(data, "12", "12", field) if ".corrected.field:" in one]
    assert "is not one of: value, time, places, title." in problem


def test_a_fact_has_no_title(data: DataFolder) -> None:
    assert told(data, "12", "12", "title") == [
        "facts.network-members.corrected.field: a fact has no title. name the field that is read "
        "otherwise, or delete corrected."
    ]


def test_a_count_made_here_is_not_corrected(data: DataFolder) -> None:
    data.edit(
        "  counted: [Peru, Chile, Togo]\n",
        "  counted: [Peru, Chile, Togo]\n  corrected: {field: value, source_says: Peru, because: x}"
        "\n",
    )
    (problem,) = data.problems()
    assert "a count made by us has no number in the source to be corrected." in problem


@pytest.mark.parametrize(
    ("says", "allowed"), [("20233", True), ("2032", True), ("203", True), ("2019", False)]
)
def test_a_year_is_read_otherwise_only_by_a_slip(
    data: DataFolder, says: str, allowed: bool
) -> None:
    data.edit_source("In 2023 we", f"In {says} we")
    text = data.yaml.read_bytes().decode().replace("    In 2023 we", f"    In {says} we")
    corrected = f"  corrected: {{field: time, source_says: '{says}', because: typing error}}\n"
    text = text.replace("  time: {on: 2023}\n", "  time: {on: 2023}\n" + corrected)
    data.yaml.write_bytes(text.encode())
    found = [one for one in data.problems() if "facts.workshops" in one]
    assert ["the year 2023 stands neither" in one for one in found] == ([] if allowed else [True])


@pytest.mark.parametrize(
    ("wrong", "right", "slip"),
    [
        ("20011", "2011", True),
        ("2011", "20011", True),
        ("2101", "2011", True),
        ("2011", "2011", False),
        ("2012", "2011", False),
        ("1102", "2011", False),
        ("2.5", "25", False),
        ("1.2", "12", False),
        ("", "1", True),
        ("", "", False),
    ],
)
def test_slips(wrong: str, right: str, slip: bool) -> None:
    assert is_slip(wrong, right) is slip


def test_the_slip_of_the_real_data() -> None:
    assert is_slip_of_year("20011-2013", "2011")
    assert not is_slip_of_year("20011-2013", "2019")
