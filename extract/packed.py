"""The bytes of a packed file (DOCX, ODT) go in; its parts come out, never unpacked to disk."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

from extract.document import LARGEST_UNPACKED, Unreadable, too_long

_BROKEN = (
    "This file is damaged: it cannot be unpacked. Open it in the program that"
    " made it and save it again."
)
_BOMB = "This file unpacks to far more than its size, as no honest document does. It was not read."
_LARGEST_XML = 60_000_000
_MOST_PARTS = 20_000
_MOST_TIMES = 500
_DEEPEST = 400


class Packed:
    """The parts of a packed file, read with a limit on what all of them may unpack to."""

    def __init__(self, data: bytes) -> None:
        """Open it. Raises Unreadable for a broken file or one that unpacks to too much."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except Exception:  # anyone's file: what is wrong in it has many names
            raise Unreadable(_BROKEN) from None
        infos = self._zip.infolist()
        whole = sum(info.file_size for info in infos)
        packed = sum(info.compress_size for info in infos)
        if len(infos) > _MOST_PARTS or whole > LARGEST_UNPACKED:
            raise Unreadable(_BOMB)
        if whole > 20_000_000 and whole > _MOST_TIMES * max(packed, 1):
            raise Unreadable(_BOMB)
        self.names = frozenset(info.filename for info in infos)
        self._left = LARGEST_UNPACKED

    def read(self, name: str) -> bytes:
        """Give one part. Raises Unreadable where it is damaged, encrypted or too large."""
        try:
            with self._zip.open(name) as part:
                data = part.read(self._left + 1)
        except RuntimeError as error:
            if isinstance(error, NotImplementedError):  # packed in a way that nobody knows
                raise Unreadable(_BROKEN) from None
            raise Unreadable("This file is encrypted. Save it without a password.") from None
        except Exception:  # anyone's file: what is wrong in it has many names
            raise Unreadable(_BROKEN) from None
        self._left -= len(data)
        if self._left < 0:
            raise Unreadable(_BOMB)
        return data

    def xml(self, name: str) -> ElementTree.Element:
        """Give one XML part. Raises Unreadable where it is no plain XML."""
        data = self.read(name)
        head = data[:4096].replace(b"\0", b"")
        if b"<!DOCTYPE" in head or b"<!ENTITY" in data.replace(b"\0", b"")[:1_000_000]:
            raise Unreadable(
                "This file holds a kind of XML that no document needs. It was not read."
            )
        if len(data) > _LARGEST_XML:
            raise Unreadable(too_long())
        try:
            return _parse(data)
        except (ElementTree.ParseError, ValueError, LookupError):
            raise Unreadable(_BROKEN) from None


def _parse(data: bytes) -> ElementTree.Element:
    """Parse XML; nothing nested deeper than any real document is read on."""
    depth = 0
    root: ElementTree.Element | None = None
    for event, element in ElementTree.iterparse(io.BytesIO(data), events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            raise ValueError("nested too deep")
        root = element
    if root is None:
        raise ValueError("empty")
    return root


def local(tag: object) -> str:
    """Give the name of an element without its namespace."""
    return re.sub(r"^\{[^}]*\}", "", tag) if isinstance(tag, str) else ""
