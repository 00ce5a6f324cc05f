"""The slides of a file with the shapes of ours on them, and their words, changed in place."""

from __future__ import annotations

import copy
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from lxml import etree
from pptx import Presentation
from pptx.slide import SlideLayout

from drawing.scene import Box
from export.receipt import Receipt
from export.refresh.pptx_package import LINK, BadFile, Package
from export.refresh.refresh_report import Told
from export.slides.shapes import EMU, clean, parse_shape_name, shape_name
from export.slides.speaker_notes import receipts_in_notes
from export.slides.template_theme import A, P
from words import _

BREAK = "\v"  # a line break within a paragraph
Letters = list[tuple[etree._Element | None, str]]  # words, each with its run
_WORD = re.compile(r"\S+")
_NUMBER = re.compile(r"\d[\d,.]*")
_LEGEND = re.compile(r"fig:(?P<view>.+):map [a-z]+(?: words)?")


def squeezed(text: str) -> str:
    """The words of a text, whatever stands between them."""
    return " ".join(text.split())


def masked(text: str) -> str:
    """A text without its numbers: what stays the same when only they change."""
    return _NUMBER.sub("#", squeezed(text))


def paragraphs(held: etree._Element) -> list[etree._Element]:
    """The paragraphs in a shape, a cell or a body."""
    return list(held.iter(f"{A}p"))


def words(held: etree._Element) -> str:
    """All words of a shape, a line to a paragraph."""
    return "\n".join(map(said, paragraphs(held)))


def said(paragraph: etree._Element) -> str:
    """The words of a paragraph."""
    return "".join(text for _run, text in _pieces(paragraph))


def sized(held: etree._Element, *names: str) -> list[etree._Element]:
    """The looks of letters by these names that tell their size."""
    looks = [look for name in names for look in held.iter(f"{A}{name}")]
    return [look for look in looks if look.get("sz", "").isdecimal()]


def set_text(run: etree._Element, text: str) -> None:
    """Let a run say this."""
    held = run.find(f"{A}t")
    if held is None:
        held = etree.SubElement(run, f"{A}t")
    held.text = text


