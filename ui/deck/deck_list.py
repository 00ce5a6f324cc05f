"""The list of a deck's slides, how they are moved and removed, the dialog for their words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple, get_args

import streamlit as st

from charts.theme import BODY, BOLD, DARK, LIGHT, SMALL
from decks import deck as edit
from decks.check import Flag
from decks.deck import LINE, WORDS, Deck, Slide
from decks.resolve import ResolvedDeck, ResolvedSlide
from facts.store import Snapshot
from ui.deck import add_to_deck, deck_state
from ui.deck.slide_pictures import doubts, label, picture, resolved, thumbnail
from ui.evidence import receipts
from ui.widgets import html
from ui.widgets.html_component import pressable
from words import N_, Labels, _, counted, listed

Act = Literal["up", "down", "edit", "remove"]
NOTES = 220  # characters of the notes that are shown
FIELD_NAMES = Labels(  # where typed words stand, before a doubt about them
    title=N_("In the title:"),
    subtitle=N_("In the subtitle:"),
    notes=N_("In the notes:"),
    steps=N_("In a step:"),
)


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
    doubted = _doubted(flags)
    return f"<ul class='d-told'>{missing}{doubted}</ul>" if missing or doubted else ""


def _doubted(flags: tuple[Flag, ...]) -> str:
    """What the typed words say otherwise than the facts, as entries of a list."""
    return "".join(
        f"<li><strong>{html.text(FIELD_NAMES[one.field])}</strong> {html.text(one.sentence)}</li>"
        for one in flags
    )


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


def edit_if_asked(snapshot: Snapshot) -> None:
    """Open the dialog for the slide that was asked for."""
    at = st.session_state.pop(EDITED, None)
    if at is None:
        return
    shown = resolved(deck_state.current(), snapshot).slides
    if at < len(shown):
        title = _("Slide {number}", number=at + 1)
        st.dialog(title, width="medium")(_dialog)(at, shown[at], snapshot)


def _dialog(at: int, slide: ResolvedSlide, snapshot: Snapshot) -> None:
    deck = deck_state.current()
    own = deck.slides[slide.at] if slide.at is not None else Slide(kind="sources")
    made = resolved(_with(deck, slide.at, "", "", ""), snapshot).slides[at]
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
    pressable(_doubts(after, at, snapshot), f"deck-edit-doubts-{at}", lambda _value: None)
    with st.container(horizontal=True):
        if st.button(_("Save"), key=f"deck-edit-save-{at}"):
            deck_state.change(after)
            st.session_state[deck_state.FOCUS] = Asked("edit", place(slide, at + 1))
            st.rerun()
        if st.button(_("Cancel"), key=f"deck-edit-cancel-{at}"):
            st.rerun()


def _with(deck: Deck, at: int | None, title: str, subtitle: str, notes: str) -> Deck:
    return edit.reword_slide(deck, at, title=title, subtitle=subtitle, notes=notes)


def _doubts(after: Deck, at: int, snapshot: Snapshot) -> str:
    """What the words say otherwise than the facts, or that they say the same."""
    shown = resolved(after, snapshot)
    items = _doubted(doubts(after, shown, snapshot).get(at, ()))
    if not items:
        words = html.text(_("Every number typed here is one that a fact states."))
        return f"<p class='f-small f-quiet' role='status'>{words}</p>"
    return f"<div role='status'><ul class='d-told'>{items}</ul></div>"


def slide_list(snapshot: Snapshot) -> ResolvedDeck:
    """The slides in order, with what can be done with each."""
    st.session_state.pop(add_to_deck.SAID, None)
    deck = deck_state.current()
    shown = resolved(deck, snapshot)
    _bar(deck_state.size())
    if not deck.slides:
        st.html(html.paragraph(_nothing(), "f-lead f-quiet"))
        return shown
    flags = doubts(deck, shown, snapshot)
    if words := summary(flags):
        told = html.text(words)
        st.html(f"<div class='f-root'><div class='f-notice' role='status'>{told}</div></div>")
    focus = st.session_state.pop(deck_state.FOCUS, None)
    made = slides_html(shown.slides, flags, lambda slide: picture(slide, snapshot), focus)
    pressable(made, "deck-list", _press)
    return shown


def adders(snapshot: Snapshot) -> None:
    """The controls that add slides; open while the deck is empty."""
    with st.expander(_("Add slides"), expanded=True, key="deck-adders"):
        add_to_deck.controls(snapshot)


def _bar(number: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="deck-bar"):
        said = counted("{number} slide", "{number} slides", number)
        st.html(html.paragraph(said, "f-quiet"))
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


SHEET = f"""<style>
.d-slides{{list-style:none;margin:0!important;padding:0!important}}
.d-slides>li{{display:grid;grid-template-columns:minmax(0,270px) minmax(0,1fr);gap:8px 22px;margin:0!important;
padding:20px 0!important;border-top:1px solid var(--f-rule)}}
.d-slides>li:first-child{{border-top:0;padding-top:4px!important}}
.d-words h2{{font-size:{BODY}px!important;text-wrap:pretty}}
.d-words p{{margin-top:4px!important}}
.d-words .f-actions{{margin-top:12px;gap:8px}}
.d-words .f-copy:disabled{{opacity:.45;cursor:default}}
.d-words .f-copy.f-at{{border-color:var(--f-series-0)!important}}
.d-told{{list-style:none;margin:10px 0 0!important;padding:6px 12px!important;
border-left:4px solid var(--f-warning)}}
.d-told li{{margin:2px 0!important;padding:0!important;font-size:{BODY}px}}
.d-words .f-copy{{font-size:{SMALL}px!important}}
.d-thumb{{color-scheme:light;container-type:inline-size;aspect-ratio:16/9;background:var(--f-card);
color:var(--f-ink);border:1px solid var(--f-rule);border-radius:4px;overflow:hidden;align-self:start}}
.d-thumb>div{{font-size:max(1px,3.4cqw);line-height:1.25;height:100%;display:flex;flex-direction:column;
padding:4.4cqw;gap:1.2cqw}}
.d-thumb b{{font-size:5.4cqw;line-height:1.15;font-weight:{BOLD};display:-webkit-box;-webkit-line-clamp:4;
-webkit-box-orient:vertical;overflow:hidden;flex:none}}
.d-thumb p,.d-thumb small,.d-thumb span{{color:var(--f-quiet);font-size:3.2cqw;overflow:hidden}}
.d-thumb p{{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;flex:none}}
.d-thumb small{{margin-top:auto;font-size:2.6cqw;white-space:nowrap;text-overflow:ellipsis;flex:none}}
.d-thumb i{{font-style:normal;font-size:.5em}}
.d-thumb ul{{list-style:none;margin:0!important;padding:0!important;min-width:0;overflow:hidden}}
.d-thumb li{{margin:0 0 .6cqw!important;padding:0!important;font-size:2.8cqw;min-width:0}}
.d-body{{display:flex;gap:3cqw;min-height:0;flex:1;overflow:hidden}}
.d-of-numbers b{{font-size:4.2cqw}}
.d-numbers{{display:grid;grid-template-columns:1fr 1fr;gap:1.2cqw 3cqw;flex:1;align-content:start}}
.d-numbers:not([class*=few]) span{{-webkit-line-clamp:1!important;font-size:2.4cqw!important}}
.d-numbers strong{{display:block;font-size:6.4cqw;line-height:1;font-weight:{BOLD};white-space:nowrap}}
.d-few-1 strong,.d-few-2 strong{{font-size:17cqw}}
.d-few-3,.d-few-5,.d-few-6{{grid-template-columns:1fr 1fr 1fr}}
.d-few-3 strong{{font-size:11cqw}}
.d-numbers span{{display:-webkit-box;font-size:2.8cqw;line-height:1.2;-webkit-line-clamp:2;-webkit-box-orient:vertical}}
.d-body>svg{{width:44cqw;height:100%;flex:none;border-radius:2px}}
.d-body>svg path{{fill:var(--f-rule)}}
.d-body>svg circle{{fill:var(--f-series-0)}}
.d-body>svg text{{fill:var(--f-ink);paint-order:stroke;stroke:var(--f-card);stroke-width:.12em}}
.d-of-title>div{{justify-content:center}}
.d-of-title b{{font-size:9cqw}}
.d-of-title p{{font-size:4.4cqw}}
.d-of-figure>div:has(.d-picture){{padding:0}}
.d-picture,.d-picture svg{{width:100%;height:100%;display:block}}
.d-thumb table{{font-size:2.6cqw;border-collapse:collapse;width:100%}}
.d-thumb td{{border-bottom:1px solid var(--f-rule);padding:.6cqw 1cqw .6cqw 0;vertical-align:top}}
[data-testid=stLayoutWrapper]:has(>.st-key-deck-bar){{position:sticky;top:0;z-index:5;background:light-dark({LIGHT.paper},{DARK.paper});padding:10px 0 6px}}
@media (max-width:900px){{
[data-testid=stLayoutWrapper]:has(>.st-key-deck-bar){{top:3.25rem}}
.d-slides>li{{grid-template-columns:1fr}}
.d-thumb{{max-width:420px;width:100%}}
}}
</style>"""  # noqa: E501
