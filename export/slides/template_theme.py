"""The fonts and colours that a template's theme gives, and which of them can be read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.slide import SlideLayout

from export.slides.shapes import font_factor

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
ACCENTS = tuple(f"accent{number}" for number in range(1, 7))
MAPPED = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
TEXT, SHAPE = 4.5, 3.0  # the least contrast of words, and of marks and lines
PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


@dataclass(frozen=True)
class Tone:
    """The colours of one series, as XML: its marks, its words, and its pale form."""

    full: str
    text: str
    pale: str


@dataclass(frozen=True)
class Look:
    """How a template writes and draws; colours are XML, `paper` is `RRGGBB`."""

    paper: str
    ink: str
    quiet: str
    rule: str
    land: str  # plain land on a map
    tones: tuple[Tone, ...]
    steps: tuple[str, ...]  # one hue in four steps, from its full to its palest
    factor: float  # the width of its text font, beside the one that is measured
    title_factor: float


def look_of(layout: SlideLayout) -> Look:
    """The look of a layout, from the theme of its master."""
    master = layout.slide_master
    theme = _parsed(master.part.part_related_by(RT.THEME).blob)
    colours = _colours(theme, master._element.find(f"{P}clrMap"))
    paper = _paper(layout, colours)
    ink = _ink(master, colours)
    dark = _light(paper) < 0.2
    soft = scheme("tx2") if contrast(colours["tx2"], paper) >= TEXT else ink
    lighter = "<a:satMod val='45000'/><a:lumMod val='{}000'/><a:lumOff val='{}000'/>"
    rule = lighter.format(75, 25) if dark else "<a:lumMod val='85000'/>"
    pale = "<a:lumMod val='50000'/>" if dark else lighter.format(50, 50)
    tones = tuple(
        Tone(
            scheme(name),
            scheme(name) if contrast(colours[name], paper) >= TEXT else ink,
            scheme(name, pale),
        )
        for name in ACCENTS
        if contrast(colours[name], paper) >= SHAPE
    )
    hue = next((n for n in ACCENTS if contrast(colours[n], paper) >= SHAPE), "tx1")
    paler = ((100, 0), (60, 40), (40, 60), (20, 80))
    steps = [lighter.format(*step) if step[1] else "" for step in paler]
    if dark:
        steps = ["", *(f"<a:lumMod val='{share}000'/>" for share in (70, 50, 35))]
    fallback = Tone(ink, ink, soft)
    return Look(
        paper=paper,
        ink=ink,
        quiet=soft,
        rule=scheme("bg1", rule),
        land=scheme("bg1", lighter.format(85, 15) if dark else "<a:lumMod val='92000'/>"),
        tones=tones or (fallback,),
        steps=tuple(scheme(hue, change) for change in steps),
        factor=font_factor(_font(theme, "minorFont")),
        title_factor=font_factor(_font(theme, "majorFont")),
    )


@lru_cache(maxsize=16)
def _parsed(blob: bytes) -> etree._Element:
    """A theme, only to be read."""
    return etree.fromstring(blob, PARSER)


def placeholders(shapes: Any) -> list[Any]:
    """The placeholders of a slide, a layout or a master."""
    return list(shapes.placeholders)


def kind(shape: Any) -> str:
    """What a placeholder is for, as its XML says it: "title", "body", "obj"."""
    return str(shape._element.find(f".//{P}ph").get("type", "obj"))


def scheme(name: str, change: str = "") -> str:
    """A colour of the theme, by its name, lighter or darker by `change`."""
    return f"<a:schemeClr val='{name}'>{change}</a:schemeClr>"


def clear(colour: str, share: int) -> str:
    """A colour that lets through what lies under it; `share` of 100 is solid."""
    head, _gap, tail = colour.rpartition("</")
    return f"{head}<a:alpha val='{share * 1000}'/></{tail}"


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (`RRGGBB`) as WCAG counts it, from 1 to 21."""
    dark, light = sorted((_light(one), _light(other)))
    return (light + 0.05) / (dark + 0.05)


def _light(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _colours(theme: etree._Element, mapping: etree._Element | None) -> dict[str, str]:
    """The colours of a theme by every name that a slide may call them; black for what is amiss."""
    named = {}
    for slot in theme.iterfind(f".//{A}clrScheme/*"):
        value = next((one.get("lastClr") or one.get("val") or "" for one in slot), "")
        named[etree.QName(slot).localname] = value if len(value) == 6 else "000000"
    for name in (*ACCENTS, "dk1", "dk2", "lt1", "lt2"):
        named.setdefault(name, "FFFFFF" if name.startswith("lt") else "000000")
    for name, usual in MAPPED.items():
        named[name] = named.get(usual if mapping is None else mapping.get(name, usual), "000000")
    return named


def _paper(layout: SlideLayout, colours: dict[str, str]) -> str:
    """What stands behind the text, where it is one colour; else the theme's own background."""
    for one in (layout, layout.slide_master):
        ground = one._element.find(f"{P}cSld/{P}bg")
        if ground is not None:
            solid = ground.find(f".//{A}solidFill")
            return _resolved(ground.find(f"{P}bgRef") if solid is None else solid, colours)
    return colours["bg1"]


def _resolved(element: etree._Element | None, colours: dict[str, str]) -> str:
    for colour in () if element is None else element:
        value = colour.get("val", "")
        if etree.QName(colour).localname == "schemeClr":
            return colours.get(value, colours["bg1"])
        if len(value) == 6:
            return str(value)
    return colours["bg1"]


def _ink(master: Any, colours: dict[str, str]) -> str:
    """The colour of the master's body text."""
    first = master._element.find(f"{P}txStyles/{P}bodyStyle/{A}lvl1pPr/{A}defRPr/{A}solidFill")
    for colour in () if first is None else first:
        value = colour.get("val", "")
        if etree.QName(colour).localname == "srgbClr" and len(value) == 6:
            return f"<a:srgbClr val='{value}'></a:srgbClr>"
        if value in colours:
            return scheme(value)
    return scheme("tx1")


def _font(theme: etree._Element, kind: str) -> str:
    latin = theme.find(f".//{A}fontScheme/{A}{kind}/{A}latin")
    return "" if latin is None else str(latin.get("typeface", ""))