def box_of(shape: etree._Element) -> Box | None:
    """Where a shape, a chart, a table or a group stands; None where its layout says so."""
    held = _place(shape)
    off, ext = (None, None) if held is None else (held.find(f"{A}off"), held.find(f"{A}ext"))
    if off is None or ext is None:
        return None
    sides = (off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy"))
    return Box(*(int(side) / EMU for side in sides))


def set_box(shape: etree._Element, box: Box) -> None:
    """Put a shape that has a place of its own there."""
    x, y, cx, cy = (str(round(side * EMU)) for side in (box.x, box.y, box.width, box.height))
    held = _place(shape)
    if held is None:
        return
    held.find(f"{A}off").attrib.update({"x": x, "y": y})
    held.find(f"{A}ext").attrib.update({"cx": cx, "cy": cy})


def _place(shape: etree._Element) -> etree._Element | None:
    paths = (f"{P}spPr/{A}xfrm", f"{P}xfrm", f"{P}grpSpPr/{A}xfrm")
    return next((found for path in paths if (found := shape.find(path)) is not None), None)


def rewrite(paragraph: etree._Element, new: str) -> None:
    """Let a paragraph say this, its words changed only where they differ."""
    new = clean(new)
    runs = [run for run, _text in _pieces(paragraph) if run is not None]
    if not runs:
        _first(paragraph, new)
        return
    letters = [(run, letter) for run, text in _pieces(paragraph) for letter in text]
    old = "".join(letter for _run, letter in letters)
    spans = [found.span() for found in _WORD.finditer(old)]
    mine = [old[start:end] for start, end in spans]
    fresh = new.split()
    kept: Letters = []
    matcher = SequenceMatcher(None, mine, fresh, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        start = spans[a - 1][1] if a else 0
        end = spans[b - 1][1] if b else 0
        if kind == "equal":
            kept += letters[start:end]
            continue
        gap = letters[start : spans[a][0]] if a < b else []
        run = letters[spans[a][0]][0] if a < b else _near(letters, start, runs)
        if kind == "delete":
            continue
        if a == b:
            gap = [(run, " ")] if a else []
        kept += gap
        kept.append((run, " ".join(fresh[c:d]) + ("" if a or b else " ")))
    if spans and fresh and mine[-1] == fresh[-1]:
        kept += letters[spans[-1][1] :]
    _put(runs, kept)


def put_words(held: etree._Element, new: str) -> None:
    """Let a shape or a cell say this in its first paragraph; any further ones are taken away."""
    first, *more = paragraphs(held)
    if squeezed(said(first)) != new:
        rewrite(first, new)
    for paragraph in more:
        paragraph.getparent().remove(paragraph)


def replace_word(paragraph: etree._Element, old: str, new: str) -> bool:
    """Replace a number that stands once, and by itself, in a paragraph; whether it did."""
    text = said(paragraph)
    found = list(re.finditer(rf"(?<![\w,.]){re.escape(old)}(?![\w%]|[,.]\d)", text))
    if len(found) != 1:
        return False
    at = found[0]
    rewrite(paragraph, text[: at.start()] + new + text[at.end() :])
    return True


def _pieces(paragraph: etree._Element) -> Iterator[tuple[etree._Element | None, str]]:
    """The runs of a paragraph with their words; a line break has no run."""
    for child in paragraph:
        if child.tag in (f"{A}r", f"{A}fld"):
            text = child.find(f"{A}t")
            yield child, (text.text or "") if text is not None else ""
        elif child.tag == f"{A}br":
            yield None, BREAK


def _near(letters: Letters, at: int, runs: list[etree._Element]) -> etree._Element:
    """The run before a place, else the first."""
    before = [run for run, _letter in letters[:at] if run is not None]
    return before[-1] if before else runs[0]


def _put(runs: list[etree._Element], kept: list[tuple[etree._Element | None, str]]) -> None:
    texts = dict.fromkeys(map(id, runs), "")
    for run, text in kept:
        if run is not None:
            texts[id(run)] += text
    for run in runs:
        set_text(run, texts[id(run)])


def _first(paragraph: etree._Element, new: str) -> None:
    """The first run of an empty paragraph, in the look that its end has."""
    run = etree.Element(f"{A}r")
    end = paragraph.find(f"{A}endParaRPr")
    if end is not None:
        look = copy.deepcopy(end)
        look.tag = f"{A}rPr"
        run.append(look)
        end.addprevious(run)
    else:
        paragraph.append(run)
    etree.SubElement(run, f"{A}t").text = new


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
    """A slide: the name of its part, its root, its notes (None: none), and what is told of it.

    `receipts` are those in its notes, by their view.
    """

    package: Package
    part: str
    root: etree._Element
    notes: str | None
    layout: SlideLayout
    told: Told
    ours: list[Ours] = field(default_factory=list)
    receipts: dict[str, Receipt] = field(default_factory=dict)

    @property
    def views(self) -> tuple[str, ...]:
        """The views on the slide, in the order of their shapes."""
        return tuple(dict.fromkeys(one.view for one in self.ours))

    def of(self, view: str, *parts_: str) -> list[Ours]:
        """The shapes of a view that are one of these parts."""
        return [one for one in self.ours if one.view == view and one.part in parts_]


def read_pages(package: Package, data: bytes) -> list[Page]:
    """The slides of a file, in order. Raises BadFile."""
    try:
        layouts = [slide.slide_layout for slide in Presentation(io.BytesIO(data)).slides]
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
        notes = next(iter(package.related(name, "notesSlide")), None)
        page = Page(package, name, root, notes, layout, Told(number, ""))
        page.ours = list(_ours(root))
        if page.notes is not None:
            lines = "\n".join(map(said, package.tree(page.notes).iter(f"{A}p")))
            page.receipts = {one.view: one for one in receipts_in_notes(lines)}
        page.told.title = squeezed(words(title)) if (title := title_of(root)) is not None else ""
        found.append(page)
    return found


def name_title(page: Page, held: dict[str, Receipt]) -> None:
    """Give a title that lost its name its name again, where its words are those of a receipt."""
    title = title_of(page.root)
    if title is None or parse_shape_name(title.find(f".//{P}cNvPr").get("name", "")):
        return
    for view in (*page.views, *(view for view in held if view not in page.views)):
        known = held.get(view)
        if known and squeezed(words(title)) == squeezed(known.title) and not page.of(view, "title"):
            numbers = [one.index for one in page.of(view, "source")] or [1]
            title.find(f".//{P}cNvPr").set("name", shape_name(view, "title", numbers[0]))
            page.ours.append(Ours(view, "title", numbers[0], title))
            return


def title_of(root: etree._Element) -> etree._Element | None:
    """The shape that is the title of a slide."""
    for shape in root.iter(f"{P}sp"):
        ph = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if ph is not None and ph.get("type") in ("title", "ctrTitle"):
            return shape
    return None


def _names(package: Package) -> list[str]:
    """The names of the slides' parts in the order of the slides."""
    known = package.relations(package.main)
    listed = package.tree(package.main).iterfind(f"{P}sldIdLst/{P}sldId")
    return [known[one.get(LINK, "")].target for one in listed]


def _ours(root: etree._Element) -> Iterator[Ours]:
    for name in root.iter(f"{P}cNvPr"):
        text = name.get("name", "")
        shape = name.getparent().getparent()
        if (found := parse_shape_name(text)) is not None:
            what, _gap, number = found[1].partition("-")
            yield Ours(found[0], what, int(number or 1), shape)
        elif (legend := _LEGEND.fullmatch(text)) is not None:
            yield Ours(legend["view"], "legend", 1, shape)
