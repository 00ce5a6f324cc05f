"""HTML with buttons in the page itself, of which all pages learn which one was pressed.

Streamlit shows HTML or offers widgets, not both at once. This small component shows escaped HTML
in the page itself (no frame), and tells which `data-fact` or `data-go` in it was pressed.
`data-copy` copies its text, `data-copy-link` the address of the page with these parameters,
`data-jump` scrolls to an id, and an element with `data-here` is scrolled to when it first appears.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from ui.widgets.navigation import go_if_asked

HELPERS = """
const ANY = '[data-fact],[data-go],[data-copy],[data-copy-link],[data-jump]'

// On paper a chart is as wide as the page: its drawing may then be made smaller as a whole.
function paper(svg) {
  svg.setAttribute('viewBox', `0 0 ${svg.getAttribute('width')} ${svg.getAttribute('height')}`)
  svg.style.maxWidth = `${svg.getAttribute('width')}px`
}

function screen(svg) {
  svg.removeAttribute('viewBox')
  svg.style.maxWidth = ''
}

if (!window.fitsPaper) {
  window.fitsPaper = true
  const drawings = () => document.querySelectorAll('.js-plotly-plot .main-svg')
  addEventListener('beforeprint', () => drawings().forEach(paper))
  addEventListener('afterprint', () => drawings().forEach(screen))
}

function say(root, words) {
  let live = root.querySelector('.f-live')
  if (!live) {
    live = document.createElement('div')
    live.className = 'f-live'
    live.setAttribute('role', 'status')
    root.appendChild(live)
  }
  live.textContent = words
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const area = document.createElement('textarea')
    area.value = text
    area.style.position = 'fixed'
    area.style.opacity = '0'
    document.body.appendChild(area)
    area.select()
    const ok = document.execCommand('copy')
    area.remove()
    return ok
  }
}

function jump(root, id, calmly) {
  const target = root.querySelector('#' + CSS.escape(id))
  if (!target) return false
  const calm = calmly || matchMedia('(prefers-reduced-motion: reduce)').matches
  target.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
  root.querySelectorAll('.f-at').forEach(e => e.classList.remove('f-at'))
  target.classList.add('f-at')
  const inside = target.matches('button') ? target : target.querySelector('button')
  inside?.focus({ preventScroll: true })
  return true
}

function address(query) {
  const url = new URL(location.href)
  const [path, search] = query.includes('?') ? query.split('?') : ['', query]
  const wanted = new URLSearchParams(search)
  if (path) {
    const base = url.pathname.replace(/[^/]*$/, '')
    url.pathname = base + path
    url.search = ''
  }
  wanted.forEach((value, key) => url.searchParams.set(key, value))
  return url.href
}

function answer(root, setTriggerValue, away) {
  root.onclick = async event => {
    const pressed = event.target.closest(ANY)
    if (!pressed) return
    const { fact, go, copy: text, copyLink, jump: to, said } = pressed.dataset
    if (go !== undefined) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      setTriggerValue('pressed', 'go:' + go)
    } else if (fact !== undefined) {
      setTriggerValue('pressed', 'fact:' + fact)
    } else if (to !== undefined) {
      event.preventDefault()
      if (!jump(root, to)) away?.(to)
    } else {
      const ok = await copy(text ?? address(copyLink))
      const before = pressed.dataset.label ?? pressed.textContent
      pressed.dataset.label = before
      pressed.textContent = ok ? said : pressed.dataset.failed
      say(root, pressed.textContent)
      setTimeout(() => { pressed.textContent = before }, 1800)
    }
  }
}

function follow(root) {
  // A dialog stands outside the app's own element, and with that outside its light or dark scheme.
  const app = document.querySelector('.stApp')
  if (app) root.style.colorScheme = getComputedStyle(app).colorScheme
}
"""

SCRIPT = (
    HELPERS
    + """
const done = new WeakMap()

export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector('.f-root')
  follow(root)
  if (done.get(root) !== data.html) {
    root.innerHTML = data.html
    done.set(root, data.html)
    const here = root.querySelector('[data-here]')
    if (here) requestAnimationFrame(() => setTimeout(() => jump(root, here.id), 50))
  }
  answer(root, setTriggerValue)
}
"""
)

_mount = st.components.v2.component(
    "pressable",
    html="<div class='f-root'></div>",
    js=SCRIPT,
    isolate_styles=False,
)


def pressable(html: str, key: str, on_press: Callable[[str], None]) -> bool:
    """Show `html` (already escaped) and call `on_press` with `fact:REF` or `go:ADDRESS`.

    Returns whether something in it was pressed in this run.
    """

    def pressed() -> None:
        value = st.session_state[key].pressed
        if isinstance(value, str):
            on_press(value)

    result = _mount(key=key, data={"html": html}, on_pressed_change=pressed)
    go_if_asked()
    return bool(result.pressed)
