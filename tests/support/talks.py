"""Choices go in; talks as files, and what a browser measures of them, come out."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page

from decks.deck import FOLDER
from export.talk import talk_file as talk
from export.talk.talk_deck import read_talk
from tests.support.patience import WITHIN
from tests.support.real import DATA, real
from tests.support.screen import TIMEOUT

SHIPPED = (DATA / FOLDER / "network-in-brief.yaml").read_bytes()
STEPS = (
    "In 2018 the network told of 103 members in 93 countries.",
    "In November 2024 it told of 129 in 108.",
    "In 2022 members and partners were counted together: no step of the line.",
)
STEPPED = f"""\
deck: {{title: A talk in steps}}
slides:
- kind: figure
  figure: network
  notes: Say it slowly.
  steps:
  - '{STEPS[0]}'
  - '{STEPS[1]}'
  - '{STEPS[2]}'
- kind: numbers
  indicators: [workshop_participants]
""".encode()
EVERY_FIGURE = b"deck: {title: Every figure}\nslides:\n" + b"".join(
    f"- {{kind: figure, figure: {name}}}\n".encode()
    for name in ("network", "reach", "activities", "places", "coverage", "findings",
                 "said-by-others")
)  # fmt: skip

LONG = "A very long title that someone typed without a thought for who sits in the last row, " * 5
ARABIC = "شبكة من الأعضاء في العالم"
HOSTILE = f"""\
deck:
  title: '</script><script>document.title="run"</script>'
  subtitle: '{ARABIC}'
slides:
- kind: title
- kind: figure
  figure: network
  title: '{LONG}'
  subtitle: '{LONG}'
  notes: '{"Long notes that the speaker will never read out. " * 90}'
- kind: figure
  figure: network
  title: '<img src=x onerror=alert(1)> & "quotes"'
  steps: ['{LONG}', '{"word " * 180}', '{ARABIC}']
- kind: numbers
  title: '{ARABIC}'
  indicators: [members, member_countries, workshops, workshop_participants,
    workshop_organisations, workshop_countries]
  map: cstd-28-2025/collective-action-workshops
- kind: numbers
  title: '{"x" * 300}'
  facts: [cstd-28-2025/gone, cstd-28-2025/network-members, nowhere/nothing]
- kind: figure
  figure: nothing
- kind: numbers
  indicators: [unknown]
