"""Makes room for words that have become longer: smaller letters, higher rows, moved notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from lxml import etree

from drawing.scene import Box
from export.refresh.old_slides import Ours, Page, box_of, said, set_box, sized, words
from export.refresh.renew_table import cells_of, rows_of, widths_of
from export.slides.layout_geometry import TITLES, title_box, title_size
from export.slides.shapes import EMU, count_lines, largest_size, line_height, shape_name
from export.slides.template_theme import A, Look, P, look_of
from words import _

USUAL = 18.0  # pt, of letters whose size is not told
INSETS = {"lIns": 7.2, "rIns": 7.2, "tIns": 3.6, "bIns": 3.6}
MARGINS = {"marL": 7.2, "marR": 7.2, "marT": 3.6, "marB": 3.6}
STEPS = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5)
NEAR = 5.0  # pt: what is as near stands on one another
EDGE = 6.0  # pt, kept free at the lower edge of a slide


def text_height(shape: etree._Element, look: Look) -> float:
    """How high the words of a shape stand in its width."""
    box, body = box_of(shape), shape.find(f"{P}txBody")
    if box is None or body is None:
        return 0.0
    left, right, top, bottom = _insets(body.find(f"{A}bodyPr"), INSETS)
    return _tall(body, box.width - left - right - 2, look) + top + bottom


def row_heights(table: etree._Element, look: Look) -> list[float]:
    """How high each row of a table has to be."""
    wide = [width / EMU for width in widths_of(table)]
    found = []
    for row in rows_of(table):
        heights = [0.0]
        for cell, room in zip(cells_of(row), wide, strict=False):
            left, right, top, bottom = _insets(cell.find(f"{A}tcPr"), MARGINS)
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
        lines = sum(count_lines(text, size, room, bold, look.factor)
                    for text in said(paragraph).split("\v"))  # fmt: skip
        whole += lines * line_height(size, look.factor) + _before(paragraph)
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


def _insets(held: etree._Element | None, usual: dict[str, float]) -> list[float]:
    """The room at the four sides: left, right, over and under."""
    if held is None:
        return list(usual.values())
    return [int(held.get(name)) / EMU if held.get(name) else points
            for name, points in usual.items()]  # fmt: skip


def make_room(page: Page, before: etree._Element, high: float) -> None:
    """Make room on a slide; `before` is its root as it was, `high` its height in points."""
    look = look_of(page.layout)
    old = {one.get("id"): one.getparent().getparent() for one in before.iter(f"{P}cNvPr")}
    changed = [
        one
        for one in page.ours
        if (was := old.get(one.name.get("id"))) is not None and words(was) != words(one.element)
    ]
    for one in changed:
        if one.part == "title":
            _title(page, one, look)
    _foot(page, [one for one in changed if one.part in ("source", "note")], look)
    for one in changed:
        if one.part in ("label", "names", "subtitle", "sources") and one.element.tag == f"{P}sp":
            _text(page, one, look, high)
        for held in one.element.iter(f"{A}tbl"):
            _table(page, one, held, look, high)


def _title(page: Page, one: Ours, look: Look) -> None:
    """A smaller size for a title that has become longer than its place."""
    box = box_of(one.element) or title_box(page.layout)
    sizes = [int(run.get("sz")) for run in sized(one.element, "rPr")]
    now = max(sizes) // 100 if sizes else title_size(page.layout)
    if box is None:
        return
    room = (box.width - 2, box.height + 2)
    fits = largest_size(words(one.element), (now, *(s for s in TITLES if s < now)), room, True,
                   look.title_factor)  # fmt: skip
    if fits >= now:
        return
    for run in one.element.iter(f"{A}r"):
        look_ = run.find(f"{A}rPr")
        if look_ is None:
            look_ = etree.Element(f"{A}rPr")
            run.insert(0, look_)
        look_.set("sz", str(fits * 100))
    page.told.change(_("Size of the title"), _("{size} pt", size=now), _("{size} pt", size=fits))


def _foot(page: Page, changed: list[Ours], look: Look) -> None:
    """Source and note grow upwards; what stands on them goes up, the figure gets lower."""
    for one in sorted(changed, key=lambda held: held.part, reverse=True):  # the source first
        box = box_of(one.element)
        needed = text_height(one.element, look)
        if box is None or box.height <= 0 or needed <= box.height + 1:
            continue
        more = needed - box.height
        set_box(one.element, replace(box, y=box.y - more, height=needed))
        name = _("Place of the note") if one.part == "note" else _("Place of the source")
        page.told.change(
            name, _("as it was"), _("{more} pt higher, for a line more", more=round(more))
        )
        _lift(page, one, box.y, more)


def _lift(page: Page, under: Ours, top: float, more: float) -> None:
    """What of ours ends where a text began: a note goes up, a chart gets lower."""
    for one in page.of(under.view, "note", "chart"):
        box = box_of(one.element)
        if box is None or one is under:
            continue
        bottom = box.y + box.height
        if one.part == "chart" and top - more < bottom <= top + NEAR and box.height > 2 * more:
            set_box(one.element, replace(box, height=box.height - (bottom - top + more) - 1))
        elif one.part == "note" and abs(bottom - top) < NEAR:
            set_box(one.element, replace(box, y=box.y - more))
            _lift(page, one, box.y, more)


def _text(page: Page, one: Ours, look: Look, high: float) -> None:
    """Smaller letters for words that would run into what stands under them."""
    box = box_of(one.element)
    if box is None:
        return
    room = max(box.height, _under(page, one, box, high) - box.y)
    _smaller(page, one, one.element, room, lambda: text_height(one.element, look))


def _table(page: Page, one: Ours, table: etree._Element, look: Look, high: float) -> None:
    """Lower rows and smaller letters, where a table would run into what stands under it."""
    box = box_of(one.element)
    if box is None:
        return
    room = max(_under(page, one, box, high) - box.y, 1.0)
    needed = row_heights(table, look)
    held = [
        int(row.get("h", "0")) / EMU or tall
        for row, tall in zip(rows_of(table), needed, strict=True)
    ]
    if sum(map(max, held, needed)) > room:
        _smaller(page, one, table, room, lambda: sum(row_heights(table, look)))
        held = list(map(min, held, row_heights(table, look)))
    for row, tall in zip(rows_of(table), held, strict=True):
        row.set("h", str(round(tall * EMU)))  # a row grows by itself where its words need it
    set_box(one.element, replace(box, height=sum(held)))


def _smaller(
    page: Page, one: Ours, held: etree._Element, room: float, tall: Callable[[], float]
) -> None:
    """Set all letters smaller by the least that lets them fit; else tell that they do not."""
    looks = [(run, int(run.get("sz"))) for run in sized(held, "rPr", "endParaRPr")]
    for step in STEPS:
        for run, size in looks:
            run.set("sz", str(max(min(size, 1200), round(size * step / 100) * 100)))
        if tall() <= room:
            if step < 1 and looks:
                what = _("Size of letters, to fit ({what})", what=_named(one))
                page.told.change(what, "100%", f"{round(step * 100)}%")
            return
    page.told.leave(_("There is more to say than room ({what}): it runs into what stands under it.",
                      what=_named(one)))  # fmt: skip


def _under(page: Page, one: Ours, box: Box, high: float) -> float:
    """Where the next shape under a place begins, else the edge of the slide."""
    tops = []
    for shape in page.root.find(f"{P}cSld/{P}spTree"):
        other = None if shape is one.element else box_of(shape)
        if other is None or other.width <= 0:
            continue
        beside = other.x >= box.x + box.width - 1 or other.x + other.width <= box.x + 1
        if not beside and other.y > box.y + min(box.height, 20.0) * 0.9:
            tops.append(other.y - 2)
    return min([high - EDGE, *tops])


def _named(one: Ours) -> str:
    return shape_name(one.view, one.part, one.index).removeprefix("fig:")
