// One talk: which slide, step, choice and overlay is shown, the same in both of its windows.
'use strict'
const $ = selector => document.querySelector(selector)
const all = (selector, from = document) => [...from.querySelectorAll(selector)]
const words = JSON.parse(document.body.dataset.words)
const fill = (name, values = {}) => words[name].replace(/\{(\w+)\}/g, (_whole, key) => values[key])
const slides = all('.slide')
const served = location.protocol.startsWith('http') && /(^|\/)talk$/.test(location.pathname)
const me = Math.random().toString(36).slice(2)
const SPEAKER = 'talk-speaker-'
const speaking = window.name.startsWith(SPEAKER)
const calm = matchMedia('(prefers-reduced-motion: reduce)')
const tall = matchMedia('(max-aspect-ratio: 149/100)')

// ---- what is shown -------------------------------------------------------------------------
let state = { slide: 0, stop: 0, choices: {}, over: null, black: false, tall: tall.matches, tick: speaking ? -1 : 0, by: '' }
let drawnOver = ''

const choiceOf = at => state.choices[at] ?? slides[at].dataset.choice
const stageName = () => (state.tall ? 'tall' : 'wide')
const sheetsOf = at => all(':scope > .sheet', slides[at])
  .filter(s => s.dataset.stage === stageName() && s.dataset.choice === choiceOf(at))
const stepsOf = at => Number(slides[at].dataset.steps)
const stopsOf = at => Math.max(sheetsOf(at).length, stepsOf(at), 1)
const viewOf = at => all(':scope > .view', slides[at]).find(v => v.dataset.choice === choiceOf(at))
const refsOf = at => (viewOf(at)?.dataset.refs || '').split(' ').filter(Boolean)

function show(at, stop, css) {
  const slide = slides[at]
  const sheets = sheetsOf(at)
  const on = sheets[Math.min(stop, sheets.length - 1)]
  for (const sheet of all(':scope > .sheet', slide)) sheet.classList.toggle('on', sheet === on)
  const step = Math.min(stop + 1, stepsOf(at))
  if (stepsOf(at)) {
    for (const said of all('.step', on)) said.hidden = Number(said.dataset.step) !== step
    for (const group of all('[data-name^="from "]', on))
      group.classList.toggle('off', Number(group.dataset.name.slice(5)) > step)
    for (const hit of all('[data-from]', on)) {
      const off = Number(hit.dataset.from) > step
      hit.classList.toggle('off', off)
    }
  }
  slide.classList.add(css)
}

function render() {
  document.body.classList.toggle('tall-screen', state.tall)
  document.body.classList.toggle('blank', state.black && !speaking)
  for (const slide of all('.now, .ready')) slide.classList.remove('now', 'ready')
  show(state.slide, state.stop, 'now')
  if (state.slide + 1 < slides.length) show(state.slide + 1, 0, 'ready')
  slides.forEach((slide, at) => { slide.inert = at !== state.slide || speaking })
  hideTip()
  overlay()
  announce()
  address()
  if (speaking) speaker()
}

let announced = ''
function announce() {
  const at = state.slide
  const title = viewOf(at)?.dataset.title ?? ''
  let now = fill('slide', { number: at + 1, total: slides.length, title })
  const sheets = sheetsOf(at).length
  if (sheets > 1) now += '. ' + fill('part', { part: Math.min(state.stop + 1, sheets), parts: sheets })
  const steps = stepsOf(at)
  if (steps) {
    const step = Math.min(state.stop + 1, steps)
    const said = slides[at].querySelector(`.sheet.on .step[data-step="${step}"]`)
    now += '. ' + fill('step', { part: step, parts: steps }) + ': ' + (said?.textContent ?? '')
  }
  if (now === announced) return
  announced = now
  $('#live').textContent = now
}

let sayingUntil = 0
function say(text) {
  $('#said').textContent = text
  clearTimeout(sayingUntil)
  sayingUntil = setTimeout(() => { $('#said').textContent = '' }, 5000)
}

// ---- moving --------------------------------------------------------------------------------
function change(values) {
  Object.assign(state, values, { tick: state.tick + 1, by: me })
  render()
  tell()
}

function go(slide, stop = 0) {
  change({ slide: Math.max(0, Math.min(slides.length - 1, slide)), stop, over: null, black: false })
}

function advance(way) {
  if (state.black) return change({ black: false })
  if (state.over) return advanceOver(way)
  const stop = state.stop + way
  if (stop >= 0 && stop < stopsOf(state.slide)) return change({ stop })
  const slide = state.slide + way
  if (slide < 0) return
  if (slide >= slides.length) return say(words.last)
  go(slide, way < 0 ? stopsOf(slide) - 1 : 0)
}

