"""The big numbers of a view on a slide go in; each says what its fact says today.

The number keeps its place and look; words that a colleague put around it stay.
"""

from __future__ import annotations

from lxml import etree

from decks.slides import BigNumber
from export.receipt import Item
from export.refresh.pages import Ours, Page
from export.refresh.report import shown
from export.refresh.texts import paragraphs, replace_word, rewrite, said, squeezed, words
from export.refresh.wording import Figure
from export.slides.look import A, P, look_of
from export.slides.markup import EMU
from export.slides.measure import width
from words import _

SMALLEST = 12  # pt
QUOTES = "“{quote}”"


def renew(page: Page, figure: Figure) -> None:
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


def _pair(figure: Figure, index: int) -> tuple[Item | None, BigNumber | None]:
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


def _number(page: Page, one: Ours, old: Item | None, now: BigNumber) -> None:
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


def _label(page: Page, figure: Figure, one: Ours, old: Item | None, now: BigNumber) -> None:
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
    sizes = [run for run in paragraph.iter(f"{A}rPr") if run.get("sz", "").isdecimal()]
    if ext is None or not sizes:
        return
    room, factor = int(ext.get("cx")) / EMU, look_of(page.layout).wide_title
    size = max(int(run.get("sz")) for run in sizes) / 100
    needed = width(said(paragraph), size, True, factor)
    if needed > room:
        smaller = max(SMALLEST, int(size * room / needed))
        for run in sizes:
            run.set("sz", str(min(int(run.get("sz")), smaller * 100)))
