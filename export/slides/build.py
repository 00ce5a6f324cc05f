"""A presentation and what is asked for go in; a slide is added: a figure, numbers, the cover."""

from __future__ import annotations

from dataclasses import replace

from pptx.presentation import Presentation
from pptx.slide import Slide

from charts.spec import Lines, Map
from decks.slides import ResolvedSlide
from export.figures import Job
from export.receipt import Receipt
from export.slides import big_numbers, cells, line_chart, notes, table, world
from export.slides.cells import Rows
from export.slides.look import kind, placeholders
from export.slides.naming import part
from export.slides.page import Page, Words, fitting, note_height, page, write_title
from export.slides.setting import setting_of
from export.slides.template import cover_layout, figure_layout
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
        made = _tables(presentation, job, words, cells.rows(drawing), "table")
    for slide in made:
        first = slide is made[0]
        told = notes.notes(spoken if first else "", job.receipt, steps if first else ())
        notes.write(slide, told)
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
    made = page(presentation, figure_layout(presentation), words)
    alt = " ".join((f"{held.title}.", *(dot.label + "." for dot in held.dots)))
    if held.numbers:
        quotes = {item.ref: item.quote for item in receipt.items}
        big_numbers.draw(made, held.numbers, held.dots, quotes, view, alt)
    notes.write(made.slide, notes.notes(held.notes, receipt, held.steps))
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
    held = setting_of(presentation, layout)
    slide: Slide = presentation.slides.add_slide(layout)
    for shape in placeholders(slide):
        element = shape._element
        if kind(shape) in ("ctrTitle", "title"):
            size = held.title_size
            if held.title is not None:
                size = fitting(title, size, held.title, held.look.wide_title)
            smaller = size if size < held.title_size else 0
            write_title(element, part("deck", "title"), title, smaller)
        elif kind(shape) == "subTitle" and subtitle:
            write_title(element, part("deck", "subtitle"), subtitle, 0)
        else:
            element.getparent().remove(element)
    if spoken or steps:
        notes.write(slide, notes.notes(spoken, None, steps))
    return slide


def _chart(presentation: Presentation, job: Job, words: Words, drawing: Lines) -> Slide:
    made = page(presentation, figure_layout(presentation), words)
    line_chart.draw(made, drawing, part(words.view, "chart"), job.spec.alt)
    return made.slide


def _map(presentation: Presentation, job: Job, words: Words, drawing: Map) -> list[Slide]:
    """The map; where the countries have no room beside it, they stand in a table after it."""
    made = page(presentation, figure_layout(presentation), words)
    if world.draw(made, drawing, part(words.view, "map"), job.spec.alt):
        return [made.slide]
    return [made.slide, *_tables(presentation, job, words, world.listed_rows(drawing), "names", 1)]


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
        return " ".join(filter(None, (words.note, *cells.notes_of(held))))

    def blank(at: int, of: int, held: Rows) -> Page:
        counted = _("{at} of {count}", at=at, count=of) if of > 1 else ""
        subtitle = " · ".join(filter(None, (words.subtitle, counted)))
        told = replace(words, page=before + at, subtitle=subtitle, note=noted(held))
        return page(presentation, layout, told)

    def fitted(on: Page) -> tuple[int, tuple[Rows, ...]]:
        whole = note_height(noted(rows), on)
        return table.fit(rows, on.box, on.look, lambda held: whole - note_height(noted(held), on))

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
        table.draw(here, rows_, size, part(words.view, what, before + at), alt)
        made.append(here.slide)
    return made


def _undo(presentation: Presentation, made: Page) -> None:
    """Take a slide off again that was made to see how much room there is."""
    entries = presentation.slides._sldIdLst
    entry = entries[-1]
    presentation.part.drop_rel(entry.rId)
    entries.remove(entry)
