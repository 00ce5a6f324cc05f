"""A native map shows today's places and countries, each mark in the look of its kind."""

from __future__ import annotations

import copy
from typing import Any

from lxml import etree

from charts.spec import Map
from drawing.scene import Box
from export.refresh.figure_versions import Figure, Today
from export.refresh.old_slides import Ours, Page, box_of, put_words, set_box, squeezed, words
from export.refresh.refresh_report import shown
from export.slides import big_numbers, map_shapes
from export.slides.layout_geometry import Page as Blank
from export.slides.template import opened
from export.slides.template_theme import A, Look, P, look_of
from language.countries import codes, country_name
from words import _

BOX = Box(44, 98, 872, 370)
LAND = "land"
Child = dict[tuple[str, str], etree._Element]  # by name and kind


def renew_map(page: Page, figure: Figure) -> None:
    """Renew the map of a view, and the names of countries beside it."""
    for ours in page.of(figure.view, "map"):
        look = look_of(page.layout)
        held, now = _children(ours.element), _made(figure.now, look)
        if now is None:
            page.told.lack(_("The map “{view}” has no places any more: it was left as it is.",
                             view=figure.view))  # fmt: skip
            continue
        then = _made(figure.before, look) if figure.before else None
        _renew(page, ours, held, now, then or {})
    if isinstance(figure.now.drawing, Map):
        _names(page, figure)


def _made(one: Today, look: Look) -> Child | None:
    """The shapes of a map as it is made."""
    slide = _slide()
    blank = Blank(slide, look, BOX, None)
    if isinstance(one.drawing, Map):
        map_shapes.draw_map(blank, one.drawing, "map", "")
    elif one.dots:
        big_numbers.draw_numbers(blank, one.numbers, one.dots, {}, "map", "")
    else:
        return None
    group = next(iter(slide.shapes._spTree.iter(f"{P}grpSp")), None)
    return None if group is None else _children(group)


def _slide() -> Any:
    """A slide to draw on."""
    made = opened(None)
    return made.slides.add_slide(made.slide_layouts[len(made.slide_layouts) - 1])


def _children(group: etree._Element) -> Child:
    """The shapes in a group, by their name and their kind; a leader has no name of its own."""
    found: Child = {}
    for shape in group:
        name = shape.find(f"{P}nvSpPr/{P}cNvPr")
        if name is not None:
            form = shape.find(f"{P}spPr/{A}prstGeom")
            kind = "" if form is None else form.get("prst", "")
            found.setdefault((name.get("name", ""), kind), shape)
    return found


def _renew(page: Page, ours: Ours, held: Child, now: Child, then: Child) -> None:
    land = held.get((LAND, ""))
    if land is None:
        page.told.lack(_("The map “{view}” has no outline of land any more: it was left as it is.",
                         view=ours.view))  # fmt: skip
        return
    if set(held) >= set(now) and not (set(held) & set(then)) - set(now):
        return
    scale = _scale(now[(LAND, "")], land)
    for key in [key for key in held if key in then and key not in now]:
        ours.element.remove(held.pop(key))
        _tell(page, key, new=False)
    for key, fresh in now.items():
        if key in held and not key[1]:
            _outline(held[key], fresh)
        elif key not in held and key not in then:
            _add(ours.element, held, key, fresh, scale)
            _tell(page, key, new=True)


def _tell(page: Page, key: tuple[str, str], *, new: bool) -> None:
    name, kind = key
    if kind and not name.startswith("label "):
        page.told.change(_("Map"), "" if new else name, name if new else "")
    elif not kind:
        page.told.change(_("Outline on the map"), "" if new else name, name if new else "")


def _outline(held: etree._Element, fresh: etree._Element) -> None:
    """Draw an outline anew, in its own colour and place."""
    old, new = (shape.find(f"{P}spPr/{A}custGeom") for shape in (held, fresh))
    if old is not None and new is not None:
        old.getparent().replace(old, copy.deepcopy(new))


def _add(
    group: etree._Element,
    held: Child,
    key: tuple[str, str],
    fresh: etree._Element,
    scale: tuple[float, float, float, float],
) -> None:
    """Put a new shape on the map, in the look of one of its kind where there is one."""
    made = copy.deepcopy(fresh)
    like = next((shape for (name, kind), shape in held.items()
                 if kind == key[1] and name != LAND
                 and name.startswith("label ") == key[0].startswith("label ")), None)  # fmt: skip
    if like is not None and key[1]:
        _look(made, like)
    if box := box_of(made):
        dx, dy, fx, fy = scale
        set_box(made, Box(box.x * fx + dx, box.y * fy + dy, box.width * fx, box.height * fy))
    numbers = [int(one.get("id", "0")) for one in group.getroottree().iter(f"{P}cNvPr")]
    made.find(f"{P}nvSpPr/{P}cNvPr").set("id", str(max(numbers) + 1))
    outlines = [shape for (_name, kind), shape in held.items() if not kind]
    if key[1]:
        group.append(made)
    else:
        outlines[-1].addnext(made)
    held[key] = made


def _look(made: etree._Element, like: etree._Element) -> None:
    """Fill, line and letters of another shape."""
    mine, other = made.find(f"{P}spPr"), like.find(f"{P}spPr")
    for name in ("solidFill", "noFill", "gradFill", "ln"):
        for old in mine.findall(f"{A}{name}"):
            mine.remove(old)
    for child in other:
        if etree.QName(child).localname in ("solidFill", "noFill", "gradFill", "ln"):
            mine.append(copy.deepcopy(child))
    run, look = made.find(f".//{A}r/{A}rPr"), like.find(f".//{A}r/{A}rPr")
    if run is not None and look is not None:
        run.getparent().replace(run, copy.deepcopy(look))


def _scale(fresh: etree._Element, held: etree._Element) -> tuple[float, float, float, float]:
    """How a place of the map as it is made lies in the map of the file."""
    made, there = box_of(fresh), box_of(held)
    if made is None or there is None:
        raise ValueError("a map without a place")
    fx, fy = there.width / made.width, there.height / made.height
    return there.x - made.x * fx, there.y - made.y * fy, fx, fy


def _names(page: Page, figure: Figure) -> None:
    """The names of the countries under each role, where nothing else was typed there."""
    known = {country_name(code) for code in codes()}
    now = [squeezed(" ".join(names)) for names in _listed(figure)]
    for one in page.of(figure.view, "names"):
        if one.element.tag != f"{P}sp":
            continue
        text = squeezed(words(one.element))
        wanted = now[one.index - 1] if one.index <= len(now) else ""
        if text == wanted:
            continue
        if text and all(part.strip() in known for part in text.split(",")) and wanted:
            put_words(one.element, wanted)
            page.told.change(_("Names beside the map"), text, wanted)
        else:
            page.told.leave(_("Names beside the map, typed by hand: “{text}”", text=shown(text)))


def _listed(figure: Figure) -> list[list[str]]:
    """The names of each role, as a table lists them."""
    rows = figure.now.rows.body if figure.now.rows else ()
    return [[piece.text for line in row[1] for piece in line] for row in rows]
