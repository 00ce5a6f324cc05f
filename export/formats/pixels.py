"""The bytes of a PNG go in; its chunks, and a sum over the pixels that it shows, come out."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO

from PIL import Image

from export.picture.browser import SCALE
from export.picture.page import MOST

SIGNATURE = b"\x89PNG\r\n\x1a\n"
FIRST = len(SIGNATURE) + 25  # where the first chunk, which gives the size, ends
DRAWN = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")  # what is needed to see the picture
ROWS = 256
LARGEST = SCALE**2 * MOST[0] * MOST[1]


def pixels_seal(data: bytes) -> str | None:
    """The size of a picture and the CRC-32 of its pixels, as red, green, blue and opacity.

    However often a picture is packed anew, it keeps this sum as long as no pixel changes. It is
    the one checksum that a page can reckon as well: `ui/own_picture.js` does. None for what is no
    picture, or one larger than any that is made here.
    """
    bare = b"".join(chunk(kind, held) for kind, held in chunks(data) if kind in DRAWN)
    if len(data) < FIRST:
        return None
    width, height = struct.unpack(">II", data[FIRST - 17 : FIRST - 9])
    if width * height > LARGEST:
        return None
    try:
        with Image.open(BytesIO(SIGNATURE + bare), formats=("PNG",)) as image:
            return f"{width}x{height}-{_sum(image):08x}"
    except Exception:  # whatever a broken or hostile file makes the reader raise
        return None


def _sum(image: Image.Image) -> int:
    """Piece by piece, so that a large picture is not held twice."""
    found = 0
    for top in range(0, image.height, ROWS):
        piece = image.crop((0, top, image.width, min(top + ROWS, image.height)))
        found = zlib.crc32(piece.convert("RGBA").tobytes(), found)
    return found


def chunk(kind: bytes, held: bytes) -> bytes:
    """A chunk as it stands in a file, with its length and its own checksum."""
    check = struct.pack(">I", zlib.crc32(kind + held))
    return struct.pack(">I", len(held)) + kind + held + check


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each whole chunk of a PNG; none of what is no PNG."""
    at = len(SIGNATURE)
    if data[:at] != SIGNATURE:
        return
    while at + 8 <= len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += length + 12
