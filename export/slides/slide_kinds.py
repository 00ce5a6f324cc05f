"""Each kind of slide, put into a presentation: cover, figure, numbers, sources."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree
from pptx.oxml import parse_xml
from pptx.presentation import Presentation
from pptx.slide import Slide

from charts.spec import Lines, Map
from decks.resolve import ResolvedSlide
from drawing.scene import Box
from export.figures import Job
from export.receipt import Receipt
from export.slides import big_numbers, carried_receipts, line_chart, map_shapes, slide_table
from export.slides.layout_geometry import (
    Page,
    Words,
    fitting,
    geometry_of,
    new_page,
    note_height,
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
from export.slides.template import cover_layout, figure_layout
from export.slides.template_theme import A, Look, P, kind, placeholders
from words import _


def figure_slide(
    presentation: Presentation,
    job: Job,
    *,
    title: str = "",
    subtitle: str = "",
    spoken: str = "",
    steps: tuple[str, ...] = (),
) -> tuple[Slide, ...]:
    """One figure: a native chart, outlines or a native table, over as many slides as it takes.

    `title` and `subtitle` are those typed by hand, `spoken` and `steps` what the speaker says.
    The template gives the colours, so the job's mode is not read. Raises TemplateProblem.
    """
    words = words_of(job)
    words = replace(words, title=title or words.title, subtitle=subtitle or words.subtitle)
    drawing = job.spec.drawing
    if isinstance(drawing, Lines):
        made = [_chart(presentation, job, words, drawing)]
    elif isinstance(drawing, Map):
        made = _map(presentation, job, words, drawing)
    else:
        made = _tables(presentation, job, words, slide_table.table_rows(drawing), "table")
    for slide in made:
        first = slide is made[0]
        told = carried_receipts.notes_text(
            spoken if first else "", job.receipt, steps if first else ()
        )
        carried_receipts.write_notes(slide, told)
    return tuple(made)


def words_of(job: Job) -> Words:
    """The words around a figure, its code at the end of the source line."""
    return Words(
        view=job.receipt.view,
        title=job.spec.title,
        subtitle=job.spec.subtitle,
        note=job.spec.note,
        source=f"{job.spec.source} · {job.receipt.code}",
        with_title=job.with_title,
    )


def number_slide(
    presentation: Presentation, held: ResolvedSlide, view: str, receipt: Receipt
) -> Slide:
    """The numbers of a resolved slide, large, each with its date; dots where it has some."""
    note = " ".join(part for part in (held.note, held.map_note) if part)
    words = Words(view, held.title, held.subtitle, note, f"{held.source} · {receipt.code}")
    made = new_page(presentation, figure_layout(presentation), words)
    alt = " ".join((f"{held.title}.", *(dot.label + "." for dot in held.dots)))
    if held.numbers:
        quotes = {item.ref: item.quote for item in receipt.items}
        big_numbers.draw_numbers(made, held.numbers, held.dots, quotes, view, alt)
    carried_receipts.write_notes(
        made.slide, carried_receipts.notes_text(held.notes, receipt, held.steps)
    )
    return made.slide


def title_slide(
    presentation: Presentation,
    title: str,
    subtitle: str,
    spoken: str = "",
    steps: tuple[str, ...] = (),
) -> Slide:
    """The first slide, in the template's own look."""
    layout = cover_layout(presentation)
    held = geometry_of(presentation, layout)
    slide: Slide = presentation.slides.add_slide(layout)
    for shape in placeholders(slide):
        element = shape._element
        if kind(shape) in ("ctrTitle", "title"):
            size = held.title_size
            if held.title is not None:
                size = fitting(title, size, held.title, held.look.wide_title)
            smaller = size if size < held.title_size else 0
            write_title(element, shape_name("deck", "title"), title, smaller)
        elif kind(shape) == "subTitle" and subtitle:
            write_title(element, shape_name("deck", "subtitle"), subtitle, 0)
        else:
            element.getparent().remove(element)
    if spoken or steps:
        carried_receipts.write_notes(slide, carried_receipts.notes_text(spoken, None, steps))
    return slide


