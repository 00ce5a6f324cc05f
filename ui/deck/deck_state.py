"""The deck that is being built, as this session knows it and as the reader's browser keeps it.

An address is too short for a deck, and the server keeps nothing about its readers: the browser's
own store holds the deck's file, and tabs of one browser share it. Until it has told what it keeps,
slides that are added wait, so that nothing that is kept is written over.
"""

from __future__ import annotations

import uuid
from typing import Any

import streamlit as st

import settings
from decks import deck as edit
from decks.deck import Deck, Slide, as_yaml, read_deck, read_folder
from ui.widgets import html
from words import _

HELD, BEFORE, WAITING, FOCUS = "deck-held", "deck-before", "deck-waiting", "deck-focus"
MOST_BEFORE = 30  # steps that can be undone


def empty_deck() -> Deck:
    """The deck with which everyone begins."""
    return Deck(title=_("A deck without a title"))


def current() -> Deck:
    """The deck as it stands, slides that wait included."""
    deck: Deck = st.session_state.get(HELD) or empty_deck()
    for slide in st.session_state.get(WAITING, ()):
        deck = edit.add_slide(deck, slide)
    return deck


def known() -> bool:
    """Whether the deck of this session is known: the browser has told, or someone began one."""
    return HELD in st.session_state


def touched() -> bool:
    """Whether this session has to do with a deck at all."""
    return known() or bool(st.session_state.get(WAITING))


def size() -> int:
    """How many slides are shown, the sources at the end included; 0 where none was chosen."""
    chosen = sum(slide.kind != "sources" for slide in current().slides)
    return chosen + 1 if chosen else 0


def change(deck: Deck) -> None:
    """Take this deck; the one before can be brought back."""
    before = current()
    if deck == before and known():
        return
    _remember(before)
    st.session_state[HELD] = deck
    st.session_state.pop(WAITING, None)


def add(slide: Slide) -> bool:
    """Add a slide at the end; whether there was room for it."""
    before = current()
    if edit.add_slide(before, slide) == before:
        return False
    if known():
        change(edit.add_slide(before, slide))
    else:
        st.session_state[WAITING] = (*st.session_state.get(WAITING, ()), slide)
    return True


def can_undo() -> bool:
    """Whether there is a deck to go back to."""
    return bool(st.session_state.get(BEFORE))


def undo() -> None:
    """Go back to the deck before the last change."""
    if can_undo():
        *earlier, last = st.session_state[BEFORE]
        st.session_state[BEFORE] = tuple(earlier)
        st.session_state[HELD] = last


def receive(text: str, *, first: bool) -> None:
    """Take what the browser keeps: at first when the session begins, later from another tab.

    Where someone has begun a deck before the browser told, the deck it kept can be brought back.
    """
    read, _problems = read_deck(text.encode(errors="replace"), "deck") if text else (None, ())
    kept = edit.arranged(read) if read else empty_deck()
    if not first:
        change(kept)
    elif known():
        if kept.slides:
            _remember(kept)
    else:
        st.session_state[HELD] = kept
        for slide in st.session_state.pop(WAITING, ()):
            add(slide)


def _remember(deck: Deck) -> None:
    st.session_state[BEFORE] = (*st.session_state.get(BEFORE, ()), deck)[-MOST_BEFORE:]


SESSION = "deck-session"

SCRIPT = """
let sent = null   // what this window read or wrote last
let asked = null  // the session that was told what is kept
let tell = () => {}
const place = 'deck ' + location.pathname.replace(/[^/]*$/, '')

function kept() {
  try { return localStorage.getItem(place) ?? '' } catch { return null }
}

addEventListener('storage', event => {
  if (event.key !== place || event.newValue === null || event.newValue === sent) return
  sent = event.newValue
  tell({ first: false, text: sent })
})

export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector('.f-root')
  tell = message => setTriggerValue('told', message)
  let works = true
  if (data.text === null) {
    if (asked === data.session) return
    asked = data.session
    const found = kept()
    works = found !== null
    sent = found ?? ''
    tell({ first: true, text: sent })
  } else if (data.text !== sent) {
    sent = data.text
    try { localStorage.setItem(place, sent) } catch { works = false }
  }
  const shown = works ? data.html : data.html && data.broken
  const own = parentElement.closest('[class*="st-key-deck-store"]')
  if (own && !data.html) own.style.position = 'absolute'
  if (root.dataset.shown !== shown) { root.innerHTML = shown; root.dataset.shown = shown }
}
"""

_mount = st.components.v2.component(
    "deck_store",
    html="<div class='f-root'><span hidden></span></div>",
    js=SCRIPT,
    isolate_styles=False,
)


def keep_in_browser(key: str, *, say_so: bool = False) -> None:
    """Let the browser keep the deck; ask it first for what it keeps. With `say_so`, tell where.

    `key` is this part's own on its page.
    """
    session = st.session_state.setdefault(SESSION, uuid.uuid4().hex)
    data: dict[str, Any] = {
        "text": as_yaml(current()) if known() else None,
        "session": session,
        "html": "",
    }
    if say_so:
        data["html"] = _sentence(_("Kept in this browser, also after a reload."))
        data["broken"] = _sentence(
            _("This browser keeps nothing: save the deck as a file before you leave the page.")
        )
    _mount(key=key, data=data, on_told_change=lambda: _told(key))


def _told(key: str) -> None:
    message = st.session_state[key].told
    if isinstance(message, dict) and isinstance(message.get("text"), str):
        receive(message["text"], first=bool(message.get("first")))


def _sentence(words: str) -> str:
    return f"<p class='f-small f-quiet'>{html.text(words)}</p>"


def known_decks() -> tuple[Deck, ...]:
    """Those of the data folder, and the one that is being built in this session."""
    shipped, _problems = read_folder(settings.data_folder())
    return (*shipped.values(), current())
