"""A job goes in, one SVG file comes out; its receipt and its numbers are read back from it."""

from __future__ import annotations

from xml.etree import ElementTree

from export.figures import Job
from export.picture.markup import svg
from export.picture.page import compose
from export.receipt import Receipt, from_json
from words import _

SUFFIX = "svg"
MIME = "image/svg+xml"
LABEL = _("Picture to edit (SVG)")
SPACE = "{http://www.w3.org/2000/svg}"


def write(job: Job) -> bytes:
    """The picture with text as text, the font in it, and the receipt in its metadata.

    The bytes are one `svg` element in UTF-8, without an XML declaration, so that they can stand in
    a page. Raises ValueError for a size in which no figure can be read.
    """
    return svg(compose(job), job.receipt.as_json()).encode()


def read_receipt(data: bytes) -> Receipt | None:
    """The receipt in the metadata; None where there is none."""
    root = _root(data)
    held = None if root is None else root.findtext(f"{SPACE}metadata")
    return from_json(held) if held else None


def read_values(data: bytes) -> tuple[str, ...] | None:
    """The numbers as they stand in the drawing; None where it has none.

    In the order of the receipt's items where there is a receipt, else as they are drawn.
    """
    root = _root(data)
    if root is None:
        return None
    drawn = {
        str(span.get("data-ref")): "".join(span.itertext())
        for span in root.iter(f"{SPACE}tspan")
        if span.get("data-ref")
    }
    held = read_receipt(data)
    refs = [item.ref for item in held.items] if held else list(drawn)
    return tuple(drawn[ref] for ref in refs if ref in drawn) or None


def _root(data: bytes) -> ElementTree.Element | None:
    """The `svg` element; None for what is none, or for one with a document type of its own."""
    try:
        text = data.decode("utf-8-sig")
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            return None
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError, LookupError, RecursionError):
        return None
    return root if root.tag == f"{SPACE}svg" else None
