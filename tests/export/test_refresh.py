"""A deck of last year gets today's data: charts, tables, numbers, titles, sources and notes."""

from __future__ import annotations

import io
import json
from functools import cache

import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]

from export.formats import pptx
from export.refresh.refresh import refresh
from export.refresh.refresh_report import Change, as_json, as_text
from export.slides import slide_table, speaker_notes
from export.slides.read_figures import figures_in
from export.slides.speaker_notes import receipts_in_notes
from export.verify import verify
from tests.export.made import EVERY, job, real_job
from tests.export.next_year import next_year
from tests.export.older import (
    NETWORK,
    chart,
    opened,
    parts,
    series,
    shape,
    shipped,
)
from tests.support.real import real

MEMBERS = "numbers?indicators=members,member_countries"


@cache
def renewed():
    return refresh(shipped(), next_year())


def code(data: bytes, view: str = MEMBERS) -> str:
    """The code of a view as it stands in a file."""
    return next(one.receipt.code for one in figures_in(data) if one.receipt.view == view)


def test_a_current_file_comes_back_as_it_is():
    done = refresh(shipped(), real())
    assert done.data == shipped()
    assert (done.report.state, done.report.exit) == ("current", 0)
    assert as_text(done.report).splitlines()[0] == (
        "The file is current: its numbers are those of today’s data."
    )
    assert [one.changed + one.unmatched for one in done.report.slides] == [[]] * 8


def test_the_deck_is_brought_up_to_date_and_verified():
    done = renewed()
    assert (done.report.state, done.report.exit) == ("renewed", 0)
    assert verify(shipped(), "x.pptx", next_year()).state == "superseded"
    assert verify(done.data, "x.pptx", next_year()).state == "current"
    found = {one.receipt.view: one.values for one in figures_in(done.data)}
    assert found["numbers?indicators=members,member_countries"] == ("131", "109")
    assert sorted(found["network"] or ()) == sorted(
        ["103", "122", "126", "129", "131", "93", "over 100", "106", "108", "109"]
    )


def test_what_was_done_is_told_from_what_to_what():
    slide = renewed().report.slides[1]
    assert (slide.number, slide.title) == (2, "129 members in 108 countries (15 November 2024)")
    codes = code(shipped()), code(renewed().data)
    then = f"Source: ECPAT International, submission CSTD 2025. · {codes[0]}"
    now = f"Source: ECPAT International, submission CSTD 2026. · {codes[1]}"
    when = ("CSTD 2025, 15 November 2024", "CSTD 2026, 20 November 2025")
    quotes = (
        "“our network of 129 members in 108 countries”",
        "“its network of 131 members in 109 countries”",
    )
    assert slide.changed == [
        Change("Title", slide.title, "131 members in 109 countries (20 November 2025)"),
        Change("Source line", then, now),
        Change("Members", "129", "131"),
        Change("Words under “Members”", *when),
        Change("Words under “Members”", *quotes),
        Change("Countries with members", "108", "109"),
        Change("Words under “Countries with members”", *when),
        Change("Words under “Countries with members”", *quotes),
        Change("Speaker notes: quotes and receipt", *codes),
    ]
    assert slide.unmatched == slide.left == []
    assert "    Members: 129 → 131\n" in as_text(renewed().report)
    assert json.loads(as_json(renewed().report))["slides"][1]["changed"][2] == {
        "what": "Members",
        "old": "129",
        "new": "131",
    }


def test_a_renewed_file_is_current_and_stays_as_it_is():
    done = renewed()
    again = refresh(done.data, next_year())
    assert again.report.state == "current"
    assert again.data == done.data


def test_the_chart_has_the_new_point_in_its_caches_and_in_its_workbook():
    deck = opened(renewed().data)
    held = chart(deck)
    assert series(held)["Members"] == (103.0, None, 126.0, 129.0, 131.0)
    assert series(held)["Countries with members, unbroken line"] == (None, None, 106, 108, 109)
    assert series(held)["\u00a0\u00a0members"] == (None, None, None, None, 131)
    sheet = load_workbook(io.BytesIO(held.part.chart_workbook.xlsx_part.blob))["Sheet1"]
    heads = [cell.value for cell in sheet[1]]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert [row[heads.index("Members")] for row in rows] == [103, None, 126, 129, 131]
    assert [row[0].date().isoformat() for row in rows] == [
        "2017-12-16", "2021-12-16", "2024-05-15", "2024-11-15", "2025-11-20",
    ]  # fmt: skip
    xml = held.part.blob.decode()
    assert xml.count('<c:ptCount val="5"/>') == 16
    assert '<c:max val="46023"/>' in xml  # the axis reaches to the end of 2025


def test_title_source_note_and_alternative_text():
    deck = opened(renewed().data)
    title = "From 103 members in 93 countries (2018 submission) to 131 in 109 (November 2025)"
    assert shape(deck, 3, f"{NETWORK}title").text_frame.text == title
    assert shape(deck, 3, f"{NETWORK}source").text_frame.text == (
        "Source: ECPAT International, submissions CSTD 2018, CSTD 2022, OHCHR 2024, CSTD 2025 and "
        f"CSTD 2026. · {code(renewed().data, 'network')}"
    )
    alt = shape(deck, 3, f"{NETWORK}chart")._element.xpath(".//p:cNvPr")[0].get("descr")
    assert alt.startswith(f"Chart over time. {title}.") and "131 (members, CSTD 2026" in alt
    note = next(s for s in deck.slides[3].shapes if s.name.endswith(":note"))
    assert note.text_frame.text.startswith("A lower limit: “over 561”. A dot marks the country")


