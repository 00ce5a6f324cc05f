"""Where title, subtitle, content, note and source stand on a new slide of a layout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from lxml import etree
from pptx.oxml import parse_xml
from pptx.presentation import Presentation
from pptx.slide import Slide, SlideLayout

from drawing.scene import Box
from export.slides.shapes import (
    EMU,
    SPACES,
    Paragraph,
    Run,
    clean,
    count_lines,
    largest_size,
    right_to_left,
    shape_name,
    text_box,
    text_height,
)
from export.slides.template import TemplateProblem, contents
from export.slides.template_theme import A, Look, P, kind, look_of, placeholders
from words import _

GAP = 6.0
_known: WeakKeyDictionary[Any, Geometry] = WeakKeyDictionary()


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
    held = _known.get(layout.part)
    if held is None:
        held = _known[layout.part] = _read(presentation, layout)
    return held


def _read(presentation: Presentation, layout: SlideLayout) -> Geometry:
    shapes = placeholders(layout)
    titles = [shape for shape in shapes if kind(shape) in ("title", "ctrTitle")]
    fields = contents(layout)[:1]
    field = next((s for s in shapes if fields and s.placeholder_format.idx == fields[0]), None)
    title = _box(titles[0]) if titles else None
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


def _box(shape: Any) -> Box | None:
    """Where a placeholder stands, by itself or as its master has it."""
    if shape.left is None or not shape.width or not shape.height:
        return None
    return Box(shape.left / EMU, shape.top / EMU, shape.width / EMU, shape.height / EMU)


def _under(presentation: Presentation, title: Box | None) -> Box:
    """What lies under the title of a layout that has no field of content."""
    wide, high = (presentation.slide_width or 0) / EMU, (presentation.slide_height or 0) / EMU
    left = title.x if title else 0.05 * wide
    top = (title.y + title.height if title else 0.2 * high) + GAP
    return Box(left, top, wide - 2 * left, 0.9 * high - top)


def title_size(layout: SlideLayout) -> int:
    """The size of a layout's title, in points: its own, else its master's."""
    places = [
        shape._element.find(f"{P}txBody/{A}lstStyle/{A}lvl1pPr/{A}defRPr")
        for held in (layout, layout.slide_master)
        for shape in placeholders(held)
        if kind(shape) in ("title", "ctrTitle")
    ]
    styles = f"{P}txStyles/{P}titleStyle/{A}lvl1pPr/{A}defRPr"
    places.append(layout.slide_master._element.find(styles))
    found = (held.get("sz") for held in places if held is not None)
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
    held = geometry_of(presentation, layout)
    slide = presentation.slides.add_slide(layout)
    tree = slide.shapes._spTree
    title, field = None, None
    for shape in list(tree.iterchildren(f"{P}sp")):
        ph = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if ph.get("type") in ("title", "ctrTitle") and words.with_title:
            title = shape
        elif field is None and ph.get("idx", "0") == held.field:
            field = shape
        else:
            tree.remove(shape)
    box = held.body
    if title is not None:
        _title(title, held, words)
    elif held.title is not None and not words.with_title:
        box = Box(box.x, held.title.y, box.width, box.y + box.height - held.title.y)
    made = Page(slide, held.look, box, field)
    made.box = _around(made, words)
    if held.number:
        made.add(_slide_number(made.number(), held.number))
    return made


def _title(shape: etree._Element, held: Geometry, words: Words) -> None:
    """The finding, in the title's own look; in a smaller size where it would not fit."""
    size = held.title_size
    if held.title is not None:
        size = fitting(words.title, size, held.title, held.look.wide_title)
    name = shape_name(words.view, "title", words.page)
    write_title(shape, name, words.title, size if size < held.title_size else 0)


def fitting(text: str, usual: int, box: Box, wide: float) -> int:
    """The size at which a title fits into its box: the usual one, or the next smaller that does."""
    sizes = (usual, *(size for size in TITLES if size < usual))
    return largest_size(text, sizes, (box.width - 2, box.height + 2), True, wide)


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


def _around(made: Page, words: Words) -> Box:
    """Write subtitle, note and source at the edges of the field; what is left comes back."""
    box, look = made.box, made.look
    room = box.width - 2
    top, bottom = box.y, box.y + box.height
    if words.subtitle:
        # Smaller where that saves a line.
        lines = [count_lines(words.subtitle, size, room, wide=look.wide) for size in (LEAD, SMALL)]
        size = LEAD if lines[0] == lines[1] else SMALL
        tall = text_height(words.subtitle, size, room, wide=look.wide) + 2
        _text(made, words, "subtitle", Box(box.x, top, box.width, tall), words.subtitle, size)
        top += tall + GAP
    for name, text in (("source", words.source), ("note", words.note)):
        if text:
            tall = note_height(text, made)
            bottom -= tall
            _text(made, words, name, Box(box.x, bottom, box.width, tall), text, SMALL)
            bottom -= 2 if name == "source" else 0
    if bottom - GAP - top < LEAST:
        raise TemplateProblem(
            _(
                "The layout “{name}” leaves too little room under its title for a figure with its "
                "note and source. Make its field of content higher.",
                name=made.slide.slide_layout.name,
            )
        )
    return Box(box.x, top, box.width, bottom - GAP - top)


def note_height(text: str, made: Page) -> float:
    """How much of the room on a page a note takes; nothing where there is none."""
    if not text:
        return 0.0
    return text_height(text, SMALL, made.box.width - 2, wide=made.look.wide) + 2


def _text(made: Page, words: Words, name: str, box: Box, text: str, size: int) -> None:
    lines = (Paragraph((Run(text, size, made.look.quiet),)),)
    made.add(text_box(made.number(), shape_name(words.view, name, words.page), box, lines))


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
