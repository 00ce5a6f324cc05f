"""A range is drawn as its span on every chart that draws it, and never as a point."""

from __future__ import annotations

import io
import re
from zipfile import ZipFile

import pytest

from charts.captions import phrase
from charts.findings import findings
from charts.network import network
from charts.spec import Lines, Shares
from charts.theme import LIGHT
from decks.deck import Deck, Slide
from decks.resolve import resolve
from drawing.plotly_lines import lines_figure
from export.figures import Job, job
from export.formats import pptx, svg
from export.talk.talk_file import make_slides as slides_of
from export.talk.talk_file import sections
from facts.store import Snapshot
from tests.support.small import MEMBERS, Said, corpus, indicator, members, snapshot, submission
from ui.overview import _big_numbers

REF = "second-2022/members"


def between(low: float, high: float) -> Said:
    says = f"{low} to {high}"
    return Said(
        "members", {"low": low, "high": high}, f"our network has {says} members.", says,
        name="members", bound="range",
    )  # fmt: skip


def held(said: Said) -> Snapshot:
    return snapshot(
        corpus(
            submission("First 2018", ("2018-05-01", "2018-05-01"), members(103)),
            submission("Second 2022", ("2022-05-01", "2022-05-01"), said),
            submission("Third 2024", ("2024-11-15", "2024-11-15"), members(129)),
        )
    )


RANGE, POINT = held(between(60, 180)), held(members(120))


def made(here: Snapshot) -> Job:
    found = job(here, "network")
    assert found
    return found


def drawing(here: Snapshot) -> Lines:
    spec = network(here.frame, here.corpus)
    assert spec
    assert isinstance(spec.drawing, Lines)
    return spec.drawing


def test_a_range_has_both_its_ends_inside_the_axis_and_no_line_to_it():
    lines = drawing(RANGE)
    mark = lines.series[0].marks[1]
    assert (mark.low, mark.value, mark.comparable, mark.says) == (60, 180, False, "60 to 180")
    assert lines.y[0] <= 60 < 180 <= lines.y[1]
    assert {REF} & {s.start.ref for s in lines.series[0].stretches} == set()
    exact = drawing(POINT).series[0].marks[1]
    assert (exact.low, exact.value, exact.foot) == (None, 120, 120)


@pytest.mark.parametrize(("here", "ends"), [(RANGE, [60, 180]), (POINT, [120])])
def test_on_the_page_a_press_on_either_end_answers_and_a_bar_joins_them(
    here: Snapshot, ends: list[float]
):
    drawn = lines_figure(made(here).spec, LIGHT)
    trace = next(one for one in drawn.data if one.mode == "markers")
    points = zip(trace.y, trace.customdata, strict=True)
    assert sorted(value for value, (ref,) in points if ref == REF) == ends
    bars = [(s.y0, s.y1) for s in drawn.layout.shapes if s.name == f"range {REF}"]
    assert bars == ([(60, 180)] if here is RANGE else [])


@pytest.mark.parametrize(("here", "count"), [(RANGE, 2), (POINT, 1)])
def test_in_a_picture_and_a_talk_it_has_a_mark_at_each_end(here: Snapshot, count: int):
    picture = svg.write(made(here)).decode()
    assert len(re.findall(f'data-mark="{REF}"', picture)) == count
    deck = Deck(title="Ours", slides=(Slide(kind="figure", figure="network"),))
    shown = resolve(deck, here)
    talk = sections(slides_of(shown, here))
    bars = re.findall(r'<line [^>]*opacity="0\.5"', picture)
    marks = {one: talk.count(f'data-mark="{one}"') for one in (REF, "third-2024/members")}
    assert (len(bars), marks[REF]) == (count - 1, count * marks["third-2024/members"])


@pytest.mark.parametrize(("here", "bars"), [(RANGE, ["120"]), (POINT, [])])
def test_on_a_slide_the_bar_belongs_to_its_point(here: Snapshot, bars: list[str]):
    packed = ZipFile(io.BytesIO(pptx.write(made(here))))
    (chart,) = [
        name for name in packed.namelist() if re.fullmatch(r"ppt/charts/chart\d*.xml", name)
    ]
    xml = packed.read(chart).decode()
    assert re.findall(r"<c:errBars>.*?<c:val val='(\d+)'/>", xml.replace('"', "'")) == bars
    assert ("Members, 60 to 180" in xml) == bool(bars)


def test_a_range_is_said_whole_wherever_it_is_a_number():
    last = held(between(60, 180)).corpus.submissions[1]
    here = snapshot(corpus(last))
    assert "60 to</span>180</button>" in _big_numbers(here)
    assert phrase(here.frame.iloc[0], MEMBERS) == "60 to 180 members"


def test_the_note_says_that_a_range_has_no_middle():
    told = "Upright bar: a range, “60 to 180”; it has no middle."
    assert (told in made(RANGE).spec.note, "a range" in made(POINT).spec.note) == (True, False)


def test_a_share_that_is_a_range_is_a_band_from_end_to_end():
    share = indicator("share", "percent", "percent", kind="share", chart=None)
    said = Said(
        "share", {"low": 1, "high": 20}, "of members 1–20% had seen it.", "1–20%",
        bound="range", more={"spread": "across 4 countries"},
    )  # fmt: skip
    here = snapshot(
        corpus(submission("One 2024", ("2024-05-01", "2024-05-01"), said), indicators=(share,))
    )
    spec = findings(here.frame, here.corpus)
    assert spec
    assert isinstance(spec.drawing, Shares)
    assert [(one.low, one.high, one.says) for one in spec.drawing.rows] == [(1, 20, "1 to 20%")]
