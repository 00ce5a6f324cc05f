"""The parts of a PowerPoint file, to be read, changed and written, and the receipts in them."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from export.receipt import Receipt
from export.receipt_io import from_json
from export.slides.shapes import EMU, HEAD, clean
from export.slides.speaker_notes import SPACE
from export.slides.template import TemplateProblem, inspect, refuse_entities
from export.slides.template_theme import PARSER, P
from words import _

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
MAIN = "ppt/presentation.xml"
TYPES = "[Content_Types].xml"
_TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = f"{{{RELATIONS}}}Relationship"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
CORE = "docProps/core.xml"
_ONE = f"{{{SPACE}}}receipt"
_XML = "application/xml"


class BadFile(ValueError):
    """Why a file cannot be brought up to date, in a sentence with its cure."""


@dataclass(frozen=True)
class Relation:
    """What a part refers to: the name of another part, or an address outside the file."""

    kind: str
    target: str
    outside: bool


@dataclass
class Package:
    """The parts of a file by name, without a slash before it."""

    data: dict[str, bytes]
    entries: dict[str, zipfile.ZipInfo]
    trees: dict[str, etree._Element] = field(default_factory=dict)

    def tree(self, name: str) -> etree._Element:
        """The root of an XML part; what is changed in it is written. Raises BadFile."""
        if name not in self.trees:
            self.trees[name] = _parsed(self.data.get(name, b""), name)
        return self.trees[name]

    @property
    def main(self) -> str:
        """The part that lists the slides."""
        return next(iter(self.related("", "officeDocument")), MAIN)

    @property
    def high(self) -> float:
        """The height of a slide, in points."""
        size = self.tree(self.main).find(f"{P}sldSz")
        return int(size.get("cy")) / EMU if size is not None else 540.0

    def relations(self, name: str) -> dict[str, Relation]:
        """What a part refers to, by the id that it uses."""
        beside = beside_of(name)
        if beside not in self.data:
            return {}
        found = {}
        for one in self.tree(beside).iter(_RELATION):
            outside = one.get("TargetMode") == "External"
            target = one.get("Target", "")
            if not outside:
                joined = posixpath.join("/", posixpath.dirname(name), target)
                target = posixpath.normpath(joined).lstrip("/")
            kind = one.get("Type", "").rpartition("/")[2]
            found[one.get("Id", "")] = Relation(kind, target, outside)
        return found

    def related(self, name: str, *kinds: str) -> list[str]:
        """The parts of the file of these kinds that a part refers to."""
        found = [one for one in self.relations(name).values() if one.kind in kinds]
        return [one.target for one in found if not one.outside and one.target in self.data]

    def linked(self, name: str, link: etree._Element | None) -> Relation | None:
        """What an element of a part refers to; None for no element, or one that leads nowhere."""
        return None if link is None else self.relations(name).get(link.get(LINK, ""))

    def relate(self, name: str, kind: str, target: str) -> str:
        """Let a part refer to another one; the id that it may use. `kind` is the whole address."""
        beside = beside_of(name)
        if beside not in self.data:
            self.put(beside, f"{HEAD}<Relationships xmlns='{RELATIONS}'/>".encode())
        held = self.tree(beside)
        taken = {one.get("Id") for one in held}
        new = next(one for at in range(1, len(taken) + 2) if (one := f"rId{at}") not in taken)
        etree.SubElement(held, _RELATION, Id=new, Type=kind, Target=f"/{target}")
        return new

    def add(self, pattern: str, data: bytes, content: str) -> str:
        """Add a part; its name is the first free one of a pattern with %d."""
        name = next(one for at in range(1, 10**6) if (one := pattern % at) not in self.data)
        self.put(name, data)
        attributes = {"PartName": f"/{name}", "ContentType": content}
        etree.SubElement(self.tree(TYPES), f"{_TYPE}Override", attributes)
        return name

    def put(self, name: str, data: bytes) -> None:
        """Write a part anew."""
        self.data[name] = data
        self.trees.pop(name, None)

    def written(self) -> bytes:
        """The whole file."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.data.items():
                known = self.entries.get(name)
                entry = zipfile.ZipInfo(name, known.date_time if known else (2000, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, self._whole(name, data))
        return out.getvalue()

    def _whole(self, name: str, data: bytes) -> bytes:
        tree = self.trees.get(name)
        if tree is None or etree.tostring(tree) == etree.tostring(_parsed(data, name)):
            return data
        return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))


def open_package(data: bytes) -> Package:
    """The parts of a file. Raises BadFile for what is no PowerPoint file or may do harm."""
    try:
        inspect(data)
    except TemplateProblem as error:
        raise BadFile(str(error)) from error
    broken = _("The file is broken and cannot be read. Open it in PowerPoint and save it again.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            held = [one for one in archive.infolist() if not one.is_dir()]
            parts = {one.filename: archive.read(one) for one in held}
    except Exception as error:  # anyone's file: what is wrong in it has many names
        raise BadFile(broken) from error
    if len(parts) != len(held):
        raise BadFile(_("The file holds two parts of one name. Save it again with PowerPoint."))
    if TYPES not in parts:
        raise BadFile(broken)
    try:
        refuse_entities(parts)
    except TemplateProblem as error:
        raise BadFile(str(error)) from error
    return Package(parts, {one.filename: one for one in held})


def beside_of(name: str) -> str:
    """The part that holds what a part refers to."""
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _parsed(data: bytes, name: str) -> etree._Element:
    try:
        return etree.fromstring(data, PARSER)
    except (etree.XMLSyntaxError, ValueError) as error:
        told = _("A part of the file cannot be read ({name}). Save it again with PowerPoint.",
                 name=name)  # fmt: skip
        raise BadFile(told) from error


def read_carried(package: Package) -> dict[str, Receipt]:
    """The receipts of a file by their view."""
    found: dict[str, Receipt] = {}
    for _element, receipt in _carried(package):
        found.setdefault(receipt.view, receipt)
    return found


def renew_carried(package: Package, now: dict[str, Receipt], needed: set[str]) -> None:
    """Write today's receipts over the old of the same view; add those that stand nowhere else."""
    there: set[str] = set()
    for element, receipt in _carried(package):
        if receipt.view in now:
            _write(element, now[receipt.view])
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


def renew_properties(package: Package, pairs: dict[str, str]) -> None:
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


def _carried(package: Package) -> Iterator[tuple[etree._Element, Receipt]]:
    """Every sound receipt in such parts, with its element."""
    for part in _parts(package):
        for element in package.tree(part).iterfind(_ONE):
            if (receipt := from_json(element.text or "")) is not None:
                yield element, receipt


def _write(element: etree._Element, receipt: Receipt) -> None:
    named = {"figure": receipt.figure, "code": receipt.code, "version": receipt.version}
    element.attrib.update(named)
    element.text = clean(receipt.as_json())


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
