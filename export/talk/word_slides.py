"""The first and the last slide of a deck go in; their screens, which hold only words, come out."""

from __future__ import annotations

from dataclasses import dataclass

from charts.spec import Cell, Table
from decks.resolve import ResolvedSlide
from export.spread import share_out
from export.talk.talk_receipts import items, table_html
from export.talk.talk_screen import (
    LEAD,
    STAGES,
    Screen,
    SlidePlace,
    Stage,
    TalkSlide,
    View,
    body_box,
    frame_html,
    text,
    text_height,
    title_height,
    title_size,
)
from facts.partial_dates import say
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


def title_slide(slide: ResolvedSlide, place: SlidePlace, held: Snapshot) -> TalkSlide:
    """The title of the deck, large; under it what it is about and whose it is."""
    name = held.corpus.organisation.name
    size = title_size(slide.title, STAGES[0].room, FIRST)
    under = f"<p class='lead' dir='auto'>{text(slide.subtitle)}</p>" if slide.subtitle else ""
    sheets = tuple(_title(slide, place, stage, name, size, under) for stage in STAGES)
    view = View("", slide.title, ())
    return TalkSlide("title", (view,), sheets, slide.notes, slide.steps, slide.missing)


def _title(
    slide: ResolvedSlide, place: SlidePlace, stage: Stage, name: str, size: int, under: str
) -> Screen:
    size = title_size(slide.title, stage.room, tuple(one for one in FIRST if one <= size))
    while title_height(slide.title, stage.room, size) > stage.height * 0.5 and size > 24:
        size -= 4
    source = name if name != slide.subtitle else ""
    html = (
        f"<div class='first'><h2 dir='auto' style='--size:{size}'>{text(slide.title)}</h2>{under}"
        f"</div><footer><span class='source' dir='auto'>{text(source)}</span>"
        f"<span class='standing'>{text(' · '.join(filter(None, (place.standing, place.number))))}"
        "</span></footer>"
    )
    return Screen(stage, "", 1, 1, html)


def sources_slide(slide: ResolvedSlide, place: SlidePlace, held: Snapshot) -> TalkSlide:
    """Every document that was drawn from, and what is counted; on as many screens as it takes."""
    found = items(slide.refs, held)
    standing = _("As of {date}", date=say(found.newest)) if found.newest else ""
    entries = [Entry(_("Submissions"))] if slide.cited else []
    entries += [Entry(one.document, one.citation) for one in slide.cited]
    entries += [Entry(_("What is counted"))] if slide.defined else []
    entries += [Entry(one.label, one.description) for one in slide.defined]
    sheets: list[Screen] = []
    for stage in STAGES:
        words = place.around(
            title=slide.title, subtitle=slide.subtitle, standing=standing, parts=2,
            source=pick(held.corpus.organisation.title),
        )  # fmt: skip
        pages = _pages(entries, stage.room, body_box(words, stage).height)
        for at, page in enumerate(pages, 1):
            body = "".join(entry.html() for entry in page)
            around = place.around(
                title=slide.title, subtitle=slide.subtitle, standing=standing, part=at,
                parts=len(pages), source=words.source,
            )  # fmt: skip
            html = frame_html(around, stage, f"<div class='list'>{body}</div>")
            sheets.append(Screen(stage, "", at, len(pages), html))
    known = {item.ref: item for item in found.items}
    rows = tuple((Cell(i.label), Cell(i.says or "–", i.ref), Cell(i.as_of), Cell(i.document))
                 for i in found.items)  # fmt: skip
    shown = Table((_("What"), _("Number"), _("As of"), _("Submission")), rows)
    view = View("", slide.title, tuple(known), table_html(shown, known))
    return TalkSlide("sources", (view,), tuple(sheets), slide.notes, slide.steps, slide.missing)


def _pages(entries: list[Entry], room: float, most: float) -> list[list[Entry]]:
    """The entries on screens of much the same height; a heading never stands last on one."""
    heights = [entry.height(room) for entry in entries]

    def needs(first: int, last: int) -> float:
        heads = last < len(entries) and not entries[last - 1].says
        return sum(heights[first : last + heads]) / most

    return [entries[first:last] for first, last in share_out(len(entries), needs)]
