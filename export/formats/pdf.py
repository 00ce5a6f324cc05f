"""A job goes in, one PDF page of just its size comes out, with its receipt in its information."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject

from export.figures import Job
from export.picture.browser import SHARED
from export.picture.markup import svg
from export.picture.page import compose
from export.receipt import Receipt, from_json
from words import _

SUFFIX = "pdf"
MIME = "application/pdf"
LABEL = _("Picture to print (PDF)")
KEY = "/Receipt"


def write(job: Job) -> bytes:
    """The picture as a page, its text as text; title, note, code and receipt in the information.

    The same job gives the same bytes: no date of making is kept. Raises NoBrowser where no browser
    draws it, ValueError for a size that cannot be read.
    """
    scene = compose(job)
    drawn = SHARED.pdf(svg(scene, with_font=False), scene.width, scene.height, scene.title)
    reader = PdfReader(BytesIO(drawn))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    writer.metadata = {
        "/Title": scene.title,
        "/Subject": f"{job.spec.note} {job.spec.source}",
        "/Keywords": job.receipt.code,
        KEY: job.receipt.as_json(),
    }
    writer.root_object[NameObject("/Lang")] = TextStringObject(scene.language)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def read_receipt(data: bytes) -> Receipt | None:
    """The receipt in the information of the document; None where there is none."""
    if not data.startswith(b"%PDF-"):
        return None
    try:
        told = PdfReader(BytesIO(data)).metadata
        return from_json(str(told[KEY])) if told and KEY in told else None
    except Exception:  # whatever a broken or hostile file makes the reader raise
        return None


def read_values(data: bytes) -> tuple[str, ...] | None:
    """None: a page holds letters at places, and no number with the fact that it is of."""
    return None
