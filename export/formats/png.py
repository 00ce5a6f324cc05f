"""A figure as a PNG at twice its size, with its receipt as text in it, and read back from it."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO

from PIL import Image

from drawing.browser_pictures import SCALE, SHARED
from drawing.picture import MOST, compose
from drawing.scene import Scene
from drawing.svg_writer import svg
from export.figures import Job
from export.receipt import Receipt
from export.receipt_diff import wrong_version
from export.receipt_io import sealed, unsealed
from words import _

SIGNATURE = b"\x89PNG\r\n\x1a\n"
FIRST = len(SIGNATURE) + 25  # where the first chunk, which gives the size, ends
DRAWN = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")  # what is needed to see the picture
ROWS = 256
MOST_PIXELS = SCALE**2 * MOST[0] * MOST[1]
KEYWORD = "Receipt"
LARGEST_RECEIPT = 20_000_000  # bytes of a receipt


def write(job: Job) -> bytes:
    """The picture, with title, description, source and receipt as iTXt.

    Raises NoBrowser where no browser draws it, ValueError for a size that cannot be read.
    """
    scene = compose(job)
    drawn = SHARED.png(svg(scene, with_font=False), scene.width, scene.height)
    whole = sealed(job.receipt, pixels_seal(drawn) or "")
    held = b"".join(
        # Compressed, in no stated language.
        chunk(b"iTXt", name.encode("latin-1") + b"\0\1\0\0\0" + zlib.compress(text.encode()))
        for name, text in (about(job, scene) | {KEYWORD: whole}).items()
    )
    return drawn[:FIRST] + held + drawn[FIRST:]


def read_receipt(data: bytes) -> Receipt | None:
    """The receipt in the picture; None where there is none."""
    return _told(data)[0]


def differences(data: bytes, now: Receipt | None) -> tuple[str, ...]:
    """Whether a pixel was changed since the picture was made; `now` is not needed."""
    receipt, seal = _told(data)
    if receipt is None:
        return ()
    found = wrong_version(receipt)
    if not found and pixels_seal(data) != seal:
        return (_("The picture was changed: its pixels are not those that it was made with."),)
    return found


def pixels_seal(data: bytes) -> str | None:
    """The size of a picture and the CRC-32 of its pixels, as red, green, blue and opacity.

    However often a picture is packed anew, it keeps this sum as long as no pixel changes. It is
    the one checksum that a page can reckon as well: `ui/figures/client_png.js` does. None for what
    is no picture, or one larger than any that is made here.
    """
    bare = b"".join(chunk(kind, held) for kind, held in chunks(data) if kind in DRAWN)
    if len(data) < FIRST:
        return None
    width, height = struct.unpack(">II", data[FIRST - 17 : FIRST - 9])
    if width * height > MOST_PIXELS:
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


def about(job: Job, scene: Scene) -> dict[str, str]:
    """What any program may read in the picture, by keyword."""
    return {
        "Title": scene.title,
        "Description": scene.description,
        "Source": f"{job.spec.source} · {job.receipt.code}",
    }


def _told(data: bytes) -> tuple[Receipt | None, str]:
    for kind, held in chunks(data):
        if kind == b"iTXt" and (text := _receipt_text(held)) is not None:
            return unsealed(text)
    return None, ""


def _receipt_text(held: bytes) -> str | None:
    """The text of a chunk that is the receipt, as others may have written it anew."""
    keyword, _nothing, rest = held.partition(b"\0")
    if keyword != KEYWORD.encode() or len(rest) < 2:
        return None
    packed, after = rest[0], rest[2:].split(b"\0", 2)
    if len(after) != 3:
        return None
    try:
        text = zlib.decompressobj().decompress(after[2], LARGEST_RECEIPT) if packed else after[2]
        return text.decode()
    except (zlib.error, UnicodeDecodeError):
        return None
