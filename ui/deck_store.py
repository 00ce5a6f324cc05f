"""The deck being built goes in; it is kept by the reader's browser, and told when a session begins.

An address is too short for a deck, and the server keeps nothing about its readers: the browser's
own store holds the deck's file. Tabs of one browser share it.
"""

from __future__ import annotations

import uuid
from typing import Any

import streamlit as st

from decks.write import as_yaml
from ui import deck_state, tags
from words import _

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


def keep(key: str, *, say_so: bool = False) -> None:
    """Let the browser keep the deck; ask it first for what it keeps. With `say_so`, tell where.

    `key` is this part's own on its page.
    """
    session = st.session_state.setdefault(SESSION, uuid.uuid4().hex)
    data: dict[str, Any] = {
        "text": as_yaml(deck_state.current()) if deck_state.known() else None,
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
        deck_state.receive(message["text"], first=bool(message.get("first")))


def _sentence(words: str) -> str:
    return f"<p class='f-small f-quiet'>{tags.text(words)}</p>"
