"""A figure as a PowerPoint slide with a native chart or table, and read back.

The figure is editable: a chart with its workbook, a table, or outlines of countries.
"""

from __future__ import annotations

from export.figures import Job
from export.receipt import Receipt
from export.slides import read_figures, speaker_notes
from export.slides.deck_file import saved
from export.slides.slide_kinds import figure_slide
from export.slides.template import opened

ROOM = (800, 540)  # px: a smaller slide is made larger, for its text is not smaller either
WIDEST = 5376  # px: 56 inches, the most that a slide may have


def write(job: Job, template: bytes | None = None) -> bytes:
    """The whole file; of the template's look and size, else of ours in the shape of the job.

    Raises TemplateProblem where the template cannot be used.
    """
    presentation = opened(template, _size(job.width, job.height), job.mode == "dark")
    figure_slide(presentation, job)
    speaker_notes.write_custom_xml(presentation, (job.receipt,))
    return saved(presentation, job.spec.title, (job.receipt,))


def _size(width: int, height: int) -> tuple[int, int]:
    """The slide for a picture of this size, in its shape."""
    larger = min(max(1.0, ROOM[0] / width, ROOM[1] / height), WIDEST / max(width, height))
    return round(width * larger), round(height * larger)


def read_receipt(data: bytes) -> Receipt | None:
    """The receipt of the first figure in a file; None where there is none. Never raises."""
    found = read_figures.figures_in(data)
    return found[0].receipt if found else None
