"""The receipts that a PowerPoint file carries in its speaker notes and in a custom XML part."""

from __future__ import annotations

import re

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.parts.slide import NotesSlidePart
from pptx.presentation import Presentation
from pptx.slide import Slide

from export.receipt import Receipt
from export.receipt_io import from_json
from export.receipt_terms import in_one_line
from export.slides.shapes import HEAD, SPACES, attribute, dumped, xml
from export.slides.template_theme import PARSER
from words import _

SPACE = "urn:facts:receipts"
PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps"
STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
ITEM = "{5B0A6C0E-7D0F-4B52-9C5E-6D1F0E2A9B31}"


def write_custom_xml(presentation: Presentation, held: tuple[Receipt, ...]) -> None:
    """Add the part, each receipt once."""
    package = presentation.part.package
    inner = "".join(
        f"<receipt figure={attribute(one.figure)} code={attribute(one.code)} "
        f"version={attribute(one.version)}>{xml(dumped(one))}</receipt>"
        for one in {one.view: one for one in held}.values()
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
        for held in root.iterfind(f"{{{SPACE}}}receipt"):
            receipt = from_json(held.text or "")
            if receipt is not None:
                found.append(receipt)
    return tuple(found)


RECEIPT_MARK = "[receipt]"  # a line that begins so holds a receipt as JSON
_BODY = "<p:txBody><a:bodyPr/><a:lstStyle/>"
_LINE = re.compile(rf"^{re.escape(RECEIPT_MARK)}\s*(\{{.*\}})\s*$", re.MULTILINE)


def notes_text(spoken: str, held: Receipt | None, steps: tuple[str, ...] = ()) -> str:
    """What the speaker reads first, then every quote, then the receipt for the program."""
    parts = [spoken] if spoken else []
    parts += [f"{at}. {step}" for at, step in enumerate(steps, 1)]
    if held is None:
        return "\n".join(parts)
    parts += [_("Where it is written:")] if held.items else []
    parts += map(in_one_line, held.items)
    if held.note:
        parts.append(held.note)
    parts.append(
        _("Code {code}. The next line lets the numbers be checked and renewed; leave it in place.")
        .format(code=held.code)
    )  # fmt: skip
    return "\n".join([*parts, f"{RECEIPT_MARK} {dumped(held)}"])


def write_notes(slide: Slide, text: str) -> None:
    """Put the text into the notes of a new slide."""
    package = slide.part.package
    lines = "".join(f"<a:p><a:r><a:t>{xml(line)}</a:t></a:r></a:p>" for line in text.split("\n"))
    shapes = "".join(
        f"<p:sp><p:nvSpPr><p:cNvPr id='{number}' name='{name}'/><p:cNvSpPr><a:spLocks noGrp='1' "
        f"{locked}/></p:cNvSpPr><p:nvPr><p:ph type='{kind}'{index}/></p:nvPr></p:nvSpPr><p:spPr/>"
        f"{body}</p:sp>"
        for number, name, locked, kind, index, body in (
            (2, "Slide Image", "noRot='1' noChangeAspect='1'", "sldImg", "", ""),
            (3, "Notes", "", "body", " idx='1'", f"{_BODY}{lines}</p:txBody>"),
        )
    )
    held = (
        f"{HEAD}<p:notes {SPACES}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id='1' name=''/>"
        f"<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{shapes}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )
    name = package.next_partname("/ppt/notesSlides/notesSlide%d.xml")
    part = NotesSlidePart.load(name, CT.PML_NOTES_SLIDE, package, held.encode())
    part.relate_to(package.presentation_part.notes_master_part, RT.NOTES_MASTER)
    part.relate_to(slide.part, RT.SLIDE)
    slide.part.relate_to(part, RT.NOTES_SLIDE)


def receipts_in_notes(text: str) -> tuple[Receipt, ...]:
    """Every receipt in the notes of a slide, as far as it is sound."""
    text = text.replace("\v", "\n")
    found = (from_json(line) for line in _LINE.findall(text))
    return tuple(held for held in found if held is not None)
