"""The words of a slide go in; a slide with its title, note and source comes out, and what is free.

The title is the layout's own placeholder; the rest stands in the layout's field of content, so
that a template's logo and footer keep their room.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree
from pptx.oxml import parse_xml
from pptx.presentation import Presentation
from pptx.slide import Slide, SlideLayout

from export.slides.look import A, Look, P, look_of, placeholders
from export.slides.markup import (
    EMU,
    SPACES,
    Box,
    Paragraph,
    Run,
    clean,
    right_to_left,
    text_box,
)
from export.slides.measure import height, largest
from export.slides.naming import part
from export.slides.template import TemplateProblem, contents
from words import _

SMALL, LEAD = 12, 14  # no text is smaller
TITLES = (32, 28, 26, 24, 22, 20, 18, 16, 14, 12)
GAP = 6.0
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

    def add(self, xml: str) -> etree._Element:
        """Put a shape on top."""
        element = parse_xml(xml)
        self.slide.shapes._spTree.append(element)
        return element

    def number(self) -> int:
        """A number that no shape on the slide has."""
        used = self.slide.shapes._spTree.xpath("//@id")
        return max(int(value) for value in used if value.isdigit()) + 1

    def holder(self) -> str:
        """The XML that makes a shape fill the layout's field of content, which is taken away."""
        if self.field is None:
            return ""
        index = self.field.find(f".//{P}ph").get("idx", "0")
        self.field.getparent().remove(self.field)
        self.field = None
        return f"<p:ph idx='{index}'/>"


def page(presentation: Presentation, layout: SlideLayout, words: Words) -> Page:
    """A new slide with these words. Raises TemplateProblem where nothing is left to draw on."""
    look = look_of(layout)
    slide = presentation.slides.add_slide(layout)
    tree = slide.shapes._spTree
    fields = contents(layout)
    title, field = None, None
    for shape in list(tree.iterchildren(f"{P}sp")):
        held = shape.find(f".//{P}ph")
        if held.get("type") in ("title", "ctrTitle"):
            title = shape
        elif field is None and int(held.get("idx", "0")) in fields:
            field = shape
        else:
            tree.remove(shape)
    box = _field(slide, layout, presentation, field)
    if not words.with_title and title is not None:
        top = _inherited(slide, title)
        tree.remove(title)
        box = Box(box.x, top.y, box.w, box.y + box.h - top.y) if top else box
    elif title is not None:
        _title(slide, title, words, look)
    made = Page(slide, look, box, field)
    made.box = _around(made, words)
    _slide_number(made, layout)
    return made


def _title(slide: Slide, shape: etree._Element, words: Words, look: Look) -> None:
    """The finding, in the title's own look; in a smaller size where it would not fit."""
    box = _inherited(slide, shape)
    usual = title_size(slide.slide_layout)
    size = usual
    if box:
        sizes = (usual, *(s for s in TITLES if s < usual))
        size = largest(words.title, sizes, (box.w - 2, box.h + 2), True, look.wide_title)
    write_title(
        shape, part(words.view, "title", words.page), words.title, size if size < usual else 0
    )


def write_title(shape: etree._Element, name: str, text: str, size: float) -> None:
    """Put a text into a placeholder, whose look it takes; `size` 0 is the placeholder's own."""
    shape.find(f".//{P}cNvPr").set("name", name)
    body = shape.find(f"{P}txBody")
    for old in body.findall(f"{A}p"):
        body.remove(old)
    from_right = "<a:pPr algn='r' rtl='1'/>" if right_to_left(text) else ""
    sized = f"<a:rPr sz='{round(size * 100)}'/>" if size else ""
    words = parse_xml(f"<a:p {SPACES}>{from_right}<a:r>{sized}<a:t/></a:r></a:p>")
    words.find(f"{A}r/{A}t").text = clean(text)
    body.append(words)


