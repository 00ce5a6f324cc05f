"""A figure as one SVG file; its receipt and its numbers are read back from it."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from drawing.picture import compose
from drawing.svg_writer import svg
from export.figures import Job
from export.receipt import Receipt
from export.receipt_diff import different_values, wrong_version
from export.receipt_io import seal_of, sealed, unsealed
from words import _

SPACE = "{http://www.w3.org/2000/svg}"


def write(job: Job) -> bytes:
    """The picture with text as text, the font in it, and the receipt in its metadata.

    The bytes are one `svg` element in UTF-8, without an XML declaration, so that they can stand in
    a page. Raises ValueError for a size in which no figure can be read.
    """
    scene = compose(job)
    drawn = ElementTree.fromstring(svg(scene, with_font=False))
    return svg(scene, sealed(job.receipt, seal_of(_shown(drawn)))).encode()


def read_receipt(data: bytes) -> Receipt | None:
    """The receipt in the metadata; None where there is none."""
    return _told(_root(data))[0]


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
    receipt = _told(root)[0]
    refs = [item.ref for item in receipt.items] if receipt else list(drawn)
    return tuple(drawn[ref] for ref in refs if ref in drawn) or None


def differences(data: bytes, now: Receipt | None) -> tuple[str, ...]:
    """Where numbers, words or marks are not those of the receipt; `now` is not needed.

    Colours, sizes and letters are its editor's to choose.
    """
    root = _root(data)
    receipt, seal = _told(root)
    if root is None or receipt is None:
        return ()
    # In a small picture there may be no room for every number.
    found = wrong_version(receipt) + different_values(read_values(data) or (), receipt, whole=False)
    if not found and seal != seal_of(_shown(root)):
        return (_("Words or marks in the picture are not those that it was made with."),)
    return found


def _told(root: ElementTree.Element | None) -> tuple[Receipt | None, str]:
    held = None if root is None else root.findtext(f"{SPACE}metadata")
    return unsealed(held) if held else (None, "")


def _shown(root: ElementTree.Element) -> Iterator[str]:
    """The words of a drawing and where its marks stand, in the order in which they are drawn."""
    for one in root.iter():
        if one.tag == f"{SPACE}text":
            yield "".join(one.itertext())
        elif one.get("data-mark"):
            yield " ".join(one.get(name, "") for name in ("data-mark", "cx", "cy", "d"))


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
