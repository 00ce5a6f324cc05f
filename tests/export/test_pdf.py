"""A PDF is one page of just the size asked for, its text is text, and it carries its receipt."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from drawing.picture import SIZES
from export.figures import Job, job
from export.formats import pdf
from export.receipt_io import unsealed
from tests.export.made import EVERY
from tests.support.browser import find_browser
from tests.support.real import real

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def chrome(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROME", find_browser())


def made(name: str, **asked: Any) -> Job:
    found = job(real(), name, **asked)
    assert found is not None
    return found


@pytest.mark.parametrize("name", EVERY)
def test_the_receipt_and_the_information_are_read_back(name: str):
    asked = made(name)
    data = pdf.write(asked)
    told = {k: str(v) for k, v in (PdfReader(BytesIO(data)).metadata or {}).items()}
    assert pdf.read_receipt(data) == asked.receipt
    held, seal = unsealed(told.pop("/Receipt"))
    assert held == asked.receipt
    assert re.fullmatch("[0-9a-f]{16}", seal)
    assert told == {
        "/Title": asked.spec.title,
        "/Subject": f"{asked.spec.note} {asked.spec.source}",
        "/Keywords": asked.receipt.code,
    }


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_one_page_of_the_size(size: tuple[int, int]):
    pages = PdfReader(BytesIO(pdf.write(made("network", width=size[0], height=size[1])))).pages
    assert len(pages) == 1
    found = (float(pages[0].mediabox.width), float(pages[0].mediabox.height))
    assert found == pytest.approx((size[0] * 0.75, size[1] * 0.75), abs=1)


def test_the_text_is_text():
    asked = made("network")
    text = PdfReader(BytesIO(pdf.write(asked))).pages[0].extract_text()
    for words in (asked.spec.title, "over 100", "members and partners", asked.receipt.code):
        assert words in text


def test_the_same_job_gives_the_same_bytes():
    assert pdf.write(made("coverage")) == pdf.write(made("coverage"))


def test_a_receipt_kept_by_another_program_is_read():
    asked = made("findings")
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf.write(asked))))
    writer.compress_identical_objects()
    writer.add_metadata({"/Producer": "another"})
    kept = BytesIO()
    writer.write(kept)
    assert pdf.read_receipt(kept.getvalue()) == asked.receipt


@given(st.binary())
def test_no_bytes_raise(data: bytes):
    assert pdf.read_receipt(data) is None
    assert pdf.read_receipt(b"%PDF-1.4\n" + data) is None
