"""A picture, page or package that was changed by hand, its receipt left whole, must be told."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO

import pytest
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import DecodedStreamObject, NameObject

from drawing.picture import Mode
from export.formats import csv, pdf, png, svg, xlsx
from export.formats import zip as everything
from export.formats.png import pixels_seal
from export.verify import Verdict, verify
from tests.export.made import job, small
from tests.support.browser import find_browser

REPAINTED = Verdict(
    "changed_by_hand",
    ("The picture was changed: its pixels are not those that it was made with.",),
)
REDRAWN = Verdict(
    "changed_by_hand", ("The page was changed: what it draws is not what it was made with.",)
)
REWORDED = Verdict(
    "changed_by_hand",
    ("Words or marks in the picture are not those that it was made with.",),
)


@pytest.fixture
def chrome(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROME", find_browser())


@cache
def picture(mode: Mode = "light") -> bytes:
    return png.write(replace(job(), mode=mode))


@cache
def page() -> bytes:
    return pdf.write(job())


def state(data: bytes, name: str) -> str:
    return verify(data, name, small()).state


def saved_again(data: bytes, change: Callable[[Image.Image], Image.Image], **how: object) -> bytes:
    """A picture as another program saves it that keeps every text in it."""
    with Image.open(BytesIO(data)) as image:
        info = PngInfo()
        for keyword, text in image.text.items():  # type: ignore[attr-defined]
            info.add_itxt(keyword, str(text))
        made = BytesIO()
        change(image).save(made, "PNG", pnginfo=info, **how)
    return made.getvalue()


@pytest.mark.browser
@pytest.mark.usefixtures("chrome")
def test_a_picture_packed_anew_is_current():
    packed = saved_again(picture(), lambda image: image, optimize=True)
    assert packed != picture()
    assert state(packed, "x.png") == "current"
    assert state(saved_again(picture(), lambda image: image.convert("RGBA")), "x.png") == "current"


@pytest.mark.browser
@pytest.mark.usefixtures("chrome")
@pytest.mark.parametrize("mode", ["light", "transparent"])
def test_a_number_that_was_painted_over_is_told(mode: Mode):
    def painted(image: Image.Image) -> Image.Image:
        made = image.convert("RGBA")
        ImageDraw.Draw(made).rectangle((2200, 400, 2260, 440), fill="#ffffff")
        return made

    assert state(picture(mode), "x.png") == "current"
    assert verify(saved_again(picture(mode), painted), "x.png", small()) == REPAINTED


@pytest.mark.browser
@pytest.mark.usefixtures("chrome")
def test_one_pixel_a_smaller_size_or_another_picture_is_told():
    def dotted(image: Image.Image) -> Image.Image:
        made = image.copy()
        made.putpixel((9, 9), (254, 255, 255))
        return made

    def other(image: Image.Image) -> Image.Image:
        return Image.new("RGB", image.size, "#ffffff")

    for change in (dotted, other, lambda image: image.resize((1280, 720))):
        assert verify(saved_again(picture(), change), "x.png", small()) == REPAINTED
    cut = picture()[:-9000]
    assert verify(cut, "x.png", small()) == REPAINTED


def test_the_pixels_of_a_large_picture_are_summed_up_piece_by_piece():
    image = Image.linear_gradient("L").resize((300, 700)).convert("RGB")
    made = BytesIO()
    image.save(made, "PNG")
    whole = zlib.crc32(image.convert("RGBA").tobytes())
    assert pixels_seal(made.getvalue()) == f"300x700-{whole:08x}"


def redrawn(change: Callable[[bytes], bytes]) -> bytes:
    """The page with its content stream changed, and all else kept."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(page())))
    held = writer.pages[0].get_contents()
    assert held is not None
    new = DecodedStreamObject()
    new.set_data(change(held.get_data()))
    writer.pages[0][NameObject("/Contents")] = writer._add_object(new)
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


