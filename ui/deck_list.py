"""Resolved slides go in; the list of them as HTML comes out, and what a press in it asks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple, get_args

from decks.check import Field, Flag
from decks.slides import ResolvedSlide
from ui import tags
from ui.deck_thumb import label, thumbnail
from words import _, counted, listed

Act = Literal["up", "down", "edit", "remove"]
NOTES = 220  # characters of the notes that are shown


class Asked(NamedTuple):
    """One press: what is to be done with which slide of the file."""

    act: Act
    at: int


def asked(value: str) -> Asked | None:
    """What a press asks for; None where it is of another kind (a number, a link)."""
    found = re.fullmatch(rf"fact:({'|'.join(get_args(Act))}):(\d{{1,4}})", value)
    return Asked(found[1], int(found[2])) if found else None  # type: ignore[arg-type]


def slides(
    shown: tuple[ResolvedSlide, ...],
    doubts: Mapping[int, tuple[Flag, ...]],
    picture: Callable[[ResolvedSlide], str],
    focus: Asked | None = None,
) -> str:
    """All slides in order. `focus` is the button that gets the keyboard's focus."""
    movable = sum(slide.kind != "sources" for slide in shown)
    items = "".join(
        _item(number, slide, doubts, picture(slide), movable, focus)
        for number, slide in enumerate(shown, start=1)
    )
    return f"<ol class='d-slides' aria-label='{tags.text(_('Slides'))}'>{items}</ol>"


def place(slide: ResolvedSlide, number: int) -> int:
    """Where a slide stands in the file, or would stand."""
    return number - 1 if slide.at is None else slide.at


def _item(
    number: int,
    slide: ResolvedSlide,
    doubts: Mapping[int, tuple[Flag, ...]],
    picture: str,
    movable: int,
    focus: Asked | None,
) -> str:
    flags = doubts.get(slide.at, ()) if slide.at is not None else ()
    kind = " · ".join((label(slide), *(value for _key, value in slide.choices)))
    under = f"<p class='f-quiet'>{tags.text(slide.subtitle)}</p>" if slide.subtitle else ""
    return (
        f"<li>{thumbnail(slide, picture)}<div class='d-words'>"
        f"<p class='f-small f-quiet'>{number} · {tags.text(kind)}</p>"
        f"<h2 dir='auto'>{tags.text(slide.title)}</h2>{under}{_numbers(slide)}{_notes(slide)}"
        f"{_told(slide, flags)}{_buttons(number, slide, movable, focus)}</div></li>"
    )


def _numbers(slide: ResolvedSlide) -> str:
    pressed = " · ".join(tags.number(one.says, one.ref, one.label) for one in slide.numbers)
    return f"<p>{tags.text(_('Written where:'))} {pressed}</p>" if pressed else ""


def _notes(slide: ResolvedSlide) -> str:
    if not slide.notes:
        return ""
    words = slide.notes if len(slide.notes) <= NOTES else f"{slide.notes[:NOTES].rstrip()} …"
    return f"<p class='f-small f-quiet'>{tags.text(_('Notes: {words}', words=words))}</p>"


def _told(slide: ResolvedSlide, flags: tuple[Flag, ...]) -> str:
    """What can no longer be shown, and what the typed words say otherwise than the facts."""
    missing = "".join(f"<li>{tags.text(words)}</li>" for words in slide.missing)
    named = field_names()
    doubted = "".join(
        f"<li><strong>{tags.text(named[flag.field])}</strong> {tags.text(flag.sentence)}</li>"
        for flag in flags
    )
    return f"<ul class='d-told'>{missing}{doubted}</ul>" if missing or doubted else ""


def field_names() -> dict[Field, str]:
    """Where typed words stand, as a heading before a doubt about them."""
    return {
        "title": _("In the title:"),
        "subtitle": _("In the subtitle:"),
        "notes": _("In the notes:"),
        "steps": _("In a step:"),
    }


def _buttons(number: int, slide: ResolvedSlide, movable: int, focus: Asked | None) -> str:
    at = place(slide, number)
    names: dict[Act, tuple[str, str]] = {
        "edit": (_("Edit"), _("Edit slide {number}", number=number)),
        "up": (_("Up"), _("Move slide {number} up", number=number)),
        "down": (_("Down"), _("Move slide {number} down", number=number)),
        "remove": (_("Remove"), _("Remove slide {number}", number=number)),
    }
    at_end = {"up": number == 1, "down": number == movable}
    if slide.kind == "sources":
        names = {"edit": names["edit"]}
    buttons = "".join(
        f'<button type="button" class="f-copy" id="d-{act}-{at}" data-fact="{act}:{at}" '
        f'aria-label="{tags.text(spoken)}"{" disabled" if at_end.get(act) else ""}'
        f"{' data-here' if focus == (act, at) else ''}>{tags.text(words)}</button>"
        for act, (words, spoken) in names.items()
    )
    return f"<div class='f-actions'>{buttons}</div>"


def focus_after(act: Act, at: int, movable: int) -> Asked | None:
    """The button that gets the focus once `act` has put a slide at `at`, of `movable` slides."""
    if act == "remove":
        return Asked("remove", min(at, movable - 1)) if movable else None
    if act == "up" and at == 0:
        return Asked("down", at) if movable > 1 else Asked("edit", at)
    if act == "down" and at == movable - 1:
        return Asked("up", at) if movable > 1 else Asked("edit", at)
    return Asked(act, at)


def summary(flags: Mapping[int, tuple[Flag, ...]]) -> str:
    """In which slides something is doubted, as one sentence; empty where nothing is."""
    numbers = [str(at + 1) for at, found in sorted(flags.items()) if found]
    if not numbers:
        return ""
    return counted(
        "Look again at what is typed on slide {numbers}.",
        "Look again at what is typed on slides {numbers}.",
        len(numbers),
        numbers=listed(numbers),
    )