""".encode()


def file(folder: Path, data: bytes = SHIPPED, name: str = "talk.html") -> Path:
    """A deck as a talk on the disk, with the real data."""
    deck, problems = read_talk(data, "deck.yaml", real())
    assert deck is not None, problems
    path = folder / name
    path.write_bytes(talk.write_html(deck, real()))
    return path


def opened(context: BrowserContext, address: str) -> Page:
    """A talk in a new page, its fonts there."""
    page = context.new_page()
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto(address)
    page.evaluate("document.fonts.ready.then(() => true)")
    return page


def until(page: Page, test: str) -> None:
    """Wait until a JavaScript expression is true; it is asked where no policy of the page rules."""
    page.evaluate(f"""() => new Promise((answer, fail) => {{
      const end = Date.now() + {TIMEOUT}
      const look = () => {{
        if ({test}) answer(true)
        else if (Date.now() > end) fail(new Error({test!r}))
        else setTimeout(look, 15)
      }}
      look()
    }})""")


def reloaded(page: Page, test: str) -> None:
    """Load a page again until a JavaScript expression is true: the data are looked at by times."""
    end = time.monotonic() + WITHIN
    page.reload()
    while not page.evaluate(test):
        assert time.monotonic() < end, test
        page.reload()


def state(page: Page) -> dict[str, Any]:
    """What the page shows."""
    found: dict[str, Any] = page.evaluate("JSON.parse(JSON.stringify(state))")
    return found


def place(page: Page) -> tuple[int, int]:
    """The slide and the stop that are shown, counted from 1."""
    now = state(page)
    return now["slide"] + 1, now["stop"] + 1


def stops(page: Page) -> list[tuple[int, int]]:
    """Every place that Right leads to, from where the talk is now to its end."""
    found = [place(page)]
    while True:
        page.keyboard.press("ArrowRight")
        if place(page) == found[-1]:
            return found
        found.append(place(page))


# On the sheet that is shown: text that is too small for its height, words or parts that stick
# out of it, and a drawing that did not get the room that it was laid out for.
FAULTS = """() => {
  const sheet = document.querySelector('.now .sheet.on'), page = sheet.firstElementChild
  const whole = sheet.getBoundingClientRect(), line = whole.height / 720
  const faults = []
  const walk = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) {
    const words = walk.currentNode, e = words.parentElement
    if (!words.data.trim() || !e.checkVisibility({ visibilityProperty: true })) continue
    if (e.closest('title, desc, metadata, style')) continue
    const drawing = e.closest('svg.drawing')
    const scale = drawing ? drawing.getScreenCTM().a : 1
    const size = parseFloat(getComputedStyle(e).fontSize) * scale / line
    if (size < 17.9) faults.push(`${size.toFixed(1)} px: ${words.data.slice(0, 60)}`)
    const range = document.createRange()
    range.selectNodeContents(words)
    for (const box of range.getClientRects())
      if (box.right > whole.right + 1 || box.left < whole.left - 1 ||
          box.bottom > whole.bottom + 1 || box.top < whole.top - 1)
        faults.push(`outside: ${words.data.slice(0, 60)}`)
  }
  if (page.scrollHeight > page.clientHeight + 1) faults.push('too high')
  if (page.scrollWidth > page.clientWidth + 1) faults.push('too wide')
  const parts = [...page.children].map(e => [e, e.getBoundingClientRect()])
  for (let at = 1; at < parts.length; at++)
    if (parts[at][1].top < parts[at - 1][1].bottom - 1)
      faults.push(`${parts[at][0].className || parts[at][0].tagName} overlaps`)
  const body = page.querySelector('.body')
  if (body && body.scrollHeight > body.clientHeight + 2 * line) faults.push('body too high')
  const art = page.querySelector('.beside .drawing')?.getBoundingClientRect()
  for (const number of page.querySelectorAll('.number > *')) {
    const box = number.getBoundingClientRect()
    if (art && box.right > art.left + 1 && box.bottom > art.top + 1) faults.push('number on map')
  }
  for (const step of page.querySelectorAll('.step'))
    if (step.checkVisibility() && step.scrollHeight > step.clientHeight + 2) faults.push('step cut')
  return faults
}"""

# The contrast with white of every mark, bar and line of data on the sheet that is shown.
FAINT = """() => {
  const light = c => { c /= 255; return c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4 }
  const bright = ([r, g, b]) => .2126 * light(r) + .7152 * light(g) + .0722 * light(b)
  const rgb = text => (text.match(/[\\d.]+/g) || []).slice(0, 3).map(Number)
  const contrast = (text, opacity) => {
    const seen = rgb(text).map(c => c * opacity + 255 * (1 - opacity))
    return 1.05 / (bright(seen) + .05)
  }
  const art = document.querySelector('.now .sheet.on .art')
  if (!art) return []
  const drawn = '[data-mark], [data-name=activity] rect, [data-name=share] line, '
  const marks = [...art.querySelectorAll(drawn + 'line[stroke-dasharray]')]
  const bands = art.querySelectorAll('[data-name^="band "]')
  for (const band of bands) marks.push(band.lastElementChild)
  const grids = ['#DEDBD3', '#E9E6DF']
  // A pale bar with an outline of its own is seen by its outline.
  const outlined = e => e.tagName === 'rect' && e.nextElementSibling?.tagName === 'line' &&
    contrast(getComputedStyle(e.nextElementSibling).stroke, 1) >= 3
  const told = e => !grids.includes(e.getAttribute('stroke')) && !outlined(e)
  return marks.filter(told).map(e => {
    const style = getComputedStyle(e), opacity = Number(e.getAttribute('opacity') ?? 1)
    const best = Math.max(...['fill', 'stroke'].filter(k => style[k] !== 'none')
      .map(k => contrast(style[k], opacity)))
    return [best, e.outerHTML.slice(0, 120)]
  }).filter(([best]) => best < 3).map(([best, html]) => `${best.toFixed(2)}: ${html}`)
}"""
