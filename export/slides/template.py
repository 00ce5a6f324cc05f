"""A colleague's PowerPoint file as an empty presentation of its look, or why it cannot be one.

Nothing in the file is run or followed. Its own slides are left out; its masters stay.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout

from export.slides.default_template import default_template
from export.slides.template_theme import P, look_of, placeholders
from words import _

LARGEST = 50_000_000  # bytes of the file
UNPACKED = 300_000_000  # bytes of all that is in it
PARTS = 5_000
OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # a .ppt, or a .pptx with a password
RUNS = ("vbaproject", "activex", ".bin.rels")
SIZE = (1280, 720)
_BEFORE = b" \t\r\n\0\xef\xbb\xbf\xff\xfe"  # what may stand before the first sign of XML
_DECLARED = tuple(
    word.encode(code)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for code in ("utf-8", "utf-16-le", "utf-16-be")
)


class TemplateProblem(ValueError):
    """Why a file cannot be the template of a deck, in a sentence with its cure."""


def opened(template: bytes | None, size: tuple[int, int] = SIZE, dark: bool = False) -> Deck:
    """A presentation without slides: of the template, else our own on a slide of this size.

    Raises TemplateProblem where the file is no PowerPoint file, holds macros, unpacks to too much,
    or lacks the layouts that are needed.
    """
    if template is None:
        return Presentation(io.BytesIO(default_template(size, dark)))
    inspect(template)
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as archive:
            refuse_entities({one: archive.read(one) for one in archive.namelist()})
        presentation = Presentation(io.BytesIO(template))
        _without_slides(presentation)
        for layout in (cover_layout(presentation), figure_layout(presentation)):
            look_of(layout)
    except TemplateProblem:
        raise
    except Exception as error:  # anyone's file: what is wrong in it has many names
        raise TemplateProblem(
            _("The template cannot be read as a PowerPoint file. Save it again as .pptx.")
        ) from error
    return presentation


def inspect(data: bytes) -> None:
    """Refuse what is no PowerPoint file or may do harm. Raises TemplateProblem."""
    no_file = _("This is not a PowerPoint file. Choose one whose name ends in .pptx.")
    if len(data) > LARGEST:
        most = f"{LARGEST // 1_000_000} MB"
        raise TemplateProblem(
            _("The file is larger than {most}. Take out its pictures.", most=most)
        )
    if data.startswith(OLD_OFFICE):
        raise TemplateProblem(
            _("The file has a password or is of an old PowerPoint. Save it as .pptx without one.")
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            names = {entry.filename for entry in entries}
            types = _types(archive, entries)
    except Exception as error:  # anyone's file
        raise TemplateProblem(no_file) from error
    if len(entries) > PARTS or sum(entry.file_size for entry in entries) > UNPACKED:
        raise TemplateProblem(
            _("The file unpacks to far more than a template holds; it is refused.")
        )
    if any(word in name.casefold() for name in names for word in RUNS) or b"macroEnabled" in types:
        raise TemplateProblem(
            _("The file holds macros or controls. Save it as .pptx without them.")
        )
    if "ppt/presentation.xml" not in names and b"presentationml" not in types:
        raise TemplateProblem(no_file)
    if b"presentationml.template.main" in types:
        raise TemplateProblem(_("This is a template file (.potx). Open it and save it as .pptx."))


def refuse_entities(parts: Mapping[str, bytes]) -> None:
    """Raises TemplateProblem where a part of a package declares entities: Office never does."""
    for name, part in parts.items():
        if part[:60].strip(_BEFORE).startswith(b"<") and any(word in part for word in _DECLARED):
            told = _("A part of the file declares entities ({name}); it is refused.", name=name)
            raise TemplateProblem(told)


def figure_layout(presentation: Deck) -> SlideLayout:
    """The layout for a figure: a title over one field of content. Raises TemplateProblem."""
    layouts = _layouts(presentation)
    for kind in ("obj", "tx", "titleOnly"):
        for layout in layouts:
            if layout._element.get("type") == kind and _has(layout, "title"):
                return layout
    for layout in layouts:
        if _has(layout, "title") and len(contents(layout)) == 1:
            return layout
    raise TemplateProblem(
        _(
            "The template has no layout with a title and one field of content. Add the layout "
            "“Title and Content” in the view of the slide master."
        )
    )


def cover_layout(presentation: Deck) -> SlideLayout:
    """The layout for the first slide: a title, and most often a subtitle."""
    layouts = _layouts(presentation)
    for layout in layouts:
        if layout._element.get("type") == "title" and _has(layout, "ctrTitle", "title"):
            return layout
    for layout in layouts:
        if _has(layout, "ctrTitle"):
            return layout
    raise TemplateProblem(
        _(
            "The template has no layout for a title slide. Add the layout “Title Slide” in the "
            "view of the slide master."
        )
    )


def contents(layout: SlideLayout) -> list[int]:
    """The fields of a layout that can hold a chart, a table or text, by their idx."""
    found = [shape.element.find(f".//{P}ph") for shape in placeholders(layout)]
    return [
        int(ph.get("idx", "0"))
        for ph in found
        if ph.get("type", "obj") in ("obj", "body", "chart", "tbl") and ph.get("orient") != "vert"
    ]


def _layouts(presentation: Deck) -> list[SlideLayout]:
    """Every layout of every master."""
    return [layout for master in presentation.slide_masters for layout in master.slide_layouts]


def _has(layout: SlideLayout, *kinds: str) -> bool:
    found = [shape.element.find(f".//{P}ph") for shape in placeholders(layout)]
    return any(ph.get("type") in kinds and ph.get("orient") != "vert" for ph in found)


def _types(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> bytes:
    """The list of what is in the file, when it is not too long to be one."""
    entry = next((one for one in entries if one.filename == "[Content_Types].xml"), None)
    return archive.read(entry) if entry is not None and entry.file_size < 5_000_000 else b""


def _without_slides(presentation: Deck) -> None:
    """Take the template's own slides off, with the sections and shows that name them."""
    element, part = presentation.part._element, presentation.part
    for entry in list(presentation.slides._sldIdLst):
        part.drop_rel(entry.rId)
        presentation.slides._sldIdLst.remove(entry)
    for name in ("custShowLst", "extLst"):
        for named in element.findall(f"{P}{name}"):
            element.remove(named)
    for rel in list(part.rels.values()):
        if rel.reltype == RT.CUSTOM_XML or rel.reltype.endswith("/commentAuthors"):
            part.rels.pop(rel.rId)
    for rel in list(part.package._rels.values()):
        if rel.reltype.endswith("/thumbnail"):  # a picture of the slides that are gone
            part.package._rels.pop(rel.rId)
