"""Nothing goes in; the script of the reading view of a long text comes out."""

from __future__ import annotations

from ui.pressable import HELPERS

SCRIPT = (
    HELPERS
    + """
const known = new WeakMap()
const AHEAD = 900  // px: text is asked for when its end comes so near
const PATIENCE = 10000  // ms

function scroller(root) {
  for (let box = root.parentElement; box; box = box.parentElement) {
    const kind = getComputedStyle(box).overflowY
    if ((kind === 'auto' || kind === 'scroll') && box.scrollHeight > box.clientHeight) return box
  }
  return document.scrollingElement
}

function open(root, data) {
  root.innerHTML = data.html
  const body = root.querySelector('.f-body')
  const side = name => body.querySelector(`[data-more=${name}]`)
  const state = { html: data.html, turn: null, body, parts: new Map(), waiting: 0, pressed: '',
                  earlier: side('earlier'), later: side('later'), watch: null }
  known.set(root, state)
  return state
}

function ends(state) {
  const numbers = [...state.parts.keys()]
  return [Math.min(...numbers), Math.max(...numbers)]
}

// What someone presses is asked for in any case; what comes near by itself waits for the answer.
function ask(state, what, pressed = false) {
  if (!pressed && Date.now() - state.waiting < PATIENCE) return
  state.waiting = Date.now()
  state.send('wanted', what)
}

function more(state, side, pressed = false) {
  const [first, last] = ends(state)
  const before = `parts:${Math.max(0, first - 2)}:${first - 1}`
  if (side === 'earlier' && first > 0) ask(state, before, pressed)
  if (side === 'later' && last < state.all - 1) ask(state, `parts:${last + 1}:${last + 2}`, pressed)
}

// Puts the parts in their places; what is being read stays where it is on the screen.
function fill(root, state, data) {
  const given = Object.keys(data.parts).map(Number).sort((a, b) => a - b)
  const { parts } = state
  if (!given.some(n => parts.has(n - 1) || parts.has(n) || parts.has(n + 1))) {
    parts.forEach(part => part.remove())
    parts.clear()
  }
  const box = scroller(root)
  const still = parts.size ? parts.get(ends(state)[0]) : null
  const before = still?.getBoundingClientRect().top
  box.style.overflowAnchor = 'none'
  for (const number of given.filter(n => !parts.has(n))) {
    const part = document.createElement('div')
    part.dataset.part = number
    part.tabIndex = -1
    part.innerHTML = data.parts[number]
    const after = [...parts.keys()].filter(n => n > number).sort((a, b) => a - b)[0]
    state.body.insertBefore(part, after === undefined ? state.later : parts.get(after))
    parts.set(number, part)
  }
  state.all = data.all
  const [first, last] = ends(state)
  const says = (words, left) => words.replace('{left}', left)
  state.earlier.hidden = first === 0
  state.later.hidden = last === data.all - 1
  state.earlier.textContent = says(data.earlier, first)
  state.later.textContent = says(data.later, data.all - 1 - last)
  if (still) box.scrollTop += still.getBoundingClientRect().top - before
  requestAnimationFrame(() => requestAnimationFrame(() => { box.style.overflowAnchor = '' }))
  if (state.pressed) {
    parts.get(state.pressed === 'earlier' ? given.at(-1) : given[0])?.focus({ preventScroll: true })
    say(root, data.said)
    state.pressed = ''
  }
}

// Asks for more when an end of the text comes near, once the reader has arrived.
function watch(root, state) {
  state.watch?.disconnect()
  state.watch = new IntersectionObserver(
    seen => seen.forEach(one => { if (one.isIntersecting) more(state, one.target.dataset.more) }),
    { root: scroller(root), rootMargin: `${AHEAD}px 0px` }
  )
  state.watch.observe(state.earlier)
  state.watch.observe(state.later)
}

export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector('.f-root')
  follow(root)
  let state = known.get(root)
  if (state?.html !== data.html) state = open(root, data)
  state.send = setTriggerValue
  if (state.turn !== data.turn) {
    state.turn = data.turn
    state.waiting = 0
    fill(root, state, data)
    root.querySelectorAll('.f-near').forEach(e => {
      if (e.innerHTML !== data.near) e.innerHTML = data.near
    })
    if (data.jump) {
      jump(root, data.jump, true)
      setTimeout(() => { jump(root, data.jump, true); watch(root, state) }, 50)
    } else {
      setTimeout(() => watch(root, state), 50)
    }
  }
  answer(root, setTriggerValue, id => ask(state, 'at:' + id.replace(/^at-/, ''), true))
  const pressed = root.onclick
  root.onclick = event => {
    const side = event.target.closest('[data-more]')?.dataset.more
    const fact = event.target.closest('[data-at]')?.dataset.at
    if (side) {
      state.pressed = side
      more(state, side, true)
    } else if (fact) {
      ask(state, 'at:' + fact, true)
    } else {
      pressed(event)
    }
  }
}
"""
)
