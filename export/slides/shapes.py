"""Boxes and words on a slide: the room they take, their XML, and the stable names of shapes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from drawing.font_metrics import right_to_left
from drawing.scene import Box

SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)
HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>"
EMU = 12700  # in a point
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Run:
    """Words of one look. `colour` is a piece of XML: of the theme, so that a template gives it."""

    text: str
    size: float
    colour: str
    bold: bool = False
    heading: bool = False  # in the font of the titles


@dataclass(frozen=True)
class Paragraph:
    """A line of runs; `before` is the room above it, in points."""

    runs: tuple[Run, ...]
    align: str = "l"
    before: float = 0


def clean(text: str) -> str:
    """The text without what XML cannot hold."""
    return _FORBIDDEN.sub("", text)


def xml(text: str) -> str:
    """The text as it stands between two tags."""
    return escape(clean(text))


def attribute(text: str) -> str:
    """The text as the value of an attribute, with its quotes."""
    return quoteattr(clean(text))


def fill(colour: str) -> str:
    """A solid fill."""
    return f"<a:solidFill>{colour}</a:solidFill>"


def paragraphs(lines: tuple[Paragraph, ...]) -> str:
    """The paragraphs of a text body; one that is read from the right is set from there."""
    return "".join(map(_paragraph, lines)) or "<a:p/>"


def text_box(number: int, name: str, box: Box, lines: tuple[Paragraph, ...], at: str = "t") -> str:
    """A text box without a frame; `at` is where its text stands: t(op), ctr or b(ottom)."""
    return (
        f"<p:sp {SPACES}><p:nvSpPr><p:cNvPr id='{number}' name={attribute(name)}/>"
        f"<p:cNvSpPr txBox='1'/><p:nvPr/></p:nvSpPr><p:spPr>{place(box)}"
        "<a:prstGeom prst='rect'><a:avLst/></a:prstGeom><a:noFill/></p:spPr>"
        f"<p:txBody><a:bodyPr wrap='square' lIns='0' tIns='0' rIns='0' bIns='0' anchor='{at}'>"
        f"<a:noAutofit/></a:bodyPr><a:lstStyle/>{paragraphs(lines)}</p:txBody></p:sp>"
    )


def place(box: Box, tag: str = "a:xfrm") -> str:
    """Where a shape stands."""
    x, y, w, h = (round(value * EMU) for value in (box.x, box.y, box.width, box.height))
    return f"<{tag}><a:off x='{x}' y='{y}'/><a:ext cx='{w}' cy='{h}'/></{tag}>"


def _paragraph(line: Paragraph) -> str:
    turned = right_to_left("".join(run.text for run in line.runs))
    align = {"l": "r", "r": "l"}.get(line.align, line.align) if turned else line.align
    direction = " rtl='1'" if turned else ""
    before = f"<a:spcBef><a:spcPts val='{round(line.before * 100)}'/></a:spcBef>"
    runs = "".join(map(_run, line.runs))
    return (
        f"<a:p><a:pPr marL='0' indent='0' algn='{align}'{direction}>{before}<a:buNone/></a:pPr>"
        f"{runs}</a:p>"
    )


def _run(run: Run) -> str:
    font = "<a:latin typeface='+mj-lt'/>" if run.heading else ""
    return (
        f"<a:r><a:rPr sz='{round(run.size * 100)}' b='{int(run.bold)}'>{fill(run.colour)}{font}"
        f"</a:rPr><a:t>{xml(run.text)}</a:t></a:r>"
    )


_NAME = re.compile(r"fig:(?P<view>.+):(?P<part>[a-z]+(?:-[0-9]+)?)")


def shape_name(view: str, what: str, number: int = 1) -> str:
    """`fig:network?show=members:chart`; a second one of its kind is `...:table-2`."""
    return f"fig:{view}:{what}" if number == 1 else f"fig:{view}:{what}-{number}"


def parse_shape_name(name: str) -> tuple[str, str] | None:
    """The view and the part in the name of a shape; None for a shape that is not ours."""
    found = _NAME.fullmatch(name)
    return (found["view"], found["part"]) if found else None


LINE, LINE_UNKNOWN = 1.17, 1.22  # height of a line, as a share of the size
BOLD_WIDER = 1.08  # how much wider bold text is
UNKNOWN = 1.22  # a font of unknown width, or one that another font stands in for
FACTORS = {"arial": 1.0, "helvetica": 1.0, "liberation sans": 1.0, "times new roman": 0.95}

# The advance of the letters from space to ~, in hundredths of the size.
_WIDTHS = (
    28, 28, 35, 56, 56, 89, 67, 19, 33, 33, 39, 58, 28, 33, 28, 28, 56, 56, 56, 56, 56, 56, 56, 56,
    56, 56, 28, 28, 58, 58, 58, 56, 102, 67, 67, 72, 72, 67, 61, 78, 72, 28, 50, 67, 56, 83, 72,
    78, 67, 78, 72, 67, 61, 72, 67, 94, 67, 67, 61, 28, 28, 28, 47, 56, 33, 56, 56, 50, 56, 56,
    28, 56, 56, 22, 22, 50, 22, 83, 56, 56, 56, 56, 33, 50, 28, 56, 50, 72, 50, 50, 50, 33, 26, 33,
    58,
)  # fmt: skip
_OTHERS = {"“": 35, "”": 35, "‘": 22, "’": 22, "–": 56, "·": 28, "†": 56, "\u00a0": 28}


def font_factor(font: str) -> float:
    """How wide a font is, beside the one whose widths are known."""
    return FACTORS.get(font.casefold(), UNKNOWN)


def text_width(text: str, size: float, bold: bool = False, factor: float = 1.0) -> float:
    """The width of one line of text."""
    return size * factor * (BOLD_WIDER if bold else 1.0) * _units(text)


def count_lines(
    text: str, size: float, room: float, bold: bool = False, factor: float = 1.0
) -> int:
    """How many lines a text takes in this width; at least one."""
    scale = size * factor * (BOLD_WIDER if bold else 1.0)
    count, used, gap = 1, 0.0, scale * _units(" ")
    for word in text.split():
        need = scale * _units(word)
        if used and used + gap + need > room:
            count, used = count + 1, 0.0
        used += need + (gap if used else 0.0)
        while used > room > 0:  # a word longer than a line is broken
            count, used = count + 1, used - room
    return count


def text_height(
    text: str, size: float, room: float, bold: bool = False, factor: float = 1.0
) -> float:
    """How high a text stands in this width; nothing for no text."""
    return count_lines(text, size, room, bold, factor) * line_height(size, factor) if text else 0.0


def line_height(size: float, factor: float = 1.0) -> float:
    """The height of one line of text."""
    return size * (LINE if factor <= 1.0 else LINE_UNKNOWN)


def largest_size(
    text: str, sizes: tuple[int, ...], room: tuple[float, float], bold: bool, factor: float
) -> int:
    """The first of these sizes at which a text fits into a width and height; else the last."""
    fits = (s for s in sizes if text_height(text, s, room[0], bold, factor) <= room[1])
    return next(fits, sizes[-1])


@lru_cache(maxsize=20_000)
def _units(text: str) -> float:
    """The width of a text of size 1."""
    return sum(map(_advance, text)) / 100


def _advance(letter: str) -> int:
    if " " <= letter <= "~":
        return _WIDTHS[ord(letter) - 32]
    if letter in _OTHERS:
        return _OTHERS[letter]
    if unicodedata.combining(letter):
        return 0
    return 100 if unicodedata.east_asian_width(letter) in "WF" else 64
