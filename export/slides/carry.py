"""The receipts of a file go in; a custom XML part that holds them stands in the file, and back."""

from __future__ import annotations

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.presentation import Presentation

from export.receipt import Receipt
from export.receipt_io import from_json
from export.slides.look import PARSER
from export.slides.markup import HEAD, attribute, dumped, xml

SPACE = "urn:facts:receipts"
PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps"
STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
ITEM = "{5B0A6C0E-7D0F-4B52-9C5E-6D1F0E2A9B31}"


def write(presentation: Presentation, held: tuple[Receipt, ...]) -> None:
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


def read(presentation: Presentation) -> tuple[Receipt, ...]:
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
