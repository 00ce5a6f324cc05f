"""The slides of a deck with today's numbers and doubts, and each as a small picture.

Figures and pictures are made once for each snapshot, for all readers.
"""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache

from charts.spec import ChartSpec
from charts.world_map import Ring, outlines
from decks.check import Flag, check_deck, known_of
from decks.deck import Deck
from decks.resolve import BigNumber, Dot, ResolvedDeck, ResolvedSlide, resolve
from drawing.picture import compose
from drawing.svg_writer import svg
from export.figures import job
from facts.format_value import parted
from facts.store import Snapshot
from ui.server.data_store import figure_spec, made
from ui.widgets import html
from words import _, counted

WIDTH, HEIGHT = 960, 540  # px of a picture: small, so that its type is large


def resolved(deck: Deck, snapshot: Snapshot) -> ResolvedDeck:
    """The deck with the numbers of this snapshot."""
    return resolve(deck, snapshot, _chart)


def _chart(snapshot: Snapshot, name: str, choices: dict[str, str]) -> ChartSpec | None:
    return made(snapshot, figure_spec, name, *sorted(choices.items()))


def doubts(deck: Deck, shown: ResolvedDeck, snapshot: Snapshot) -> dict[int, tuple[Flag, ...]]:
    """What the typed words of each slide say otherwise than the facts, by place in the deck."""
    return check_deck(deck, shown, made(snapshot, known_of))


def picture(slide: ResolvedSlide, snapshot: Snapshot) -> str:
    """The slide's figure as SVG, with the title that was typed; empty where there is none."""
    if slide.spec is None:
        return ""
    return made(snapshot, _drawn, slide.figure, slide.choices, slide.title, slide.subtitle)


def _drawn(
    snapshot: Snapshot, name: str, choices: tuple[tuple[str, str], ...], title: str, subtitle: str
) -> str:
    asked = job(snapshot, name, dict(choices), width=WIDTH, height=HEIGHT)
    if asked is None:
        return ""
    spec = replace(asked.spec, title=title, subtitle=subtitle)
    try:
        return svg(compose(replace(asked, spec=spec)), with_font=False)
    except (KeyError, ValueError):  # a drawing that no picture is made of: words stand for it
        return ""


WIDE = 1.25  # of a map: width to height
ROOM = 0.12  # of a map's width, left free around the dots
FINEST = 160  # steps across a map: what is finer is left out
LEAST = 40  # degrees of longitude that a map shows at least


def thumbnail(slide: ResolvedSlide, picture: str) -> str:
    """The slide as HTML that grows with its width; `picture` is SVG, empty where there is none.

    Hidden from screen readers: its words stand beside it.
    """
    inside = {
        "title": lambda: _title(slide),
        "numbers": lambda: _numbers(slide),
        "figure": lambda: _figure(slide, picture),
        "sources": lambda: _sources(slide),
    }[slide.kind]()
    return f"<div class='d-thumb d-of-{slide.kind}' aria-hidden='true'><div>{inside}</div></div>"


def _title(slide: ResolvedSlide) -> str:
    return f"<b dir='auto'>{html.text(slide.title)}</b><p>{html.text(slide.subtitle)}</p>"


def _head(slide: ResolvedSlide) -> str:
    under = f"<p>{html.text(slide.subtitle)}</p>" if slide.subtitle else ""
    return f"<b dir='auto'>{html.text(slide.title)}</b>{under}"


def _numbers(slide: ResolvedSlide) -> str:
    dated = len({number.as_of for number in slide.numbers}) > 1  # else the title says when
    numbers = "".join(_number(number, dated=dated) for number in slide.numbers)
    drawn = map_of(slide.dots) if slide.dots else ""
    few = "" if slide.dots else f" d-few-{len(slide.numbers)}"
    return (
        f"{_head(slide)}<div class='d-body'><ul class='d-numbers{few}'>{numbers}</ul>{drawn}</div>"
        f"<small>{html.text(slide.source)}</small>"
    )


