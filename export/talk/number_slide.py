"""A slide of big numbers, and a piece of the world map with its dots beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from charts.theme import BOLD
from charts.world_map import Point, outlines
from decks.resolve import BigNumber, Dot, ResolvedSlide
from drawing import font_metrics
from drawing.map_layout import project
from drawing.scene import Anchor, Box, Group, Line, Mark, Part, Path, Span, Text
from export.share_rows import place_names
from export.talk.figure_slide import gone
from export.talk.pressable_svg import Behind, legible, pressable_svg
from export.talk.talk_receipts import as_of, items, stated, table_html
from export.talk.talk_screen import (
    COLOURS,
    LEAD,
    SMALL,
    STAGES,
    Stage,
    TalkSlide,
    View,
    Words,
    body_box,
    notes,
    screens,
    text,
    text_height,
)
from facts.format_value import parted
from facts.store import Snapshot
from words import _

MARGIN = 0.16  # of the map around the outermost dots
DOT = 15  # units
LEAST_SPAN = 0.5  # of the globe's radius: the width of a map of one dot
SMALLEST = 3.0  # units: a ring smaller than this is no more than a speck


def layout_dots(dots: tuple[Dot, ...], box: Box) -> tuple[Part, ...]:
    """Land, dots and their names; a name lies on no dot and on no other name."""
    place = _view(dots, box)
    world = outlines()
    rings = [ring for rings in world.land.values() for ring in rings] + list(world.other)
    drawn = [tuple(place(point) for point in ring) for ring in rings]
    # A path for each piece of land: one path of them all takes a browser ten times as long.
    land = Group("land", tuple(
        Path((ring,), COLOURS.rule, COLOURS.card, 1) for ring in drawn if _seen(ring, box)
    ))  # fmt: skip
    at = {dot.code: place((dot.lon, dot.lat)) for dot in dots}
    ink, paper = COLOURS.series[0], COLOURS.card
    marks = [
        Mark(at[dot.code][0], at[dot.code][1], DOT, "circle", ink, paper, 2, dot.code)
        for dot in dots
    ]
    return (land, *_names(dots, at, box), *marks)


def _view(dots: tuple[Dot, ...], box: Box) -> Callable[[Point], tuple[float, float]]:
    """What turns a longitude and a latitude into a place in the box."""
    points = [project((dot.lon, dot.lat)) for dot in dots]
    west, east = min(x for x, _y in points), max(x for x, _y in points)
    south, north = min(y for _x, y in points), max(y for _x, y in points)
    width, height = max(east - west, LEAST_SPAN), max(north - south, LEAST_SPAN * 0.5)
    scale = min(box.width / (width * (1 + 2 * MARGIN)), box.height / (height * (1 + 2 * MARGIN)))
    middle = ((west + east) / 2, (south + north) / 2)

    def place(point: Point) -> tuple[float, float]:
        x, y = project(point)
        return (
            box.x + box.width / 2 + (x - middle[0]) * scale,
            box.y + box.height / 2 - (y - middle[1]) * scale,
        )

    return place


def _seen(ring: tuple[tuple[float, float], ...], box: Box) -> bool:
    xs, ys = [x for x, _y in ring], [y for _x, y in ring]
    inside = max(xs) > box.x and min(xs) < box.right and max(ys) > box.y and min(ys) < box.bottom
    return inside and max(max(xs) - min(xs), max(ys) - min(ys)) > SMALLEST


def _names(dots: tuple[Dot, ...], at: dict[str, tuple[float, float]], box: Box) -> Iterator[Part]:
    """Each name beside its dot, where nothing stands yet; far off it gets a thin line."""
    found = [(*at[dot.code], font_metrics.width(dot.label, SMALL, BOLD)) for dot in dots]
    names = place_names(found, SMALL * 1.2, DOT * 1.2, box)
    for dot, (x, y, _wide), (name, far) in zip(dots, found, names, strict=True):
        ends: dict[Anchor, float] = {"start": name.x, "end": name.right}
        middle = name.x + name.width / 2
        anchor: Anchor = "start" if name.x > x else "end" if name.right < x else "middle"
        if far:
            end = name.bottom if name.y < y else name.y
            yield Line(x, y, ends.get(anchor, middle), end, COLOURS.quiet)
        spans = (Span(dot.label, BOLD, dot.code),)
        base = name.y + SMALL * 0.92
        x = ends.get(anchor, middle)
        yield Text(x, base, spans, SMALL, COLOURS.ink, anchor, COLOURS.card)


LARGEST = 260  # units
LEAST = 40
WORD = 0.42  # of the number's size: "over"
GAP = 28
MAP = 0.55  # of the width, or of the height on a tall screen
CROWDED = 4  # numbers: more of them leave no room for a map on a tall screen
BESIDE = {1: (1, 1), 2: (2, 1), 3: (3, 1), 4: (2, 2), 5: (3, 2), 6: (3, 2)}  # columns, rows
_LEAD = re.compile(r"(\D+? )(?=\d)")


def number_slide(slide: ResolvedSlide, number: str, snapshot: Snapshot) -> TalkSlide:
    """The numbers, with the places of an activity beside them where the slide names one."""
    if not slide.numbers:
        return gone(slide, number)
    found = items(slide.refs, snapshot)
    known = {item.ref: item for item in found.items}
    words = Words(
        title=slide.title,
        subtitle=slide.subtitle,
        note=" ".join(part for part in (_one_time(slide), slide.note, slide.map_note) if part),
        source=slide.source,
        standing=as_of(found),
        number=number,
        steps=slide.steps,
        told=slide.missing,
    )
    told = next((ref for ref in slide.refs if snapshot.corpus.activity(ref)), "")
    shown = tuple(
        one for stage in STAGES for one in screens(words, stage, _bodies(slide, words, stage, told))
    )
    view = View("", slide.title, tuple(known), table_html(stated(slide.numbers), known))
    said = notes(words, slide.notes)
    return TalkSlide("numbers", (view,), shown, said, slide.steps, slide.missing)


def _bodies(slide: ResolvedSlide, words: Words, stage: Stage, told: str) -> list[str]:
    """Numbers and map on one screen, or where there is no room for both, on two."""
    count = len(slide.numbers)
    apart = stage.name == "tall" and count > CROWDED
    room = body_box(replace(words, parts=2 if slide.dots and apart else 1), stage)
    if apart or not slide.dots:
        alone = f"<div class='numbers'>{_numbers(slide, room, *BESIDE[count])}</div>"
        return [alone, _map(slide, room, told)] if slide.dots else [alone]
    if stage.name == "wide":
        map_room = Box(0, 0, room.width * MAP, room.height)
        left = Box(0, 0, room.width - map_room.width - GAP, room.height)
        shape, size = ((1, count) if count < 4 else (2, -(-count // 2))), map_room.width
    else:
        map_room = Box(0, 0, room.width, room.height * MAP)
        left = Box(0, 0, room.width, room.height - map_room.height - GAP)
        shape, size = (count, 1), map_room.height
    return [
        f"<div class='beside' style='--map:{size:.0f}'><div class='numbers'>"
        f"{_numbers(slide, left, *shape)}</div>{_map(slide, map_room, told)}</div>"
    ]


def _map(slide: ResolvedSlide, room: Box, told: str) -> str:
    known = {dot.code: Behind((told,), dot.label) for dot in slide.dots} if told else {}
    alt = _("Map with dots: {places}", places=", ".join(dot.label for dot in slide.dots))
    parts = legible(layout_dots(slide.dots, room))
    return pressable_svg(parts, room.width, room.height, alt, known)


def _numbers(slide: ResolvedSlide, room: Box, columns: int, rows: int) -> str:
    """The numbers in a grid, all of one size: the largest in which each takes one line."""
    width = (room.width - (columns - 1) * GAP) / columns
    tall = (room.height - (rows - 1) * GAP) / rows
    label = 34 if width > 500 else LEAD if width > 300 else 22 if width > 230 else 20
    timed = not _one_time(slide)
    under = max(_under(one, width, label, timed=timed) for one in slide.numbers)
    apart = 0.4 if columns > 1 else 0.0  # of the size: "10" beside "9" must not read as "109"
    size = min(LARGEST, *(width / (_wide(one.says) + apart) for one in slide.numbers))
    size = max(LEAST, min(size, (tall - under) / 1.08))
    grid = f"--columns:{columns};--big:{size:.1f};--label:{label}"
    told = "".join(_number(one, timed=timed) for one in slide.numbers)
    return f"<div class='grid' style='{grid}'>{told}</div>"


def _one_time(slide: ResolvedSlide) -> str:
    """When and where all of several numbers are stated, if that is one; said once, in the note."""
    times = {(one.as_of, one.document) for one in slide.numbers}
    if len(slide.numbers) < 3 or len(times) > 1:
        return ""
    as_of, document = times.pop()
    return _("All numbers: {as_of}, {document}.", as_of=as_of, document=document)


def _under(one: BigNumber, width: float, label: float, *, timed: bool) -> float:
    said = f"{one.as_of} · {one.document}" if timed else ""
    return text_height(one.label, width, label, bold=True) + text_height(said, width, SMALL) + 8


def _wide(said: str) -> float:
    """The width of a number for each unit of its size; the words before it are smaller."""
    lead, number, mark = _split(said)
    return (
        font_metrics.width(number, 1, BOLD) + WORD * font_metrics.width(lead + mark, 1, BOLD) + 0.02
    )


def _split(said: str) -> tuple[str, str, str]:
    """ "over ", "551", and behind a corrected number " [the source says 5551]"."""
    mark = parted(said)[2]
    whole = said.removesuffix(mark).rstrip()
    found = _LEAD.match(whole)
    lead, number = (found.group(1), whole[found.end() :]) if found else ("", whole)
    return lead, number, f" {mark}" if mark else ""


def _number(one: BigNumber, *, timed: bool) -> str:
    lead, number, mark = _split(one.says)
    spoken = f"{one.says} {one.after}, {one.label}, {one.as_of}, {one.document}"
    when = (
        f"<p class='when' dir='auto'>{text(one.as_of)} · {text(one.document)}</p>" if timed else ""
    )
    before, behind = (f"<small>{text(part)}</small>" if part else "" for part in (lead, mark))
    return (
        f"<div class='number'><button type='button' class='big' data-ref='{text(one.ref)}' "
        f"aria-haspopup='dialog' aria-label='{text(spoken)}'>"
        f"{before}{text(number)}{behind}</button>"
        f"<p class='label' dir='auto'>{text(one.label)}</p>{when}</div>"
    )
