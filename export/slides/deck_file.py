"""A whole deck as a PowerPoint file, in a template's look; the same slides give the same bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from pptx.presentation import Presentation

from decks.deck import Deck
from decks.resolve import ResolvedDeck, ResolvedSlide, resolve
from export.figures import Job
from export.formats.zip import packed
from export.receipt import Receipt
from export.receipt import receipt as receipt_of
from export.slides import speaker_notes
from export.slides.number_receipt import numbers_receipt, view_of
from export.slides.shapes import clean
from export.slides.slide_kinds import figure_slide, number_slide, sources_slide, title_slide
from export.slides.template import TemplateProblem, opened
from facts.partial_dates import first_day
from facts.store import Snapshot
from words import _

MADE = datetime(2000, 1, 1)  # where no fact has a date


def saved(presentation: Presentation, title: str, receipts: tuple[Receipt, ...]) -> bytes:
    """The whole file, with what it is in its properties; dated as its newest fact."""
    newest = max((one.newest for one in receipts), default="")
    day = first_day(newest) if newest else MADE.date()
    properties = presentation.core_properties
    properties.title = clean(title)[:255]
    properties.subject = clean(receipts[0].source)[:255] if receipts else ""
    properties.keywords = ", ".join(dict.fromkeys(one.code for one in receipts))[:255]
    properties.author = properties.last_modified_by = ""
    properties.created = properties.modified = datetime(day.year, day.month, day.day)
    out = io.BytesIO()
    presentation.save(out)
    with zipfile.ZipFile(out) as archive:
        return packed({name: archive.read(name) for name in archive.namelist()})


class DeckProblem(ValueError):
    """Why a deck cannot be made, a sentence for each slide that lacks something."""


def write_deck(deck: Deck, snapshot: Snapshot, template: bytes | None = None) -> bytes:
    """The file with every slide of the deck, the sources last.

    Raises TemplateProblem where the template cannot be used, and DeckProblem where a slide asks for
    what is not there: nothing is left out in silence.
    """
    shown = resolve(deck, snapshot)
    _complete(shown)
    try:
        return _written(shown, deck, snapshot, template)
    except TemplateProblem:
        raise
    except Exception as error:
        if template is None:
            raise
        raise TemplateProblem(
            _("Something in the template is not as PowerPoint writes it. Open it in PowerPoint, "
              "save it again, and try once more.")
        ) from error  # fmt: skip


def _written(shown: ResolvedDeck, deck: Deck, snapshot: Snapshot, template: bytes | None) -> bytes:
    presentation = opened(template)
    receipts = [
        made
        for slide in shown.slides
        if (made := _slide(presentation, slide, deck, snapshot)) is not None
    ]
    speaker_notes.write_custom_xml(presentation, tuple(receipts))
    return saved(presentation, deck.title, tuple(receipts))


def _slide(
    presentation: Presentation, slide: ResolvedSlide, deck: Deck, snapshot: Snapshot
) -> Receipt | None:
    """Add one slide of the deck; the receipt of what is on it, where it holds numbers."""
    if slide.kind == "title":
        title_slide(presentation, slide)
    elif slide.kind == "sources":
        sources_slide(presentation, slide)
    elif slide.kind == "numbers":
        view = view_of(deck.slides[slide.at or 0])
        receipt = numbers_receipt(slide, snapshot, view)
        number_slide(presentation, slide, view, receipt)
        return receipt
    elif slide.spec is not None:
        query = "&".join(f"{key}={value}" for key, value in slide.choices)
        view = f"{slide.figure}?{query}" if query else slide.figure
        receipt = receipt_of(slide.spec, view)
        figure_slide(presentation, Job(spec=slide.spec, code=receipt.code, receipt=receipt), slide)
        return receipt
    return None


def _complete(shown: ResolvedDeck) -> None:
    """Raise DeckProblem with every sentence on what is not there."""
    said = [
        _("Slide {number}: {what}", number=number, what=what)
        for number, slide in enumerate(shown.slides, 1)
        for what in slide.missing
    ]
    said += [
        _("Slide {number}: it names no number.", number=number)
        for number, slide in enumerate(shown.slides, 1)
        if slide.kind == "numbers" and not slide.numbers and not slide.missing
    ]
    if said:
        raise DeckProblem("\n".join(said))
