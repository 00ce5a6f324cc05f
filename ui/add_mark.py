"""HTML of a page of a document goes in; the words that a reader marks in it come out.

Marking words with the mouse or a finger shows a button beside them; what is pressed or marked is
told with the paragraph in which it stands and the words before it there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

SCRIPT = """
const done = new WeakMap()
let card = null // the card that was on screen last

// The next card begins where its sentence is read, wherever the last one was left.
function toTop(name) {
  if (name === card) return
  card = name
  const whole = document.querySelector('.st-key-card-add')
  const top = whole?.getBoundingClientRect().top
  if (whole && (top < 0 || top > innerHeight / 2)) whole.scrollIntoView({ block: 'start' })
}

function selected(page) {
  const chosen = getSelection()
  if (!chosen.rangeCount || chosen.isCollapsed) return null
  const range = chosen.getRangeAt(0)
  if (!page.contains(range.commonAncestorContainer)) return null
  const start = range.startContainer.nodeType === 1
    ? range.startContainer : range.startContainer.parentElement
  const block = start.closest('[data-block]')
  const text = chosen.toString().trim()
  if (!block || !text || text.length > 2000) return null
  const before = document.createRange()
  before.setStart(block, 0)
  before.setEnd(range.startContainer, range.startOffset)
  return { block: Number(block.dataset.block), before: before.toString(), text,
           box: range.getBoundingClientRect() }
}

export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector('.f-root')
  const page = root.querySelector('.a-page')
  const offer = root.querySelector('.a-offer')
  const app = document.querySelector('.stApp')
  if (app) root.style.colorScheme = getComputedStyle(app).colorScheme
  offer.textContent = data.offer
  page.setAttribute('aria-label', data.label)
  if (done.get(page) !== data.html) {
    page.innerHTML = data.html
    done.set(page, data.html)
    const here = page.querySelector('[data-here]')
    const top = here ? here.getBoundingClientRect().top - page.getBoundingClientRect().top : 0
    page.scrollTop = here ? page.scrollTop + top - page.clientHeight / 3 : 0
  }
  requestAnimationFrame(() => toTop(data.card))
  let found = null
  const look = () => {
    found = selected(page)
    offer.hidden = !found
    if (!found) return
    const around = root.getBoundingClientRect()
    const left = Math.min(found.box.left - around.left, around.width - offer.offsetWidth - 8)
    offer.style.left = Math.max(0, left) + 'px'
    offer.style.top = found.box.bottom - around.top + 6 + 'px'
  }
  document.addEventListener('selectionchange', look)
  page.onscroll = look
  // A press on the button would empty the selection before the click.
  offer.onpointerdown = event => event.preventDefault()
  offer.onclick = () => {
    if (!found) return
    const { block, before, text } = found
    setTriggerValue('told', { kind: 'mark', block, before, text })
    getSelection().removeAllRanges()
    offer.hidden = true
  }
  page.onclick = event => {
    const pressed = event.target.closest('[data-card]')
    if (pressed && getSelection().isCollapsed)
      setTriggerValue('told', { kind: 'card', card: pressed.dataset.card })
  }
  return () => document.removeEventListener('selectionchange', look)
}
"""

_mount = st.components.v2.component(
    "markable",
    html=(
        "<div class='f-root a-sheet'><div class='a-page' role='region' tabindex='0'></div>"
        "<button type='button' class='a-offer f-copy' hidden></button></div>"
    ),
    js=SCRIPT,
    isolate_styles=False,
)


def markable(
    html: str,
    card: str,
    label: str,
    offer: str,
    key: str,
    on_told: Callable[[dict[str, Any]], None],
) -> None:
    """Show a page beside a card; `label` names it, `offer` stands on the button at marked words.

    `on_told` is called with `{kind: "mark", block, before, text}` or `{kind: "card", card}`.
    """

    def told() -> None:
        value = st.session_state[key].told
        if isinstance(value, dict):
            on_told(dict(value))

    _mount(
        key=key,
        data={"html": html, "label": label, "offer": offer, "card": card},
        on_told_change=told,
    )
