"""The screens of the first and the last slide of a talk, which hold only words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from decks.resolve import ResolvedSlide
from export.share_rows import share_out
from export.talk.talk_receipts import as_of, items, stated, table_html
from export.talk.talk_screen import (
    LEAD,
    STAGES,
    Screen,
    TalkSlide,
    View,
    Words,
    body_box,
    screens,
    text,
    text_height,
    title_height,
    title_size,
)
from facts.store import Snapshot
from words import _, pick

FIRST = (76, 68, 60, 52, 46, 40, 34, 28)  # sizes of the title of a deck
SIZE = 20  # of the text of the last slide
TERM = 0.22  # of the width, for what is explained
BETWEEN = 9


@dataclass(frozen=True)
class Entry:
    """A line of the last slide: a heading, or a term with what it is."""

    term: str
    says: str = ""

    def height(self, room: float) -> float:
        """How high it stands."""
        if not self.says:
            return text_height(self.term, room, LEAD * 0.86, bold=True) + BETWEEN
        term = text_height(self.term, room * TERM - 16, SIZE, bold=True)
        return max(term, text_height(self.says, room * (1 - TERM), SIZE)) + BETWEEN

    def html(self) -> str:
        """It as a row of a list."""
        if not self.says:
            return f"<h3 dir='auto'>{text(self.term)}</h3>"
        return (
            f"<dl><dt dir='auto'>{text(self.term)}</dt><dd dir='auto'>{text(self.says)}</dd></dl>"
        )


def title_slide(slide: ResolvedSlide, number: str, snapshot: Snapshot) -> TalkSlide:
    """The title of the deck, large; under it what it is about and whose it is."""
    name = snapshot.corpus.organisation.name
    under = f"<p class='lead' dir='auto'>{text(slide.subtitle)}</p>" if slide.subtitle else ""
    size = FIRST[0]
    shown = []
    for stage in STAGES:  # no larger on the second than on the first
        size = title_size(slide.title, stage.room, tuple(one for one in FIRST if one <= size))
        fitted = size
        while title_height(slide.title, stage.room, fitted) > stage.height * 0.5 and fitted > 24:
            fitted -= 4
        source = name if name != slide.subtitle else ""
        html = (
            f"<div class='first'><h2 dir='auto' style='--size:{fitted}'>{text(slide.title)}</h2>"
            f"{under}</div><footer><span class='source' dir='auto'>{text(source)}</span>"
            f"<span class='standing'>{text(number)}</span></footer>"
        )
        shown.append(Screen(stage, "", 1, 1, html))
    view = View("", slide.title, ())
    return TalkSlide("title", (view,), tuple(shown), slide.notes, slide.steps, slide.missing)


def sources_slide(slide: ResolvedSlide, number: str, snapshot: Snapshot) -> TalkSlide:
    """Every document that was drawn from, and what is counted; on as many screens as it takes."""
    found = items(slide.refs, snapshot)
    known = {item.ref: item for item in found.items}
    words = Words(
        title=slide.title,
        subtitle=slide.subtitle,
        source=pick(snapshot.corpus.organisation.title),
        standing=as_of(found),
        number=number,
    )
    entries = [Entry(_("Submissions"))] if slide.cited else []
    entries += [Entry(one.document, one.citation) for one in slide.cited]
    entries += [Entry(_("What is counted"))] if slide.defined else []
    entries += [Entry(one.label, one.description) for one in slide.defined]
    shown: list[Screen] = []
    for stage in STAGES:
        room = body_box(replace(words, parts=2), stage)
        lists = [
            "".join(entry.html() for entry in page)
            for page in _pages(entries, stage.room, room.height)
        ]
        shown += screens(words, stage, [f"<div class='list'>{one}</div>" for one in lists])
    view = View("", slide.title, tuple(known), table_html(stated(found.items), known))
    return TalkSlide("sources", (view,), tuple(shown), slide.notes, slide.steps, slide.missing)


def _pages(entries: list[Entry], room: float, most: float) -> list[list[Entry]]:
    """The entries on screens of much the same height; a heading never stands last on one."""
    heights = [entry.height(room) for entry in entries]

    def needs(first: int, last: int) -> float:
        heads = last < len(entries) and not entries[last - 1].says
        return sum(heights[first : last + heads]) / most

    return [entries[first:last] for first, last in share_out(len(entries), needs)]
