"""A job goes in; a PowerPoint file with its figure as a native chart or table comes out, and back.

The figure is editable: a chart with its workbook, a table, or outlines of countries.
"""

from __future__ import annotations

from export.figures import Job
from export.receipt import Receipt
from export.slides import carry, read
from export.slides.build import figure_slide
from export.slides.save import saved
from export.slides.template import opened
from words import _

SUFFIX = "pptx"
MIME = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
LABEL = _("Slide (PowerPoint)")


def write(job: Job, template: bytes | None = None) -> bytes:
    """The whole file; of the template's look and size, else of ours in the size of the job.

    Raises TemplateProblem where the template cannot be used.
    """
    presentation = opened(template, (job.width, job.height), job.mode == "dark")
    figure_slide(presentation, job)
    carry.write(presentation, (job.receipt,))
    return saved(presentation, job.spec.title, (job.receipt,))


def read_receipt(data: bytes) -> Receipt | None:
    """The receipt of the first figure in a file; None where there is none. Never raises."""
    found = read.figures(data)
    return found[0].receipt if found else None


def read_values(data: bytes) -> tuple[str, ...] | None:
    """The numbers on the slides of the first figure; None where it has none. Never raises."""
    found = read.figures(data)
    return found[0].values if found else None
