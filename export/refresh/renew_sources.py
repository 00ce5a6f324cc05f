"""The last slide cites the documents and definitions that the figures of a file draw from today."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import parse_qsl

from lxml import etree

from charts import registry
from decks.deck import Deck, Slide
from decks.resolve import resolve
from export.receipt import Receipt
from export.refresh.old_slides import Ours, Page, squeezed, words
from export.refresh.refresh_report import shown
from export.slides import number_receipt
from export.slides.shapes import clean, shape_name
from export.slides.slide_kinds import SOURCES_VIEW
from export.slides.template_theme import A, P
from facts.store import Snapshot
from words import _

Entries = dict[str, str]  # by the name before the colon
Pair = tuple[etree._Element, etree._Element]  # the run with the name, and that with its words


@dataclass(frozen=True)
class Listed:
    """What the last slide lists: documents with their citation, and what is counted."""

    title: str
    cited: Entries
    defined: Entries


def list_sources(views: list[str], snapshot: Snapshot) -> Listed:
    """What the last slide of a deck with these views says."""
    slides = tuple(one for view in views if (one := _slide(view)) is not None)
    last = resolve(Deck(title=SOURCES_VIEW, slides=slides), snapshot).slides[-1]
    return Listed(
        last.title,
        {one.document: one.citation for one in last.cited},
        {one.label: one.description for one in last.defined},
    )


def name_sources(page: Page, before: Listed) -> None:
    """Name the text of a last slide that another program took the name of, by its words."""
    if page.ours or squeezed(page.told.title) != squeezed(before.title):
        return
    for shape in page.root.iter(f"{P}sp"):
        text = squeezed(words(shape))
        if before.cited and all(squeezed(c) in text for c in before.cited.values()):
            shape.find(f".//{P}cNvPr").set("name", shape_name(SOURCES_VIEW, "sources"))
            page.ours.append(Ours(SOURCES_VIEW, "sources", 1, shape))


def renew_sources(pages: list[Page], now: Listed, before: Listed, old: list[Receipt]) -> None:
    """Renew the entries of the last slides; what a colleague wrote there stays."""
    shapes = [(page, one) for page in pages for one in page.of(SOURCES_VIEW, "sources")]
    if not shapes:
        return
    known: dict[str, set[str]] = {}
    for entries in (before.cited, before.defined):
        for name, text in entries.items():
            known.setdefault(name, set()).add(squeezed(text))
    for receipt in old:
        for item in receipt.items:
            known.setdefault(item.document, set()).add(squeezed(item.citation))
    for what, entries, made in (
        (_("Citation"), now.cited, before.cited),
        (_("Definition"), now.defined, before.defined),
    ):
        _entries(shapes, what, entries, made, known)


def _entries(
    shapes: list[tuple[Page, Ours]],
    what: str,
    entries: Entries,
    made: Entries,
    known: dict[str, set[str]],
) -> None:
    """Renew entries of one kind, over all shapes that hold them."""
    there = {name: (page, pair) for page, one in shapes for name, pair in _pairs(one.element)}
    last = None
    for name, text in entries.items():
        if name in there:
            last = there[name]
            _text(last[0], f"{what} {name}", last[1][1], text, known.get(name, set()))
        elif name not in made and last is not None:
            last = (last[0], _after(last[1], name, text))
            last[0].told.change(f"{what} {name}", "", text)
        elif name not in made:
            shapes[0][0].told.lack(_("{what} {name} has no place on the slide of sources any more.",
                                     what=what, name=name))  # fmt: skip
    for name in made:
        if name in there and name not in entries:
            _drop(there[name][1])
            there[name][0].told.change(f"{what} {name}", name, "")


def _pairs(shape: etree._Element) -> Iterator[tuple[str, Pair]]:
    """The entries of a text: its name, and the runs with the name and with its words."""
    for paragraph in shape.iter(f"{A}p"):
        runs = paragraph.findall(f"{A}r")
        for first, second in pairwise(runs):
            name = squeezed(first.findtext(f"{A}t") or "")
            if name.endswith(":"):
                yield name[:-1], (first, second)


def _text(page: Page, what: str, run: etree._Element, new: str, known: set[str]) -> None:
    held = run.find(f"{A}t")
    text = held.text or ""
    if squeezed(text) == squeezed(new):
        return
    if squeezed(text) in known:
        held.text = clean(new) + (" " if text.endswith(" ") else "")
        page.told.change(what, squeezed(text), new)
    else:
        page.told.leave(_("{what}, typed by hand: “{text}”", what=what, text=shown(text)))


def _after(pair: Pair, name: str, text: str) -> Pair:
    """A new entry behind another: in a paragraph of its own, or in the same one, as that stands."""
    paragraph = pair[0].getparent()
    alone = len(paragraph.findall(f"{A}r")) == 2
    if alone:
        fresh = copy.deepcopy(paragraph)
        paragraph.addnext(fresh)
        first, second = fresh.findall(f"{A}r")
    else:
        first, second = (copy.deepcopy(run) for run in pair)
        held = pair[1].find(f"{A}t")
        held.text = f"{(held.text or '').rstrip()} "
        pair[1].addnext(first)
        first.addnext(second)
    first.find(f"{A}t").text = clean(f"{name}: ")
    second.find(f"{A}t").text = clean(text if alone else f"{text} ")
    return first, second


def _drop(pair: Pair) -> None:
    paragraph = pair[0].getparent()
    if len(paragraph.findall(f"{A}r")) == 2:
        paragraph.getparent().remove(paragraph)
    else:
        for run in pair:
            paragraph.remove(run)


def _slide(view: str) -> Slide | None:
    name, _gap, query = view.partition("?")
    if name == number_receipt.NUMBERS:
        return number_receipt.asked(view)
    if name not in registry.CHARTS:
        return None
    choices = dict(parse_qsl(query, keep_blank_values=True))
    return Slide(kind="figure", figure=name, choices=choices)
