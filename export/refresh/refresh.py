"""Brings a PowerPoint file up to date: today's numbers in what is ours, and a report."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from export.receipt import Receipt
from export.refresh import (
    pptx_package,
    reflow,
    renew_chart,
    renew_map,
    renew_sources,
    renew_table,
    renew_words,
    stale_text,
)
from export.refresh.figure_versions import Figure, Today, data_then, figure_today
from export.refresh.old_slides import (
    Page,
    name_title,
    read_pages,
    squeezed,
    words,
)
from export.refresh.pptx_package import BadFile, Package, open_package
from export.refresh.refresh_report import Report
from export.slides import speaker_notes
from export.slides.slide_kinds import SOURCES_VIEW
from export.slides.template_theme import PARSER, A
from facts.store import Snapshot
from words import _

# What a part that was made or bent by hand makes the code run into, whatever it holds.
BENT = (
    ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError,
    etree.LxmlError,
)  # fmt: skip


@dataclass(frozen=True)
class Refreshed:
    """The whole file as it is now, and what was done."""

    data: bytes
    report: Report


def refresh(data: bytes, snapshot: Snapshot) -> Refreshed:
    """Bring a file up to date, the whole of it or nothing. Raises BadFile where that cannot be."""
    try:
        return _refresh(data, snapshot)
    except BadFile:
        raise
    except BENT as error:
        raise BadFile(
            _("Something in the file is not as PowerPoint writes it, so nothing was changed. Open "
              "it in PowerPoint, save it again, and try once more.")
        ) from error  # fmt: skip


def _refresh(data: bytes, snapshot: Snapshot) -> Refreshed:
    package = open_package(data)
    found = read_pages(package, data)
    kept = pptx_package.read_carried(package)
    known = dict(kept)
    for page in reversed(found):
        known |= page.receipts
    views = list(dict.fromkeys(v for page in found for v in page.views))
    before = data_then(snapshot, list(known.values())) or snapshot
    listed = renew_sources.list_sources(views, snapshot), renew_sources.list_sources(views, before)
    for page in found:
        name_title(page, {view: known[view] for view in {*page.views, *page.receipts} & set(known)})
        renew_sources.name_sources(page, listed[1])
    figures = _figures(found, known, snapshot)
    _renew(found, figures)
    renew_sources.renew_sources(found, *listed, list(known.values()))
    for page in found:
        reflow.make_room(page, etree.fromstring(package.data[page.part], PARSER), package.high)
    _carry(package, found, figures)
    _own(found, figures)
    shown = {v for page in found for v in page.views if v != SOURCES_VIEW and v != "deck"}
    report = Report(len(shown), tuple(page.told for page in found))
    if not any(page.told.changed for page in found):
        return Refreshed(data, report)
    return Refreshed(package.written(), report)


def _figures(found: list[Page], known: dict[str, Receipt], snapshot: Snapshot) -> dict[str, Figure]:
    """Every view of the file that there is today; what is not is told on its slides."""
    figures: dict[str, Figure] = {}
    for page in found:
        for view in page.views:
            if view in (SOURCES_VIEW, "deck") or view in figures:
                continue
            now = figure_today(view, snapshot)
            if now is not None:
                old = known.get(view)
                data = data_then(snapshot, [old]) if old else None
                before = figure_today(view, data) if data else None
                figures[view] = Figure(view, now, before, old)
                continue
            page.told.lack(_("The figure “{view}” is not drawn from today’s data: it was left as "
                             "it is.", view=view))  # fmt: skip
    return figures


def _renew(found: list[Page], figures: dict[str, Figure]) -> None:
    """Renew all that is ours, figure by figure; of a table all parts at once."""
    for figure in figures.values():
        tables: list[renew_table.Part] = []
        for page in found:
            if figure.view in page.views:
                renew_words.renew_texts(page, figure)
                renew_words.renew_numbers(page, figure)
                renew_map.renew_map(page, figure)
                tables += _tables(page, figure.view)
            for one in page.of(figure.view, "chart"):
                renew_chart.renew_chart(page, one, figure)
            renew_words.renew_speaker_notes(page, figure)
        renew_table.renew_tables(tables, figure)
        for page in found:
            if figure.view in page.views:
                renew_words.renew_note(page, figure)


def _tables(page: Page, view: str) -> list[renew_table.Part]:
    return [
        renew_table.Part(page, held)
        for one in page.of(view, "table", "names")
        for held in one.element.iter(f"{A}tbl")
    ]


def _carry(package: Package, found: list[Page], figures: dict[str, Figure]) -> None:
    """Renew the receipts of the file itself; a slide without any in its notes needs one there."""
    now = {view: one.now.receipt for view, one in figures.items()}
    needed = {
        view
        for page in found
        for view in page.views
        if view in now and view not in page.receipts and figures[view].old is not None
    }
    pptx_package.renew_carried(package, now, needed)
    pairs: dict[str, str] = {}
    for one in figures.values():
        if one.old is not None:
            pairs |= {one.old.code: one.now.receipt.code, one.old.source: one.now.receipt.source}
    pptx_package.renew_properties(package, pairs)


def _own(found: list[Page], figures: dict[str, Figure]) -> None:
    """Tell the words of others that still say an old number."""
    old = [
        one
        for figure in figures.values()
        if figure.old is not None
        for one in stale_text.superseded_numbers(figure.old, figure.now.receipt)
    ]
    made = {squeezed(line) for figure in figures.values() for line in _lines(figure.now)}
    for page in found:
        mine = {squeezed(words(one.element)) for one in page.ours if one.part == "number"}
        stale_text.tell_stale(page, made | mine, old)


def _lines(now: Today) -> list[str]:
    """Every line that is made here for a figure."""
    lines = [now.title, now.subtitle, now.note, now.source]
    lines += speaker_notes.note_lines(now.receipt)
    for number in now.numbers:
        lines += [number.says, number.label, f"{number.document}, {number.as_of}"]
    lines += [f"“{item.quote}”" for item in now.receipt.items]
    for row in now.rows.body if now.rows else ():
        lines += ["".join(p.text for p in line) for content in row for line in content]
    return lines