def title_size(layout: SlideLayout) -> int:
    """The size of a layout's title, in points: its own, else its master's."""
    kinds = ("title", "ctrTitle")
    places = [
        shape._element.find(f"{P}txBody/{A}lstStyle/{A}lvl1pPr/{A}defRPr")
        for held in (layout, layout.slide_master)
        for shape in placeholders(held)
        if shape._element.find(f".//{P}ph").get("type") in kinds
    ]
    styles = f"{P}txStyles/{P}titleStyle/{A}lvl1pPr/{A}defRPr"
    places.append(layout.slide_master._element.find(styles))
    found = (held.get("sz") for held in places if held is not None)
    return int(next((size for size in found if size), "4400")) // 100


def _around(made: Page, words: Words) -> Box:
    """Write subtitle, note and source at the edges of the field; what is left comes back."""
    box, look = made.box, made.look
    room = box.w - 2
    top, bottom = box.y, box.y + box.h
    if words.subtitle:
        tall = height(words.subtitle, LEAD, room, wide=look.wide) + 2
        _text(made, words, "subtitle", Box(box.x, top, box.w, tall), words.subtitle, LEAD)
        top += tall + GAP
    for name, text in (("source", words.source), ("note", words.note)):
        if text:
            tall = height(text, SMALL, room, wide=look.wide) + 2
            bottom -= tall
            _text(made, words, name, Box(box.x, bottom, box.w, tall), text, SMALL)
            bottom -= 2 if name == "source" else 0
    if bottom - GAP - top < LEAST:
        raise TemplateProblem(
            _(
                "The layout “{name}” leaves too little room under its title for a figure with its "
                "note and source. Make its field of content higher.",
                name=made.slide.slide_layout.name,
            )
        )
    return Box(box.x, top, box.w, bottom - GAP - top)


def _text(made: Page, words: Words, name: str, box: Box, text: str, size: int) -> None:
    lines = (Paragraph((Run(text, size, made.look.quiet),)),)
    made.add(text_box(made.number(), part(words.view, name, words.page), box, lines))


def _field(
    slide: Slide, layout: SlideLayout, presentation: Presentation, field: etree._Element | None
) -> Box:
    """The layout's field of content; without one, what lies under its title."""
    found = _inherited(slide, field) if field is not None else None
    if found:
        return found
    wide, high = (presentation.slide_width or 0) / EMU, (presentation.slide_height or 0) / EMU
    titles = [s for s in placeholders(layout) if s.element.find(f".//{P}ph").get("type") == "title"]
    under = max(((s.top + s.height) / EMU for s in titles if s.top is not None), default=0.2 * high)
    left = min((s.left / EMU for s in titles if s.left is not None), default=0.05 * wide)
    return Box(left, under + GAP, wide - 2 * left, 0.9 * high - under - GAP)


def _inherited(slide: Slide, shape: etree._Element) -> Box | None:
    """Where a placeholder stands, by itself or as its layout has it."""
    number = shape.find(f".//{P}cNvPr").get("id")
    held = next((s for s in placeholders(slide) if str(s.shape_id) == number), None)
    if held is None or held.left is None or not held.width or not held.height:
        return None
    return Box(held.left / EMU, held.top / EMU, held.width / EMU, held.height / EMU)


def _slide_number(made: Page, layout: SlideLayout) -> None:
    """The number of the slide, where the layout has a place for it."""
    for shape in placeholders(layout):
        held = shape.element.find(f".//{P}ph")
        if held.get("type") != "sldNum":
            continue
        made.add(
            f"<p:sp {SPACES}><p:nvSpPr><p:cNvPr id='{made.number()}' name='Slide Number'/>"
            "<p:cNvSpPr><a:spLocks noGrp='1'/></p:cNvSpPr><p:nvPr>"
            f"<p:ph type='sldNum' sz='quarter' idx='{held.get('idx', '12')}'/></p:nvPr></p:nvSpPr>"
            "<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>"
            "<a:fld id='{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}' type='slidenum'>"
            "<a:rPr sz='1200'/><a:t>1</a:t></a:fld></a:p></p:txBody></p:sp>"
        )
