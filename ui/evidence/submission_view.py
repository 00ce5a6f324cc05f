"""What is known about a submission and its text; a long one opens at a sentence and grows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from facts.corpus import PlacedFact, Sub
from facts.partial_dates import say_span
from facts.store import Snapshot
from ui.curation.field_labels import LANGUAGES
from ui.evidence.reading_view import (
    WHOLE,
    Marked,
    Parts,
    contents,
    nearest,
    parts,
    reading_place,
    shape,
    whole_text,
)
from ui.evidence.receipts import press, show_receipt_if_asked
from ui.widgets import html
from ui.widgets.html_component import HELPERS, pressable
from ui.widgets.navigation import PLACE, go_if_asked
from words import N_, _, counted, pick, translate

LONG_SCRIPT = (
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


FORMS = {
    "ocr": N_("scanned and read by machine: letters may be misread, and stay as they are"),
    "text": N_("a text, as received"),
    "pdf": N_("the text of a PDF"),
}
LISTED = 60  # facts in the list beside the text
PAGE = 2_700  # code points of a printed page, about

_mount = st.components.v2.component(
    "long_reading", html="<div class='f-root'></div>", js=LONG_SCRIPT, isolate_styles=False
)


@dataclass(frozen=True)
class ReadingPlace:
    """What a reader sees of a long text: the parts sent last, where to jump, what is listed."""

    of: tuple[object, ...]
    sent: range
    jump: str
    turn: int
    listed: int


@dataclass(frozen=True)
class LongText:
    """One long text: its facts in its order, and the two texts for each in the list."""

    sub: Sub
    facts: Sequence[PlacedFact]
    says: dict[str, str]
    labels: dict[str, str]

    def index(self, fact: str | None) -> int | None:
        """Which of the facts has this id."""
        return next((n for n, p in enumerate(self.facts) if p.fact.id == fact), None)


def show_long_text(
    snapshot: Snapshot, text: LongText, here: str | None, about: str, press: Callable[[str], None]
) -> bool:
    """The part of the text around the fact `here`, or its beginning; whether it was pressed."""
    sub, known = text.sub, parts(text.sub.source_text)
    key = f"long-{sub.head.id}"
    marks = hash(tuple(p.ref for p in text.facts))
    at = _reading_place((sub.head.id, snapshot.version, marks, here), text, known, here)

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


def _reading_place(
    of: tuple[object, ...], text: LongText, known: Parts, here: str | None
) -> ReadingPlace:
    """Where the reader is: where they were, or at the fact that the address names."""
    at: ReadingPlace | None = st.session_state.get(PLACE)
    if at is None or at.of != of:
        turn = at.turn + 1 if at else 0
        at = _opened(of, text, known, text.index(here), turn)
        st.session_state[PLACE] = at
    return at


def _opened(
    of: tuple[object, ...], text: LongText, known: Parts, index: int | None, turn: int
) -> ReadingPlace:
    if index is None:
        return ReadingPlace(of, known.around(0), "", turn, 0)
    fact = text.facts[index]
    return ReadingPlace(
        of, known.around(known.at(reading_place(fact))), f"at-{fact.fact.id}", turn, index
    )


def _go(value: str, text: LongText, known: Parts) -> None:
    """Answer what the browser asks for: `at:FACT`, or `parts:FIRST:LAST`."""
    at: ReadingPlace | None = st.session_state.get(PLACE)
    if at is None:
        return
    kind, _colon, what = value.partition(":")
    index = text.index(what) if kind == "at" else None
    first, _colon, last = what.partition(":")
    if index is not None:
        at = _opened(at.of, text, known, index, at.turn + 1)
    elif kind == "parts" and first.isdecimal() and last.isdecimal():
        at = ReadingPlace(at.of, known.asked(int(first), int(last)), "", at.turn + 1, at.listed)
    st.session_state[PLACE] = at


def _data(text: LongText, known: Parts, at: ReadingPlace, head: str) -> dict[str, Any]:
    """What is sent: the frame around the text, the parts of it, the list beside it."""
    source, every = text.sub.source_text, len(known.blocks)
    marked = Marked(source, text.facts, None, shape(source).visible)
    count = html.text(_count(len(text.facts)))
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


def _listing(text: LongText, at: int) -> str:
    """The facts around the reader's place, with a way to those before and after them."""
    near = nearest(text.facts, at, LISTED)
    before, after = near.start, len(text.facts) - near.stop
    listed = contents(text.facts[near.start : near.stop], text.says, text.labels)
    first = last = ""
    if before:
        said = counted("{number} fact before these", "{number} facts before these", before)
        first = _beyond(text.facts[near.start - 1], said)
    if after:
        said = counted("{number} fact after these", "{number} facts after these", after)
        last = _beyond(text.facts[near.stop], said)
    return f"{first}{listed}{last}"


