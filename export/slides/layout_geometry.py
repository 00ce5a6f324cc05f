"""Where title, subtitle, content, note and source stand on a new slide of a layout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx.oxml import parse_xml
from pptx.presentation import Presentation
from pptx.slide import Slide, SlideLayout

from drawing.font_metrics import right_to_left
from drawing.scene import Box
from export.slides.shapes import (
    EMU,
    SPACES,
    Paragraph,
    Run,
    clean,
    count_lines,
    largest_size,
    shape_name,
    text_box,
    text_height,
)
from export.slides.template import TemplateProblem, contents
from export.slides.template_theme import A, Look, P, kind, look_of, placeholders
from words import _

GAP = 6.0


@dataclass(frozen=True)
class Geometry:
    """A layout. `title` and `body` are the boxes of its title and of what stands under it.

    `field` is the idx of the placeholder for content, `number` that of the slide number; both are
    empty where the layout has none.
    """

    look: Look
    title: Box | None
    title_size: int  # pt
    body: Box
    field: str
    number: str


def geometry_of(presentation: Presentation, layout: SlideLayout) -> Geometry:
    """The setting of a layout."""
    shapes = placeholders(layout)
    fields = contents(layout)[:1]
    field = next((s for s in shapes if fields and s.placeholder_format.idx == fields[0]), None)
    title = title_box(layout)
    body = _box(field) if field is not None else None
    numbers = [s.placeholder_format.idx for s in shapes if kind(s) == "sldNum"]
    return Geometry(
        look=look_of(layout),
        title=title,
        title_size=title_size(layout),
        body=body or _under(presentation, title),
        field=str(fields[0]) if fields else "",
        number=str(numbers[0]) if numbers else "",
    )


def title_box(layout: SlideLayout) -> Box | None:
    """Where the title of a layout stands; None where it has none, or says of none where."""
    titles = (shape for shape in placeholders(layout) if kind(shape) in ("title", "ctrTitle"))
    return next(map(_box, titles), None)


def _box(shape: Any) -> Box | None:
    """Where a placeholder stands, by itself or as its master has it."""
    if shape.left is None or not shape.width or not shape.height:
        return None
    return Box(shape.left / EMU, shape.top / EMU, shape.width / EMU, shape.height / EMU)


def _under(presentation: Presentation, title: Box | None) -> Box:
    """What lies under the title of a layout that has no field of content."""
    width, height = (presentation.slide_width or 0) / EMU, (presentation.slide_height or 0) / EMU
    left = title.x if title else 0.05 * width
    top = (title.y + title.height if title else 0.2 * height) + GAP
    return Box(left, top, width - 2 * left, 0.9 * height - top)


def title_size(layout: SlideLayout) -> int:
    """The size of a layout's title, in points: its own, else its master's."""
    places = [
        shape._element.find(f"{P}txBody/{A}lstStyle/{A}lvl1pPr/{A}defRPr")
        for one in (layout, layout.slide_master)
        for shape in placeholders(one)
        if kind(shape) in ("title", "ctrTitle")
    ]
    styles = f"{P}txStyles/{P}titleStyle/{A}lvl1pPr/{A}defRPr"
    places.append(layout.slide_master._element.find(styles))
    found = (one.get("sz") for one in places if one is not None)
    return int(next((size for size in found if size), "4400")) // 100


SMALL, LEAD = 12, 14  # no text is smaller
TITLES = (32, 28, 26, 24, 22, 20, 18, 16, 14, 12)
LEAST = 90.0  # the least height that is left to draw on


@dataclass(frozen=True)
class Words:
    """What stands around a drawing. `source` is the whole source line, its code included."""

    view: str
    title: str
    subtitle: str = ""
    note: str = ""
    source: str = ""
    with_title: bool = True
    page: int = 1  # of a figure that takes several


@dataclass
class Page:
    """A slide, the free room on it, and the layout's field that stands there (None: no field)."""

    slide: Slide
    look: Look
    box: Box
    field: etree._Element | None
    last: int = 100  # the highest number that a shape of ours has

    def add(self, xml: str) -> etree._Element:
        """Put a shape on top."""
        element = parse_xml(xml)
        self.slide.shapes._spTree.append(element)
        return element

    def number(self) -> int:
        """A number that no shape on the slide has: the layout's own fields have lower ones."""
        self.last += 1
        return self.last

    def holder(self) -> str:
        """The XML that makes a shape fill the layout's field of content, which is taken away."""
        if self.field is None:
            return ""
        index = self.field.find(f".//{P}ph").get("idx", "0")
        self.field.getparent().remove(self.field)
        self.field = None
        return f"<p:ph idx='{index}'/>"


