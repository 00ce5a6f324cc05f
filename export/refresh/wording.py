"""The texts of a figure on a slide go in; those that the program made say what they say today.

A text that was typed by hand is not touched. It is known as made here where it says, word for word,
what the receipt holds, or what the data without the newer submissions give.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from export.receipt import Receipt
from export.refresh.pages import Ours, Page
from export.refresh.report import shown
from export.refresh.texts import masked, paragraphs, rewrite, said, squeezed, words
from export.refresh.today import Today
from export.slides import cells
from words import _

_PAGES = re.compile(r"^(?P<text>.*?)(?P<pages>(?:^| · )\d+ \S+ \d+)$")


@dataclass(frozen=True)
class Figure:
    """A view: as it is today, as it was made as far as that is known, and its old receipt."""

    view: str
    now: Today
    before: Today | None
    old: Receipt | None


def renew(page: Page, figure: Figure) -> None:
    """Renew title, subtitle, source and alternative text of a view on a slide."""
    now = figure.now
    _part(page, figure, "title", _("Title"), now.title)
    _part(page, figure, "subtitle", _("Subtitle"), now.subtitle)
    _part(page, figure, "source", _("Source line"), now.source)
    for one in page.of(figure.view, "chart", "table", "map"):
        _alternative(page, figure, one)


def renew_note(page: Page, figure: Figure) -> None:
    """Renew the note of a view on a slide whose table is renewed already."""
    _part(page, figure, "note", _("Note"), _own_note(page, figure))


def made(figure: Figure, what: str) -> set[str]:
    """What the program may have written there, squeezed."""
    old, before, found = figure.old, figure.before, set()
    if before is not None:
        found.add({"title": before.title, "subtitle": before.subtitle, "note": before.note}
                  .get(what, before.source))  # fmt: skip
    if old is not None:
        if what == "title":
            found = {old.title}
        elif what == "source":
            found = {f"{old.source} · {old.code}"}
        elif what == "note":
            found |= {old.note, _of_a_table(old.note, figure), f"{old.note} {_behind(figure.now)}"}
        elif what == "subtitle":
            found |= {item.label for item in old.items}
    return {squeezed(text) for text in found}


def _own_note(page: Page, figure: Figure) -> str:
    """The note of today; under a part of a table only with the footnotes of its own rows."""
    now = figure.now
    tables = page.of(figure.view, "table")
    if now.rows is None or not now.rows.notes or not tables:
        return now.note
    marks = {word for one in tables for word in words(one.element).split()}
    kept = [note for note in now.rows.notes if note.partition(" ")[0] in marks]
    base = now.note.removesuffix(" ".join(now.rows.notes)).strip()
    return " ".join(part for part in (base, *kept) if part)


def _of_a_table(note: str, figure: Figure) -> str:
    """An old note without what it said of marks, as it stood under a table."""
    for said_ in figure.now.of_marks:
        note = note.replace(said_, "")
    return note


def _behind(now: Today) -> str:
    """What stands behind the note of the receipt: what a map of dots says of itself."""
    return now.note.removeprefix(now.receipt.note).strip()


def _part(page: Page, figure: Figure, what: str, name: str, new: str) -> None:
    for one in page.of(figure.view, what):
        text = squeezed(words(one.element))
        told = _PAGES.match(text) if what == "subtitle" else None
        pages = told["pages"] if told else ""
        plain = told["text"] if told else text
        wanted = squeezed(new) + pages if new else pages.removeprefix(" · ")
        if text in (wanted, squeezed(new)):
            continue
        known = made(figure, what)
        if plain in known or text in known or _notes(what, plain, figure):
            put(one, wanted)
            page.told.change(name, text, wanted)
        elif figure.old is not None and what != "subtitle":
            page.told.leave(_("{name}, typed by hand: “{text}”", name=name, text=shown(text)))
        elif figure.old is not None:
            page.told.leave(_("{name}, not as it is made here: “{text}”", name=name,
                              text=shown(text)))  # fmt: skip
        else:
            page.told.lack(_("{name}: no receipt tells whether it was typed by hand: “{text}”",
                             name=name, text=shown(text)))  # fmt: skip


def put(one: Ours, new: str) -> None:
    """Let a shape say this in its first paragraph; any further ones are taken away."""
    first, *more = paragraphs(one.element)
    if squeezed(said(first)) != new:
        rewrite(first, new)
    for paragraph in more:
        paragraph.getparent().remove(paragraph)


def _notes(what: str, text: str, figure: Figure) -> bool:
    """A note under a table may have footnotes behind what the receipt holds."""
    if what != "note" or figure.old is None:
        return False
    head = squeezed(_of_a_table(figure.old.note, figure))
    rest = text.removeprefix(head).strip() if head and text.startswith(head) else ""
    return bool(rest) and rest[0] in cells.FOOTNOTES


def _alternative(page: Page, figure: Figure, one: Ours) -> None:
    """The alternative text; one that another program lost is written again."""
    text, new = squeezed(one.name.get("descr", "")), figure.now.alt
    if text == squeezed(new):
        return
    known = {squeezed(figure.before.alt)} if figure.before else set()
    title = squeezed(figure.old.title) if figure.old else ""
    if not text or text in known or (title and title in text) or masked(text) == masked(new):
        one.name.set("descr", new)
        page.told.change(_("Alternative text"), text, new)
    else:
        page.told.leave(_("Alternative text, not as it is made here: “{text}”", text=shown(text)))
