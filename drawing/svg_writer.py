"""A scene as SVG - text as text, numbers with their facts, nothing that runs."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from html import escape
from pathlib import Path as File

from charts.theme import FONT, REGULAR
from drawing.font_metrics import right_to_left
from drawing.scene import Anchor, Group, Line, Mark, Part, Path, Rect, Scene, Span, Text

FONT_FILE = (
    File(__file__).parents[1] / "ui" / "static" / "fonts" / "SourceSans3VF-Upright.ttf.woff2"
)
# What XML cannot hold, and marks that turn the direction of what follows.
UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
OTHER_SIDE: dict[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}


def svg(scene: Scene, metadata: str = "", *, with_font: bool = True) -> str:
    """The scene as one SVG element; `metadata` is text that stands in it and is not shown.

    Without the font the text is set in what the reader's machine has.
    """
    size = f'width="{scene.width}" height="{scene.height}"'
    face = f"<style>{font_face()}</style>" if with_font else ""
    back = f'<rect {size} fill="{scene.background}"/>' if scene.background is not None else ""
    held = f"<metadata>{clean(metadata)}</metadata>" if metadata else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} '
        f'viewBox="0 0 {scene.width} {scene.height}" role="img" lang="{clean(scene.language)}" '
        f'font-family="{clean(FONT)}" font-weight="{REGULAR}">'
        f"<title>{clean(scene.title)}</title><desc>{clean(scene.description)}</desc>"
        f"{held}{face}{back}{_all(scene.parts)}</svg>"
    )


@cache
def font_face() -> str:
    """The style rule that carries the shipped font."""
    held = b64encode(FONT_FILE.read_bytes()).decode("ascii")
    return (
        "@font-face{font-family:'Source Sans 3';font-weight:200 900;"
        f"src:url(data:font/woff2;base64,{held}) format('woff2')}}"
    )


def clean(text: str) -> str:
    """The text as it may stand in XML, in an attribute too."""
    return escape(UNWANTED.sub("", text), quote=True)


def _all(parts: Iterable[Part]) -> str:
    return "".join(map(_part, parts))


def _part(part: Part) -> str:
    match part:
        case Text():
            return _text(part)
        case Rect():
            radius = f' rx="{_n(part.radius)}"' if part.radius else ""
            return (
                f'<rect x="{_n(part.x)}" y="{_n(part.y)}" width="{_n(part.width)}" '
                f'height="{_n(part.height)}"{radius} fill="{part.fill}"{_opacity(part.opacity)}/>'
            )
        case Line():
            dash = " ".join(map(_n, part.dash))
            dashed = f' stroke-dasharray="{dash}" stroke-linecap="butt"' if dash else ""
            return (
                f'<line x1="{_n(part.x1)}" y1="{_n(part.y1)}" x2="{_n(part.x2)}" '
                f'y2="{_n(part.y2)}" stroke="{part.stroke}" stroke-width="{_n(part.width)}"'
                f"{dashed}{_opacity(part.opacity)}/>"
            )
        case Mark():
            return _mark(part)
        case Path():
            return f'<path d="{_rings(part.rings)}" {_paint(part.fill, part.stroke, part.width)}/>'
        case Group():
            says = f"<title>{clean(part.says)}</title>" if part.says else ""
            return f'<g data-name="{clean(part.name)}">{says}{_all(part.parts)}</g>'


def _text(part: Text) -> str:
    anchor = part.anchor
    way = ""
    if right_to_left("".join(span.text for span in part.spans)):
        anchor, way = OTHER_SIDE[anchor], ' direction="rtl"'
    at = "" if anchor == "start" else f' text-anchor="{anchor}"'
    halo = (
        f' stroke="{part.halo}" stroke-width="{_n(part.size * 0.22)}" stroke-linejoin="round" '
        'paint-order="stroke"'
        if part.halo
        else ""
    )
    return (
        f'<text x="{_n(part.x)}" y="{_n(part.y)}" font-size="{_n(part.size)}" fill="{part.fill}"'
        f'{at}{way}{halo} xml:space="preserve">{"".join(map(_span, part.spans))}</text>'
    )


def _span(span: Span) -> str:
    weight = f' font-weight="{span.weight}"' if span.weight != REGULAR else ""
    ref = f' data-ref="{clean(span.ref)}"' if span.ref else ""
    text = clean(span.text)
    return f"<tspan{weight}{ref}>{text}</tspan>" if weight or ref else text


def _mark(mark: Mark) -> str:
    x, y, half = mark.x, mark.y, mark.size / 2
    paint = f'{_paint(mark.fill, mark.stroke, mark.width)} data-mark="{clean(mark.ref)}"'
    match mark.shape:
        case "circle":
            return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(half)}" {paint}/>'
        case "square":
            ring = ((x - half, y - half), (x + half, y - half), (x + half, y + half))
            return f'<path d="{_rings(((*ring, (x - half, y + half)),))}" {paint}/>'
        case "diamond":
            wide = half * 1.2
            ring4 = ((x, y - wide), (x + wide, y), (x, y + wide), (x - wide, y))
            return f'<path d="{_rings((ring4,))}" {paint}/>'
        case "triangle-up":
            wide = half * 1.15
            ring3 = ((x, y - wide), (x + wide, y + wide * 0.75), (x - wide, y + wide * 0.75))
            return f'<path d="{_rings((ring3,))}" {paint}/>'


def _rings(rings: tuple[tuple[tuple[float, float], ...], ...]) -> str:
    return "".join("M" + "L".join(f"{_n(x)},{_n(y)}" for x, y in ring) + "Z" for ring in rings)


def _paint(fill: str, stroke: str, width: float) -> str:
    if not width:
        return f'fill="{fill}"'
    return f'fill="{fill}" stroke="{stroke}" stroke-width="{_n(width)}" stroke-linejoin="round"'


def _opacity(opacity: float) -> str:
    return "" if opacity == 1 else f' opacity="{_n(opacity)}"'


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
