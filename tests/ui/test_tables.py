"""The sheet that is downloaded: every fact with its words, nothing in it that runs."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.support.real import real
from tests.support.small import LIKE_THE_REAL_ONES, rows
from ui.evidence.fact_list import COLUMNS, facts_csv, facts_json


def read(made: bytes) -> list[dict[str, str]]:
    """A sheet as a spreadsheet reads it."""
    return list(csv.DictReader(io.StringIO(made.decode("utf-8-sig"), newline="")))


def test_it_begins_with_the_mark_that_spreadsheets_need_and_with_the_number_as_said():
    made = facts_csv(rows(LIKE_THE_REAL_ONES))
    assert made.startswith(b"\xef\xbb\xbfsays,label,")


def test_every_fact_is_a_row_with_its_words():
    frame = real().frame
    found = read(facts_csv(frame))
    assert [row["ref"] for row in found] == list(frame["ref"])
    assert [row["quote"] for row in found] == list(frame["quote"])
    assert list(found[0]) == list(COLUMNS)


def test_a_bound_keeps_its_words_and_has_no_high():
    found = {row["ref"]: row for row in read(facts_csv(rows(LIKE_THE_REAL_ONES)))}
    assert found["third-2022/countries"] == {
        "says": "over 100",
        "label": "Countries",
        "submission_name": "Third 2022",
        "time_start": "2021-10",
        "time_end": "2022-03",
        "time_basis": "inferred",
        "bound": "more_than",
        "value": "100.0",
        "value_low": "100.0",
        "value_high": "",
        "unit": "countries",
        "wording": "members and partners",
        "scope": "own",
        "said_by": "",
        "section": "part 1",
        "quote": "they work in over 100 countries.",
        "ref": "third-2022/countries",
    }


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        '=HYPERLINK("x")',
        "\uff1d1+1",
    ],
)
def test_a_cell_that_would_run_is_text(cell: str):
    frame = rows(LIKE_THE_REAL_ONES).head(1).assign(quote=cell, label=cell)
    (row,) = read(facts_csv(frame))
    assert row["quote"] == f"'{cell}" and row["label"] == f"'{cell}"


@pytest.mark.parametrize("cell", ["a=1", 'say "5", he said', "two\nlines", "1–20%", ""])
def test_an_ordinary_cell_is_left_as_it_is(cell: str):
    frame = rows(LIKE_THE_REAL_ONES).head(1).assign(quote=cell)
    (row,) = read(facts_csv(frame))
    assert row["quote"] == cell


def test_a_negative_number_stays_a_number():
    frame = rows(LIKE_THE_REAL_ONES).head(1).assign(value=-5.0)
    (row,) = read(facts_csv(frame))
    assert row["value"] == "-5.0"


def test_no_facts_are_a_sheet_with_its_heading():
    assert read(facts_csv(rows(LIKE_THE_REAL_ONES).head(0))) == []
    assert facts_csv(rows(LIKE_THE_REAL_ONES).head(0)).decode("utf-8-sig").split() == [
        ",".join(COLUMNS)
    ]


def test_the_same_as_json_with_null_for_what_is_not_stated():
    frame = rows(LIKE_THE_REAL_ONES)
    found = {row["ref"]: row for row in json.loads(facts_json(frame))}
    assert list(found) == list(frame["ref"])
    one = found["third-2022/countries"]
    assert (one["says"], one["value_low"], one["value_high"]) == ("over 100", 100.0, None)
    assert json.loads(facts_json(frame.head(0))) == []


def test_the_frame_given_is_not_changed():
    frame = rows(LIKE_THE_REAL_ONES).assign(quote="=1")
    facts_csv(frame)
    facts_json(frame)
    assert set(frame["quote"]) == {"=1"}
