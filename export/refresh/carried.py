"""Today's receipts go in; the receipts that the file itself carries, and its properties, are those.

They stand in a custom XML part; a slide that was pasted elsewhere has left it behind.
"""

from __future__ import annotations

from lxml import etree

from export.reading import receipt_in
from export.receipt import Receipt
from export.refresh.package import BadFile, Package
from export.slides.carry import SPACE
from export.slides.markup import HEAD, clean, dumped

KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
CORE = "docProps/core.xml"
_ONE = f"{{{SPACE}}}receipt"
_XML = "application/xml"


def read(package: Package) -> dict[str, Receipt]:
    """The receipts of a file by their view."""
    found: dict[str, Receipt] = {}
    for part in _parts(package):
        for held in package.tree(part).iterfind(_ONE):
            receipt = receipt_in(held.text or "")
            if receipt is not None:
                found.setdefault(receipt.view, receipt)
    return found


def renew(package: Package, now: dict[str, Receipt], needed: set[str]) -> None:
    """Write today's receipts over the old of the same view; add those that stand nowhere else."""
    there: set[str] = set()
    for part in _parts(package):
        for held in package.tree(part).iterfind(_ONE):
            receipt = receipt_in(held.text or "")
            if receipt is not None and receipt.view in now:
                _write(held, now[receipt.view])
                there.add(receipt.view)
    missing = [now[view] for view in now if view in needed - there]
    if not missing:
        return
    name = next(iter(_parts(package)), None)
    if name is None:
        text = f"{HEAD}<receipts xmlns='{SPACE}'/>".encode()
        name = package.add("customXml/item%d.xml", text, _XML)
        package.relate(package.main, KIND, name)
    for receipt in missing:
        _write(etree.SubElement(package.tree(name), _ONE), receipt)


def properties(package: Package, pairs: dict[str, str]) -> None:
    """Let the properties of the file name today's codes and sources, where they name the old."""
    if CORE not in package.data:
        return
    for held in package.tree(CORE):
        text = held.text or ""
        for old, new in pairs.items():
            if old and old in text:
                text = text.replace(old, new)
        if text != (held.text or ""):
            held.text = clean(text)


def _write(held: etree._Element, receipt: Receipt) -> None:
    held.attrib.update({"figure": receipt.figure, "code": receipt.code, "version": receipt.version})
    held.text = clean(dumped(receipt))


def _parts(package: Package) -> list[str]:
    """The parts that hold receipts."""
    found = []
    for name, data in package.data.items():
        if name.startswith("customXml/") and name.endswith(".xml") and SPACE.encode() in data:
            try:
                if package.tree(name).tag == f"{{{SPACE}}}receipts":
                    found.append(name)
            except BadFile:
                continue
    return found
