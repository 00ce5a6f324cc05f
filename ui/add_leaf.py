"""A document and what was decided about it go in; one page of it, as HTML to read, comes out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from curate.cards import Card
from extract.documents.document import Document
from ui import tags
from ui.quoting import readable
from ui.reading import BLANK, HEADING
from words import _

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


def page(document: Document, leaf: Leaf, marks: Sequence[Spot], here: tuple[int, int]) -> str:
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


STANDS = {
    "here": _("{number}: on this card"),
    "open": _("{number}: to be decided; open its card"),
    "accepted": _("{number}: accepted; open its card"),
    "rejected": _("{number}: set aside; open its card"),
}


def _number(text: str, spot: Spot, first: bool) -> str:
    shown = readable(text, spot.start, spot.end)
    label = STANDS[spot.standing].format(number=shown)
    at = " data-here id='a-here'" if first else ""
    return (
        f"<button type='button' class='a-spot a-{spot.standing}' data-card='{tags.text(spot.card)}'"
        f" aria-label='{tags.text(label)}'{at}><span>{tags.text(shown)}</span></button>"
    )


def _words(text: str, start: int, end: int, here: tuple[int, int]) -> str:
    """A piece of text, the part of it that is the sentence of the card lit."""
    left, right = max(start, min(here[0], end)), max(start, min(here[1], end))
    before = tags.text(readable(text, start, left))
    inside = tags.text(readable(text, left, right))
    after = tags.text(readable(text, right, end))
    lit = f"<span class='a-lit'>{inside}</span>" if inside else ""
    return f"{before}{lit}{after}"
