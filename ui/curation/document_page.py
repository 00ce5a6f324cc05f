"""One page of a document to read beside a card, its numbers marked; a reader marks words in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from curate.cards import Card
from extract.documents.document import Document
from language.plain_text import normalise
from ui.evidence.proof import readable
from ui.evidence.reading_view import BLANK, HEADING
from ui.widgets import html
from words import N_, Labels, _

LENGTH = 3_500  # code points of one leaf, where a document has no pages


@dataclass(frozen=True)
class Leaf:
    """A part of a document that is shown at once: text[start:end]."""

    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Spot:
    """A number in the text: text[start:end], its card, and how it stands."""

    start: int
    end: int
    card: str
    standing: str


def leaves(document: Document) -> tuple[Leaf, ...]:
    """The pages of a document; pieces of a few paragraphs where it has none."""
    if any(part.page is not None for part in document.parts):
        starts: dict[int, int] = {}
        for part in document.parts:
            starts.setdefault(part.page or 1, part.start)
        cuts = sorted(starts.items(), key=lambda pair: pair[1])
        named = [(at, _("Page {number}", number=page)) for page, at in cuts]
    else:
        named = _pieces(document)
    ends = [at for at, _label in named[1:]] + [len(document.text)]
    return tuple(
        Leaf(at, end, label) for (at, label), end in zip(named, ends, strict=True) if at < end
    ) or (Leaf(0, len(document.text), _("The document")),)


def _pieces(document: Document) -> list[tuple[int, str]]:
    cuts, last = [0], 0
    for found in BLANK.finditer(document.text):
        if found.end() - last >= LENGTH:
            last = found.end()
            cuts.append(last)
    return [(at, _label(document, at, n, len(cuts))) for n, at in enumerate(cuts, 1)]


def _label(document: Document, at: int, number: int, of: int) -> str:
    section = document.where(at).section
    place = _("Part {number} of {of}", number=number, of=of)
    return f"{place}: {section[:60]}" if section else place


def leaf_at(all_leaves: Sequence[Leaf], offset: int) -> int:
    """Which leaf holds a code point."""
    return max(0, bisect_right([leaf.start for leaf in all_leaves], offset) - 1)


def spots(cards: Sequence[Card], current: Card | None) -> list[Spot]:
    """All numbers of the cards in the order of the text; activities have none."""
    found = []
    for card in cards:
        if card.kind == "activity":
            continue
        for item in card.items:
            here = current is not None and card.id == current.id
            standing = "here" if here and item.standing == "open" else item.standing
            found.append(Spot(item.start, item.end, card.id, standing))
    return sorted(found, key=lambda spot: (spot.start, spot.end))


def page_html(document: Document, leaf: Leaf, marks: Sequence[Spot], here: tuple[int, int]) -> str:
    """A leaf as HTML: the sentence of the card lit, each number marked as it stands."""
    text = document.text
    out = []
    for start, end in _paragraphs(text, leaf):
        inner = _paragraph(text, start, end, marks, here)
        if inner.strip():
            css = " class='f-heading'" if HEADING.match(text, start, end) else ""
            out.append(f"<p{css} data-block='{start}'>{inner}</p>")
    return "".join(out)


def _paragraphs(text: str, leaf: Leaf) -> list[tuple[int, int]]:
    cuts = [leaf.start]
    cuts += [found.end() for found in BLANK.finditer(text, leaf.start, leaf.end)]
    return [(at, end) for at, end in zip(cuts, [*cuts[1:], leaf.end], strict=True) if at < end]


def _paragraph(
    text: str, start: int, end: int, marks: Sequence[Spot], here: tuple[int, int]
) -> str:
    out, at, seen_here = [], start, False
    for spot in marks:
        if spot.end <= at or spot.start >= end:
            continue
        out.append(_words(text, at, max(at, spot.start), here))
        first = spot.standing == "here" and not seen_here
        seen_here = seen_here or first
        out.append(_number(text, spot, first))
        at = min(spot.end, end)
    out.append(_words(text, at, end, here))
    return "".join(out)


STANDS = Labels(
    here=N_("{number}: on this card"),
    open=N_("{number}: to be decided; open its card"),
    accepted=N_("{number}: accepted; open its card"),
    rejected=N_("{number}: set aside; open its card"),
)


def _number(text: str, spot: Spot, first: bool) -> str:
    shown = readable(text, spot.start, spot.end)
    label = STANDS[spot.standing].format(number=shown)
    at = " data-here id='a-here'" if first else ""
    return (
        f"<button type='button' class='a-spot a-{spot.standing}' data-card='{html.text(spot.card)}'"
        f" aria-label='{html.text(label)}'{at}><span>{html.text(shown)}</span></button>"
    )


def _words(text: str, start: int, end: int, here: tuple[int, int]) -> str:
    """A piece of text, the part of it that is the sentence of the card lit."""
    left, right = max(start, min(here[0], end)), max(start, min(here[1], end))
    before = html.text(readable(text, start, left))
    inside = html.text(readable(text, left, right))
    after = html.text(readable(text, right, end))
    lit = f"<span class='a-lit'>{inside}</span>" if inside else ""
    return f"{before}{lit}{after}"


def find_marked(document: Document, told: Mapping[str, Any]) -> tuple[int, int] | None:
    """The code points of words marked in a page: the paragraph, and the words before, tell which.

    None where what was told does not fit the document.
    """
    start, words = told.get("block"), told.get("text")
    if not isinstance(start, int) or not isinstance(words, str):
        return None
    if not 0 <= start < len(document.text):
        return None
    found = BLANK.search(document.text, start)
    end = found.start() if found else len(document.text)
    places = find_words(document, words, start, end)
    before = _squeezed(str(told.get("before", "")))
    earlier = sum(1 for at in _starts(before, _squeezed(words)))
    return places[min(earlier, len(places) - 1)] if places else None


def find_words(
    document: Document, words: str, start: int = 0, end: int | None = None
) -> list[tuple[int, int]]:
    """Each place where these words stand between two code points, however they are spaced."""
    normal = normalise(document.text[start:end])
    wanted = normalise(words).text.split()
    if not wanted:
        return []
    pattern = re.compile(r"\s*".join(re.escape(word) for word in wanted))
    spans = [normal.span(*found.span()) for found in pattern.finditer(normal.text)]
    return [(start + first, start + last) for first, last in spans]


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", normalise(text).text)


def _starts(text: str, words: str) -> list[int]:
    return [found.start() for found in re.finditer(re.escape(words), text)] if words else []


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
    page: str,
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
        data={"html": page, "label": label, "offer": offer, "card": card},
        on_told_change=told,
    )