def _chart(presentation: Presentation, job: Job, words: Words, drawing: Lines) -> Slide:
    made = new_page(presentation, figure_layout(presentation), words)
    line_chart.draw_chart(made, drawing, shape_name(words.view, "chart"), job.spec.alt)
    return made.slide


def _map(presentation: Presentation, job: Job, words: Words, drawing: Map) -> list[Slide]:
    """The map; where the countries have no room beside it, they stand in a table after it."""
    made = new_page(presentation, figure_layout(presentation), words)
    if map_shapes.draw_map(made, drawing, shape_name(words.view, "map"), job.spec.alt):
        return [made.slide]
    return [
        made.slide,
        *_tables(presentation, job, words, map_shapes.listed_rows(drawing), "names", 1),
    ]


def _tables(
    presentation: Presentation, job: Job, words: Words, rows: Rows, what: str, before: int = 0
) -> list[Slide]:
    words = replace(words, note=job.spec.table_note)
    return _spread(presentation, words, rows, what, job.spec.alt, before)


def _spread(
    presentation: Presentation, words: Words, rows: Rows, what: str, alt: str, before: int
) -> list[Slide]:
    """A table over as many slides as it takes; each says which it is of how many.

    A footnote stands on the slide that holds its row.
    """
    layout = figure_layout(presentation)

    def noted(held: Rows) -> str:
        return " ".join(filter(None, (words.note, *slide_table.notes_of(held))))

    def blank(at: int, of: int, held: Rows) -> Page:
        counted = _("{at} of {count}", at=at, count=of) if of > 1 else ""
        subtitle = " · ".join(filter(None, (words.subtitle, counted)))
        told = replace(words, page=before + at, subtitle=subtitle, note=noted(held))
        return new_page(presentation, layout, told)

    def fitted(on: Page) -> tuple[int, tuple[Rows, ...]]:
        whole = note_height(noted(rows), on)
        return slide_table.fit_table(
            rows, on.box, on.look, lambda held: whole - note_height(noted(held), on)
        )

    first = blank(1, 1, rows)
    size, pages = fitted(first)
    if len(pages) > 1:  # the words that count the slides take room as well
        _undo(presentation, first)
        trial = blank(1, len(pages), rows)
        size, pages = fitted(trial)
        _undo(presentation, trial)
    made: list[Slide] = []
    for at, rows_ in enumerate(pages, 1):
        here = first if len(pages) == 1 else blank(at, len(pages), rows_)
        slide_table.draw_table(here, rows_, size, shape_name(words.view, what, before + at), alt)
        made.append(here.slide)
    return made


def _undo(presentation: Presentation, made: Page) -> None:
    """Take a slide off again that was made to see how much room there is."""
    entries = presentation.slides._sldIdLst
    entry = entries[-1]
    presentation.part.drop_rel(entry.rId)
    entries.remove(entry)


SOURCES_VIEW = "sources"
SOURCES_SIZES = (16, 14, 13, 12)
BETWEEN = 4.0  # pt between two paragraphs

Entry = tuple[str, str]  # what, and its words


def sources_slide(presentation: Presentation, held: ResolvedSlide) -> tuple[Slide, ...]:
    """One slide wherever that can be: each entry on a line of its own, else run together."""
    cited = [(one.document, one.citation) for one in held.cited]
    defined = [(one.label, one.description) for one in held.defined]
    words = Words(SOURCES_VIEW, held.title, held.subtitle)
    first = new_page(presentation, figure_layout(presentation), words)
    made = [first]
    texts = _one_page(cited, defined, first)
    if texts is None:
        texts, *others = _two_pages(cited, defined, first) or _pages(
            _apart(cited, defined, SOURCES_SIZES[-1], first.look), first.box, first.look
        )
        for at, more in enumerate(others, 2):
            made.append(
                new_page(presentation, figure_layout(presentation), replace(words, page=at))
            )
            _write(made[-1], more, at)
    _write(first, texts, 1)
    if held.notes or held.steps:
        carried_receipts.write_notes(
            first.slide, carried_receipts.notes_text(held.notes, None, held.steps)
        )
    return tuple(one.slide for one in made)


