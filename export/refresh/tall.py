"""A shape or a table goes in; where it stands, and how high its words stand in it, come out."""

from __future__ import annotations

from lxml import etree

from export.refresh.grid import Grid, cells
from export.refresh.texts import said
from export.slides.look import A, Look, P
from export.slides.markup import EMU, Box
from export.slides.measure import line, wrapped

USUAL = 18.0  # pt, of letters whose size is not told
INSETS = {"lIns": 7.2, "rIns": 7.2, "tIns": 3.6, "bIns": 3.6}
MARGINS = {"marL": 7.2, "marR": 7.2, "marT": 3.6, "marB": 3.6}


def boxed(shape: etree._Element) -> Box | None:
    """Where a shape stands, in points; None where its layout says so."""
    return _box(shape.find(f"{P}spPr/{A}xfrm"))


def place(frame: etree._Element) -> Box | None:
    """Where a chart, a table or a group stands."""
    found = frame.find(f"{P}xfrm")
    return _box(found if found is not None else frame.find(f"{P}grpSpPr/{A}xfrm"))


def set_place(shape: etree._Element, box: Box) -> None:
    """Put a shape there."""
    held = shape.find(f"{P}spPr/{A}xfrm")
    held.find(f"{A}off").attrib.update({"x": _emu(box.x), "y": _emu(box.y)})
    held.find(f"{A}ext").attrib.update({"cx": _emu(box.w), "cy": _emu(box.h)})


def resized(frame: etree._Element, high: float) -> None:
    """Make a chart or a table as high as this."""
    frame.find(f"{P}xfrm/{A}ext").set("cy", _emu(high))


def text_tall(shape: etree._Element, look: Look) -> float:
    """How high the words of a shape stand in its width."""
    box, body = boxed(shape), shape.find(f"{P}txBody")
    if box is None or body is None:
        return 0.0
    left, right, top, bottom = _room(body.find(f"{A}bodyPr"), INSETS)
    return _tall(body, box.w - left - right - 2, look) + top + bottom


def table_tall(grid: Grid, look: Look) -> list[float]:
    """How high each row of a table has to be."""
    wide = [int(column.get("w", "0")) / EMU for column in grid.columns]
    found = []
    for row in grid.rows:
        heights = [0.0]
        for cell, room in zip(cells(row), wide, strict=False):
            left, right, top, bottom = _room(cell.find(f"{A}tcPr"), MARGINS)
            body = cell.find(f"{A}txBody")
            if body is None:
                continue
            heights.append(_tall(body, room - left - right, look) + top + bottom + 1)
        found.append(max(heights))
    return found


def _tall(body: etree._Element, room: float, look: Look) -> float:
    whole = 0.0
    for paragraph in body.iterfind(f"{A}p"):
        size, bold = _letters(paragraph)
        lines = sum(wrapped(text, size, room, bold, look.wide)
                    for text in said(paragraph).split("\v"))  # fmt: skip
        whole += lines * line(size, look.wide) + _before(paragraph)
    return whole


def _letters(paragraph: etree._Element) -> tuple[float, bool]:
    """The largest letters of a paragraph, and whether they are bold."""
    runs = [run.find(f"{A}rPr") for run in paragraph.findall(f"{A}r")]
    runs = [run for run in runs if run is not None] or paragraph.findall(f"{A}endParaRPr")
    sizes = [int(run.get("sz")) / 100 for run in runs if run.get("sz", "").isdecimal()]
    bold = bool(runs) and all(run.get("b") in ("1", "true") for run in runs)
    return max(sizes, default=USUAL), bold


def _before(paragraph: etree._Element) -> float:
    held = paragraph.find(f"{A}pPr/{A}spcBef/{A}spcPts")
    return int(held.get("val", "0")) / 100 if held is not None else 0.0


def _room(held: etree._Element | None, usual: dict[str, float]) -> list[float]:
    """The room at the four sides: left, right, over and under."""
    if held is None:
        return list(usual.values())
    return [int(held.get(name)) / EMU if held.get(name) else points
            for name, points in usual.items()]  # fmt: skip


def _box(held: etree._Element | None) -> Box | None:
    off, ext = (None, None) if held is None else (held.find(f"{A}off"), held.find(f"{A}ext"))
    if off is None or ext is None:
        return None
    sides = (off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy"))
    return Box(*(int(side) / EMU for side in sides))


def _emu(points: float) -> str:
    return str(round(points * EMU))