def _beyond(placed: PlacedFact, words: str) -> str:
    return (
        f"<p><button type='button' class='f-link' data-at='{html.text(placed.fact.id)}'>"
        f"{html.text(words)}</button></p>"
    )


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
    link = html.link(_("Show the whole text"), "submissions", submission=name, whole=name, **fact)
    return f"<div class='f-long'><p class='f-small f-quiet'>{html.text(words)} {link}</p></div>"


def whole_notice(sub: Sub) -> str:
    """Says that all of a long text is on the page, and leads back to a part of it."""
    words = html.text(_("The whole text is on the page, for searching and printing."))
    link = html.link(
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


def show_submission(snapshot: Snapshot, sub: Sub, only: str, here: str | None) -> None:
    """The submission, its facts as a list, and its source with those facts marked."""
    shown = [p for p in sub.facts if only in ("all", p.fact.indicator)]
    known = {p.fact.id for p in shown}
    if here is not None and here not in known:
        words = _("There is no fact named “{name}” marked in this submission.", name=here[:80])
        st.html(html.note(words))
    rows = snapshot.every.loc[snapshot.every["submission"] == sub.head.id, ["ref", "says", "label"]]
    says = dict(zip(rows["ref"], rows["says"], strict=True))
    labels = dict(zip(rows["ref"], rows["label"], strict=True))
    ordered = sorted(shown, key=lambda p: p.number or (p.match.start, p.match.end))
    head = about_submission(sub, snapshot)
    is_long, name = len(sub.source_text) > WHOLE, sub.head.id
    if is_long and st.query_params.get("whole") != name:
        text = LongText(sub, ordered, says, labels)
        pressed = show_long_text(snapshot, text, here, head, press)
    else:
        jumps = contents(ordered, says, labels)
        count = html.text(_count(len(ordered)))
        listing = f"<details class='f-listing'><summary>{count}</summary>{jumps}</details>"
        beside = f"<strong>{count}</strong>{jumps}"
        told = whole_notice(sub) if is_long else ""
        body = head + listing + told + whole_text(sub, shown, here, beside)
        pressed = pressable(body, f"reading-{name}", press)
    if pressed:
        show_receipt_if_asked(snapshot)


def about_submission(sub: Sub, snapshot: Snapshot) -> str:
    """What is known about a submission: body, dates with their basis, evidence, citation."""
    head = sub.head
    basis = {"stated": _("printed in it"), "inferred": _("inferred")}
    written = say_span(head.written.earliest, head.written.latest)
    reports = say_span(head.reports_on.start, head.reports_on.end)
    pairs = [
        (_("Sent to"), html.text(head.body)),
        (_("Written"), html.text(f"{written} ({basis[head.written.basis]})")),
        (_("Reports on"), html.text(f"{reports} ({basis[head.reports_on.basis]})")),
        (_("Text"), html.text(translate(FORMS[head.source.form]))),
        (_("Language"), html.text(_language(sub))),
    ]
    evidence = "".join(
        f"<li>“{html.text(e.quote)}”: {html.text(e.shows)}</li>" for e in head.written.evidence
    )
    if evidence:
        pairs.append((_("How the date is known"), f"<ul>{evidence}</ul>"))
    absent = [
        pick(snapshot.corpus.indicators[a.indicator].label)
        for a in sub.absent
        if a.indicator in snapshot.corpus.indicators
    ]
    if absent:
        pairs.append((_("Looked for and not stated"), html.text("; ".join(absent))))
    if head.note:
        pairs.append((_("Note"), html.text(head.note)))
    return (
        f"<div class='f-about'><h2>{html.text(head.name)}</h2>"
        f"<p class='f-quiet'>{html.text(head.title)}</p>{html.terms(pairs)}</div>"
        f"<div class='f-actions'>{html.copier(_('Copy citation'), head.citation)}"
        f"{html.link_copier(_('Copy link'), f'?submission={head.id}')}</div>"
    )


def _language(sub: Sub) -> str:
    """The language of a submission, and whether the file states it."""
    name = LANGUAGES.get(sub.head.language or "", sub.head.language or "")
    return _("{language}, guessed from the text", language=name) if sub.language_guessed else name