def new_page(presentation: Presentation, layout: SlideLayout, words: Words) -> Page:
    """A new slide with these words. Raises TemplateProblem where nothing is left to draw on."""
    geometry = geometry_of(presentation, layout)
    slide = presentation.slides.add_slide(layout)
    tree = slide.shapes._spTree
    title, field = None, None
    for shape in list(tree.iterchildren(f"{P}sp")):
        ph = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if ph.get("type") in ("title", "ctrTitle") and words.with_title:
            title = shape
        elif field is None and ph.get("idx", "0") == geometry.field:
            field = shape
        else:
            tree.remove(shape)
    if title is not None:
        name = shape_name(words.view, "title", words.page)
        write_title(title, name, words.title, geometry)
    around, free = _around(geometry, words)
    made = Page(slide, geometry.look, free, field)
    for what, box, text, size in around:
        lines = (Paragraph((Run(text, size, geometry.look.quiet),)),)
        name = shape_name(words.view, what, words.page)
        made.add(text_box(made.number(), name, box, lines))
    if free.height < LEAST:
        raise TemplateProblem(
            _(
                "The layout “{name}” leaves too little room under its title for a figure with its "
                "note and source. Make its field of content higher.",
                name=layout.name,
            )
        )
    if geometry.number:
        made.add(_slide_number(made.number(), geometry.number))
    return made


def room_left(geometry: Geometry, words: Words) -> Box:
    """What is free on a slide of this layout with these words."""
    return _around(geometry, words)[1]


def write_title(shape: etree._Element, name: str, text: str, geometry: Geometry | None) -> None:
    """Put a text into a placeholder, in its own look; smaller where it would not fit as a title."""
    shape.find(f".//{P}cNvPr").set("name", name)
    body = shape.find(f"{P}txBody")
    for old in body.findall(f"{A}p"):
        body.remove(old)
    from_right = "<a:pPr algn='r' rtl='1'/>" if right_to_left(text) else ""
    sized = ""
    if geometry is not None and geometry.title is not None:
        usual, box = geometry.title_size, geometry.title
        sizes = (usual, *(size for size in TITLES if size < usual))
        room = (box.width - 2, box.height + 2)
        size = largest_size(text, sizes, room, True, geometry.look.title_factor)
        sized = f"<a:rPr sz='{size * 100}'/>" if size < usual else ""
    words = parse_xml(f"<a:p {SPACES}>{from_right}<a:r>{sized}<a:t/></a:r></a:p>")
    words.find(f"{A}r/{A}t").text = clean(text)
    body.append(words)


def _around(geometry: Geometry, words: Words) -> tuple[list[tuple[str, Box, str, int]], Box]:
    """Subtitle, source and note at the edges of the field, each with its size; and what is left."""
    box, factor = geometry.body, geometry.look.factor
    top, bottom, room = box.y, box.bottom, box.width - 2
    if geometry.title is not None and not words.with_title:
        top = geometry.title.y
    placed = []
    if words.subtitle:
        # Smaller where that saves a line.
        lines = [count_lines(words.subtitle, size, room, factor=factor) for size in (LEAD, SMALL)]
        size = LEAD if lines[0] == lines[1] else SMALL
        tall = text_height(words.subtitle, size, room, factor=factor) + 2
        placed.append(("subtitle", Box(box.x, top, box.width, tall), words.subtitle, size))
        top += tall + GAP
    for name, text in (("source", words.source), ("note", words.note)):
        if text:
            tall = text_height(text, SMALL, room, factor=factor) + 2
            bottom -= tall
            placed.append((name, Box(box.x, bottom, box.width, tall), text, SMALL))
            bottom -= 2 if name == "source" else 0
    return placed, Box(box.x, top, box.width, bottom - GAP - top)


def _slide_number(number: int, index: str) -> str:
    """The number of the slide, where the layout has a place for it."""
    return (
        f"<p:sp {SPACES}><p:nvSpPr><p:cNvPr id='{number}' name='Slide Number'/>"
        "<p:cNvSpPr><a:spLocks noGrp='1'/></p:cNvSpPr><p:nvPr>"
        f"<p:ph type='sldNum' sz='quarter' idx='{index}'/></p:nvPr></p:nvSpPr>"
        "<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>"
        "<a:fld id='{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}' type='slidenum'>"
        "<a:rPr sz='1200'/><a:t>1</a:t></a:fld></a:p></p:txBody></p:sp>"
    )
