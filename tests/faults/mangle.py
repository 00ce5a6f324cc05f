"""Bytes or a package and a chance go in; the same, mangled, comes out."""

from __future__ import annotations

import re
from random import Random

from export.formats import zip as everything

DIGIT = re.compile(rb"[0-9]")
STRANGE_BYTES = (
    b"\0", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\r", b"\x1a", b"\x80", b"\xc0\xaf",
    b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x80\xae", b"\xe2\x80\x8b", b"\xc2\x85", b"\x0c",
)  # fmt: skip


def mangled(data: bytes, chance: Random) -> bytes:
    """The file cut, with bytes changed, taken out, put in, or told twice."""
    if not data:
        return chance.randbytes(chance.randrange(9))
    at = chance.randrange(len(data))
    end = min(len(data), at + chance.choice((1, 4, 60, 900)))
    match chance.randrange(7):
        case 0:
            return data[:at]
        case 1:
            return data[at:]
        case 2:
            return data[:at] + chance.randbytes(end - at) + data[end:]
        case 3:
            return data[:at] + data[end:]
        case 4:
            return data[:end] + data[at:]
        case 5:
            return data[:at] + chance.choice(STRANGE_BYTES) + data[at:]
    places = {chance.randrange(len(data)) for _each in range(chance.choice((1, 5, 50)))}
    held = bytearray(data)
    for place in places:
        held[place] = chance.randrange(256)
    return bytes(held)


def mangled_inside(data: bytes, chance: Random) -> bytes:
    """One part of a package mangled, and packed again so that it can still be unpacked."""
    parts = everything.members(data)
    name = chance.choice([name for name, held in parts.items() if held])
    return everything.packed(parts | {name: mangled(parts[name], chance)})


def miscounted(data: bytes, chance: Random) -> bytes:
    """Some digits in one part of a package replaced, so that it can be read and says otherwise."""
    parts = everything.members(data)
    name = chance.choice([name for name, held in parts.items() if DIGIT.search(held)])
    return everything.packed(parts | {name: other_digits(parts[name], chance)})


def other_digits(data: bytes, chance: Random) -> bytes:
    """Some digits replaced by others."""
    spoiled = bytearray(data)
    places = [found.start() for found in DIGIT.finditer(data)]
    for place in chance.sample(places, min(len(places), chance.choice((1, 5, 50)))):
        spoiled[place] = chance.choice(b"0123456789")
    return bytes(spoiled)
