"""The notes of a slide go in; the lines of ours in them are those of today, all others stay."""

from __future__ import annotations

import copy

from lxml import etree

from export.receipt import Receipt
from export.refresh.package import Package
from export.refresh.pages import Page
from export.refresh.texts import said, squeezed
from export.refresh.wording import Figure
from export.slides import notes
from export.slides.look import A
from export.slides.markup import clean
from words import _


def renew(package: Package, page: Page, figure: Figure, told: dict[str, Receipt]) -> None:
    """Renew the quotes and the receipt of a view; `told` are the receipts in the slide's notes."""
    old = told.get(figure.view)
    if page.notes is None or old is None or old == figure.now.receipt:
        return
    lines = list(package.tree(page.notes).iter(f"{A}p"))
    before = {squeezed(line) for line in notes.notes("", old).split("\n")}
    others = {
        squeezed(line)
        for view, one in told.items()
        if view != figure.view
        for line in notes.notes("", one).split("\n")
    }
    mine = [p for p in lines if _is(p, before, old) and squeezed(said(p)) not in others]
    if not mine:
        return
    for line in notes.notes("", figure.now.receipt).split("\n"):
        mine[0].addprevious(_like(mine[0], line))
    for paragraph in mine:
        paragraph.getparent().remove(paragraph)
    page.told.change(_("Speaker notes: quotes and receipt"), old.code, figure.now.receipt.code)


def _is(paragraph: etree._Element, before: set[str], old: Receipt) -> bool:
    """Whether a line is one that was made from the old receipt."""
    text = squeezed(said(paragraph))
    if text in before:
        return True
    return any(one.view == old.view for one in notes.receipts(said(paragraph)))


def _like(paragraph: etree._Element, line: str) -> etree._Element:
    """A line in the look of another one."""
    made = copy.deepcopy(paragraph)
    runs = made.findall(f"{A}r")
    for extra in [*runs[1:], *made.findall(f"{A}br"), *made.findall(f"{A}fld")]:
        made.remove(extra)
    run = runs[0] if runs else etree.SubElement(made, f"{A}r")
    text = run.find(f"{A}t")
    if text is None:
        text = etree.SubElement(run, f"{A}t")
    text.text = clean(line)
    return made
