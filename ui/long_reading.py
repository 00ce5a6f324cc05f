"""A long source goes in; its reading view opens at the sentence, and more comes as it is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from facts.corpus import PlacedFact, Sub
from facts.store import Snapshot
from ui import tags
from ui.going import PLACE, go_if_asked
from ui.long_script import SCRIPT
from ui.long_text import Parts, nearest, parts, place
from ui.reading import Marked, contents, shape
from words import _, counted

LISTED = 60  # facts in the list beside the text
PAGE = 2_700  # code points of a printed page, about

_mount = st.components.v2.component(
    "long_reading", html="<div class='f-root'></div>", js=SCRIPT, isolate_styles=False
)


@dataclass(frozen=True)
class At:
    """What a reader sees of a long text: the parts sent last, where to jump, what is listed."""

    of: tuple[object, ...]
    sent: range
    jump: str
    turn: int
    listed: int


@dataclass(frozen=True)
class Shown:
    """One long text: its facts in its order, and the two texts for each in the list."""

    sub: Sub
    facts: Sequence[PlacedFact]
    says: dict[str, str]
    labels: dict[str, str]

    def index(self, fact: str | None) -> int | None:
        """Which of the facts has this id."""
        return next((n for n, p in enumerate(self.facts) if p.fact.id == fact), None)


def show(
    held: Snapshot, text: Shown, here: str | None, about: str, press: Callable[[str], None]
) -> bool:
    """The part of the text around the fact `here`, or its beginning; whether it was pressed."""
    sub, known = text.sub, parts(text.sub.source_text)
    key = f"long-{sub.head.id}"
    marks = hash(tuple(p.ref for p in text.facts))
    at = _at((sub.head.id, held.version, marks, here), text, known, here)

    def pressed() -> None:
        value = st.session_state[key].pressed
        if isinstance(value, str):
            press(value)

    def wanted() -> None:
        value = st.session_state[key].wanted
        if isinstance(value, str):
            _go(value, text, known)

    _download(sub)
    result = _mount(
        key=key,
        data=_data(text, known, at, about + _notice(sub, here)),
        on_pressed_change=pressed,
        on_wanted_change=wanted,
    )
    go_if_asked()
    return bool(result.pressed)


def _at(of: tuple[object, ...], text: Shown, known: Parts, here: str | None) -> At:
    """Where the reader is: where they were, or at the fact that the address names."""
    at: At | None = st.session_state.get(PLACE)
    if at is None or at.of != of:
        turn = at.turn + 1 if at else 0
        at = _opened(of, text, known, text.index(here), turn)
        st.session_state[PLACE] = at
    return at


def _opened(of: tuple[object, ...], text: Shown, known: Parts, index: int | None, turn: int) -> At:
    if index is None:
        return At(of, known.around(0), "", turn, 0)
    fact = text.facts[index]
    return At(of, known.around(known.at(place(fact))), f"at-{fact.fact.id}", turn, index)


def _go(value: str, text: Shown, known: Parts) -> None:
    """Answer what the browser asks for: `at:FACT`, or `parts:FIRST:LAST`."""
    at: At | None = st.session_state.get(PLACE)
    if at is None:
        return
    kind, _colon, what = value.partition(":")
    index = text.index(what) if kind == "at" else None
    first, _colon, last = what.partition(":")
    if index is not None:
        at = _opened(at.of, text, known, index, at.turn + 1)
    elif kind == "parts" and first.isdecimal() and last.isdecimal():
        at = At(at.of, known.asked(int(first), int(last)), "", at.turn + 1, at.listed)
    st.session_state[PLACE] = at


def _data(text: Shown, known: Parts, at: At, head: str) -> dict[str, Any]:
    """What is sent: the frame around the text, the parts of it, the list beside it."""
    source, every = text.sub.source_text, len(known.blocks)
    marked = Marked(source, text.facts, None, shape(source).visible)
    count = tags.text(_count(len(text.facts)))
    listing = f"<details class='f-listing'><summary>{count}</summary><div class='f-near'></div>"
    return {
        "html": (
            f"{head}{listing}</details><div class='f-reading' data-of='{hash(at.of)}'>"
            f"<div class='f-body'>{_more('earlier')}{_more('later')}</div>"
            f"<aside><div><strong>{count}</strong><div class='f-near'></div></div></aside></div>"
        ),
        "parts": {str(number): marked.html(known.blocks[number]) for number in at.sent},
        "all": every,
        "jump": at.jump,
        "turn": at.turn,
        "near": _listing(text, at.listed),
        # How many are left is put in by the script.
        "earlier": _("Earlier text ({left} of {all} parts)", left="{left}", all=every),
        "later": _("Later text ({left} of {all} parts)", left="{left}", all=every),
        "said": _("More of the text is shown."),
    }


def _listing(text: Shown, at: int) -> str:
    """The facts around the reader's place, with a way to those before and after them."""
    near = nearest(text.facts, at, LISTED)
    before, after = near.start, len(text.facts) - near.stop
    listed = contents(text.facts[near.start : near.stop], text.says, text.labels)
    first = _beyond(text.facts[near.start - 1], _before(before)) if before else ""
    last = _beyond(text.facts[near.stop], _after(after)) if after else ""
    return f"{first}{listed}{last}"


def _beyond(placed: PlacedFact, words: str) -> str:
    return (
        f"<p><button type='button' class='f-link' data-at='{tags.text(placed.fact.id)}'>"
        f"{tags.text(words)}</button></p>"
    )


def _before(number: int) -> str:
    return counted("{number} fact before these", "{number} facts before these", number)


def _after(number: int) -> str:
    return counted("{number} fact after these", "{number} facts after these", number)


def _count(number: int) -> str:
    return counted(
        "{number} fact in this text: jump to it", "{number} facts in this text: jump to one", number
    )


def _more(side: str) -> str:
    return f"<button type='button' class='f-copy f-more' data-more='{side}' hidden></button>"


def _notice(sub: Sub, here: str | None) -> str:
    """What is not on the page, and how to get all of it for searching and printing."""
    size = len(sub.source_text)
    words = _(
        "This text is long: {size} characters, about {pages} printed pages. Only what is around "
        "your place is on the page; more comes as you scroll. The browser’s own search (Ctrl+F) "
        "and printing see only that part.",
        size=f"{size:,}",
        pages=f"{max(1, round(size / PAGE)):,}",
    )
    fact = {"fact": here} if here else {}
    name = sub.head.id
    link = tags.link(_("Show the whole text"), "submissions", submission=name, whole=name, **fact)
    return f"<div class='f-long'><p class='f-small f-quiet'>{tags.text(words)} {link}</p></div>"


def whole_notice(sub: Sub) -> str:
    """Says that all of a long text is on the page, and leads back to a part of it."""
    words = tags.text(_("The whole text is on the page, for searching and printing."))
    link = tags.link(
        _("Show a part of it, which is quicker"), "submissions", submission=sub.head.id
    )
    return f"<div class='f-long'><p class='f-small f-quiet'>{words} {link}</p></div>"


def _download(sub: Sub) -> None:
    st.download_button(
        _("Download the text"),
        data=lambda: sub.source_text.encode("utf-8"),
        file_name=f"{sub.head.id}.txt",
        mime="text/plain",
        on_click="ignore",
        key=f"text-{sub.head.id}",
    )
