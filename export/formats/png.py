"""A job goes in, one PNG file at twice its size comes out, with its receipt as text in it."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from export.figures import Job
from export.picture.browser import SHARED
from export.picture.markup import svg
from export.picture.page import compose
from export.receipt import Receipt, from_json
from words import _

SUFFIX = "png"
MIME = "image/png"
LABEL = _("Picture (PNG)")
SIGNATURE = b"\x89PNG\r\n\x1a\n"
KEYWORD = "Receipt"
FIRST = len(SIGNATURE) + 25  # where the first chunk, which gives the size, ends
MOST = 20_000_000  # bytes of a receipt


def write(job: Job) -> bytes:
    """The picture, with title, description, source and receipt as iTXt.

    Raises NoBrowser where no browser draws it, ValueError for a size that cannot be read.
    """
    scene = compose(job)
    drawn = SHARED.png(svg(scene, with_font=False), scene.width, scene.height)
    told = {
        "Title": scene.title,
        "Description": scene.description,
        "Source": f"{job.spec.source} · {job.receipt.code}",
        KEYWORD: job.receipt.as_json(),
    }
    chunks = b"".join(_chunk(b"iTXt", _text(*pair)) for pair in told.items())
    return drawn[:FIRST] + chunks + drawn[FIRST:]


def read_receipt(data: bytes) -> Receipt | None:
    """The receipt in the picture; None where there is none."""
    for kind, held in _chunks(data):
        if kind == b"iTXt" and (text := _receipt_text(held)) is not None:
            return from_json(text)
    return None


def read_values(data: bytes) -> tuple[str, ...] | None:
    """None: the numbers of a picture are pixels. Its receipt or its code says which they are."""
    return None


def _text(keyword: str, text: str) -> bytes:
    """An iTXt chunk's content: compressed, in no stated language."""
    return keyword.encode("latin-1") + b"\0\1\0\0\0" + zlib.compress(text.encode())


def _chunk(kind: bytes, held: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + held))
    return struct.pack(">I", len(held)) + kind + held + check


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each whole chunk of a PNG; none of what is no PNG."""
    at = len(SIGNATURE)
    if data[:at] != SIGNATURE:
        return
    while at + 8 <= len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += length + 12


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