def test_the_notes_keep_what_is_said_and_have_todays_quotes():
    before, after = (
        opened(data).slides[1].notes_slide.notes_text_frame.text.split("\n")
        for data in (shipped(), renewed().data)
    )
    assert after[:2] == before[:2]
    assert after[2] == (
        "131: Members (CSTD 2026, Our network, 20 November 2025): “its network of 131 members in "
        "109 countries”"
    )
    assert len(after) == len(before)
    held = receipts_in_notes("\n".join(after))
    assert [one.code for one in held] == [code(renewed().data)]


def test_the_files_own_receipts_and_properties_are_todays():
    deck = opened(renewed().data)
    found = {one.view: one for one in speaker_notes.read_custom_xml(deck)}
    assert found["network"].code == code(renewed().data, "network") and len(found) == 6
    assert {one.receipt.view: one.receipt for one in figures_in(renewed().data)} == found
    assert code(renewed().data, "network") in deck.core_properties.keywords


def test_a_table_has_a_new_row_and_a_new_column_in_the_look_of_the_others():
    deck = opened(renewed().data)
    table = shape(deck, 7, "fig:coverage:table").table
    rows = [[cell.text_frame.text.strip() for cell in row.cells] for row in table.rows]
    assert rows[0] == [
        "Figure", "CSTD 2014", "CSTD 2018", "CSTD 2022", "OHCHR 2024", "CSTD 2025", "CSTD 2026",
    ]  # fmt: skip
    assert rows[1][5:] == ["129", "131"] and rows[5][5:] == ["over 561", "not stated"]
    whole = shape(opened(shipped()), 7, "fig:coverage:table").width
    assert abs(sum(column.width for column in table.columns) - whole) < 100
    runs = [table.cell(1, at).text_frame.paragraphs[0].runs[0] for at in (5, 6)]
    assert [run.font.bold for run in runs] == [True, True]
    assert runs[0].font.size == runs[1].font.size
    shares = shape(deck, 6, "fig:findings:table").table
    assert [row.cells[0].text_frame.text for row in shares.rows] == [
        "Share", "1 to 20%", "more than 50%", "17%",
    ]  # fmt: skip


def test_the_last_slide_cites_the_new_document_behind_the_others():
    then, now = (
        shape(opened(data), 8, "fig:sources:sources").text_frame.text
        for data in (shipped(), renewed().data)
    )
    added = (
        "CSTD 2026: Submission to the Commission on Science and Technology for Development "
        "(CSTD), 29th session, dated 20 November 2025."
    )
    assert added in now and added not in then
    assert now.index("CSTD 2025:") < now.index(added) < now.index("What is counted")


def test_parts_that_hold_nothing_of_ours_are_the_same_bytes():
    before, after = parts(shipped()), parts(renewed().data)
    assert list(before) == list(after)
    touched = {name for name in before if before[name] != after[name]}
    numbers = (2, 3, 4, 6, 7)
    assert touched == {
        *(f"ppt/slides/slide{n}.xml" for n in (*numbers, 8)),
        *(_notes_of(before, n) for n in numbers),
        *(n for n in before if n.startswith(("ppt/charts/chart", "ppt/embeddings/"))),
        *(n for n in before if n.startswith("ppt/drawings/drawing")),
        "customXml/item1.xml",
        "docProps/core.xml",
    }


def _notes_of(held: dict[str, bytes], number: int) -> str:
    for name, data in held.items():
        if name.startswith("ppt/notesSlides/_rels/") and f"slide{number}.xml".encode() in data:
            return name.replace("_rels/", "").removesuffix(".rels")
    return ""


@pytest.mark.parametrize("name", EVERY)
def test_every_figure_alone(name):
    data = pptx.write(real_job(name))
    assert refresh(data, real()).data == data
    done = refresh(data, next_year())
    assert done.report.state != "partly", as_text(done.report)
    assert verify(done.data, "x.pptx", next_year()).state == "current"
    assert pptx.read_receipt(done.data) is not None
    again = refresh(done.data, next_year())
    assert again.report.state == "current", as_text(again.report)


def test_the_map_has_the_new_country():
    then = opened(pptx.write(real_job("places")))
    now = opened(refresh(pptx.write(real_job("places")), next_year()).data)
    marks = [{one.name for one in shape(deck, 1, "fig:places:map").shapes} for deck in (then, now)]
    assert marks[1] - marks[0] == {"Iceland"} and marks[0] <= marks[1]
    names = shape(now, 1, "fig:places:names-1").text_frame.text
    assert "Iceland" in names
    title = job("places", next_year()).spec.title
    assert shape(now, 1, "fig:places:title").text_frame.text == title and "59" in title


def test_a_new_activity_stands_in_its_place_in_time_over_several_slides():
    data = refresh(pptx.write(real_job("activities")), next_year()).data
    tables = [s.table for slide in opened(data).slides for s in slide.shapes if s.has_table]
    told = [[c.text_frame.text for c in r.cells] for t in tables for r in list(t.rows)[1:]]
    rows = slide_table.table_rows(job("activities", next_year()).spec.drawing).body
    wanted = [["".join(p.text for p in line) for (line,) in row] for row in rows]
    assert told == wanted
    assert "Consultation of the members" in [row[1] for row in told]
