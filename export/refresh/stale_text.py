"""Words of others in a file that still say an old number, told and left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import settings
from charts.spec import Evidence
from export.receipt import Receipt
from export.refresh.old_slides import Page, said, squeezed
from export.refresh.pptx_package import BadFile, Package
from export.refresh.refresh_report import shown
from export.refresh.renew_series import C
from export.slides import speaker_notes
from export.slides.template_theme import A
from facts.partial_dates import say
from language.detect import language_of_passage
from language.numbers import NumberToken, same_value
from language.quotes import SourceText
from words import _

SMALL = 10  # up to this one a number in words is prose: "two stages"
SHARE = "%"  # a share of one study is not made old by that of another
MOST = 40  # sentences for one slide
_MONTHS = "|".join(say(f"2000-{month:02}").split()[0] for month in range(1, 13))
_DATED = re.compile(rf"\b(?:\d{{1,2}} )?(?:{_MONTHS})(?: \d{{4}})?\b")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Superseded:
    """A number that was said and what is said today; empty where it is stated no more."""

    old: Evidence
    new: Evidence | None


def superseded_numbers(old: Receipt, new: Receipt) -> list[Superseded]:
    """The numbers of a figure that are others now: of the same fact, or the newest of its kind."""
    today = {item.ref: item for item in new.items}
    found = [
        Superseded(item, today.get(item.ref))
        for item in old.items
        if item.says and (item.ref not in today or today[item.ref].says != item.says)
    ]
    before, after = ({item.label: item for item in one.items if item.says} for one in (old, new))
    for label, item in before.items():
        then = after.get(label)
        if then is None or SHARE in item.says or then.ref == item.ref:
            continue
        if then.says != item.says:
            found = [one for one in found if one.old.ref != item.ref]
            found.append(Superseded(item, then))
    return found


def tell_stale(page: Page, ours: set[str], found: list[Superseded]) -> None:
    """Tell each text of a slide that says an old number; `ours` are texts that are made here."""
    told = 0
    for text in all_texts(page):
        line = squeezed(text)
        if not line or line in ours or speaker_notes.RECEIPT_MARK in line:
            continue
        for sentence in _sentences(line, found):
            told += 1
            if told <= MOST:
                page.told.leave(sentence)


def all_texts(page: Page) -> Iterator[str]:
    """Every paragraph of a slide, of what belongs to it, and of its notes."""
    yield from map(said, page.root.iter(f"{A}p"))
    for name in (*_beside(page.package, page.part), page.notes):
        if name is None:
            continue
        try:
            root = page.package.tree(name)
        except BadFile:
            continue
        yield from map(said, root.iter(f"{A}p"))
        for held in root.iter(f"{C}ser"):
            yield "".join(v.text or "" for v in held.iterfind(f"{C}tx//{C}v"))


def _beside(package: Package, name: str) -> list[str]:
    """Charts, diagrams, and the shapes that belong to a chart."""
    names = package.related(name, "chart", "diagramData", "chartUserShapes")
    return [*names, *(inner for one in names for inner in _beside(package, one))]


def _sentences(text: str, found: list[Superseded]) -> Iterator[str]:
    source = SourceText(text, language_of_passage(text, settings.language()))
    dated = [one.span() for one in _DATED.finditer(source.lines())]
    for token in source.numbers():
        if any(start <= token.start < end for start, end in dated) or _YEAR.fullmatch(token.text):
            continue
        one = next((one for one in found if _says(token, one.old)), None)
        if one is None:
            continue
        head = _("“{text}” still says {number}", text=shown(text), number=token.text)
        if one.new is None:
            yield _("{head}; {label} is stated no more.", head=head, label=one.old.label)
        else:
            yield _("{head}; today it is {says} ({label}).", head=head, says=one.new.says,
                    label=one.old.label)  # fmt: skip


def _says(token: NumberToken, item: Evidence) -> bool:
    """Whether a number is that of a fact."""
    if token.kind == "words" and not token.percent and (token.value or 0) <= SMALL:
        return False
    if item.value is None:
        return token.low is not None and (token.low, token.high) == (item.low, item.high)
    return same_value(item.value, token) and (token.percent or SHARE not in item.says)
