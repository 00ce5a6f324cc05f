"""The columns of a chart: one for each indicator, definition and bound; formats that say bounds."""

from __future__ import annotations

from datetime import date

import pytest

from charts.spec import Lines
from export.slides.chart_series import CLEAR, Column, chart_sheet, number_format, says
from tests.export.made import job, real_job

THEN, MIDDLE = date(2017, 12, 16), date(2021, 12, 16)
MAY, NOVEMBER = date(2024, 5, 15), date(2024, 11, 15)


def test_the_columns_of_the_real_network():
    drawing = real_job("network").spec.drawing
    assert isinstance(drawing, Lines)
    held = chart_sheet(drawing)
    assert held.dates == (THEN, MIDDLE, MAY, NOVEMBER)
    other = "members and partners"
    assert held.columns == (
        Column(
            "Members",
            "marks",
            0,
            ((THEN, 103.0), (MAY, 126.0), (NOVEMBER, 129.0)),
            "#,##0",
            line="dashed",
        ),
        Column(
            f"Members, {other}",
            "marks",
            0,
            ((MIDDLE, 122.0),),
            f'#,##0" † {other}"',
            shape="open",
        ),
        Column(
            "Members, unbroken line",
            "solid",
            0,
            ((MAY, 126.0), (NOVEMBER, 129.0)),
            "#,##0",
            line="solid",
            copies="Members",
        ),
        Column(f"{CLEAR}members", "unit", 0, ((NOVEMBER, 129.0),), "#,##0", copies="Members"),
        Column(
            "Countries with members",
            "marks",
            1,
            ((THEN, 93.0), (MAY, 106.0), (NOVEMBER, 108.0)),
            "#,##0",
            line="dashed",
            above=False,
        ),
        Column(
            f"Countries with members, {other}, over",
            "marks",
            1,
            ((MIDDLE, 100.0),),
            f'"over "#,##0" † {other}"',
            shape="lower",
            above=False,
        ),
        Column(
            "Countries with members, unbroken line",
            "solid",
            1,
            ((MAY, 106.0), (NOVEMBER, 108.0)),
            "#,##0",
            line="solid",
            copies="Countries with members",
        ),
        Column(
            f"{CLEAR}countries",
            "unit",
            1,
            ((NOVEMBER, 108.0),),
            "#,##0",
            copies="Countries with members",
        ),
    )


@pytest.mark.parametrize(
    ("said", "value", "code"),
    [
        ("103", 103.0, "#,##0"),
        ("over 6,000", 6000.0, '"over "#,##0'),
        ("almost 500", 500.0, '"almost "#,##0'),
        ("26 million", 26_000_000.0, '#,##0,," million"'),
        ("in excess of 300 million", 3e8, '"in excess of "#,##0,," million"'),
        ("7.25%", 7.25, '#,##0.00"%"'),
        ("tens of millions", 1e7, '"tens of millions"'),
        ('over "100"', 100.0, '"over ”"#,##0"”"'),
    ],
)
def test_a_number_is_written_as_it_is_said(said, value, code):
    assert number_format(said, value) == code
    assert says(value, code) == said.replace('"', "”")


def test_the_words_of_another_definition_are_no_part_of_the_number():
    assert says(100.0, '"over "#,##0" † members and partners"') == "over 100"
    assert says(131.0, "General") == "131"


def test_an_indicator_drawn_alone_keeps_its_place_among_the_series():
    both, alone = job("network").spec.drawing, job("network", show="countries").spec.drawing
    assert isinstance(both, Lines)
    assert isinstance(alone, Lines)
    assert [series.slot for series in both.series] == [0, 1]
    assert {column.slot for column in chart_sheet(alone).columns} == {1}