@pytest.mark.browser
@pytest.mark.usefixtures("chrome")
def test_a_page_saved_by_another_program_is_current():
    assert state(page(), "x.pdf") == "current"
    writer = PdfWriter(clone_from=PdfReader(BytesIO(page())))
    writer.compress_identical_objects()
    writer.add_metadata({"/Producer": "another"})
    for each in writer.pages:
        each.compress_content_streams()
    assert state(written(writer), "x.pdf") == "current"
    assert state(redrawn(lambda held: held.replace(b"\n", b" \r\n")), "x.pdf") == "current"


@pytest.mark.browser
@pytest.mark.usefixtures("chrome")
def test_a_page_on_which_a_number_was_changed_or_covered_is_told():
    def retyped(held: bytes) -> bytes:
        return re.sub(rb"<(..)> Tj", lambda one: b"<" + one[1][::-1] + b"> Tj", held, count=40)

    def covered(held: bytes) -> bytes:
        return held + b"\n1 1 1 rg 3400 500 120 60 re f"

    for change in (retyped, covered):
        assert verify(redrawn(change), "x.pdf", small()) == REDRAWN


@pytest.mark.browser
@pytest.mark.usefixtures("chrome")
def test_a_note_laid_over_a_page_or_a_page_behind_it_is_told():
    writer = PdfWriter(clone_from=PdfReader(BytesIO(page())))
    writer.add_annotation(0, FreeText(text="131 members", rect=(50, 50, 200, 100)))
    assert verify(written(writer), "x.pdf", small()) == REDRAWN
    writer = PdfWriter(clone_from=PdfReader(BytesIO(page())))
    writer.add_blank_page(200, 200)
    assert verify(written(writer), "x.pdf", small()) == REDRAWN


def test_words_and_marks_of_a_drawing_are_compared_and_its_colours_are_not():
    text = svg.write(job()).decode()
    title = "From 103 members in 93 countries"
    reworded = re.sub(rf"(<text[^>]*>(?:<tspan[^>]*>)?){title}", r"\g<1>Growth without end", text)
    moved = re.sub(r'cy="[0-9.]+"', 'cy="9"', text, count=1)
    for changed in (reworded, moved):
        assert changed != text
        assert verify(changed.encode(), "x.svg", small()) == REWORDED
    coloured = text.replace("#0B5D7A", "#FF0000").replace("<tspan", "\n<tspan")
    assert coloured != text
    assert state(coloured.encode(), "x.svg") == "current"


def test_the_words_of_a_fact_in_a_sheet_are_held_together():
    text = csv.write(job()).decode()
    changed = text.replace("over 100,Countries", "100,Countries")
    assert changed != text
    assert verify(changed.encode(), "x.csv", small()) == Verdict(
        "changed_by_hand",
        ("Countries, Third 2022: says is “100” in the file; the receipt holds “over 100”.",),
    )


def package(change: Callable[[str], str] = str, of: str = "") -> bytes:
    """The ZIP of a figure without its pictures, one text file in it changed."""
    made = job()
    files = {
        "readme.txt": everything.readme(made, ("x.csv", "x.xlsx")).encode(),
        "x.csv": csv.write(made),
        "x.csv-metadata.json": csv.metadata(made, "x.csv"),
        "x.xlsx": xlsx.write(made),
    }
    return everything.packed(
        {n: change(held.decode()).encode() if n == of else held for n, held in files.items()}
    )


def test_the_files_that_stand_beside_are_compared_as_well():
    assert state(package(), "x.zip") == "current"
    title = "From 103 members in 93 countries (2018 submission) to 129 in 108 (November 2024)"

    def changed(text: str) -> str:
        assert "129" in text
        return text.replace("129", "1290")

    assert verify(package(changed, "readme.txt"), "x.zip", small()) == Verdict(
        "changed_by_hand", (f"readme.txt: “{title}” is not in the file any more.",)
    )
    found = verify(package(changed, "x.csv-metadata.json"), "x.zip", small())
    assert found.state == "changed_by_hand"
    assert found.sentences[0].startswith("x.csv-metadata.json: The facts in the file do not give")

    def described(text: str) -> str:
        return text.replace(f'"dc:title": "{title}"', '"dc:title": "Growth"')

    assert verify(package(described, "x.csv-metadata.json"), "x.zip", small()) == Verdict(
        "changed_by_hand", ("x.csv-metadata.json: dc:title is not what the receipt holds.",)
    )
