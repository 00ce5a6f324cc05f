"""A slide must hold what the chart says as something to edit, and its receipt wherever it can."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]
from pptx import Presentation

from export.formats import pptx
from export.slides import speaker_notes
from export.slides.speaker_notes import RECEIPT_MARK, receipts_in_notes
from tests.export.made import EVERY, HOSTILE, hostile, job, real_job, values_on_slides
from tests.export.templates import brand

DATES = (date(2017, 12, 16), date(2021, 12, 16), date(2024, 5, 15), date(2024, 11, 15))


def slides(data: bytes):
    return list(Presentation(io.BytesIO(data)).slides)


def named(slide) -> dict[str, Any]:
    return {shape.name: shape for shape in slide.shapes}


def chart_of(data: bytes):
    return named(slides(data)[0])["fig:network:chart"].chart


def said(name: str) -> list[str]:
    """The numbers of the figure as they may be said, as often as a cell of it holds them."""
    return sorted(item.says for item in real_job(name).receipt.items if item.says)


@pytest.mark.parametrize("name", EVERY)
def test_the_receipt_is_read_back(name):
    assert pptx.read_receipt(pptx.write(real_job(name))) == real_job(name).receipt


@pytest.mark.parametrize("name", ["network", "reach", "coverage", "findings", "said-by-others"])
@pytest.mark.parametrize("template", [False, True])
def test_the_numbers_are_read_back_from_the_slides(name, template):
    made = pptx.write(real_job(name), brand() if template else None)
    assert sorted(set(values_on_slides(made) or ())) == sorted(set(said(name)))
    if name == "network":
        assert sorted(values_on_slides(made) or ()) == said(name)


@pytest.mark.parametrize("name", ["activities", "places"])
def test_a_figure_without_numbers_has_none_to_read(name):
    assert values_on_slides(pptx.write(real_job(name))) is None


@pytest.mark.parametrize("name", EVERY)
def test_the_same_figure_gives_the_same_bytes(name):
    assert pptx.write(real_job(name)) == pptx.write(real_job(name))


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("template", [False, True])
def test_no_text_is_under_12_points_and_each_slide_has_its_source(name, template):
    made = pptx.write(real_job(name), brand() if template else None)
    code = real_job(name).receipt.code
    for slide in slides(made):
        held = slide.part.blob.decode()
        assert all(int(size) >= 1200 for size in re.findall(r'sz="(\d+)"', held))
        view = real_job(name).receipt.view
        source = [s for s in slide.shapes if s.name.startswith(f"fig:{view}:source")]
        assert [shape.text_frame.text.endswith(f" · {code}") for shape in source] == [True]
        assert not [s for s in slide.placeholders if s.has_text_frame and not s.text_frame.text]


def test_the_network_is_a_chart_in_the_layouts_own_field():
    slide = slides(pptx.write(real_job("network")))[0]
    shape = named(slide)["fig:network:chart"]
    assert shape.is_placeholder and shape.has_chart
    assert shape._element.xpath(".//p:cNvPr")[0].get("descr") == real_job("network").spec.alt
    assert slide.shapes.title.text == real_job("network").spec.title
    assert slide.shapes.title.name == "fig:network:title"


def test_the_chart_is_on_dates_with_gaps_and_dashes_and_no_typed_label():
    chart = chart_of(pptx.write(real_job("network")))
    plot = chart.plots[0]
    days = [(day - date(1899, 12, 30)).days for day in DATES]
    assert [int(float(category.label)) for category in plot.categories] == days
    values = {series.name: tuple(series.values) for series in plot.series}
    assert values["Members"] == (103.0, None, 126.0, 129.0)
    assert values["Members, members and partners"] == (None, 122.0, None, None)
    assert values["Countries with members, members and partners, over"] == (None, 100.0, None, None)
    xml = chart.part.blob.decode()
    assert "<c:dPt>" not in xml and "<c:rich>" not in xml
    assert xml.count('prstDash val="sysDash"') == 2
    assert '<c:majorTimeUnit val="years"/>' in xml and '<c:baseTimeUnit val="days"/>' in xml


def test_the_workbook_shows_the_bound():
    blob = chart_of(pptx.write(real_job("network"))).part.chart_workbook.xlsx_part.blob
    sheet = load_workbook(io.BytesIO(blob))["Sheet1"]
    heads = [cell.value for cell in sheet[1]]
    column = heads.index("Countries with members, members and partners, over")
    cell = sheet.cell(3, column + 1)
    assert (cell.value, cell.number_format) == (100, '"over "#,##0" † members and partners"')
    assert sheet.cell(3, 1).value == datetime(2021, 12, 16)


def test_the_notes_hold_every_quote_and_a_receipt_of_their_own():
    held = real_job("network")
    notes = slides(pptx.write(held))[0].notes_slide.notes_text_frame.text
    for item in held.receipt.items:
        assert f"“{item.quote}”" in notes
    assert receipts_in_notes(notes) == (held.receipt,)
    assert RECEIPT_MARK in notes


def test_the_receipt_stands_in_a_custom_part_too():
    held = real_job("network")
    assert speaker_notes.read_custom_xml(Presentation(io.BytesIO(pptx.write(held)))) == (
        held.receipt,
    )


def test_a_number_changed_by_hand_is_read_as_it_stands():
    made = Presentation(io.BytesIO(pptx.write(real_job("coverage"))))
    table = named(made.slides[0])["fig:coverage:table"].table
    run = table.cell(1, 5).text_frame.paragraphs[0].runs[0]
    assert run.text == "129"
    run.text = "131"
    out = io.BytesIO()
    made.save(out)
    assert "131" in (values_on_slides(out.getvalue()) or ())
    assert pptx.read_receipt(out.getvalue()) == real_job("coverage").receipt


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stand_as_they_are_and_run_nothing(text):
    held = hostile(text)
    data = pptx.write(held)
    slide = slides(data)[0]
    assert slide.shapes.title.text == text
    assert pptx.read_receipt(data) == held.receipt
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        book = next(name for name in file.namelist() if name.endswith(".xlsx"))
        sheet = load_workbook(io.BytesIO(file.read(book)))["Sheet1"]
    typed = {cell.data_type for row in sheet for cell in row if isinstance(cell.value, str)}
    formulas = {cell.value for row in sheet for cell in row if cell.data_type == "f"}
    assert typed <= {"s", "f"}
    assert all(re.fullmatch(r"=[A-Z]+[0-9]+", str(formula)) for formula in formulas)


def test_an_arabic_title_is_set_from_the_right():
    text = "شبكة من الأعضاء في العالم"
    title = slides(pptx.write(hostile(text)))[0].shapes.title
    assert title.text == text
    assert title._element.xpath(".//a:pPr")[0].get("rtl") == "1"


def test_without_a_title_the_source_and_note_stay():
    held = replace(real_job("network"), with_title=False)
    slide = slides(pptx.write(held))[0]
    assert slide.shapes.title is None
    assert {"fig:network:note", "fig:network:source", "fig:network:chart"} <= set(named(slide))


def test_the_size_is_that_of_the_figure():
    made = Presentation(io.BytesIO(pptx.write(replace(job(), width=1080, height=1350))))
    assert (made.slide_width, made.slide_height) == (1080 * 9525, 1350 * 9525)


@pytest.mark.parametrize("data", [b"", b"PK", b"\0" * 50, brand(), brand()[:5000]])
def test_any_other_file_holds_nothing(data):
    assert pptx.read_receipt(data) is None


@pytest.mark.parametrize("size", [(480, 360), (480, 4000), (4000, 360), (4000, 4000)])
def test_a_slide_has_the_shape_of_the_size_and_room_for_its_text(size: tuple[int, int]):
    data = pptx.write(replace(real_job("coverage"), width=size[0], height=size[1]))
    made = Presentation(io.BytesIO(data))
    assert made.slide_width / made.slide_height == pytest.approx(size[0] / size[1], rel=0.01)
    assert min(made.slide_width, made.slide_height) >= 4_500_000  # EMU: 12.5 cm


@pytest.mark.parametrize("name", ["reach", "activities", "findings"])
def test_a_table_explains_no_bars_and_keeps_the_rest_of_the_note(name: str):
    spec = real_job(name).spec
    slide = slides(pptx.write(real_job(name)))[0]
    note = named(slide)[f"fig:{name}:note"].text_frame.text
    assert spec.of_marks
    assert all(said in spec.note and said not in note for said in spec.of_marks)
    assert not {"bar", "bars", "band", "bands"} & set(note.casefold().replace(".", " ").split())
    assert note == spec.table_note != ""
