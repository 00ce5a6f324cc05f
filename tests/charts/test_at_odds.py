"""Submissions that state different numbers for one moment: nothing goes to or from either."""

from __future__ import annotations

import pandas as pd
import pytest

from charts.network import network
from charts.spec import ChartSpec, Lines
from charts.theme import LIGHT
from decks.deck import Deck, Slide
from decks.resolve import resolve
from drawing.plotly_lines import lines_figure
from export.formats import svg
from export.slides.chart_series import chart_sheet
from facts.check_submission import disagreements
from facts.corpus import Corpus, Sub
from facts.newest_and_changes import Change, changes, newest, rivals
from tests.export.made import job
from tests.export.test_svg import texts
from tests.support.small import Said, corpus, countries, members, rows, snapshot, submission
from ui.evidence import quality
from ui.overview import _big_numbers, _hero


def day(name: str, on: str, *said: Said) -> Sub:
    """A submission of one day."""
    return submission(name, (on, on), *said)


BEFORE = day("Before", "2018-05-01", members(90))
ONE, OTHER = day("One", "2022-05-01", members(100)), day("Other", "2022-05-01", members(250))
AFTER = day("After", "2024-05-01", members(120))
NEXT = day("Next", "2025-05-01", members(130))


def spec_of(held: Corpus) -> ChartSpec:
    found = network(rows(held), held)
    assert found
    return found


def lines(held: Corpus) -> tuple[str, list[tuple[str, str]]]:
    """The title and the ends of the lines."""
    spec = spec_of(held)
    assert isinstance(spec.drawing, Lines)
    (series,) = spec.drawing.series
    return spec.title, [(one.start.document, one.end.document) for one in series.stretches]


@pytest.mark.parametrize(
    ("subs", "title", "ends", "change"),
    [
        (
            (ONE, OTHER, AFTER, NEXT),
            "From 120 members (May 2024) to 130 (May 2025)",
            [("After", "Next")],
            (Change("after/members", "next/members", 10.0),),
        ),
        (
            (BEFORE, ONE, OTHER, AFTER),
            "From 90 members (May 2018) to 120 (May 2024)",
            [("Before", "After")],
            (Change("before/members", "after/members", 30.0),),
        ),
        (
            (BEFORE, AFTER, day("P", "2025-05-01", members(1)), NEXT),
            "From 90 members (May 2018) to 120 (May 2024)",
            [("Before", "After")],
            (),
        ),
        ((ONE, OTHER, AFTER), "120 members (May 2024)", [], ()),
        (
            (BEFORE, ONE, OTHER),
            "Submissions disagree: 100 members (One) and 250 members (Other)",
            [],
            (),
        ),
    ],
    ids=["first", "between", "last", "first of two", "only these"],
)
def test_no_title_line_or_change_goes_to_or_from_either(
    subs: tuple[Sub, ...], title: str, ends: list[tuple[str, str]], change: tuple[Change, ...]
):
    held = corpus(*subs)
    assert lines(held) == (title, ends)
    assert changes(rows(held), "members") == change


def test_both_are_drawn_and_named_on_the_chart_in_the_note_and_under_data_quality():
    held = corpus(BEFORE, ONE, OTHER, AFTER)
    spec = spec_of(held)
    assert isinstance(spec.drawing, Lines)
    (series,) = spec.drawing.series
    assert [(mark.document, mark.at_odds, mark.comparable) for mark in series.marks] == [
        ("Before", False, True),
        ("One", True, False),
        ("Other", True, False),
        ("After", False, True),
    ]
    told = (
        "Submissions disagree on Members: 100 (One, 1 May 2022) and 250 (Other, 1 May 2022); no "
        "line goes to or from these."
    )
    assert told in spec.note
    drawn = str(lines_figure(spec, LIGHT).to_plotly_json()["data"])
    for one, name in (("100", "One"), ("250", "Other")):
        assert f"<b>{one}</b> <span style='font-size:13px'>({name})</span>" in drawn
    picture = texts(svg.write(job(held=snapshot(held))), "lines")
    assert "100 One" in picture and "250 Other" in picture
    columns = {one.name: (one.format, one.line) for one in chart_sheet(spec.drawing).columns}
    assert columns["Members, One"] == ('#,##0" (One)"', "none")
    assert columns["Members, Other"] == ('#,##0" (Other)"', "none")
    (part,) = [p for p in quality.parts_of(snapshot(held)) if p.name == "disagreements"]
    assert part.count == 1
    assert ">100</button> (One)" in part.make(0, 1) and ">250</button> (Other)" in part.make(0, 1)


def test_the_overview_and_a_slide_name_both_where_they_are_the_newest():
    held = snapshot(corpus(BEFORE, ONE, OTHER))
    assert "<h1>100 or 250 members</h1>" in _hero(held)
    assert "Submissions disagree: each number is named below." in _hero(held)
    assert "1 May 2022 · One states 100" in _big_numbers(held)
    deck = Deck(title="A deck", slides=(Slide(kind="numbers", indicators=("members",)),))
    slide = resolve(deck, held).slides[0]
    assert slide.title == "100 or 250 members (1 May 2022)"
    assert slide.note == "250: Other. Another submission disagrees: 100 (One)."


def test_a_number_that_agrees_has_no_rivals():
    frame = rows(corpus(BEFORE, ONE, OTHER, AFTER))
    last = newest(frame, "members")
    assert last is not None and rivals(frame, last).empty


def pairs(*subs: Sub) -> list[tuple[str, str]]:
    return disagreements(rows(corpus(*subs)))


def undated(name: str, first: str, last: str, value: int) -> Sub:
    """A submission that was written within a time, drawn on the same day as others."""
    return submission(name, (first, last), members(value), plot_at="2022-05-01")


AGAIN = members(100, name="again", sentence="all 100 members met.")


@pytest.mark.parametrize(
    ("subs", "found"),
    [
        ((ONE, OTHER), [("one/members", "other/members")]),
        ((ONE, day("Same", "2022-05-01", members(100))), []),
        (
            (day("One", "2022-05-01", members(100), AGAIN), OTHER),
            [("one/members", "other/members")],
        ),
        (
            (ONE, OTHER, day("Third", "2022-05-01", members(100))),
            [("one/members", "other/members")],
        ),
        (
            (ONE, day("Third", "2022-05-01", members(70, name="a"), members(80, name="b")), OTHER),
            [("one/members", "other/members")],
        ),
        (
            (undated("One", "2022-01", "2022-05-01", 100), undated("Other", "2021", "2022", 250)),
            [("one/members", "other/members")],
        ),
        (
            (ONE, day("Later", "2023-01-01", members(250, time={"on": "2022-05-01"}))),
            [("one/members", "later/members")],
        ),
        (
            (
                ONE,
                day("P", "2023-01-01", members(9, time={"from": "2020-01", "to": "2022-05-01"})),
            ),
            [],
        ),
        ((ONE, day("Lands", "2022-05-01", countries(250))), []),
    ],
    ids=[
        "one day", "the same", "said again", "three", "cases", "undated", "a day named later",
        "a period", "another thing",
    ],
)  # fmt: skip
def test_what_is_a_disagreement(subs: tuple[Sub, ...], found: list[tuple[str, str]]):
    assert pairs(*subs) == found


def test_the_frame_given_is_not_changed():
    held = corpus(ONE, OTHER)
    frame = rows(held)
    before = frame.copy(deep=True)
    network(frame, held)
    pd.testing.assert_frame_equal(frame, before)
