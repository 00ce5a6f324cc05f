"""Each kind of slide, put into a presentation: cover, figure, numbers, sources."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from lxml import etree
from pptx.oxml import parse_xml
from pptx.presentation import Presentation
from pptx.slide import Slide

from charts.spec import Lines, Map
from decks.resolve import ResolvedSlide
from export.figures import Job
from export.receipt import Receipt
from export.share_rows import share_out
from export.slides import big_numbers, line_chart, map_shapes, slide_table
from export.slides.layout_geometry import (
    Page,
    Words,
    geometry_of,
    new_page,
    room_left,
    write_title,
)
from export.slides.shapes import (
    SPACES,
    Paragraph,
    Run,
    paragraphs,
    shape_name,
    text_box,
    text_height,
)
from export.slides.slide_table import Rows
from export.slides.speaker_notes import write_notes
from export.slides.template import cover_layout, figure_layout
from export.slides.template_theme import A, Look, P, kind, placeholders
from words import _


def figure_slide(presentation: Presentation, job: Job, shown: ResolvedSlide | None = None) -> None:
    """One figure: a native chart, outlines or a native table, over as many slides as it takes.

    `shown` is its slide of a deck: words typed by hand, and what the speaker says. The template
    gives the colours, so the job's mode is not read. Raises TemplateProblem.
    """
    spec, drawing = job.spec, job.spec.drawing
    words = Words(
        view=job.receipt.view,
        title=(shown and shown.title) or spec.title,
        subtitle=(shown and shown.subtitle) or spec.subtitle,
        note=spec.note,
        source=f"{spec.source} · {job.receipt.code}",
        with_title=job.with_title,
    )
    made: list[Slide] = []
    rows: Rows | None = None
    what = "table"
    if isinstance(drawing, (Lines, Map)):  # all others are tables: see `slide_table.table_rows`
        page = new_page(presentation, figure_layout(presentation), words)
        made.append(page.slide)
        if isinstance(drawing, Lines):
            line_chart.draw_chart(page, drawing, shape_name(words.view, "chart"), spec.alt)
        elif not map_shapes.draw_map(page, drawing, shape_name(words.view, "map"), spec.alt):
            rows, what = map_shapes.listed_rows(drawing), "names"
    else:
        rows = slide_table.table_rows(drawing)
    if rows is not None:
        words = replace(words, note=spec.table_note)
        made += _tables(presentation, words, rows, what, spec.alt, len(made))
    for slide in made:
        first = shown if slide is made[0] else None
        write_notes(slide, first, job.receipt)


def number_slide(
    presentation: Presentation, shown: ResolvedSlide, view: str, receipt: Receipt
) -> None:
    """The numbers of a slide, large, each with its date; dots where it has some."""
    note = " ".join(part for part in (shown.note, shown.map_note) if part)
    words = Words(view, shown.title, shown.subtitle, note, f"{shown.source} · {receipt.code}")
    page = new_page(presentation, figure_layout(presentation), words)
    alt = " ".join((f"{shown.title}.", *(dot.label + "." for dot in shown.dots)))
    if shown.numbers:
        quotes = {item.ref: item.quote for item in receipt.items}
        big_numbers.draw_numbers(page, shown.numbers, shown.dots, quotes, view, alt)
    write_notes(page.slide, shown, receipt)


def title_slide(presentation: Presentation, shown: ResolvedSlide) -> None:
    """The first slide, in the template's own look."""
    layout = cover_layout(presentation)
    slide: Slide = presentation.slides.add_slide(layout)
    for shape in placeholders(slide):
        element = shape._element
        if kind(shape) in ("ctrTitle", "title"):
            geometry = geometry_of(presentation, layout)
            write_title(element, shape_name("deck", "title"), shown.title, geometry)
        elif kind(shape) == "subTitle" and shown.subtitle:
            write_title(element, shape_name("deck", "subtitle"), shown.subtitle, None)
        else:
            element.getparent().remove(element)
    write_notes(slide, shown)


