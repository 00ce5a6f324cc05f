"""A presentation goes in, its file comes out: the same slides give the same bytes."""

from __future__ import annotations

import io
import struct
import zipfile
from datetime import datetime

from pptx.presentation import Presentation

from export.receipt import Receipt
from export.slides.markup import clean
from facts.dates import first_day

MADE = datetime(2000, 1, 1)  # where no fact has a date
STAMP = struct.pack("<HH", 0, (2000 - 1980) << 9 | 1 << 5 | 1)  # of every member of the file
LOCAL, CENTRAL = 10, 12  # where the stamp stands in the two headers of a member


def saved(presentation: Presentation, title: str, held: tuple[Receipt, ...]) -> bytes:
    """The whole file, with what it is in its properties; dated as its newest fact."""
    newest = max((one.newest for one in held), default="")
    day = first_day(newest) if newest else MADE.date()
    properties = presentation.core_properties
    properties.title = clean(title)[:255]
    properties.subject = clean(held[0].source)[:255] if held else ""
    properties.keywords = ", ".join(dict.fromkeys(one.code for one in held))[:255]
    properties.author = properties.last_modified_by = ""
    properties.created = properties.modified = datetime(day.year, day.month, day.day)
    out = io.BytesIO()
    presentation.save(out)
    return _unstamped(out.getvalue())


def _unstamped(data: bytes) -> bytes:
    """The same ZIP, no member of which tells when it was made."""
    made = bytearray(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        at = archive.start_dir
        for entry in archive.infolist():
            place = entry.header_offset + LOCAL
            made[place : place + 4] = STAMP
            made[at + CENTRAL : at + CENTRAL + 4] = STAMP
            name, extra, comment = struct.unpack_from("<3H", made, at + 28)
            at += 46 + name + extra + comment
    return bytes(made)
