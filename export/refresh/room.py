"""A slide whose words were renewed goes in; what has become longer has room, and meets nothing.

Only what would not fit is moved or set smaller, never under 12 pt, and only what is ours.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from export.refresh.grid import Grid
from export.refresh.pages import Ours, Page
from export.refresh.tall import boxed, place, resized, set_place, table_tall, text_tall
from export.refresh.texts import words
from export.slides.look import A, Look, P, kind, look_of, placeholders
from export.slides.markup import EMU, Box
from export.slides.measure import largest
from export.slides.naming import part
from export.slides.page import TITLES
from export.slides.setting import title_size
from words import _

STEPS = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5)
NEAR = 5.0  # pt: what is as near stands on one another
EDGE = 6.0  # pt, kept free at the lower edge of a slide


def make(page: Page, before: etree._Element, high: float) -> None:
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
            _table(page, one, Grid(held), look, high)


def _title(page: Page, one: Ours, look: Look) -> None:
    """A smaller size for a title that has become longer than its place."""
    box = boxed(one.element) or _layout_box(page)
    sizes = [int(r.get("sz")) for r in one.element.iter(f"{A}rPr") if r.get("sz", "").isdecimal()]
    now = max(sizes) // 100 if sizes else title_size(page.layout)
    if box is None:
        return
    room = (box.w - 2, box.h + 2)
    fits = largest(words(one.element), (now, *(s for s in TITLES if s < now)), room, True,
                   look.wide_title)  # fmt: skip
    if fits >= now:
        return
    for run in one.element.iter(f"{A}r"):
        look_ = run.find(f"{A}rPr")
        if look_ is None:
            look_ = etree.Element(f"{A}rPr")
            run.insert(0, look_)
        look_.set("sz", str(fits * 100))
    page.told.change(_("Size of the title"), _("{size} pt", size=now), _("{size} pt", size=fits))


def _layout_box(page: Page) -> Box | None:
    for shape in placeholders(page.layout):
        if kind(shape) in ("title", "ctrTitle") and shape.width:
            sides = (shape.left, shape.top, shape.width, shape.height)
            return Box(*(side / EMU for side in sides))
    return None


def _foot(page: Page, changed: list[Ours], look: Look) -> None:
    """Source and note grow upwards; what stands on them goes up, the figure gets lower."""
    for one in sorted(changed, key=lambda held: held.part, reverse=True):  # the source first
        box = boxed(one.element)
        needed = text_tall(one.element, look)
        if box is None or box.h <= 0 or needed <= box.h + 1:
            continue
        more = needed - box.h
        set_place(one.element, Box(box.x, box.y - more, box.w, needed))
        name = _("Place of the note") if one.part == "note" else _("Place of the source")
        page.told.change(
            name, _("as it was"), _("{more} pt higher, for a line more", more=round(more))
        )
        _lift(page, one, box.y, more)


def _lift(page: Page, under: Ours, top: float, more: float) -> None:
    """What of ours ends where a text began: a note goes up, a chart gets lower."""
    for one in page.of(under.view, "note", "chart"):
        box = place(one.element) if one.part == "chart" else boxed(one.element)
        if box is None or one is under:
            continue
        bottom = box.y + box.h
        if one.part == "chart" and top - more < bottom <= top + NEAR and box.h > 2 * more:
            resized(one.element, box.h - (bottom - top + more) - 1)
        elif one.part == "note" and abs(bottom - top) < NEAR:
            set_place(one.element, Box(box.x, box.y - more, box.w, box.h))
            _lift(page, one, box.y, more)


def _text(page: Page, one: Ours, look: Look, high: float) -> None:
    """Smaller letters for words that would run into what stands under them."""
    box = boxed(one.element)
    if box is None:
        return
    room = max(box.h, _under(page, one, box, high) - box.y)
    _smaller(page, one, one.element, room, lambda: text_tall(one.element, look))


def _table(page: Page, one: Ours, grid: Grid, look: Look, high: float) -> None:
    """Lower rows and smaller letters, where a table would run into what stands under it."""
    box = place(one.element)
    if box is None:
        return
    room = max(_under(page, one, box, high) - box.y, 1.0)
    needed = table_tall(grid, look)
    held = [
        int(row.get("h", "0")) / EMU or tall for row, tall in zip(grid.rows, needed, strict=True)
    ]
    if sum(map(max, held, needed)) > room:
        _smaller(page, one, grid.element, room, lambda: sum(table_tall(grid, look)))
        held = list(map(min, held, table_tall(grid, look)))
    for row, tall in zip(grid.rows, held, strict=True):
        row.set("h", str(round(tall * EMU)))  # a row grows by itself where its words need it
    resized(one.element, sum(held))


def _smaller(
    page: Page, one: Ours, held: etree._Element, room: float, tall: Callable[[], float]
) -> None:
    """Set all letters smaller by the least that lets them fit; else tell that they do not."""
    looks = [
        (run, int(run.get("sz")))
        for name in ("rPr", "endParaRPr")
        for run in held.iter(f"{A}{name}")
        if run.get("sz", "").isdecimal()
    ]
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
        other = None if shape is one.element else place(shape) or boxed(shape)
        if other is None or other.w <= 0:
            continue
        beside = other.x >= box.x + box.w - 1 or other.x + other.w <= box.x + 1
        if not beside and other.y > box.y + min(box.h, 20.0) * 0.9:
            tops.append(other.y - 2)
    return min([high - EDGE, *tops])


def _named(one: Ours) -> str:
    return part(one.view, one.part, one.index).removeprefix("fig:")
