"""The shipped deck goes in; it comes out as a colleague has it a year later, in several ways."""

from __future__ import annotations

import copy
import io
import subprocess
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.parts.chart import ChartPart
from pptx.presentation import Presentation as Deck
from pptx.util import Emu

from decks.deck import read_deck
from export.slides.deck_file import write_deck
from tests.support.office import find_office
from tests.support.real import DATA, real

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc0"
    "0000030101001878c9dd0000000049454e44ae426082"
)
NETWORK = "fig:network:"
NUMBERS = "fig:numbers?indicators=members,member_countries:"


@cache
def shipped() -> bytes:
    """The shipped deck with the data of today."""
    deck, problems = read_deck((DATA / "decks" / "network-in-brief.yaml").read_bytes(), "deck")
    assert deck is not None and problems == ()
    return write_deck(deck, real())


def opened(data: bytes) -> Deck:
    """A file, to look into it or to change it."""
    return Presentation(io.BytesIO(data))


def saved(deck: Deck) -> bytes:
    """A presentation as a file."""
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def changed(change: Callable[[Deck], None], data: bytes | None = None) -> bytes:
    """The shipped deck, or another file, after a colleague's change."""
    deck = opened(data or shipped())
    change(deck)
    return saved(deck)


def shape(deck: Deck, number: int, name: str) -> Any:
    """A shape by the number of its slide and its name."""
    return next(one for one in deck.slides[number - 1].shapes if one.name == name)


def chart(deck: Deck, number: int = 3) -> Any:
    """The chart on a slide."""
    return next(one.chart for one in deck.slides[number - 1].shapes if one.has_chart)


def series(held: Any) -> dict[str, tuple[float | None, ...]]:
    """The values of each series of a chart."""
    return {one.name: tuple(one.values) for plot in held.plots for one in plot.series}


def parts(data: bytes) -> dict[str, bytes]:
    """Every part of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(held: dict[str, bytes]) -> bytes:
    """A ZIP of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in held.items():
            archive.writestr(name, part)
    return out.getvalue()


def canonical(element: etree._Element) -> bytes:
    """An element as it is compared."""
    return bytes(etree.tostring(element, method="c14n"))


def pasted(numbers: tuple[int, ...], data: bytes | None = None) -> bytes:
    """These slides of a file pasted into a plain deck of a colleague's, between two of its own.

    As PowerPoint does it: shapes and notes go along, layouts and custom XML do not.
    """
    source, deck = opened(data or shipped()), Presentation()
    deck.slide_width, deck.slide_height = map(Emu, (12192000, 6858000))
    deck.slides.add_slide(deck.slide_layouts[0]).shapes.title.text = "Their own deck"
    for number in numbers:
        paste(source.slides[number - 1], deck)
    deck.slides.add_slide(deck.slide_layouts[5]).shapes.title.text = "Thank you"
    return saved(deck)


def paste(slide: Any, deck: Deck) -> None:
    """Put a slide of another file behind the slides of a deck."""
    layouts = {layout.name: layout for layout in deck.slide_layouts}
    made = deck.slides.add_slide(layouts["Title Only"])
    tree = made.shapes._spTree
    for old in list(made.shapes):
        tree.remove(old._element)
    for one in slide.shapes:
        element = copy.deepcopy(one._element)
        tree.append(element)
        for link in element.iter(f"{C}chart"):
            link.set(LINK, made.part.relate_to(_chart(one.chart.part, deck), RT.CHART))
    made.notes_slide.notes_text_frame.text = slide.notes_slide.notes_text_frame.text


def _chart(old: ChartPart, deck: Deck) -> ChartPart:
    package = deck.part.package
    name = package.next_partname("/ppt/charts/chart%d.xml")
    part = ChartPart.load(name, old.content_type, package, old.blob)
    for link in list(part._element.iter(f"{C}externalData", f"{C}userShapes")):
        part._element.remove(link)
    part.chart_workbook.update_from_xlsx_blob(old.chart_workbook.xlsx_part.blob)
    for rel in old.rels.values():
        if rel.reltype == RT.CHART_USER_SHAPES:
            held = Part(
                PackURI(package.next_partname("/ppt/drawings/drawing%d.xml")),
                rel.target_part.content_type,
                package,
                rel.target_part.blob,
            )
            link = etree.SubElement(part._element, f"{C}userShapes")
            link.set(LINK, part.relate_to(held, RT.CHART_USER_SHAPES))
    return part


def through_office(data: bytes, folder: Path, form: str = "pptx") -> bytes:
    """A file as LibreOffice saves it; `folder` is empty and the test's own."""
    office, _reader = find_office()
    (folder / "out").mkdir()
    file = folder / "deck.pptx"
    file.write_bytes(data)
    subprocess.run(
        [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", form, "--outdir", str(folder / "out"), str(file)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return (folder / "out" / f"deck.{form}").read_bytes()
