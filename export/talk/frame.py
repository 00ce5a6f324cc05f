"""The words of a slide and a stage go in; its frame as HTML, and the box left inside, come out.

How high the words stand is computed here from the widths of the shipped font, with the sizes of
talk.css, so that the drawing can be laid out to fill what is left.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape

from export.picture import metrics
from export.picture.scene import Box
from export.talk.stage import BODY, LEAD, SMALL, Stage, high, title_high, title_size
from words import _

GAP = 10  # units, between header, drawing, note and footer
CHOICES = 42  # height of the row of buttons
CHOICE_PAD = 30  # of a button, left and right of its words
LEAST = 200  # units: a drawing gets no less, whatever the words take
LONGEST_STEP = 3  # lines of a step's sentence; the whole stands in the notes and on paper


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
    head = title_high(words.title, room, size)
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


def _line(words: Words, stage: Stage) -> str:
    """Under the title: the subtitle, or the sentence of the step; and what may be picked."""
    parts = "".join(_step(words, at) for at in range(len(words.steps)))
    under = parts or (
        f"<p class='sub' dir='auto'>{text(words.subtitle)}</p>" if words.subtitle else ""
    )
    buttons = "".join(
        f"<button type='button' data-choose='{text(value)}' "
        f"aria-pressed='{'true' if value == words.chosen else 'false'}'>{text(name)}</button>"
        for value, name in words.choices
    )
    group = f"<div class='choices' role='group' aria-label='{text(_('Show'))}'>{buttons}</div>"
    if not under and not buttons:
        return ""
    high_ = f"--high:{_line_high(words, stage) - 6:.0f}"
    shown = f"<div class='says'>{under}</div>{group if buttons else ''}"
    return f"<div class='under' style='{high_}'>{shown}</div>"


def _step(words: Words, at: int) -> str:
    said = words.steps[at]
    cut = " data-long" if len(said) > 400 else ""
    return f"<p class='step' data-step='{at + 1}' dir='auto'{cut}>{text(said)}</p>"


def _line_high(words: Words, stage: Stage) -> float:
    chosen = sum(metrics.width(name, SMALL, 600) + CHOICE_PAD for _value, name in words.choices)
    room = stage.room - (chosen + 24 if chosen else 0)
    if words.steps:
        most = max(high(step, room, LEAD) for step in words.steps)
        said = min(most, LONGEST_STEP * LEAD * 1.3)
    else:
        said = high(words.subtitle, room, BODY)
    under = max(said + 3 if said else 0, CHOICES if chosen else 0)
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
