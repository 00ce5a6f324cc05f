"""The ZIP must hold every format, a readme that needs nothing else, and give the same bytes."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest

from drawing.browser_pictures import NoBrowser
from export.file_formats import format_named
from export.formats import csv, pdf, png, zip
from export.receipt import citation, filters
from tests.export.made import job

NAME = "network_2014-2025_as-of-2024-11-15"


@pytest.fixture
def without_browser(monkeypatch: pytest.MonkeyPatch):
    def refuse(_job):
        raise NoBrowser("No browser here. Install one.")

    for part in (png, pdf):
        monkeypatch.setattr(part, "write", refuse)


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def readme(data: bytes) -> str:
    return unpacked(data)["readme.txt"].decode()


@pytest.mark.browser
def test_every_format_is_in_it():
    made = job()
    files = unpacked(zip.write(made))
    assert list(files) == [
        "readme.txt", f"{NAME}.png", f"{NAME}.svg", f"{NAME}.pdf", f"{NAME}.pptx", f"{NAME}.xlsx",
        f"{NAME}.csv", f"{NAME}.csv-metadata.json", f"{NAME}.html",
    ]  # fmt: skip
    for name in ("png", "svg", "pdf", "pptx", "xlsx", "html"):
        assert format_named(name).read_receipt(files[f"{NAME}.{name}"]) == made.receipt
    assert csv.differences(files[f"{NAME}.csv"], made.receipt) == ()
    assert files[f"{NAME}.csv-metadata.json"] == csv.metadata(made, f"{NAME}.csv")


def test_without_a_browser_the_rest_is_there_and_the_readme_says_so(without_browser: None):
    data = zip.write(job())
    assert [name.removeprefix(NAME) for name in unpacked(data)] == [
        "readme.txt", ".svg", ".pptx", ".xlsx", ".csv", ".csv-metadata.json", ".html",
    ]  # fmt: skip
    lines = readme(data).split("\r\n")
    at = lines.index("Left out")
    assert lines[at + 1 : at + 3] == [
        f"{NAME}.png: No browser here. Install one.",
        f"{NAME}.pdf: No browser here. Install one.",
    ]


def test_the_readme_says_what_it_is_and_how_to_cite_it(without_browser: None):
    made = job(show="members")
    made = replace(
        made, receipt=replace(made.receipt, link="https://x.example/network?show=members")
    )
    text = readme(zip.write(made))
    parts = text.split("\r\n\r\n")
    assert parts[0].split("\r\n") == [made.spec.title, made.spec.subtitle]
    assert parts[1].split("\r\n") == [
        "How to cite",
        f"“{made.spec.title}”. {made.spec.source} Data version {made.receipt.version}, "
        f"code {made.receipt.code}. https://x.example/network?show=members",
        "The Network, Second 2018.",
        "The Network, Third 2022.",
        "The Network, Fourth 2024.",
        "The Network, Fifth 2025.",
    ]
    assert parts[2].split("\r\n") == [
        "The view", "https://x.example/network?show=members", "Filters: show: members.",
    ]  # fmt: skip
    assert parts[3].split("\r\n") == ["Note", made.spec.note, made.spec.source]
    columns = parts[6].split("\r\n")
    assert columns[:2] == [
        "Columns of the sheets",
        "says (says): The number as it may be said, with its bound: over 100.",
    ]
    assert len(columns) == 1 + 15 + 6


def test_without_an_address_none_is_written(without_browser: None):
    text = readme(zip.write(job()))
    assert "network (the address of the dashboard is not set)" in text
    assert "Filters: none, everything that this figure draws." in text
    assert "localhost" not in text
    assert citation(job().receipt).endswith(f"code {job().receipt.code}.")
    assert filters(job(show="members").receipt) == "show: members"


def test_the_same_figure_gives_the_same_bytes(without_browser: None):
    assert zip.write(job()) == zip.write(job())


def test_it_is_read_back(without_browser: None):
    data = zip.write(job())
    assert zip.read_receipt(data) == job().receipt


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", zip.packed({}), zip.packed({"a.txt": b"a"}),
     zip.packed({f"{n}.csv": b"" for n in range(200)}), zip.packed({"a.html": b" " * 110_000_000}),
     zip.packed({"a.xlsx": b"PK", "a.csv": b"\xff", "a.html": b"", "a.pptx": b"PK", "a.svg": b"<"}),
     zip.packed({"readme.txt": b"text " * 99})[:60]],
)  # fmt: skip
def test_what_is_no_zip_of_ours_has_no_receipt(data: bytes):
    assert zip.read_receipt(data) is None
