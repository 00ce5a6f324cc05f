"""The tidy frame, row by row, against values written by hand."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest

from facts.frame import COLUMNS, frame, plot_day
from facts.load import load
from facts.vocabulary import in_language
from tests.facts.folder import SOURCE, DataFolder

NONE = {
    "value_low": np.nan, "value_high": np.nan, "places": "", "said_by": "", "counted": False,
    "part_of": "", "part_same_unit": False, "spread": "", "note": "", "carried_from": "",
}  # fmt: skip


def rows(data: DataFolder) -> pd.DataFrame:
    corpus = load(data.path, "data")
    assert corpus.problems == ()
    return frame(corpus)


def row(data: DataFolder, fact: str) -> dict[str, object]:
    table = rows(data).set_index("fact", drop=False)
    return dict(table.loc[fact])


def test_columns_and_types(data: DataFolder) -> None:
    table = rows(data)
    assert list(table.columns)[:19] == [
        "submission", "fact", "indicator", "value", "value_low", "value_high", "bound", "unit",
        "wording", "scope", "time_start", "time_end", "time_basis", "places", "said_by", "section",
        "quote", "char_start", "char_end",
    ]  # fmt: skip
    assert {name: str(kind) for name, kind in table.dtypes.items()} == COLUMNS
    assert len(table) == 7
    assert table["ref"].is_unique


def test_a_bound_has_no_high(data: DataFolder) -> None:
    quote = "our network has 12 members and partners in over 10 countries"
    found = row(data, "network-countries")
    assert pd.isna(found.pop("value_high"))  # type: ignore[call-overload]
    assert found == {
        **{key: value for key, value in NONE.items() if key != "value_high"},
        "submission": "first", "fact": "network-countries", "indicator": "countries",
        "value": 10.0, "value_low": 10.0, "bound": "more_than", "unit": "countrys",
        "wording": "countries", "scope": "own", "time_start": "2024-05-15",
        "time_end": "2024-05-15", "time_basis": "stated", "section": "paragraph 1",
        "quote": quote, "char_start": SOURCE.index(quote),
        "char_end": SOURCE.index(quote) + len(quote), "ref": "first/network-countries",
        "says": "over 10", "plot_at": pd.Timestamp("2024-05-15"), "plot_basis": "stated",
        "comparable": False, "wording_rule": "same", "group": "all",
        "label": "Label of countries", "submission_name": "First 2024",
        "written_start": "2024-05-15", "written_end": "2024-05-15",
        "as_of": "document", "own_basis": "stated", "places_role": "",
        "corrected_says": "", "corrected_because": "", "corrected_field": "",
        "language": "en", "status": "", "doubts": "",
    }  # fmt: skip


def test_a_range_has_low_and_high_and_no_value(data: DataFolder) -> None:
    found = row(data, "seen")
    assert pd.isna(found["value"])  # type: ignore[call-overload]
    assert (found["value_low"], found["value_high"], found["says"]) == (1.0, 20.0, "1 to 20%")
    assert (found["time_start"], found["time_end"], found["time_basis"]) == ("", "", "not_stated")
    assert (found["plot_at"] is pd.NaT, found["plot_basis"]) == (True, "not_stated")
    assert (found["said_by"], found["spread"]) == ("Somebody", "across 4 countries")


def test_an_exact_value_is_its_own_low_and_high(data: DataFolder) -> None:
    found = row(data, "workshops")
    assert (found["value"], found["value_low"], found["value_high"]) == (3.0, 3.0, 3.0)
    assert found["comparable"]
    assert found["places"] == "JOR KEN NPL"
    assert (found["time_start"], found["time_end"], found["time_basis"]) == (
        "2023",
        "2023",
        "stated",
    )
    assert found["plot_at"] == pd.Timestamp("2023-07-02")


def test_another_definition_is_not_comparable(data: DataFolder) -> None:
    found = row(data, "network-members")
    assert (found["bound"], found["wording_rule"], found["comparable"]) == (
        "exact",
        "differs",
        False,
    )


def test_counted_and_part_of(data: DataFolder) -> None:
    assert row(data, "teams")["counted"]
    found = row(data, "new-teams")
    assert (found["part_of"], found["part_same_unit"]) == ("first/teams", False)


@pytest.mark.parametrize(
    ("bound", "words", "expected"),
    [
        ("at_least", "at least", (10.0, 10.0, None)),
        ("almost", "almost", (10.0, None, 10.0)),
        ("up_to", "up to", (10.0, None, 10.0)),
        ("less_than", "fewer than", (10.0, None, 10.0)),
        ("about", "about", (10.0, None, None)),
    ],
)
def test_what_each_bound_leaves_open(
    data: DataFolder, bound: str, words: str, expected: tuple[float | None, ...]
) -> None:
    data.edit_source("over 10", f"{words} 10")
    text = data.yaml.read_text("utf-8").replace("over 10", f"{words} 10")
    data.yaml.write_bytes(text.replace("bound: more_than", f"bound: {bound}").encode())
    found = row(data, "network-countries")
    low = tuple(found[name] for name in ("value", "value_low", "value_high"))
    assert tuple(None if pd.isna(one) else one for one in low) == expected  # type: ignore[call-overload]
    assert found["says"] == f"{words} 10"


def test_an_empty_folder_gives_an_empty_frame_of_the_same_shape(data: DataFolder) -> None:
    data.yaml.unlink()
    table = frame(load(data.path, "data"))
    assert (list(table.columns), len(table)) == (list(COLUMNS), 0)
    assert {name: str(kind) for name, kind in table.dtypes.items()} == COLUMNS


def test_in_language_and_plot_day() -> None:
    assert in_language({"en": "a", "fr": "b"}, "fr") == "b"
    assert in_language({"en": "a", "fr": "b"}, "es") == "a"
    assert in_language({"fr": "b"}, "en") == "b"
    assert [plot_day(day) for day in ("2024-11-15", "2017-12", "2023")] == [
        date(2024, 11, 15), date(2017, 12, 16), date(2023, 7, 2),
    ]  # fmt: skip
