"""The words of a slide and a stage go in; its frame as HTML, and the box left inside, come out.

How high the words stand is computed here from the widths of the shipped font, with the sizes of
talk.css, so that the drawing can be laid out to fill what is left.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape

from export.picture import metrics
from export.picture.scene import Box
from export.talk.stage import (
    BODY,
    LEAD,
    LINE_HEIGHT,
    SMALL,
    STAGES,
    TITLE_HEIGHT,
    TITLES,
    Stage,
    high,
    lines,
    title_size,
)
from words import _

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


def box(words: Words, stage: Stage) -> Box:
    """The room for the body of a slide, from its own top left corner."""
    room = stage.room
    size = title_size(words.title, room)
    head = min(lines(words.title, room, size, bold=True), MOST_TITLE) * size * TITLE_HEIGHT
    head += _line_high(words, stage)
    told = " ".join(words.told)
    foot = high(words.note, room, SMALL) + high(told, room, BODY) + (6 if words.note else 0)
    foot += 8 + max(high(words.source, room - _right(words), SMALL), SMALL * 1.3)
    used = stage.top + head + GAP + foot + GAP + stage.bottom
    return Box(0, 0, room, max(LEAST, stage.height - used))


def frame(words: Words, stage: Stage, body: str) -> str:
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
        if any(lines(one, _beside(words, stage), sizes[0]) > most for stage in STAGES)
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
    chosen = sum(metrics.width(name, SMALL, 600) + CHOICE_PAD for _value, name in words.choices)
    return stage.room - (chosen + 24 if chosen else 0)


def _under_size(words: Words, stage: Stage) -> int:
    """The size of what stands under the title: the largest in which it takes few lines."""
    said = words.steps or (words.subtitle,)
    sizes = UNDER["steps" if words.steps else "subtitle"]
    room = _beside(words, stage)
    fits = (s for s in sizes if all(lines(one, room, s) <= MOST_UNDER for one in said))
    return next(fits, sizes[-1])


def _line_high(words: Words, stage: Stage) -> float:
    said = words.steps or (words.subtitle,)
    size, room = _under_size(words, stage), _beside(words, stage)
    most = max(min(lines(one, room, size), MOST_UNDER) for one in said) if any(said) else 0
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
    return metrics.width(_standing(most), SMALL) + 30
