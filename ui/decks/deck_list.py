"""The list of a deck's slides, how they are moved and removed, and the dialog for their words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple, get_args

import streamlit as st

from decks import deck as edit
from decks.check import Field, Flag
from decks.deck import LINE, WORDS, Deck, Slide
from decks.resolve import ResolvedDeck, ResolvedSlide
from facts.store import Snapshot
from ui.decks import add_to_deck, deck_state
from ui.decks.slide_pictures import doubts, label, picture, resolved, thumbnail
from ui.evidence import receipts
from ui.widgets import html
from ui.widgets.html_component import pressable
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


def slides_html(
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
    return f"<ol class='d-slides' aria-label='{html.text(_('Slides'))}'>{items}</ol>"


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
    under = f"<p class='f-quiet'>{html.text(slide.subtitle)}</p>" if slide.subtitle else ""
    return (
        f"<li>{thumbnail(slide, picture)}<div class='d-words'>"
        f"<p class='f-small f-quiet'>{number} · {html.text(kind)}</p>"
        f"<h2 dir='auto'>{html.text(slide.title)}</h2>{under}{_numbers(slide)}{_notes(slide)}"
        f"{_told(slide, flags)}{_buttons(number, slide, movable, focus)}</div></li>"
    )


def _numbers(slide: ResolvedSlide) -> str:
    pressed = " · ".join(html.number(one.says, one.ref, one.label) for one in slide.numbers)
    return f"<p>{html.text(_('Written where:'))} {pressed}</p>" if pressed else ""


def _notes(slide: ResolvedSlide) -> str:
    if not slide.notes:
        return ""
    words = slide.notes if len(slide.notes) <= NOTES else f"{slide.notes[:NOTES].rstrip()} …"
    return f"<p class='f-small f-quiet'>{html.text(_('Notes: {words}', words=words))}</p>"


def _told(slide: ResolvedSlide, flags: tuple[Flag, ...]) -> str:
    """What can no longer be shown, and what the typed words say otherwise than the facts."""
    missing = "".join(f"<li>{html.text(words)}</li>" for words in slide.missing)
    named = field_names()
    doubted = "".join(
        f"<li><strong>{html.text(named[flag.field])}</strong> {html.text(flag.sentence)}</li>"
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
        f'aria-label="{html.text(spoken)}"{" disabled" if at_end.get(act) else ""}'
        f"{' data-here' if focus == (act, at) else ''}>{html.text(words)}</button>"
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


EDITED = "deck-edit"  # which slide is to be edited, until the dialog is open


def ask_edit(at: int) -> None:
    """Open the dialog for this slide in the run that follows."""
    st.session_state[EDITED] = at


def edit_if_asked(held: Snapshot) -> None:
    """Open the dialog for the slide that was asked for."""
    at = st.session_state.pop(EDITED, None)
    if at is None:
        return
    shown = resolved(deck_state.current(), held).slides
    if at < len(shown):
        title = _("Slide {number}", number=at + 1)
        st.dialog(title, width="medium")(_dialog)(at, shown[at], held)


def _dialog(at: int, slide: ResolvedSlide, held: Snapshot) -> None:
    deck = deck_state.current()
    own = deck.slides[slide.at] if slide.at is not None else Slide(kind="sources")
    made = resolved(_with(deck, slide.at, "", "", ""), held).slides[at]
    title = st.text_input(
        _("Title"),
        own.title or "",
        max_chars=LINE,
        placeholder=made.title,
        help=_("Leave it empty, and the title is made from the facts, today and next year."),
        key=f"deck-edit-title-{at}",
    )
    subtitle = st.text_input(
        _("Subtitle"),
        own.subtitle or "",
        max_chars=LINE,
        placeholder=made.subtitle,
        key=f"deck-edit-subtitle-{at}",
    )
    notes = st.text_area(
        _("Notes for the speaker"),
        own.notes or "",
        max_chars=WORDS,
        height=140,
        key=f"deck-edit-notes-{at}",
    )
    after = _with(deck, slide.at, title, subtitle, notes)
    # Plain HTML would keep the light colours in a dark dialog.
    pressable(_doubts(after, at, held), f"deck-edit-doubts-{at}", lambda _value: None)
    with st.container(horizontal=True):
        if st.button(_("Save"), key=f"deck-edit-save-{at}"):
            deck_state.change(after)
            st.session_state[deck_state.FOCUS] = Asked("edit", place(slide, at + 1))
            st.rerun()
        if st.button(_("Cancel"), key=f"deck-edit-cancel-{at}"):
            st.rerun()


def _with(deck: Deck, at: int | None, title: str, subtitle: str, notes: str) -> Deck:
    return edit.reword_slide(deck, at, title=title, subtitle=subtitle, notes=notes)


def _doubts(after: Deck, at: int, held: Snapshot) -> str:
    """What the words say otherwise than the facts, or that they say the same."""
    shown = resolved(after, held)
    flags = doubts(after, shown, held).get(at, ())
    named = field_names()
    items = "".join(
        f"<li><strong>{html.text(named[flag.field])}</strong> {html.text(flag.sentence)}</li>"
        for flag in flags
    )
    if not items:
        words = html.text(_("Every number typed here is one that a fact states."))
        return f"<p class='f-small f-quiet' role='status'>{words}</p>"
    return f"<div role='status'><ul class='d-told'>{items}</ul></div>"


def slide_list(held: Snapshot) -> ResolvedDeck:
    """The slides in order, with what can be done with each."""
    st.session_state.pop(add_to_deck.SAID, None)
    deck = deck_state.current()
    shown = resolved(deck, held)
    _bar(deck_state.size())
    if not deck.slides:
        st.html(f"<div class='f-root'><p class='f-lead f-quiet'>{html.text(_nothing())}</p></div>")
        return shown
    flags = doubts(deck, shown, held)
    if words := summary(flags):
        told = html.text(words)
        st.html(f"<div class='f-root'><div class='f-notice' role='status'>{told}</div></div>")
    focus = st.session_state.pop(deck_state.FOCUS, None)
    made = slides_html(shown.slides, flags, lambda slide: picture(slide, held), focus)
    pressable(made, "deck-list", _press)
    return shown


def adders(held: Snapshot) -> None:
    """The controls that add slides; open while the deck is empty."""
    with st.expander(_("Add slides"), expanded=True, key="deck-adders"):
        add_to_deck.controls(held)


def _bar(number: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="deck-bar"):
        said = counted("{number} slide", "{number} slides", number)
        st.html(f"<div class='f-root'><p class='f-quiet'>{html.text(said)}</p></div>")
        st.button(
            _("Undo"), key="deck-undo", disabled=not deck_state.can_undo(), on_click=deck_state.undo
        )


def _nothing() -> str:
    return _(
        "No slide yet. Choose numbers and figures here, press “Add to deck” under any chart, or "
        "open a deck that comes with the data."
    )


def _press(value: str) -> None:
    wanted = asked(value)
    if wanted is None:
        receipts.press(value)
        return
    act, at = wanted
    if act == "edit":
        ask_edit(at)
        return
    deck = deck_state.current()
    if act == "remove":
        deck_state.change(edit.remove_slide(deck, at))
    else:
        by = -1 if act == "up" else 1
        deck_state.change(edit.move_slide(deck, at, by))
        at += by
    movable = sum(slide.kind != "sources" for slide in deck_state.current().slides)
    st.session_state[deck_state.FOCUS] = focus_after(act, at, movable)