function advanceOver(way) {
  const over = state.over
  if (over.kind !== 'receipt') return change({ over: null })
  const at = over.at + way
  if (at < 0) return
  change({ over: at < over.refs.length ? { ...over, at } : null })
}

function choose(choice) {
  change({ choices: { ...state.choices, [state.slide]: choice }, stop: 0 })
}

function receipts(refs, at = 0) {
  const known = refs.filter(ref => receiptOf(ref))
  if (!known.length) return say(words.no_receipt)
  change({ over: { kind: 'receipt', refs: known, at } })
}

const receiptOf = ref => $(`#receipts [data-receipt="${CSS.escape(ref)}"]`)

const doing = {
  back: () => advance(-1),
  next: () => advance(1),
  first: () => go(0),
  last: () => go(slides.length - 1),
  receipt: () => state.over?.kind === 'receipt' ? change({ over: null }) : receipts(refsOf(state.slide)),
  data: () => {
    if (state.over?.kind === 'data') return change({ over: null })
    if (!viewOf(state.slide)?.firstElementChild) return say(words.no_data)
    change({ over: { kind: 'data' } })
  },
  help: () => change({ over: state.over?.kind === 'help' ? null : { kind: 'help' } }),
  close: () => change({ over: null }),
  black: () => change({ black: !state.black }),
  full: () => {
    if (document.fullscreenElement) return document.exitFullscreen()
    const asked = document.documentElement.requestFullscreen?.()
    if (!asked) return say(words.no_full)
    asked.catch(() => say(words.no_full))
  },
  speaker: () => openSpeaker(),
  leave: () => leave(),
}

const keys = {
  ArrowRight: 'next', PageDown: 'next', ArrowDown: 'next', ArrowLeft: 'back', PageUp: 'back',
  ArrowUp: 'back', Home: 'first', End: 'last', f: 'full', s: 'receipt', d: 'data', n: 'speaker',
  b: 'black', '.': 'black', '?': 'help',
}

addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const held = event.target.closest?.('button, [role=button]')
  if (held && (event.key === 'Enter' || event.key === ' ')) {
    if (held.matches('.hit')) { event.preventDefault(); held.dispatchEvent(new MouseEvent('click', { bubbles: true })) }
    return
  }
  const long = state.over && $('dialog[open] .shown')
  if (long && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault()
    return long.scrollBy({ top: (event.key === 'ArrowDown' ? 1 : -1) * long.clientHeight / 3, behavior: calm.matches ? 'auto' : 'smooth' })
  }
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const name = key === ' ' ? (event.shiftKey ? 'back' : 'next')
    : key === 'Escape' ? (state.over || state.black ? 'esc' : 'leave') : keys[key]
  if (!name) return
  event.preventDefault()
  if (name === 'esc') return change({ over: null, black: false })
  if (event.repeat && !['next', 'back'].includes(name)) return
  doing[name]()
})

addEventListener('click', event => {
  const pressed = event.target.closest('[data-do], [data-choose], [data-ref]')
  if (state.black) return change({ black: false })
  if (event.target.matches?.('dialog')) return change({ over: null })
  if (!pressed) return
  if (pressed.dataset.do) doing[pressed.dataset.do]()
  else if (pressed.dataset.choose !== undefined) choose(pressed.dataset.choose)
  else receipts(pressed.dataset.ref.split(' '))
  // After a press with the mouse the space bar moves on, and does not press again.
  if (event.detail) document.activeElement?.blur?.()
})

let touched = null
addEventListener('touchstart', event => {
  touched = event.touches.length === 1 ? event.touches[0] : null
}, { passive: true })
addEventListener('touchend', event => {
  if (!touched) return
  const { clientX, clientY } = event.changedTouches[0]
  const across = clientX - touched.clientX, down = clientY - touched.clientY
  touched = null
  if (Math.abs(across) < 45 || Math.abs(across) < Math.abs(down) * 1.5) return
  if (state.over?.kind === 'data') return
  advance(across < 0 ? 1 : -1)
}, { passive: true })

let stillUntil = 0
function moving() {
  document.body.classList.add('moving')
  clearTimeout(stillUntil)
  stillUntil = setTimeout(() => document.body.classList.remove('moving'), 2500)
}
addEventListener('pointermove', moving)
addEventListener('touchstart', moving, { passive: true })

