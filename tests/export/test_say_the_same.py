"""All outputs of one figure say the same: its numbers with their bounds, its table, its receipt."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache

import lxml.html
import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]

from export.figures import Job
from export.file_formats import format_named
from export.formats import svg
from export.slides.read_figures import figures_in
from tests.export.made import EVERY, real_job

FIGURE = pytest.mark.parametrize("name", EVERY)
WORDS = ("svg", "pptx", "xlsx", "csv", "html", "zip")  # those that no browser draws


@cache
def written(name: str, form: str) -> bytes:
    """A figure of the real data as a file."""
    return format_named(form).write(real_job(name))


def said(job: Job) -> list[str]:
    """What the facts of a figure say, in the order of its receipt."""
    return [one.says for one in job.receipt.items if one.says]


@FIGURE
@pytest.mark.parametrize("form", WORDS)
def test_the_receipt_in_every_format_is_that_of_the_figure(name: str, form: str):
    wanted = real_job(name).receipt
    found = (
        figures_in(written(name, form))[0].receipt
        if form == "pptx"
        else format_named(form).read_receipt(written(name, form))
    )
    if form == "csv":  # whose title, source and note stand in the file beside it
        wanted = replace(wanted, title="", newest="", source="", note="")
    assert found == wanted


@FIGURE
def test_the_numbers_drawn_are_those_of_the_receipt(name: str):
    numbers = said(real_job(name))
    pictured = svg.read_values(written(name, "svg")) or ()
    on_slides = figures_in(written(name, "pptx"))[0].values or ()
    assert set(pictured) <= set(numbers)
    assert set(on_slides) <= set(numbers)
    page = lxml.html.fromstring(written(name, "html"))
    told = [cell.text_content().strip() for cell in page.xpath("//*[@data-field='says']")]
    assert [one for one in told if one] == numbers


@FIGURE
def test_a_bound_is_said_wherever_its_number_stands(name: str):
    bound = [one for one in real_job(name).receipt.items if one.says and one.bound != "exact"]
    page = " ".join(lxml.html.fromstring(written(name, "html")).text_content().split())
    sheet = written(name, "csv").decode("utf-8-sig")
    for one in bound:
        assert one.says in page and one.says in sheet, one.ref


@FIGURE
def test_the_table_of_the_page_is_that_of_the_figure(name: str):
    table = real_job(name).spec.table
    page = lxml.html.fromstring(written(name, "html"))
    found = page.xpath("(//table)[1]")[0]
    heads = [" ".join(cell.text_content().split()) for cell in found.xpath(".//thead//th")]
    assert heads == list(table.columns)
    numbers = [
        (cell.text, cell.ref) for row in table.rows for cell in row if cell.ref and cell.text
    ]
    links = [" ".join(link.text_content().split()) for link in found.xpath(".//tbody//a")]
    assert links == [text for text, _ref in numbers]


@FIGURE
def test_title_source_and_note_stand_in_the_sheet(name: str):
    spec = real_job(name).spec
    book = load_workbook(io.BytesIO(written(name, "xlsx")))
    cells = {str(c.value) for sheet in book for row in sheet.iter_rows() for c in row if c.value}
    text = " ".join(cells)
    assert spec.title in cells
    assert spec.source in text
