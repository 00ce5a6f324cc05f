"""A source and its facts go in, the source as HTML with pressable numbers comes out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from facts.corpus import PlacedFact, Sub
from facts.text import normalise
from ui import tags
from words import _

BLANK = re.compile(r"\n[ \t\r]*\n\s*")
ITEM = re.compile(r"\n(?=[ \t]*(?:[-*•]|\d{1,2}\.|[a-z]\)|\([a-z]\))\s)")
RULE = re.compile(r"\s*(?:-{3,}|\*{3,}|_{3,})\s*")
RULE_LINE = re.compile(r"(?m)^[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t\r]*$\n?")
HEADING = re.compile(r"\s*(#{1,6}\s|\*\*[^*\n]+\*\*\s*$)")


def reading(sub: Sub, shown: Sequence[PlacedFact], here: str | None, listing: str = "") -> str:
    """The whole source, its tags left out, the sentences of the facts shown marked.

    `here` is the id of the fact that the page opens at; `listing` stands beside the text.
    """
    source = sub.source_text
    visible = _visible(source)
    quoted = bytearray(len(source))
    for placed in shown:
        for match in (placed.match, *placed.also):
            quoted[match.start : match.end] = b"\x01" * (match.end - match.start)
    buttons = _buttons(shown)
    blocks = []
    for start, end in _blocks(source):
        inner = _block(source, start, end, visible, quoted, buttons, here)
        if RULE.fullmatch(source[start:end]):
            blocks.append("<hr>")
        elif inner.strip():
            css = " class='f-heading'" if HEADING.match(source, start, end) else ""
            blocks.append(f"<p{css}>{inner}</p>")
    beside = f"<aside><div>{listing}</div></aside>" if listing else ""
    return f"<div class='f-reading'><div class='f-body'>{''.join(blocks)}</div>{beside}</div>"


def contents(shown: Sequence[PlacedFact], says: dict[str, str], labels: dict[str, str]) -> str:
    """The facts of a submission as a list in the order of the text; each jumps to its sentence."""
    items = "".join(
        f"<li><a class='f-link' "
        f"href='?submission={tags.text(p.submission.id)}&amp;fact={tags.text(p.fact.id)}' "
        f"data-jump='at-{tags.text(p.fact.id)}'>{tags.text(says[p.ref])}</a> "
        f"<span class='f-quiet'>{tags.text(labels[p.ref])}</span></li>"
        for p in shown
    )
    return f"<ol class='f-contents'>{items}</ol>"


def _visible(source: str) -> bytearray:
    """For each code point of the source, whether a reader sees it (tags is not seen)."""
    normal = normalise(source)
    seen = bytearray(len(source))
    for offset, letter in zip(normal.offsets, normal.text, strict=False):
        if letter != " ":  # it may stand for tags with white space around it
            seen[offset] = 1
    for index, letter in enumerate(source):
        if letter.isspace():
            seen[index] = 1
    return seen


def _blocks(source: str) -> list[tuple[int, int]]:
    """The paragraphs and list items of the source, as offsets."""
    cuts = {0, len(source)}
    cuts |= {match.end() for match in BLANK.finditer(source)}
    cuts |= {match.end() for match in ITEM.finditer(source)}
    cuts |= {at for match in RULE_LINE.finditer(source) for at in match.span()}
    ordered = sorted(cuts)
    return list(pairwise(ordered))


def _buttons(shown: Sequence[PlacedFact]) -> list[tuple[int, int, PlacedFact]]:
    """Where a button stands: on the number, or after the quote of what was counted here."""
    found: list[tuple[int, int, PlacedFact]] = []
    taken = -1
    spots = [(*(p.number or (p.match.end, p.match.end)), p) for p in shown]
    for start, end, placed in sorted(spots, key=lambda spot: (spot[0], spot[1], spot[2].ref)):
        if start < taken:  # another fact holds this number: stand behind it
            start = end = taken
        found.append((start, end, placed))
        taken = max(taken, end)
    return found


def _block(
    source: str,
    start: int,
    end: int,
    visible: bytearray,
    quoted: bytearray,
    buttons: list[tuple[int, int, PlacedFact]],
    here: str | None,
) -> str:
    inside = [b for b in buttons if start <= b[0] < end or (b[0] == b[1] == end > start)]
    out, at = [], start
    for left, right, placed in inside:
        out.append(_words(source, at, left, visible, quoted))
        out.append(_button(source, left, right, placed, visible, here))
        at = max(at, right)
    out.append(_words(source, at, end, visible, quoted))
    return "".join(out)


def _button(
    source: str, start: int, end: int, placed: PlacedFact, visible: bytearray, here: str | None
) -> str:
    shown = _seen(source, start, end, visible) or _("counted: {n}", n=placed.fact.value)
    attributes = " data-here" if placed.fact.id == here else ""
    label = _("{number}: show the receipt", number=shown)
    return (
        f"<button type='button' class='f-mark' id='at-{tags.text(placed.fact.id)}'{attributes} "
        f"data-fact='{tags.text(placed.ref)}' aria-label='{tags.text(label)}'>"
        f"<span class='f-in'>{tags.text(shown)}</span></button>"
    )


def _words(source: str, start: int, end: int, visible: bytearray, quoted: bytearray) -> str:
    """A piece of text, the parts that are quotes of facts marked."""
    out, at = [], start
    while at < end:
        other = quoted.find(b"\x00" if quoted[at] else b"\x01", at, end)
        stop = end if other < 0 else other
        words = tags.text(_seen(source, at, stop, visible))
        out.append(f"<mark>{words}</mark>" if quoted[at] and words.strip() else words)
        at = stop
    return "".join(out)


def _seen(source: str, start: int, end: int, visible: bytearray) -> str:
    text = "".join(source[i] for i in range(start, end) if visible[i])
    return re.sub(r"\s+", " ", text)