// ---- tip -----------------------------------------------------------------------------------
const tip = $('#tip')
const hideTip = () => { tip.style.visibility = 'hidden' }
function showTip(hit) {
  tip.textContent = hit.dataset.tip
  const at = hit.getBoundingClientRect(), own = tip.getBoundingClientRect()
  const left = Math.max(8, Math.min(innerWidth - own.width - 8, at.left + at.width / 2 - own.width / 2))
  const above = at.top - own.height - 10
  tip.style.left = `${left}px`
  tip.style.top = `${above > 8 ? above : Math.min(at.bottom + 10, innerHeight - own.height - 8)}px`
  tip.style.visibility = 'visible'
}
for (const [on, off] of [['pointerover', 'pointerout'], ['focusin', 'focusout']]) {
  addEventListener(on, event => { if (event.target.matches?.('.hit')) showTip(event.target) })
  addEventListener(off, event => { if (event.target.matches?.('.hit')) hideTip() })
}

// ---- receipt, data, keys -------------------------------------------------------------------
function overlay() {
  const over = speaking ? null : state.over
  const now = over ? JSON.stringify([over, state.slide, choiceOf(state.slide)]) : ''
  if (now === drawnOver) return
  drawnOver = now
  for (const open of all('dialog[open]')) if (open.id !== over?.kind) open.close()
  if (!over) return
  const dialog = $(`#${over.kind}`)
  const shown = dialog.querySelector('.shown')
  if (over.kind === 'receipt') {
    shown.replaceChildren(receiptOf(over.refs[over.at]).cloneNode(true))
    const count = over.refs.length > 1 ? fill('receipt', { part: over.at + 1, parts: over.refs.length }) : ''
    dialog.querySelector('.count').textContent = count
  } else if (over.kind === 'data') {
    dialog.querySelector('h2').textContent = viewOf(state.slide).dataset.title
    shown.replaceChildren(...[...viewOf(state.slide).children].map(one => one.cloneNode(true)))
  }
  if (!dialog.open) dialog.showModal()
  if (shown) { shown.tabIndex = 0; shown.scrollTop = 0; shown.focus({ preventScroll: true }) }
}
for (const dialog of all('dialog')) {
  dialog.addEventListener('cancel', event => event.preventDefault())
}

// ---- address -------------------------------------------------------------------------------
function asked() {
  const found = new URLSearchParams(location.search)
  for (const [key, value] of new URLSearchParams(location.hash.slice(1))) found.set(key, value)
  return found
}

function read() {
  const found = asked()
  const number = found.get('slide')
  if (number === null) return { slide: 0, stop: 0 }
  const wanted = /^\d{1,6}$/.test(number) ? Number(number) : 0
  const slide = Math.max(1, Math.min(slides.length, wanted))
  if (slide !== wanted)
    say(fill('beyond', { number: number.slice(0, 20), shown: slide, total: slides.length }))
  const picked = found.get('pick')
  const there = picked !== null && all('.sheet', slides[slide - 1]).some(s => s.dataset.choice === picked)
  const choices = there ? { [slide - 1]: picked } : {}
  return { slide: slide - 1, stop: Math.max(0, Number(found.get('step') || 1) - 1 || 0), choices }
}

function address() {
  if (speaking) return
  const found = served ? new URLSearchParams(location.search) : new URLSearchParams(location.hash.slice(1))
  found.set('slide', state.slide + 1)
  if (state.stop) found.set('step', state.stop + 1)
  else found.delete('step')
  if (state.choices[state.slide] !== undefined) found.set('pick', state.choices[state.slide])
  else found.delete('pick')
  const next = served ? `${location.pathname}?${found}` : `#${found}`
  try {
    history.replaceState(null, '', next)
  } catch {
    location.replace(`#${found}`)
  }
}
addEventListener('hashchange', () => {
  const found = read()
  if (found.slide !== state.slide || found.stop !== state.stop) go(found.slide, found.stop)
})

// ---- two windows ---------------------------------------------------------------------------
let pair = speaking ? window.name.slice(SPEAKER.length) : ''
let peer = speaking ? window.opener : null
let channel = null

function kept(value) {
  try {
    if (value) sessionStorage.setItem('talk', value)
    return sessionStorage.getItem('talk') || ''
  } catch {
    return value || ''
  }
}

function connect() {
  if (!pair || channel) return
  try {
    channel = new BroadcastChannel(`talk-${pair}`)
    channel.onmessage = event => heard(event.data)
  } catch {
    channel = null
  }
}

function send(message) {
  const whole = { talk: pair, from: me, ...message }
  channel?.postMessage(whole)
  try {
    peer?.postMessage(whole, '*')
  } catch { /* the other window is closed */ }
}

const tell = () => { if (pair) send({ state }) }