def _tables(
    presentation: Presentation, words: Words, rows: Rows, what: str, alt: str, before: int
) -> list[Slide]:
    """A table over as many slides as it takes; each says which it is of how many.

    A footnote stands on the slide that holds its row.
    """
    layout = figure_layout(presentation)
    geometry = geometry_of(presentation, layout)

    def on_page(at: int, of: int, shown: Rows) -> Words:
        counted = _("{at} of {count}", at=at, count=of) if of > 1 else ""
        subtitle = " · ".join(filter(None, (words.subtitle, counted)))
        note = " ".join(filter(None, (words.note, *slide_table.notes_of(shown))))
        return replace(words, page=before + at, subtitle=subtitle, note=note)

    def fitted(of: int) -> tuple[int, tuple[Rows, ...]]:
        whole = room_left(geometry, on_page(1, of, rows))

        def spare(shown: Rows) -> float:
            return room_left(geometry, on_page(1, of, shown)).height - whole.height

        return slide_table.fit_table(rows, whole, geometry.look, spare)

    size, pages = fitted(1)
    if len(pages) > 1:  # the words that count the slides take room as well
        size, pages = fitted(len(pages))
    made: list[Slide] = []
    for at, shown in enumerate(pages, 1):
        page = new_page(presentation, layout, on_page(at, len(pages), shown))
        slide_table.draw_table(page, shown, size, shape_name(words.view, what, before + at), alt)
        made.append(page.slide)
    return made


SOURCES_VIEW = "sources"
SOURCES_SIZES = (16, 14, 13, 12)
STYLES = ((4.0, 1.0), (2.0, 0.5), (2.0, 0.5))  # room above an entry, above a heading by its size

Entry = tuple[str, str]  # what, and its words


def sources_slide(presentation: Presentation, shown: ResolvedSlide) -> None:
    """How to cite, and what is counted: on one slide wherever that can be, else on two or more."""
    layout = figure_layout(presentation)
    words = Words(SOURCES_VIEW, shown.title, shown.subtitle)
    first = new_page(presentation, layout, words)
    for at, texts in enumerate(_sources(shown, first), 1):
        page = first if at == 1 else new_page(presentation, layout, replace(words, page=at))
        _write(page, texts, at)
    write_notes(first.slide, shown)


def _sources(shown: ResolvedSlide, page: Page) -> list[list[Paragraph]]:
    """The largest text that fits on one slide, else on two; else the smallest on as many as needed.

    Each entry stands on a line of its own; where that is too much, what is counted runs on in one
    paragraph, and then the citations too.
    """
    cited = [(one.document, one.citation) for one in shown.cited]
    defined = [(one.label, one.description) for one in shown.defined]
    entries, box, look = [*cited, *defined], page.box, page.look

    def texts(first: int, last: int, style: int, size: int) -> list[Paragraph]:
        parts = (
            (_("How to cite"), entries[first : min(last, len(cited))], style > 1),
            (_("What is counted"), entries[max(first, len(cited)) : last], style > 0),
        )
        return _texts(parts, STYLES[style], size, look)

    def pages(style: int, size: int) -> list[list[Paragraph]]:
        def needs(first: int, last: int) -> float:
            tall = sum(_height(one, box.width, look) for one in texts(first, last, style, size))
            return tall / box.height

        return [texts(*cut, style, size) for cut in share_out(len(entries), needs)]

    for most in (1, 2):
        for style in range(len(STYLES)):
            for size in SOURCES_SIZES:
                found = pages(style, size)
                if len(found) <= most:
                    return found or [[]]
    return pages(0, SOURCES_SIZES[-1])


def _texts(
    parts: tuple[tuple[str, list[Entry], bool], ...],
    style: tuple[float, float],
    size: int,
    look: Look,
) -> list[Paragraph]:
    """Each heading with its entries, which run on in one paragraph where that is asked."""
    made: list[Paragraph] = []
    for heading, entries, run_on in parts:
        if entries:
            before = style[1] * size if made else 0
            head = Run(heading, size, look.tones[0].text, bold=True)
            made.append(Paragraph((head,), before=before))
        runs = [
            (Run(f"{what}: ", size, look.ink, bold=True), Run(says + " " * run_on, size, look.ink))
            for what, says in entries
        ]
        if run_on and runs:
            made.append(Paragraph(tuple(chain(*runs)), before=style[0]))
        else:
            made += [Paragraph(entry, before=style[0]) for entry in runs]
    return made


def _height(text: Paragraph, width: float, look: Look) -> float:
    words = "".join(run.text for run in text.runs)
    bold = all(run.bold for run in text.runs)
    return text.before + text_height(words, text.runs[0].size, width - 2, bold, look.factor)


def _write(made: Page, texts: list[Paragraph], at: int) -> None:
    """Into the layout's own field of text, else into a box where it would stand."""
    name, lines = shape_name(SOURCES_VIEW, "sources", at), tuple(texts)
    field = made.field
    if field is None:
        made.add(text_box(made.number(), name, made.box, lines))
        return
    field.find(f".//{P}cNvPr").set("name", name)
    body = field.find(f"{P}txBody")
    for old in body.findall(f"{A}p"):
        body.remove(old)
    fresh: etree._Element = parse_xml(f"<a:held {SPACES}>{paragraphs(lines)}</a:held>")
    body.extend(list(fresh))
