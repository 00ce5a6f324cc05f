"""Titles, source lines, notes, big numbers and speaker notes of ours say what they say today."""

from __future__ import annotations

import copy
import re

from lxml import etree

from charts.spec import FOOTNOTES, Evidence
from decks.resolve import BigNumber
from export.receipt import Receipt
from export.refresh.figure_versions import Figure, Today
from export.refresh.old_slides import (
    Ours,
    Page,
    masked,
    paragraphs,
    put_words,
    replace_word,
    rewrite,
    said,
    set_text,
    sized,
    squeezed,
    words,
)
from export.refresh.refresh_report import shown
from export.slides import speaker_notes
from export.slides.shapes import EMU, clean, text_width
from export.slides.template_theme import A, P, look_of
from words import _

_PAGES = re.compile(r"^(?P<text>.*?)(?P<pages>(?:^| · )\d+ \S+ \d+)$")
SMALLEST = 12  # pt
QUOTES = "“{quote}”"


def renew_texts(page: Page, figure: Figure) -> None:
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


def texts_made(figure: Figure, what: str) -> set[str]:
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
        known = texts_made(figure, what)
        if plain in known or text in known or _notes(what, plain, figure):
            put_words(one.element, wanted)
            page.told.change(name, text, wanted)
        elif figure.old is not None and what != "subtitle":
            page.told.leave(_("{name}, typed by hand: “{text}”", name=name, text=shown(text)))
        elif figure.old is not None:
            page.told.leave(_("{name}, not as it is made here: “{text}”", name=name,
                              text=shown(text)))  # fmt: skip
        else:
            page.told.lack(_("{name}: no receipt tells whether it was typed by hand: “{text}”",
                             name=name, text=shown(text)))  # fmt: skip


def _notes(what: str, text: str, figure: Figure) -> bool:
    """A note under a table may have footnotes behind what the receipt holds."""
    if what != "note" or figure.old is None:
        return False
    head = squeezed(_of_a_table(figure.old.note, figure))
    rest = text.removeprefix(head).strip() if head and text.startswith(head) else ""
    return bool(rest) and rest[0] in FOOTNOTES


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


def renew_numbers(page: Page, figure: Figure) -> None:
    """Renew the numbers and the words under each of them."""
    for one in page.of(figure.view, "number", "label"):
        old, now = _pair(figure, one.index)
        if now is None:
            what = old.label if old else words(one.element)
            page.told.lack(_("“{what}” is stated no more: its number was left as it is.",
                             what=shown(what)))  # fmt: skip
        elif one.part == "number":
            _number(page, one, old, now)
        else:
            _label(page, figure, one, old, now)


def _pair(figure: Figure, index: int) -> tuple[Evidence | None, BigNumber | None]:
    """What a number was made from, and the same of today: the same fact, else what is counted."""
    today = figure.now.numbers
    if figure.old is None:
        return None, today[index - 1] if index <= len(today) else None
    items = [item for item in figure.old.items if item.says]
    if index > len(items):
        return None, None
    item = items[index - 1]
    same = [number for number in today if number.ref == item.ref]
    alike = [number for number in today if number.label == item.label]
    before = [other.label for other in items[: index - 1]].count(item.label)
    if not same and before < len(alike):
        same = alike[before:]
    return item, same[0] if same else None


def _number(page: Page, one: Ours, old: Evidence | None, now: BigNumber) -> None:
    text = squeezed(words(one.element))
    said_before = old.says if old else ""
    if now.says == said_before and now.says in text:
        return
    for paragraph in paragraphs(one.element):
        if said_before and replace_word(paragraph, said_before, now.says):
            page.told.change(now.label, said_before, now.says)
            _fit(page, one, paragraph)
            return
    if text != now.says:
        page.told.lack(
            _("{label}: “{text}” is no number that was made here; today it is “{says}”.",
              label=now.label, text=shown(text), says=now.says)
        )  # fmt: skip


def _label(page: Page, figure: Figure, one: Ours, old: Evidence | None, now: BigNumber) -> None:
    """The lines under a number: what is counted, where and when, and the words of the source."""
    quote = next((i.quote for i in figure.now.receipt.items if i.ref == now.ref), "")
    lines = (now.label, f"{now.document}, {now.as_of}", QUOTES.format(quote=quote))
    made = (
        (old.label, f"{old.document}, {old.as_of}", QUOTES.format(quote=old.quote)) if old else ()
    )
    changed: list[tuple[str, str]] = []
    for paragraph in paragraphs(one.element):
        text = squeezed(said(paragraph))
        if not text or text in map(squeezed, lines):
            continue
        at = next((at for at, line in enumerate(made) if squeezed(line) == text), None)
        if at is None:
            page.told.leave(_("Words under a number, typed by hand: “{text}”", text=shown(text)))
            continue
        rewrite(paragraph, squeezed(lines[at]))
        changed.append((text, squeezed(lines[at])))
    for before, after in changed:
        page.told.change(_("Words under “{label}”", label=now.label), before, after)


def _fit(page: Page, one: Ours, paragraph: etree._Element) -> None:
    """Set a number that has become longer smaller, where it would not stand on one line."""
    ext = one.element.find(f"{P}spPr/{A}xfrm/{A}ext")
    sizes = sized(paragraph, "rPr")
    if ext is None or not sizes:
        return
    room, factor = int(ext.get("cx")) / EMU, look_of(page.layout).title_factor
    size = max(int(run.get("sz")) for run in sizes) / 100
    needed = text_width(said(paragraph), size, True, factor)
    if needed > room:
        smaller = max(SMALLEST, int(size * room / needed))
        for run in sizes:
            run.set("sz", str(min(int(run.get("sz")), smaller * 100)))


def renew_speaker_notes(page: Page, figure: Figure) -> None:
    """Renew the quotes and the receipt of a view in the notes of a slide."""
    old = page.receipts.get(figure.view)
    if page.notes is None or old is None or old == figure.now.receipt:
        return
    lines = list(page.package.tree(page.notes).iter(f"{A}p"))
    before = {squeezed(line) for line in speaker_notes.note_lines(old)}
    others = {
        squeezed(line)
        for view, one in page.receipts.items()
        if view != figure.view
        for line in speaker_notes.note_lines(one)
    }
    mine = [p for p in lines if _is_of_receipt(p, before, old) and squeezed(said(p)) not in others]
    if not mine:
        return
    for line in speaker_notes.note_lines(figure.now.receipt):
        mine[0].addprevious(_line_like(mine[0], line))
    for paragraph in mine:
        paragraph.getparent().remove(paragraph)
    page.told.change(_("Speaker notes: quotes and receipt"), old.code, figure.now.receipt.code)


def _is_of_receipt(paragraph: etree._Element, before: set[str], old: Receipt) -> bool:
    """Whether a line is one that was made from the old receipt."""
    text = squeezed(said(paragraph))
    if text in before:
        return True
    return any(one.view == old.view for one in speaker_notes.receipts_in_notes(said(paragraph)))


def _line_like(paragraph: etree._Element, line: str) -> etree._Element:
    """A line in the look of another one."""
    made = copy.deepcopy(paragraph)
    runs = made.findall(f"{A}r")
    for extra in [*runs[1:], *made.findall(f"{A}br"), *made.findall(f"{A}fld")]:
        made.remove(extra)
    run = runs[0] if runs else etree.SubElement(made, f"{A}r")
    set_text(run, clean(line))
    return made