addEventListener('message', event => {
  if (event.data?.talk !== pair || !pair) return
  if (!speaking && event.source) peer = event.source
  heard(event.data)
})

function heard(message) {
  if (message.from === me) return
  if (message.hello) return send({ state })
  if (message.tall !== undefined) return speaking && reshape(message.tall)
  const told = message.state
  if (!told || told.slide >= slides.length) return
  // The later change counts; of two at once, that of one and the same window.
  if (told.tick < state.tick || (told.tick === state.tick && told.by <= state.by)) return
  state = { ...told, tall: speaking ? told.tall : state.tall }
  render()
}

// The shape of the screen is the first window's; a slide may have fewer parts in the other shape.
function reshape(to) {
  state.tall = to
  state.stop = Math.min(state.stop, stopsOf(state.slide) - 1)
  render()
}

function openSpeaker() {
  if (speaking) return
  pair ||= me
  kept(pair)
  connect()
  // A copy of what is here already, so that a second window opens without the network too.
  const source = '<!doctype html>\n' + original
  const url = location.protocol === 'file:' ? location.href
    : URL.createObjectURL(new Blob([source], { type: 'text/html' }))
  peer = window.open(url, SPEAKER + pair, 'popup,width=1200,height=760')
  if (!peer) say(words.blocked)
}

// ---- the speaker's window ------------------------------------------------------------------
let started = 0
function speaker() {
  const at = state.slide
  const slide = slides[at]
  const stops = stopsOf(at)
  $('#where').textContent = announced
  const names = { receipt: words.receipt, data: words.data, help: words.help }
  const over = state.over && names[state.over.kind]
    .replace('{part}', state.over.at + 1).replace('{parts}', state.over.refs?.length)
  const what = state.black ? words.black : over
  $('#over').textContent = what ? fill('open', { what }) : ''
  const step = slide.querySelector(`.sheet.on .step[data-step="${state.stop + 2}"]`)
  $('#coming').textContent = state.stop + 1 < stops
    ? (step?.textContent ?? fill('part', { part: state.stop + 2, parts: stops }))
    : at + 1 < slides.length ? viewOf(at + 1)?.dataset.title : words.last
  const notes = slide.querySelector('.notes').cloneNode(true)
  all('li', notes).forEach((one, n) => { if (n === Math.min(state.stop, stepsOf(at) - 1)) one.setAttribute('aria-current', 'step') })
  $('#notes').replaceChildren(...(notes.childNodes.length ? notes.childNodes : [words.no_notes]))
  const open = state.over?.kind === 'receipt' ? [state.over.refs[state.over.at]] : refsOf(at)
  const quotes = open.map(ref => receiptOf(ref)?.querySelector('blockquote')?.textContent)
  $('#quotes').replaceChildren(...[...new Set(quotes)].filter(Boolean).map(quote => {
    const line = document.createElement('p')
    line.append(quote)
    return line
  }))
  if (!started && state.tick) started = Date.now()
}

function tickTock() {
  const now = new Date()
  $('#clock').textContent = now.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit' })
  const seconds = started ? Math.floor((Date.now() - started) / 1000) : 0
  $('#elapsed').textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

// ---- leaving -------------------------------------------------------------------------------
async function leave() {
  if (!served) return say(words.leave)
  const found = new URLSearchParams(location.search)
  const figure = found.get('figure')
  const base = location.pathname.replace(/talk$/, '')
  for (const key of ['slide', 'step', 'pick', 'figure']) found.delete(key)
  if (!figure) found.set('deck', new URLSearchParams(location.search).get('deck') ?? '')
  const answer = await fetch(`${base}health`, { cache: 'no-store' }).catch(() => null)
  if (!answer?.ok) return say(words.gone)
  location.assign(`${base}${figure ?? 'present'}?${found}`)
}

// ---- start ---------------------------------------------------------------------------------
const original = location.protocol === 'file:' ? '' : document.documentElement.outerHTML
function begin() {
  document.body.classList.add('playing')
  if (!speaking) pair = kept('')
  connect()
  if (!speaking) Object.assign(state, read())
  state.stop = Math.min(state.stop, stopsOf(state.slide) - 1)
  if (speaking) {
    document.body.classList.add('speaking')
    $('#speaker').hidden = false
    $('#elapsed').onclick = () => { started = Date.now(); tickTock() }
    setInterval(tickTock, 500)
    tickTock()
  }
  render()
  if (pair) send({ hello: true })
  tall.addEventListener('change', () => {
    if (speaking) return
    reshape(tall.matches)
    if (pair) send({ tall: state.tall })
  })
}
begin()
