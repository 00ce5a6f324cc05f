"""A template gives its look and nothing of its content; what may do harm is refused in words."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation

from export.formats import pptx
from export.slides.template import TemplateProblem, figure_layout, opened
from export.slides.template_theme import look_of, scheme
from tests.export.made import job
from tests.export.older import packed as older
from tests.export.older import parts
from tests.export.templates import brand, packed, with_part, without


def refused(data: bytes) -> str:
    with pytest.raises(TemplateProblem) as told:
        opened(data)
    return str(told.value)


def test_its_size_and_layouts_stay_and_its_slides_go():
    made = Presentation(io.BytesIO(pptx.write(job(), brand())))
    assert (made.slide_width, made.slide_height) == (9144000, 6858000)
    assert [slide.shapes.title.text for slide in made.slides] == [job().spec.title]
    assert made.slides[0].slide_layout.name == "Title and Content"


def test_a_colour_that_cannot_be_read_is_passed_over():
    presentation = opened(brand())
    look = look_of(figure_layout(presentation))
    assert look.tones[0].full == scheme("accent2")
    assert scheme("accent1") not in [tone.full for tone in look.tones]


def test_only_fonts_of_the_theme_are_named():
    made = Presentation(io.BytesIO(pptx.write(job(), brand())))
    slide = made.slides[0]
    parts = [slide.part, *(rel.target_part for rel in slide.part.rels.values())]
    texts = [part.blob.decode(errors="replace") for part in parts if part.partname.endswith("xml")]
    named = {
        piece.split("'" if "typeface='" in piece else '"')[0]
        for text in texts
        if "/slideLayouts/" not in text
        for piece in text.replace("typeface='", 'typeface="').split('typeface="')[1:]
    }
    layout = slide.slide_layout.part.blob.decode()
    assert {name for name in named if name not in layout} <= {"+mn-lt", "+mj-lt"}


def test_without_its_layouts_it_is_refused_with_the_cure():
    content = ("Title and Content", "Title and Vertical Text", "Title Only", "Section Header")
    others = ("Two Content", "Comparison", "Content with Caption", "Picture with Caption")
    assert "“Title and Content”" in refused(without(*content, *others))
    assert "“Title Slide”" in refused(without("Title Slide"))


def test_without_a_field_of_content_the_room_under_the_title_is_taken():
    made = pptx.write(job(), without("Title and Content"))
    slide = Presentation(io.BytesIO(made)).slides[0]
    assert slide.slide_layout.name == "Title Only"
    assert [shape.name for shape in slide.shapes if shape.has_chart] == ["fig:network:chart"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no file of PowerPoint",
        b"PK\x03\x04 broken",
        packed(word__document_xml=b"<w/>"),
        packed(**{"[Content_Types]_xml": b"<Types/>"}),
    ],
)
def test_what_is_no_powerpoint_file(data):
    assert "PowerPoint file" in refused(data)


def test_a_file_with_a_password():
    assert "password" in refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)


def test_macros_are_refused():
    assert "macros" in refused(with_part(brand(), "ppt/vbaProject.bin", b"run me"))


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    bomb = brand()
    for number in range(7):
        bomb = with_part(bomb, f"ppt/media/image{number}.png", b"\0" * 45_000_000)
    assert len(bomb) < 1_000_000
    assert "unpacks" in refused(bomb)


@pytest.mark.parametrize("theme", [b"", b"<a", b"<a></b>", b"\0" * 99, b"theme", b"<a>&none;</a>"])
def test_a_damaged_theme_is_refused_with_the_cure(theme: bytes):
    held = parts(brand())
    name = next(one for one in sorted(held) if one.startswith("ppt/theme/theme"))
    assert refused(older(held | {name: theme})) == (
        "The template cannot be read as a PowerPoint file. Save it again as .pptx."
    )
