"""The description of the network's chart: what is drawn, and every word around it."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from charts.network import network
from charts.spec import Band, Cell, ChartSpec, Lines, Mark
from facts.corpus import Corpus
from tests.support.small import (
    COUNTRIES,
    HOSTILE,
    LIKE_THE_REAL_ONES,
    MEMBERS,
    Said,
    corpus,
    countries,
    indicator,
    members,
    rows,
    submission,
)


def spec_of(held: Corpus) -> ChartSpec:
    """The chart of a corpus that has one."""
    spec = network(rows(held), held)
    assert spec is not None
    return spec


def marks_of(spec: ChartSpec, name: str) -> tuple[Mark, ...]:
    """The marks of one series."""
    return next(one.marks for one in lines(spec).series if one.indicator == name)


def stretches_of(spec: ChartSpec, name: str) -> list[tuple[str, str, bool]]:
    """The pieces of line of one series: from, to, dashed."""
    series = next(one for one in lines(spec).series if one.indicator == name)
    return [(s.start.document, s.end.document, s.dashed) for s in series.stretches]


def lines(spec: ChartSpec) -> Lines:
    """The drawing of a chart of lines."""
    assert isinstance(spec.drawing, Lines)
    return spec.drawing


REAL = spec_of(LIKE_THE_REAL_ONES)
NOT_HELD = "no submission of this year is held here; there may be one"


def test_the_title_states_the_finding_with_its_hedge():
    assert REAL.title == (
        "From 103 members in 93 countries (2018 submission) to 129 in 108 (November 2024)"
    )


def test_the_words_around_the_drawing():
    assert REAL.name == "network"
    assert REAL.subtitle == "Members and countries, as each submission states them"
    assert REAL.source == (
        "Source: The Network, submissions Second 2018, Third 2022, Fourth 2024 and Fifth 2025."
    )
    assert REAL.note == (
        "† Third 2022 counts “members and partners”: another definition, so the line passes by it "
        "and no change is computed to or from it. Arrow up: a lower limit, “over 100”. Dotted: no "
        "comparable number is stated in between. Pale bar: the document is undated; it was written "
        "within that time. The axis starts at 80, not at 0. Grey years: no submission of that year "
        "is held here; there may be one. First 2014: size not stated."
    )


def test_the_alternative_text_says_every_fact_with_its_bound_definition_and_date():
    assert REAL.alt == (
        "Chart over time. From 103 members in 93 countries (2018 submission) to 129 in 108 "
        "(November 2024). Members: 103 (members, Second 2018, October 2017 to May 2018, inferred); "
        "122 (members and partners, Third 2022, October 2021 to March 2022, inferred); 126 "
        "(members, Fourth 2024, 13 May 2024); 129 (members, Fifth 2025, 15 November 2024). "
        "Countries: 93 (members, Second 2018, October 2017 to May 2018, inferred); over 100 "
        "(members and partners, Third 2022, October 2021 to March 2022, inferred); 106 (members, "
        "Fourth 2024, 13 May 2024); 108 (members, Fifth 2025, 15 November 2024)."
    )


def test_an_exact_mark_of_a_dated_document_and_a_bound_of_an_undated_one():
    assert marks_of(REAL, "members")[3] == Mark(
        ref="fifth-2025/members",
        at=date(2024, 11, 15),
        value=129.0,
        bound="exact",
        says="129",
        wording="members",
        comparable=True,
        other_definition=False,
        document="Fifth 2025",
        as_of="15 November 2024",
        window=None,
    )
    assert marks_of(REAL, "countries")[1] == Mark(
        ref="third-2022/countries",
        at=date(2021, 12, 16),
        value=100.0,
        bound="more_than",
        says="over 100",
        wording="members and partners",
        comparable=False,
        other_definition=True,
        document="Third 2022",
        as_of="October 2021 to March 2022, inferred",
        window=(date(2021, 10, 1), date(2022, 3, 31)),
    )


def test_a_window_only_where_the_date_is_inferred():
    assert [mark.window for mark in marks_of(REAL, "members")] == [
        (date(2017, 10, 1), date(2018, 5, 31)),
        (date(2021, 10, 1), date(2022, 3, 31)),
        None,
        None,
    ]


def test_the_line_is_dashed_past_another_definition_and_solid_between_neighbours():
    expected = [("Second 2018", "Fourth 2024", True), ("Fourth 2024", "Fifth 2025", False)]
    assert stretches_of(REAL, "members") == expected
    assert stretches_of(REAL, "countries") == expected


def test_no_stretch_begins_or_ends_at_a_bound_or_another_definition():
    for series in lines(REAL).series:
        ends = [mark for s in series.stretches for mark in (s.start, s.end)]
        assert all(mark.bound == "exact" and not mark.other_definition for mark in ends)
        assert len(ends) == 4


def dated(name: str, *said: Said):
    """A submission with its day of writing printed in it."""
    year, month, day = name.split()[1].split("-")
    return submission(name, (f"{year}-{month}-{day}",) * 2, *said)


@pytest.mark.parametrize(("last", "dashed"), [("2022-01-02", False), ("2022-01-03", True)])
def test_two_years_are_joined_and_a_day_more_is_dashed(last: str, dashed: bool):
    first = dated("A 2020-01-02", members(5))
    spec = spec_of(corpus(first, dated(f"B {last}", members(6))))
    assert stretches_of(spec, "members") == [("A 2020-01-02", f"B {last}", dashed)]


def test_a_bound_between_two_exact_values_dashes_the_line_that_passes_it():
    held = corpus(
        dated("A 2020-01-02", members(5)),
        dated("B 2020-06-02", members(6, bound="at_least", sentence="at least 6 members")),
        dated("C 2021-01-02", members(7)),
    )
    assert stretches_of(spec_of(held), "members") == [("A 2020-01-02", "C 2021-01-02", True)]


def test_a_break_in_one_series_cuts_the_other_also_where_only_that_one_is_shown():
    held = corpus(
        dated("A 2020-01-02", members(5), countries(4)),
        dated("B 2020-06-02", members(6, wording="members and partners")),
        dated("C 2021-01-02", members(7), countries(6)),
    )
    frame = rows(held)
    # Shown alone, a line keeps the breaks of the facts that the frame was narrowed from only where
    # they are in the frame; with all of it in the frame, both lines are cut.
    assert stretches_of(spec_of(held), "countries") == [("A 2020-01-02", "C 2021-01-02", True)]
    spec = network(frame[frame["indicator"] == "members"], held)
    assert spec is not None
    assert stretches_of(spec, "members") == [("A 2020-01-02", "C 2021-01-02", True)]


def test_bands_for_a_document_that_states_no_size_and_for_years_without_a_document():
    years = (2015, 2016, 2019, 2020, 2023, 2025)
    assert lines(REAL).bands == (
        Band(date(2013, 11, 1), date(2014, 5, 31), "First 2014: size not stated", "not_stated"),
        *(Band(date(y, 1, 1), date(y, 12, 31), NOT_HELD, "not_held") for y in years),
    )


def test_the_axis_is_to_scale_from_the_earliest_thing_drawn_and_never_narrower():
    assert lines(REAL).x == (date(2013, 11, 1), date(2025, 12, 31))
    narrow = spec_of(corpus(dated("A 2020-01-02", members(5))))
    assert lines(narrow).x == (date(2014, 1, 1), date(2025, 12, 31))
    wide = spec_of(corpus(dated("A 2001-02-03", members(5)), dated("B 2031-01-02", members(9))))
    assert lines(wide).x == (date(2001, 2, 3), date(2031, 12, 31))


@pytest.mark.parametrize(
    ("values", "y"),
    [
        ((93, 129), (80.0, 140.0)),
        ((3, 7), (0.0, 10.0)),
        ((0, 0), (0.0, 10.0)),
        ((1, 999), (0.0, 1_180.0)),
        ((118, 119), (100.0, 130.0)),
        ((2_300, 4_100), (2_200.0, 4_500.0)),
        ((5, 5), (0.0, 10.0)),
    ],
)
def test_the_y_axis_holds_every_value_with_room_above(
    values: tuple[int, int], y: tuple[float, float]
):
    held = corpus(
        dated("A 2020-01-02", members(values[0])), dated("B 2021-01-02", members(values[1]))
    )
    assert lines(spec_of(held)).y == y


def test_the_note_names_an_axis_that_does_not_start_at_0_and_only_such_a_one():
    near = spec_of(corpus(dated("A 2020-01-02", members(129))))
    assert lines(near).y[0] == 110.0
    assert "The axis starts at 110, not at 0." in near.note
    low = spec_of(corpus(dated("A 2020-01-02", members(7))))
    assert lines(low).y[0] == 0
    assert "axis" not in low.note


def test_the_refs_are_the_facts_drawn_each_once_in_order_of_time():
    frame = rows(LIKE_THE_REAL_ONES)
    plain = sorted(zip(frame["plot_at"], frame["ref"], strict=True))
    assert list(REAL.refs) == [ref for _at, ref in plain]


def test_the_table_says_what_the_frame_says():
    assert REAL.table.columns == ("Submission", "As of", "Members", "Countries", "What is counted")
    frame = rows(LIKE_THE_REAL_ONES).set_index("ref")
    undated = {
        "second-2018": "October 2017 to May 2018, inferred",
        "third-2022": "October 2021 to March 2022, inferred",
        "fourth-2024": "13 May 2024",
        "fifth-2025": "15 November 2024",
    }
    expected = []
    for name, when in undated.items():
        many, lands = frame.loc[f"{name}/members"], frame.loc[f"{name}/countries"]
        expected.append(
            (
                Cell(str(many["submission_name"])),
                Cell(when),
                Cell(str(many["says"]), f"{name}/members"),
                Cell(str(lands["says"]), f"{name}/countries"),
                Cell(str(many["wording"])),
            )
        )
    assert REAL.table.rows == tuple(expected)


def test_the_table_has_every_fact_drawn_with_its_own_date_and_wording():
    held = corpus(
        submission(
            "A 2020",
            ("2020-01-02", "2020-01-02"),
            members(90, name="then", time={"on": "2016-05-01"}),
            members(100, name="now"),
            countries(50, wording="members and partners", time={"on": "2018-05-01"}),
        )
    )
    spec = spec_of(held)
    assert spec.table.rows == (
        (
            Cell("A 2020"),
            Cell("1 May 2016"),
            Cell("90", "a-2020/then"),
            Cell("not stated"),
            Cell("members"),
        ),
        (
            Cell("A 2020"),
            Cell("1 May 2018"),
            Cell("not stated"),
            Cell("50", "a-2020/countries"),
            Cell("members and partners"),
        ),
        (
            Cell("A 2020"),
            Cell("2 January 2020"),
            Cell("100", "a-2020/now"),
            Cell("not stated"),
            Cell("members"),
        ),
    )
    assert {c.ref for row in spec.table.rows for c in row if c.ref} == set(spec.refs)


def test_two_submissions_of_one_name_stay_two_rows():
    held = corpus(
        submission("Same", ("2020-01-02", "2020-01-02"), members(5), id="one"),
        submission("Same", ("2021-01-02", "2021-01-02"), members(6), id="two"),
    )
    assert [row[2] for row in spec_of(held).table.rows] == [
        Cell("5", "one/members"),
        Cell("6", "two/members"),
    ]


def test_no_fact_of_the_networks_size_is_no_chart():
    none = corpus(submission("First 2014", ("2013-11", "2014-05")))
    assert network(rows(none), none) is None
    frame = rows(LIKE_THE_REAL_ONES)
    assert network(frame[frame["indicator"] == "workshops"], LIKE_THE_REAL_ONES) is None


def test_a_fact_without_a_date_is_not_drawn():
    held = corpus(submission("A", ("2020-01-02",) * 2, members(5, time={"as_of": "not_stated"})))
    assert network(rows(held), held) is None


def test_one_point_is_said_as_it_is_with_its_moment():
    spec = spec_of(corpus(dated("A 2020-01-02", members(5))))
    assert spec.title == "5 members (January 2020)"
    assert stretches_of(spec, "members") == []
    assert [mark.value for mark in marks_of(spec, "members")] == [5.0]


def test_only_bounds_keep_their_words_and_have_no_line():
    held = corpus(
        dated("A 2020-01-02", members(50, bound="more_than", sentence="over 50 members")),
        dated("B 2021-01-02", members(60, bound="up_to", sentence="up to 60 members")),
        dated("C 2022-01-02", members(70, bound="about", sentence="about 70 members")),
    )
    spec = spec_of(held)
    assert spec.title == "About 70 members (January 2022)"
    assert [mark.says for mark in marks_of(spec, "members")] == ["over 50", "up to 60", "about 70"]
    assert [mark.comparable for mark in marks_of(spec, "members")] == [False, False, False]
    assert stretches_of(spec, "members") == []
    assert "Arrow up: a lower limit, “over 50”." in spec.note


def test_an_upper_limit_is_explained_in_the_note():
    held = corpus(dated("A 2020-01-02", members(60, bound="up_to", sentence="up to 60 members")))
    assert "Arrow down: an upper limit, “up to 60”." in spec_of(held).note


def test_a_range_stands_at_both_its_ends_and_says_both():
    held = corpus(
        dated(
            "A 2020-01-02",
            Said(
                "members",
                {"low": 10, "high": 20},
                "we have 10 to 20 members",
                "10 to 20",
                bound="range",
            ),
        )
    )
    (mark,) = marks_of(spec_of(held), "members")
    assert (mark.low, mark.value, mark.says, mark.comparable) == (10.0, 20.0, "10 to 20", False)


def test_a_title_never_lends_one_number_the_date_of_another():
    held = corpus(dated("A 2018-01-02", countries(93)), dated("B 2024-11-15", members(129)))
    assert spec_of(held).title == "129 members (November 2024), in 93 countries (January 2018)"


def test_three_series_of_another_organisation():
    clubs = indicator("clubs", "club", "clubs")
    players = indicator("players", "player", "players")
    kits = indicator("kits", "kit", "kits", chart=None)
    held = corpus(
        dated(
            "Letter 2016-03-01",
            Said("clubs", 12, "there are 12 clubs", "12"),
            Said("players", 900, "they have 900 players", "900"),
            countries(3),
            Said("kits", 5, "and 5 kits", "5"),
        ),
        dated(
            "Letter 2017-03-01",
            Said("clubs", 14, "there are 14 clubs", "14"),
            Said("players", 1_000, "they have 1,000 players", "1,000"),
            countries(4),
        ),
        indicators=(clubs, players, COUNTRIES, kits),
    )
    spec = spec_of(held)
    assert [one.indicator for one in lines(spec).series] == ["clubs", "players", "countries"]
    assert spec.title == (
        "From 12 clubs, 900 players in 3 countries (March 2016) "
        "to 14 clubs, 1,000 players in 4 countries (March 2017)"
    )
    assert spec.table.columns == (
        "Submission",
        "As of",
        "Clubs",
        "Players",
        "Countries",
        "What is counted",
    )
    assert "letter-2016-03-01/kits" not in spec.refs
    assert len(spec.refs) == 6


def test_series_that_share_a_unit_are_told_apart_by_their_labels():
    other = indicator("partners", "member", "members", label={"en": "Partners"})
    held = corpus(
        dated("A 2020-01-02", members(5), Said("partners", 7, "7 partners", "7")),
        indicators=(MEMBERS, other),
    )
    assert [(one.label, one.unit) for one in lines(spec_of(held)).series] == [
        ("Members", "Members"),
        ("Partners", "Partners"),
    ]


def test_hostile_words_stay_words_in_the_description():
    wordings = {HOSTILE: "differs", "members": "same"}
    bad = indicator("members", HOSTILE, HOSTILE, label={"en": HOSTILE}, wordings=wordings)
    held = corpus(
        submission(HOSTILE, ("2020-01-02",) * 2, members(5, wording=HOSTILE), id="bad"),
        indicators=(bad,),
    )
    spec = spec_of(held)
    assert lines(spec).series[0].label == HOSTILE
    assert spec.table.rows[0][0] == Cell(HOSTILE)
    assert spec.title == f"5 {HOSTILE} (January 2020)"


def test_the_frame_given_is_not_changed():
    frame = rows(LIKE_THE_REAL_ONES)
    before = frame.copy(deep=True)
    network(frame, LIKE_THE_REAL_ONES)
    pd.testing.assert_frame_equal(frame, before)
