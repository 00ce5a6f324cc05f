"""Small files that want all of a machine: packages, pictures, PDFs and XML, made as bytes."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

MEGA = 1_000_000
XML = b"<?xml version='1.0'?>"
# Ten levels of ten: ten thousand million signs.
ENTITIES = (
    b"<!DOCTYPE a [<!ENTITY e0 'aaaaaaaaaa'>"
    + b"".join(b"<!ENTITY e%d '%s'>" % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 10))
    + b"]>"
)
OUTSIDE = b"<!DOCTYPE a [<!ENTITY e9 SYSTEM 'file:///etc/passwd'>]>"


def unpacks_to_ten_gigabytes(first: dict[str, bytes], names: list[str]) -> bytes:
    """A ZIP of about 10 MB with these parts, and parts of 100 MB of nothing with these names."""
    whole = 100 * MEGA
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    content = packer.compress(bytes(whole)) + packer.flush()
    sum_ = zlib.crc32(bytes(whole))
    out, listed, places = bytearray(), bytearray(), 0
    parts = [(name, zlib.compress(data, 9)[2:-4], len(data), zlib.crc32(data))
             for name, data in first.items()]  # fmt: skip
    parts += [(name, content, whole, sum_) for name in names]
    for name, packed, size, check in parts:
        encoded = name.encode()
        about = struct.pack("<5H3I2H", 20, 0, 8, 0, 0, check, len(packed), size, len(encoded), 0)
        at = len(out)
        out += b"PK\x03\x04" + about + encoded + packed
        listed += b"PK\x01\x02" + struct.pack("<H", 20) + about
        listed += struct.pack("<3H2I", 0, 0, 0, 0, at) + encoded
        places += 1
    end = struct.pack("<4H2IH", 0, 0, places, places, len(listed), len(out), 0)
    return bytes(out + listed + b"PK\x05\x06" + end)


def says_it_is_small(package: bytes) -> bytes:
    """The same package with the size of every large part given as ten bytes."""
    return package.replace(struct.pack("<I", 100 * MEGA), struct.pack("<I", 10))


def zipped(parts: dict[str, bytes]) -> bytes:
    """A package with these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def picture(width: int, height: int, content: bytes = b"") -> bytes:
    """A PNG that says that it is so large."""
    said = struct.pack(">2I5B", width, height, 8, 6, 0, 0, 0)
    pixels = content or zlib.compress(bytes(50 * MEGA), 9)
    parts = ((b"IHDR", said), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def text_of_a_picture() -> bytes:
    """A PNG whose note unpacks to a hundred megabytes."""
    said = struct.pack(">2I5B", 1, 1, 8, 6, 0, 0, 0)
    note = b"Receipt\0\1\0\0\0" + zlib.compress(bytes(100 * MEGA), 9)
    parts = ((b"IHDR", said), *((b"iTXt", note),) * 50, (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def objects(many: int) -> bytes:
    """A PDF with so many objects, each a page."""
    kids = b" ".join(b"%d 0 R" % (n + 3) for n in range(many))
    top = b"<</Type/Pages/Count %d/Kids[%s]>>" % (many, kids)
    return _pdf(b"<</Type/Catalog/Pages 2 0 R>>", top, *(b"<</Type/Page/Parent 2 0 R>>",) * many)


def stream_in_streams() -> bytes:
    """A PDF whose one page unpacks three times, each time to a thousand times as much."""
    data = bytes(1_000 * MEGA)
    for _ in range(3):
        data = zlib.compress(data, 9)
    filters = b"/Filter[/FlateDecode/FlateDecode/FlateDecode]"
    return _pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 9 9]>>",
        b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), filters, data),
    )


def _pdf(*held: bytes) -> bytes:
    """A PDF of these objects, and the table that lists them."""
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(held, start=1):
        places.append(len(out))
        out.extend(b"%d 0 obj%sendobj\n" % (number, content))
    at = len(out)
    out.extend(b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1))
    out.extend(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.extend(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(places) + 1, at))
    return bytes(out)
