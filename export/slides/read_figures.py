"""The figures of ours in a PowerPoint file, with the numbers that it shows."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from export.receipt import Receipt
from export.slides import speaker_notes
from export.slides.chart_series import says
from export.slides.shapes import parse_shape_name
from export.slides.template import TemplateProblem, inspect
from export.slides.template_theme import A, P

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class Found:
    """One figure of ours: its receipt and its numbers as they may be said.

    `values` is None where no slide of it shows a number (a map, a timeline).
    """

    receipt: Receipt
    values: tuple[str, ...] | None


@dataclass(frozen=True)
class Point:
    """A labelled point of a chart: its series, its date as a workbook holds it, what is shown."""

    series: str
    at: float
    says: str


def figures_in(data: bytes) -> tuple[Found, ...]:
    """The figures in a file, in the order of its slides; none for what cannot be read."""
    try:
        inspect(data)
        return _figures(Presentation(io.BytesIO(data)))
    except TemplateProblem:
        return ()
    except Exception:  # anyone's file: whatever is wrong in it, it holds no figure of ours
        return ()


def _figures(deck: Deck) -> tuple[Found, ...]:
    kept = {one.view: one for one in speaker_notes.read_custom_xml(deck)}
    receipts: dict[str, Receipt] = {}
    shown: dict[str, list[tuple[str, ...]]] = {}
    for slide in deck.slides:
        told = {one.view: one for one in _told(slide)}
        for view in dict.fromkeys(_views(slide)):
            receipt = told.get(view) or kept.get(view)
            if receipt is not None:
                receipts.setdefault(view, receipt)
                shown.setdefault(view, []).append(tuple(_values(slide, view, receipt)))
    return tuple(Found(receipt, _once(shown[view]) or None) for view, receipt in receipts.items())


def _once(slides: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The numbers on all slides of a figure; of copies of the same slides, those of the first."""
    for many in range(1, len(slides) + 1):
        if slides[:many] * (len(slides) // many) == slides:
            slides = slides[:many]
            break
    return tuple(value for slide in slides for value in slide)


def _told(slide: Slide) -> tuple[Receipt, ...]:
    if not slide.has_notes_slide:
        return ()
    frame = slide.notes_slide.notes_text_frame
    return speaker_notes.receipts_in_notes(frame.text) if frame is not None else ()


def _views(slide: Slide) -> Iterator[str]:
    for element in slide.shapes._spTree.iter(f"{P}cNvPr"):
        found = parse_shape_name(element.get("name", ""))
        if found:
            yield found[0]


def _values(slide: Slide, view: str, receipt: Receipt) -> Iterator[str]:
    """The numbers of a view on a slide, in the order of the receipt as far as that can be told."""
    for shape in slide.shapes._spTree.iter(f"{P}graphicFrame", f"{P}sp"):
        named = parse_shape_name(shape.find(f".//{P}cNvPr").get("name", ""))
        if named is None or named[0] != view:
            continue
        link = shape.find(f".//{C}chart")
        if link is not None:
            chart = slide.part.related_part(link.get(LINK))._element  # type: ignore[attr-defined]
            yield from _ordered(list(points(chart)), receipt)
            yield from strays(chart)
        elif shape.find(f".//{A}tbl") is not None:
            yield from _in_table(shape.find(f".//{A}tbl"))
        elif named[1].startswith("number"):
            yield "".join(t.text or "" for t in shape.iter(f"{A}t"))


def points(chart: etree._Element) -> Iterator[Point]:
    """Every labelled point of a chart, series by series; a series without labels is a line."""
    for series in chart.iter(f"{C}ser"):
        if not _labelled(series):
            continue
        name = "".join(v.text or "" for v in series.iterfind(f"{C}tx//{C}v"))
        code = series.find(f"{C}dLbls/{C}numFmt").get("formatCode", "")
        for at, value in _marks(series):
            yield Point(name, at, says(value, code))


def strays(chart: etree._Element) -> Iterator[str]:
    """The values of lines without labels that pass by no labelled point: nothing states them."""
    every = [(_labelled(series), set(_marks(series))) for series in chart.iter(f"{C}ser")]
    known = {mark for labelled, marks in every if labelled for mark in marks}
    for labelled, marks in every:
        if not labelled:
            yield from (f"{value:g}" for _at, value in sorted(marks - known))


def _labelled(series: etree._Element) -> bool:
    shown = series.find(f"{C}dLbls/{C}showVal")
    return shown is not None and shown.get("val") in ("1", "true")


def _marks(series: etree._Element) -> Iterator[tuple[float, float]]:
    """The dates and values of a series, as a workbook holds them."""
    days = {pt.get("idx"): pt.findtext(f"{C}v", "") for pt in series.iterfind(f"{C}cat//{C}pt")}
    for pt in series.iterfind(f"{C}val//{C}pt"):
        yield float(days.get(pt.get("idx"), "") or "nan"), float(pt.findtext(f"{C}v", "nan"))


def _ordered(found: list[Point], receipt: Receipt) -> Iterator[str]:
    """In the order of the receipt: by what is counted, and of that by date."""
    labels = sorted({item.label for item in receipt.items}, key=len, reverse=True)
    queues: dict[str, list[Point]] = {label: [] for label in labels}
    rest: list[Point] = []
    for point in sorted(found, key=lambda p: p.at):
        own = (
            x for x in labels if point.series == x or point.series.startswith((f"{x},", f"{x} ("))
        )
        queues.get(next(own, ""), rest).append(point)
    for item in receipt.items:
        if queues[item.label]:
            yield queues[item.label].pop(0).says
    for left in (*queues.values(), rest):
        yield from (point.says for point in left)


def _in_table(element: etree._Element) -> Iterator[str]:
    """The numbers of a table: they are bold, its head row apart."""
    for row in element.findall(f"{A}tr")[1:]:
        for line in row.iter(f"{A}p"):
            for run in line.iterfind(f"{A}r"):
                style = run.find(f"{A}rPr")
                text = run.findtext(f"{A}t", "").strip()
                if style is not None and style.get("b") == "1" and text:
                    yield text