def _one_page(cited: list[Entry], defined: list[Entry], made: Page) -> list[Paragraph] | None:
    """The largest text that fits on one slide; None where none does."""
    for written in (_apart, _together, _dense):
        for size in SOURCES_SIZES:
            texts = written(cited, defined, size, made.look)
            if _tall(texts, made.box.width, made.look) <= made.box.height:
                return texts
    return None


def _two_pages(
    cited: list[Entry], defined: list[Entry], made: Page
) -> tuple[list[Paragraph], list[Paragraph]] | None:
    """The largest text that fits on two slides, as much of what is counted on the first as can be.

    None where none does.
    """
    look, (wide, high) = made.look, (made.box.width, made.box.height)
    for size, closer in ((size, closer) for closer in (False, True) for size in SOURCES_SIZES):
        apart = [_entry(entry, size, look) for entry in cited]
        texts = [_run_on(cited, size, look)] if closer else apart
        cite = [_head(_("How to cite"), size, look, 0), *texts]
        head = _head(_("What is counted"), size, look, 6)
        for least in range(len(defined) - 1, -1, -1):
            first = [*cite, head, _run_on(defined[:least], size, look)] if least else cite
            rest = [_entry(entry, size, look) for entry in defined[least:]]
            for left in (rest, [_run_on(defined[least:], size, look)]):
                second = [replace(head, before=0), *left]
                if max(_tall(first, wide, look), _tall(second, wide, look)) <= high:
                    return first, second
    return None


def _apart(cited: list[Entry], defined: list[Entry], size: int, look: Look) -> list[Paragraph]:
    texts = [_head(_("How to cite"), size, look, 0), *(_entry(e, size, look) for e in cited)]
    if defined:
        texts.append(_head(_("What is counted"), size, look, size))
    return [*texts, *(_entry(e, size, look) for e in defined)]


def _together(cited: list[Entry], defined: list[Entry], size: int, look: Look) -> list[Paragraph]:
    """The definitions one after the other in one paragraph."""
    texts = _apart(cited, defined, size, look)[: len(cited) + 2]
    closer = [replace(text, before=text.before / 2) for text in texts]
    return [*closer, _run_on(defined, size, look)]


def _dense(cited: list[Entry], defined: list[Entry], size: int, look: Look) -> list[Paragraph]:
    """The citations in one paragraph too."""
    heads = [_head(_("How to cite"), size, look, 0), _head(_("What is counted"), size, look, 6)]
    return [heads[0], _run_on(cited, size, look), heads[1], _run_on(defined, size, look)]


def _run_on(held: list[Entry], size: int, look: Look) -> Paragraph:
    return Paragraph(
        tuple(run for entry in held for run in _entry(entry, size, look, " ").runs), before=2
    )


def _head(text: str, size: int, look: Look, before: float) -> Paragraph:
    return Paragraph((Run(text, size, look.tones[0].text, bold=True),), before=before)


def _entry(held: Entry, size: int, look: Look, end: str = "") -> Paragraph:
    what = Run(f"{held[0]}: ", size, look.ink, bold=True)
    return Paragraph((what, Run(f"{held[1]}{end}", size, look.ink)), before=BETWEEN)


def _tall(texts: list[Paragraph], wide: float, look: Look) -> float:
    return sum(_height(text, wide, look) for text in texts)


def _height(text: Paragraph, wide: float, look: Look) -> float:
    words = "".join(run.text for run in text.runs)
    bold = all(run.bold for run in text.runs)
    return text.before + text_height(words, text.runs[0].size, wide - 2, bold, look.wide)


def _pages(texts: list[Paragraph], box: Box, look: Look) -> list[list[Paragraph]]:
    pages: list[list[Paragraph]] = [[]]
    used = 0.0
    for text in texts:
        tall = _height(text, box.width, look)
        if pages[-1] and used + tall > box.height:
            pages.append([])
            used = 0.0
        pages[-1].append(text)
        used += tall
    return pages


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
