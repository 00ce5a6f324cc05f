"""A workbook must say what the chart says, run nothing, and show what was changed in it."""

from __future__ import annotations

import io
import zipfile

import pytest
from openpyxl import Workbook, load_workbook  # type: ignore[import-untyped]

from export.formats import xlsx
from export.formats.xlsx import read_sheets
from tests.export.made import EVERY, HOSTILE, hostile, job, real_job


def opened(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def about(book: Workbook) -> dict[object, object]:
    return {line[0]: line[1] for line in cells(book["About"])}


def cells(sheet) -> list[list[object]]:
    return [[cell.value or "" for cell in line] for line in sheet.iter_rows()]


def test_the_sheets_and_their_first_columns():
    book = opened(xlsx.write(job()))
    assert book.sheetnames == ["Numbers", "Quotes", "As drawn", "About", "Receipt"]
    assert book.active.title == "Numbers"
    assert book["Receipt"].sheet_state == "hidden"
    assert [book[name]["A1"].value for name in book.sheetnames[:3]] == ["says"] * 3


def test_a_row_per_fact_with_its_bound():
    head, *rows = cells(opened(xlsx.write(job()))["Numbers"])
    assert head == [
        "says", "what", "value", "low", "high", "bound", "unit", "as of", "time", "document",
        "wording", "ref",
    ]  # fmt: skip
    assert rows[2] == [
        "over 100", "Countries", 100, 100, "", "more_than", "countries",
        "October 2021 to March 2022, inferred", "2021-10/2022-03 inferred", "Third 2022",
        "members and partners",
        "third-2022/countries",
    ]  # fmt: skip
    assert rows[7][:5] == ["129", "Members", 129, 129, 129]


def test_a_bound_is_shown_in_the_cell_of_its_number_too():
    sheet = opened(xlsx.write(job()))["Numbers"]
    assert sheet["C4"].number_format == '"over "#,##0'
    assert sheet["D4"].number_format == '"over "#,##0'
    assert sheet["C9"].number_format == "General"
    real = opened(xlsx.write(real_job("said-by-others")))["Numbers"]
    formats = {line[0].value: line[2].number_format for line in real.iter_rows(min_row=2)}
    assert formats["upwards of 50,000"] == '"upwards of "#,##0'
    shares = opened(xlsx.write(real_job("findings")))["Numbers"]
    formats = {line[0].value: line[2].number_format for line in shares.iter_rows(min_row=2)}
    assert formats["more than 50%"] == '"more than "#,##0"%"'


@pytest.mark.parametrize("name", EVERY)
def test_every_sheet_says_what_the_chart_says(name: str):
    made = real_job(name)
    data = xlsx.write(made)
    book = opened(data)
    items = made.receipt.items
    numbers = cells(book["Numbers"])[1:]
    assert [(r[0], r[1], r[-1]) for r in numbers] == [(i.says, i.label, i.ref) for i in items]
    assert [(r[2], r[3], r[4]) for r in numbers] == [
        tuple("" if n is None else n for n in (i.value, i.low, i.high)) for i in items
    ]
    assert [(r[0], r[2], r[5]) for r in cells(book["Quotes"])[1:]] == [
        (i.says, i.quote, i.citation) for i in items
    ]
    drawn = [line[1:] for line in cells(book["As drawn"])]
    table = made.spec.table
    assert drawn == [list(table.columns), *([c.text for c in row] for row in table.rows)]
    told = about(book)
    assert told["Title"] == made.spec.title
    assert told["Note"] == made.spec.note
    assert told["Source"] == made.spec.source
    assert (told["Code"], told["Data version"]) == (made.receipt.code, made.receipt.version)
    assert xlsx.read_receipt(data) == made.receipt
    assert xlsx.differences(data, None) == ()


def test_what_may_be_said_of_a_row_of_the_drawing():
    drawn = cells(opened(xlsx.write(job()))["As drawn"])
    assert [line[0] for line in drawn] == [
        "says",
        "103; 93",
        "122; over 100",
        "126; 106",
        "129; 108",
    ]
    ledger = cells(opened(xlsx.write(real_job("reach")))["As drawn"])
    assert [line[0] for line in ledger[1:3]] == ["3 cities", "5 modules; in 4 countries"]
    grid = cells(opened(xlsx.write(real_job("coverage")))["As drawn"])
    assert grid[2][0] == "93; over 100; 106; 108"


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_runs_and_no_letter_is_lost(text: str):
    made = hostile(text)
    data = xlsx.write(made)
    book = opened(data)
    every = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    assert {cell.data_type for cell in every} <= {"s", "n"}
    assert [cell for cell in every if cell.hyperlink] == []
    assert cells(book["Numbers"])[1][1] == text
    assert about(book)["Title"] == text
    assert xlsx.read_receipt(data) == made.receipt
    assert xlsx.differences(data, None) == ()


def test_the_same_figure_gives_the_same_bytes():
    assert xlsx.write(job()) == xlsx.write(job())


def test_saved_again_without_a_change_it_is_still_the_same():
    assert xlsx.differences(saved(opened(xlsx.write(real_job("places")))), None) == ()


def changed(sheet: str, cell: str, value: object) -> tuple[str, ...]:
    book = opened(xlsx.write(job()))
    assert book[sheet][cell].value is not None
    book[sheet][cell] = value
    return xlsx.differences(saved(book), None)


def test_a_changed_cell_is_named():
    assert changed("Numbers", "A9", "131") == (
        "Members, Fifth 2025: says is “131” in the file; the receipt holds “129”.",
    )
    assert changed("Numbers", "C9", 131) == (
        "Members, Fifth 2025: value is “131” in the file; the receipt holds “129”.",
    )
    assert changed("Numbers", "C9", -129) == (
        "Members, Fifth 2025: value is “-129” in the file; the receipt holds “129”.",
    )
    assert changed("Numbers", "A4", "100") == (
        "Countries, Third 2022: says is “100” in the file; the receipt holds “over 100”.",
    )
    assert changed("Quotes", "C9", "131 members") == (
        "Members, Fifth 2025: quote is “131 members” in the file; the receipt holds “our network "
        "has 129 members.”.",
    )
    assert changed("As drawn", "D5", "131") == (
        "The sheet with the table of the chart was changed, or is missing.",
    )
    assert changed("About", "B1", "My own title") == ()  # a title is theirs to change


def test_a_formula_in_place_of_a_number_is_named():
    assert changed("Numbers", "C9", "=100+31") == (
        "Members, Fifth 2025: value is “” in the file; the receipt holds “129”.",
    )


def test_a_sheet_or_a_row_taken_out_is_named():
    book = opened(xlsx.write(job()))
    del book["Quotes"]
    book["Numbers"].delete_rows(9)
    assert xlsx.differences(saved(book), None) == (
        "Members, Fifth 2025 is not in the file any more.",
        "A sheet with a row for each fact is missing, or its columns are.",
    )


def test_sheets_of_their_own_and_rows_in_another_order_change_nothing():
    book = opened(xlsx.write(job()))
    book.create_sheet("Mine", 0)["A1"] = 99
    sheet = book["Numbers"]
    lines = cells(sheet)[1:]
    for at, line in enumerate(reversed(lines), start=2):
        for place, value in enumerate(line, start=1):
            sheet.cell(at, place).value = value if value != "" else None
    assert xlsx.differences(saved(book), None) == ()


def test_without_its_hidden_sheet_there_is_no_receipt():
    book = opened(xlsx.write(job()))
    del book["Receipt"]
    assert xlsx.read_receipt(saved(book)) is None


def packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def spoiled(name: str, data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(xlsx.write(job()))) as archive:
        files = {part: archive.read(part) for part in archive.namelist()}
    assert name in files
    return packed(files | {name: data})


ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><sst>&a;</sst>'
BAD = {
    "nothing": b"",
    "no zip": b"PK\x03\x04 nothing",
    "cut off": xlsx.write(job())[:4000],
    "an empty zip": packed({}),
    "no sheets": packed({"xl/workbook.xml": b"<workbook/>"}),
    "broken XML": spoiled("xl/workbook.xml", b"<workbook"),
    "entities": spoiled("xl/sharedStrings.xml", ENTITIES),
    "a text that is not there": spoiled("xl/sharedStrings.xml", b"<sst/>"),
    "a bomb": spoiled("xl/sharedStrings.xml", b"<sst>" + b" " * 60_000_000 + b"</sst>"),
    "deep JSON": b"",
}


@pytest.mark.parametrize("case", BAD)
def test_what_is_no_workbook_has_no_receipt(case: str):
    data = BAD[case]
    if case == "deep JSON":
        book = opened(xlsx.write(job()))
        book["Receipt"]["B1"] = "[" * 30_000
        data = saved(book)
    assert xlsx.read_receipt(data) is None
    assert xlsx.differences(data, None) == ()


def test_a_cell_far_away_costs_no_memory():
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b'<sheetData><row><c r="XFD1048576" t="n"><v>1</v></c></row></sheetData></worksheet>'
    )
    found = read_sheets(spoiled("xl/worksheets/sheet1.xml", sheet))
    assert found is not None
    assert found["Numbers"] == []
