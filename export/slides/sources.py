"""What a deck draws from goes in; the last slide comes out: how to cite it, and what is counted."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree
from pptx.oxml import parse_xml
from pptx.presentation import Presentation
from pptx.slide import Slide

from decks.slides import ResolvedSlide
from export.slides import notes
from export.slides.look import A, Look, P
from export.slides.markup import SPACES, Box, Paragraph, Run, paragraphs, text_box
from export.slides.measure import height
from export.slides.naming import part
from export.slides.page import Page, Words, page
from export.slides.template import figure_layout
from words import _

VIEW = "sources"
SIZES = (16, 14, 13, 12)
BETWEEN = 4.0  # pt between two paragraphs

Entry = tuple[str, str]  # what, and its words


def sources_slide(presentation: Presentation, held: ResolvedSlide) -> tuple[Slide, ...]:
    """One slide wherever that can be: each entry on a line of its own, else run together."""
    cited = [(one.document, one.citation) for one in held.cited]
    defined = [(one.label, one.description) for one in held.defined]
    words = Words(VIEW, held.title, held.subtitle)
    first = page(presentation, figure_layout(presentation), words)
    made = [first]
    texts = _one_page(cited, defined, first)
    if texts is None:
        texts, *others = _two_pages(cited, defined, first) or _pages(
            _apart(cited, defined, SIZES[-1], first.look), first.box, first.look
        )
        for at, more in enumerate(others, 2):
            made.append(page(presentation, figure_layout(presentation), replace(words, page=at)))
            _write(made[-1], more, at)
    _write(first, texts, 1)
    if held.notes or held.steps:
        notes.write(first.slide, notes.notes(held.notes, None, held.steps))
    return tuple(one.slide for one in made)


def _one_page(cited: list[Entry], defined: list[Entry], made: Page) -> list[Paragraph] | None:
    """The largest text that fits on one slide; None where none does."""
    for written in (_apart, _together, _dense):
        for size in SIZES:
            texts = written(cited, defined, size, made.look)
            if _tall(texts, made.box.w, made.look) <= made.box.h:
                return texts
    return None


def _two_pages(
    cited: list[Entry], defined: list[Entry], made: Page
) -> tuple[list[Paragraph], list[Paragraph]] | None:
    """The largest text that fits on two slides, as much of what is counted on the first as can be.

    None where none does.
    """
    look, (wide, high) = made.look, (made.box.w, made.box.h)
    for size, closer in ((size, closer) for closer in (False, True) for size in SIZES):
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
    return text.before + height(words, text.runs[0].size, wide - 2, bold, look.wide)


def _pages(texts: list[Paragraph], box: Box, look: Look) -> list[list[Paragraph]]:
    pages: list[list[Paragraph]] = [[]]
    used = 0.0
    for text in texts:
        tall = _height(text, box.w, look)
        if pages[-1] and used + tall > box.h:
            pages.append([])
            used = 0.0
        pages[-1].append(text)
        used += tall
    return pages


def _write(made: Page, texts: list[Paragraph], at: int) -> None:
    """Into the layout's own field of text, else into a box where it would stand."""
    name, lines = part(VIEW, "sources", at), tuple(texts)
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
