"""A job goes in, one PNG file at twice its size comes out, with its receipt as text in it."""

from __future__ import annotations

import zlib

from export.against import by_version
from export.figures import Job
from export.formats.pixels import FIRST, chunk, chunks, pixels_seal
from export.picture.browser import SHARED
from export.picture.markup import svg
from export.picture.page import compose
from export.picture.scene import Scene
from export.reading import opened, sealed
from export.receipt import Receipt
from words import _

SUFFIX = "png"
MIME = "image/png"
LABEL = _("Picture (PNG)")
KEYWORD = "Receipt"
MOST = 20_000_000  # bytes of a receipt


def write(job: Job) -> bytes:
    """The picture, with title, description, source and receipt as iTXt.

    Raises NoBrowser where no browser draws it, ValueError for a size that cannot be read.
    """
    scene = compose(job)
    drawn = SHARED.png(svg(scene, with_font=False), scene.width, scene.height)
    whole = sealed(job.receipt, pixels_seal(drawn) or "")
    texts = (about(job, scene) | {KEYWORD: whole}).items()
    held = b"".join(chunk(b"iTXt", _text(*pair)) for pair in texts)
    return drawn[:FIRST] + held + drawn[FIRST:]


def about(job: Job, scene: Scene) -> dict[str, str]:
    """What any program may read in the picture, by keyword."""
    return {
        "Title": scene.title,
        "Description": scene.description,
        "Source": f"{job.spec.source} · {job.receipt.code}",
    }


def read_receipt(data: bytes) -> Receipt | None:
    """The receipt in the picture; None where there is none."""
    return _told(data)[0]


def read_values(data: bytes) -> tuple[str, ...] | None:
    """None: the numbers of a picture are pixels. Its receipt or its code says which they are."""
    return None


def differences(data: bytes, now: Receipt | None) -> tuple[str, ...]:
    """Whether a pixel was changed since the picture was made; `now` is not needed."""
    held, seal = _told(data)
    if held is None:
        return ()
    found = by_version(held)
    if not found and pixels_seal(data) != seal:
        return (_("The picture was changed: its pixels are not those that it was made with."),)
    return found


def _told(data: bytes) -> tuple[Receipt | None, str]:
    for kind, held in chunks(data):
        if kind == b"iTXt" and (text := _receipt_text(held)) is not None:
            return opened(text)
    return None, ""


def _text(keyword: str, text: str) -> bytes:
    """An iTXt chunk's content: compressed, in no stated language."""
    return keyword.encode("latin-1") + b"\0\1\0\0\0" + zlib.compress(text.encode())


def _receipt_text(held: bytes) -> str | None:
    """The text of a chunk that is the receipt, as others may have written it anew."""
    keyword, _nothing, rest = held.partition(b"\0")
    if keyword != KEYWORD.encode() or len(rest) < 2:
        return None
    packed, after = rest[0], rest[2:].split(b"\0", 2)
    if len(after) != 3:
        return None
    try:
        text = zlib.decompressobj().decompress(after[2], MOST) if packed else after[2]
        return text.decode()
    except (zlib.error, UnicodeDecodeError):
        return None
