"""Our own template, for when a colleague gives none."""

from __future__ import annotations

import io
from functools import cache

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Pt

from charts.theme import DARK, LIGHT, Palette
from drawing.scene import Box
from export.slides.shapes import SPACES, fill, place
from export.slides.template_theme import PARSER, A, P, kind, placeholders, scheme

FONT = "Arial"
PX = 0.75  # points in a pixel of a figure's size
KEPT = ("Title Slide", "Title and Content", "Title Only", "Blank")
MARGIN, TITLE_TOP, TITLE_HEIGHT, FOOT = 44.0, 26.0, 66.0, 22.0
TITLE_SIZE, COVER_SIZE = 26, 40
BODY_SIZES = (18, 16, 14, 14, 14)


@cache
def default_template(size: tuple[int, int], dark: bool) -> bytes:
    """The template on a slide of this size, in px of a figure, as a file."""
    presentation = Presentation()
    width, height = size[0] * PX, size[1] * PX
    presentation.slide_width, presentation.slide_height = Pt(width), Pt(height)
    master = presentation.slide_master
    for layout in list(master.slide_layouts):
        if layout.name not in KEPT:
            master.slide_layouts.remove(layout)
    _theme(master, DARK if dark else LIGHT)
    _styles(master)
    inner = width - 2 * MARGIN
    top = TITLE_TOP + TITLE_HEIGHT
    boxes = {
        "title": Box(MARGIN, TITLE_TOP, inner, TITLE_HEIGHT),
        "body": Box(MARGIN, top + 6, inner, height - top - 6 - FOOT - 24),
        "ftr": Box(MARGIN, height - FOOT - 12, inner * 0.6, FOOT),
        "dt": Box(MARGIN + inner * 0.6, height - FOOT - 12, inner * 0.25, FOOT),
        "sldNum": Box(MARGIN + inner * 0.85, height - FOOT - 12, inner * 0.15, FOOT),
    }
    cover = {
        "ctrTitle": Box(MARGIN, height * 0.24, inner * 0.9, height * 0.28),
        "subTitle": Box(MARGIN, height * 0.58, inner * 0.9, height * 0.2),
    }
    _place(master, boxes)
    for layout in master.slide_layouts:
        _place(layout, boxes | {"obj": boxes["body"]} | cover)
    _bar(master.slide_layouts[0], Box(MARGIN, height * 0.54, 84, 6))
    presentation.notes_master  # noqa: B018 - made once here, and not for every file
    file = io.BytesIO()
    presentation.save(file)
    return file.getvalue()


def _theme(master: SlideMaster, colours: Palette) -> None:
    """The colours and the font, in the theme that every layout reads."""
    part = master.part.part_related_by(RT.THEME)
    theme = etree.fromstring(part.blob, PARSER)
    values = {
        "dk1": colours.ink,
        "lt1": colours.paper,
        "dk2": colours.quiet,
        "lt2": colours.panel,
        "accent5": colours.proof,
        "accent6": colours.warning,
        "hlink": colours.series[0],
        "folHlink": colours.series[2],
    } | {f"accent{at}": colour for at, colour in enumerate(colours.series, 1)}
    scheme_xml = theme.find(f".//{A}clrScheme")
    for name, value in values.items():
        slot = scheme_xml.find(f"{A}{name}")
        slot[:] = [etree.Element(f"{A}srgbClr", val=value.lstrip("#"))]
    scheme_xml.set("name", "House")
    for name in ("majorFont", "minorFont"):
        theme.find(f".//{A}fontScheme/{A}{name}/{A}latin").set("typeface", FONT)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _styles(master: SlideMaster) -> None:
    """Sizes and sides of the text; nothing shrinks by itself."""
    styles = master._element.find(f"{P}txStyles")
    title = styles.find(f"{P}titleStyle/{A}lvl1pPr")
    title.set("algn", "l")
    title.find(f"{A}defRPr").attrib.update({"sz": str(TITLE_SIZE * 100), "b": "1"})
    for level, size in enumerate(BODY_SIZES, 1):
        styles.find(f"{P}bodyStyle/{A}lvl{level}pPr/{A}defRPr").set("sz", str(size * 100))
    for one in (master, *master.slide_layouts):
        for shape in placeholders(one):
            _sides(shape._element, kind(shape))


def _sides(shape: etree._Element, what: str) -> None:
    """No room within the frame, and each text on its side."""
    body = shape.find(f"{P}txBody/{A}bodyPr")
    for child in list(body):
        body.remove(child)
    body.attrib.update({"lIns": "0", "rIns": "0", "tIns": "0", "bIns": "0"})
    body.set("anchor", {"title": "b", "ctrTitle": "b", "sldNum": "ctr"}.get(what, "t"))
    if what == "ctrTitle":
        style = shape.find(f"{P}txBody/{A}lstStyle")
        level = etree.SubElement(style, f"{A}lvl1pPr")
        etree.SubElement(level, f"{A}defRPr", sz=str(COVER_SIZE * 100))
    for level in shape.iterfind(f"{P}txBody/{A}lstStyle/*"):
        level.set("algn", "r" if what in ("sldNum", "dt") else "l")
        for words in level.iterfind(f"{A}defRPr"):
            if what in ("sldNum", "dt", "ftr"):
                words.set("sz", "1200")
            if what == "subTitle":
                words.set("sz", "2000")


def _bar(layout: SlideLayout, box: Box) -> None:
    """A short bar in the first colour, over the title of the first slide."""
    tree = layout._element.find(f"{P}cSld/{P}spTree")
    tree.append(
        parse_xml(
            f"<p:sp {SPACES}><p:nvSpPr><p:cNvPr id='99' name='Bar'/><p:cNvSpPr/><p:nvPr "
            f"userDrawn='1'/></p:nvSpPr><p:spPr>{place(box)}<a:prstGeom prst='rect'><a:avLst/>"
            f"</a:prstGeom>{fill(scheme('accent1'))}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
        )
    )


def _place(layout: SlideMaster | SlideLayout, boxes: dict[str, Box]) -> None:
    """Each placeholder where it belongs; one that has no box of its own keeps its master's."""
    for shape in placeholders(layout):
        box = boxes.get(kind(shape))
        if box is None:
            continue
        shape.left, shape.top, shape.width, shape.height = (
            Pt(box.x), Pt(box.y), Pt(box.width), Pt(box.height),
        )  # fmt: skip
