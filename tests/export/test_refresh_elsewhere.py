"""A slide pasted into another deck, and a file that another program saved, get today's data."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook  # type: ignore[import-untyped]

from export.refresh.refresh import refresh
from export.refresh.refresh_report import as_text
from export.slides import speaker_notes
from export.verify import verify
from tests.export.made import job
from tests.export.next_year import next_year
from tests.export.older import (
    A,
    changed,
    chart,
    opened,
    packed,
    parts,
    pasted,
    series,
    shape,
    shipped,
    through_office,
)
from tests.export.test_slides_drawn import meeting, outside
from tests.support.office import drawn
from tests.support.real import real

MEMBERS = (103.0, None, 126.0, 129.0, 131.0)


def test_slides_pasted_into_another_deck_are_known_by_names_and_notes():
    data = pasted((2, 3, 7))
    assert speaker_notes.read_custom_xml(opened(data)) == ()
    assert refresh(data, real()).data == data
    done = refresh(data, next_year())
    assert done.report.state == "renewed", as_text(done.report)
    deck = opened(done.data)
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert titles == [
        "Their own deck",
        "131 members in 109 countries (20 November 2025)",
        "From 103 members in 93 countries (2018 submission) to 131 in 109 (November 2025)",
        job("coverage", next_year()).spec.title,
        "Thank you",
    ]
    assert series(chart(deck))["Members"] == MEMBERS
    assert speaker_notes.read_custom_xml(deck) == ()
    assert verify(done.data, "x.pptx", next_year()).state == "current"
    before, after = parts(data), parts(done.data)
    for number in (1, 5):
        assert after[f"ppt/slides/slide{number}.xml"] == before[f"ppt/slides/slide{number}.xml"]


def test_without_any_receipt_nothing_is_guessed():
    data = pasted((2,))

    def bare(deck):
        deck.slides[1].notes_slide.notes_text_frame.text = "Hello."

    data = changed(bare, data)
    done = refresh(data, next_year())
    assert (done.report.state, done.report.exit, done.data) == ("partly", 6, data)
    source = opened(data).slides[1].shapes[1].text_frame.text
    title = "129 members in 108 countries (15 November 2024)"
    assert done.report.slides[1].unmatched == [
        f"Title: no receipt tells whether it was typed by hand: “{title}”",
        "Source line: no receipt tells whether it was typed by hand: “" + source + "”",
        "Members: “129” is no number that was made here; today it is “131”.",
        "Countries with members: “108” is no number that was made here; today it is “109”.",
    ]


@pytest.fixture(scope="module")
def office(tmp_path_factory) -> bytes:
    """The shipped deck as LibreOffice saves it."""
    return through_office(shipped(), tmp_path_factory.mktemp("office"))


def test_what_another_program_saved_is_renewed_and_its_workbook_made_again(office: bytes):
    assert not [name for name in parts(office) if "embeddings" in name]
    names = {one.name for one in opened(office).slides[2].shapes}
    assert "fig:network:chart" in names and "fig:network:title" not in names
    today = refresh(office, real())
    told = {one.what for slide in today.report.slides for one in slide.changed}
    assert told == {"Alternative text", "Workbook of the chart, which was lost"}
    done = refresh(office, next_year())
    assert done.report.state == "renewed", as_text(done.report)
    assert verify(done.data, "x.pptx", next_year()).state == "current"
    deck = opened(done.data)
    held = chart(deck)
    assert series(held)["Members"] == MEMBERS
    sheet = load_workbook(io.BytesIO(held.part.chart_workbook.xlsx_part.blob))["Sheet1"]
    heads = [cell.value for cell in sheet[1]]
    column = heads.index("Countries with members, members and partners, over")
    assert (sheet.cell(3, column + 1).value, sheet.cell(3, column + 1).number_format) == (
        100,
        '"over "#,##0" † members and partners"',
    )
    frame = shape(deck, 3, "fig:network:chart")
    assert frame._element.xpath(".//p:cNvPr")[0].get("descr").startswith("Chart over time. From")
    assert deck.slides[2].shapes.title.name == "fig:network:title"
    assert refresh(done.data, next_year()).report.state == "current"


def test_what_was_renewed_is_drawn_with_nothing_lost_cut_or_overlapping(tmp_path: Path):
    done = refresh(shipped(), next_year())
    sheets = drawn(done.data, tmp_path)
    assert [meeting(sheet) for sheet in sheets] == [[] for _sheet in sheets]
    assert [outside(sheet) for sheet in sheets] == [[] for _sheet in sheets]
    for said in ("103", "126", "129", "131", "over 100", "93", "109", "members", "countries"):
        assert said in sheets[2].text
    assert "17%" in sheets[5].text and "over 561" in sheets[6].text


def test_what_was_renewed_goes_through_another_program_and_is_still_current(tmp_path: Path):
    done = refresh(shipped(), next_year())
    again = through_office(done.data, tmp_path)
    assert verify(again, "x.pptx", next_year()).state == "current"
    told = {one.what for s in refresh(again, next_year()).report.slides for one in s.changed}
    assert told == {"Alternative text", "Workbook of the chart, which was lost"}


def test_a_chart_that_became_a_picture_is_told():
    def picture(deck):
        one = shape(deck, 3, "fig:network:chart")
        data = one._element.find(f".//{A}graphicData")
        for child in list(data):
            data.remove(child)

    done = refresh(changed(picture), next_year())
    assert done.report.slides[2].unmatched == [
        "The chart “network” is no chart any more: it was left as it is."
    ]
    assert done.report.exit == 6


def test_a_workbook_outside_the_file_is_told():
    name = next(n for n in parts(shipped()) if n.startswith("ppt/charts/_rels/"))
    held = etree.fromstring(parts(shipped())[name])
    for one in held:
        if one.get("Type").endswith("/package"):
            one.set("Target", "file:///c:/numbers.xlsx")
            one.set("TargetMode", "External")
    made = dict(parts(shipped())) | {name: etree.tostring(held)}
    done = refresh(packed(made), next_year())
    assert done.report.slides[2].unmatched == [
        "The workbook of the chart lies outside the file: only the chart itself was brought up to "
        "date."
    ]
    assert series(chart(opened(done.data)))["Members"] == MEMBERS


def test_a_figure_that_is_drawn_no_more_is_told():
    held = {
        n: d.replace(b"fig:findings:", b"fig:pie:") if n.startswith("ppt/slides/slide") else d
        for n, d in parts(shipped()).items()
    }
    done = refresh(packed(held), next_year())
    assert done.report.slides[5].unmatched == [
        "The figure “pie” is not drawn from today’s data: it was left as it is."
    ]
