"""A package goes in; its slides in order come out, with the shapes of ours on each.

A shape is ours by its name. A title that lost its name (another program saved the file) is ours
where it says, word for word, what the receipt of a figure on its slide holds as title.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from pptx import Presentation
from pptx.slide import Slide, SlideLayout

from export.receipt import Receipt
from export.refresh.package import BadFile, Package
from export.refresh.report import Told
from export.refresh.texts import said, squeezed, words
from export.slides import notes
from export.slides.look import A, P
from export.slides.naming import part, parts
from words import _

LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_LEGEND = re.compile(r"fig:(?P<view>.+):map [a-z]+(?: words)?")


@dataclass(frozen=True)
class Ours:
    """A shape of ours: of which view, which part (`number`), and which of its kind (2)."""

    view: str
    part: str
    index: int
    element: etree._Element

    @property
    def name(self) -> etree._Element:
        """The element that holds the shape's name and its alternative text."""
        return self.element.find(f".//{P}cNvPr")


@dataclass
class Page:
    """A slide: the name of its part, its root, its notes (None: none), and what is told of it."""

    part: str
    root: etree._Element
    notes: str | None
    layout: SlideLayout
    told: Told
    ours: list[Ours] = field(default_factory=list)

    @property
    def views(self) -> tuple[str, ...]:
        """The views on the slide, in the order of their shapes."""
        return tuple(dict.fromkeys(one.view for one in self.ours))

    def of(self, view: str, *parts_: str) -> list[Ours]:
        """The shapes of a view that are one of these parts."""
        return [one for one in self.ours if one.view == view and one.part in parts_]


def pages(package: Package, data: bytes) -> list[Page]:
    """The slides of a file, in order. Raises BadFile."""
    try:
        layouts = [slide.slide_layout for slide in _deck(data)]
        names = _names(package)
        slides = list(zip(names, layouts, strict=True))
    except BadFile:
        raise
    except Exception as error:  # anyone's file: what is wrong in it has many names
        raise BadFile(
            _("The file cannot be read as a PowerPoint file. Save it again as .pptx.")
        ) from error
    found = []
    for number, (name, layout) in enumerate(slides, 1):
        root = package.tree(name)
        if root.tag != f"{P}sld":
            raise BadFile(_("Slide {number} of the file cannot be read. Save it again as .pptx.",
                            number=number))  # fmt: skip
        page = Page(name, root, _notes_of(package, name), layout, Told(number, ""))
        page.ours = list(_ours(root))
        page.told.title = squeezed(words(title)) if (title := title_of(root)) is not None else ""
        found.append(page)
    return found


def receipts(package: Package, page: Page) -> dict[str, Receipt]:
    """The receipts in the notes of a slide, by their view."""
    if page.notes is None:
        return {}
    lines = "\n".join(said(p) for p in package.tree(page.notes).iter(f"{A}p"))
    return {one.view: one for one in notes.receipts(lines)}


def named_by_words(page: Page, held: dict[str, Receipt]) -> None:
    """Give a title that lost its name its name again, where its words are those of a receipt."""
    title = title_of(page.root)
    if title is None or parts(title.find(f".//{P}cNvPr").get("name", "")):
        return
    for view in (*page.views, *(view for view in held if view not in page.views)):
        known = held.get(view)
        if known and squeezed(words(title)) == squeezed(known.title) and not page.of(view, "title"):
            numbers = [one.index for one in page.of(view, "source")] or [1]
            title.find(f".//{P}cNvPr").set("name", part(view, "title", numbers[0]))
            page.ours.append(Ours(view, "title", numbers[0], title))
            return


def title_of(root: etree._Element) -> etree._Element | None:
    """The shape that is the title of a slide."""
    for shape in root.iter(f"{P}sp"):
        ph = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if ph is not None and ph.get("type") in ("title", "ctrTitle"):
            return shape
    return None


def _deck(data: bytes) -> Iterator[Slide]:
    yield from Presentation(io.BytesIO(data)).slides


def _names(package: Package) -> list[str]:
    """The names of the slides' parts in the order of the slides."""
    known = package.relations(package.main)
    listed = package.tree(package.main).iterfind(f"{P}sldIdLst/{P}sldId")
    return [known[one.get(LINK, "")].target for one in listed]


def _notes_of(package: Package, name: str) -> str | None:
    held = package.relations(name).values()
    found = (one.target for one in held if one.kind == "notesSlide" and not one.outside)
    return next((one for one in found if one in package.data), None)


def _ours(root: etree._Element) -> Iterator[Ours]:
    for name in root.iter(f"{P}cNvPr"):
        text = name.get("name", "")
        shape = name.getparent().getparent()
        if (found := parts(text)) is not None:
            what, _gap, number = found[1].partition("-")
            yield Ours(found[0], what, int(number or 1), shape)
        elif (legend := _LEGEND.fullmatch(text)) is not None:
            yield Ours(legend["view"], "legend", 1, shape)
