"""A figure as one PDF page of just its size, its receipt in the document information."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from io import BytesIO

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from drawing.browser_pictures import SHARED
from drawing.picture import compose
from drawing.svg_writer import svg
from export.figures import Job
from export.receipt import Receipt
from export.receipt_diff import wrong_version
from export.receipt_io import sealed, unsealed
from words import _

KEY = "/Receipt"
DEEPEST = 5  # drawings within drawings


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
        KEY: sealed(job.receipt, _seal(reader)),
    }
    writer.root_object[NameObject("/Lang")] = TextStringObject(scene.language)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def read_receipt(data: bytes) -> Receipt | None:
    """The receipt in the information of the document; None where there is none."""
    return _told(data)[0]


def differences(data: bytes, now: Receipt | None) -> tuple[str, ...]:
    """Whether what the page draws was changed since it was made; `now` is not needed.

    A program that saves the file and leaves the drawing as it is changes nothing. One that draws
    the page anew loses the receipt as a rule; where it does not, the file counts as changed, for
    nobody could tell a number that was covered from one that was not.
    """
    receipt, seal, now_sealed = _told(data)
    if receipt is None:
        return ()
    found = wrong_version(receipt)
    if not found and now_sealed != seal:
        return (_("The page was changed: what it draws is not what it was made with."),)
    return found


def _told(data: bytes) -> tuple[Receipt | None, str, str]:
    """The receipt, the seal beside it, and the seal that the page would be given today."""
    if not data.startswith(b"%PDF-"):
        return None, "", ""
    try:
        reader = PdfReader(BytesIO(data))
        told = reader.metadata
        if not told or KEY not in told:
            return None, "", ""
        return *unsealed(str(told[KEY])), _seal(reader)
    except Exception:  # whatever a broken or hostile file makes the reader raise
        return None, "", ""


def _seal(reader: PdfReader) -> str:
    """A sum over everything that the pages draw, and over what was laid upon them."""
    found = hashlib.sha256()
    for page in reader.pages:
        for piece in _drawn(page):
            found.update(b" ".join(piece.split()) + b"\n")
    return found.hexdigest()[:16]


def _drawn(page: PageObject) -> Iterator[bytes]:
    """The drawing of a page, the drawings that it uses, and notes or shapes laid over it."""
    held = page.get_contents()
    yield b"" if held is None else held.get_data()
    yield repr([float(side) for side in page.mediabox]).encode()
    yield from _used(page)
    for laid in page.get("/Annots", ArrayObject()).get_object():
        yield str(laid.get_object().get("/Subtype", "")).encode()


def _used(part: DictionaryObject, depth: int = 0) -> Iterator[bytes]:
    """The drawings and pictures that a page, or a drawing on it, calls by name."""
    held = part.get("/Resources", DictionaryObject()).get_object()
    for _name, used in sorted(held.get("/XObject", DictionaryObject()).get_object().items()):
        one = used.get_object()
        yield one.get_data()
        if depth < DEEPEST:
            yield from _used(one, depth + 1)
