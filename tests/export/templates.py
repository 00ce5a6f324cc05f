"""Nothing goes in; PowerPoint templates of a colleague's making come out, good and bad."""

from __future__ import annotations

import io
import zipfile
from functools import cache

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
FONTS = ("Georgia", "Verdana")
COLOURS = {
    "dk1": "222222",
    "dk2": "003366",
    "accent1": "F2A900",  # too pale to be read on white
    "accent2": "7A1F5C",
    "accent3": "1F7A4D",
}


@cache
def brand() -> bytes:
    """A 4:3 template with other fonts and colours, and a slide of its own in it."""
    made = Presentation()
    part = made.slide_master.part.part_related_by(RT.THEME)
    theme = etree.fromstring(part.blob)
    for name, value in COLOURS.items():
        theme.find(f".//{A}clrScheme/{A}{name}")[:] = [etree.Element(f"{A}srgbClr", val=value)]
    for kind, font in zip(("majorFont", "minorFont"), FONTS, strict=True):
        theme.find(f".//{A}{kind}/{A}latin").set("typeface", font)
    part._blob = etree.tostring(theme)
    made.slides.add_slide(made.slide_layouts[1]).shapes.title.text = "A slide of theirs"
    return saved(made)


def without(*names: str) -> bytes:
    """The plain template without some of its layouts."""
    made = Presentation()
    for layout in list(made.slide_layouts):
        if layout.name in names:
            made.slide_layouts.remove(layout)
    return saved(made)


def saved(made) -> bytes:
    """A presentation as a file."""
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def packed(**parts: bytes) -> bytes:
    """A ZIP with these parts; `__` in a name is a slash, `_` a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name.replace("__", "/").replace("_", "."), data)
    return out.getvalue()


def with_part(data: bytes, name: str, held: bytes) -> bytes:
    """A file with one part more."""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, held)
    return out.getvalue()
