"""Charts of more rows than a page holds: bounded on each page, complete over all of them."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from charts import activities
from charts.network import MARKS
from charts.paging import Page, asked, newest, page_of, pages, said
from charts.registry import CHARTS, allowed, count_rows, make_chart, offered, unknown
from charts.registry import count_pages as pages_of
from charts.spec import ChartSpec, Events, Grid, Lines, Map
from export.figures import job, jobs
from export.file_formats import format_named
from export.talk.figure_slide import variants
from export.verify import verify, verify_code
from facts.store import Snapshot
from tests.export.made import EVERY
from tests.support.many import CODES, many
from tests.support.real import real
from ui.deck.talk_route import figure_deck
from ui.deck.talk_route import page_of as talk_of
from ui.figures.word_drawings import draw
from ui.widgets.html import table

MANY = 130
PAGED = ("network", "reach", "activities", "coverage", "findings", "said-by-others")
OF = {  # which facts each figure has to show, told otherwise than the figure tells them
    "network": ("indicator", "members"),
    "reach": ("indicator", "taught"),
    "coverage": ("indicator", "members"),
    "findings": ("indicator", "share"),
    "said-by-others": ("scope", "world"),
}


def wanted(held: Snapshot, name: str) -> set[str]:
    """The references that the pages of a figure have to hold between them."""
    if name == "activities":
        told = (placed for sub in held.corpus.submissions for placed in sub.activities)
        return {placed.ref for placed in told if placed.activity.time.on}
    column, value = OF[name]
    return set(held.frame.loc[held.frame[column] == value, "ref"])


def shown(held: Snapshot, name: str, **choices: str) -> list[ChartSpec]:
    """Every page of a figure."""
    found: list[ChartSpec] = []
    while spec := make_chart(held, name, choices | {"page": str(len(found) + 1)}):
        found.append(spec)
    return found


@pytest.mark.parametrize("dated", [0, 1, 7, 10])
def test_pages_hold_each_row_once_the_newest_first_the_undated_last(dated: int):
    rows = list(range(10))  # in order of time, those from `dated` on without one
    found: list[list[int]] = []
    for at in range(1, pages(10, 4) + 1):
        part = page_of(10, at, 4)
        assert part is not None
        found.append(newest(rows, part, dated))
        assert found[-1] == sorted(found[-1]) and len(found[-1]) <= 4
    assert sorted(row for page in found for row in page) == rows
    assert set(found[0]) == set([*reversed(rows[:dated]), *rows[dated:]][:4])


def test_a_page_that_is_not_there_is_none():
    assert page_of(0, 1) == Page(0, 0, 0)
    assert page_of(50, 1) == Page(0, 50, 50)
    assert [page_of(50, at) for at in (0, -1, 2)] == [None, None, None]
    assert page_of(51, 2) == Page(50, 51, 51)
    assert [asked(text) for text in (None, "1", "12", "0", "-1", "x", "", "٣", "9" * 12)] == [
        1, 1, 12, 0, 0, 0, 0, 0, 0,
    ]  # fmt: skip


def test_a_whole_chart_says_nothing_of_pages():
    assert said(Page(0, 5, 5)) == ""
    assert said(Page(50, 100, 10_003)) == (
        "Shown: 51 to 100 of 10,003, the newest first; the others are on further pages."
    )


@pytest.mark.parametrize("name", EVERY)
def test_the_real_figures_stand_on_one_page(name: str):
    assert pages_of(real(), name) == 1
    spec = make_chart(real(), name, {})
    assert spec is not None and "Shown:" not in spec.subtitle
    assert "page" not in {key for one in jobs(real(), name) for key in one.receipt.view.split("&")}


@pytest.mark.parametrize("name", PAGED)
def test_the_pages_of_a_figure_hold_every_fact_once(name: str):
    held = many(MANY)
    found = shown(held, name)
    assert len(found) == pages_of(held, name) > 1
    refs = Counter(ref for spec in found for ref in spec.refs)
    assert set(refs) == wanted(held, name)
    assert set(refs.values()) == {1}
    count = count_rows(held, name)
    for at, spec in enumerate(found):
        last = min((at + 1) * CHARTS[name].size, count)
        told = f"Shown: {at * CHARTS[name].size + 1} to {last} of {count}, the newest first"
        assert told in spec.subtitle
        assert len(spec.refs) <= CHARTS[name].size
        cells = {cell.ref for row in spec.table.rows for cell in row if cell.ref}
        assert cells in (set(), set(spec.refs))


@pytest.mark.parametrize("name", PAGED)
def test_the_newest_stand_on_the_first_page(name: str):
    held = many(MANY)
    dated = sorted(wanted(held, name))  # by number, which is by time
    if name == "reach":  # every second has no date, and stands behind all others
        dated = [ref for ref in dated if int(ref[1:5]) % 2]
    first = make_chart(held, name, {})
    assert first is not None
    assert set(first.refs) == set(dated[-CHARTS[name].size :])


@pytest.mark.parametrize("name", EVERY)
def test_what_is_drawn_and_sent_does_not_grow_with_the_corpus(name: str):
    sent = []
    for held in (many(MANY), many(2 * MANY)):
        made = job(held, name)
        assert made is not None
        spec = made.spec
        drawn = len(table(spec.table, "")) + len(spec.alt) + len(spec.note) + len(spec.source)
        if not isinstance(spec.drawing, Lines | Map):
            drawn += len(draw(spec.drawing))
        sent.append((drawn, len(repr(spec)), len(made.receipt.as_json())))
    for few, more in zip(*sent, strict=True):
        assert more < 1.1 * few + 200
        assert more < 120_000


@pytest.mark.parametrize("name", PAGED)
def test_a_page_is_exported_and_checked_as_such(name: str):
    held = many(MANY)
    made = job(held, name, {"page": "2"})
    assert made is not None
    assert made.receipt.view == f"{name}?page=2"
    assert {item.ref for item in made.receipt.items} == set(made.spec.refs)
    data = format_named("csv").write(made)
    assert verify(data, "x.csv", held).state == "current"
    assert verify_code(made.receipt.code, held).sentences[1] == f"The view: {name}?page=2"
    grown = verify(data, "x.csv", many(MANY + 2))  # the page has moved on
    assert grown.state == "superseded"


def test_the_choices_of_a_figure_and_its_pages():
    held = many(MANY)
    last = str(pages_of(held, "reach"))
    assert allowed(held, "reach", {"page": last, "whose": "x"}) == {"page": last}
    assert allowed(held, "reach", {"page": str(int(last) + 1)}) == {}
    assert allowed(held, "reach", {"page": "1", "whose": "own"}) == {"whose": "own"}
    assert unknown(held, "reach", {"whose": "partner", "page": "2"}) == "page"  # nothing of theirs
    assert unknown(held, "places", {"page": "2"}) == "page"
    assert "year" not in offered(real(), "activities")
    assert offered(held, "activities")["country"] == tuple(sorted(CODES))
    views = [one.receipt.view for one in jobs(held, "activities")]
    assert views[:3] == ["activities", "activities?page=2", "activities?country=FRA"]
    assert views[-1] == "activities?year=2014"
    assert unknown(held, "reach", {"page": "1"}) is None
    first = job(held, "reach", {"page": "1"})
    assert first is not None and first.receipt.view == "reach"
    assert len(views) == len(set(views))


def test_activities_by_year():
    held = many(MANY)
    counts = activities.years(held.corpus)
    assert list(counts) == sorted(counts, reverse=True)
    told = list(wanted(held, "activities"))
    years = Counter(2014 + int(ref[1:5]) // 36 for ref in told)
    assert counts == dict(years)
    for year, expected in years.items():
        assert count_rows(held, "activities", {"year": str(year)}) == expected
        (spec,) = shown(held, "activities", year=str(year))
        assert {int(ref[1:5]) // 36 + 2014 for ref in spec.refs} == {year}
    assert make_chart(held, "activities", {"year": "1999"}) is None
    assert make_chart(held, "activities", {"year": "x"}) is None


def test_periods_that_many_submissions_report_on_are_drawn_once():
    (first, *_others) = shown(many(MANY), "activities")
    assert isinstance(first.drawing, Events)
    spans = [(period.start, period.end) for period in first.drawing.periods]
    assert len(spans) == len(set(spans)) < 6
    assert all(re.fullmatch(r"\d+ submissions?|S\d{4}", p.title) for p in first.drawing.periods)


def test_a_submission_of_which_nothing_was_looked_for_has_no_column_and_is_counted():
    held = many(MANY)
    bare = held.frame[(held.frame["indicator"] != "members") | (held.frame["value"] < 120)]
    spec = make_chart(Snapshot(held.corpus, bare, (), "bare"), "coverage", {})
    assert spec is not None and isinstance(spec.drawing, Grid)
    assert spec.title == "Members: stated in 20 of 130 submissions"
    assert "1 to 8 of 20" in spec.subtitle
    assert spec.drawing.columns == tuple(f"S{at:04}" for at in range(12, 20))
    assert spec.note.endswith(
        "110 other submissions state none of these figures and were not searched for them: they "
        "have no column."
    )


def test_submissions_that_state_no_size_share_a_band_where_they_are_many():
    held = many(MANY)
    bare = held.frame[(held.frame["indicator"] != "members") | (held.frame["value"] < 172)]
    spec = make_chart(Snapshot(held.corpus, bare, (), "bare"), "network", {})
    assert spec is not None and isinstance(spec.drawing, Lines)
    silent = [band for band in spec.drawing.bands if band.kind == "silent"]
    assert [(band.start.year, band.end.year, band.label) for band in silent] == [
        (2016, 2017, "size not stated in 58 submissions")
    ]
    assert len(spec.refs) == MARKS < 72
    assert "Grey years: 2016 to 2017, size not stated in 58 submissions." in spec.note


def test_the_map_of_many_submissions_counts_them_by_role():
    held = many(MANY)
    spec = make_chart(held, "places", {})
    assert spec is not None and isinstance(spec.drawing, Map)
    assert spec.table.columns == ("Country", "Host", "Covered")
    expected = {code: len(range(at, MANY, len(CODES))) for at, code in enumerate(CODES)}
    by_code = dict(zip((p.code for p in spec.drawing.places), spec.table.rows, strict=True))
    assert set(by_code) == {*CODES, "CPV"}
    for code, count in expected.items():
        assert [cell.text for cell in by_code[code][1:]] == [f"{count} submissions", "not named"]
    assert [cell.text for cell in by_code["CPV"][1:]] == ["not named", "44 submissions"]
    assert by_code["CPV"][2].ref == "s0129/named"
    assert set(spec.refs) == {"s0129/named", *(f"s{at:04}/workshop" for at in range(123, 130))}
    kenya = next(place for place in spec.drawing.places if place.code == "KEN")
    newest_ = [f"S{at:04}" for at in (127, 120, 113, 106, 99)]
    assert kenya.documents == (*newest_, "and 14 other submissions")


def test_a_talk_shows_the_page_that_is_asked_for_and_its_choices_begin_anew():
    held = many(MANY)
    deck = figure_deck("reach", {"page": "2", "whose": "own"}, held)
    assert deck.slides[0].choices == (("page", "2"), ("whose", "own"))
    views = {choice: one.receipt.view for choice, _name, one in variants(deck.slides[0], held)}
    assert views == {"own": "reach?page=2&whose=own", "": "reach"}
    told = figure_deck("reach", {"page": "99"}, held).slides[0]
    assert told.choices == () and told.missing == ("There is no page “99”; the first is shown.",)
    assert len(talk_of({"figure": "findings", "page": "2"}, held).body) < 1_000_000
