"""The receipts that a PowerPoint file carries in its speaker notes and in a custom XML part."""

from __future__ import annotations

import re

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.presentation import Presentation
from pptx.slide import Slide

from decks.resolve import ResolvedSlide
from export.receipt import Receipt
from export.receipt_io import from_json
from export.receipt_terms import in_one_line
from export.slides.shapes import HEAD, SPACES, attribute, clean, xml
from export.slides.template_theme import PARSER
from words import _

SPACE = "urn:facts:receipts"
PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps"
STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
ITEM = "{5B0A6C0E-7D0F-4B52-9C5E-6D1F0E2A9B31}"


def write_custom_xml(presentation: Presentation, receipts: tuple[Receipt, ...]) -> None:
    """Add the part, each receipt once."""
    package = presentation.part.package
    inner = "".join(
        f"<receipt figure={attribute(one.figure)} code={attribute(one.code)} "
        f"version={attribute(one.version)}>{xml(one.as_json())}</receipt>"
        for one in {one.view: one for one in receipts}.values()
    )
    name = PackURI(package.next_partname("/customXml/item%d.xml"))
    text = f"{HEAD}<receipts xmlns='{SPACE}'>{inner}</receipts>"
    part = Part(name, "application/xml", package, text.encode())
    presentation.part.relate_to(part, RT.CUSTOM_XML)
    about = (
        f"{HEAD}<ds:datastoreItem ds:itemID='{ITEM}' xmlns:ds='{STORE}'><ds:schemaRefs>"
        f"<ds:schemaRef ds:uri='{SPACE}'/></ds:schemaRefs></ds:datastoreItem>"
    )
    beside = PackURI(name.replace("/item", "/itemProps"))
    part.relate_to(Part(beside, PROPERTIES, package, about.encode()), RELATION)


def read_custom_xml(presentation: Presentation) -> tuple[Receipt, ...]:
    """Every sound receipt that such parts hold."""
    found: list[Receipt] = []
    for rel in presentation.part.rels.values():
        if rel.is_external or rel.reltype != RT.CUSTOM_XML:
            continue
        try:
            root = etree.fromstring(rel.target_part.blob, PARSER)
        except etree.XMLSyntaxError:
            continue
        for element in root.iterfind(f"{{{SPACE}}}receipt"):
            receipt = from_json(element.text or "")
            if receipt is not None:
                found.append(receipt)
    return tuple(found)


RECEIPT_MARK = "[receipt]"  # a line that begins so holds a receipt as JSON
FIELD = (
    f"<p:sp {SPACES}><p:nvSpPr><p:cNvPr id='100' name='Notes'/><p:cNvSpPr><a:spLocks noGrp='1'/>"
    "</p:cNvSpPr><p:nvPr><p:ph type='body' idx='1'/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody>"
    "<a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
)
_LINE = re.compile(rf"^{re.escape(RECEIPT_MARK)}\s*(\{{.*\}})\s*$", re.MULTILINE)


def note_lines(receipt: Receipt) -> list[str]:
    """The lines of a receipt in the notes: every quote, then the receipt for the program."""
    lines = [_("Where it is written:")] if receipt.items else []
    lines += map(in_one_line, receipt.items)
    lines += [receipt.note] if receipt.note else []
    code = _(
        "Code {code}. The next line lets the numbers be checked and renewed; leave it in place.",
        code=receipt.code,
    )
    return "\n".join([*lines, code, f"{RECEIPT_MARK} {receipt.as_json()}"]).split("\n")


def write_notes(slide: Slide, shown: ResolvedSlide | None, receipt: Receipt | None = None) -> None:
    """Put into the notes of a new slide what the speaker says, then its receipt."""
    lines = [shown.notes] if shown and shown.notes else []
    lines += [f"{at}. {step}" for at, step in enumerate(shown.steps if shown else (), 1)]
    lines += note_lines(receipt) if receipt else []
    if not lines:
        return
    notes = slide.notes_slide
    if notes.notes_text_frame is None:  # the template's master of notes has no field for them
        notes.shapes._spTree.append(parse_xml(FIELD))
    notes.notes_text_frame.text = clean("\n".join(lines))  # type: ignore[union-attr]


def receipts_in_notes(text: str) -> tuple[Receipt, ...]:
    """Every receipt in the notes of a slide, as far as it is sound."""
    text = text.replace("\v", "\n")
    found = (from_json(line) for line in _LINE.findall(text))
    return tuple(receipt for receipt in found if receipt is not None)
