"""The screens of a talk: their two shapes, their sizes of type, and the frame around a body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Literal

from charts import theme
from charts.theme import BOLD, REGULAR
from drawing import font_metrics
from drawing.scene import Box
from drawing.text_blocks import Style
from words import _

SMALL, BODY, LEAD = 18, 22, 28  # units: no text of a talk is smaller than the first
TITLES = (40, 37, 34, 32, 30, 28, 26, 24)  # the largest in which a title takes two lines
LINE_HEIGHT = 1.3  # as in talk.css
TITLE_HEIGHT = 1.16


@dataclass(frozen=True)
class Stage:
    """One shape of a screen, its edges, and the width that words and drawing have."""

    name: Literal["wide", "tall"]
    width: int
    height: int
    side: int
    top: int = 34
    bottom: int = 22

    @property
    def room(self) -> int:
        """The width between the edges."""
        return self.width - 2 * self.side


WIDE = Stage("wide", 1280, 720, 56)  # 16:9
TALL = Stage("tall", 960, 720, 44)  # 4:3
STAGES = (WIDE, TALL)

COLOURS = replace(theme.LIGHT, paper=theme.LIGHT.card)


class Close(Style):
    """For tables of many columns: labels hardly larger than the smallest text."""

    @property
    def body(self) -> float:
        """Labels."""
        return self.small * 1.06


# The layouts of pictures, with their smallest text as large as a talk's smallest.
STYLE = Style(COLOURS, COLOURS.card, SMALL / theme.SMALL)
CLOSE = Close(COLOURS, COLOURS.card, SMALL / theme.SMALL)
GROWN = tuple(replace(STYLE, factor=STYLE.factor * by) for by in (1.5, 1.4, 1.3, 1.2, 1.1))


def count_lines(text: str, room: float, size: float, *, bold: bool = False) -> int:
    """How many lines a text takes."""
    return len(font_metrics.wrap(text, room, size, BOLD if bold else REGULAR))


def text_height(text: str, room: float, size: float, *, bold: bool = False) -> float:
    """How high a paragraph stands; nothing for no text."""
    return count_lines(text, room, size, bold=bold) * size * LINE_HEIGHT


def title_size(text: str, room: float, sizes: tuple[int, ...] = TITLES) -> int:
    """The size of a title: two lines where that can be read, else three, else the smallest."""
    for most in (2, 3):
        for size in sizes:
            if count_lines(text, room, size, bold=True) <= most:
                return size
    return sizes[-1]


def title_height(text: str, room: float, size: float) -> float:
    """How high a title stands."""
    return count_lines(text, room, size, bold=True) * size * TITLE_HEIGHT


GAP = 10  # units, between header, drawing, note and footer
CHOICES = 42  # height of the row of buttons
CHOICE_PAD = 30  # of a button, left and right of its words
LEAST = 200  # units: a drawing gets no less, whatever the words take
MOST_TITLE, MOST_UNDER = 4, 3  # lines; words that take more stand whole in the notes
UNDER = {"steps": (LEAD, 24, 20), "subtitle": (BODY, 20, SMALL)}  # sizes, the largest that fits


@dataclass(frozen=True)
class Words:
    """What stands around the body of one slide.

    `choices` are the names that a presenter may pick from, with what they choose; `chosen` is the
    one shown. `steps` are the sentences of the steps. `told` says what can no longer be shown.
    """

    title: str
    subtitle: str = ""
    note: str = ""
    source: str = ""
    standing: str = ""  # "As of 15 November 2024 · NE-3F9AK2T"
    number: str = ""  # "3 / 8"
    choices: tuple[tuple[str, str], ...] = ()
    chosen: str = ""
    steps: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    part: int = 1
    parts: int = 1


def text(value: object) -> str:
    """The value as it may stand in HTML, in an attribute too; no control characters."""
    return escape("".join(c for c in str(value) if c.isprintable() or c in "\n\t"), quote=True)


def body_box(words: Words, stage: Stage) -> Box:
    """The room for the body of a slide, from its own top left corner."""
    room = stage.room
    size = title_size(words.title, room)
    head = min(count_lines(words.title, room, size, bold=True), MOST_TITLE) * size * TITLE_HEIGHT
    head += _line_high(words, stage)
    told = " ".join(words.told)
    foot = (
        text_height(words.note, room, SMALL)
        + text_height(told, room, BODY)
        + (6 if words.note else 0)
    )
    foot += 8 + max(text_height(words.source, room - _right(words), SMALL), SMALL * 1.3)
    used = stage.top + head + GAP + foot + GAP + stage.bottom
    return Box(0, 0, room, max(LEAST, stage.height - used))


def frame_html(words: Words, stage: Stage, body: str) -> str:
    """The slide as HTML: title, what is chosen, body, note, footer."""
    size = title_size(words.title, stage.room)
    told = "".join(f"<p class='told'>{text(one)}</p>" for one in words.told)
    note = f"<p class='note' dir='auto'>{text(words.note)}</p>" if words.note else ""
    return (
        f"<header><h2 dir='auto' style='--size:{size}'>{text(words.title)}</h2>"
        f"{_line(words, stage)}</header>"
        f"<div class='body'>{body}</div>{told}{note}"
        f"<footer><span class='source' dir='auto'>{text(words.source)}</span>"
        f"<span class='standing'>{text(_standing(words))}</span></footer>"
    )


def notes(words: Words, said: str) -> str:
    """The notes of a slide; before them the title and the subtitle where they were too long."""
    cut = [
        one
        for one, sizes, most in (
            (words.title, TITLES[-1:], MOST_TITLE),
            ("" if words.steps else words.subtitle, UNDER["subtitle"][-1:], MOST_UNDER),
        )
        if any(count_lines(one, _beside(words, stage), sizes[0]) > most for stage in STAGES)
    ]
    return "\n".join(part for part in (*cut, said) if part)


def _line(words: Words, stage: Stage) -> str:
    """Under the title: the subtitle, or the sentence of the step; and what may be picked."""
    said = [("step", f" data-step='{at}'", one) for at, one in enumerate(words.steps, 1)]
    if not said and words.subtitle:
        said = [("sub", "", words.subtitle)]
    under = "".join(f"<p class='{css}'{step} dir='auto'>{text(one)}</p>" for css, step, one in said)
    buttons = "".join(
        f"<button type='button' data-choose='{text(value)}' "
        f"aria-pressed='{'true' if value == words.chosen else 'false'}'>{text(name)}</button>"
        for value, name in words.choices
    )
    group = f"<div class='choices' role='group' aria-label='{text(_('Show'))}'>{buttons}</div>"
    if not under and not buttons:
        return ""
    size = _under_size(words, stage)
    style = f"--high:{_line_high(words, stage) - 6:.0f};--size:{size};--most:{MOST_UNDER}"
    shown = f"<div class='says'>{under}</div>{group if buttons else ''}"
    return f"<div class='under' style='{style}'>{shown}</div>"


def _beside(words: Words, stage: Stage) -> float:
    """The width that the buttons leave for what stands under the title."""
    chosen = sum(
        font_metrics.width(name, SMALL, 600) + CHOICE_PAD for _value, name in words.choices
    )
    return stage.room - (chosen + 24 if chosen else 0)


def _under_size(words: Words, stage: Stage) -> int:
    """The size of what stands under the title: the largest in which it takes few lines."""
    said = words.steps or (words.subtitle,)
    sizes = UNDER["steps" if words.steps else "subtitle"]
    room = _beside(words, stage)
    fits = (s for s in sizes if all(count_lines(one, room, s) <= MOST_UNDER for one in said))
    return next(fits, sizes[-1])


def _line_high(words: Words, stage: Stage) -> float:
    said = words.steps or (words.subtitle,)
    size, room = _under_size(words, stage), _beside(words, stage)
    most = max(min(count_lines(one, room, size), MOST_UNDER) for one in said) if any(said) else 0
    under = max(most * size * LINE_HEIGHT + 3 if most else 0, CHOICES if words.choices else 0)
    return under + 6 if under else 0


def _standing(words: Words) -> str:
    """What stands at the right of the footer: the date, the code, the number of the slide."""
    number = words.number
    if words.parts > 1:
        said = _("{part} of {parts}", part=words.part, parts=words.parts)
        number = f"{number} ({said})"
    return " · ".join(part for part in (words.standing, number) if part)


def _right(words: Words) -> float:
    most = replace(words, part=words.parts)
    return font_metrics.width(_standing(most), SMALL) + 30


@dataclass(frozen=True)
class Screen:
    """One screen: a slide, or a part of one, in one shape and with one choice. `html` is whole."""

    stage: Stage
    choice: str
    part: int
    parts: int
    html: str


@dataclass(frozen=True)
class View:
    """What belongs to one choice of a slide: its title, its facts, its table as HTML."""

    choice: str
    title: str
    refs: tuple[str, ...]
    table: str = ""


@dataclass(frozen=True)
class TalkSlide:
    """One slide of a talk. The first of `views` is the one that the deck asks for."""

    kind: Literal["title", "numbers", "figure", "sources"]
    views: tuple[View, ...]
    sheets: tuple[Screen, ...]
    notes: str = ""
    steps: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


def screens(words: Words, stage: Stage, bodies: Sequence[str]) -> tuple[Screen, ...]:
    """A slide on one shape of screen: each body in its frame, which says the part it is."""
    made = []
    for at, body in enumerate(bodies, 1):
        html = frame_html(replace(words, part=at, parts=len(bodies)), stage, body)
        made.append(Screen(stage, words.chosen, at, len(bodies), html))
    return tuple(made)