def _number(number: BigNumber, *, dated: bool) -> str:
    words, digits, mark = parted(number.says)
    behind = f" <i>{html.text(mark)}</i>" if mark else ""
    bound = f"<i>{html.text(words)}</i> " if words else ""
    when = f"<span>{html.text(number.as_of)}</span>" if dated else ""
    return (
        f"<li><strong>{bound}{html.text(digits)}{behind}</strong>"
        f"<span>{html.text(number.label)}</span>{when}</li>"
    )


def _figure(slide: ResolvedSlide, picture: str) -> str:
    if picture:
        return f"<div class='d-picture'>{picture}</div>"
    rows = slide.spec.table.rows[:6] if slide.spec else ()
    lines = "".join(
        f"<tr>{''.join(f'<td>{html.text(cell.text)}</td>' for cell in row[:4])}</tr>"
        for row in rows
    )
    missing = "".join(f"<p>{html.text(words)}</p>" for words in slide.missing)
    return (
        f"{_head(slide)}<div class='d-body'><table>{lines}</table>{missing}</div>"
        f"<small>{html.text(slide.source)}</small>"
    )


def _sources(slide: ResolvedSlide) -> str:
    cited = "".join(f"<li>{html.text(one.citation)}</li>" for one in slide.cited)
    defined = counted("{number} definition", "{number} definitions", len(slide.defined))
    return f"{_head(slide)}<div class='d-body'><ul>{cited}<li>{html.text(defined)}</li></ul></div>"


@cache
def map_of(dots: tuple[Dot, ...]) -> str:
    """The dots on the part of the world that holds them, as SVG; each with its label."""
    west, north, width, height = _window(dots)
    step = width / FINEST
    rings = [ring for rings in outlines().land.values() for ring in rings]
    land = "".join(
        _path(ring, step) for ring in (*rings, *outlines().other) if _meets(ring, west, width)
    )
    marks = "".join(
        f"<circle cx='{dot.lon:.1f}' cy='{-dot.lat:.1f}' r='{width / 75:.1f}'/>" for dot in dots
    )
    words = "".join(_label(dot, west, width) for dot in dots)
    return (
        f"<svg viewBox='{west:.1f} {-north:.1f} {width:.1f} {height:.1f}' "
        f"preserveAspectRatio='xMidYMid slice'><path d='{land}'/>{marks}{words}</svg>"
    )


def _window(dots: tuple[Dot, ...]) -> tuple[float, float, float, float]:
    """West, north, width and height of the map, in degrees."""
    lons, lats = [dot.lon for dot in dots], [dot.lat for dot in dots]
    width = max(LEAST, (max(lons) - min(lons)) * (1 + 2 * ROOM))
    height = max(width / WIDE, (max(lats) - min(lats)) * (1 + 2 * ROOM))
    west = (max(lons) + min(lons) - width) / 2
    return west, (max(lats) + min(lats) + height) / 2, width, height


def _meets(ring: Ring, west: float, width: float) -> bool:
    return any(west <= lon <= west + width for lon, _lat in ring)


def _path(ring: Ring, step: float) -> str:
    """A ring as a path, without points that lie closer together than `step`; "" for a speck."""
    kept = [ring[0]]
    for point in ring[1:]:
        if math.dist(point, kept[-1]) >= step:
            kept.append(point)
    if len(kept) < 4:
        return ""
    return "M" + "L".join(f"{lon:.1f},{-lat:.1f}" for lon, lat in kept) + "Z"


def _label(dot: Dot, west: float, width: float) -> str:
    """The first word of a dot's label, on the side where there is more room."""
    left = dot.lon > west + width * 0.7
    x = dot.lon + width / 50 * (-1 if left else 1)
    anchor = "end" if left else "start"
    words = html.text(dot.label.partition(" (")[0])
    return (
        f"<text x='{x:.1f}' y='{-dot.lat + width / 100:.1f}' font-size='{width / 28:.1f}' "
        f"text-anchor='{anchor}'>{words}</text>"
    )


def label(slide: ResolvedSlide) -> str:
    """What kind of slide it is, in words."""
    return {
        "title": _("Title"),
        "numbers": _("Big numbers"),
        "figure": _("Figure"),
        "sources": _("Sources, made by itself"),
    }[slide.kind]
